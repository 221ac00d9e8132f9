"""Compares a message with examples, of demands and of harmless messages, by its words and pairs.

Each word counts by how much oftener it stands among the demands than among the others.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, pairwise
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
    """How often each word and pair stands in the examples of one sort, and how many they are."""

    counts: Counter[str]
    size: int

    def share(self, words: str) -> float:
        """How often the words stand in an example of this sort."""
        return (self.counts[words] + _LITTLE) / (self.size + 2 * _LITTLE)


def likeness(text: str, examples: tuple[DemandExamples, ...]) -> float:
    """How much more the text is like demands than like harmless messages; 0 is neither."""
    words = _features(text)
    if len(words) < _FEWEST:
        return 0.0
    demanding, harmless = _sides(examples)
    weights = (
        log(demanding.share(word) / harmless.share(word))
        for word in words
        if word in demanding.counts or word in harmless.counts
    )
    return sum(weights) / sqrt(_SHORT + len(words))


def likeliest(text: str, examples: tuple[DemandExamples, ...]) -> DemandKind:
    """What the text demands, if it demands anything."""
    words = _features(text) & _sides(examples)[0].counts.keys()
    piles = _by_kind(examples)
    return max(piles, key=lambda kind: sum(log(piles[kind].share(word)) for word in words))


def _features(text: str) -> set[str]:
    """The words of the text, and those that stand side by side."""
    return set(_each(_words(text)))


def _each(words: list[str]) -> Iterator[str]:
    """Each word, and each two that stand side by side."""
    return chain(words, map(" ".join, pairwise(words)))


def _words(text: str) -> list[str]:
    """The words without endings, all links and all figures being the same; of Chinese the signs."""
    words = _WORD.findall(_FIGURE.sub(" # ", _HOST.sub(" @ ", text)))
    return [*map(_stem, words)]


@cache
def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > _STEM else word


@lru_cache(maxsize=4)
def _sides(examples: tuple[DemandExamples, ...]) -> tuple[Pile, Pile]:
    """The examples of demands, and the harmless ones."""
    return (
        _pile(part for part in examples if part.kind),
        _pile(part for part in examples if not part.kind),
    )


@lru_cache(maxsize=4)
def _by_kind(examples: tuple[DemandExamples, ...]) -> Mapping[DemandKind, Pile]:
    return {kind: _pile(part for part in examples if part.kind is kind) for kind in DemandKind}


def _pile(parts: Iterable[DemandExamples]) -> Pile:
    several = tuple(parts)
    words = chain.from_iterable(map(_words_of, several))
    return Pile(Counter(_each([*words])), sum(len(part.messages) for part in several))


@lru_cache(maxsize=64)
def _words_of(part: DemandExamples) -> list[str]:
    return [*_words(plainly(_BOUND.join(part.messages))), _BOUND]
