"""Likeness: how near a text comes to each document, by all of its phrasings and by the closest."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import truediv
from typing import NamedTuple

from bfx_help.search.index import Index, Posting, Record
from bfx_help.search.query import Query, read
from bfx_help.search.rank import matched, scored, vector_of
from bfx_help.search.terms import DENIED, Group

CANDIDATES = 24  # documents whose phrasings are compared one by one
LONGEST = 1200  # characters of a text that are compared at once
WORDS = (Group.LATIN_WORDS, Group.HAN_WORDS)
SPOKEN = (*WORDS, Group.HAN_PIECES)
# What a phrasing that is not the document's counts, where it is nearer than all that are.
AGAINST = 0.5
ALIKE = 0.5  # how near one must come that a text is taken for it
TOP = (0.6, 0.25, 0.15)  # what the closest phrasing counts, the next, and the third
# Of the score: what the words tell by the share of phrasings that hold them, what they weigh in
# all phrasings together, and the closest ones. The first, against chance, gains the most.
TELLING, WHOLE, CLOSEST = 0.2, 0.4, 0.4
SMOOTHED = 10  # phrasings that each document is thought to have beside its own, as common ones go
FEW = 3  # words without a meaning that each text is thought to hold
# The share of a document's phrasings that hold a word from which on the word is its matter.
ITS_MATTER = 0.12


class Likeness(NamedTuple):
    """How near a document is: by all phrasings together and by the closest (each 0 to 1), whether
    the text denies what this document is about, how near the one closest phrasing comes, and
    whether one that is not the document's comes as near."""

    id: str
    topic: str | None
    telling: float
    whole: float
    closest: float
    contrary: bool
    number: int
    nearest: float
    unlike: bool

    @property
    def near(self) -> float:
        """How near it is, whatever the others are: half by all phrasings, half by the closest."""
        return (self.whole + self.closest) / 2

    @property
    def score(self) -> float:
        """All three."""
        return TELLING * self.telling + WHOLE * self.whole + CLOSEST * self.closest


class Compared(NamedTuple):
    """A text that was compared, and the documents that come nearest to it, best first."""

    query: Query
    found: tuple[Likeness, ...]

    def words(self, likeness: Likeness) -> tuple[str, ...]:
        """The words of the text that lead to a document."""
        return matched(self.query, likeness.number)


class Phrasings(NamedTuple):
    """The phrasings of a document by the words they hold: its own, and from the place `own` on
    those that are another matter."""

    holders: Mapping[str, tuple[int, ...]]
    lengths: tuple[float, ...]
    own: int

    def closest(self, vector: Mapping[str, float]) -> tuple[list[float], list[float]]:
        """The likeness of the closest ones, each 0 to 1, the closest first: of its own, and of
        those that are another matter."""
        sums = [0.0] * len(self.lengths)
        holders = self.holders
        for term in vector.keys() & holders.keys():
            worth = vector[term]
            for at in holders[term]:
                sums[at] += worth
        each = list(map(truediv, sums, self.lengths))
        own, others = sorted(each[: self.own]), sorted(each[self.own :])
        return own[: -len(TOP) - 1 : -1], others[: -len(TOP) - 1 : -1]

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


