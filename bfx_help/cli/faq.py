"""The pages of the FAQ: the list of its questions, and one answer."""

from collections.abc import Iterator
from typing import Any

from bfx_help.cli.desk import Desk
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


def show_list(desk: Desk, topic: str | None, as_data: bool) -> int:
    """Show all entries by topic, or those of one. Raises `Usage` for an unknown topic."""
    groups: dict[str, list[Entry]] = {}
    for entry in desk.content.faq.values():
        groups.setdefault(entry.topic, []).append(entry)
    topic = desk.id_of(topic, desk.content.topics) if topic else None
    if topic is not None and topic not in groups:
        raise desk.unknown(topic, groups, "no-topic")
    chosen = {topic: groups[topic]} if topic else groups
    if as_data:
        rows = [_row(desk, entry) for entries in chosen.values() for entry in entries]
        write(as_json({"entries": rows}))
    else:
        show(desk, _groups(desk, chosen))
    return 0


def _row(desk: Desk, entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "topic": entry.topic,
        "question": entry.question._asdict(),
        "basis": desk.content.basis(entry.rests_on),
    }


def _groups(desk: Desk, groups: dict[str, list[Entry]]) -> Iterator[Paragraph]:
    for place, (name, entries) in enumerate(groups.items()):
        if place:
            yield GAP
        topic = desk.content.topics.get(name)
        yield heading(f"{desk(topic.name)} ({name})" if topic else name)
        yield from (Paragraph(f"  {desk(one.question)}  [{one.id}]", "    ") for one in entries)


def show_entry(desk: Desk, name: str, form: str, sources: bool = False) -> int:
    """Show one entry, and with `sources` where it was read. Raises `Usage` for an unknown one."""
    if name not in desk.content.faq:
        raise desk.unknown(name, desk.content.faq, "no-entry")
    entry = desk.content.faq[name]
    if form == "json":
        write(as_json(_entry_data(desk, entry)))
        return 0
    page = entry_page(desk, entry, sources)
    if form == "markdown":
        write(as_markdown(page))
    else:
        show(desk, page)
    return 0


def entry_page(desk: Desk, entry: Entry, sources: bool = False) -> Iterator[Paragraph]:
    """The answer with its steps, and in one line what it rests on."""
    yield Paragraph(desk(entry.question), tone=Tone.HEADING)
    yield from (GAP, Paragraph(desk(entry.answer)), GAP)
    for number, step in enumerate(entry.steps, 1):
        yield Paragraph(desk(step), mark=f"{number:>2}." if len(entry.steps) > 9 else f"{number}.")
    if entry.steps:
        yield GAP
    yield from map(Paragraph, after_steps(desk, entry))
    if basis := desk.basis(entry.rests_on):
        yield quiet(basis)
    if sources and entry.facts:
        yield from (GAP, *source_lines(desk, entry))


def after_steps(desk: Desk, entry: Entry) -> Iterator[str]:
    """What to do when the steps do not help, where to write, and the links."""
    for text in (entry.if_not, entry.note):
        if text:
            yield desk(text)
    if entry.channel:
        name = desk(desk.content.channels[entry.channel].name)
        yield desk.word("entry-channel", channel=name)
    yield from entry.links


def source_lines(desk: Desk, entry: Entry) -> Iterator[Paragraph]:
    """Where each fact of an answer was read."""
    yield Paragraph(desk.word("faq-sources"), tone=Tone.HEADING)
    for source in desk.content.sources_of(entry.facts):
        text = f"{desk(source.name)}{_place(desk, source)}"
        yield Paragraph(text, tone=Tone.QUIET, mark="-")


def _place(desk: Desk, source: Source) -> str:
    """Where and from when a source is; our own word has neither."""
    if source.kind is Kind.OWN:
        return ""
    where = f" {_readable(source.at)}" if source.at else ""
    return desk.beside(where, source.dated or desk.word("source-undated"))


def _readable(address: str) -> str:
    """An address with its letters in place of the codes for them."""
    from urllib.parse import unquote

    readable = unquote(address)
    return readable if readable.isprintable() and " " not in readable else address


def _entry_data(desk: Desk, entry: Entry) -> dict[str, Any]:
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
        "sources": [_source_data(desk, one.id) for one in desk.content.sources_of(entry.facts)],
        "basis": desk.content.basis(entry.rests_on),
        "read": desk.content.oldest_read(entry.facts),
    }


def _source_data(desk: Desk, name: str) -> dict[str, Any]:
    source = desk.content.sources[name]
    return {**source._asdict(), "name": source.name._asdict()}
