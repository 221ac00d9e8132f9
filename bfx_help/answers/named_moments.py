"""Finds where in a text its first moment is named: the words that say it."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from bfx_help.answers.numbers import simple
from bfx_help.answers.running import DAY, LINKING, leading_time
from bfx_help.answers.spans import Moment, Precision
from bfx_help.answers.zones import ZONES, zone_named

_AHEAD = (300, 301)
"""Days from now on which a day of the year means the next one; a weekday means another on each."""

_LINK = re.compile(rf"(?:[\s,]+(?:{'|'.join(LINKING)})\b|[从在于])*[\s,]*$")
"""What links a time with what follows it."""


class Spoken(NamedTuple):
    """A moment that a text names, and where the words that say it stand."""

    at: Moment
    start: int
    end: int


def coming(text: str, now: datetime) -> Spoken | None:
    """The moment to come that a text names first, with its day and hour: 2 Dec 15:00. None where
    it stands in UTC already, or in a zone that is not certain."""
    words = re.findall(r"[a-z]+", text.lower())
    if "utc" in words or any(name in ZONES and not zone_named(name, now) for name in words):
        return None
    later = [_first_spoken(text, now + timedelta(days=days)) for days in _AHEAD]
    first = later[0]
    certain = first is not None and all(item == first for item in later)
    if not certain or first is None or first.at.precision is Precision.DAY or first.at.at <= now:
        return None
    return first


def _first_spoken(text: str, now: datetime) -> Spoken | None:
    """The first moment in a text; a weekday that stands before its date belongs to it."""
    plain = simple(text)
    for found in re.finditer(rf"(?:20\d\d年\s?)?(?:{DAY})", plain):
        if spoken := leading_words(text[found.start() :], now):
            return Spoken(spoken.at, found.start(), found.start() + spoken.end)
    return None


def leading_words(text: str, now: datetime) -> Spoken | None:
    """The time with which a text begins, and its words without those that link it on."""
    plain = simple(text)
    found = leading_time(plain, now)
    if found is None:
        return None
    at, said = found
    return Spoken(at, 0, len(_LINK.sub("", said)))
