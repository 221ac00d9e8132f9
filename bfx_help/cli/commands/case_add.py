"""`case add`: logs a request that was sent by hand."""

from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cases import NOTHING, NewCase, StoredText
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_questions import ask_all, case_question, finished, from_options, storable
from bfx_help.cli.case_words import due_line
from bfx_help.cli.context import Context
from bfx_help.cli.options import ChannelId, Ticket, Topic, Want, When, as_command
from bfx_help.cli.output import tell
from bfx_help.cli.read_text import read_text
from bfx_help.model import Asks, Existence, Question, Takes, Text

LARGEST = 100_000  # characters of a text that was sent


@as_command
def command(
    context: Context,
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT")] = None,
    topic: Topic = None,
    channel: ChannelId = None,
    ticket: Ticket = None,
    when: When = None,
    want: Want = None,
    text: Annotated[Path | None, typer.Option("--text", metavar="FILE")] = None,
) -> int:
    """Log a request that was sent by hand; the number goes to standard output."""
    options = {"about": about, "topic": topic, "channel": channel}
    options |= {"ticket": ticket, "when": when, "want": want}
    questions = _questions(context)
    known = from_options(context, questions, options)
    letter = storable(context, read_text(context, text, LARGEST)) if text else None
    if about and topic and channel and when:
        known = {"ticket": NOTHING, "want": NOTHING, **known}
    answers = ask_all(Asker(context), questions, known)
    said = {"about": answers["about"], "want": answers["want"], "letter": letter}
    texts = {kind: StoredText(words, words) for kind, words in said.items() if words}
    about_it = StoredText(answers["about"], answers["about"])
    where = (answers["topic"], answers["channel"], answers["ticket"])
    new = NewCase(*where, about=about_it, sent=answers["when"], answers={}, texts=texts)
    case = with_log(context, lambda log: log.case(log.add(new)), clock=True)
    finished(context)
    added = context.word("case-added", number=case.number)
    tell(context, added, due_line(context, case), context.word("case-own-dates"))
    return 0


def _writable(context: Context) -> dict[str, Text]:
    """The channels that take a letter or a chat; what everybody reads is not among them."""
    return {
        name: channel.name
        for name, channel in context.content.channels.items()
        if channel.existence is Existence.EXISTS
        and not channel.public
        and channel.takes not in (Takes.NOTHING, Takes.POST)
    }


def _questions(context: Context) -> tuple[Question, ...]:
    topics = {topic.id: topic.name for topic in context.content.topics.values()}
    return (
        case_question(context, "about"),
        case_question(context, "topic", Asks.CHOICE, options=topics),
        case_question(context, "channel", Asks.CHOICE, options=_writable(context)),
        case_question(context, "ticket", Asks.ID, needed=False),
        case_question(context, "when", Asks.TIME),
        case_question(context, "want", needed=False),
    )
