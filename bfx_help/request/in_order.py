"""Puts the lines of an account in the order in which it happened."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from bfx_help.answers.numbers import simple
from bfx_help.answers.running import leading_time
from bfx_help.answers.spans import Moment
from bfx_help.model import Text

LONG_AGO = 300
"""Days back from which on a date needs its year."""

_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)"
    r"|yesterday|today|ago|night|\d[./-]\d|[月号日天周]"
)
"""What makes a time one of a day."""

_GOES_ON = re.compile(
    r"(?i)(?:at )?\d{1,2}:\d{2}"
    r"|(?:then|so|and|but|after|afterwards|they|he|she|there|this|that|these|later)\b"
    r"|之后|然后|后来|于是|接着|但|所以|他们|对方"
)
"""How a line begins that goes on with the one before it: an hour without a day does."""


class Account(NamedTuple):
    """The lines of an account: those with a day in their order, each with what goes on with it, and
    those of no day."""

    dated: tuple[Text, ...]
    undated: tuple[Text, ...]


def in_order(lines: Iterable[Text], now: datetime | None) -> Account:
    """The lines of an account, parted by whether they name a day. With fewer than two days all
    stand as they were typed."""
    lines = tuple(lines)
    events: list[tuple[datetime, list[Text]]] = []
    undated: list[Text] = []
    open_event: list[Text] | None = None
    for line in lines:
        at = _day_of(line.en, now) if now else None
        if at:
            open_event = [line]
            events.append((at.at, open_event))
        elif open_event and _GOES_ON.match(line.en):
            open_event.append(line)
        else:
            open_event = None
            undated.append(line)
    if len(events) <= 1:
        return Account(lines, ())
    events.sort(key=lambda event: event[0])
    return Account(tuple(line for _, event in events for line in event), tuple(undated))


def _day_of(line: str, now: datetime) -> Moment | None:
    """The moment with which a line begins; an hour without its day is none, and so is a day that
    is still to come, which without its year reads as one of last year."""
    bare = re.sub(r" \([^()]*UTC[^()]*\)", "", line)
    found = leading_time(simple(bare), now)
    if found is None or not _DAY.search(found[1]):
        return None
    old = (now - found[0].at).days > LONG_AGO and not re.search(r"\d{4}", found[1])
    return None if old else found[0]
