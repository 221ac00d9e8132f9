"""Finds the cues of the content, which are words that lead to an answer, in what somebody typed."""

import re
from collections.abc import Iterator, Mapping

from bfx_help.model import Words
from bfx_help.search.chinese import simplify

_BETWEEN = r"(?:[^,.;:!?，。；：！？\n]|[.,](?=\d)){0,24}?"  # what a star in a cue stands for


def plain(text: str) -> str:
    """The text as cues are written: lower case, simplified characters, straight apostrophes."""
    text = text.lower().replace("’", "'")
    return text if text.isascii() else simplify(text)


def matched(words: Words, text: str) -> Mapping[str, str]:
    """The cues that stand in a text, each with its place there as it was typed.

    English cues are whole words, Chinese ones may stand anywhere. A star stands for a few words or
    characters of the same clause, at the end of an English cue for the rest of the word.
    """
    lower = plain(text)
    typed = text if len(lower) == len(text) else lower
    found = {}
    for cue, pattern in _patterns(words, lower):
        place = re.search(pattern, lower)
        if place:
            found[cue] = typed[slice(*place.span())]
    return found


def _patterns(words: Words, text: str) -> Iterator[tuple[str, str]]:
    """The cues that a text may hold, each with its pattern. Most are ruled out by their letters
    alone: to compile a pattern takes longer than to search with it."""
    for cue in words.en:
        parts = cue.lower().split("*")
        if all(part in text for part in parts):
            ending = "[a-z]*" if not parts[-1] else ""
            inner = _BETWEEN.join(map(re.escape, filter(None, parts)))
            yield cue, rf"(?<![a-z0-9]){inner}{ending}(?![a-z0-9])"
    for cue in words.zh:
        parts = cue.lower().split("*")
        if all(part in text for part in parts):
            yield cue, _BETWEEN.join(map(re.escape, parts))


def is_chinese(text: str) -> bool:
    """Whether somebody types Chinese."""
    return re.search(r"[\u3400-\u9fff]", text) is not None


def weight(cue: str) -> int:
    """How much a cue says: its length, a Chinese character as much as two letters. However short,
    it says something."""
    return max(2 * len(cue) if is_chinese(cue) else len(cue), 5)
