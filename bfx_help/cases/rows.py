"""The rows of the log: what each column may hold, and the checksum that shows damage."""

import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from bfx_help.answers.spans import moment
from bfx_help.cases.records import STEPS, Act, ReplyKind, Solved
from bfx_help.model import TextKind

Check = Callable[[Any], bool]
"""Whether a value is valid in its column: a damaged file may hold anything anywhere."""

Row = tuple[Any, ...]


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _count(value: Any) -> bool:
    return isinstance(value, int)


def _time(value: Any) -> bool:
    return isinstance(value, str) and moment(value, None) is not None


def _time_or_nothing(value: Any) -> bool:
    return value == "" or _time(value)


def _name(value: Any) -> bool:
    """The name of a file without a path."""
    return isinstance(value, str) and not set(value) & set("/\\")


def _one_of(*allowed: object) -> Check:
    return lambda value: value in allowed


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


_NUMBER: Mapping[str, Check] = {"number": _count}

TABLES: Mapping[str, Table] = {
    "cases": Table(
        ("number",),
        {
            **_NUMBER,
            **dict.fromkeys(("topic", "channel", "ticket", "en", "zh"), _text),
            "sent": _time,
            "closed": _time_or_nothing,
            "step": _one_of(*STEPS),
            "due": _time,
        },
    ),
    "answers": Table(
        ("number", "name"), {**_NUMBER, "name": _text, "value": _text}, numbered=False
    ),
    "events": Table(
        ("id",),
        {
            "id": _count,
            **_NUMBER,
            "at": _time,
            "noted": _time,
            "act": _one_of(*Act),
            "said": _one_of(None, *ReplyKind),
            "words": _text,
        },
    ),
    "texts": Table(
        ("id",),
        {
            "id": _count,
            **_NUMBER,
            "at": _time,
            "kind": _one_of(*TextKind),
            "en": _text,
            "zh": _text,
        },
    ),
    "exhibits": Table(
        ("number", "label"),
        {
            **_NUMBER,
            "label": _count,
            "name": _name,
            "size": _count,
            "digest": _text,
            "added": _time,
            "shows": _text,
            "dated": _time_or_nothing,
            "item": _text,
        },
        numbered=False,
    ),
    "ratings": Table(
        ("number",),
        {
            **_NUMBER,
            "at": _time,
            "solved": _one_of(*Solved),
            "effect": _count,
            "manner": _count,
            "words": _text,
        },
    ),
}


def checksum(table: str, *values: Any) -> int:
    """The checksum of a row with all its values."""
    return zlib.crc32(json.dumps([table, *values], default=repr).encode())
