"""A case in words and as data: its times, next step, events, exhibits and rating."""

import re
from datetime import UTC
from typing import Any

from bfx_help import cases
from bfx_help.answers.spans import moment, stamp
from bfx_help.cases import NEVER, Case, Event, EventKind, Exhibit, ExhibitFault, Rating
from bfx_help.cli.context import Context
from bfx_help.model import TextKind


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
    if case.due == NEVER or at is None or case.step in (TextKind.NONE, TextKind.CLOSE):
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
    if case.closed or case.step is TextKind.NONE:
        return ""
    same = {TextKind.FOLLOW_UP: "follow-up", TextKind.ANSWER: "follow-up", TextKind.CLOSE: "close"}
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


def one_line(text: str) -> str:
    """The text without its line breaks: with them it could draw entries of its own."""
    return re.sub(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*", " ", text)


def exhibit_data(exhibit: Exhibit) -> dict[str, Any]:
    """An exhibit for scripts."""
    return {
        "id": exhibit.id,
        "name": exhibit.name,
        "size": exhibit.size,
        "sha256": exhibit.digest,
        "added": exhibit.added,
        "shows": exhibit.shows,
        "dated": exhibit.dated or None,
        "item": exhibit.item or None,
    }


def event_line(context: Context, event: Event) -> str:
    """What happened, in words."""
    key = f"said-{event.said}" if event.said else f"act-{event.kind}"
    words = channel_name(context, event.words) if event.kind is EventKind.SENT else event.words
    what = context.word(key)
    return context.word("case-event", what=what, words=words) if words else what


def exhibit_line(context: Context, exhibit: Exhibit) -> str:
    """An exhibit in one line."""
    shows = exhibit.shows or context.word("exhibit-shows-nothing")
    return context.word("exhibit-line", id=exhibit.id, shows=shows, name=exhibit.name)


def rating_line(context: Context, rating: Rating) -> str:
    """A rating in one line."""
    solved = context.word(f"solved-{rating.solved}")
    line = context.word("rating-line", solved=solved, effect=rating.effect, manner=rating.manner)
    return f"{line} {rating.words}".strip()


def fault_line(context: Context, fault: ExhibitFault) -> str:
    """What is wrong with an exhibit."""
    exhibit = fault.exhibit
    return context.word(
        f"check-{fault.kind}", number=fault.number, id=exhibit.id, name=exhibit.name
    )
