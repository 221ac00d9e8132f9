"""Reads days and times of day, the parts in any order: `昨晚8点半`, `21 Nov 4pm UTC+8`."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from bfx_help.answers.numbers import number
from bfx_help.answers.spans import Moment, Precision
from bfx_help.answers.zones import ZONES, zone_named
from bfx_help.name_lists import list_of, pattern_of, table_of


class Ambiguous(Exception):
    """Day and month could be either."""


class _Said(NamedTuple):
    """The parts of a time found so far; `day` is made when the zone, and so today, is known. A
    date goes before a weekday."""

    day: Callable[[date], date] | None = None
    clock: tuple[int, int, int] | None = None
    exact: bool = False
    part: str = ""
    weekday: bool = False
    zone: tzinfo | None = None
    zone_name: str = ""


_MONTHS = list_of("times", "months").split()
_MONTH = (
    rf"(?P<name>{'|'.join(_MONTHS)})"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
DAYS = {
    day: int(back) for back, days in table_of("times", "days").items() for day in days.split(", ")
}
"""Days by their distance: how many days back they are."""

_WEEKDAYS = list_of("times", "weekdays").splitlines()
_PARTS = table_of("times", "parts of a day")
_YEAR = "[零〇一二三四五六七八九]{4}"
_Z = r"\d{1,2}|[零一二两三四五六七八九十]{1,3}"


def read_date(text: str, now: datetime) -> Moment | None:
    """The moment such a text (of `simple` characters) means, or None; `Ambiguous` where day and
    month could be either, ValueError for a day that does not exist."""
    said, rest = _Said(), text
    while rest:
        rest = re.sub(_GAP, "", rest, count=1)
        for pattern, take in _TAKERS:
            found = re.match(pattern, rest)
            more = take(said, found) if found else None
            if found and more:
                said, rest = more, rest[found.end() :]
                break
        else:
            return None if rest else _assemble(said, now)
    return _assemble(said, now)


def _assemble(said: _Said, now: datetime) -> Moment | None:
    if not said.day and not said.clock and said.part not in ("noon", "midnight"):
        return None
    zone = said.zone or (zone_named(said.zone_name, now) if said.zone_name else now.tzinfo)
    if zone is None:
        return None
    today = now.astimezone(zone).date()
    day = said.day(today) if said.day else today
    clock = said.clock or {"noon": (12, 0, 0), "midnight": (0, 0, 0)}.get(said.part)
    if not clock:
        return Moment(datetime.combine(day, time(), now.tzinfo), Precision.DAY)
    later, hour = _hour(clock[0], said.part)
    at = datetime.combine(day + timedelta(days=later), time(hour, *clock[1:]), zone)
    if not said.day and at > now:
        at -= timedelta(days=1)
    exact = Precision.MINUTE if said.exact else Precision.HOUR
    precision = Precision.SECOND if clock[2] else exact
    return Moment(at.astimezone(now.tzinfo), precision)


def _hour(hour: int, part: str) -> tuple[int, int]:
    """The hour of the day, and whether it is one of the next: 12 and 1 of a night are."""
    if part == "night" and (hour < 6 or hour == 12):
        return 1, hour % 12
    if (part in ("pm", "night") and hour < 12) or (part == "noon" and hour < 3):
        return 0, hour + 12
    if part == "am" and hour == 12:
        return 0, 0
    return divmod(hour, 24)


def _take_date(said: _Said, found: re.Match[str]) -> _Said | None:
    parts = found.groupdict()
    month = parts.get("name")
    first = _MONTHS.index(month) + 1 if month else int(number(parts.get("m") or "0") or 0)
    second, year = int(number(parts["d"]) or 0), parts.get("y")
    dotted, certain = "." in found[0], bool(month) or parts.get("sure") is not None

    def day(today: date) -> date:
        month_part, day_part = first, second
        if not certain and not month:
            if month_part > 12 or dotted:
                month_part, day_part = day_part, month_part
            elif day_part <= 12 and month_part != day_part:
                raise Ambiguous
        if year:
            return date(int(number(year) or 0), month_part, day_part)
        if parts.get("last"):
            today = today.replace(day=1) - timedelta(days=1)
        return _latest(month_part, day_part, today)

    return None if said.day and not said.weekday else said._replace(day=day, weekday=False)


def _latest(month: int, day: int, today: date) -> date:
    """The last such day; of no month (0), the last day of that number."""
    for back in range(0, 97):
        months = today.year * 12 + today.month - 1 - back
        if month in (0, months % 12 + 1):
            try:
                found = date(months // 12, months % 12 + 1, day)
            except ValueError:
                continue
            if found <= today:
                return found
    raise ValueError


def _take_day(said: _Said, found: re.Match[str]) -> _Said | None:
    back = DAYS[found[0]]
    part = next((name for name, words in _PARTS.items() if re.search(words, found[0])), "")
    day: Callable[[date], date] = lambda today: today - timedelta(days=back)  # noqa: E731
    return None if said.day else said._replace(day=day, part=part or said.part)


def _take_weekday(said: _Said, found: re.Match[str]) -> _Said | None:
    wanted = next(index for index in range(7) if found[f"w{index}"])
    which = found["which"] or ""

    def day(today: date) -> date:
        monday = today - timedelta(days=today.weekday())
        if "上" in which:
            return monday + timedelta(days=wanted - 7)
        if "本" in which or "这" in which or "this" in which:
            return monday + timedelta(days=wanted)
        back = (today.weekday() - wanted) % 7
        return today - timedelta(days=back or (7 if "last" in which else 0))

    return said if said.day else said._replace(day=day, weekday=True)


def _take_clock(said: _Said, found: re.Match[str]) -> _Said | None:
    parts = found.groupdict()
    minute = parts.get("minute")
    quarter = {"半": 30, "一刻": 15, "三刻": 45}.get(minute or "")
    minutes = quarter if quarter is not None else int(number(minute or "0") or 0)
    clock = (int(number(parts["hour"]) or 0), minutes, int(parts.get("second") or 0))
    if said.clock or clock[0] > 24 or minutes > 59 or clock[2] > 59:
        return None
    return said._replace(clock=clock, exact=bool(minute))


def _take_dotted(said: _Said, found: re.Match[str]) -> _Said | None:
    """A time of day with a full stop in it is one only behind a day: "on 18 Nov at 11.05"."""
    return _take_clock(said, found) if said.day and not said.weekday else None


def _take_hour(said: _Said, found: re.Match[str]) -> _Said | None:
    """A bare number is an hour only beside a part of the day: "this morning at 9"."""
    return _take_clock(said, found) if said.part else None


def _take_nothing(said: _Said, _: re.Match[str]) -> _Said:
    """The weekday before a date, as in the head of a mail."""
    return said


def _take_part(said: _Said, found: re.Match[str]) -> _Said | None:
    part = next(name for name, words in _PARTS.items() if re.fullmatch(words, found[0]))
    if said.part == "night" and part in ("am", "pm"):
        return said  # "last night 1 am": the night says more
    return None if said.part and said.part != part else said._replace(part=part)


def _take_zone(said: _Said, found: re.Match[str]) -> _Said | None:
    if said.zone or said.zone_name or not (said.clock or said.part):
        return None
    if found[0] in ZONES:
        return said._replace(zone_name=found[0])
    hours, minutes = int(found["h"] or 0), int(found["min"] or 0)
    if hours > 14 or minutes > 59:
        return None
    span = timedelta(hours=hours, minutes=minutes) * (-1 if found["sign"] == "-" else 1)
    return said._replace(zone=timezone(span))


_GAP = rf"[\s,、()~]*(?:(?:{pattern_of('times', 'gaps')})[\s,]*)*"
_WEEKDAY = "|".join(f"(?P<w{index}>{pattern})" for index, pattern in enumerate(_WEEKDAYS))
_TAKERS: tuple[tuple[str, Callable[[_Said, re.Match[str]], _Said | None]], ...] = (
    (
        rf"(?:{'|'.join(_WEEKDAYS)}),? "
        rf"(?=\d{{1,2}} (?:{'|'.join(_MONTHS)})|(?:{'|'.join(_MONTHS)})[a-z]* \d)",
        _take_nothing,
    ),
    (r"(?P<y>\d{4})(?P<sure>[-/.年])\s*(?P<m>\d{1,2})[-/.月]\s*(?P<d>\d{1,2})[日号]?", _take_date),
    (rf"(?P<y>{_YEAR})(?P<sure>年)(?P<m>{_Z})月(?P<d>{_Z})[日号]?", _take_date),
    (r"(?P<y>20\d\d)(?P<sure>)(?P<m>\d\d)(?P<d>\d\d)(?!\d)", _take_date),
    (rf"(?P<m>{_Z})(?P<sure>月)\s*(?P<d>{_Z})[日号]?", _take_date),
    (r"(?P<m>\d{1,2})([./-])(?P<d>\d{1,2})\2(?P<y>\d{4})", _take_date),
    (r"(?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?![\d:])", _take_date),
    (r"(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?![\d.])", _take_dotted),
    (r"(?P<m>1[3-9]|2\d|3[01])\.(?P<d>0?[1-9]|1[0-2])\.?(?![\d.:])", _take_date),
    (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? ?(?P<y>\d{{4}})?\b", _take_date),
    (rf"{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y>\d{{4}}))?", _take_date),
    (rf"(?P<sure>)(?:(?P<last>上)个?月|本月|这个?月)?(?P<d>{_Z})[日号]", _take_date),
    ("|".join(sorted(DAYS, key=len, reverse=True)), _take_day),
    (rf"(?P<which>last |this |上个?|本|这个?)?(?:{_WEEKDAY})", _take_weekday),
    (r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?!\d)", _take_clock),
    (rf"(?P<hour>{_Z})[点时](?:钟|整)?(?P<minute>半|一刻|三刻|{_Z})?分?", _take_clock),
    (r"(?P<hour>\d{1,2})h(?P<minute>\d{2})(?!\d)", _take_clock),
    (r"(?P<hour>\d{1,2})(?= ?(?:am|pm|a\.m|p\.m|in the |o'clock))(?: ?o'clock)?", _take_clock),
    ("|".join(f"(?:{words})" for words in _PARTS.values()), _take_part),
    (r"(?P<hour>\d{1,2})(?![\d:/.-])", _take_hour),
    (
        r"(?:z|utc|gmt)? ?(?P<sign>[+-])(?P<h>\d{1,2})(?::?(?P<min>\d{2}))?(?!\d)"
        rf"|(?:z|utc|gmt)(?:时间)?(?![a-z])|(?:{'|'.join(ZONES)})(?![a-z])",
        _take_zone,
    ),
)
