"""What the log keeps: cases, what happened in them, their texts, exhibits and ratings."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from bfx_help.model import Own, Problem, Text, Value

NOTHING = Own("")
NEVER = "9999-12-31"
"""The due date of a case in which nothing is due."""


class Trouble(Problem):
    """The log cannot do what was asked. `key` is the interface's sentence for it, `values` what
    stands in its placeholders."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Act(StrEnum):
    """What can happen in a case."""

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
    {Act.SENT, Act.FOLLOW_UP, Act.ANSWER, Act.CHAT, Act.REVIEW, Act.COMPLAINT, Act.OUTSIDE}
)
"""What was sent on the ladder, so that an answer is waited for."""


class Said(StrEnum):
    """What a reply of support amounts to."""

    RECEIVED = "received"  # nothing but an acknowledgement
    ASKS = "asks"  # they wait for me
    REFUSED = "refused"  # a decision, or a closed ticket, that I disagree with
    FINAL = "final"  # they call it final
    HELPED = "helped"


class Step(StrEnum):
    """What is to be done next."""

    FOLLOW_UP = "follow-up"
    ANSWER = "answer"
    CHAT = "chat"
    REVIEW = "review"
    COMPLAINT = "complaint"
    OUTSIDE = "outside"
    CONDUCT = "conduct"  # never mixed with the matter itself, so beside the ladder
    PUBLIC = "public"  # nothing personal in it, and no step of the ladder either
    CLOSE = "close"
    NONE = "none"


class Form(StrEnum):
    """The form of a text that is kept."""

    LETTER = "letter"  # the first request, as ticket or mail
    CHAT = "chat"
    PUBLIC = "public"
    OTHER_PARTY = "other-party"
    POLICE = "police"
    FOLLOW_UP = "follow-up"
    ANSWER = "answer"
    REVIEW = "review"
    COMPLAINT = "complaint"
    OUTSIDE = "outside"
    CONDUCT = "conduct"
    ABOUT = "about"  # not sent, but needed by a later text, as is what is wanted
    WANT = "want"


class Solved(StrEnum):
    """Whether a matter was solved."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Told(NamedTuple):
    """A text in both languages, fit to be kept: typed words stand in both alike."""

    en: Value
    zh: Value

    @property
    def text(self) -> Text:
        """The text to be shown."""
        return Text(self.en, self.zh)


class Event(NamedTuple):
    """Something that happened. `at` is a `Moment.value` in the words of `answers`; `noted` is when
    it was written down, by the clock of that time."""

    id: int
    at: str
    noted: str
    act: Act
    said: Said | None
    words: Value


class Sent(NamedTuple):
    """A text that was sent, or what a later text needs of the first one."""

    at: str
    kind: Form
    text: Told

    @property
    def was_sent(self) -> bool:
        """Whether it left the house, and is not only needed by later texts."""
        return self.kind not in (Form.ABOUT, Form.WANT)


class Case(NamedTuple):
    """A request that was sent, as the list shows it. `due` is when the next `step` is to be done,
    as a `Moment.value`; `closed` is empty while it is open."""

    number: int
    topic: str
    channel: str
    ticket: Value
    about: Told
    sent: str
    closed: str
    step: Step
    due: str


class New(NamedTuple):
    """A case to be added. `step` and `due` are worked out from the rest."""

    topic: str
    channel: str
    ticket: Value
    about: Told
    sent: str
    answers: Mapping[str, Value]
    texts: Mapping[str, Told]


class Exhibit(NamedTuple):
    """A piece of evidence. `item` is the checklist item that it is, if it is one; `dated` the day
    or time that it shows."""

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
        """How texts refer to it: E1."""
        return f"E{self.label}"


class Rating(NamedTuple):
    """How it went, by the guide's measures; its third, the time, follows from the log."""

    at: str
    solved: Solved
    effect: int
    manner: int
    words: Value


class Wanted(NamedTuple):
    """Which cases a list is to show."""

    topic: str | None = None
    channel: str | None = None
    closed: bool = False
    overdue: bool = False
