"""The list of contacts that `verify` decides by, arranged for looking up."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from bfx_help.model import Official, Status
from bfx_help.verify.profiles import Profile, profile


class Listing(NamedTuple):
    """The list by what it is looked up with; `brands` are the names to imitate, with domains."""

    brands: Mapping[str, str]
    hosts: Mapping[str, Official]
    mails: Mapping[str, Official]
    profiles: Mapping[Profile, Official]
    others: frozenset[str]  # names that only sound alike
    short: Mapping[str, str]  # short names, each with the domain of its owner

    def host(self, host: str) -> tuple[Official, ...]:
        """The entries for a host and for the domains above it, the nearest first."""
        labels = host.split(".")
        above = (".".join(labels[start:]) for start in range(len(labels)))
        return tuple(self.hosts[name] for name in above if name in self.hosts)

    def named(self, name: str, platform: str | None = None) -> tuple[Official, ...]:
        """The entries for an account of that name, on one platform or on any."""
        there = ((at, entry) for at, entry in self.profiles.items() if at.name == name)
        return tuple(entry for at, entry in there if platform in (None, at.platform))


@lru_cache(maxsize=8)
def arranged(official: tuple[Official, ...]) -> Listing:
    """The list arranged for looking up."""
    hosts = _by_contact(official, "domain")
    profiles = {
        _place(entry): entry for entry in official if entry.platform not in ("domain", "email")
    }
    return Listing(
        brands={
            name.partition(".")[0]: name
            for name, entry in hosts.items()
            if entry.status is Status.OFFICIAL and name.count(".") == 1
        },
        hosts=hosts,
        mails=_by_contact(official, "email"),
        profiles=profiles,
        others=frozenset(
            (_place(entry).name if entry.platform != "domain" else entry.contact.partition(".")[0])
            for entry in official
            if entry.status is Status.OTHER
        ),
        short={name.lower(): entry.contact for entry in official for name in entry.names},
    )


def _by_contact(official: Iterable[Official], platform: str) -> dict[str, Official]:
    return {entry.contact.lower(): entry for entry in official if entry.platform == platform}


def _place(entry: Official) -> Profile:
    """Where the account of an entry is, whichever way its contact is written."""
    contact = entry.contact.lower()
    host, slash, path = contact.partition("/")
    if slash and "." in host and (found := profile(host, slash + path)):
        return found
    kind, slash, name = contact.partition("/")
    if slash:
        return Profile(entry.platform, name, kind)
    return Profile(entry.platform, contact.lstrip("@"))
