"""Time zones by the short names that people write behind an hour: `10:15 BRT`."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache

_OFFSETS = """
utc 0  gmt 0  wet 0  west 1  bst 1 6  cet 1  cest 2  wat 1  cat 2  eet 2  eest 3  eat 3  sast 2
ist 5:30 2 1  idt 3  msk 3  trt 3  gst 4  pkt 5  uzt 5  npt 5:45  bdt 6  ict 7  wib 7  wita 8
cst 8 -6  hkt 8  sgt 8  myt 8  pht 8  phst 8  awst 8  jst 9  kst 9  acst 9:30  acdt 10:30
aest 10  aedt 11  nzst 12  nzdt 13  brt -3  art -3  uyt -3  clt -4  clst -3  bot -4  vet -4
cot -5  pet -5  ect -5  ast -4 3  adt -3  nst -3:30  est -5  edt -4  cdt -5  mst -7  mdt -6
pst -8 8  pdt -7  akst -9  hst -10  北京时间 8  中国时间 8  beijing 8
"""
"""Each name with its hours ahead of UTC, after the IANA time zone database; several where it is
used for several zones."""


def _table() -> dict[str, tuple[timedelta, ...]]:
    found: dict[str, tuple[timedelta, ...]] = {}
    for line in _OFFSETS.strip().splitlines():
        for entry in line.split("  "):
            name, *spans = entry.split()
            found[name] = tuple(map(_ahead, spans))
    return found


def _ahead(span: str) -> timedelta:
    hours, _, minutes = span.partition(":")
    sign = -1 if span.startswith("-") else 1
    return timedelta(hours=int(hours), minutes=sign * int(minutes or 0))


ZONES = _table()
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
