"""The `faq` commands: search, list, show."""

from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.options import Data, Form, Json, Lang, PageFormat, Plain, desk_for


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS")],
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Find an answer."""
    from bfx_help.cli import answers

    desk = desk_for(ctx, lang, data, plain)
    raise typer.Exit(answers.search(desk, " ".join(words), json))


def list_(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completing.topics)
    ] = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """All questions that have an answer."""
    from bfx_help.cli import answers, output

    desk = desk_for(ctx, lang, data, plain)
    output.show(desk, answers.listed(desk, topic, json))


def show(
    ctx: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ID", autocompletion=completing.entries)],
    json: Json = False,
    form: Form = PageFormat.TEXT,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """One answer with its sources."""
    from bfx_help.cli import answers, output

    desk = desk_for(ctx, lang, data, plain)
    output.show(desk, answers.shown(desk, entry, PageFormat.JSON if json else form))
