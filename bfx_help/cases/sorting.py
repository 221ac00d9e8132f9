"""Sorts events by time; some of them have only a day."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from bfx_help.answers.spans import moment
from bfx_help.cases.records import Event, EventKind

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def sort_events(events: Iterable[Event], zone: tzinfo | None) -> tuple[Event, ...]:
    """The events of a case in the order of time, those at the same time as they were noted."""
    return tuple(sorted(events, key=lambda event: (event_order(event, zone), event.id)))


def event_order(event: Event, zone: tzinfo | None) -> datetime:
    """The time by which an event is sorted: the request comes before all else of its day."""
    return time_order(event.at, event.noted, zone, early=event.kind is EventKind.SENT)


def time_order(at: str, noted: str, zone: tzinfo | None, *, early: bool = False) -> datetime:
    """The time by which something is sorted, from when it happened and when it was noted.

    A day counts as its end, or as the time of noting if that was earlier: a reply of today comes
    after a letter of this morning. If `early`, a day counts as its beginning.
    """
    happened = moment(at, zone)
    try:
        if happened is None:
            return _LONG_AGO
        if happened.precision != "day" or early:
            return happened.at.astimezone(UTC)
        end = happened.at.replace(hour=23, minute=59).astimezone(UTC)
    except OverflowError:  # the first or the last day of the calendar, in a damaged log
        return _LONG_AGO
    written = moment(noted, zone)
    return min(end, written.at.astimezone(UTC)) if written else end
