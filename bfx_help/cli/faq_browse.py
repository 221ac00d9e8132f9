"""The answers that were found, as a list to choose from at a terminal."""

import sys
from collections.abc import Sequence

from bfx_help.cli.asker import Asker
from bfx_help.cli.commands.faq_search import found, nothing_found
from bfx_help.cli.context import Back, Context
from bfx_help.cli.faq_entry import entry_page, source_lines
from bfx_help.cli.output import GAP, show
from bfx_help.model import Entry
from bfx_help.search import Hit, Index
from bfx_help.terminal import Choice, EndOfInput, Prompt

SOURCES, BACK, LEAVE = "s", "b", "leave"


def browse(context: Context, index: Index, words: str) -> None:
    """Let somebody choose among the answers, read them, and search again. What was found stays
    found: however it is left, the search has done its work. Raises `Emergency`."""
    asker = Asker(context)
    try:
        while words:
            words = _choose(asker, index, words)
    except (Back, EndOfInput, KeyboardInterrupt):
        sys.stderr.write("\n")


def _choose(asker: Asker, index: Index, words: str) -> str:
    """Show the answers to these words; the other words that are asked for, or none."""
    context = asker.context
    ranking = found(index, words)
    if not ranking.hits:
        show(context, nothing_found(context, ranking))
        return asker.choose(Prompt(context.word("faq-again"), default=""))
    opened = ""
    while True:
        reply = asker.choose(_hits_prompt(context, words, ranking.hits, opened), "faq-why")
        if reply not in context.content.faq:
            return "" if reply == LEAVE else reply
        opened = reply
        if not _read(asker, context.content.faq[reply]):
            return ""


def _hits_prompt(context: Context, words: str, hits: Sequence[Hit], opened: str) -> Prompt:
    entries = [context.content.faq[hit.id] for hit in hits]
    choices = [
        Choice(entry.id, context(entry.question), context(entry.answer)) for entry in entries
    ]
    choices.append(Choice(LEAVE, context.word("faq-leave"), zero=True))
    key = "faq-hit" if len(hits) == 1 else "faq-hits"
    title = context.word(key, number=len(hits), words=words[:60])
    return Prompt(title, tuple(choices), default=opened or None, words=True)


def _read(asker: Asker, entry: Entry) -> bool:
    """Show an answer; whether the list is wanted again."""
    context = asker.context
    show(context, (GAP, *entry_page(context, entry)))
    sources = bool(entry.facts)
    while True:
        choices = [Choice(SOURCES, context.word("faq-do-sources"))] if sources else []
        choices.append(Choice(BACK, context.word("faq-do-back")))
        choices.append(Choice(LEAVE, context.word("faq-leave"), zero=True))
        try:
            reply = asker.choose(Prompt(context.word("faq-read"), tuple(choices), default=BACK))
        except Back:
            return True
        if reply != SOURCES:
            return reply == BACK
        show(context, (GAP, *source_lines(context, entry)))
        sources = False
