"""Compares a message with examples, of demands and of harmless messages, by its words and pairs.

Each word counts by how much oftener it stands among the demands than among the others.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from bfx_help.model import DemandExamples, DemandKind
from bfx_help.verify.wordings import plainly

_HOST = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:/\S*)?")
_FIGURE = re.compile(r"\d[\d,.]*")
_WORD = re.compile(r"[a-z']+|[\u3400-\u9fff#@?!|]")
_ENDING = re.compile(r"(?<=...)(?:ations?|ions?|ings?|ed|ers?|als?|ments?|ly|es|s|e)$")
_BOUND = "\n|\n"  # between two examples
_LITTLE = 0.2  # added to each number, so that what was never seen proves little
_STEM = 4  # letters of a word that has no ending
_FEWEST = 8  # words and pairs of a text that can be compared
_SHORT = 30  # words added to the length, so that a few words decide little


class Pile(NamedTuple):
    """Examples of one sort as one text, every word between blanks, and how many they are."""

    words: str
    size: int

    def share(self, words: str) -> float:
        """How often the words stand in an example of this sort."""
        return (self.words.count(f" {words} ") + _LITTLE) / (self.size + 2 * _LITTLE)


class Piles(NamedTuple):
    """The examples by what they demand, and together."""

    kinds: tuple[tuple[DemandKind, Pile], ...]
    demanding: Pile
    harmless: Pile


def likeness(text: str, examples: tuple[DemandExamples, ...]) -> float:
    """How much more the text is like demands than like harmless messages; 0 is neither."""
    words = _features(text)
    if len(words) < _FEWEST:
        return 0.0
    piles = _piles(examples)
    weights = (
        log(piles.demanding.share(word) / piles.harmless.share(word))
        for word in words
        if _known(word, piles.demanding, piles.harmless)
    )
    return sum(weights) / sqrt(_SHORT + len(words))


def likeliest(text: str, examples: tuple[DemandExamples, ...]) -> DemandKind:
    """What the text demands, if it demands anything."""
    piles = _piles(examples)
    words = [word for word in _features(text) if _known(word, piles.demanding)]
    return max(piles.kinds, key=lambda kind: sum(log(kind[1].share(word)) for word in words))[0]


def _known(words: str, *piles: Pile) -> bool:
    return any(f" {words} " in pile.words for pile in piles)


def _features(text: str) -> set[str]:
    """The words of the text, and those that stand side by side."""
    words = _words(text)
    return {*words, *map(" ".join, pairwise(words))}


def _words(text: str) -> list[str]:
    """The words without endings, all links and all figures being the same; of Chinese the signs."""
    words = _WORD.findall(_FIGURE.sub(" # ", _HOST.sub(" @ ", text)))
    return [*map(_stem, words)]


@cache
def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > _STEM else word


@lru_cache(maxsize=4)
def _piles(examples: tuple[DemandExamples, ...]) -> Piles:
    piles = [(part.kind, _pile(part)) for part in examples]
    kinds = ((kind, _together(pile for of, pile in piles if of is kind)) for kind in DemandKind)
    return Piles(
        tuple(kinds),
        _together(pile for kind, pile in piles if kind),
        _together(pile for kind, pile in piles if not kind),
    )


def _pile(part: DemandExamples) -> Pile:
    return Pile(f" {' '.join(_words(plainly(_BOUND.join(part.messages))))} ", len(part.messages))


def _together(piles: Iterable[Pile]) -> Pile:
    several = tuple(piles)
    return Pile("|".join(pile.words for pile in several), sum(pile.size for pile in several))
