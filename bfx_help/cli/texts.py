"""Which texts a conversation ends with, and the form in which they leave the program."""

from pathlib import Path
from typing import NamedTuple

from bfx_help.cli.conversation import Ended
from bfx_help.cli.desk import Desk
from bfx_help.model import Language, Script
from bfx_help.plain import plain
from bfx_help.request import Request, as_email, as_markdown, chosen_text, literal

KINDS = ("letter", "chat", "public", "other-party", "police")
"""The texts there are; ticket, e-mail, follow-up and complaint are letters."""

_LETTERS = ("ticket", "email", "follow-up", "complaint", "letter")
_BY_CHANNEL = {
    "live-chat": "chat",
    "x": "public",
    "status-page": "public",
    "help-centre": "public",
    "other-party": "other-party",
}


class Wish(NamedTuple):
    """What the options say about the result."""

    format: str
    texts: tuple[str, ...]
    languages: str | None
    output: Path | None
    copy: bool
    why: bool
    open: bool = False


def kind_for(ended: Ended) -> str:
    """Which text the primary channel needs."""
    if ended.details:
        return "letter"
    if ended.recommendation.route.script is Script.OTHER_PARTY:
        return "other-party"
    return _BY_CHANNEL.get(channel_for(ended), "letter")


def channel_for(ended: Ended) -> str:
    """Where the text goes: the fallback, where the primary channel takes none; the details of an
    emergency into the ticket."""
    route = ended.recommendation.route
    if ended.details:
        return "ticket"
    return route.fallback if ended.request and route.channel in ("wait", "faq") else route.channel


def kinds(ended: Ended, wish: Wish, request: Request) -> tuple[str, ...]:
    """The texts to print: the one that the channel needs, or those that were asked for and that
    there are. Another never stands in for one that lacks: it may say what is not for all."""
    if not wish.texts:
        return (kind_for(ended),)
    lacking = lacks(wish, request)
    return tuple(dict.fromkeys(one for one in _wanted(wish, request) if one not in lacking))


def _wanted(wish: Wish, request: Request) -> list[str]:
    if "all" in wish.texts:
        return [one for one in KINDS if chosen_text(request, one, [Language.EN])]
    return [("letter" if name in _LETTERS else name) for name in wish.texts]


def lacks(wish: Wish, request: Request) -> tuple[str, ...]:
    """The texts that were asked for by name and that these answers do not give."""
    return tuple(
        one for one in _wanted(wish, request) if not chosen_text(request, one, [Language.EN])
    )


def rendered(desk: Desk, ended: Ended, request: Request, wish: Wish) -> bytes:
    """The result as it leaves the program."""
    languages = languages_for(wish.languages, desk.language)
    if wish.format == "eml":
        address = desk.content.channels["email"].address or ""
        return as_email(request, languages, address)
    if wish.format == "markdown":
        return f"{_markdown(ended, request, wish, languages)}\n".encode()
    texts = [chosen_text(request, kind, languages) for kind in kinds(ended, wish, request)]
    joined = plain("\n\n".join(texts))
    return f"{joined}\n".encode()


def _markdown(ended: Ended, request: Request, wish: Wish, languages: tuple[Language, ...]) -> str:
    """The letter with its headings, and the short texts that were asked for as they stand."""
    wanted = kinds(ended, wish, request) if wish.texts else ("letter",)
    return "\n\n".join(
        as_markdown(request, languages)
        if kind == "letter"
        else literal(plain(chosen_text(request, kind, languages)))
        for kind in wanted
    )


def languages_for(wish: str | None, interface: Language) -> tuple[Language, ...]:
    """The languages of the request: English by default, with Chinese below for a Chinese reader."""
    chosen = wish or ("both" if interface is Language.ZH else "en")
    return tuple(Language) if chosen == "both" else (Language(chosen),)
