"""Reads and writes the log: a change is complete or undone, and only redacted words are stored."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from bfx_help.answers.spans import Moment
from bfx_help.cases.escalation_steps import EscalationPlan, NextStep, next_step
from bfx_help.cases.migrations import transaction
from bfx_help.cases.records import (
    NOTHING,
    Case,
    CaseFilter,
    CaseLogError,
    Event,
    EventKind,
    Exhibit,
    NewCase,
    Rating,
    ReplyKind,
    Sent,
    Solved,
    StoredText,
    sort_events,
)
from bfx_help.cases.rows import TABLES
from bfx_help.model import Answers, Own, TextKind, Value

_CASE = ", ".join(TABLES["cases"].columns)


class NewEvent(NamedTuple):
    """An event to be added to a case; without `at` it happens now. `texts` are what was sent."""

    kind: EventKind
    words: Value = NOTHING
    said: ReplyKind | None = None
    at: str | None = None
    texts: Mapping[str, StoredText] = {}
    channel: str | None = None
    ticket: Value | None = None


class Log:
    """The cases in an open log. `now` is in the user's zone; `plan` holds ladder and intervals."""

    def __init__(self, connection: sqlite3.Connection, plan: EscalationPlan, now: datetime) -> None:
        self.connection = connection
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
        """One case. Raises `CaseLogError` if no case has that number."""
        row = self._run(f"select {_CASE} from cases where number = ?", number).fetchone()
        if row is None:
            raise CaseLogError("case-none", number=number)
        return _case(row)

    def with_ticket(self, ticket: Value) -> Case | None:
        """The case with that ticket number, the newest if there are several."""
        newest = f"select {_CASE} from cases where ticket = ? order by number desc limit 1"
        row = self._run(newest, ticket).fetchone()
        return _case(row) if row and ticket else None

    def cases(self, chosen: CaseFilter, limit: int | None = None) -> Iterator[Case]:
        """The chosen cases: the most pressing first, closed ones from the newest."""
        where, values = self._where(chosen)
        order = "number desc" if chosen.closed else "due, number"
        most = -1 if limit is None else limit
        chosen_rows = f"select {_CASE} from cases where {where} order by {order} limit ?"
        return map(_case, self._run(chosen_rows, *values, most))

    def _where(self, chosen: CaseFilter) -> tuple[str, list[str]]:
        parts, values = ["closed > ''" if chosen.closed else "closed = ''"], []
        for column, value in (("topic", chosen.topic), ("channel", chosen.channel)):
            if value is not None:
                parts.append(f"{column} = ?")
                values.append(value)
        if chosen.overdue:  # as `is_overdue` has it
            parts.append("case length(due) when 10 then due < ? else due <= ? end")
            values += [self._now.date().isoformat(), self.stamp]
        return " and ".join(parts), values

    def count(self, chosen: CaseFilter) -> int:
        """The number of chosen cases."""
        where, values = self._where(chosen)
        return int(self._run(f"select count(*) from cases where {where}", *values).fetchone()[0])

    def events(self, number: int) -> tuple[Event, ...]:
        """The events of a case, in the order of time."""
        columns = "id, at, noted, act, said, words"
        rows = self._run(f"select {columns} from events where number = ?", number)
        events = (
            Event(id_, at, noted, EventKind(act), ReplyKind(said) if said else None, Own(words))
            for id_, at, noted, act, said, words in rows
        )
        return sort_events(events, self._now.tzinfo)

    def answers(self, number: int) -> Answers:
        """The redacted answers from which the request was written."""
        rows = self._run("select name, value from answers where number = ?", number)
        return {name: Own(value) for name, value in rows}

    def texts(self, number: int) -> tuple[Sent, ...]:
        """The texts that were sent, in their order."""
        rows = self._run("select at, kind, en, zh from texts where number = ? order by id", number)
        return tuple(
            Sent(at, TextKind(kind), StoredText(Own(en), Own(zh))) for at, kind, en, zh in rows
        )

    def coming(self, number: int) -> NextStep:
        """The next step of a case, computed anew."""
        topic = self.case(number).topic
        return next_step(self.events(number), self._plan, self._now, topic)

    def exhibits(self, number: int) -> tuple[Exhibit, ...]:
        """The exhibits of a case."""
        columns = "label, name, size, digest, added, shows, dated, item"
        rows = self._run(f"select {columns} from exhibits where number = ? order by label", number)
        return tuple(Exhibit(*row) for row in rows)

    def rating(self, number: int) -> Rating | None:
        """How the case was rated."""
        columns = "at, solved, effect, manner, words"
        row = self._run(f"select {columns} from ratings where number = ?", number).fetchone()
        if not row:
            return None
        at, solved, effect, manner, words = row
        return Rating(at, Solved(solved), effect, manner, Own(words))

    def clock_was_ahead(self) -> str | None:
        """When the log was last written, if that is in the future: the clock went back."""
        row = self._run("select noted from events order by id desc limit 1").fetchone()
        return str(row[0]) if row and row[0] > self.noted else None

    # -- writing -------------------------------------------------------------------------------

    def add(self, new: NewCase) -> int:
        """Add a request that was sent; return the number of the case."""
        sent = Event(0, new.sent, self.noted, EventKind.SENT, None, NOTHING)
        first = next_step((sent,), self._plan, self._now, new.topic)
        row = (new.topic, new.channel, new.ticket, *new.about, new.sent, "", first.step)
        with transaction(self.connection):
            number = self._put("cases", *row, first.value).lastrowid
            assert number is not None  # an insert always has one
            for answer in new.answers.items():
                self._put("answers", number, *answer)
            self._event(number, new.sent, NewEvent(EventKind.SENT, Own(new.channel)))
            self._store_texts(number, new.sent, new.texts)
        return number

    def note(self, number: int, new_event: NewEvent) -> Case:
        """Add an event to a case; return the changed case."""
        with transaction(self.connection):
            self.case(number)
            at = new_event.at or self._after(number)
            self._event(number, at, new_event)
            self._store_texts(number, at, new_event.texts)
            if new_event.ticket:
                self._set(number, "ticket", new_event.ticket)
            if new_event.channel:
                self._set(number, "channel", new_event.channel)
            if new_event.kind is EventKind.CLOSED:
                self._set(number, "closed", at)
            elif new_event.kind is EventKind.REOPENED:
                self._set(number, "closed", "")
            upcoming = self.coming(number)
            self._set(number, "step", upcoming.step)
            self._set(number, "due", upcoming.value)
            return self.case(number)

    def rate(self, number: int, rating: Rating) -> None:
        """Store a rating; it replaces an earlier one."""
        with transaction(self.connection):
            self.case(number)
            self._run("delete from ratings where number = ?", number)
            self._put("ratings", number, *rating)

    def add_exhibit(self, number: int, exhibit: Exhibit) -> Exhibit:
        """Store the description of an exhibit under the next label; call it within a transaction,
        so that two terminals get different ones."""
        highest = "select coalesce(max(label), 0) from exhibits where number = ?"
        exhibit = exhibit._replace(label=self._run(highest, number).fetchone()[0] + 1)
        self._put("exhibits", number, *exhibit)
        return exhibit

    def was_deleted(self, number: int) -> bool:
        """Whether the case of that number was deleted."""
        case = self._run("select 1 from cases where number = ?", number)
        last = self._run("select seq from sqlite_sequence where name = 'cases'")
        return case.fetchone() is None and number <= (last.fetchone() or (0,))[0]

    def delete(self, number: int) -> None:
        """Delete a case with all that belongs to it, and every trace of it in the file."""
        self._run("delete from cases where number = ?", number)
        try:
            # Deleted rows are overwritten, but copies may lie in pages that were reorganised.
            self._run("vacuum")
        except sqlite3.OperationalError:
            raise CaseLogError("purge-unfinished", number=number) from None

    def _run(self, statement: str, *values: Any) -> sqlite3.Cursor:
        return self.connection.execute(statement, values)

    def _put(self, table: str, *values: Any) -> sqlite3.Cursor:
        """Add a row to a table; without a number of its own it gets the next one."""
        columns = ", ".join([*TABLES[table].columns][-len(values) :])
        places = ", ".join("?" * len(values))
        return self._run(f"insert into {table} ({columns}) values ({places})", *values)

    def _event(self, number: int, at: str, new_event: NewEvent) -> None:
        row = (number, at, self.noted, new_event.kind, new_event.said, new_event.words)
        self._put("events", *row)

    def _store_texts(self, number: int, at: str, texts: Mapping[str, StoredText]) -> None:
        for kind, text in texts.items():
            self._put("texts", number, at, TextKind(kind), *text)

    def _after(self, number: int) -> str:
        """Now; or the time of the last event if the clock went back: causes come first."""
        latest = "select max(at) from events where number = ? and length(at) > 10"
        return max(self.stamp, self._run(latest, number).fetchone()[0] or "")

    def _set(self, number: int, column: str, value: str) -> None:
        self._run(f"update cases set {column} = ? where number = ?", value, number)


def _case(row: tuple[Any, ...]) -> Case:
    number, topic, channel, ticket, en, zh, sent, closed, step, due = row
    about = StoredText(Own(en), Own(zh))
    return Case(number, topic, channel, Own(ticket), about, sent, closed, TextKind(step), due)
