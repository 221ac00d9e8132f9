"""An index that remembers what it read: the parts of one text share most of their words."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from operator import truediv
from typing import NamedTuple

from bfx_help.search.index import Posting, Record
from bfx_help.search.sqlite_index import Index

SMOOTHED = 10  # phrasings that each document is thought to have beside its own, as common ones go
TOP = 3  # phrasings of a document that count, the closest

Place = tuple[int, float, float]
"""The number of a document that holds a term, its weight there, and what it tells for this document
and against others."""


class Phrasings(NamedTuple):
    """A document's phrasings by their words; from the place `own` on they are another matter."""

    holders: Mapping[str, tuple[int, ...]]
    lengths: tuple[float, ...]
    own: int

    def closest(self, vector: Mapping[str, float]) -> tuple[list[float], list[float]]:
        """The likeness (0 to 1) of the closest ones: of its own, and of those of another matter."""
        sums = [0.0] * len(self.lengths)
        holders = self.holders
        for term in vector.keys() & holders.keys():
            worth = vector[term]
            for at in holders[term]:
                sums[at] += worth
        each = list(map(truediv, sums, self.lengths))
        own, others = sorted(each[: self.own])[-TOP:], sorted(each[self.own :])[-TOP:]
        return own[::-1], others[::-1]

    def share(self, term: str) -> float:
        """How many of the document's own phrasings hold a word, 0 to 1."""
        return sum(at < self.own for at in self.holders.get(term, ())) / (self.own or 1)


def phrasings_of(record: Record) -> Phrasings:
    """The phrasings of a document, turned round."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    phrases = (*record.phrases, *record.against)
    for at, phrase in enumerate(phrases):
        for word in phrase.words:
            holders[word].append(at)
    lengths = tuple(phrase.length or math.inf for phrase in phrases)
    each = {word: tuple(places) for word, places in holders.items()}
    return Phrasings(each, lengths, len(record.phrases))


class Recent(Index):
    """An index that remembers what it read: the parts of one text share most of their words."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._postings: dict[str, Posting | None] = {}
        self._spelled: dict[tuple[str, ...], list[list[str]]] = {}
        self._records: dict[int, tuple[Record, Phrasings]] = {}
        self._places: dict[str, tuple[Place, ...]] = {}
        self._every = sum(self.sizes)
        self.absent = [math.log(SMOOTHED / (size + SMOOTHED)) for size in self.sizes]

    def places(self, term: str) -> tuple[Place, ...]:
        """The documents that hold a term."""
        if term not in self._places:
            self._places[term] = tuple(self._placed(self.postings((term,))[term]))
        return self._places[term]

    def _placed(self, posting: Posting) -> Iterator[Place]:
        total = sum(posting.holders)
        for number, weight, held in zip(
            posting.entries, posting.weights, posting.holders, strict=True
        ):
            gain = 0.0
            if held:
                size = self.sizes[number]
                share = SMOOTHED * (total + 0.5) / self._every
                inside = (held + share) / (size + SMOOTHED)
                outside = (total - held + 0.5) / (self._every - size + 1)
                gain = math.log(inside / outside) - self.absent[number]
            yield number, weight, gain

    def postings(self, wanted: Collection[str]) -> dict[str, Posting]:
        """Of these terms those that occur, with where."""
        new = [term for term in wanted if term not in self._postings]
        if new:
            self._postings |= dict.fromkeys(new) | super().postings(new)
        return {term: found for term in wanted if (found := self._postings[term])}

    def spelled(self, pieces: Collection[str]) -> list[list[str]]:
        """For each of these pieces that occurs, the words that hold it."""
        key = tuple(pieces)
        if key not in self._spelled:
            self._spelled[key] = super().spelled(pieces)
        return self._spelled[key]

    def records(self, numbers: Collection[int]) -> dict[int, Record]:
        """The entries of these numbers."""
        return {number: record for number, (record, _) in self.turned(numbers).items()}

    def turned(self, numbers: Collection[int]) -> dict[int, tuple[Record, Phrasings]]:
        """The entries of these numbers with their phrasings."""
        new = [number for number in numbers if number not in self._records]
        for number, record in super().records(new).items() if new else ():
            self._records[number] = record, phrasings_of(record)
        return {number: self._records[number] for number in numbers}
