"""The pages of the FAQ: the list of its questions, and one answer."""

from collections.abc import Iterator
from typing import Any

from bfx_help.cli.context import Context
from bfx_help.cli.output import (
    GAP,
    Paragraph,
    as_json,
    as_markdown,
    heading,
    quiet,
    show,
    write,
)
from bfx_help.model import Entry, Kind, Source, Tone


def show_list(context: Context, topic: str | None, as_data: bool) -> int:
    """Show all entries by topic, or those of one. Raises `UsageProblem` for an unknown topic."""
    groups: dict[str, list[Entry]] = {}
    for entry in context.content.faq.values():
        groups.setdefault(entry.topic, []).append(entry)
    topic = context.id_of(topic, context.content.topics) if topic else None
    if topic is not None and topic not in groups:
        raise context.unknown(topic, groups, "no-topic")
    chosen = {topic: groups[topic]} if topic else groups
    if as_data:
        rows = [_row(context, entry) for entries in chosen.values() for entry in entries]
        write(as_json({"entries": rows}))
    else:
        show(context, _groups(context, chosen))
    return 0


def _row(context: Context, entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "topic": entry.topic,
        "question": entry.question._asdict(),
        "basis": context.content.basis(entry.rests_on),
    }


def _groups(context: Context, groups: dict[str, list[Entry]]) -> Iterator[Paragraph]:
    for place, (name, entries) in enumerate(groups.items()):
        if place:
            yield GAP
        topic = context.content.topics.get(name)
        yield heading(f"{context(topic.name)} ({name})" if topic else name)
        yield from (
            Paragraph(f"  {context(entry.question)}  [{entry.id}]", "    ") for entry in entries
        )


def show_entry(context: Context, name: str, form: str, sources: bool = False) -> int:
    """Show one entry, and its sources if asked. Raises `UsageProblem` for an unknown one."""
    if name not in context.content.faq:
        raise context.unknown(name, context.content.faq, "no-entry")
    entry = context.content.faq[name]
    if form == "json":
        write(as_json(_entry_data(context, entry)))
        return 0
    page = entry_page(context, entry, sources)
    if form == "markdown":
        write(as_markdown(page))
    else:
        show(context, page)
    return 0


def entry_page(context: Context, entry: Entry, sources: bool = False) -> Iterator[Paragraph]:
    """The answer with its steps, and in one line what it rests on."""
    yield Paragraph(context(entry.question), tone=Tone.HEADING)
    yield from (GAP, Paragraph(context(entry.answer)), GAP)
    for number, step in enumerate(entry.steps, 1):
        yield Paragraph(
            context(step), mark=f"{number:>2}." if len(entry.steps) > 9 else f"{number}."
        )
    if entry.steps:
        yield GAP
    yield from map(Paragraph, after_steps(context, entry))
    if basis := context.basis(entry.rests_on):
        yield quiet(basis)
    if sources and entry.facts:
        yield from (GAP, *source_lines(context, entry))


def after_steps(context: Context, entry: Entry) -> Iterator[str]:
    """What to do when the steps do not help, where to write, and the links."""
    for text in (entry.if_not, entry.note):
        if text:
            yield context(text)
    if entry.channel:
        name = context(context.content.channels[entry.channel].name)
        yield context.word("entry-channel", channel=name)
    yield from entry.links


def source_lines(context: Context, entry: Entry) -> Iterator[Paragraph]:
    """Where each fact of an answer was read."""
    yield Paragraph(context.word("faq-sources"), tone=Tone.HEADING)
    for source in context.content.sources_of(entry.facts):
        text = f"{context(source.name)}{_place(context, source)}"
        yield Paragraph(text, tone=Tone.QUIET, mark="-")


def _place(context: Context, source: Source) -> str:
    """Where and from when a source is; our own word has neither."""
    if source.kind is Kind.OWN:
        return ""
    where = f" {_readable(source.at)}" if source.at else ""
    return context.beside(where, source.dated or context.word("source-undated"))


def _readable(address: str) -> str:
    """An address with its letters in place of the codes for them."""
    from urllib.parse import unquote

    readable = unquote(address)
    return readable if readable.isprintable() and " " not in readable else address


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
        **{key: text._asdict() if text else None for key, text in texts.items()},
        "phrasings": entry.phrasings._asdict(),
        "steps": [step._asdict() for step in entry.steps],
        "channel": entry.channel,
        "links": list(entry.links),
        "related": list(entry.related),
        "facts": list(entry.facts),
        "general": entry.general,
        "sources": [
            _source_data(context, source.id) for source in context.content.sources_of(entry.facts)
        ],
        "basis": context.content.basis(entry.rests_on),
        "read": context.content.oldest_read(entry.facts),
    }


def _source_data(context: Context, name: str) -> dict[str, Any]:
    source = context.content.sources[name]
    return {**source._asdict(), "name": source.name._asdict()}
