"""Keeps what was typed for a `case` command until the log has it, and offers it the next time."""

import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from bfx_help.cli.asker import Asker, Back
from bfx_help.cli.context import Context
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.interview.interview import Interview, Origin
from bfx_help.model import Tone, Value
from bfx_help.terminal import Choice, Prompt

FILE = "case.unfinished"


def _file(context: Context) -> Path:
    return context.settings.home / "drafts" / FILE


def keep(context: Context, answers: Mapping[str, Value]) -> None:
    """Keep the answers so far; where nothing can be written, the command goes on without."""
    try:
        interview = Interview().answer_all(answers, Origin.TYPED)
        drafts.save(_file(context), Draft(interview, saved=context.now.isoformat()))
    except OSError:
        return


def forget(context: Context) -> None:
    """Delete what was kept."""
    drafts.discard(_file(context))


def taken_up(asker: Asker, wanted: Collection[str]) -> dict[str, Value]:
    """The answers that were kept of the same questions, if somebody at a terminal wants them."""
    if not wanted or not sys.stdin.isatty():
        return {}
    found = drafts.load(_file(asker.context))
    answers = (
        {name: answer for name, answer in found.interview.answers.items() if name in wanted}
        if found
        else {}
    )
    if not answers:
        return {}
    word = asker.context.word
    asker.terminal.say(word("unfinished-found"), Tone.HEADING)
    for answer in answers.values():
        asker.terminal.say(f"  {answer}")
    choices = (Choice("use", word("unfinished-use")), Choice("new", word("unfinished-new")))
    try:
        reply = asker.choose(Prompt(word("unfinished-ask"), choices, default="use"))
    except Back:
        return {}
    return answers if reply == "use" else {}
