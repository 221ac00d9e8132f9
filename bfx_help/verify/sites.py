"""Judges links, hosts and mail addresses."""

import re
from urllib.parse import unquote

from bfx_help.model import Official, Status, Text, Verdict
from bfx_help.verify import reasons
from bfx_help.verify.accounts import account
from bfx_help.verify.links import Link, parse
from bfx_help.verify.listing import Listing
from bfx_help.verify.names import Likeness, likeness
from bfx_help.verify.profiles import profile
from bfx_help.verify.reasons import say

Found = tuple[str, Text]
"""The domain that is imitated, and what gives it away."""

_WORDS = {
    Likeness.WORDS: reasons.ADDED,
    Likeness.SCRIPT: reasons.SCRIPT,
    Likeness.DIGITS: reasons.DIGITS,
    Likeness.TYPO: reasons.TYPO,
}
_DECEIT = frozenset(
    {reasons.HIDDEN, reasons.ENCODED, reasons.SLASH, reasons.BACKSLASH, reasons.WIDE}
)
# Where anybody makes a page, or a short link, under a path that he chooses.
_BUILDERS = re.compile(
    r"(?:^|\.)(?:sites\.google\.com|docs\.google\.com|forms\.gle|telegra\.ph|graph\.org|linktr\.ee"
    r"|beacons\.ai|bio\.link|bit\.ly|tinyurl\.com|cutt\.ly|rebrand\.ly|t\.ly|is\.gd|rb\.gy"
    r"|notion\.so|notion\.site|padlet\.com|canva\.com|jotform\.com|typeform\.com|ipfs\.io)$"
)
_LURE = re.compile(
    r"log-?in|sign|support|help|wallet|secure|verif|recover|bonus|claim|airdrop|kyc|customer|account"
    r"|unlock|refund|gift|app|download|official|service|客服|登录|登錄|官方|领取|钱包|下载",
    re.I,
)


def site(text: str, listing: Listing) -> Verdict:
    """The verdict on a link or a host."""
    link = parse(text)
    tricks = link.tricks
    if link.exact and not tricks:
        where = profile(link.exact, link.rest)
        if listed := _listed(link.exact, listing):
            return listed
        # Whoever is not on the list is judged by the whole host there: anybody can have such a one.
        if where and (where in listing.profiles or not link.exact.endswith(".github.io")):
            return account(where, listing)
    if not link.host:
        return Verdict("unknown", None, (*tricks, reasons.NO_CONTACT))
    if entries := listing.host(link.host):
        return _doubtful(entries, tricks)
    if found := _imitated(link, listing) or _behind_user(link, listing) or _page(link, listing):
        return imitation(found[0], *dict.fromkeys((found[1], *tricks)))
    if reasons.BACKSLASH in tricks and (found := _named(link.rest, listing)):
        return imitation(found[0], *tricks)
    return Verdict("unknown", None, (*tricks, *_unlisted(link, listing)))


def _doubtful(entries: tuple[Official, ...], tricks: tuple[Text, ...]) -> Verdict:
    """The verdict where the host is on the list, but the link can be read in a second way."""
    of = entries[-1]
    if of.status is Status.OFFICIAL and _DECEIT.intersection(tricks):
        return imitation(of.contact, *tricks)
    return Verdict("unknown", of.contact, tricks or (reasons.ODD,))


def imitation(of: str, *why: Text) -> Verdict:
    """The verdict on an imitation, with what to do."""
    return Verdict("imitation", of, (*why, say(reasons.AVOID, of=of)))


def _listed(host: str, listing: Listing) -> Verdict | None:
    entries = listing.host(host)
    if not entries:
        return None
    nearest, top = entries[0], entries[-1]
    if nearest.status is Status.OTHER:
        told = (say(reasons.OTHER, listed=nearest.contact), nearest.purpose)
        return Verdict("unknown", None, told)
    if not any(entry.status is Status.OFFICIAL for entry in entries):
        told = (say(reasons.UNCONFIRMED, listed=nearest.contact), nearest.purpose)
        return Verdict("unknown", nearest.contact, told)
    exact = nearest.contact.lower() == host
    if exact and nearest.status is Status.OFFICIAL:
        why = [say(reasons.LISTED, listed=nearest.contact), nearest.purpose]
    else:
        why = [say(reasons.BELOW, listed=top.contact)]
        why += [reasons.BELOW_UNCONFIRMED] if nearest.status is not Status.OFFICIAL else []
    of = nearest.contact if nearest.status is Status.OFFICIAL else top.contact
    return Verdict("official", of, (*why, reasons.TYPE_IT))


