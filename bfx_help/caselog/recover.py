"""Takes what is still readable out of a damaged log, case by case, into the new one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.caselog.file import transaction

_PARTS = {
    "answers": "name, value",
    "events": "at, noted, act, said, words",
    "texts": "at, kind, en, zh",
    "exhibits": "label, name, size, digest, added, shows, dated, item",
    "ratings": "at, solved, effect, manner, words",
}
_CASE = "topic, channel, ticket, en, zh, sent, closed, step, due"
_FURTHEST = 100_000
"""Numbers that are tried where the file does not tell how many there were."""


class Recovered(NamedTuple):
    """What could be read: the old number of each case with its new one, and how many rows were lost
    of those that could be looked for."""

    numbers: tuple[tuple[int, int], ...]
    lost: int


def recover(connection: sqlite3.Connection, damaged: Path) -> Recovered:
    """Add the readable cases of a damaged log to an open one. A case whose number is free keeps
    it, so that its exhibits still belong to it. Nothing is deleted."""
    old = sqlite3.connect(
        f"{damaged.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
    )
    old.execute("pragma writable_schema = on")  # or a file that was cut off is not read at all
    old.text_factory = lambda data: data.decode("utf-8", "replace")
    numbers, lost = [], 0
    try:
        for number in _numbers(old):
            row, parts, missed = _read(old, number)
            lost += missed
            if row is not None:
                numbers.append((number, _write(connection, number, row, parts)))
    finally:
        old.close()
    return Recovered(tuple(numbers), lost)


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


def _read(
    old: sqlite3.Connection, number: int
) -> tuple[tuple[Any, ...] | None, dict[str, list[Any]], int]:
    """A case with its parts as far as they can be read, and how many parts could not."""
    rows, missed = _rows(old, f"select {_CASE} from cases where number = ?", number)
    if not rows:
        return None, {}, missed
    parts = {}
    for table, columns in _PARTS.items():
        parts[table], broken = _rows(old, f"select {columns} from {table} where number = ?", number)
        missed += broken
    return rows[0], parts, missed


def _rows(old: sqlite3.Connection, statement: str, number: int) -> tuple[list[Any], int]:
    """The rows up to the first that is broken, and 1 if there was one."""
    found = []
    try:
        for row in old.execute(statement, [number]):
            found.append(row)
    except sqlite3.Error:
        return found, 1
    return found, 0


def _write(
    connection: sqlite3.Connection, number: int, row: tuple[Any, ...], parts: dict[str, list[Any]]
) -> int:
    with transaction(connection):
        taken = connection.execute("select 1 from cases where number = ?", [number]).fetchone()
        wanted = None if taken else number
        marks = ", ".join("?" * (len(row) + 1))
        new = connection.execute(
            f"insert into cases (number, {_CASE}) values ({marks})", (wanted, *row)
        ).lastrowid
        for table, columns in _PARTS.items():
            marks = ", ".join("?" * (columns.count(",") + 2))
            connection.executemany(
                f"insert or ignore into {table} (number, {columns}) values ({marks})",
                [(new, *one) for one in parts[table]],
            )
    return new or number
