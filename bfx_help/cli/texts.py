"""Which texts a conversation ends with, and the form in which they leave the program."""

from pathlib import Path
from typing import NamedTuple

from bfx_help.cli.conversation import NOTHING_TO_SEND, Ended
from bfx_help.cli.desk import Desk
from bfx_help.model import Language, Script
from bfx_help.plain import plain
from bfx_help.request import Request, as_email, as_markdown, chosen_text, literal

KINDS = ("letter", "chat", "public", "other-party", "police")
"""The texts there are; ticket, e-mail, follow-up, review and complaint are letters."""

REPLIES = (Script.FOLLOW_UP, Script.REVIEW, Script.COMPLAINT)
"""What is written into the ticket that there is."""

_LETTERS = ("ticket", "email", "follow-up")
"""Names by which a letter is asked for."""

_BY_CHANNEL = {
    "live-chat": "chat",
    "x": "public",
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
    """Where the text goes: to the first channel of the route that takes one, else into a ticket;
    the details of an emergency into the ticket. Without a text, where the route leads."""
    route = ended.recommendation.route
    if ended.request is None:
        return route.channel
    if ended.details:
        return "ticket"
    channels = (route.channel, route.fallback, "ticket")
    return next(name for name in channels if name not in NOTHING_TO_SEND)


def kinds(ended: Ended, wish: Wish, request: Request) -> tuple[str, ...]:
    """The texts to print: the one that the channel needs, or those that were asked for and that
    there are. Another never stands in for one that lacks: it may say what is not for all."""
    if not wish.texts:
        return (kind_for(ended),)
    names = KINDS if "all" in wish.texts else wish.texts
    there = (name for name in names if _is_there(request, name))
    return tuple(dict.fromkeys("letter" if name in _LETTERS else name for name in there))


def _is_there(request: Request, name: str) -> bool:
    if name == "follow-up":  # the first letter is none
        return request.script in REPLIES
    return bool(chosen_text(request, name, [Language.EN]))


def lacks(wish: Wish, request: Request) -> tuple[str, ...]:
    """The texts that were asked for by name and that these answers do not give."""
    if "all" in wish.texts:
        return ()
    return tuple(name for name in wish.texts if not _is_there(request, name))


def printed(ended: Ended, wish: Wish, request: Request) -> tuple[str, ...]:
    """The texts as which the result leaves the program: a mail is a letter, and so is a page, where
    no other text was asked for."""
    if wish.format == "eml" or (wish.format == "markdown" and not wish.texts):
        return ("letter",)
    return kinds(ended, wish, request)


def rendered(desk: Desk, ended: Ended, request: Request, wish: Wish) -> bytes:
    """The result as it leaves the program."""
    languages = languages_for(wish.languages, desk.language)
    if wish.format == "eml":
        address = desk.content.channels["email"].address or ""
        return as_email(request, languages, address)
    if wish.format == "markdown":
        return f"{_markdown(ended, request, wish, languages)}\n".encode()
    texts = [chosen_text(request, kind, languages) for kind in printed(ended, wish, request)]
    joined = plain("\n\n".join(texts))
    return f"{joined}\n".encode()


def _markdown(ended: Ended, request: Request, wish: Wish, languages: tuple[Language, ...]) -> str:
    """The letter with its headings, and the short texts that were asked for as they stand."""
    return "\n\n".join(
        as_markdown(request, languages)
        if kind == "letter"
        else literal(plain(chosen_text(request, kind, languages)))
        for kind in printed(ended, wish, request)
    )


def languages_for(wish: str | None, interface: Language) -> tuple[Language, ...]:
    """The languages of the request: English by default, with Chinese below for a Chinese reader."""
    chosen = wish or ("both" if interface is Language.ZH else "en")
    return tuple(Language) if chosen == "both" else (Language(chosen),)
