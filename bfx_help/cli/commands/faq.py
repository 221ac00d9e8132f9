"""The `faq` commands: search, list, show."""

from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.desk import Desk
from bfx_help.cli.options import Form, Json, PageFormat, at_desk


@at_desk
def search(
    desk: Desk,
    words: Annotated[list[str], typer.Argument(metavar="WORDS")],
    json: Json = False,
) -> int:
    """Find an answer."""
    from bfx_help.cli import faq_search

    return faq_search.search(desk, " ".join(words), json)


@at_desk
def list_(
    desk: Desk,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completing.topics)
    ] = None,
    json: Json = False,
) -> int:
    """All questions that have an answer."""
    from bfx_help.cli import faq

    return faq.show_list(desk, topic, json)


@at_desk
def show(
    desk: Desk,
    entry: Annotated[str, typer.Argument(metavar="ID", autocompletion=completing.entries)],
    sources: Annotated[bool, typer.Option("--sources")] = False,
    json: Json = False,
    form: Form = PageFormat.TEXT,
) -> int:
    """One answer, and where it was read."""
    from bfx_help.cli import faq

    return faq.show_entry(desk, entry, PageFormat.JSON if json else form, sources)
