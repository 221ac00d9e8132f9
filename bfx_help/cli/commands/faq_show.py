"""`faq show`: one answer, and where it was read."""

from typing import Annotated, Any

import typer

from bfx_help.cli import completion
from bfx_help.cli.context import Context
from bfx_help.cli.faq_entry import entry_page
from bfx_help.cli.options import Json, PageForm, as_command
from bfx_help.cli.output import Page, as_json, as_markdown, data_of
from bfx_help.model import Entry


@as_command
def command(
    context: Context,
    entry: Annotated[str, typer.Argument(metavar="ID", autocompletion=completion.entries)],
    sources: Annotated[bool, typer.Option("--sources")] = False,
    json: Json = False,
    form: PageForm = "text",
) -> Page:
    """Show one entry, and its sources if asked. Raises `UsageProblem` for an unknown one."""
    if entry not in context.content.faq:
        raise context.unknown(entry, context.content.faq, "no-entry")
    found = context.content.faq[entry]
    page = entry_page(context, found, sources)
    if json or form == "json":
        return as_json(_entry_data(context, found))
    return as_markdown(page) if form == "markdown" else page


def _entry_data(context: Context, entry: Entry) -> dict[str, Any]:
    keys = ("id", "topic", "question", "answer", "if_not", "note", "phrasings", "steps", "channel")
    more = ("links", "related", "facts", "general")
    return {
        **data_of(entry, context.languages, *keys, *more),
        "sources": data_of(context.content.sources_of(entry.facts), context.languages),
        "basis": context.content.basis(entry.rests_on),
        "read": context.content.oldest_read(entry.facts),
    }
