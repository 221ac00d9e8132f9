"""The records of the log: cases, their events in the order of time, texts, exhibits, ratings."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from bfx_help.answers.spans import moment
from bfx_help.model import Own, Problem, Text, TextKind, Value

NOTHING = Own("")
NEVER = "9999-12-31"  # the due date of a case without a next step
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class CaseLogError(Problem):
    """An error of the log. `key` names its sentence, `values` fill the placeholders."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class EventKind(StrEnum):
    """The kinds of events in a case."""

    SENT = "sent"  # the first request
    FOLLOW_UP = "follow-up"
    ANSWER = "answer"  # what support asked for
    CHAT = "chat"
    REVIEW = "review"
    COMPLAINT = "complaint"
    OUTSIDE = "outside"
    CONDUCT = "conduct"  # a complaint about conduct, beside the matter itself
    REPLY = "reply"
    CALL = "call"
    NOTE = "note"
    CLOSED = "closed"
    REOPENED = "reopened"


MINE = frozenset(
    {
        *(EventKind.SENT, EventKind.FOLLOW_UP, EventKind.ANSWER, EventKind.CHAT),
        *(EventKind.REVIEW, EventKind.COMPLAINT, EventKind.OUTSIDE),
    }
)
"""What the customer sends and support should answer."""


class ReplyKind(StrEnum):
    """The kinds of replies from support."""

    RECEIVED = "received"  # nothing but an acknowledgement
    ASKS = "asks"  # support waits for the customer
    REFUSED = "refused"  # a decision, or a closed ticket, that the customer disputes
    FINAL = "final"  # they call it final
    HELPED = "helped"


STEPS = frozenset(
    {
        *(TextKind.FOLLOW_UP, TextKind.ANSWER, TextKind.CHAT, TextKind.REVIEW, TextKind.COMPLAINT),
        *(TextKind.OUTSIDE, TextKind.CONDUCT, TextKind.PUBLIC, TextKind.CLOSE, TextKind.NONE),
    }
)
"""What the next step of a case can be. A complaint about conduct is never mixed with the matter
itself, so it stands beside the ladder; so does what is public, which holds nothing personal."""


class Solved(StrEnum):
    """Whether a matter was solved."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class StoredText(NamedTuple):
    """A redacted text in both languages; typed words are the same in both."""

    en: Value
    zh: Value

    @property
    def text(self) -> Text:
        """The text to show."""
        return Text(self.en, self.zh)


class Event(NamedTuple):
    """An event; `at` is a `Moment.value`, `noted` when it was noted, by the clock of that time."""

    id: int
    at: str
    noted: str
    kind: EventKind
    said: ReplyKind | None
    words: Value


class Sent(NamedTuple):
    """A text that was sent, or a part of the first one that later texts need."""

    at: str
    kind: TextKind
    text: StoredText


class Case(NamedTuple):
    """A request that was sent, as the list shows it. `due` is when the next `step` is due, as a
    `Moment.value`; `closed` is empty while the case is open."""

    number: int
    topic: str
    channel: str
    ticket: Value
    about: StoredText
    sent: str
    closed: str
    step: TextKind
    due: str


class NewCase(NamedTuple):
    """A case to be added. The log computes `step` and `due`."""

    topic: str
    channel: str
    ticket: Value
    about: StoredText
    sent: str
    answers: Mapping[str, Value]
    texts: Mapping[str, StoredText]


class Exhibit(NamedTuple):
    """Evidence. `item` is its item of the checklist, if any; `dated` the time that it shows."""

    label: int
    name: Value
    size: int
    digest: str
    added: str
    shows: Value
    dated: str
    item: str

    @property
    def id(self) -> str:
        """Its name in texts: E1."""
        return f"E{self.label}"

    @property
    def file(self) -> str:
        """The name of its copy."""
        return f"{self.id}-{self.name}"


class Rating(NamedTuple):
    """The customer's rating, by the guide's measures; the time follows from the log."""

    at: str
    solved: Solved
    effect: int
    manner: int
    words: Value


class CaseFilter(NamedTuple):
    """The cases that a list shows."""

    topic: str | None = None
    channel: str | None = None
    closed: bool = False
    overdue: bool = False


def sort_events(events: Iterable[Event], zone: tzinfo | None) -> tuple[Event, ...]:
    """The events of a case in the order of time, those at the same time as they were noted."""
    return tuple(sorted(events, key=lambda event: (event_order(event, zone), event.id)))


def event_order(event: Event, zone: tzinfo | None) -> datetime:
    """The time by which an event is sorted: the request comes before all else of its day."""
    return time_order(event.at, event.noted, zone, early=event.kind is EventKind.SENT)


def time_order(at: str, noted: str, zone: tzinfo | None, *, early: bool = False) -> datetime:
    """The time by which something is sorted, from when it happened and when it was noted.

    A day counts as its end, or as the time of noting if that was earlier: a reply of today comes
    after a letter of this morning. If `early`, a day counts as its beginning.
    """
    happened = moment(at, zone)
    try:
        if happened is None:
            return _LONG_AGO
        if happened.precision != "day" or early:
            return happened.at.astimezone(UTC)
        end = happened.at.replace(hour=23, minute=59).astimezone(UTC)
    except OverflowError:  # the first or the last day of the calendar, in a damaged log
        return _LONG_AGO
    written = moment(noted, zone)
    return min(end, written.at.astimezone(UTC)) if written else end
