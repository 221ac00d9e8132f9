"""Reads and writes the log: every change is whole or not there, and only safe words get in."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from bfx_help.answers.spans import Moment
from bfx_help.cases import ladder
from bfx_help.cases.ladder import Plan
from bfx_help.cases.order import in_order
from bfx_help.cases.records import (
    NOTHING,
    Act,
    Case,
    Event,
    Exhibit,
    Form,
    New,
    Rating,
    Said,
    Sent,
    Solved,
    Step,
    Told,
    Trouble,
    Wanted,
)
from bfx_help.cases.schema import transaction
from bfx_help.model import Answers, Own, Value

_CASE = "number, topic, channel, ticket, en, zh, sent, closed, step, due"


class Happening(NamedTuple):
    """Something to be noted in a case; without `at` it happens now. `texts` are what was sent."""

    act: Act
    words: Value = NOTHING
    said: Said | None = None
    at: str | None = None
    texts: Mapping[str, Told] = {}
    channel: str | None = None
    ticket: Value | None = None


class Log:
    """The cases in an open log. `now` is the time in the user's zone; `plan` holds the ladder
    and its intervals."""

    def __init__(self, connection: sqlite3.Connection, plan: Plan, now: datetime) -> None:
        self._connection = connection
        self._plan = plan
        self._now = now

    @property
    def noted(self) -> str:
        """Now in UTC to the second: when something is written down."""
        return self._now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def stamp(self) -> str:
        """Now, as the time of an event."""
        return Moment(self._now).value

    # -- reading -------------------------------------------------------------------------------

    def case(self, number: int) -> Case:
        """One case. Raises `Trouble` where there is none of that number."""
        found = self._connection.execute(
            f"select {_CASE} from cases where number = ?", [number]
        ).fetchone()
        if found is None:
            raise Trouble("case-none", number=number)
        return _case(found)

    def with_ticket(self, ticket: Value) -> Case | None:
        """The case with that ticket number, the newest where there are several."""
        found = self._connection.execute(
            f"select {_CASE} from cases where ticket = ? order by number desc limit 1", [ticket]
        ).fetchone()
        return _case(found) if found and ticket else None

    def cases(self, wanted: Wanted, limit: int | None = None) -> Iterator[Case]:
        """The cases wanted, one by one: the most pressing first, closed ones from the newest."""
        where, values = self._where(wanted)
        order = "number desc" if wanted.closed else "due, number"
        most = -1 if limit is None else limit
        for row in self._connection.execute(
            f"select {_CASE} from cases where {where} order by {order} limit ?", [*values, most]
        ):
            yield _case(row)

    def _where(self, wanted: Wanted) -> tuple[str, list[str]]:
        parts, values = ["closed > ''" if wanted.closed else "closed = ''"], []
        for column, value in (("topic", wanted.topic), ("channel", wanted.channel)):
            if value is not None:
                parts.append(f"{column} = ?")
                values.append(value)
        if wanted.overdue:  # as `ladder.is_overdue` has it
            parts.append("case length(due) when 10 then due < ? else due <= ? end")
            values += [self._now.date().isoformat(), self.stamp]
        return " and ".join(parts), values

    def count(self, wanted: Wanted) -> int:
        """How many cases are wanted."""
        where, values = self._where(wanted)
        found: int = self._connection.execute(
            f"select count(*) from cases where {where}", values
        ).fetchone()[0]
        return found

    def events(self, number: int) -> tuple[Event, ...]:
        """All that happened in a case, in the order of time."""
        rows = self._connection.execute(
            "select id, at, noted, act, said, words from events where number = ?",
            [number],
        )
        events = (
            Event(id_, at, noted, Act(act), Said(said) if said else None, Own(words))
            for id_, at, noted, act, said, words in rows
        )
        return in_order(events, self._now.tzinfo)

    def answers(self, number: int) -> Answers:
        """The redacted answers that the request was made of."""
        rows = self._connection.execute(
            "select name, value from answers where number = ?", [number]
        )
        return {name: Own(value) for name, value in rows}

    def texts(self, number: int) -> tuple[Sent, ...]:
        """The texts that were sent, in their order."""
        rows = self._connection.execute(
            "select at, kind, en, zh from texts where number = ? order by id", [number]
        )
        return tuple(Sent(at, Form(kind), Told(Own(en), Own(zh))) for at, kind, en, zh in rows)

    def coming(self, number: int) -> ladder.Next:
        """The next step of a case, worked out anew."""
        topic = self.case(number).topic
        return ladder.next_step(self.events(number), self._plan, self._now, topic)

    def exhibits(self, number: int) -> tuple[Exhibit, ...]:
        """The exhibits of a case."""
        rows = self._connection.execute(
            "select label, name, size, digest, added, shows, dated, item from exhibits"
            " where number = ? order by label",
            [number],
        )
        return tuple(Exhibit(*row) for row in rows)

    def rating(self, number: int) -> Rating | None:
        """How the case was rated."""
        found = self._connection.execute(
            "select at, solved, effect, manner, words from ratings where number = ?", [number]
        ).fetchone()
        if not found:
            return None
        at, solved, effect, manner, words = found
        return Rating(at, Solved(solved), effect, manner, Own(words))

    def clock_was_ahead(self) -> str | None:
        """When the log was last written to, if that lies in the future: a clock jumped back."""
        last = self._connection.execute("select noted from events order by id desc limit 1")
        found = last.fetchone()
        return str(found[0]) if found and found[0] > self.noted else None

    # -- writing -------------------------------------------------------------------------------

    def add(self, new: New) -> int:
        """Log a request that was sent; the number of the case."""
        sent = Event(0, new.sent, self.noted, Act.SENT, None, NOTHING)
        first = ladder.next_step((sent,), self._plan, self._now, new.topic)
        row = (new.topic, new.channel, new.ticket, *new.about, new.sent, "", first.step)
        with transaction(self._connection):
            number = self._insert(
                "insert into cases (topic, channel, ticket, en, zh, sent, closed, step, due)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, first.value),
            )
            self._connection.executemany(
                "insert into answers (number, name, value) values (?, ?, ?)",
                [(number, name, value) for name, value in new.answers.items()],
            )
            self._event(number, new.sent, Happening(Act.SENT, Own(new.channel)))
            self._keep_texts(number, new.sent, new.texts)
        return number

    def note(self, number: int, happening: Happening) -> Case:
        """Note what happened in a case; the case as it stands then."""
        with transaction(self._connection):
            self.case(number)
            at = happening.at or self._after(number)
            self._event(number, at, happening)
            self._keep_texts(number, at, happening.texts)
            if happening.ticket:
                self._set(number, "ticket", happening.ticket)
            if happening.channel:
                self._set(number, "channel", happening.channel)
            if happening.act is Act.CLOSED:
                self._set(number, "closed", at)
            elif happening.act is Act.REOPENED:
                self._set(number, "closed", "")
            self.work_out(number)
            return self.case(number)

    def work_out(self, number: int) -> None:
        """Work out anew what comes next in a case; to be called within a transaction."""
        coming = self.coming(number)
        self._set(number, "step", coming.step)
        self._set(number, "due", coming.value)

    def rate(self, number: int, rating: Rating) -> None:
        """Keep a rating; it replaces an earlier one."""
        with transaction(self._connection):
            self.case(number)
            self._connection.execute(
                "replace into ratings (number, at, solved, effect, manner, words)"
                " values (?, ?, ?, ?, ?, ?)",
                (number, *rating),
            )

    def next_label(self, number: int) -> int:
        """The number of the next exhibit; to be asked within a transaction."""
        found: int = self._connection.execute(
            "select coalesce(max(label), 0) + 1 from exhibits where number = ?", [number]
        ).fetchone()[0]
        return found

    def add_exhibit(self, number: int, exhibit: Exhibit) -> None:
        """Keep what is known of an exhibit."""
        self._connection.execute(
            "insert into exhibits (number, label, name, size, digest, added, shows, dated, item)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, *exhibit),
        )

    def is_gone(self, number: int) -> bool:
        """Whether there once was a case of that number, and is none any more."""
        there = self._connection.execute("select 1 from cases where number = ?", [number])
        last = self._connection.execute("select seq from sqlite_sequence where name = 'cases'")
        return there.fetchone() is None and number <= (last.fetchone() or (0,))[0]

    def drop(self, number: int) -> None:
        """Delete a case with all that belongs to it; nothing of it stays in the file."""
        self._connection.execute("delete from cases where number = ?", [number])
        try:
            # Deleted rows are overwritten, but copies may lie in pages that were reorganised.
            self._connection.execute("vacuum")
        except sqlite3.OperationalError:
            raise Trouble("purge-unfinished", number=number) from None

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file."""
        return self._connection

    def _insert(self, statement: str, values: tuple[Any, ...]) -> int:
        number = self._connection.execute(statement, values).lastrowid
        assert number is not None  # of an insert there always is one
        return number

    def _event(self, number: int, at: str, happening: Happening) -> None:
        self._connection.execute(
            "insert into events (number, at, noted, act, said, words) values (?, ?, ?, ?, ?, ?)",
            (number, at, self.noted, happening.act, happening.said, happening.words),
        )

    def _keep_texts(self, number: int, at: str, texts: Mapping[str, Told]) -> None:
        self._connection.executemany(
            "insert into texts (number, at, kind, en, zh) values (?, ?, ?, ?, ?)",
            [(number, at, Form(kind), *text) for kind, text in texts.items()],
        )

    def _after(self, number: int) -> str:
        """Now; or if a clock jumped back, the time of the last event, so that nothing comes before
        its cause."""
        last = self._connection.execute(
            "select max(at) from events where number = ? and length(at) > 10", [number]
        ).fetchone()[0]
        return max(self.stamp, last or "")

    def _set(self, number: int, column: str, value: str) -> None:
        self._connection.execute(f"update cases set {column} = ? where number = ?", (value, number))


def _case(row: tuple[Any, ...]) -> Case:
    number, topic, channel, ticket, en, zh, sent, closed, step, due = row
    about = Told(Own(en), Own(zh))
    return Case(number, topic, channel, Own(ticket), about, sent, closed, Step(step), due)
