"""Says in a text that somebody typed which hour it was in UTC, and which day "yesterday" was."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bfx_help.answers.dates import DAYS, read_date
from bfx_help.answers.numbers import simple
from bfx_help.answers.spans import Moment, Precision, written
from bfx_help.answers.zones import ZONES, span_of, zone_named
from bfx_help.model import holds_chinese

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_PART = "凌晨|早上|上午|中午|下午|傍晚|晚上|夜里"
_ZONE = "|".join(name.upper() for name in ZONES)
_HOUR = (
    rf"(?:(?P<part>{_PART})\s?)?(?<![\d:.+-])(?P<first>{_CLOCK})"
    rf"(?:(?:\s?[-–至到]\s?| (?:to|until|(?P<and>and)) )(?P<second>{_CLOCK}))?"
    r"(?!\d|[:.]\d)(?!\s*\(?(?:Z\b|[+-]\d))"
    r"(?P<half>\s?[aApP]\.?[mM]\b\.?)?"
    rf"(?:\s?(?:in )?(?:\((?P<inner>{_ZONE})\)|(?P<zone>{_ZONE})(?![A-Za-z])))?"
    r"(?P<local> \(?(?:local(?: time)?|my time)\)?)?"
)
_GREENWICH = r"(?<=\d )GMT\b(?! ?[+-]\d)"
"""A zone that is UTC by another name, behind an hour."""

_AHEAD = (
    rf"(?<!UTC \()(?<![\d:.+-])(?P<first>{_CLOCK})(?:\s?[-–]\s?(?P<second>{_CLOCK}))?"
    r"\s?(?P<open>[(（])?(?:UTC|GMT) ?(?P<ahead>[+-]\d{1,2}(?::\d\d)?)(?(open)[)）])"
)
"""An hour, or two, with the distance from UTC."""

_ZONED = r"\b(?:UTC|GMT)\b"
_QUOTED = r'("[^"\n]*"|“[^”\n]*”|「[^」\n]*」)'
_BEHIND = rf"(?P<clock>{_CLOCK})\s*[(（]"
_OFFSET = rf"{_BEHIND}[^()（）:]*\b(?:UTC|GMT) ?(?P<ahead>[+-]\d{{1,2}}(?::\d\d)?)[^()（）]*[)）]"
_NAMED = rf"{_BEHIND}(?P<zone>{_ZONE})[,;，；][^()（）:]*[)）]"
"""A bracket behind an hour that tells its zone, and more."""

_DAYS = "|".join(sorted((day for day in DAYS if not re.search("night|晚|夜", day)), key=len)[::-1])
"""The days whose date is certain; a night has two."""

_DATE = r"\(|\d{4}|\d{1,2}(?:st|nd|rd|th)?\.? ?[a-z]{3}|[a-z]{3} \d|\d{1,2}月"
_WEEKDAY = "mon|tue|wed|thu|fri|sat|sun"
_DAY = (
    rf"(?i)(?<![a-z])(?P<day>{_DAYS})(?P<part> (?:morning|noon|afternoon|evening)|{_PART})?+"
    rf"(?![a-z'’])(?!\W{{0,3}}(?:(?:{_WEEKDAY})[a-z]*,? )?(?:{_DATE}))"
)


_IN_FIGURES = (
    r"(?<![\w./:-])(?:(?P<year>20\d\d)-|(?<=\bon )|(?<=\bof )|(?<=\bsince )|(?<=\buntil )|"
    r"(?=\d\d-\d\d \d{1,2}:\d\d))(?P<month>\d\d)-(?P<day>\d\d)(?![\w/:-]|\.\w)"
)
"""A date in figures: with its year, or behind a word or before an hour that no range has."""


def with_utc(text: str, now: datetime) -> str:
    """The text with the UTC time before each hour in another zone (that of `now`, or the one named
    beside the hour), and behind it where the day is another there. A line that speaks of UTC or
    GMT, but for what it quotes, keeps its hours but those with their distance from UTC, and so does
    an hour whose zone is not certain."""
    lines = text.split("\n")
    return "\n".join(
        _outside_quotes(_GREENWICH, lambda _: "UTC", _outside_quotes(_AHEAD, _of_offset, line))
        if re.search(_ZONED, re.sub(_QUOTED, "", line))
        else _outside_quotes(_HOUR, lambda hour: _both(hour, now), line)
        for line in lines
    )


def _of_offset(hour: re.Match[str]) -> str:
    """An hour with its distance from UTC, behind what it is in UTC on the same day."""
    clocks = [clock for clock in (hour["first"], hour["second"]) if clock]
    if any(clock.count(":") > 1 for clock in clocks):
        return hour[0]  # it names seconds
    utc = [span_of(clock) - span_of(hour["ahead"]) for clock in clocks]
    if not all(timedelta() <= at < timedelta(days=1) for at in utc):
        return hour[0]
    shown = "-".join(f"{at.seconds // 3600:02}:{at.seconds // 60 % 60:02}" for at in utc)
    return f"{shown} UTC ({'-'.join(clocks)} UTC{hour['ahead']})"


def with_bare_zones(text: str) -> str:
    """The text with the zone alone where a bracket behind an hour says more: `10:12 (Brazil time,
    UTC-3)` is `10:12 UTC-3`, and `09:30 (CET, Bern)` is `09:30 (CET)`."""
    text = _outside_quotes(_OFFSET, lambda hour: f"{hour['clock']} UTC{hour['ahead']}", text)
    return _outside_quotes(_NAMED, lambda hour: f"{hour['clock']} ({hour['zone']})", text)


def dated(text: str, now: datetime) -> str:
    """The text with the date behind each day that is named by its distance from `now`, the time at
    which the text is typed: `yesterday (26 Nov 2026)`. Quoted words stay as they are."""

    def with_date(day: re.Match[str]) -> str:
        at = read_date(simple(day["day"]), now)
        if at is None:
            return day[0]
        date = written(at._replace(precision=Precision.DAY))
        return f"{day[0]} ({date.en})" if day[0].isascii() else f"{day[0]}（{date.zh}）"

    return _outside_quotes(_DAY, with_date, text)


def with_times(text: str, now: datetime) -> str:
    """The text with its hours in UTC, too, and its dates in figures as letters write them."""
    return dates_in_words(with_utc(text, now), now)


def dates_in_words(text: str, now: datetime) -> str:
    """The text with its dates in figures, such as 2026-11-24 or 11-24 10:20, as letters write them,
    and without the year of today in brackets. Chinese text keeps its own form, and so does what is
    quoted."""
    if holds_chinese(text):
        return text
    worded = _outside_quotes(_IN_FIGURES, lambda date: _in_words(date, now), text)
    return re.sub(rf"\((\d{{1,2}} [A-Z][a-z]{{2}}) {now.year}\)", r"(\1)", worded)


def _in_words(date: re.Match[str], now: datetime) -> str:
    """A date in figures as letters write it; as it was typed where it is none."""
    year = int(date["year"] or now.year)
    try:
        day = datetime(year, int(date["month"]), int(date["day"]), tzinfo=now.tzinfo)
    except ValueError:
        return date[0]
    return f"{day.day} {day:%b}" if year == now.year else f"{day.day} {day:%b %Y}"


def _outside_quotes(pattern: str, change: Callable[[re.Match[str]], str], text: str) -> str:
    parts = re.split(_QUOTED, text)
    return "".join(
        part if place % 2 else re.sub(pattern, change, part) for place, part in enumerate(parts)
    )


def _both(hour: re.Match[str], now: datetime) -> str:
    zone = hour["inner"] or hour["zone"]
    where = zone_named(zone, now) if zone else now.tzinfo
    clocks = [clock for clock in (hour["first"], hour["second"]) if clock]
    moments = [_moment(hour, clock, now.astimezone(where)) for clock in clocks] if where else []
    if not moments or None in moments:
        return hour[0]
    local = [moment.at for moment in moments if moment]
    if not local[0].utcoffset():
        return hour[0]
    utc = [at.astimezone(UTC) for at in local]
    clock = "%H:%M:%S" if any(at.second for at in utc) else "%H:%M"
    shown = (" and " if hour["and"] else "-").join(at.strftime(clock) for at in utc)
    typed = hour[0].removesuffix(hour["local"] or "")
    chinese = holds_chinese(hour.string)
    if local[0].date() == utc[0].date():
        if not zone and not hour["part"]:
            typed = f"本地 {typed}" if chinese else f"{typed} local"
        before = hour.string[: hour.start()]
        bracketed = before.count("(") > before.count(")")
        return f"{shown} UTC / {typed}" if bracketed else f"{shown} UTC ({typed})"
    later = utc[0].date() > local[0].date()
    if chinese:
        return f"{hour[0]}（UTC {'次日' if later else '前一天'} {shown}）"
    return f"{hour[0]} ({shown} UTC {'the next day' if later else 'the day before'})"


def _moment(hour: re.Match[str], clock: str, now: datetime) -> Moment | None:
    try:
        return read_date(simple(f"{hour['part'] or ''}{clock}{hour['half'] or ''}"), now)
    except ValueError:
        return None
