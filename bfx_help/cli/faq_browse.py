"""The answers that were found, as a list to choose from at a terminal."""

import sys
from collections.abc import Sequence

from bfx_help.cli.asker import Asker
from bfx_help.cli.commands.faq_search import found, nothing_found
from bfx_help.cli.context import Context
from bfx_help.cli.faq_entry import entry_page, source_lines
from bfx_help.cli.output import GAP, show
from bfx_help.model import Entry, Tone
from bfx_help.search import Hit, Index
from bfx_help.terminal import Choice, EndOfInput, Key, Prompt, Terminal

SOURCES, BACK, LEAVE = "s", "b", "leave"


def browse(context: Context, index: Index, words: str) -> None:
    """Let somebody choose among the answers, read them, and search again. What was found stays
    found: however it is left, the search has done its work."""
    terminal = Asker(context).terminal
    try:
        while words:
            words = _choose(context, terminal, index, words)
    except (EndOfInput, KeyboardInterrupt):
        sys.stderr.write("\n")


def _choose(context: Context, terminal: Terminal, index: Index, words: str) -> str:
    """Show the answers to these words; the other words that are asked for, or none."""
    ranking = found(index, words)
    if not ranking.hits:
        show(context, nothing_found(context, ranking))
        return _again(context, terminal)
    opened = ""
    while True:
        reply = terminal.ask(_hits_prompt(context, words, ranking.hits, opened))
        if reply in context.content.faq:
            opened = reply
            if _read(context, terminal, context.content.faq[reply]):
                continue
            return ""
        if reply == Key.WHY:
            terminal.say(context.word("faq-why"), Tone.QUIET)
        else:
            return "" if isinstance(reply, Key) or reply == LEAVE else reply


def _again(context: Context, terminal: Terminal) -> str:
    """Other words; nothing where there are none."""
    reply = terminal.ask(Prompt(context.word("faq-again"), default=""))
    return "" if isinstance(reply, Key) else reply


def _hits_prompt(context: Context, words: str, hits: Sequence[Hit], opened: str) -> Prompt:
    entries = [context.content.faq[hit.id] for hit in hits]
    choices = [
        Choice(entry.id, context(entry.question), context(entry.answer)) for entry in entries
    ]
    choices.append(Choice(LEAVE, context.word("faq-leave"), zero=True))
    key = "faq-hit" if len(hits) == 1 else "faq-hits"
    title = context.word(key, number=len(hits), words=words[:60])
    return Prompt(title, tuple(choices), default=opened or None, words=True)


def _read(context: Context, terminal: Terminal, entry: Entry) -> bool:
    """Show an answer; whether the list is wanted again."""
    show(context, (GAP, *entry_page(context, entry)))
    sources = bool(entry.facts)
    while True:
        choices = [Choice(SOURCES, context.word("faq-do-sources"))] if sources else []
        choices += [Choice(BACK, context.word("faq-do-back"))]
        choices += [Choice(LEAVE, context.word("faq-leave"), zero=True)]
        reply = terminal.ask(Prompt(context.word("faq-read"), tuple(choices), default=BACK))
        if reply == SOURCES:
            show(context, (GAP, *source_lines(context, entry)))
            sources = False
        elif reply != Key.WHY:
            return reply in (BACK, Key.BACK)
