"""Puts the lines of an account where a reader looks for them: what has a day into its order, with
what goes on with it; what has none, or was before the first day that was typed, stays behind the
line that it was typed behind. Who the customer is goes to the details, what can be sent to the
attachments."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from bfx_help.answers.named_moments import Spoken
from bfx_help.answers.spans import Precision
from bfx_help.model import Text, holds_chinese
from bfx_help.name_lists import pattern_of
from bfx_help.request.dated_lines import (
    as_event,
    behind_time,
    day_of,
    in_one,
    joined_by_minute,
    sentence,
    without_known,
    without_relative,
)
from bfx_help.request.repeats import is_retold
from bfx_help.request.sections import Section

_HEADING = re.compile(r"[^:：.!?。！？\"“”]{2,60}[:：]")
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.!])\s+(?=[A-Z])|(?<=[。！；])")
_QUOTES = re.compile(r"[\"“”「」]")


class LineKind(StrEnum):
    """What a line of an account tells."""

    CONTACT = "contact"  # what was said to support, and by it
    HOLDER = "holder"  # who the customer is: name of the account, level, since when
    OFFER = "offer"  # what can be sent on request
    FEELING = "feeling"  # what support cannot act on
    HEARSAY = "hearsay"  # what friends, forums and strangers advise
    REQUEST = "request"  # what support is to do or to say
    SECRET = "secret"  # an offer of what is for nobody
    EMPTY = "empty"  # a heading with nothing below it
    OTHER = "other"


LEFT_OUT = (LineKind.FEELING, LineKind.HEARSAY, LineKind.SECRET, LineKind.EMPTY)
"""Kinds of lines that stand in no letter."""

KindOf = Callable[[str], LineKind]
"""Says what a typed line tells."""


class Account(NamedTuple):
    """The lines of an account by where they stand in a letter. `events` are what happened, in its
    order, and `parts` the lines below a heading that was typed, which stay together, `headed` where
    the account begins with one; `left_out` stands nowhere."""

    events: tuple[Text, ...] = ()
    parts: tuple[Section, ...] = ()
    headed: bool = False
    holder: tuple[Text, ...] = ()
    offers: tuple[Text, ...] = ()
    requests: tuple[Text, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Text, ...]:
        """The lines of what happened, and those below headings."""
        return (*self.events, *chain.from_iterable(part.lines for part in self.parts))


class _Dated(NamedTuple):
    """What happened at a time."""

    at: datetime
    lines: list[Text]


def arranged(
    events: Iterable[Text],
    lines: Iterable[str],
    now: datetime,
    kind_of: KindOf,
) -> Account:
    """The account of these typed lines, and of the `events` that the letter tells itself."""
    account = _Sorter(now, kind_of)
    for event in events:
        account.add_event(event)
    account.end_events()
    typed = list(lines)
    whole, parts = _parted(typed, now)
    for line in whole:
        account.add_line(line)
    for title, below in parts:
        account.add_part(title, below)
    return account.result()._replace(headed=is_typed_heading("".join(typed[:1]), now))


def is_typed_heading(line: str, now: datetime) -> bool:
    """Whether a typed line is the heading of those after it, such as "The fee:"."""
    return bool(_HEADING.fullmatch(line.strip())) and not day_of(line, now)


def ends_a_heading(line: str) -> bool:
    """Whether a typed line, a dash alone, ends what is below a heading."""
    return not line.strip(" -–—")


def _parted(lines: Iterable[str], now: datetime) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The lines below no heading, and each heading with those below it; a dash ends it."""
    whole = list[str]()
    parts = list[tuple[str, list[str]]]()
    below = whole
    for line in lines:
        if is_typed_heading(line, now):
            below = []
            parts.append((line.strip(), below))
        elif ends_a_heading(line):
            below = whole
        else:
            below.append(line)
    return whole, parts


