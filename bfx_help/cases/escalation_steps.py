"""Which step comes next and when: the same ticket, the next channel, review, complaint, outside.

The dates are this program's own intervals, counted in working days; they come from facts.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.answers.limits import read_limit
from bfx_help.answers.spans import Moment, Precision, moment
from bfx_help.cases.records import MINE, NEVER, Event, EventKind, ReplyKind
from bfx_help.model import Escalation, Fact, TextKind, Value

RUNGS = (TextKind.FOLLOW_UP, TextKind.CHAT, TextKind.REVIEW, TextKind.COMPLAINT, TextKind.OUTSIDE)
"""The ladder, from the lowest rung."""

_EARLY = (TextKind.FOLLOW_UP, TextKind.CHAT, TextKind.REVIEW)
"""The steps before which a topic may have an interval of its own."""

_AFTER = {
    EventKind.SENT: TextKind.FOLLOW_UP,
    EventKind.ANSWER: TextKind.FOLLOW_UP,
    EventKind.FOLLOW_UP: TextKind.CHAT,
    EventKind.CHAT: TextKind.REVIEW,
    EventKind.REVIEW: TextKind.COMPLAINT,
    EventKind.COMPLAINT: TextKind.OUTSIDE,
    EventKind.OUTSIDE: TextKind.NONE,
}
"""What follows silence after each thing that was sent."""


class EscalationPlan(NamedTuple):
    """The ladder with the facts that hold its intervals."""

    escalation: Escalation
    facts: Mapping[str, Fact]

    def interval(self, step: TextKind, topic: str = "") -> Fact | None:
        """The fact whose time passes without an answer before a step is due."""
        rungs = {rung.id: rung.after for rung in self.escalation.rungs}
        own = self.escalation.in_topic.get(topic) if step in _EARLY else None
        return self.facts.get(own or rungs.get(step.value, ""))


class NextStep(NamedTuple):
    """The next step, and when it is due: a moment that may have passed, or never."""

    step: TextKind
    due: Moment | None

    @property
    def value(self) -> str:
        """The moment as the log keeps it."""
        return self.due.value if self.due else NEVER


def next_step(
    events: Sequence[Event], plan: EscalationPlan, now: datetime, topic: str = ""
) -> NextStep:
    """The next step in a case of a topic, from its events in the order of time."""
    if _closed(events):
        return NextStep(TextKind.NONE, None)
    last_sent, reply = _last_words(events)
    if reply is not None:
        step = _after_reply(reply, last_sent)
        day = Moment(_at(reply, now).at.astimezone(now.tzinfo), Precision.DAY)  # at once
        return NextStep(step, None if step in (TextKind.CLOSE, TextKind.NONE) else day)
    if last_sent is None:
        return NextStep(TextKind.NONE, None)
    step = _AFTER[last_sent.kind]
    return NextStep(step, _later(last_sent, plan.interval(step, topic), now))


def _closed(events: Sequence[Event]) -> bool:
    ends = [event.kind for event in events if event.kind in (EventKind.CLOSED, EventKind.REOPENED)]
    return bool(ends) and ends[-1] is EventKind.CLOSED


def _last_words(events: Sequence[Event]) -> tuple[Event | None, Event | None]:
    """What the customer sent last, and the last reply to it that says something."""
    reply = None
    for event in reversed(events):
        if event.kind in MINE:
            return event, reply
        if event.kind is EventKind.REPLY and event.said is not ReplyKind.RECEIVED:
            reply = reply or event
    return None, reply


def is_refused(events: Sequence[Event]) -> bool:
    """Whether support answered last and refused: a letter about silence would be wrong."""
    _, reply = _last_words(events)
    return reply is not None and reply.said in (ReplyKind.REFUSED, ReplyKind.FINAL)


def _after_reply(reply: Event, sent: Event | None) -> TextKind:
    if reply.said is ReplyKind.ASKS:
        return TextKind.ANSWER
    if reply.said is ReplyKind.HELPED:
        return TextKind.CLOSE
    if reply.said is ReplyKind.FINAL:
        return TextKind.OUTSIDE
    if sent is not None and sent.kind in (EventKind.REVIEW, EventKind.COMPLAINT, EventKind.OUTSIDE):
        return _AFTER[sent.kind]
    return TextKind.REVIEW


def _later(event: Event, interval: Fact | None, now: datetime) -> Moment | None:
    if interval is None or not interval.figures:
        return None
    limit = read_limit(interval.figures[0])
    at = limit.after(_at(event, now).at.astimezone(now.tzinfo))
    return Moment(at, limit.precision)


def _at(event: Event, now: datetime) -> Moment:
    """When an event happened; now, if a wrong clock dated it in the future."""
    at = moment(event.at, now.tzinfo) or Moment(now)
    return at if at.at <= now else Moment(now)


def is_overdue(due: str, now: datetime) -> bool:
    """Whether a step is overdue; a day is overdue when it is over."""
    at = moment(due, now.tzinfo)
    if at is None or due == NEVER:
        return False
    return now.date() > at.at.date() if at.precision == "day" else now >= at.at


def dates(
    start: datetime, plan: EscalationPlan, first: TextKind
) -> tuple[tuple[TextKind, str], ...]:
    """The steps after this one with their days, if support never answers."""
    steps, at = [], start
    for step in RUNGS[RUNGS.index(first) + 1 :] if first in RUNGS else ():
        interval = plan.interval(step)
        if interval is None:
            break
        at = read_limit(interval.figures[0]).after(at)
        steps.append((step, at.date().isoformat()))
    return tuple(steps)


def missing_for_step(
    step: TextKind, events: Sequence[Event], ticket: Value, upcoming: NextStep
) -> str | None:
    """The key of the sentence that says what a step needs first: an open case, a ticket for all
    above the second channel, the answer that support waits for, or the rung below."""
    if _closed(events):
        return "step-closed"
    if step in (TextKind.CONDUCT, TextKind.PUBLIC):
        return None
    if step in (TextKind.REVIEW, TextKind.COMPLAINT, TextKind.OUTSIDE) and not ticket:
        return "step-needs-ticket"
    if upcoming.step is TextKind.ANSWER and step is not TextKind.ANSWER:
        return "step-answer-first"
    if upcoming.step in RUNGS and RUNGS.index(step) > RUNGS.index(upcoming.step):
        return f"step-needs-{upcoming.step}"
    return None


def earliest_day(upcoming: NextStep, now: datetime) -> str | None:
    """The day on which the next step is due, if that day is in the future."""
    if upcoming.due is None:
        return None
    if upcoming.due.precision == "day":
        later = upcoming.due.at.date() > now.date()
    else:
        later = upcoming.due.at > now
    return upcoming.due.value if later else None
