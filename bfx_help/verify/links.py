"""Judges links, hosts and mail addresses."""

import re
from urllib.parse import unquote

from bfx_help.model import Official, Status, Verdict, Why
from bfx_help.name_lists import words_of
from bfx_help.verify import reasons
from bfx_help.verify.accounts import LURE, account, imitation, listed, shortly
from bfx_help.verify.allowlist import Listing
from bfx_help.verify.extract import contacts
from bfx_help.verify.profiles import profile
from bfx_help.verify.reasons import say
from bfx_help.verify.similarity import Resemblance, likeness
from bfx_help.verify.urls import Link, parse

Found = tuple[str, Why]  # the domain that is imitated, and what gives it away

_WORDS = {
    **{Resemblance.WORDS: reasons.ADDED, Resemblance.SCRIPT: reasons.SCRIPT},
    **{Resemblance.DIGITS: reasons.DIGITS, Resemblance.TYPO: reasons.TYPO},
}
# The part of an address before the @, in the form that nobody reads in another way.
_LOCAL = re.compile(r"(?i)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*")
_DECEIT = frozenset(
    {reasons.HIDDEN, reasons.ENCODED, reasons.SLASH, reasons.BACKSLASH, reasons.WIDE}
)
# Where anybody makes a page, or a short link, under a path that he chooses.
_BUILDERS = tuple(f".{host}" for host in words_of("platforms", "page builders"))


def site(text: str, listing: Listing) -> Verdict:
    """The verdict on a link or a host; never official on a way that is not the usual one."""
    verdict = _site(text, listing)
    unusual = _unusual(text) if verdict.verdict == "official" else ()
    return Verdict("unknown", verdict.of, unusual) if unusual else verdict


def _unusual(text: str) -> tuple[Why, ...]:
    """Plain http, and a port of its own, in a link that leads to the right host."""
    found = re.match(r"(?i)(?:(https?|wss?):)?(?://)?[^/?#:]*(?::(\d*))?", text)
    scheme, port = (found[1] or "", found[2] or "") if found else ("", "")
    plain = (reasons.PLAIN_HTTP,) if scheme.lower() in ("http", "ws") else ()
    return plain + ((say(reasons.PORT, port=port),) if port not in ("", "443") else ())


def _site(text: str, listing: Listing) -> Verdict:
    link = parse(text)
    tricks = link.tricks
    if link.exact and not tricks:
        where = profile(link.exact, link.rest)
        if known := _listed(link.exact, listing):
            return _sending_on(link, known, listing)
        if found := _imitation_within(link, listing):
            return imitation(*found)
        # Whoever is not on the list is judged by the whole host there: anybody can have such a one.
        if where and (where in listing.profiles or not link.exact.endswith(".github.io")):
            return account(where, listing)
    if not link.host:
        return Verdict("unknown", None, (*tricks, reasons.NO_CONTACT))
    if entries := listing.host(link.host):
        return _doubtful(entries, tricks)
    if found := (
        _imitated(link, listing)
        or _behind_user(link, listing)
        or _page(link, listing)
        or _imitation_within(link, listing)
    ):
        return imitation(found[0], *dict.fromkeys((found[1], *tricks)))
    if reasons.BACKSLASH in tricks and (of := _named(link.rest, listing)):
        return imitation(of, *tricks)
    if short := shortly(link.labels, listing, link.rest):
        return short._replace(reasons=(*tricks, *short.reasons))
    return Verdict("unknown", None, (*tricks, *_unlisted(link, listing)))


def _doubtful(entries: tuple[Official, ...], tricks: tuple[Why, ...]) -> Verdict:
    """The verdict where the host is on the list, but the link can be read in a second way."""
    of = entries[-1]
    if of.status is Status.OFFICIAL and _DECEIT.intersection(tricks):
        return imitation(of.contact, *tricks)
    return Verdict("unknown", of.contact, tricks or (reasons.ODD,))


# A bare host behind a word by which pages send on.
_NEXT = re.compile(
    r"(?i)[?&#;](?:next|ur[il]|to|return\w*|redirect\w*|redir|goto|go|target|dest\w*|continue|out|u)="
    r"((?:[a-z0-9-]+\.)+[a-z]{2,24})(?=[/&#?]|$)"
)


def _within(link: Link) -> list[str]:
    """The links inside of a link, to which it may send whoever opens it."""
    rest = unquote(unquote(link.rest))
    links = re.findall(r"(?i)(?:https?:|(?<=[=?#]))[\\/]{2,}([^\\/?#&\s]+)", rest)
    return [*links, *_NEXT.findall(rest)][:10]


def _sending_on(link: Link, verdict: Verdict, listing: Listing) -> Verdict:
    """The verdict on a link to an official host, or `unknown` where it may send elsewhere."""
    if verdict.verdict != "official":
        return verdict
    for host in _within(link):
        known = _listed(parse(host).exact or "", listing)
        if not known or known.verdict != "official":
            return Verdict("unknown", verdict.of, (say(reasons.SENDS_ON, host=host),))
    _, _, query = unquote(unquote(link.rest)).partition("?")
    if re.search(r"(?i)=\s*(?:\w+script|data):", query):
        return Verdict("unknown", verdict.of, (reasons.ODD,))
    return verdict


