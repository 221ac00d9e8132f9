"""The rows of the log: what each column may hold, and the checksum that shows damage."""

import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from bfx_help.answers.spans import moment
from bfx_help.cases.records import STEPS, EventKind, ReplyKind, Solved
from bfx_help.model import TextKind

Check = Callable[[Any], bool]
"""Whether a value is valid in its column: a damaged file may hold anything anywhere."""

Row = tuple[Any, ...]


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and moment(value, None) is not None


_CHECKS: Mapping[str, Check] = {
    "text": lambda value: isinstance(value, str),
    "count": lambda value: isinstance(value, int),
    "time": _is_time,
    "time?": lambda value: value == "" or _is_time(value),
    "name": lambda value: isinstance(value, str) and not set(value) & set("/\\"),  # no path
    "step": STEPS.__contains__,
    "act": frozenset(EventKind).__contains__,
    "said": frozenset({None, *ReplyKind}).__contains__,
    "kind": frozenset(TextKind).__contains__,
    "solved": frozenset(Solved).__contains__,
}


class Table(NamedTuple):
    """A table: `key` names the columns that identify a row, `columns` all of them in order. If
    `numbered`, the key is SQLite's own number of the row."""

    key: tuple[str, ...]
    columns: Mapping[str, Check]
    numbered: bool = True

    def holds(self, row: Row) -> bool:
        """Whether every value is valid in its column."""
        checks = self.columns.values()
        return all(check(value) for check, value in zip(checks, row, strict=True))


def _table(key: str, columns: str, *, numbered: bool = True) -> Table:
    """A table, from the names of its columns, each with what it holds if that is no text."""
    pairs = (column.partition(":") for column in columns.split())
    return Table(
        tuple(key.split()), {name: _CHECKS[kind or "text"] for name, _, kind in pairs}, numbered
    )


TABLES: Mapping[str, Table] = {
    "cases": _table(
        "number",
        "number:count topic channel ticket en zh sent:time closed:time? step:step due:time",
    ),
    "answers": _table("number name", "number:count name value", numbered=False),
    "events": _table("id", "id:count number:count at:time noted:time act:act said:said words"),
    "texts": _table("id", "id:count number:count at:time kind:kind en zh"),
    "exhibits": _table(
        "number label",
        "number:count label:count name:name size:count digest added:time shows dated:time? item",
        numbered=False,
    ),
    "ratings": _table(
        "number", "number:count at:time solved:solved effect:count manner:count words"
    ),
}


def checksum(table: str, *values: Any) -> int:
    """The checksum of a row with all its values."""
    return zlib.crc32(json.dumps([table, *values], default=repr).encode())
