"""`faq list`: all questions that have an answer, by topic."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from bfx_help.cli import completion
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.output import GAP, Page, Paragraph, as_json, data_of, heading
from bfx_help.model import Entry


@as_command
def command(
    context: Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completion.topics)
    ] = None,
    json: Json = False,
) -> Page:
    """Show all entries by topic, or those of one. Raises `UsageProblem` for an unknown topic."""
    groups: dict[str, list[Entry]] = {}
    for entry in context.content.faq.values():
        groups.setdefault(entry.topic, []).append(entry)
    topic = context.id_of(topic, context.content.topics) if topic else None
    if topic is not None and topic not in groups:
        raise context.unknown(topic, groups, "no-topic")
    chosen = {topic: groups[topic]} if topic else groups
    if json:
        rows = [_row(context, entry) for entries in chosen.values() for entry in entries]
        return as_json({"entries": rows})
    return _groups(context, chosen)


def _row(context: Context, entry: Entry) -> dict[str, Any]:
    data = data_of(entry, context.languages, "id", "topic", "question")
    return {**data, "basis": context.content.basis(entry.rests_on)}


def _groups(context: Context, groups: dict[str, list[Entry]]) -> Iterator[Paragraph]:
    for place, (name, entries) in enumerate(groups.items()):
        if place:
            yield GAP
        topic = context.content.topics.get(name)
        yield heading(f"{context(topic.name)} ({name})" if topic else name)
        yield from (
            Paragraph(f"  {context(entry.question)}  [{entry.id}]", "    ") for entry in entries
        )
