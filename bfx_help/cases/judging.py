"""Judges support by what happened: first reply, total time, rounds, what was solved, ratings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from bfx_help.answers.spans import moment
from bfx_help.cases.log import Log
from bfx_help.cases.order import in_order
from bfx_help.cases.records import MINE, Act, Event

FEW = 5
"""With fewer cases the figures prove little."""


class Figures(NamedTuple):
    """What the cases of one channel amount to; hours are medians, `None` where nothing is known."""

    cases: int
    first_reply: float | None
    total: float | None
    rounds: float | None
    rated: int
    solved: float | None
    effect: float | None
    manner: float | None


class _Course(NamedTuple):
    """What counts of one case."""

    channel: str
    first: float | None
    total: float | None
    rounds: int


def figures(log: Log, zone: tzinfo | None) -> Mapping[str, Figures]:
    """The figures by the channel of the first request; under "" those of all together."""
    courses = list(_courses(log, zone))
    ratings = _ratings(log)
    channels = dict.fromkeys(course.channel for course in courses)
    found = {"": _figures(courses, [one for rated in ratings.values() for one in rated])}
    for channel in channels:
        own = [course for course in courses if course.channel == channel]
        found[channel] = _figures(own, ratings.get(channel, []))
    return found


def _courses(log: Log, zone: tzinfo | None) -> Iterator[_Course]:
    """The cases one by one: only the times and kinds of their events are read."""
    rows = log.connection.execute(
        "select number, id, at, noted, act, words from events order by number"
    )
    for _, same in groupby(rows, key=itemgetter(0)):
        events = (
            Event(id_, at, noted, Act(act), None, words) for _, id_, at, noted, act, words in same
        )
        yield _course(in_order(events, zone), zone)


def _course(events: Sequence[Event], zone: tzinfo | None) -> _Course:
    """What counts of a case; the words of the first request are its channel."""
    sent = next((one for one in events if one.act is Act.SENT), events[0])
    reply = next((one for one in events if one.act is Act.REPLY), None)
    closed = next((one for one in reversed(events) if one.act is Act.CLOSED), None)
    return _Course(
        sent.words,
        _hours(sent.at, reply.at, zone) if reply else None,
        _hours(sent.at, closed.at, zone) if closed else None,
        sum(one.act in MINE for one in events),
    )


def _hours(start: str, end: str, zone: tzinfo | None) -> float | None:
    first, last = moment(start, zone), moment(end, zone)
    if first is None or last is None:
        return None
    return max((last.at - first.at).total_seconds(), 0) / 3600


def _ratings(log: Log) -> dict[str, list[tuple[str, int, int]]]:
    """The ratings by the channel of the first request."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for channel, *rated in log.connection.execute(
        "select events.words, solved, effect, manner from ratings join events using (number)"
        " where act = ?",
        [Act.SENT],
    ):
        found.setdefault(channel, []).append((rated[0], rated[1], rated[2]))
    return found


def _figures(courses: list[_Course], ratings: list[tuple[str, int, int]]) -> Figures:
    return Figures(
        cases=len(courses),
        first_reply=_median([one.first for one in courses]),
        total=_median([one.total for one in courses]),
        rounds=_median([float(one.rounds) for one in courses]),
        rated=len(ratings),
        solved=_mean([float(one[0] == "yes") for one in ratings]),
        effect=_mean([float(one[1]) for one in ratings]),
        manner=_mean([float(one[2]) for one in ratings]),
    )


def _median(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
