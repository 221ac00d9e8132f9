"""What the `case` commands share: the open log with its failures in words, and times in words."""

import sys
from collections.abc import Callable, Iterable
from datetime import UTC
from pathlib import Path
from typing import Any, TypeVar

from bfx_help import cases
from bfx_help.answers.spans import moment, stamp
from bfx_help.cases import NEVER, Case, CaseLogError, Log, Step
from bfx_help.cli.context import Context
from bfx_help.cli.output import Paragraph, as_text
from bfx_help.model import Problem, Text, UsageProblem

Result = TypeVar("Result")

_ROUNDS = 3
"""A damaged log is set aside and a new one begun; more than once only if terminals meet."""


def with_log(context: Context, work: Callable[[Log], Result]) -> Result:
    """What `work` makes of the open log. A damaged one is kept aside first, and the user told.
    Raises `Problem`."""
    home = context.settings.home
    try:
        for _ in range(_ROUNDS):
            try:
                with cases.open_log(home) as connection:
                    return work(Log(connection, plan_of(context), context.now))
            except cases.Damaged as damage:
                aside = cases.set_aside(home, damage, context.now)
                if aside:
                    _warn_of_damage(context, aside)
        raise CaseLogError("log-cannot", path=home, reason="-")
    except CaseLogError as trouble:
        raise problem_of(context, trouble) from None


def plan_of(context: Context) -> cases.EscalationPlan:
    """The ladder of the content, with the facts that hold its intervals."""
    return cases.EscalationPlan(context.content.escalation, context.content.facts)


def _warn_of_damage(context: Context, aside: Path) -> None:
    """Say where a damaged log is kept, and what of it comes back with the new one."""
    found = cases.recovered(aside)
    number, lost = len(found.numbers), found.lost
    warn(context, context.word("log-damaged", path=aside, number=number, lost=lost))
    if found.altered:
        numbers = ", ".join(map(str, found.altered))
        warn(context, context.word("log-altered", numbers=numbers))


def problem_of(context: Context, trouble: CaseLogError) -> Problem:
    """A failure of the log in words; a case that is not there is a wrong command line."""
    text = context.word(trouble.key, **trouble.values)
    return UsageProblem(text) if trouble.key == "case-none" else Problem(text)


def warn(context: Context, text: str) -> None:
    """A warning on standard error: standard output is left to the result."""
    said = as_text([Paragraph(context.word("terminal-warning", text=text))])
    print(said, file=sys.stderr)  # noqa: T201 - no terminal is open where this is said


def warn_of_clock(context: Context, log: Log) -> None:
    """Say that the clock jumped back, if it did since the log was last written to."""
    ahead = log.clock_was_ahead()
    if ahead:
        warn(context, context.word("log-clock", time=when(context, ahead)))


def when(context: Context, value: str) -> str:
    """A moment of the log in UTC and local time."""
    at = moment(value, context.zone)
    return context(stamp(at, context.zone)) if at else value


def utc(context: Context, value: str) -> str:
    """A moment of the log in UTC; a day is a day."""
    at = moment(value, context.zone)
    return stamp(at, UTC).en if at else when(context, value)


def due_line(context: Context, case: Case) -> str:
    """The next step, and how far its day is away or past."""
    if case.closed:
        return context.word("case-closed-on", date=when(context, case.closed))
    step = context.word(f"step-{case.step}")
    at = moment(case.due, context.zone)
    if case.due == NEVER or at is None or case.step in (Step.NONE, Step.CLOSE):
        return context.word("case-next-undated", step=step)
    days = (at.at.date() - context.now.date()).days
    key = "case-next-overdue" if cases.is_overdue(case.due, context.now) else "case-next"
    far = context.word(_distance(days), days=abs(days))
    return context.word(key, step=step, date=when(context, case.due), far=far)


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


def topic_name(context: Context, topic: str) -> str:
    """A topic in words; what the content no longer knows is shown as it is kept."""
    found = context.content.topics.get(topic)
    return context(found.name) if found else topic


def channel_name(context: Context, channel: str) -> str:
    """A channel in words."""
    found = context.content.channels.get(channel)
    return context(found.name) if found else channel


def case_data(context: Context, case: Case) -> dict[str, Any]:
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
        "overdue": cases.is_overdue(case.due, context.now),
    }


def both(lines: Iterable[Text], between: str = "\n") -> Text:
    """Lines as one text."""
    lines = list(lines)
    return Text(between.join(line.en for line in lines), between.join(line.zh for line in lines))
