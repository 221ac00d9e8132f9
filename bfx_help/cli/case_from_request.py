"""Logs a text that was sent at the end of `ask`, with its ticket number."""

import sys

from bfx_help.answers.spans import Moment
from bfx_help.cases import Case, EventKind, Log, NewCase, NewEvent, StoredText
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_questions import case_question
from bfx_help.cli.result import Result
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Own, Problem, TextKind, Tone, Value
from bfx_help.terminal import EndOfInput

_FORMS = {TextKind.ALERT: "letter"}  # kinds of text that the log keeps under another name


def log_sent(asker: Asker, result: Result, text: str, case: int | None) -> Case | None:
    """Log what was sent, in the `case` of an earlier text of the same interview; None, with a
    warning, where the log cannot be written. Raises `Pressed` and `EndOfInput`."""
    ticket = _ticket(asker, result)
    try:
        logged = with_log(asker.context, lambda log: _logged(log, result, text, ticket, case))
    except Problem as problem:
        asker.terminal.say(str(problem), Tone.WARNING)
        return None
    asker.say("case-added", Tone.GOOD, number=logged.number)
    return logged


def _ticket(asker: Asker, result: Result) -> Value:
    """The ticket number that the answers hold, or that is typed; empty without."""
    known = result.interview.answers.get(asker.context.content.roles.questions.ticket)
    if known and known not in (UNKNOWN, BLANK, NONE):
        return known
    try:
        reply = asker.ask(case_question(asker.context, "ticket", Asks.ID, needed=False), ())
    except EndOfInput:
        if sys.stdin.isatty():
            raise
        return Own("")
    return Own("") if reply in (UNKNOWN, BLANK, NONE) else reply


def _logged(log: Log, result: Result, text: str, ticket: Value, case: int | None) -> Case:
    """A new case; or the next event of the one with that ticket, or of the same interview."""
    letter = result.letter
    assert letter is not None  # only a text can be sent
    sent = StoredText(Own(text), Own(text))
    existing = log.case(case) if case else log.with_ticket(ticket)
    if existing:
        kind = next((kind for kind in EventKind if kind.value == letter.kind), EventKind.FOLLOW_UP)
        happening = NewEvent(kind, texts={kind.value: sent}, ticket=ticket)
        return log.note(existing.number, happening)
    about = StoredText(Own(letter.subject.en), Own(letter.subject.zh))
    roles = result.context.content.roles.questions
    new = NewCase(
        topic=result.interview.answers.get(roles.topic, Own("")),
        channel=result.channel.id,
        ticket=ticket,
        about=about,
        sent=Moment(result.context.now).value,
        answers=result.interview.answers,
        texts={"about": about, _FORMS.get(result.kind, result.kind.value): sent},
    )
    return log.case(log.add(new))
