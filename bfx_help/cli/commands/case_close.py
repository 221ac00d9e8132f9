"""`case close`: closes a case, or opens it again."""

from typing import Annotated

import typer

from bfx_help.cases import EventKind, NewEvent
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_questions import case_question, option_value
from bfx_help.cli.case_words import due_line
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, When, as_command
from bfx_help.cli.output import tell
from bfx_help.model import Asks


@as_command
def command(
    context: Context,
    number: Number,
    when: When = None,
    undo: Annotated[bool, typer.Option("--undo")] = False,
) -> int:
    """Close a case, or open it again."""
    at = option_value(context, case_question(context, "when", Asks.TIME), when) if when else None
    new_event = NewEvent(EventKind.REOPENED if undo else EventKind.CLOSED, at=at)
    case = with_log(context, lambda log: log.note(number, new_event), clock=True)
    lines = [due_line(context, case)]
    if not undo and with_log(context, lambda log: log.rating(number)) is None:
        lines.append(context.word("case-rate-it", number=number))
    tell(context, *lines)
    return 0
