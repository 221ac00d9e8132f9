"""`faq show`: one answer, and where it was read."""

from typing import Annotated, Any

import typer

from bfx_help.cli import completion
from bfx_help.cli.context import Context
from bfx_help.cli.faq_entry import entry_page
from bfx_help.cli.options import Json, PageForm, as_command
from bfx_help.cli.output import as_json, as_markdown, show_page, write
from bfx_help.model import Entry


@as_command
def command(
    context: Context,
    entry: Annotated[str, typer.Argument(metavar="ID", autocompletion=completion.entries)],
    sources: Annotated[bool, typer.Option("--sources")] = False,
    json: Json = False,
    form: PageForm = "text",
) -> int:
    """Show one entry, and its sources if asked. Raises `UsageProblem` for an unknown one."""
    if entry not in context.content.faq:
        raise context.unknown(entry, context.content.faq, "no-entry")
    found = context.content.faq[entry]
    page = entry_page(context, found, sources)
    if json or form == "json":
        write(as_json(_entry_data(context, found)))
    elif form == "markdown":
        write(as_markdown(page))
    else:
        show_page(context, page)
    return 0


def _entry_data(context: Context, entry: Entry) -> dict[str, Any]:
    texts = {
        "question": entry.question,
        "answer": entry.answer,
        "if-not": entry.if_not,
        "note": entry.note,
    }
    return {
        "id": entry.id,
        "topic": entry.topic,
        **{key: text.as_dict(context.languages) if text else None for key, text in texts.items()},
        "phrasings": entry.phrasings.as_dict(context.languages),
        "steps": [step.as_dict(context.languages) for step in entry.steps],
        "channel": entry.channel,
        "links": list(entry.links),
        "related": list(entry.related),
        "facts": list(entry.facts),
        "general": entry.general,
        "sources": [
            {**source._asdict(), "name": source.name.as_dict(context.languages)}
            for source in context.content.sources_of(entry.facts)
        ],
        "basis": context.content.basis(entry.rests_on),
        "read": context.content.oldest_read(entry.facts),
    }