def _imitated(link: Link, listing: Listing) -> Found | None:
    labels = link.labels[:64]
    for brand, of in listing.brands.items():
        kinds = [(label, likeness(label, brand, listing.others)) for label in labels]
        first = len(link.host.split(".")) - len(link.end.split("."))
        for at, (_, kind) in reversed(list(enumerate(kinds))):
            if kind is Likeness.SAME:
                why = reasons.ENDING if at >= first else reasons.FRONT
                return of, say(why, host=link.host, end=link.end, of=of)
            if kind:
                return of, say(_WORDS[kind], host=link.host, of=of)
        if any("".join(labels[at:]).startswith(brand) for at in range(len(labels))):
            return of, say(reasons.SPLIT, host=link.host, of=of)
    return None


def _behind_user(link: Link, listing: Listing) -> Found | None:
    """An imitation that stands before an @, as in a link that begins with the real address."""
    if not link.user:
        return None
    user = parse(link.user.replace(":", "."))
    if entries := listing.host(user.host):
        return entries[-1].contact, say(reasons.USER, host=link.host)
    return _imitated(user, listing) and (
        next(iter(listing.brands.values())),
        say(reasons.USER, host=link.host),
    )


def _unlisted(link: Link, listing: Listing) -> tuple[Text, ...]:
    if _named(link.rest, listing):
        return (say(reasons.MENTIONED, host=link.host),)
    return (reasons.UNLISTED,)


def _named(rest: str, listing: Listing) -> Found | None:
    rest = unquote(rest).lower()
    return next(((of, reasons.ODD) for brand, of in listing.brands.items() if brand in rest), None)


def _page(link: Link, listing: Listing) -> Found | None:
    """An imitation that is a page at a host where anybody can make one."""
    rest = unquote(link.rest).lower()
    if not (_BUILDERS.search(link.host) and _LURE.search(rest)):
        return None
    words = [word for word in re.split(r"[/?#&=._-]", rest) if word][:20]
    for brand, of in listing.brands.items():
        if any(likeness(word, brand, listing.others) for word in words):
            return of, say(reasons.PAGE, host=link.host)
    return None


def mailto(text: str, listing: Listing) -> Verdict:
    """The verdict on what stands behind `mailto:`; a link that adds other addressees, or writes its
    address in code, is not official."""
    address, _, query = text.partition("?")
    verdict = mail(unquote(address), listing)
    keys = {field.partition("=")[0].lower() for field in query.split("&") if field}
    if verdict.verdict == "official" and ("%" in address or keys - {"subject", "body"}):
        return Verdict("unknown", verdict.of, (reasons.ODD,))
    return verdict


def mail(text: str, listing: Listing) -> Verdict:
    """The verdict on a mail address, with or without the name of its sender."""
    display, address = _parts(text)
    local, _, host = address.rpartition("@")
    link = parse(host)
    regular = re.fullmatch(r"[a-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}", local, re.I)
    exact = link.exact == host.lower() and regular
    if exact and (listed := _listed_mail(display, address, listing)):
        return listed
    if found := _imitated(link, listing):
        return imitation(*found)
    for brand, of in listing.brands.items():
        for part, why in ((local.partition("+")[0], reasons.LOCAL), (display, reasons.DISPLAY)):
            if any(likeness(word, brand, listing.others) for word in _words(part)):
                return imitation(of, say(why, host=host))
    return Verdict("unknown", None, (*link.tricks, reasons.UNLISTED))


def _words(name: str) -> list[str]:
    """A name as a whole, and its words."""
    return [name, *re.split(r"[@\s]+", name)[:12]]


def _parts(text: str) -> tuple[str, str]:
    """The name of the sender and the address."""
    if found := re.fullmatch(r"(?s)(.*)<\s*(?:mailto:)?([^<>]*?)\s*>\s*", text):
        return found[1].strip("\"' \t\n"), found[2]
    return "", text


def _listed_mail(display: str, address: str, listing: Listing) -> Verdict | None:
    entry = listing.mails.get(address.lower())
    host = address.rpartition("@")[2].lower()
    entries = listing.host(host)
    if not entries and not entry:
        return None
    if "@" in display and display.lower() != address.lower():
        return Verdict("unknown", None, (reasons.TWO_SENDERS, reasons.FORGED))
    if entry and entry.status is Status.OFFICIAL:
        why = (say(reasons.LISTED, listed=entry.contact), entry.purpose, reasons.FORGED)
        return Verdict("official", entry.contact, why)
    if entry or not any(one.status is Status.OFFICIAL for one in entries):
        near = entry or entries[0]
        if near.status is Status.OTHER:
            told = (say(reasons.OTHER, listed=near.contact), near.purpose)
            return Verdict("unknown", None, told)
        why = (say(reasons.UNCONFIRMED, listed=near.contact), near.purpose, reasons.FORGED)
        return Verdict("unknown", near.contact, why)
    top = entries[-1].contact
    why = (say(reasons.BELOW, listed=top), reasons.NOT_THE_ADDRESS, reasons.FORGED)
    return Verdict("official", top, why)
