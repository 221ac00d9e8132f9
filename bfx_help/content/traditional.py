"""Chinese in traditional characters: the content as readers in Taiwan, Hong Kong and Macau see it.

What the content says is converted as it is read, so whatever is put into it later, such as the
user's own words, stays as it is. What people type is understood in either script without this.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.content.library import Content
from bfx_help.model import Text


class _Tables(NamedTuple):
    """The generated tables of `traditional.txt`: characters, and words that differ from them."""

    characters: dict[int, int]
    words: dict[str, str]
    word: re.Pattern[str]


@cache
def _tables() -> _Tables:
    text = (Path(__file__).parent / "traditional.txt").read_text(encoding="utf-8")
    _, simplified, traditional, pairs = text.splitlines()
    words = dict(pair.split("/") for pair in pairs.split(" "))
    longest_first = "|".join(sorted(words, key=len, reverse=True))
    characters = str.maketrans(simplified, traditional)
    return _Tables(characters, words, re.compile(f"({longest_first})"))


def traditional(text: str) -> str:
    """A text of our own in traditional characters."""
    if text.isascii():
        return text
    tables = _tables()
    parts = tables.word.split(text)  # every other one is a word
    parts[::2] = [part.translate(tables.characters) for part in parts[::2]]
    parts[1::2] = [tables.words[part] for part in parts[1::2]]
    return "".join(parts)


def is_traditional(text: str) -> bool:
    """Whether somebody writes in traditional characters: more of them than of the simplified."""
    simplified = _tables().characters
    shapes = frozenset(simplified.values()) - simplified.keys()
    return sum(ord(char) in shapes for char in text) > sum(ord(char) in simplified for char in text)


def in_traditional(content: Content) -> Content:
    """The same content, its Chinese in traditional characters, each record when it is wanted."""
    warnings = tuple(_converted(one) for one in content.warnings)
    return Content(lambda name: _Table(content.table(name)), warnings, content.compiled)


class _Table(Mapping[str, Any]):
    """The records of a table, converted when they are asked for."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._records: dict[str, Any] = {}

    def __getitem__(self, id_: str) -> Any:
        if id_ not in self._records:
            self._records[id_] = _converted(self._table[id_])
        return self._records[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def _converted(value: Any) -> Any:
    """A record with its texts converted. `Words`, which are there to be recognised, stay."""
    if isinstance(value, Text):
        return Text(value.en, traditional(value.zh))
    if isinstance(value, Mapping):
        return {name: _converted(one) for name, one in value.items()}
    if not isinstance(value, tuple):
        return value
    parts = [_converted(one) for one in value]
    return value._make(parts) if hasattr(value, "_make") else tuple(parts)
