"""Puts the lines of an account where a reader looks for them: what has a day into its order, checks
to the checks, who the customer is to the details, what can be sent to the attachments."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from bfx_help.answers.hours import with_utc
from bfx_help.answers.named_moments import Spoken, leading_words
from bfx_help.answers.numbers import simple
from bfx_help.answers.spans import written
from bfx_help.model import Language, Text, holds_chinese
from bfx_help.name_lists import pattern_of
from bfx_help.request.phrases import as_sentence, with_stop

LONG_AGO = 300
"""Days back from which on a date needs its year."""

_pattern = partial(pattern_of, "account")

_MONTH = re.compile(r"(?:[A-Za-z]{2} )?([A-Za-z]{3,9},? 20\d\d)\b")
"""A month with its year, which may begin a line: where it stands in the order is known."""

_PARTED = re.compile(r"\s*[:：,，;.]?\s+|\s*[:：，,]\s*|(?=[㐀-鿿])")
"""What stands between a time and what happened then."""

_MINUTE = re.compile(r"\d{1,2} [A-Z][a-z]{2}(?: \d{4})? \d{1,2}:\d{2} UTC[^:]*(?:\([^()]*\))?: ")
"""The time with which an event begins, to the minute."""

_SENTENCES = re.compile(r"(?<=[a-z0-9)][.!])\s+(?=[A-Z])|(?<=[。！；])")
_QUOTES = re.compile(r"[\"“”「」]")


class LineKind(StrEnum):
    """What a line of an account tells."""

    CHECK = "check"  # what the customer looked at or tried
    HOLDER = "holder"  # who the customer is: name of the account, level, since when
    OFFER = "offer"  # what can be sent on request
    FEELING = "feeling"  # what support cannot act on
    HEARSAY = "hearsay"  # what friends, forums and strangers advise
    UNKNOWN = "unknown"  # what the customer does not know
    REQUEST = "request"  # what support is to do or to say
    SECRET = "secret"  # an offer of what is for nobody
    OTHER = "other"


LEFT_OUT = (LineKind.FEELING, LineKind.HEARSAY, LineKind.SECRET)
"""Kinds of lines that stand in no letter."""

KindOf = Callable[[str], LineKind]
"""Says what a typed line tells."""


class Account(NamedTuple):
    """The lines of an account by where they stand in a letter. `events` are those with a day, each
    with what goes on with it, and then what has none; `left_out` stands nowhere."""

    events: tuple[Text, ...] = ()
    checks: tuple[Text, ...] = ()
    holder: tuple[Text, ...] = ()
    offers: tuple[Text, ...] = ()
    requests: tuple[Text, ...] = ()
    unknown: tuple[Text, ...] = ()
    left_out: tuple[str, ...] = ()


class _Dated(NamedTuple):
    at: datetime
    lines: list[Text]


def arranged(
    events: Iterable[Text], lines: Iterable[str], now: datetime | None, kind_of: KindOf
) -> Account:
    """The account of these typed lines, and of the `events` that the letter tells itself. With
    fewer than two days, what happened stands as it was typed."""
    account = _Sorter(now, kind_of)
    for event in events:
        account.add_event(event)
    for line in lines:
        account.add_line(line)
    return account.result()


class _Sorter:
    """Takes the lines of an account, and has them by where they stand."""

    def __init__(self, now: datetime | None, kind_of: KindOf) -> None:
        self._now = now
        self._kind_of = kind_of
        self._dated: list[_Dated] = []
        self._undated: list[Text] = []
        self._as_typed: list[Text] = []  # what happened, in the order in which it came
        self._own: dict[LineKind, list[Text]] = {kind: [] for kind in LineKind}
        self._open: _Dated | None = None  # the event with which the next line may go on

    def add_event(self, event: Text) -> None:
        """Take a line of the letter's own."""
        if self._now and (spoken := _day_of(event.en, self._now)):
            self._date(spoken, _without_known(event, self._now))
        else:
            self._undated.append(event)
        self._open = None

    def add_line(self, line: str) -> None:
        """Take a typed line."""
        if self._now and (spoken := _day_of(line, self._now)):
            self._date(spoken, _as_event(line, spoken, self._now))
        elif (
            self._open
            and self._kind_of(line) not in LEFT_OUT
            and re.match(_pattern("goes on"), line, re.IGNORECASE)
        ):
            self._open.lines.append(sentence(line, self._now))
            self._as_typed += self._open.lines[-1:]
        else:
            self._open = None
            for kind, part in _by_kind(line, self._kind_of):
                self._own[kind].append(sentence(part, self._now))
                self._as_typed += self._own[kind][-1:] if kind is LineKind.OTHER else []

    def _date(self, spoken: Spoken, line: Text) -> None:
        self._open = _Dated(spoken.at.at, [line])
        self._dated.append(self._open)
        self._as_typed.append(line)

    def result(self) -> Account:
        """The account."""
        own, days = self._own, sorted(self._dated, key=lambda event: event.at)
        in_order = len(days) > 1
        lines = (line for day in days for line in day.lines)
        happened = [*_joined(lines), *own[LineKind.OTHER]] if in_order else self._as_typed
        return Account(
            events=(*self._undated, *happened),
            checks=tuple(own[LineKind.CHECK]),
            holder=tuple(own[LineKind.HOLDER]),
            offers=tuple(own[LineKind.OFFER]),
            requests=tuple(own[LineKind.REQUEST]),
            unknown=tuple(line.map(_asked) for line in own[LineKind.UNKNOWN]),
            left_out=tuple(line.en for kind in LEFT_OUT for line in own[kind]),
        )


