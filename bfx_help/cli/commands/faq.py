"""The `faq` commands: search, list, show."""

from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.context import Context
from bfx_help.cli.options import Form, Json, PageFormat, as_command


@as_command
def search(
    context: Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS")],
    json: Json = False,
) -> int:
    """Find an answer."""
    from bfx_help.cli import faq_search

    return faq_search.search(context, " ".join(words), json)


@as_command
def list_(
    context: Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completing.topics)
    ] = None,
    json: Json = False,
) -> int:
    """All questions that have an answer."""
    from bfx_help.cli import faq

    return faq.show_list(context, topic, json)


@as_command
def show(
    context: Context,
    entry: Annotated[str, typer.Argument(metavar="ID", autocompletion=completing.entries)],
    sources: Annotated[bool, typer.Option("--sources")] = False,
    json: Json = False,
    form: Form = PageFormat.TEXT,
) -> int:
    """One answer, and where it was read."""
    from bfx_help.cli import faq

    return faq.show_entry(context, entry, PageFormat.JSON if json else form, sources)
