"""What the commands share: the options that all of them take, and the desk they open."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.desk import Desk
from bfx_help.cli.start import open_desk

Lang = Annotated[str | None, typer.Option("--lang", metavar="en|zh|zh-Hant")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR")]
Plain = Annotated[bool, typer.Option("--plain")]
Json = Annotated[bool, typer.Option("--json")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")]
Copy = Annotated[bool, typer.Option("--copy")]
Open = Annotated[bool, typer.Option("--open")]


class RequestLang(StrEnum):
    """The languages of a request."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"


class PageFormat(StrEnum):
    """The forms of a page."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class SheetFormat(StrEnum):
    """The forms of the checklist."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


Form = Annotated[PageFormat, typer.Option("--format", metavar="FORM")]
SheetForm = Annotated[SheetFormat, typer.Option("--format", metavar="FORM")]
RequestLanguage = Annotated[
    RequestLang | None, typer.Option("--request-lang", metavar="en|zh|both")
]


def desk_for(
    ctx: typer.Context, lang: str | None, data: Path | None, plain: bool, *, keep: bool = True
) -> Desk:
    """The desk for a command that was given these options."""
    return open_desk(ctx.find_root().obj, lang=lang, data=data, plain=plain, keep=keep)
