"""Says times: a moment in UTC and local time, how long ago it was, and working days."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from bfx_help.model import Language, Text
from bfx_help.name_lists import sections, table_of

FRACTION = re.compile(r"\d:\d\d:\d\d([.,]\d{1,6})(?!\d)")
"""A time with a part of a second, which a moment does not hold."""


class Precision(StrEnum):
    """How exactly a time is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"  # "26 hours ago", "4 pm"
    DAY = "day"


class Moment(NamedTuple):
    """A time as exactly as it is known. `at` is aware; of a day, its first minute in that zone."""

    at: datetime
    precision: Precision = Precision.MINUTE

    @property
    def value(self) -> str:
        """The moment as an answer: `2026-11-21T08:05Z`, or `2026-11-21` of a local day."""
        if self.precision is Precision.DAY:
            return self.at.date().isoformat()
        return f"{self.at.astimezone(UTC):%Y-%m-%dT}{self.at.astimezone(UTC):{self.clock}}Z"

    @property
    def exact(self) -> bool:
        """Whether it is known to the minute."""
        return self.precision in (Precision.SECOND, Precision.MINUTE)

    @property
    def clock(self) -> str:
        """The form of the time of day: with seconds where they are known."""
        return "%H:%M:%S" if self.precision is Precision.SECOND else "%H:%M"


def moment(value: str, zone: tzinfo | None) -> Moment | None:
    """The moment an answer speaks of (`Moment.value` read back), in the zone given."""
    try:
        at = datetime.fromisoformat(value)
        if len(value) == 10:
            return Moment(at.replace(tzinfo=zone), Precision.DAY)
        precision = Precision.SECOND if at.second else Precision.MINUTE
        return Moment(at.astimezone(zone), precision) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def age(since: Moment, now: datetime) -> tuple[timedelta, timedelta]:
    """How long ago it was, at least and at most: a day has a last minute and a first."""
    longest = max(now.astimezone(UTC) - since.at.astimezone(UTC), timedelta())
    if since.precision is not Precision.DAY:
        return longest, longest
    last = (since.at + timedelta(days=1)).astimezone(UTC)
    return max(now.astimezone(UTC) - last, timedelta()), longest


def said(key: str, **values: object) -> Text:
    """A phrase of `words/spoken_times.txt` in every language that it is in. Of a text that fills it
    stands there what is said in that language."""
    texts: dict[str, str] = {}
    for tag in sections("spoken_times"):
        language = Language(tag)
        here = {
            name: value.in_(language) if isinstance(value, Text) else value
            for name, value in values.items()
        }
        texts[tag] = table_of("spoken_times", tag)[key].format(**here)
    return Text(texts["en"], texts["zh"], texts)


def elapsed(since: Moment, now: datetime) -> Text:
    """How long ago it was: `26 hours 5 minutes`, from two days on in days and hours, from four days
    on in days."""
    if since.precision is Precision.DAY:
        days = max((now.astimezone(since.at.tzinfo).date() - since.at.date()).days, 0)
        return _count(days, "day") if days else said("no day")
    minutes = int(age(since, now)[0].total_seconds()) // 60
    days, hours = divmod(minutes // 60, 24)
    if days >= 4:
        return _count(days, "day")
    if days >= 2:
        return _two(days, "day", hours, "hour")
    if since.precision is Precision.HOUR and minutes >= 60:
        return _count(minutes // 60, "hour")
    return _two(minutes // 60, "hour", minutes % 60, "minute")


def _two(number: int, unit: str, more: int, smaller: str) -> Text:
    if number and more:
        return _count(number, unit).join(_count(more, smaller), " ")
    return _count(number, unit) if number else _count(more, smaller)


def _count(number: int, unit: str) -> Text:
    return said(unit if number == 1 else f"{unit}s", number=number)


def stamp(when: Moment, zone: tzinfo | None = None) -> Text:
    """The moment in UTC and local time: `2026-11-21 08:05 UTC (16:05 UTC+8)`; a day is a day."""
    if when.precision is Precision.DAY:
        return Text(when.at.date().isoformat(), when.at.date().isoformat())
    utc, local = when.at.astimezone(UTC), when.at.astimezone(zone)
    first = f"{utc:%Y-%m-%d} {utc:{when.clock}} UTC"
    if local.utcoffset() == timedelta():
        return Text(first, first)
    there = f"{local:{when.clock}}"
    if local.date() != utc.date():
        there = f"{local:%Y-%m-%d} {there}"
    return said("beside", utc=first, there=there, zone=offset(local))


def written(when: Moment, zone: tzinfo | None = None) -> Text:
    """The moment as a letter has it: `21 Nov 2026 08:05 UTC (16:05 local, UTC+8)`."""
    if when.precision is Precision.DAY:
        return said("date", at=when.at)
    utc, local = when.at.astimezone(UTC), when.at.astimezone(zone)
    first = said("moment", at=utc, clock=f"{utc:{when.clock}}")
    if local.utcoffset() == timedelta():
        return first
    other = "day and clock" if local.year == utc.year else "date and clock"
    there = said(
        "clock" if local.date() == utc.date() else other, at=local, clock=f"{local:{when.clock}}"
    )
    return said("beside local", utc=first, there=there, zone=offset(local))


def roughly(since: Moment, now: datetime) -> Text:
    """How long ago it was, no finer than matters: hours from six hours on, days from a week on."""
    least, _ = age(since, now)
    if least >= timedelta(days=7):
        since = since._replace(precision=Precision.DAY)
    elif least >= timedelta(hours=6) and since.precision is not Precision.DAY:
        since = since._replace(precision=Precision.HOUR)
    return elapsed(since, now)


def offset(at: datetime) -> str:
    """The zone of a time as `UTC+8` or `UTC-3:30`."""
    minutes = int((at.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    shown = f"{hours}:{rest:02}" if rest else str(hours)
    return f"UTC{'-' if minutes < 0 else '+'}{shown}" if minutes else "UTC"


def add_working_days(start: date, days: int) -> date:
    """The day so many working days (Monday to Friday) later, or earlier if negative."""
    step, left = (1 if days >= 0 else -1), abs(days)
    weeks, left = divmod(left, 5)
    while start.weekday() > 4:  # a weekend counts as the working day before (after) it
        start -= timedelta(days=step)
    start += timedelta(days=7 * weeks * step)
    while left:
        start += timedelta(days=step)
        left -= start.weekday() < 5
    return start


def working_days_between(first: date, last: date) -> int:
    """How many working days have passed after `first` up to and with `last`; 0 if it is earlier."""
    days = max((last - first).days, 0)
    weeks, rest = divmod(days, 7)
    return weeks * 5 + sum(
        (first + timedelta(days=extra)).weekday() < 5 for extra in range(1, rest + 1)
    )
