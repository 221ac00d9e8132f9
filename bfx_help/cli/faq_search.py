"""The search of the FAQ: a page or data; at a terminal, a list to choose from."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help import search as ranking
from bfx_help.cli.desk import Desk
from bfx_help.cli.output import (
    GAP,
    Paragraph,
    as_json_line,
    heading,
    is_attended,
    keeping,
    quiet,
    show,
    write,
)
from bfx_help.model import Basis, Entry
from bfx_help.search import Hit, Index
from bfx_help.search.answers import answers_index

LONGEST = 2000
"""Characters of a query that are looked at."""

SHOWN = 5
"""Answers that are shown."""


def search(desk: Desk, words: str, as_data: bool) -> int:
    """Find entries; `-` reads one query a line. Exit code 3 where nothing is good enough."""
    index = answers_index(desk.content)
    if words == "-":
        for line in sys.stdin:
            _show_line(desk, index, line.rstrip("\r\n"), as_data)
        return 0
    hits = found(index, words)
    code = 0 if hits else 3
    with keeping(code):
        if as_data:
            write(_line(desk, index, words))
        elif hits and is_attended():
            from bfx_help.cli.faq_browse import browse

            browse(desk, index, words)
        elif hits:
            show(desk, _listing(desk, hits))
        else:
            show(desk, nothing_found(desk, index, words))
    return code


def found(index: Index, words: str) -> tuple[Hit, ...]:
    """The answers to these words, best first."""
    return ranking.search(index, words[:LONGEST], SHOWN)


def _show_line(desk: Desk, index: Index, query: str, as_data: bool) -> None:
    if as_data:
        write(_line(desk, index, query))
    else:
        show(desk, [Paragraph(f"> {query}"), *_listing(desk, found(index, query)), GAP])


def _line(desk: Desk, index: Index, query: str) -> str:
    """What is shown as an answer; where nothing is sure enough, what is only near."""
    hits = found(index, query)
    near = () if hits else ranking.nearest(index, query[:LONGEST])
    return as_json_line(
        {"query": query, "hits": _hits_data(desk, hits), "near": _hits_data(desk, near)}
    )


def _hits_data(desk: Desk, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    return [
        {"id": hit.id, "question": desk(desk.content.faq[hit.id].question), "score": hit.score}
        for hit in hits
    ]


def _listing(desk: Desk, hits: Sequence[Hit]) -> Iterator[Paragraph]:
    for number, hit in enumerate(hits, 1):
        entry = desk.content.faq[hit.id]
        yield heading(f"{number}  {desk(entry.question)}  [{entry.id}]", "   ")
        if desk(entry.answer):
            yield Paragraph(f"   {desk(entry.answer)}", "   ")
        if basis := _doubt(desk, entry):
            yield quiet(f"   {basis}", "   ")


def _doubt(desk: Desk, entry: Entry) -> str:
    """What an answer rests on, where that is less than a page of the exchange."""
    basis = desk.content.basis(entry.rests_on)
    return desk.word(f"basis-{basis}") if basis and basis is not Basis.OWN_PAGES else ""


def nothing_found(desk: Desk, index: Index, words: str) -> Iterator[Paragraph]:
    """What is said where no answer is good enough."""
    matter = ranking.answered_elsewhere(index, words[:LONGEST])
    if matter and matter in desk.content.elsewhere:
        yield Paragraph(desk(desk.content.elsewhere[matter].says))
        yield Paragraph(desk.word("faq-elsewhere"))
        return
    yield Paragraph(desk.word("faq-nothing"))
    near = ranking.nearest(index, words[:LONGEST])
    if near:
        yield Paragraph(desk.word("faq-near"))
    for hit in near:
        yield Paragraph(f"  {desk(desk.content.faq[hit.id].question)}  [{hit.id}]", "    ")
    yield Paragraph(desk.word("faq-ask"))
