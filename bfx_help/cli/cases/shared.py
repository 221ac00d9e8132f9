"""What the `case` commands share: the open log with its failures in words, and times in words."""

import sys
from collections.abc import Callable, Iterable
from datetime import UTC
from pathlib import Path
from typing import Any, TypeVar

from bfx_help import cases
from bfx_help.answers.spans import moment, stamp
from bfx_help.cases import NEVER, Case, CaseLogError, Log, Step
from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.output import Paragraph, as_text
from bfx_help.model import Problem, Text

Result = TypeVar("Result")

_ROUNDS = 3
"""A damaged log is set aside and a new one begun; more than once only if terminals meet."""


def with_log(desk: Desk, work: Callable[[Log], Result]) -> Result:
    """What `work` makes of the open log. A damaged one is kept aside first, and the user told.
    Raises `Problem`."""
    home = desk.settings.home
    try:
        for _ in range(_ROUNDS):
            try:
                with cases.open_log(home) as connection:
                    return work(Log(connection, plan_of(desk), desk.now))
            except cases.Damaged as damage:
                kept = cases.set_aside(home, damage, desk.now)
                if kept:
                    _warn_of_damage(desk, kept)
        raise CaseLogError("log-cannot", path=home, reason="-")
    except CaseLogError as trouble:
        raise told(desk, trouble) from None


def plan_of(desk: Desk) -> cases.EscalationPlan:
    """The ladder of the content, with the facts that hold its intervals."""
    return cases.EscalationPlan(desk.content.escalation, desk.content.facts)


def _warn_of_damage(desk: Desk, kept: Path) -> None:
    """Say where a damaged log is kept, and what of it comes back with the new one."""
    found = cases.recovered(kept)
    number, lost = len(found.numbers), found.lost
    warn(desk, desk.word("log-damaged", path=kept, number=number, lost=lost))
    if found.altered:
        numbers = ", ".join(map(str, found.altered))
        warn(desk, desk.word("log-altered", numbers=numbers))


def told(desk: Desk, trouble: CaseLogError) -> Problem:
    """A failure of the log in words; a case that is not there is a wrong command line."""
    text = desk.word(trouble.key, **trouble.values)
    return Usage(text) if trouble.key == "case-none" else Problem(text)


def warn(desk: Desk, text: str) -> None:
    """A warning on standard error: standard output is left to the result."""
    said = as_text([Paragraph(desk.word("terminal-warning", text=text))])
    print(said, file=sys.stderr)  # noqa: T201 - no terminal is open where this is said


def warn_of_clock(desk: Desk, log: Log) -> None:
    """Say that the clock jumped back, if it did since the log was last written to."""
    ahead = log.clock_was_ahead()
    if ahead:
        warn(desk, desk.word("log-clock", time=when(desk, ahead)))


def when(desk: Desk, value: str) -> str:
    """A moment of the log in UTC and local time."""
    at = moment(value, desk.zone)
    return desk(stamp(at, desk.zone)) if at else value


def utc(desk: Desk, value: str) -> str:
    """A moment of the log in UTC; a day is a day."""
    at = moment(value, desk.zone)
    return stamp(at, UTC).en if at else when(desk, value)


def due_line(desk: Desk, case: Case) -> str:
    """The next step, and how far its day is away or past."""
    if case.closed:
        return desk.word("case-closed-on", date=when(desk, case.closed))
    step = desk.word(f"step-{case.step}")
    at = moment(case.due, desk.zone)
    if case.due == NEVER or at is None or case.step in (Step.NONE, Step.CLOSE):
        return desk.word("case-next-undated", step=step)
    days = (at.at.date() - desk.now.date()).days
    key = "case-next-overdue" if cases.is_overdue(case.due, desk.now) else "case-next"
    far = desk.word(_distance(days), days=abs(days))
    return desk.word(key, step=step, date=when(desk, case.due), far=far)


def _distance(days: int) -> str:
    """The words for so many days from now, negative ones past."""
    if not days:
        return "case-today"
    number = "day" if abs(days) == 1 else "days"
    return f"case-in-{number}" if days > 0 else f"case-{number}-overdue"


def command_for(case: Case) -> str:
    """What to type for the next step; empty where there is none."""
    if case.closed or case.step is Step.NONE:
        return ""
    same = {Step.FOLLOW_UP: "follow-up", Step.ANSWER: "follow-up", Step.CLOSE: "close"}
    return f"bfx-help case {same.get(case.step, 'escalate')} {case.number}"


def topic_name(desk: Desk, topic: str) -> str:
    """A topic in words; what the content no longer knows is shown as it is kept."""
    found = desk.content.topics.get(topic)
    return desk(found.name) if found else topic


def channel_name(desk: Desk, channel: str) -> str:
    """A channel in words."""
    found = desk.content.channels.get(channel)
    return desk(found.name) if found else channel


def case_data(desk: Desk, case: Case) -> dict[str, Any]:
    """A case for scripts, with stable keys."""
    return {
        "number": case.number,
        "topic": case.topic,
        "channel": case.channel,
        "ticket": case.ticket or None,
        "about": case.about._asdict(),
        "sent": case.sent,
        "closed": case.closed or None,
        "step": case.step.value,
        "due": None if case.due == NEVER else case.due,
        "overdue": cases.is_overdue(case.due, desk.now),
    }


def both(lines: Iterable[Text], between: str = "\n") -> Text:
    """Lines as one text."""
    lines = list(lines)
    return Text(between.join(line.en for line in lines), between.join(line.zh for line in lines))
