"""Which account of which platform a link leads to."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from bfx_help.name_lists import list_of, table_of, words_of


class Profile(NamedTuple):
    """An account. `kind` tells kinds of accounts apart that share names, such as `r` and `u` of
    Reddit; `post` is set where the link leads to something that was written there."""

    platform: str
    name: str
    kind: str = ""
    post: bool = False


MESSENGERS = words_of("platforms", "messengers")
"""Where people talk in private, and no account of the exchange is known."""

APPS = frozenset({"android", "ios"})
"""The shops for apps, where the name of an account is the id of an app."""

_HOSTS = {
    host: platform
    for platform, hosts in table_of("platforms", "hosts").items()
    for host in hosts.split()
}
# The account's own name in front of the platform's. A publication of Medium and a name before
# medium.com are given out separately, which the kind keeps apart.
_NAMED = {
    host: named.partition(" ")[::2] for host, named in table_of("platforms", "own names").items()
}
_FRONT = tuple(list_of("platforms", "fronts").split())
# Parts of a path that stand before the name of an account. They make an account of another kind,
# unless they only show the same one in another way.
_BEFORE = words_of("platforms", "before names")
_SAME = {("telegram", "s"), ("facebook", "pg")}
_NO_NAME = words_of("platforms", "no names")  # where a name could stand
# Where the name of an account stands behind one of these alone, and everything else is a page.
_MARKED = {name: tuple(it.split()) for name, it in table_of("platforms", "marked names").items()}
# What below an account is its own. Everything else may be anybody's: posts, comments, files that
# somebody attached, changes that somebody proposed.
_OWN = {
    "github": re.compile(r"[^/]+(?:/releases(?:/.*)?|/(?:tree|blob)/(?:main|master)(?:/.*)?)?"),
    "linkedin": re.compile(r"(?:posts|about|jobs|people|life|videos)(?:/.*)?"),
    "medium": re.compile(r"[^/]+"),
}


def profile(host: str, path: str) -> Profile | None:
    """The account that the path of a link names on a known platform: with an empty name where the
    link names none, `None` for other hosts."""
    host = host.removeprefix("www.")
    query = parse_qs(path.partition("?")[2])
    if app := _app(host, path, query):
        return app
    for ending, (platform, kind) in _NAMED.items():
        name = host.removesuffix("." + ending)
        if name != host and "." not in name:
            return Profile(platform, name, kind)
    fronts = (host.removeprefix(front) for front in ("", *_FRONT))
    known = next((_HOSTS[name] for name in fronts if name in _HOSTS), None)
    return _account(known, path, query) if known else None


def resolved(query: str) -> Profile:
    """The account of a link that opens Telegram itself."""
    values = parse_qs(query)
    names = values.get("domain", [])
    return Profile("telegram", names[0].lower() if len(names) == 1 else "", "", len(values) > 1)


def _app(host: str, path: str, query: Mapping[str, list[str]]) -> Profile | None:
    if host == "play.google.com":
        ids = query.get("id", [])
        page = path.startswith("/store/apps/details?") and len(ids) == 1
        return Profile("android", ids[0].lower() if page else "")
    if host in ("apps.apple.com", "itunes.apple.com"):
        number = re.match(r"/(?:[a-z]{2}/)?app/(?:[^/?#]+/)?(id\d+)/?(?:[?#]|$)", path)
        return Profile("ios", number[1] if number else "")
    return None


def _account(platform: str, path: str, query: Mapping[str, list[str]]) -> Profile:
    parts = [unquote(part) for part in re.split(r"[?#]", path)[0].split("/") if part]
    names = query.get("screen_name", [])
    if parts[:1] == ["intent"] and len(names) == 1:
        return Profile(platform, names[0].lower())
    marked = _MARKED.get(platform)
    if marked and not (parts and parts[0].lower().startswith(marked)):
        return Profile(platform, "")
    kind = ""
    while len(parts) > 1 and parts[0].lower() in _BEFORE:
        kind = "" if (platform, parts[0].lower()) in _SAME else parts[0].lower()
        parts = parts[1:]
    if parts and parts[0].startswith("@") and platform != "x":
        kind = "@"
    name = parts[0].lstrip("@~").lower() if parts else ""
    if name in _NO_NAME or name.startswith("+"):
        return Profile(platform, "")
    below = "/".join(parts[1:])
    own = _OWN.get(platform)
    return Profile(platform, name, kind, bool(below) and not (own and own.fullmatch(below)))
