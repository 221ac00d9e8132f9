"""One key at the end of `ask`: what was sent goes into the log, with its ticket number."""

from bfx_help.caselog import Act, Case, Happening, Log, New, Told
from bfx_help.cli.answering import Answering
from bfx_help.cli.cases.asks import question
from bfx_help.cli.cases.shared import due_line, with_log
from bfx_help.cli.conversation import Ended
from bfx_help.cli.desk import Desk
from bfx_help.cli.session import Session
from bfx_help.cli.texts import channel_for, kind_for
from bfx_help.inputs import Moment
from bfx_help.model import BLANK, UNKNOWN, Asks, Language, Own, Problem, Script, Tone, Value
from bfx_help.request import Request, chosen_text
from bfx_help.terminal import Choice, EndOfInput, Key, Prompt

_ACTS = {
    Script.FOLLOW_UP: Act.FOLLOW_UP,
    Script.REVIEW: Act.REVIEW,
    Script.COMPLAINT: Act.COMPLAINT,
}
"""What a text is in a case that was there before."""


def offer(session: Session, answering: Answering, ended: Ended, request: Request) -> None:
    """Ask whether the text was sent, and log it if it was; Enter says not yet. A log that cannot
    be written is a warning."""
    desk = session.desk
    choices = (
        Choice("no", desk.word("offer-log-no"), zero=True),
        Choice("yes", desk.word("offer-log-yes")),
    )
    try:
        if answering.reply(Prompt(desk.word("offer-log"), choices, default="no")) != "yes":
            return
        ticket = _ticket(session, answering)
        case = with_log(desk, lambda log: _logged(log, session, ended, request, ticket))
    except EndOfInput:
        return
    except Problem as problem:
        answering.terminal.say(str(problem), Tone.WARNING)
        return
    answering.terminal.say(desk.word("case-added", number=case.number), Tone.GOOD)
    answering.terminal.say(due_line(desk, case))


def _ticket(session: Session, answering: Answering) -> Value:
    """The ticket number: the one the answers hold, or the one that is typed; empty without."""
    known = session.answers.get("ticket")
    if known and known not in (UNKNOWN, BLANK):
        return known
    asked = question(session.desk, "ticket", Asks.ID, needed=False)
    reply = answering.ask(asked, ())
    if isinstance(reply, Key) or reply in (UNKNOWN, BLANK):
        return Own("")
    return reply


def _logged(log: Log, session: Session, ended: Ended, request: Request, ticket: Value) -> Case:
    """A new case, or the next event of the one with that ticket."""
    desk, kind = session.desk, kind_for(ended)
    text = _told(request, kind)
    there = log.with_ticket(ticket) or (log.newest() if ended.details else None)
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
    return Moment(desk.now, "minute").value
