"""Takes what is still readable out of a damaged log, case by case, into the present one."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.answers.spans import moment
from bfx_help.cases.file import transaction
from bfx_help.cases.log import Log
from bfx_help.cases.records import NEVER, Act, Form, Said, Solved, Step

_FURTHEST = 100_000
"""Numbers that are tried where the file does not tell how many there were."""

Check = Callable[[Any], bool]
"""Whether a value can be what its column holds: a damaged file may hold anything anywhere."""


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _count(value: Any) -> bool:
    return isinstance(value, int)


def _time(value: Any) -> bool:
    return isinstance(value, str) and moment(value, None) is not None


def _time_or_nothing(value: Any) -> bool:
    return value == "" or _time(value)


def _name(value: Any) -> bool:
    """The name of a file, and no way out of its folder."""
    return isinstance(value, str) and not set(value) & set("/\\")


def _one_of(*allowed: object) -> Check:
    return lambda value: value in allowed


_CASE: Mapping[str, Check] = {
    **dict.fromkeys(("topic", "channel", "ticket", "en", "zh"), _text),
    "sent": _time,
    "closed": _time_or_nothing,
}
"""What is taken of a case itself; its next step is worked out anew."""

_PARTS: Mapping[str, Mapping[str, Check]] = {
    "answers": {"name": _text, "value": _text},
    "events": {
        "at": _time,
        "noted": _time,
        "act": _one_of(*Act),
        "said": _one_of(None, *Said),
        "words": _text,
    },
    "texts": {"at": _time, "kind": _one_of(*Form), "en": _text, "zh": _text},
    "exhibits": {
        "label": _count,
        "name": _name,
        "size": _count,
        "digest": _text,
        "added": _time,
        "shows": _text,
        "dated": _time_or_nothing,
        "item": _text,
    },
    "ratings": {
        "at": _time,
        "solved": _one_of(*Solved),
        "effect": _count,
        "manner": _count,
        "words": _text,
    },
}

Row = tuple[Any, ...]


class Recovered(NamedTuple):
    """What could be read: the old number of each case with its new one, how many cases were in the
    log already, and how many rows were lost of those that could be looked for."""

    numbers: tuple[tuple[int, int], ...]
    known: int
    lost: int


def recover(log: Log, damaged: Path) -> Recovered:
    """Add the readable cases of a damaged log to an open one, unless they are there. A case whose
    number is free keeps it, so that its exhibits still belong to it. Nothing is deleted."""
    numbers, known, lost = list[tuple[int, int]](), 0, 0
    there = set(log.connection.execute("select ticket, en, zh, sent from cases"))
    where = f"{damaged.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(where, uri=True, isolation_level=None)) as old:
        old.execute("pragma writable_schema = on")  # or a file that was cut off is not read at all
        old.text_factory = lambda data: data.decode("utf-8", "replace")
        for number in _numbers(old):
            row, missed = _rows(old, "cases", _CASE, number)
            lost += missed
            if not row:
                continue
            if row[0][2:6] in there:  # ticket, both languages of what it is about, and time
                known += 1
                continue
            parts, missed = _parts(old, number)
            lost += missed
            numbers.append((number, _write(log, number, row[0], parts)))
    return Recovered(tuple(numbers), known, lost)


def _numbers(old: sqlite3.Connection) -> Iterator[int]:
    """The numbers that there may be; one by one where the list itself is broken."""
    found: set[int] = set()
    try:
        for (number,) in old.execute("select number from cases order by number"):
            found.add(number)
    except sqlite3.Error:
        last = max(found, default=0)
        found |= set(range(1, min(max(2 * last, 1000), _FURTHEST)))
    yield from sorted(found)


def _parts(old: sqlite3.Connection, number: int) -> tuple[dict[str, list[Row]], int]:
    """What belongs to a case as far as it can be read, and how many rows could not."""
    parts, lost = {}, 0
    for table, columns in _PARTS.items():
        parts[table], missed = _rows(old, table, columns, number)
        lost += missed
    return parts, lost


def _rows(
    old: sqlite3.Connection, table: str, columns: Mapping[str, Check], number: int
) -> tuple[list[Row], int]:
    """The sound rows of a case up to the first that cannot be read, and how many are lost."""
    found, lost = [], 0
    statement = f"select {', '.join(columns)} from {table} where number = ?"
    try:
        for row in old.execute(statement, [number]):
            if all(sound(value) for sound, value in zip(columns.values(), row, strict=True)):
                found.append(row)
            else:
                lost += 1
    except sqlite3.Error:
        lost += 1
    return found, lost


def _write(log: Log, number: int, row: Row, parts: Mapping[str, list[Row]]) -> int:
    with transaction(log.connection):
        taken = log.connection.execute("select 1 from cases where number = ?", [number]).fetchone()
        new = log.connection.execute(
            f"insert into cases (number, {', '.join(_CASE)}, step, due)"
            f" values ({_marks(_CASE)}, ?, ?, ?)",
            (None if taken else number, *row, Step.NONE, NEVER),
        ).lastrowid
        assert new is not None  # of an insert there always is one
        for table, columns in _PARTS.items():
            log.connection.executemany(
                f"insert or ignore into {table} (number, {', '.join(columns)})"
                f" values ({_marks(columns)}, ?)",
                [(new, *one) for one in parts[table]],
            )
        log.work_out(new)
    return new


def _marks(columns: Mapping[str, Check]) -> str:
    return ", ".join("?" * len(columns))
