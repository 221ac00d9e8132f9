"""Measures support: first reply, total time, rounds, what was solved, ratings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from itertools import groupby
from operator import itemgetter
from statistics import fmean, median
from typing import Any, NamedTuple

from bfx_help.answers.spans import moment
from bfx_help.cases.records import MINE, Event, EventKind, Solved, sort_events
from bfx_help.cases.store import Log

FEW = 5  # with fewer cases the figures prove little


class ChannelStats(NamedTuple):
    """The figures of one channel; hours are medians, `None` if nothing is known."""

    cases: int
    first_reply: float | None
    total: float | None
    rounds: float | None
    rated: int
    solved: float | None
    effect: float | None
    manner: float | None


class CaseTimes(NamedTuple):
    """The times of one case."""

    channel: str
    first: float | None
    total: float | None
    rounds: int


def channel_stats(log: Log, zone: tzinfo | None) -> Mapping[str, ChannelStats]:
    """The figures by the channel of the first request; under "" those of all cases."""
    times = list(_case_times(log, zone))
    ratings = log.connection.execute(
        "select events.words, solved, effect, manner from ratings join events using (number)"
        " where act = ?",
        [EventKind.SENT],
    ).fetchall()
    return {
        channel: _stats(
            [case for case in times if channel in ("", case.channel)],
            [rating for of, *rating in ratings if channel in ("", of)],
        )
        for channel in ("", *dict.fromkeys(case.channel for case in times))
    }


def _case_times(log: Log, zone: tzinfo | None) -> Iterator[CaseTimes]:
    """The times of all cases, from the times and kinds of their events."""
    rows = log.connection.execute(
        "select number, id, at, noted, act, words from events order by number"
    )
    for _, rows_of_case in groupby(rows, key=itemgetter(0)):
        events = (
            Event(id_, at, noted, EventKind(act), None, words)
            for _, id_, at, noted, act, words in rows_of_case
        )
        yield _times(sort_events(events, zone), zone)


def _times(events: Sequence[Event], zone: tzinfo | None) -> CaseTimes:
    """The times of a case; the words of the first request are its channel."""
    sent = next((event for event in events if event.kind is EventKind.SENT), events[0])
    reply = next((event for event in events if event.kind is EventKind.REPLY), None)
    closed = next((event for event in reversed(events) if event.kind is EventKind.CLOSED), None)
    return CaseTimes(
        sent.words,
        _hours(sent.at, reply.at, zone) if reply else None,
        _hours(sent.at, closed.at, zone) if closed else None,
        sum(event.kind in MINE for event in events),
    )


def _hours(start: str, end: str, zone: tzinfo | None) -> float | None:
    first, last = moment(start, zone), moment(end, zone)
    if first is None or last is None:
        return None
    return max((last.at - first.at).total_seconds(), 0) / 3600


def _stats(cases: list[CaseTimes], ratings: list[list[Any]]) -> ChannelStats:
    return ChannelStats(
        cases=len(cases),
        first_reply=_median([case.first for case in cases]),
        total=_median([case.total for case in cases]),
        rounds=_median([float(case.rounds) for case in cases]),
        rated=len(ratings),
        solved=fmean(rating[0] == Solved.YES for rating in ratings) if ratings else None,
        effect=fmean(rating[1] for rating in ratings) if ratings else None,
        manner=fmean(rating[2] for rating in ratings) if ratings else None,
    )


def _median(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None
