"""Puts the UTC time behind the hours in a text that somebody typed."""

import re
from datetime import UTC, datetime

from bfx_help.answers.dates import read_date
from bfx_help.answers.numbers import simple
from bfx_help.answers.spans import Moment
from bfx_help.answers.zones import ZONES, zone_named

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_PART = "凌晨|早上|上午|中午|下午|傍晚|晚上|夜里"
_ZONE = "|".join(name.upper() for name in ZONES)
_HOUR = re.compile(
    rf"(?:(?P<part>{_PART})\s?)?(?<![\d:.+-])(?P<first>{_CLOCK})"
    rf"(?:\s?[-–]\s?(?P<second>{_CLOCK}))?(?![\d:])(?!\s*\(?(?:Z\b|[+-]\d))"
    rf"(?P<half>\s?[aApP]\.?[mM]\b\.?)?(?:\s?(?:\((?P<inner>{_ZONE})\)|(?P<zone>{_ZONE})(?![A-Za-z])))?"
)
_ZONED = re.compile(r"\b(?:UTC|GMT)\b")


def with_utc(text: str, now: datetime) -> str:
    """The text with the UTC time behind each hour in another zone: that of `now`, or the one that
    is named beside the hour. A line that speaks of UTC stays as it is, and so does an hour whose
    zone is not certain."""
    lines = text.split("\n")
    return "\n".join(
        line if _ZONED.search(line) else _HOUR.sub(lambda hour: _both(hour, now), line)
        for line in lines
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
    shown = "-".join(f"{at:%H:%M}" for at in utc)
    return f"{hour[0]} ({shown} UTC{_day(hour[0], local[0], utc[0])})"


def _moment(hour: re.Match[str], clock: str, now: datetime) -> Moment | None:
    try:
        return read_date(simple(f"{hour['part'] or ''}{clock}{hour['half'] or ''}"), now)
    except ValueError:
        return None


def _day(typed: str, local: datetime, utc: datetime) -> str:
    """Which day it is in UTC, where that is another."""
    days = (utc.date() - local.date()).days
    if not days:
        return ""
    return ", next day" if days > 0 else ", the day before"
