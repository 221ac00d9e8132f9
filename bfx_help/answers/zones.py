"""Time zones by the short names that people write behind an hour: `10:15 BRT`."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache

from bfx_help.name_lists import table_of


def span_of(span: str) -> timedelta:
    """The time that hours, with minutes or without, stand for: `+8`, `-3:30`, `10:12`."""
    hours, _, minutes = span.partition(":")
    sign = -1 if span.startswith("-") else 1
    return timedelta(hours=int(hours), minutes=sign * int(minutes or 0))


ZONES = {
    name: tuple(map(span_of, spans.split())) for name, spans in table_of("times", "zones").items()
}
"""How far ahead of UTC a zone of that name, in lower case, can be."""


def zone_named(name: str, now: datetime) -> tzinfo | None:
    """The zone that a name means to somebody in the zone of `now`: their own where it can be; None
    where the name is unknown, or used for several zones of which none is theirs."""
    offsets = ZONES.get(name.lower(), ())
    if now.utcoffset() in offsets:
        return now.tzinfo
    return timezone(offsets[0]) if len(offsets) == 1 else None


def zone_of_city(name: str) -> tzinfo | None:
    """The zone that is named after a city; None where it is none, or the machine has no zones."""
    from zoneinfo import ZoneInfo  # ten milliseconds that only a city need pay

    zone = _cities().get(name.lower())
    return ZoneInfo(zone) if zone else None


@cache
def _cities() -> Mapping[str, str]:
    from zoneinfo import available_timezones

    return {
        zone.rpartition("/")[2].replace("_", " ").lower(): zone
        for zone in available_timezones()
        if "/" in zone and not zone.startswith("Etc/")
    }
