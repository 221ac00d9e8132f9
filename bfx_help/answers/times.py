"""Reads times as people type them, in English and Chinese: `26h`, `two days ago`."""

import re
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from bfx_help.answers.dates import Ambiguous, read_date
from bfx_help.answers.numbers import CHINESE, ENGLISH, number, simple
from bfx_help.answers.spans import Moment, Precision, add_working_days
from bfx_help.name_lists import pattern_of, table_of

_OLDEST = 15  # years; older than the exchange, so it was mistyped
_LONGEST_TIME = 200  # characters; whoever types more does not type a time


class Refused(StrEnum):
    """Why a time that was understood is not taken; the keys of the sentences that say so."""

    FUTURE = "doubt-time-future"
    OLD = "doubt-time-old"
    AMBIGUOUS = "doubt-time-ambiguous"


_N = rf"\d{{1,40}}(?:[.,]\d{{1,40}})?|half an?|半|a couple(?: of)?|{CHINESE}|(?:{ENGLISH})\b"
# Between number and unit: a half, or that it is a little more.
_MORE = r"\+|个?半(?=[小钟月])|个?多(?=[天小钟月年周星])| and a half(?= [hdwmy])"
_UNITS = table_of("times", "units")
_UNIT = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
_SPAN = rf"(?P<n>{_N})\s*-?(?P<more>{_MORE})?\s*(?:{_UNIT})(?P<half>半| and a half)?"
_BARE = "|".join(_UNITS.values())
SPAN = (
    rf"(?:(?:{_N})\s*-?(?:{_MORE})?\s*(?:{_BARE})(?:半| and a half)?"
    r"\s*(?:and\s+|,\s*|又|零)?){1,4}"
)
"""The pattern of a length of time inside a longer text (of `simple` characters)."""

_AGO = (
    rf"(?:(?:{pattern_of('times', 'before')})\s*){{0,3}}(?P<spans>{SPAN})\s*"
    rf"(?:(?:{pattern_of('times', 'behind')})\s*){{0,3}}"
)
_NOW = pattern_of("times", "now")


def read_time(text: str, now: datetime) -> Moment | Refused | None:
    """The moment somebody means, in the zone of `now`; why it is not taken; None if it is not
    understood. A date alone is a day; a date without a year, or a time alone, is the last one."""
    text = simple(text[:_LONGEST_TIME]).strip(" .。!?") if len(text) <= _LONGEST_TIME else ""
    try:
        if re.fullmatch(_NOW, text):
            return Moment(now)
        found = _ago(text, now) or read_date(text, now)
    except OverflowError:
        return Refused.OLD
    except Ambiguous:
        return Refused.AMBIGUOUS
    except ValueError:  # 31 June
        return None
    return _possible(found, now) if found else None


def _possible(found: Moment, now: datetime) -> Moment | Refused:
    day = found.precision is Precision.DAY
    if found.at.date() > now.date() if day else found.at > now + timedelta(minutes=2):
        return Refused.FUTURE
    if found.at.year < now.year - _OLDEST:
        return Refused.OLD
    return found


def _ago(text: str, now: datetime) -> Moment | None:
    outer = re.fullmatch(_AGO, text)
    if not outer:
        return None
    at, precision = now, Precision.DAY
    for part in re.finditer(_SPAN, outer["spans"]):
        unit = part.lastgroup if part.lastgroup != "half" else None
        unit = unit or next(name for name in _UNITS if part[name])
        count = _count(part)
        if unit == "minute" or (unit == "hour" and count != int(count)):
            precision = Precision.MINUTE
        elif precision is Precision.DAY and unit == "hour":
            precision = Precision.HOUR
        at = _back(at, count, unit)
    if precision is Precision.DAY:
        at = datetime.combine(at.date(), time(), now.tzinfo)
    return Moment(at, precision)


def _count(part: re.Match[str]) -> Decimal:
    text = part["n"].replace(",", ".")
    if text.startswith(("half", "半")):
        return Decimal("0.5")
    count = Decimal(2) if text.startswith("a couple") else number(text)
    if count is None:
        raise ValueError(text)
    halves = ("半" in (part["more"] or "")) + ("half" in (part["more"] or "")) + bool(part["half"])
    return count + halves * Decimal("0.5")


_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}


def _back(at: datetime, count: Decimal, unit: str) -> datetime:
    if unit == "working":
        days = min(int(count), 10_000)  # more is refused as too old
        return datetime.combine(add_working_days(at.date(), -days), time(), at.tzinfo)
    if unit in _MINUTES:
        span = timedelta(minutes=float(count * _MINUTES[unit]))
        # Hours are real time, days are days of the calendar: clocks may have been changed.
        if unit in ("day", "week"):
            return at - span
        return (at.astimezone(UTC) - span).astimezone(at.tzinfo)
    count *= 12 if unit == "year" else 1
    at -= timedelta(days=15 * (count != int(count)))
    months = at.year * 12 + at.month - 1 - int(count)
    if months < 12:
        raise OverflowError
    first = at.replace(year=months // 12, month=months % 12 + 1, day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(at.day, last.day))
