"""The tables of words, ready to be looked up, with slips of the finger allowed for."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from bfx_help.redact.labels import SPACED, WEAK, Hint
from bfx_help.redact.labels_cjk import UNSPACED, WEAK_UNSPACED

Hints = Mapping[Hint, bool]
"""From what a phrase hints at to whether it is weak: decides only where nothing better is near."""

_OWN_WORDS = """
    passed secure segment tested contact contacts gained choice counter minute cooked document
    documents phases browse harder brought resume identify complain ticker trying sending matter
    states starts receive receives driven breach expert leader threat writer worker color phase
    stats drive grain tying
"""
_NO_SLIPS = frozenset(_OWN_WORDS.split())
"""Words of their own that are one slip of the finger away from a word of the tables."""


def look_up(phrase: str) -> Hints | None:
    """What a phrase of words hints at, where it is in the tables."""
    phrases, stems, _ = _tables()
    if phrase in phrases:
        return phrases[phrase]
    shortest = max(2, phrase.rfind(" "))  # the ending is of the last word alone
    sizes = range(len(phrase), shortest, -1)
    return next((stems[phrase[:size]] for size in sizes if phrase[:size] in stems), None)


@cache
def _tables() -> tuple[dict[str, Hints], dict[str, Hints], int]:
    """Whole phrases, beginnings of phrases, and the number of words in the longest."""
    phrases: dict[str, dict[Hint, bool]] = {}
    stems: dict[str, dict[Hint, bool]] = {}
    for weak, table in ((False, SPACED), (True, WEAK)):
        for hint, listed in table.items():
            for phrase in re.split(r",\s*", _plain(listed.strip())):
                target = stems if phrase.endswith("*") else phrases
                target.setdefault(" ".join(phrase.rstrip("*").split()), {})[hint] = weak
    longest = max(phrase.count(" ") for phrase in (*phrases, *stems)) + 1
    return {**phrases}, {**stems}, longest


def longest_phrase() -> int:
    """The number of words in the longest phrase of the tables."""
    return _tables()[2]


@cache
def openers() -> frozenset[str]:
    """The first words of all phrases; of a phrase with any ending, its first four letters."""
    phrases, stems, _ = _tables()
    first = {phrase.split()[0] for phrase in phrases}
    return frozenset(first | {word for stem in stems for word in _opening(stem)})


def _opening(stem: str) -> tuple[str, ...]:
    word, _, rest = stem.partition(" ")
    return (word,) if rest else (word, word[:4])


@cache
def unspaced() -> tuple[re.Pattern[str], dict[str, Hints]]:
    """A pattern of all phrases in scripts without spaces, and what each of them hints at."""
    table: dict[str, dict[Hint, bool]] = {}
    for weak, listed in ((False, UNSPACED), (True, WEAK_UNSPACED)):
        for hint, phrases in listed.items():
            for phrase in phrases.lower().split():
                table.setdefault(phrase, {})[hint] = weak
    longest_first = sorted(table, key=len, reverse=True)
    pattern = "|".join(phrase.replace("_", r"\s?") for phrase in longest_first)
    joined = {phrase.replace("_", ""): hints for phrase, hints in table.items()}
    return re.compile(pattern, re.I), {**joined}


def _plain(word: str) -> str:
    """Small letters without accents; ASCII is by far the most common."""
    if word.isascii():
        return word.lower()
    marked = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(c for c in marked if not unicodedata.combining(c)).replace("ł", "l")


def known_word(word: str) -> str:
    """The word of the tables that this is, or is a slip of the finger away from."""
    plain = _plain(word)
    if len(plain) < 5 or not plain.isalpha():
        return plain
    vocabulary, slips = _vocabulary()
    if plain in vocabulary or plain in _NO_SLIPS or look_up(plain):
        return plain
    for variant in (plain, *(_deletions(plain) if len(plain) > 5 else ())):
        for meant in slips.get(variant, ()):
            if meant[0] == plain[0] and abs(len(meant) - len(plain)) <= 1:
                return meant
    return plain


@cache
def _vocabulary() -> tuple[frozenset[str], dict[str, list[str]]]:
    """The longer words of the tables, and what they become when a letter is lost."""
    phrases, stems, _ = _tables()
    words = {word for phrase in (*phrases, *stems) for word in phrase.split() if len(word) >= 6}
    slips: dict[str, list[str]] = {}
    for word in sorted(words):
        for variant in (word, *_deletions(word)):
            slips.setdefault(variant, []).append(word)
    return frozenset(words), slips


def _deletions(word: str) -> Iterable[str]:
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))
