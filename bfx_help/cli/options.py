"""What the commands share: the options that all of them take, and how a group of them is made."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.desk import Desk
from bfx_help.cli.helping import Group
from bfx_help.cli.start import open_desk

Lang = Annotated[str | None, typer.Option("--lang", metavar="en|zh")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR")]
Plain = Annotated[bool, typer.Option("--plain")]
Json = Annotated[bool, typer.Option("--json")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")]
Copy = Annotated[bool, typer.Option("--copy")]


class RequestLang(StrEnum):
    """The languages of a request."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"


RequestLanguage = Annotated[
    RequestLang | None, typer.Option("--request-lang", metavar="en|zh|both")
]


def new_app(name: str | None = None) -> typer.Typer:
    """A group of commands; without a name the program itself."""
    return typer.Typer(
        name=name,
        cls=Group,
        no_args_is_help=name is not None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=name is None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def desk_for(
    ctx: typer.Context, lang: str | None, data: Path | None, plain: bool, *, keep: bool = True
) -> Desk:
    """The desk for a command that was given these options."""
    return open_desk(ctx.find_root().obj, lang=lang, data=data, plain=plain, keep=keep)
