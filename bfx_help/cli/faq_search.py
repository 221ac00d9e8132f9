"""The search of the FAQ: a list to choose from at a terminal, a page or data elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help import search as ranking
from bfx_help.cli.desk import Desk
from bfx_help.cli.faq import entry_page, source_lines
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
from bfx_help.interview.indexes import answers_index
from bfx_help.model import Basis, Entry, Tone
from bfx_help.search import Hit, Index
from bfx_help.terminal import Choice, EndOfInput, Key, Prompt, Terminal

LONGEST = 2000
"""Characters of a query that are looked at."""

SHOWN = 5
"""Answers that are shown."""

SOURCES, BACK, LEAVE = "s", "b", "leave"


def search(desk: Desk, words: str, as_data: bool) -> int:
    """Find entries; `-` reads one query a line. Exit code 3 where nothing is good enough."""
    index = answers_index(desk.content)
    if words == "-":
        for line in sys.stdin:
            _show_line(desk, index, line.rstrip("\r\n"), as_data)
        return 0
    hits = _hits(index, words)
    code = 0 if hits else 3
    with keeping(code):
        if as_data:
            write(_line(desk, index, words))
        elif hits and is_attended():
            _browse(desk, index, words)
        elif hits:
            show(desk, _listing(desk, hits))
        else:
            show(desk, _nothing(desk, index, words))
    return code


def _hits(index: Index, words: str) -> tuple[Hit, ...]:
    return ranking.search(index, words[:LONGEST], SHOWN)


def _show_line(desk: Desk, index: Index, query: str, as_data: bool) -> None:
    if as_data:
        write(_line(desk, index, query))
    else:
        show(desk, [Paragraph(f"> {query}"), *_listing(desk, _hits(index, query)), GAP])


def _line(desk: Desk, index: Index, query: str) -> str:
    """What is shown as an answer; where nothing is sure enough, what is only near."""
    hits = _hits(index, query)
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


def _nothing(desk: Desk, index: Index, words: str) -> Iterator[Paragraph]:
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


# -- at a terminal -------------------------------------------------------------------------------


def _browse(desk: Desk, index: Index, words: str) -> None:
    """Let somebody choose among the answers, read them, and search again. What was found stays
    found: however it is left, the search has done its work."""
    from bfx_help.cli.asker import Asker

    terminal = Asker(desk).terminal
    try:
        while words:
            words = _choose(desk, terminal, index, words)
    except (EndOfInput, KeyboardInterrupt):
        sys.stderr.write("\n")


def _choose(desk: Desk, terminal: Terminal, index: Index, words: str) -> str:
    """Show the answers to these words until others are asked for, which are given back; nothing
    where the list is left."""
    hits = _hits(index, words)
    if not hits:
        show(desk, _nothing(desk, index, words))
        return _again(desk, terminal)
    opened = ""
    while True:
        reply = terminal.ask(_hits_prompt(desk, words, hits, opened))
        if reply in desk.content.faq:
            opened = reply
            if _read(desk, terminal, desk.content.faq[reply]):
                continue
            return ""
        if reply == Key.WHY:
            terminal.say(desk.word("faq-why"), Tone.QUIET)
        else:
            return "" if isinstance(reply, Key) or reply == LEAVE else reply


def _again(desk: Desk, terminal: Terminal) -> str:
    """Other words; nothing where there are none."""
    reply = terminal.ask(Prompt(desk.word("faq-again"), default=""))
    return "" if isinstance(reply, Key) else reply


def _hits_prompt(desk: Desk, words: str, hits: Sequence[Hit], opened: str) -> Prompt:
    entries = [desk.content.faq[hit.id] for hit in hits]
    choices = [Choice(entry.id, desk(entry.question), desk(entry.answer)) for entry in entries]
    choices.append(Choice(LEAVE, desk.word("faq-leave"), zero=True))
    key = "faq-hit" if len(hits) == 1 else "faq-hits"
    title = desk.word(key, number=len(hits), words=words[:60])
    return Prompt(title, tuple(choices), default=opened or None, words=True)


def _read(desk: Desk, terminal: Terminal, entry: Entry) -> bool:
    """Show an answer; whether the list is wanted again."""
    show(desk, (GAP, *entry_page(desk, entry)))
    sources = bool(entry.facts)
    while True:
        choices = [Choice(SOURCES, desk.word("faq-do-sources"))] if sources else []
        choices += [Choice(BACK, desk.word("faq-do-back"))]
        choices += [Choice(LEAVE, desk.word("faq-leave"), zero=True)]
        reply = terminal.ask(Prompt(desk.word("faq-read"), tuple(choices), default=BACK))
        if reply == SOURCES:
            show(desk, (GAP, *source_lines(desk, entry)))
            sources = False
        elif reply != Key.WHY:
            return reply in (BACK, Key.BACK)
