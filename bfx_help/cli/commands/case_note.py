"""`case note`: notes a reply of support, a call or anything else."""

from typing import Annotated

import typer

from bfx_help.cases import NOTHING, EventKind, NewEvent, ReplyKind
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import warn, with_log
from bfx_help.cli.case_questions import ask_all, case_question, finished, option_value, storable
from bfx_help.cli.case_words import due_line
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, Ticket, When, Words, as_command
from bfx_help.cli.output import tell
from bfx_help.model import Asks, Own, Value


@as_command
def command(
    context: Context,
    number: Number,
    words: Words = None,
    reply: Annotated[ReplyKind | None, typer.Option("--reply", metavar="KIND")] = None,
    call: Annotated[bool, typer.Option("--call")] = False,
    when: When = None,
    ticket: Ticket = None,
) -> int:
    """Note what happened; the next step goes to standard output."""
    case = with_log(context, lambda log: log.case(number))
    at = case_question(context, "when", Asks.TIME, needed=False)
    known: dict[str, Value] = {"when": option_value(context, at, when)} if when else {}
    new_ticket = ticket and option_value(context, case_question(context, "ticket", Asks.ID), ticket)
    said = " ".join(words or ())
    if reply or call or ticket or said:
        known["act"] = Own(reply or (EventKind.CALL if call else EventKind.NOTE))
        known["words"] = storable(context, said, Asks.ID) if said else NOTHING
        known.setdefault("when", NOTHING)
    new_event = _asked(context, known)._replace(ticket=new_ticket or None)
    after = with_log(context, lambda log: log.note(number, new_event), clock=True)
    finished(context)
    if case.closed:
        warn(context, context.word("case-is-closed", number=number))
    tell(context, context.word("case-noted", number=number), due_line(context, after))
    return 0


def _asked(context: Context, known: dict[str, Value]) -> NewEvent:
    """The event: asked for where the options do not tell it."""
    kinds = {kind.value: context.text(f"said-{kind}") for kind in ReplyKind}
    kinds |= {kind.value: context.text(f"act-{kind}") for kind in (EventKind.CALL, EventKind.NOTE)}
    questions = (
        case_question(context, "act", Asks.CHOICE, options=kinds),
        case_question(context, "words", needed=False),
        case_question(context, "when", Asks.TIME, needed=False),
    )
    answers = ask_all(Asker(context), questions, known)
    chosen, words, at = answers["act"], answers["words"], answers["when"] or None
    if chosen in [kind.value for kind in ReplyKind]:
        return NewEvent(EventKind.REPLY, words, ReplyKind(chosen), at)
    return NewEvent(EventKind(chosen), words, None, at)
