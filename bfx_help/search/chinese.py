"""Chinese script: traditional to simplified, characters to syllables, typed pinyin cut apart."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from bfx_help.name_lists import list_of

LONGEST_SYLLABLE = 6  # letters of a syllable
CANTONESE = str.maketrans(*list_of("function_words", "cantonese").split())
"""Characters of written Cantonese, and those that standard Chinese has for them."""


class Tables(NamedTuple):
    """The generated tables of `chinese.txt`: how characters are folded, and how they sound."""

    fold: dict[int, int]
    syllables: frozenset[str]
    readings: dict[str, tuple[str, ...]]


@cache
def tables() -> Tables:
    """The tables, read when first needed."""
    text = (Path(__file__).parent / "chinese.txt").read_text(encoding="utf-8")
    _, traditional, simplified, several, *lines = text.splitlines()
    readings: dict[str, tuple[str, ...]] = {}
    for syllable, _, characters in (line.partition(" ") for line in lines):
        readings |= dict.fromkeys(characters, (syllable,))
    for char, *ways in (way.split("/") for way in several.split(" ")):
        readings[char] = tuple(ways)
    syllables = frozenset(line.partition(" ")[0] for line in lines)
    fold = str.maketrans(traditional, simplified) | CANTONESE
    return Tables(fold, syllables, readings)


def simplify(text: str) -> str:
    """The text with traditional, Cantonese and variant characters folded, one for one."""
    return text.translate(tables().fold)


def readings(char: str) -> tuple[str, ...]:
    """The syllables of a simplified character, the commonest first; itself where unknown."""
    return tables().readings.get(char, (char,))


def cut(word: str) -> tuple[str, ...]:
    """The word as pinyin syllables, as few as possible; empty where it cannot be read so."""
    known = tables().syllables
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(word) + 1):
        ways = [
            (*before, word[start:end])
            for start in range(max(0, end - LONGEST_SYLLABLE), end)
            if (before := best[start]) is not None and word[start:end] in known
        ]
        best.append(min(ways, key=len, default=None))
    return best[-1] or ()