def _imitation_within(link: Link, listing: Listing) -> Found | None:
    """An imitation to which a link may send whoever opens it."""
    for within in map(parse, _within(link)):
        found = None if listing.host(within.host) else _imitated(within, listing)
        if found:
            return found[0], say(reasons.SENDS_ON, host=within.host)
    return None


def _listed(host: str, listing: Listing) -> Verdict | None:
    entries = listing.host(host)
    if not entries:
        return None
    nearest, top = entries[0], entries[-1]
    if nearest.status is not Status.OFFICIAL or nearest.contact.lower() == host:
        return listed(nearest, reasons.TYPE_IT)
    if top.contact not in listing.brands.values():  # a host at a service that others use too
        return Verdict("unknown", None, (reasons.UNLISTED,))
    why = (say(reasons.BELOW, listed=top.contact), reasons.TYPE_IT)
    return Verdict("official", nearest.contact, why)


def _imitated(link: Link, listing: Listing) -> Found | None:
    labels = link.labels[:64]
    for brand, of in listing.brands.items():
        kinds = [(label, likeness(label, brand, listing.others)) for label in labels]
        first = len(link.host.split(".")) - len(link.end.split("."))
        for at, (_, kind) in reversed(list(enumerate(kinds))):
            if kind is Resemblance.SAME:
                why = reasons.ENDING if at >= first else reasons.FRONT
                return of, say(why, host=link.host, end=link.end, of=of)
            if kind:
                return of, say(_WORDS[kind], host=link.host, of=of)
        spread = ("".join(labels[at:]) for at in range(len(labels)) if labels[at] in brand)
        if any(whole.startswith(brand) for whole in spread):
            return of, say(reasons.SPLIT, host=link.host, of=of)
    return None


def _behind_user(link: Link, listing: Listing) -> Found | None:
    """An imitation that stands before an @, as in a link that begins with the real address."""
    if not link.user:
        return None
    user = parse(link.user.replace(":", "."))
    if entries := listing.host(user.host):
        return entries[-1].contact, say(reasons.USER, host=link.host)
    brand = next(iter(listing.brands.values()), "")
    return _imitated(user, listing) and (brand, say(reasons.USER, host=link.host))


def _unlisted(link: Link, listing: Listing) -> tuple[Why, ...]:
    if re.fullmatch(r"[\d.]+", link.host):
        return (reasons.NUMBERS,)
    if _named(link.rest, listing):
        return (say(reasons.MENTIONED, host=link.host),)
    return (reasons.UNLISTED,)


def _named(rest: str, listing: Listing) -> str | None:
    """The domain of a brand that the rest of a link names."""
    rest = unquote(rest).lower()
    return next((of for brand, of in listing.brands.items() if brand in rest), None)


def _page(link: Link, listing: Listing) -> Found | None:
    """An imitation that is a page at a host where anybody can make one."""
    rest = unquote(link.rest).lower()
    if not (f".{link.host}".endswith(_BUILDERS) and LURE.search(rest)):
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
    head = query.lower().partition("body=")[0]
    broken = "%" in address or "%0a" in head or "%0d" in head
    if verdict.verdict == "official" and (broken or keys - {"subject", "body"}):
        return Verdict("unknown", verdict.of, (reasons.ODD,))
    return verdict


def mail(text: str, listing: Listing) -> Verdict:
    """The verdict on a mail address, with or without the name of its sender."""
    display, address = _parts(text)
    local, _, host = address.rpartition("@")
    link = parse(host)
    if link.exact == host.lower() and (known := _listed_mail(display, address, listing)):
        return known
    if found := _imitated(link, listing):
        return imitation(*found)
    for brand, of in listing.brands.items():
        for part, why in ((local.partition("+")[0], reasons.LOCAL), (display, reasons.DISPLAY)):
            if any(likeness(word, brand, listing.others) for word in _words(part)):
                return imitation(of, say(why, host=host))
    if short := shortly([*_words(local.partition("+")[0]), *link.labels], listing):
        return short
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
    """The verdict on an address that is on the list, or whose host is."""
    local, _, host = address.lower().rpartition("@")
    entry, entries = listing.mails.get(f"{local}@{host}"), listing.host(host)
    if not (entry or entries):
        return None
    if any(contact.lower() != address.lower() for contact in contacts(display)):
        return Verdict("unknown", None, (reasons.TWO_SENDERS, reasons.FORGED))
    if entry:
        return listed(entry, reasons.FORGED)
    nearest, top = entries[0], entries[-1]
    if nearest.status is not Status.OFFICIAL:
        return listed(nearest)
    if top.contact not in listing.brands.values():
        return Verdict("unknown", None, (reasons.UNLISTED,))
    if not _LOCAL.fullmatch(local):
        return Verdict("unknown", top.contact, (reasons.ODD, reasons.FORGED))
    why = (say(reasons.MAILBOX, listed=top.contact), reasons.FORGED)
    return Verdict("official", top.contact, why)
