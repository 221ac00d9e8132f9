"""Takes a link apart as browsers do, and notices what is meant to deceive whoever reads it."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bfx_help.model import Reason
from bfx_help.name_lists import pattern_of, words_of
from bfx_help.verify import reasons

WRAPPERS = pattern_of("platforms", "schemes")
"""Schemes that wrap an address or lead somewhere else than to a web page."""

# A host and a port look like a scheme ("host:443"), so one is believed only before slashes, or
# where it is known.
_SCHEME = re.compile(
    r"([a-z][a-z0-9+-]{0,30}):(?=[\\/])"
    rf"|(https?|{WRAPPERS}):",
    re.I,
)
_EXACT = re.compile(
    r"(?:(?:(?:https?|wss?):)?//)?(?P<host>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)\.?(?::\d{0,5})?"
    r"(?:/[^\\]*|[?#][^\\@]*)?",
    re.I,
)
# Parts of a path that lead back out of it.
_BACK = re.compile(r"/(?:\.|%2e){1,2}(?:[/?#]|%2f|$)", re.I)
_DOTS = "。．｡"
_SLASHES = re.compile("[∕⁄／⧸╱⟋＼﹨⧵？＃：＠/?#]")


class Link(NamedTuple):
    """A link as it was written. `exact` is its host where nothing about the link is doubtful, and
    only that may be looked up as official; `host` is where it seems to lead in any case."""

    host: str
    rest: str
    user: str
    exact: str | None
    tricks: tuple[Reason, ...]

    @property
    def labels(self) -> list[str]:
        """The parts of the host, also where something else than a dot separates them."""
        return [part for part in re.split(r"[.@:%\s]", _SLASHES.sub(".", self.host)) if part]

    @property
    def end(self) -> str:
        """The part of the host that somebody had to register."""
        labels = self.host.split(".")
        country = len(labels) > 2 and len(labels[-1]) == 2
        shared = country and labels[-2] in words_of("platforms", "shared ends")  # as in `co.uk`
        return ".".join(labels[-3 if shared else -2 :])


def parse(text: str) -> Link:
    """The link that a text is, with or without its scheme."""
    tricks = []
    found = _SCHEME.match(text)
    scheme = (found[1] or found[2]).lower() if found else ""
    after = text[found.end() :] if found else text
    if scheme not in ("", "http", "https", "ws", "wss"):
        tricks.append(reasons.SCHEME)
    elif found and not re.match(r"//[^/\\]", after):
        tricks.append(reasons.ODD)
    if "\\" in text:
        tricks.append(reasons.BACKSLASH)
    if _BACK.search(re.split(r"[?#]", after)[0]):
        tricks.append(reasons.ODD)
    after = after.lstrip("\\/")
    authority = re.split(r"[/?#\\]", after, maxsplit=1)[0]
    user, host = _host(authority, tricks)
    return Link(
        host, after[len(authority) :], user, None if tricks else _exact(text), tuple(tricks)
    )


def _host(authority: str, tricks: list[Reason]) -> tuple[str, str]:
    """User and host of an authority; adds to the tricks what is meant to deceive in it."""
    decoded = unquote(authority)
    dotted = decoded.translate(dict.fromkeys(map(ord, _DOTS), "."))
    compatible = unicodedata.normalize("NFKC", dotted)
    user, at, host = compatible.rpartition("@")
    host = re.sub(r":\d*$", "", host).rstrip(".").lower()
    if at:
        tricks.append(reasons.say(reasons.USER, host=host))
    if decoded != authority:
        tricks.append(reasons.ENCODED)
    if dotted != decoded:
        tricks.append(reasons.DOTS)
    if _SLASHES.search(decoded):
        tricks.append(reasons.SLASH)
    elif any(not c.isascii() and unicodedata.normalize("NFKC", c).isascii() for c in dotted):
        tricks.append(reasons.WIDE)
    return user, host


def _exact(text: str) -> str | None:
    """The host, where the form of the link allows no second reading and the standard library,
    which reads links by another rule than browsers, reads it the same way."""
    found = _EXACT.fullmatch(text)
    if not found or len(found["host"]) > 253:
        return None
    host = found["host"].lower()
    try:
        other = urlsplit(text if re.match(r"(?:\w+:)?//", text) else "//" + text)
        agreed = (other.hostname or "").rstrip(".") == host and (other.port or 0) >= 0
    except ValueError:
        return None
    return host if agreed else None
