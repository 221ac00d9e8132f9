"""The `faq` commands: search, list and show."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help import search as ranking
from bfx_help.cli.desk import Desk
from bfx_help.cli.indexes import search_index
from bfx_help.cli.output import (
    GAP,
    Paragraph,
    as_json,
    as_json_line,
    heading,
    keeping,
    quiet,
    show,
    write,
)
from bfx_help.model import Basis, Entry, Kind, Source
from bfx_help.request.formats import literal

LONGEST = 2000
"""Characters of a query that are looked at."""


def search(desk: Desk, words: str, as_data: bool) -> int:
    """Find entries; `-` reads one query a line. Exit code 3 where nothing is good enough."""
    index = search_index(desk)
    if words == "-":
        for line in sys.stdin:
            _one(desk, index, line.rstrip("\r\n"), as_data)
        return 0
    hits = ranking.search(index, words[:LONGEST], 5)
    code = 0 if hits else 3
    with keeping(code):
        if as_data:
            write(_line(desk, words, hits))
        elif hits:
            show(desk, _listing(desk, hits))
            _open_one(desk, hits)
        else:
            show(desk, _nothing(desk, index, words))
    return code


def _one(desk: Desk, index: ranking.Index, query: str, as_data: bool) -> None:
    hits = ranking.search(index, query[:LONGEST], 5)
    if as_data:
        write(_line(desk, query, hits))
    else:
        show(desk, [Paragraph(f"> {query}"), *_listing(desk, hits), GAP])


def _line(desk: Desk, query: str, hits: Sequence[ranking.Hit]) -> str:
    shown = [
        {"id": hit.id, "question": desk(desk.content.faq[hit.id].question), "score": hit.score}
        for hit in hits
    ]
    return as_json_line({"query": query, "hits": shown})


def _listing(desk: Desk, hits: Sequence[ranking.Hit]) -> Iterator[Paragraph]:
    for number, hit in enumerate(hits, 1):
        entry = desk.content.faq[hit.id]
        yield heading(f"{number}  {desk(entry.question)}  [{entry.id}]", "   ")
        if desk(entry.answer):
            yield Paragraph(f"   {desk(entry.answer)}", "   ")
        if entry.facts:
            basis = desk.content.basis(entry.rests_on)
            if basis and basis is not Basis.OWN_PAGES:
                yield quiet(f"   {desk.word(f'basis-{basis}')}")


def _nothing(desk: Desk, index: ranking.Index, words: str) -> Iterator[Paragraph]:
    matter = ranking.answered_elsewhere(index, words[:LONGEST])
    if matter and matter in desk.content.elsewhere:
        yield Paragraph(desk(desk.content.elsewhere[matter].says))
        yield Paragraph(desk.word("faq-elsewhere"))
        return
    yield Paragraph(desk.word("faq-nothing"))
    topics = [
        desk.content.topics[name]
        for name in ranking.nearest_topics(index, words[:LONGEST])
        if name in desk.content.topics
    ]
    if topics:
        names = desk.listed(f"{desk(topic.name)} ({topic.id})" for topic in topics)
        yield Paragraph(desk.word("faq-nearest", topics=names))
    yield Paragraph(desk.word("faq-ask"))


def _open_one(desk: Desk, hits: Sequence[ranking.Hit]) -> None:
    """On a terminal a number opens an entry. A plain line is asked for: the list to choose from
    stands there already, and arrow keys would take longer than the search."""
    if not (sys.stdin.isatty() and sys.stderr.isatty() and sys.stdout.isatty()):
        return
    numbers = {str(number): hit.id for number, hit in enumerate(hits, 1)}
    while reply := _line_typed(desk.word("faq-open", number=len(hits))):
        few = reply.isdecimal() and len(reply) < 4
        number = str(int(reply)) if few else ""  # typed in full width, perhaps
        if number in numbers:
            show_entry(desk, numbers[number], "text")
            return


def _line_typed(question: str) -> str:
    sys.stderr.write(f"\n{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def show_list(desk: Desk, topic: str | None, as_data: bool) -> int:
    """Show all entries by topic, or those of one. Raises `Usage` for an unknown topic."""
    groups: dict[str, list[Entry]] = {}
    for entry in desk.content.faq.values():
        groups.setdefault(entry.topic, []).append(entry)
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


def show_entry(desk: Desk, name: str, form: str) -> int:
    """Show one entry with its sources. Raises `Usage` for an unknown one."""
    if name not in desk.content.faq:
        raise desk.unknown(name, desk.content.faq, "no-entry")
    entry = desk.content.faq[name]
    if form == "json":
        write(as_json(_entry_data(desk, entry)))
    elif form == "markdown":
        write("\n".join(_markdown(desk, entry)))
    else:
        show(desk, _page(desk, entry))
    return 0


def _page(desk: Desk, entry: Entry) -> Iterator[Paragraph]:
    from bfx_help.cli import verdict  # with it comes much that a search has no use for

    yield heading(desk(entry.question))
    yield GAP
    for line in verdict.entry_lines(desk, entry):
        yield Paragraph(line.text, "    " if line.step else "")
    yield GAP
    for source in _sources(desk, entry):
        yield quiet(source, "  " if source.startswith("- ") else "")


def _sources(desk: Desk, entry: Entry) -> Iterator[str]:
    if not entry.facts:
        return
    yield desk.basis(entry.rests_on)
    for source in desk.content.sources_of(entry.facts):
        yield f"- {desk(source.name)}{_place(desk, source)}"


def _place(desk: Desk, source: Source) -> str:
    """Where and from when a source is; our own word has neither."""
    if source.kind is Kind.OWN:
        return ""
    where = f" {source.at}" if source.at else ""
    return desk.beside(where, source.dated or desk.word("source-undated"))


def _markdown(desk: Desk, entry: Entry) -> Iterator[str]:
    yield f"# {literal(desk(entry.question))}"
    yield ""
    yield literal(desk(entry.answer))
    yield ""
    yield from (f"{number}. {literal(desk(step))}" for number, step in enumerate(entry.steps, 1))
    for text in (entry.if_not, entry.note):
        if text:
            yield f"\n{literal(desk(text))}"
    yield ""
    yield from map(literal, _sources(desk, entry))


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
