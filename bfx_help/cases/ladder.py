"""Which step comes next and when: the same ticket, the next channel, review, complaint, outside.

The dates are this program's own intervals, counted in working days; they come from facts.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.answers.limits import read_limit
from bfx_help.answers.spans import Moment, Precision, moment
from bfx_help.cases.records import MINE, NEVER, Act, Event, Said, Step
from bfx_help.model import Escalation, Fact, Value

RUNGS = (Step.FOLLOW_UP, Step.CHAT, Step.REVIEW, Step.COMPLAINT, Step.OUTSIDE)
"""The ladder, from the lowest rung."""

_EARLY = (Act.SENT, Act.ANSWER, Act.FOLLOW_UP, Act.CHAT)

_AFTER = {
    Act.SENT: Step.FOLLOW_UP,
    Act.ANSWER: Step.FOLLOW_UP,
    Act.FOLLOW_UP: Step.CHAT,
    Act.CHAT: Step.REVIEW,
    Act.REVIEW: Step.COMPLAINT,
    Act.COMPLAINT: Step.OUTSIDE,
    Act.OUTSIDE: Step.NONE,
}
"""What follows silence after each thing that was sent."""


class Plan(NamedTuple):
    """The ladder with the facts that hold its intervals."""

    escalation: Escalation
    facts: Mapping[str, Fact]

    def interval(self, step: Step, topic: str, early: bool) -> Fact | None:
        """The fact whose time passes without an answer before a step is due."""
        if early and topic in self.escalation.urgent_topics:
            return self.facts.get(self.escalation.urgent_after)
        rungs = {rung.id: rung.after for rung in self.escalation.rungs}
        return self.facts.get(rungs.get(step.value, ""))


class Next(NamedTuple):
    """The next step, and when it is due: a moment that may have passed, or never."""

    step: Step
    due: Moment | None

    @property
    def value(self) -> str:
        """The moment as it is kept."""
        return self.due.value if self.due else NEVER


def next_step(events: Sequence[Event], plan: Plan, now: datetime, topic: str = "") -> Next:
    """What is to be done next in a case of a topic, given all that happened in the order of
    time."""
    if _closed(events):
        return Next(Step.NONE, None)
    mine = next((one for one in reversed(events) if one.act in MINE), None)
    reply = _reply_after(events, mine)
    if reply is not None:
        step = _after_reply(reply, mine)
        return Next(step, None if step in (Step.CLOSE, Step.NONE) else _on(reply, now))
    if mine is None:
        return Next(Step.NONE, None)
    step = _AFTER[mine.act]
    return Next(step, _later(mine, plan.interval(step, topic, mine.act in _EARLY), now))


def _closed(events: Sequence[Event]) -> bool:
    ends = [one.act for one in events if one.act in (Act.CLOSED, Act.REOPENED)]
    return bool(ends) and ends[-1] is Act.CLOSED


def _reply_after(events: Sequence[Event], mine: Event | None) -> Event | None:
    """The last reply that says something, if nothing of mine came after it."""
    start = events.index(mine) + 1 if mine else 0
    replies = [one for one in events[start:] if one.act is Act.REPLY]
    telling = [one for one in replies if one.said is not Said.RECEIVED]
    return telling[-1] if telling else None


def is_refused(events: Sequence[Event]) -> bool:
    """Whether the last word is a refusal of support: silence is then not what there is to write
    about."""
    mine = next((one for one in reversed(events) if one.act in MINE), None)
    reply = _reply_after(events, mine)
    return reply is not None and reply.said in (Said.REFUSED, Said.FINAL)


def _after_reply(reply: Event, mine: Event | None) -> Step:
    if reply.said is Said.ASKS:
        return Step.ANSWER
    if reply.said is Said.HELPED:
        return Step.CLOSE
    if reply.said is Said.FINAL:
        return Step.OUTSIDE
    if mine is not None and mine.act in (Act.REVIEW, Act.COMPLAINT, Act.OUTSIDE):
        return _AFTER[mine.act]
    return Step.REVIEW


def _on(event: Event, now: datetime) -> Moment:
    """The day of something that happened: what follows from it can be done at once."""
    return Moment(_at(event, now).at.astimezone(now.tzinfo), Precision.DAY)


def _later(event: Event, interval: Fact | None, now: datetime) -> Moment | None:
    if interval is None or not interval.figures:
        return None
    limit = read_limit(interval.figures[0])
    at = limit.after(_at(event, now).at.astimezone(now.tzinfo))
    return Moment(at, limit.precision)


def _at(event: Event, now: datetime) -> Moment:
    """When it happened; what a wrong clock put into the future counts from now."""
    at = moment(event.at, now.tzinfo) or Moment(now)
    return at if at.at <= now else Moment(now)


def is_overdue(due: str, now: datetime) -> bool:
    """Whether the time of a step has come; a day has when it is over."""
    at = moment(due, now.tzinfo)
    if at is None or due == NEVER:
        return False
    return now.date() > at.at.date() if at.precision == "day" else now >= at.at


def dates(start: datetime, plan: Plan, first: Step) -> tuple[tuple[Step, str], ...]:
    """What follows a step that is taken now, each with its day, as long as nobody answers."""
    found, at = [], start
    for step in RUNGS[RUNGS.index(first) + 1 :] if first in RUNGS else ():
        interval = plan.interval(step, "", early=False)
        if interval is None:
            break
        at = read_limit(interval.figures[0]).after(at)
        found.append((step, at.date().isoformat()))
    return tuple(found)


def lacking(step: Step, events: Sequence[Event], ticket: Value, coming: Next) -> str | None:
    """What a step needs first, as the key of a sentence: an open case, a ticket for all above the
    second channel, the answer that support waits for, and the rung below."""
    if _closed(events):
        return "step-closed"
    if step in (Step.CONDUCT, Step.PUBLIC):
        return None
    if step in (Step.REVIEW, Step.COMPLAINT, Step.OUTSIDE) and not ticket:
        return "step-needs-ticket"
    if coming.step is Step.ANSWER and step is not Step.ANSWER:
        return "step-answer-first"
    if coming.step in RUNGS and RUNGS.index(step) > RUNGS.index(coming.step):
        return f"step-needs-{coming.step}"
    return None


def not_before(coming: Next, now: datetime) -> str | None:
    """The day until which the next step is better waited for, if that day has not come."""
    if coming.due is None:
        return None
    if coming.due.precision == "day":
        later = coming.due.at.date() > now.date()
    else:
        later = coming.due.at > now
    return coming.due.value if later else None
