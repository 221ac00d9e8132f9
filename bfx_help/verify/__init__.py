"""Says whether a link, mail address, account or phone number is official, an imitation or unknown.

Official is only what stands on the list, in a form that can be read in one way. Offline: nothing is
looked up. A contact is never called harmless.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from bfx_help.content import Content
from bfx_help.model import DemandKind, Verdict
from bfx_help.verify import reasons
from bfx_help.verify.accounts import account, handle, imitation, listed
from bfx_help.verify.allowlist import Listing, arranged
from bfx_help.verify.beside_contacts import company, words_of
from bfx_help.verify.demands import demands, suspected
from bfx_help.verify.extract import (
    CJK,
    LONGEST_MESSAGE,
    contacts,
    labelled,
    phone_number,
    unlabelled,
)
from bfx_help.verify.links import mail, mailto, site
from bfx_help.verify.mentions import mentioned
from bfx_help.verify.profiles import APPS, Profile, resolved
from bfx_help.verify.reasons import say
from bfx_help.verify.urls import parse

_AROUND = " \t\r\n\"'`*“”‘’«»‹›<>()[]{}（）【】《》「」『』〈〉|,;:!?.，。；：！？、…"
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0").union(
    map(chr, range(0xFE00, 0xFE10))
)
_LONGEST_CONTACT = 4000
_CJK = f"(?-i:[{CJK}])"  # where case does not count, such a class takes long to compile
# A text that is more than one contact: blanks, tags, several addressees, a label with a colon, or
# words that are written without blanks before or after a contact.
_MORE = re.compile(
    r"[\s<>\[\]，；！？、“”（）【】《》]|@[^,;@]*[,;][^@]*@|^(?![a-z][a-z0-9+]*://).*："
    rf"|{_CJK}(?:https?://|www\.|[a-z0-9][\w.+-]{{0,63}}@)|\.[a-z]{{2,24}}(?:/[\w/-]*)?{_CJK}[^.]*$",
    re.I | re.A,
)
_GLUED = re.compile(rf"[^:/@]*{_CJK}([a-z0-9.-]+)(?:[:/?#].*)?", re.I | re.S)
_MOST = 200  # contacts of one text
_WORSE = ("official", "unknown", "imitation")


class Judgement(NamedTuple):
    """What `verify` says of a message: the verdict on the whole, and on each contact in it."""

    whole: Verdict
    contacts: tuple[Verdict, ...]
    demands: tuple[DemandKind, ...] = ()

    @property
    def shown(self) -> tuple[Verdict, ...]:
        """What there is to show: the contacts, or the whole where no contact in it decides. An
        imitation may be torn apart by line breaks, so that no part of it is one."""
        found = {contact.verdict for contact in self.contacts}
        torn = self.whole.verdict == "imitation" and self.whole.verdict not in found
        return (self.whole,) if torn or not self.contacts else self.contacts

    @property
    def beside(self) -> bool:
        """Whether something beside its contacts keeps the message from being official."""
        return self.whole.verdict == "unknown" and {verdict.verdict for verdict in self.shown} == {
            "official"
        }


def verify(text: str, content: Content) -> Verdict:
    """The worst verdict on the contacts of a text by the lists of the content; `official` only
    where nothing but words that lead nowhere stands around them."""
    listing = arranged(tuple(content.official.values()))
    seen = _visible(text[:LONGEST_MESSAGE]).strip()
    verdict = _verdict(seen, listing) or _several(seen, listing, content.company)
    if seen != text.strip():  # also where the text goes on
        verdict = _hiding(verdict, at_end=seen in text)
    return verdict._replace(input=text)


def judgement(text: str, content: Content) -> Judgement:
    """The verdict on a message as a whole, on every contact in it, and what it demands."""
    found = suspected(text, content.demands)
    whole = verify(text, content)
    if found and whole.verdict == "official":
        whole = Verdict("unknown", whole.of, (reasons.BESIDE,), text)
    return Judgement(whole, judge(text, content), found)


def judge(text: str, content: Content) -> tuple[Verdict, ...]:
    """The verdicts on every contact in a message, in their order."""
    return tuple(verify(contact, content) for contact in contacts(text))


def _visible(text: str) -> str:
    """The text without what cannot be seen: controls, format characters, variation selectors."""
    unseen = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
    hidden = {c for c in {*text} - {*" \t\n\r"} if unicodedata.category(c) in unseen} | _BLANKS
    return "".join(c for c in text if c not in hidden)


def _hiding(verdict: Verdict, at_end: bool) -> Verdict:
    """The verdict on a text that holds characters which cannot be seen: never official. Before or
    after it they often come from copying, in the midst of it they are meant to deceive."""
    if verdict.verdict == "official" and verdict.of:
        if at_end:
            return Verdict("unknown", verdict.of, (reasons.HIDDEN, reasons.TYPE_IT))
        return imitation(verdict.of, reasons.HIDDEN)
    return verdict._replace(reasons=(reasons.HIDDEN, *verdict.reasons))


def _verdict(seen: str, listing: Listing) -> Verdict | None:
    """The verdict on a text that is one contact."""
    address = _refanged(seen.strip(_AROUND))
    if re.search(r"<[^<>\s]*@[^<>]*>$", seen):
        return mail(seen, listing)
    if found := mentioned(address):
        return account(Profile(*found), listing)
    if phone_number(address):
        return Verdict("unknown", None, (reasons.PHONE,))
    if not address or _MORE.search(address):
        return None
    # Chinese before an official domain is a sentence, or a domain of its own: nobody can tell.
    if (glued := _GLUED.fullmatch(address)) and listing.host(glued[1].lower()):
        return None
    return _plainly(address, listing)


def _plainly(contact: str, listing: Listing) -> Verdict:
    """The verdict on what surely is one contact; never official where it is too long to be read."""
    verdict = _contact(_refanged(contact.strip(_AROUND))[:_LONGEST_CONTACT], listing)
    if len(contact) > _LONGEST_CONTACT and verdict.verdict == "official":
        return Verdict("unknown", verdict.of, (reasons.ODD,))
    return verdict


def _refanged(text: str) -> str:
    """A link that was made harmless for passing on, as it was before."""
    text = re.sub(r"(?i)\s?[\[({]\s?(?:\.|dot|点)\s?[\])}]\s?", ".", text)
    text = re.sub(r"(?<=[A-Za-z])点(?=[A-Za-z])", ".", text)
    text = re.sub(r"(?i)\s?[\[({]\s?(?:@|at)\s?[\])}]\s?", "@", text)
    text = re.sub(r"\[(:|://|/)\]", r"\1", text)
    return re.sub(r"(?i)^h(?:xx|\*\*|tt)p(?=s?:)", "http", text)


def _contact(text: str, listing: Listing) -> Verdict:
    """The verdict on a text without blanks."""
    if found := re.match(r"(?i)mailto:", text):
        return mailto(text[found.end() :], listing)
    if found := re.match(r"(?i)(?:tg|telegram):/*resolve/?\?(.*)", text):
        return account(resolved(found[1]), listing)
    if app := next(
        (entry for entry in listing.named(text.lower()) if entry.platform in APPS), None
    ):
        return listed(app)
    if text.startswith("@"):
        return _at(text[1:], listing)
    if re.fullmatch(r"(?i)/?(?:r|u|user)/[\w-]+/?", text):
        return site("https://www.reddit.com/" + text.lstrip("/"), listing)
    if re.fullmatch(r"[^/?#\\:]+@[^/?#\\:@]+", text):
        return mail(text, listing)
    if not re.search(r"[.:/\\%。．｡]", text):
        return _word(text, listing)
    return site(text, listing)


def _word(text: str, listing: Listing) -> Verdict:
    """The verdict on a single word, which may be the name of an account."""
    verdict = account(Profile("", text.lower()), listing)
    if text.isalpha() and verdict.reasons == (reasons.UNLISTED,):
        return verdict._replace(reasons=(reasons.NO_CONTACT,))
    return verdict


def _at(name: str, listing: Listing) -> Verdict:
    """The verdict on what stands behind an @: an account, or the host of mail addresses."""
    if listing.host(name.lower()):  # also a name that some platforms give out
        return Verdict("unknown", None, (reasons.NAME_FREE,))
    if "@" in name:
        return account(Profile("fediverse", name.partition("@")[0].lower()), listing)
    return handle(name, listing)


def _several(seen: str, listing: Listing, words: Mapping[str, str]) -> Verdict:
    """The verdict on a text that is more than one contact."""
    return _deceiving(seen, listing) or _broken(seen, listing) or _worst(seen, listing, words)


def _deceiving(seen: str, listing: Listing) -> Verdict | None:
    """The verdict on a link that shows an official contact and leads elsewhere."""
    for link in labelled(seen):
        shown, to = _verdict(link.shown, listing), _verdict(link.to, listing)
        if shown and shown.verdict == "official" and not (to and to.verdict == "official"):
            return imitation(shown.of or "", say(reasons.SHOWN, host=parse(link.to).host or "-"))
    return None


def _broken(seen: str, listing: Listing) -> Verdict | None:
    """The verdict on an imitation with line breaks or tabs in it, which browsers drop."""
    joined = re.sub(r"[\t\r\n]", "", seen)
    whole = _verdict(joined, listing) if joined != seen else None
    return _hiding(whole, at_end=False) if whole and whole.verdict == "imitation" else None


def _worst(seen: str, listing: Listing, words: Mapping[str, str]) -> Verdict:
    """The worst verdict on the contacts of a text; official only with words alone beside them."""
    seen = unlabelled(seen)
    found = contacts(seen)[:_MOST]
    verdicts = [_verdict(contact, listing) or _plainly(contact, listing) for contact in found]
    if not verdicts:
        return Verdict("unknown", None, (reasons.NO_CONTACT,))
    worst = max(verdicts, key=lambda verdict: _WORSE.index(verdict.verdict))
    if worst.verdict != "official":
        return worst
    if any(reasons.ANY_POST in verdict.reasons for verdict in verdicts):
        return Verdict("unknown", worst.of, (reasons.ANY_POST, reasons.BESIDE))
    beside = company(seen, found, words_of(words))
    return Verdict("unknown", worst.of, (*beside, reasons.BESIDE)) if beside else worst
