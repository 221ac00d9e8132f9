"""One key at the end of `ask`: what was sent goes into the log, with its ticket number."""

import contextlib
import sys
from typing import NamedTuple

from bfx_help.answers.spans import Moment
from bfx_help.cases import Act, Case, Happening, Log, New, Told
from bfx_help.cli.answering import Answering, Back
from bfx_help.cli.cases.asks import question
from bfx_help.cli.cases.shared import due_line, with_log
from bfx_help.cli.conversation import Ended
from bfx_help.cli.desk import Desk
from bfx_help.cli.session import Session
from bfx_help.cli.texts import channel_for, kind_for
from bfx_help.model import (
    BLANK,
    UNKNOWN,
    Asks,
    Language,
    Own,
    Redacted,
    Script,
    Tone,
    Value,
)
from bfx_help.request import Request, chosen_text
from bfx_help.terminal import Choice, EndOfInput, Prompt

_ACTS = {
    Script.FOLLOW_UP: Act.FOLLOW_UP,
    Script.REVIEW: Act.REVIEW,
    Script.COMPLAINT: Act.COMPLAINT,
}
"""What a text is in a case that was there before."""


class Sending(NamedTuple):
    """What may have been sent: the text as it was `edited`, where it was, and the `case` in which
    an earlier text of the same conversation was logged."""

    ended: Ended
    request: Request
    edited: Redacted | None = None
    case: int | None = None


class Logged(NamedTuple):
    """The case in which it was logged, and what comes next, in words."""

    number: int
    next: str


def offer(session: Session, answering: Answering, sending: Sending) -> Logged | None:
    """Ask whether the text was sent, and log it if it was; Enter says not yet, which is `None`.
    Raises `Problem` where it was sent and the log takes nothing; `Pressed`, and `EndOfInput` where
    somebody leaves."""
    desk = session.desk
    choices = (
        Choice("no", desk.word("offer-log-no"), zero=True),
        Choice("yes", desk.word("offer-log-yes")),
    )
    prompt = Prompt(desk.word("offer-log"), choices, default="no")
    ticket = None
    while ticket is None:
        if answering.reply(prompt) != "yes":
            return None
        with contextlib.suppress(Back):  # from the number to the question before it
            ticket = _ticket(session, answering)
    case = with_log(desk, lambda log: _logged(log, session, sending, ticket))
    answering.terminal.say(desk.word("case-added", number=case.number), Tone.GOOD)
    return Logged(case.number, due_line(desk, case))


def _ticket(session: Session, answering: Answering) -> Value:
    """The ticket number: the one the answers hold, or the one that is typed; empty without, and
    where a piped input has ended."""
    known = session.answers.get("ticket")
    if known and known not in (UNKNOWN, BLANK):
        return known
    asked = question(session.desk, "ticket", Asks.ID, needed=False)
    try:
        reply = answering.ask(asked, ())
    except EndOfInput:
        if sys.stdin.isatty():
            raise
        return Own("")
    return Own("") if reply in (UNKNOWN, BLANK) else reply


def _logged(log: Log, session: Session, sending: Sending, ticket: Value) -> Case:
    """A new case; or the next event of the one with that ticket, or in which an earlier text of the
    same conversation was logged."""
    desk, ended, request = session.desk, sending.ended, sending.request
    kind = kind_for(ended)
    edited = sending.edited
    text = Told(edited, edited) if edited else _told(request, kind)
    there = log.case(sending.case) if sending.case else log.with_ticket(ticket)
    if there:
        act = _ACTS.get(ended.recommendation.route.script, Act.FOLLOW_UP)
        return log.note(there.number, Happening(act, texts={act.value: text}, ticket=ticket))
    # The subject was filled with redacted answers and the program's own words.
    about = Told(Own(request.subject.en), Own(request.subject.zh))
    new = New(
        topic=session.answers.get("topic", Own("contact")),
        channel=channel_for(ended),
        ticket=ticket,
        about=about,
        sent=_now(desk),
        answers=session.answers,
        texts={"about": about, kind: text},
    )
    return log.case(log.add(new))


def _told(request: Request, kind: str) -> Told:
    en, zh = (Own(chosen_text(request, kind, [one])) for one in Language)
    return Told(en, zh)


def _now(desk: Desk) -> str:
    return Moment(desk.now).value
