"""The order in which things happened, where of some of them only the day is known."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from bfx_help.answers.spans import moment
from bfx_help.cases.records import Act, Event

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def in_order(events: Iterable[Event], zone: tzinfo | None) -> tuple[Event, ...]:
    """The events of a case as they happened; of two at the same time the one noted first."""
    return tuple(sorted(events, key=lambda one: (place_of(one, zone), one.id)))


def place_of(event: Event, zone: tzinfo | None) -> datetime:
    """Where an event stands in the order of time: the request before all else of its day."""
    return placed(event.at, event.noted, zone, early=event.act is Act.SENT)


def placed(at: str, noted: str, zone: tzinfo | None, *, early: bool = False) -> datetime:
    """Where something stands in the order of time, by when it happened and when it was written
    down.

    What happened on a day stands at the end of that day, or where it was written down if that was
    earlier: a reply of today comes after what was sent this morning. What is `early` stands at the
    beginning: all else of that day came after it.
    """
    found = moment(at, zone)
    try:
        if found is None:
            return _LONG_AGO
        if found.precision != "day" or early:
            return found.at.astimezone(UTC)
        end = found.at.replace(hour=23, minute=59).astimezone(UTC)
    except OverflowError:  # the first or the last day of the calendar, in a damaged log
        return _LONG_AGO
    written = moment(noted, zone)
    return min(end, written.at.astimezone(UTC)) if written else end
