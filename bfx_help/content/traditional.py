"""Chinese in traditional characters: the content as readers in Taiwan, Hong Kong and Macau see it.

What the content says is converted when it is compiled, so whatever is put into it later, such as
the user's own words, stays as it is. What people type is understood in either script without this.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.model import Text

_QUOTES = str.maketrans("“”", "「」")
_INNER_QUOTES = re.compile("‘([^‘’]*)’")  # in pairs: an apostrophe stays


class _Conversions(NamedTuple):
    """The generated tables of `traditional.txt`: characters, and words that differ from them."""

    characters: dict[int, int]
    words: dict[str, list[tuple[str, str]]]  # by their first two characters, the longest first
    start: re.Pattern[str]  # where a word may begin


@cache
def _tables() -> _Conversions:
    text = (Path(__file__).parent / "traditional.txt").read_text(encoding="utf-8")
    _, simplified, traditional, pairs = text.splitlines()
    words: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs.split("\t"):
        old, new = pair.split("/")
        words.setdefault(old[:2], []).append((old, new))
    for alike in words.values():
        alike.sort(key=lambda word: len(word[0]), reverse=True)
    first, second = (re.escape("".join({word[place] for word in words})) for place in (0, 1))
    characters = str.maketrans(simplified, traditional)
    return _Conversions(characters, words, re.compile(f"(?=[{first}][{second}])"))


@lru_cache(20_000)
def traditional(text: str) -> str:
    """A text of our own in traditional characters, with the words and quotes of Taiwan."""
    if text.isascii():
        return text
    converted = "".join(_parts(text)).translate(_QUOTES)
    return _INNER_QUOTES.sub(r"『\1』", converted)


def _parts(text: str) -> Iterator[str]:
    """The text in traditional characters: its words, and what stands between them."""
    tables = _tables()
    done = 0
    for place in tables.start.finditer(text):
        at = place.start()
        alike = tables.words.get(text[at : at + 2], ()) if at >= done else ()
        for old, new in alike:
            if text.startswith(old, at):
                yield text[done:at].translate(tables.characters)
                apart = new[0].isascii() and text[:at][-1:].isalpha()  # as in `掃 QR 碼`
                yield f" {new}" if apart else new
                done = at + len(old)
                break
    yield text[done:].translate(tables.characters)


def is_traditional(text: str) -> bool:
    """Whether somebody writes in traditional characters: more of them than of the simplified."""
    simplified = _tables().characters
    shapes = frozenset(simplified.values()) - simplified.keys()
    return sum(ord(char) in shapes for char in text) > sum(ord(char) in simplified for char in text)


CONVERSIONS: Mapping[str, tuple[str, Callable[[str], str]]] = {"zh-Hant": ("zh", traditional)}
"""The languages that can be filled: from which other one, and how."""


def filled(value: Any, languages: Sequence[str]) -> Any:
    """A record with its texts also in those languages. `Words`, which are recognised, stay."""
    if isinstance(value, Text):
        for tag in languages:
            source, convert = CONVERSIONS[tag]
            value = value.also(tag, convert(value.all[source]))
        return value
    if isinstance(value, Mapping):
        return {name: filled(part, languages) for name, part in value.items()}
    if not isinstance(value, tuple):
        return value
    parts = [filled(part, languages) for part in value]
    return value._make(parts) if hasattr(value, "_make") else tuple(parts)
