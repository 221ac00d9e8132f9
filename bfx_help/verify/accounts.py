"""Judges accounts: handles, profiles, and accounts of messengers."""

import re
from collections.abc import Sequence

from bfx_help.model import Official, Status, Verdict, Why
from bfx_help.name_lists import table_of, words_of
from bfx_help.verify import reasons
from bfx_help.verify.allowlist import Listing
from bfx_help.verify.profiles import MESSENGERS, Profile
from bfx_help.verify.reasons import say
from bfx_help.verify.similarity import Resemblance, likeness, short_name

LURE = re.compile("|".join(map(re.escape, sorted(words_of("bait", "lures")))), re.I)
"""Bait that stands beside a name: what customers look for, and what is promised to them."""

# Where accounts are written @name, so that a bare @name may mean one of them.
_WITH_AT = ("x", "telegram", "instagram")
_SHOWN = table_of("platforms", "shown")


def account(where: Profile, listing: Listing) -> Verdict:
    """The verdict on an account of a platform."""
    if not where.name:
        return Verdict("unknown", None, (reasons.INVITE,))
    entry = listing.profiles.get(where._replace(post=False))
    if entry and where.post:
        return _posted(entry, where)
    if entry:
        return listed(entry, reasons.NO_FIRST_MESSAGE)
    return _unlisted(where.name, where.platform, listing)


def _posted(entry: Official, where: Profile) -> Verdict:
    """The verdict on a post: on X the account is official, but its name before the number of a post
    proves nothing, which is told first; elsewhere the post may be anybody's."""
    if where.platform != "x" or entry.status is not Status.OFFICIAL:
        return Verdict("unknown", entry.contact, (reasons.POST,))
    return Verdict("official", entry.contact, (reasons.ANY_POST, reasons.NO_FIRST_MESSAGE))


def handle(name: str, listing: Listing) -> Verdict:
    """The verdict on a name like @name that does not say on which platform."""
    name = name.lstrip("@").lower()
    entries = [entry for entry in listing.named(name) if entry.platform in _WITH_AT]
    entries.sort(key=lambda entry: entry.status is not Status.OFFICIAL)
    if entries:
        where = " / ".join(
            _SHOWN[entry.platform] for entry in entries if entry.status == entries[0].status
        )
        return listed(entries[0], say(reasons.ELSEWHERE, where=where))
    if any(entry.platform == "github" for entry in listing.named(name)):
        return Verdict("unknown", None, (say(reasons.ELSEWHERE, where="GitHub"),))
    return _unlisted(name, None, listing)


def imitation(of: str, *why: Why) -> Verdict:
    """The verdict on an imitation, with what to do."""
    return Verdict("imitation", of, (*why, say(reasons.AVOID, of=of)))


def listed(entry: Official, *more: Why) -> Verdict:
    """The verdict on what stands on the list itself, with what to add where it is official."""
    if entry.status is Status.OFFICIAL:
        return Verdict("official", entry.contact, (entry.purpose, *more))
    if entry.status is Status.OTHER:
        return Verdict("unknown", None, (say(reasons.OTHER, listed=entry.contact), entry.purpose))
    says = (say(reasons.UNCONFIRMED, listed=entry.contact), entry.purpose)
    return Verdict("unknown", entry.contact, says)


def _unlisted(name: str, platform: str | None, listing: Listing) -> Verdict:
    private = platform in MESSENGERS
    where = say(reasons.MESSENGER, where=_SHOWN.get(platform or "", (platform or "").capitalize()))
    for brand, domain in listing.brands.items():
        # The parts of an app's id are names of their own.
        parts = name.split(".") if platform == "android" else [name]
        kinds = [kind for kind in (likeness(part, brand, listing.others) for part in parts) if kind]
        if not kinds:
            continue
        if kinds == [Resemblance.SAME] and not private and platform != "android":
            return Verdict("unknown", None, (reasons.NAME_FREE,))
        real = next((e.contact for e in listing.named(brand, platform)), domain)
        return imitation(real, say(reasons.ACCOUNT, host=name), *((where,) if private else ()))
    if found := shortly([name], listing):
        return found
    return Verdict("unknown", None, (where if private else reasons.UNLISTED,))


def shortly(names: Sequence[str], listing: Listing, path: str = "") -> Verdict | None:
    """The verdict on names that use a short name of an owner on the list: an imitation where bait
    such as a login stands beside it, or in the path behind it."""
    word = short_name(names, listing.short)
    if word is None:
        return None
    of, host = listing.short[word], ".".join(names)
    if LURE.search(f"{host.lower().replace(word, ' ')} {path}"):
        return imitation(of, say(reasons.SHORT_LURE, word=word, of=of, host=host))
    return Verdict("unknown", None, (say(reasons.SHORT, word=word, of=of), reasons.UNLISTED))