class Recent:
    """An index that remembers what it read: the parts of one text share most of their words."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.size, self.threshold, self.sizes = index.size, index.threshold, index.sizes
        self._postings: dict[str, Posting | None] = {}
        self._spelled: dict[tuple[str, ...], list[list[str]]] = {}
        self._records: dict[int, tuple[Record, Phrasings]] = {}
        self._gains: dict[str, tuple[tuple[int, float], ...]] = {}
        self._every = sum(self.sizes)
        self.absent = [math.log(SMOOTHED / (size + SMOOTHED)) for size in self.sizes]

    def gains(self, term: str) -> tuple[tuple[int, float], ...]:
        """For each document that holds a term, what it tells for this one and against others."""
        if term not in self._gains:
            self._gains[term] = tuple(self._told_by(self.postings((term,))[term]))
        return self._gains[term]

    def _told_by(self, posting: Posting) -> Iterator[tuple[int, float]]:
        total = sum(posting.holders)
        for number, held in zip(posting.entries, posting.holders, strict=True):
            if held:
                size = self.sizes[number]
                share = SMOOTHED * (total + 0.5) / self._every
                inside = (held + share) / (size + SMOOTHED)
                outside = (total - held + 0.5) / (self._every - size + 1)
                yield number, math.log(inside / outside) - self.absent[number]

    def postings(self, wanted: Collection[str]) -> dict[str, Posting]:
        """Of these terms those that occur, with where."""
        new = [term for term in wanted if term not in self._postings]
        if new:
            self._postings |= dict.fromkeys(new) | self.index.postings(new)
        return {term: found for term in wanted if (found := self._postings[term])}

    def spelled(self, pieces: Collection[str]) -> list[list[str]]:
        """For each of these pieces that occurs, the words that hold it."""
        key = tuple(pieces)
        if key not in self._spelled:
            self._spelled[key] = self.index.spelled(pieces)
        return self._spelled[key]

    def records(self, numbers: Collection[int]) -> dict[int, Record]:
        """The entries of these numbers."""
        return {number: self.turned(numbers)[number][0] for number in numbers}

    def turned(self, numbers: Collection[int]) -> dict[int, tuple[Record, Phrasings]]:
        """The entries of these numbers with their phrasings."""
        new = [number for number in numbers if number not in self._records]
        for number, record in self.index.records(new).items() if new else ():
            self._records[number] = record, phrasings_of(record)
        return {number: self._records[number] for number in numbers}


def compare(index: Recent, text: str) -> Compared:
    """A text beside the documents that come nearest to it."""
    query = read(index, text, LONGEST, words_only=True)
    reachable, scores = scored(index.size, query, SPOKEN if query.spoken else WORDS)
    tells = tellings(index, query)
    fits = {
        number: WHOLE * scores[number] / reachable + TELLING * tells[number] for number in scores
    }
    likely = sorted(fits, key=lambda number: (-fits[number], number))[:CANDIDATES]
    records = index.turned(likely)
    vector = vector_of(index.size, query)
    denied = tuple(denied_words(query))
    found = []
    for number in likely:
        record, phrasings = records[number]
        best, others = phrasings.closest(vector)
        near, nearest, away = weighed(best), max(best, default=0.0), max(others, default=0.0)
        if weighed(others) > near:
            near *= AGAINST
        contrary = any(is_matter(phrasings, word) for word in denied)
        unlike = away >= max(ALIKE, nearest)
        whole = scores[number] / reachable
        names = record.id, record.topic
        found.append(
            Likeness(*names, tells[number], whole, near, contrary, number, nearest, unlike)
        )
    return Compared(query, tuple(sorted(found, key=lambda like: -like.score)))


def weighed(closest: Sequence[float]) -> float:
    """What the closest phrasings say together, 0 to 1."""
    return sum(a * b for a, b in zip(closest, TOP, strict=False))


def tellings(index: Recent, query: Query) -> list[float]:
    """For each document how much likelier its phrasings hold the words of the text than those of
    all others, in logarithms, by the word."""
    absent = index.absent
    weights: defaultdict[str, float] = defaultdict(float)
    words = 0.0
    for slot in query.slots:
        if (
            not slot.term.group.words
            or not slot.taken
            or (slot.term.pair and slot.term.group is Group.LATIN_WORDS)
        ):
            continue
        words += slot.term.weight
        term = max(slot.taken, key=slot.taken.__getitem__)
        weights[term] += slot.term.weight * slot.taken[term]
    sums = [0.0] * len(absent)
    for term, weight in weights.items():
        for number, gain in index.gains(term):
            sums[number] += weight * gain
    return [(total + words * low) / (words + FEW) for total, low in zip(sums, absent, strict=True)]


def denied_words(query: Query) -> Iterator[str]:
    """The words that the text denies, without the sign of it."""
    for slot in query.slots:
        if slot.term.term.startswith(DENIED):
            yield slot.term.term.removeprefix(DENIED)


def is_matter(own: Phrasings, word: str) -> bool:
    """Whether a document is about a word that is denied here: many of its phrasings hold it, and
    few deny it too."""
    return own.share(word) >= max(ITS_MATTER, 2 * own.share(DENIED + word))