class _Sorter:
    """Takes the lines of an account, and has them by where they stand."""

    def __init__(self, now: datetime, kind_of: KindOf) -> None:
        self._now = now
        self._kind_of = kind_of
        self._dated: list[_Dated] = []
        self._first: list[Text] = []  # the letter's own events that have no day
        self._undated: list[Text] = []  # lines typed behind the last one that has a day
        self._typed: _Dated | None = None  # the last typed line that has a day
        self._began: datetime | None = None  # the day of the first one
        self._own: dict[LineKind, list[Text]] = {kind: [] for kind in LineKind}
        self._parts: list[Section] = []
        self._ours: list[_Dated] = []  # the letter's own events that no typed line tells
        self._open: _Dated | None = None  # the event with which the next line may go on

    def add_event(self, event: Text) -> None:
        """Take a line of the letter's own, or of a field."""
        if spoken := day_of(event.en, self._now):
            typed = event.en == event.zh
            said = as_event(event.en, spoken, self._now) if typed else None
            self._date(spoken, said or without_known(event, self._now))
            self._ours += self._dated[-1:] if not typed else []
        elif self._open and event.en == event.zh:
            self._open.lines.append(sentence(event.en, self._now))
        else:
            self._first.append(event)
            self._open = None

    def _leave_out_ours(self, spoken: Spoken, line: str) -> list[Text]:
        """Leave out the events of the letter's own that a typed line tells with their time; what
        went on with them, and the line does not tell, is left."""
        times = (spoken.at.at, _midnight(spoken))
        behind = list[Text]()
        for event in tuple(self._ours):
            if event.at in times and is_retold(behind_time(event.lines[0].en), line):
                self._ours.remove(event)
                self._dated.remove(event)
                behind += (more for more in event.lines[1:] if not is_retold(more.en, line))
        return behind

    def end_events(self) -> None:
        """What comes next goes on with none of the events."""
        self._open = None

    def add_line(self, line: str) -> None:
        """Take a typed line."""
        line = self._with_day(without_relative(line))
        spoken = day_of(line, self._now)
        if spoken and self._began and spoken.at.at < self._began:
            self._leave_out_ours(spoken, line)
            self._undated.append(as_event(line, spoken, self._now))  # it was told as an aside
        elif spoken:
            behind = self._leave_out_ours(spoken, line)
            self._place_undated()
            self._typed = self._date(spoken, as_event(line, spoken, self._now))
            self._began = self._began or spoken.at.at
            self._typed.lines.extend(behind)
        elif (
            self._open
            and self._kind_of(line) not in LEFT_OUT
            and re.match(pattern_of("account", "goes on"), line, re.IGNORECASE)
        ):
            self._open.lines.append(sentence(line, self._now))
        else:
            self._open = None
            for kind, part in _by_kind(line, self._kind_of):
                happened = kind in (LineKind.CONTACT, LineKind.OTHER)
                place = self._undated if happened else self._own[kind]
                place.append(sentence(part, self._now))

    def _with_day(self, line: str) -> str:
        """A line that begins with an hour, behind the day of the typed line before it."""
        alone = re.match(r"(?:at )?(?=\d{1,2}:\d\d)", line, re.IGNORECASE)
        day = f"{self._typed.at.day} {self._typed.at:%b %Y}" if self._typed else ""
        return f"{day} {line[alone.end() :]}" if alone and day else line

    def _place_undated(self, last: datetime | None = None) -> None:
        """Put the lines without a day behind the typed line before them, the `last` ones behind
        everything; those before any day come first."""
        first = datetime.min.replace(tzinfo=UTC)
        at = last or (self._typed.at if self._typed else first)
        self._dated += (_Dated(at, [line]) for line in self._undated)
        self._undated = []

    def add_part(self, title: str, lines: Sequence[str]) -> None:
        """Take a typed heading with the lines below it; without any it says nothing. Where all of
        them say who the customer is, they go there without it."""
        if {self._kind_of(line) for line in lines} == {LineKind.HOLDER}:
            for line in lines:
                self.add_line(line)
            return
        below = list[Text]()
        for line in lines:
            secret = self._kind_of(line) is LineKind.SECRET
            line = without_relative(line)
            spoken = day_of(line, self._now)
            if re.search(r"\bUTC\b", title):
                said = Text(line, line)  # its hours are those of the heading
            else:
                said = as_event(line, spoken, self._now) if spoken else sentence(line, self._now)
            behind = self._leave_out_ours(spoken, line) if spoken else ()
            (self._own[LineKind.SECRET] if secret else below).append(said)
            below += behind
        if below:
            self._parts.append(Section(Text(title, title), tuple(below), dashed=True))
        else:
            self._own[LineKind.EMPTY].append(Text(title, title))

    def _date(self, spoken: Spoken, line: Text) -> _Dated:
        at, before = spoken.at.at, self._dated[-1].at if self._dated else None
        if spoken.at.precision is Precision.DAY and before and before.date() == at.date():
            at = before  # it stays behind what was typed of that day
        self._open = _Dated(at, [line])
        self._dated.append(self._open)
        return self._open

    def result(self) -> Account:
        """The account."""
        own = self._own
        self._place_undated(max((day.at for day in self._dated), default=None))
        days = sorted(self._dated, key=lambda event: event.at)
        lines = (line for day in days for line in in_one(day.lines))
        return Account(
            events=(*self._first, *joined_by_minute(lines)),
            parts=tuple(self._parts),
            holder=tuple(own[LineKind.HOLDER]),
            offers=tuple(own[LineKind.OFFER]),
            requests=tuple(own[LineKind.REQUEST]),
            left_out=tuple(line.en for kind in LEFT_OUT for line in own[kind]),
        )


def _midnight(spoken: Spoken) -> datetime:
    return spoken.at.at.replace(hour=0, minute=0, second=0, microsecond=0)


def _by_kind(line: str, kind_of: KindOf) -> Iterator[tuple[LineKind, str]]:
    """The sentences of a line by what they tell; those of one kind that follow each other stay
    together, and so does a line that quotes."""
    parts = list[tuple[LineKind, str]]()
    for part in filter(None, _SENTENCES.split(line)):
        leans = re.fullmatch(pattern_of("account", "leans"), part, re.IGNORECASE)
        before = parts[-1][0] if parts else LineKind.OTHER
        parts.append((before if leans and before in LEFT_OUT else kind_of(part), part))
    goes_on = any(
        kind is LineKind.REQUEST or re.match(pattern_of("account", "goes on"), part, re.IGNORECASE)
        for kind, part in parts[1:]
    )
    if _QUOTES.search(line) or goes_on:
        yield kind_of(line), line
        return
    space = "" if holds_chinese(line) else " "
    for kind, group in groupby(parts, itemgetter(0)):
        yield kind, space.join(part for _, part in group)