def _asked(line: str) -> str:
    """What is not known, without the words that say so."""
    return re.sub(_pattern("not known"), "", line, count=1, flags=re.IGNORECASE)


def _joined(lines: Iterable[Text]) -> list[Text]:
    """The lines; what begins at the same minute as the line before it goes on there."""
    joined: list[Text] = []
    for line in lines:
        if joined and (same := _same_time(joined[-1], line)):
            joined[-1] = same
        else:
            joined.append(line)
    return joined


def _same_time(first: Text, second: Text) -> Text | None:
    """Two events of one minute on one line."""
    time = _MINUTE.match(first.en)
    if time is None or not second.en.startswith(time[0]):
        return None

    def both(language: Language, parts: list[str]) -> str:
        stop, comma = ("：", "；") if language.is_chinese else (": ", "; ")
        return f"{parts[0].rstrip('.。')}{comma}{parts[1].partition(stop)[2]}"

    return Text.made((first, second), both)


def _by_kind(line: str, kind_of: KindOf) -> Iterator[tuple[LineKind, str]]:
    """The sentences of a line by what they tell; those of one kind that follow each other stay
    together, and so does a line that quotes."""
    parts = [(kind_of(part), part) for part in _SENTENCES.split(line) if part]
    goes_on = any(
        kind is LineKind.REQUEST or re.match(_pattern("goes on"), part, re.IGNORECASE)
        for kind, part in parts[1:]
    )
    if _QUOTES.search(line) or goes_on:
        yield kind_of(line), line
        return
    space = "" if holds_chinese(line) else " "
    for kind, group in groupby(parts, itemgetter(0)):
        yield kind, space.join(part for _, part in group)


def sentence(line: str, now: datetime | None) -> Text:
    """A typed line as a sentence, with the UTC time behind its hours."""
    said = as_sentence(with_utc(line, now) if now else line)
    return Text(said, said)


def _day_of(line: str, now: datetime) -> Spoken | None:
    """The time with which a line begins; an hour without its day is none, and so is a day that is
    still to come, which without its year reads as one of last year."""
    found = leading_words(line, now) or _month_first(line, now)
    if found is None and (month := _MONTH.match(line)):
        first = leading_words(f"1 {month[1]}", now)
        return first and first._replace(end=0)  # it is no moment, so it stays as it was typed
    said = simple(line[: found.end]) if found else ""
    if found is None or not re.search(_pattern("day"), said):
        return None
    old = (now - found.at.at).days > LONG_AGO and not re.search(r"\d{4}", said)
    return None if old else found


def _month_first(line: str, now: datetime) -> Spoken | None:
    """The time with which a line in Chinese begins: 11-03 14:20 is in November."""
    day = re.match(r"(\d{1,2})[-/](\d{1,2})(?![-/\d])", line)
    if day is None or not holds_chinese(line):
        return None
    said = f"{day[1]}月{day[2]}日"
    found = leading_words(f"{said}{line[day.end() :]}", now)
    return found and found._replace(end=found.end - len(said) + day.end())


def _as_event(line: str, spoken: Spoken, now: datetime) -> Text:
    """A line with its time first, as the letter writes times; as it was typed where that would say
    more or less than the line does."""
    rest = line[spoken.end :]
    rest = rest[ended.end() :] if (ended := re.match(_pattern("behind a time"), rest)) else rest
    parted = _PARTED.match(rest) if spoken.end else None
    happened = rest[parted.end() :] if parted else ""
    if re.search(_pattern("vague"), simple(line[: spoken.end])) or not re.match(
        rf"(?!(?:{_pattern('no event')})\b)[^\W\d_]|[\"“「'’(]", happened
    ):
        return sentence(line, now)
    said = with_stop(with_utc(happened.strip(), now))
    at = _without_known(written(spoken.at, now.tzinfo), now)
    return Text(f"{at.en}: {said}", f"{at.zh}：{said}")


def _without_known(event: Text, now: datetime) -> Text:
    """A line that begins with a time, without the year of today and the offset, which other lines
    of the letter say."""

    def short(line: str) -> str:
        line = re.sub(rf"^(\d{{1,2}} [A-Z][a-z]{{2}}) {now.year}\b", r"\1", line)
        return re.sub(r"^([^()]*\([^()]*?)[,，] ?UTC[+-][\d:]+\)", r"\1)", line)

    return event.map(short)
