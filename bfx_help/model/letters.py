"""What a letter is made of: wants, statements bound to answers, and the other texts."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from bfx_help.model.texts import ALWAYS, Text, When


class TextKind(StrEnum):
    """Every kind of text that the program writes, logs, or plans as the next step of a case."""

    LETTER = "letter"  # a ticket or an e-mail
    FOLLOW_UP = "follow-up"
    REVIEW = "review"
    COMPLAINT = "complaint"
    ALERT = "alert"
    CHAT = "chat"
    PUBLIC = "public"
    OTHER_PARTY = "other-party"
    POLICE = "police"
    ANSWER = "answer"  # what support asked for
    OUTSIDE = "outside"
    CONDUCT = "conduct"
    ABOUT = "about"  # not sent, but needed by a later text, as is what is wanted
    WANT = "want"
    CLOSE = "close"  # as a next step: nothing is left to write, the case can be closed
    NONE = "none"


REPLIES = (TextKind.FOLLOW_UP, TextKind.REVIEW, TextKind.COMPLAINT)
"""What is written into the ticket that exists already."""


class Place(StrEnum):
    """Where a statement stands in a letter."""

    OPENING = "opening"
    DETAILS = "details"  # a line of what the matter is looked up by, of several answers
    EVENTS = "events"  # those that begin with a time stand in its order
    SUPPORT = "support"
    CHECKED = "checked"
    PROMISE = "promise"


class Want(NamedTuple):
    """Something that the customer can ask for, offered where it is named. With `if_chosen` it never
    stands unasked: it gives something away, or few want it."""

    id: str
    line: Text
    when: When = ALWAYS
    if_chosen: bool = False


class Statement(NamedTuple):
    """A sentence of a letter. It stands only where every answer that it `says` is known.

    `for_` names situations or topics. Of several statements with one `group`, the first that can
    stand does. A promise says nothing of the past, so it may name no answer. Among the details a
    line that ends in a colon is a heading; behind "# " it numbers the lines below it. An event that
    begins with its time comes in order with what was typed.
    """

    line: Text
    place: Place
    for_: tuple[str, ...] = ()
    group: str | None = None
    says: tuple[str, ...] = ()
    when: When = ALWAYS


class Headline(NamedTuple):
    """A subject of a letter, for those answers that its condition names."""

    line: Text
    when: When = ALWAYS


class Sentence(NamedTuple):
    """A sentence of another text."""

    line: Text
    says: tuple[str, ...] = ()
    when: When = ALWAYS


class OtherText(NamedTuple):
    """Another text of the same answers: to the other party, the police, the public, a chat."""

    kind: TextKind
    lines: tuple[Sentence, ...]
    for_: tuple[str, ...] = ()
    when: When = ALWAYS


class Letters(NamedTuple):
    """All that letters are made of; `frame` are the headings and sentences that all share."""

    wants: Mapping[str, Want]
    lines: tuple[Statement, ...]
    texts: tuple[OtherText, ...]
    frame: Mapping[str, Text]

    def about(self, situation: str) -> "Letters":
        """What of it concerns a situation: most lines and texts are for others."""
        names = {situation, situation.partition(".")[0]}
        lines = (line for line in self.lines if not line.for_ or names.intersection(line.for_))
        texts = (text for text in self.texts if not text.for_ or names.intersection(text.for_))
        return self._replace(lines=tuple(lines), texts=tuple(texts))
