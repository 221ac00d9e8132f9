"""Likeness: how near a text comes to each document, by all of its phrasings and by the closest."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from bfx_help.search.index import Index, Posting, Record
from bfx_help.search.query import Query, read
from bfx_help.search.rank import closest, matched, scored, vector_of
from bfx_help.search.terms import DENIED, Group

CANDIDATES = 24  # documents whose phrasings are compared one by one
LONGEST = 1200  # characters of a text that are compared at once
WORDS = (Group.LATIN_WORDS, Group.HAN_WORDS)
SPOKEN = (*WORDS, Group.HAN_PIECES)
# A phrasing that is another document's counts against this one where it is nearer than its own.
AGAINST = 0.5
# The share of a document's phrasings that hold a word from which on the word is its matter.
ITS_MATTER = 0.12


class Likeness(NamedTuple):
    """How near a document is: by all phrasings together and by the closest (each 0 to 1), and
    whether the text denies what this document is about."""

    id: str
    topic: str | None
    whole: float
    closest: float
    contrary: bool
    matched: tuple[str, ...]

    @property
    def score(self) -> float:
        """Half of each."""
        return (self.whole + self.closest) / 2


class Recent:
    """An index that remembers what it read: the parts of one text share most of their words."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.size, self.threshold = index.size, index.threshold
        self._postings: dict[str, Posting | None] = {}
        self._pieces: dict[str, list[str]] = {}
        self._records: dict[int, Record] = {}

    def postings(self, wanted: Collection[str]) -> dict[str, Posting]:
        """Of these terms those that occur, with where."""
        new = [term for term in wanted if term not in self._postings]
        if new:
            self._postings |= dict.fromkeys(new) | self.index.postings(new)
        return {term: found for term in wanted if (found := self._postings[term])}

    def spelled(self, pieces: Collection[str]) -> list[list[str]]:
        """For each of these pieces that occurs, the words that hold it."""
        return self.index.spelled(pieces)

    def records(self, numbers: Collection[int]) -> dict[int, Record]:
        """The entries of these numbers."""
        new = [number for number in numbers if number not in self._records]
        if new:
            self._records |= self.index.records(new)
        return {number: self._records[number] for number in numbers}


def likenesses(index: Index, text: str) -> list[Likeness]:
    """The documents that come nearest to a text, best first."""
    query = read(index, text, LONGEST)
    reachable, scores = scored(index.size, query, SPOKEN if query.spoken else WORDS)
    likely = sorted(scores, key=lambda number: (-scores[number], number))[:CANDIDATES]
    records = index.records(likely)
    vector = vector_of(index.size, query)
    contrary = set(denied_matters(query, records))
    found = []
    for number in likely:
        record = records[number]
        near = closest(vector, record.phrases)
        other = closest(vector, record.against)
        if other > near:
            near -= AGAINST * (other - near) + AGAINST * near
        whole = scores[number] / reachable
        words = matched(query, number)
        found.append(Likeness(record.id, record.topic, whole, near, number in contrary, words))
    return sorted(found, key=lambda one: -one.score)


def denied_matters(query: Query, records: Mapping[int, Record]) -> Iterator[int]:
    """The documents whose matter the text denies: many of their phrasings hold the word as it is
    denied here, and few of them deny it too."""
    denied = {
        slot.term.term.removeprefix(DENIED)
        for slot in query.slots
        if slot.term.term.startswith(DENIED)
    }
    for number, record in records.items():
        if any(
            share(record, term) >= max(ITS_MATTER, 2 * share(record, DENIED + term))
            for term in denied
        ):
            yield number


def share(record: Record, term: str) -> float:
    """How many of the phrasings hold a word, 0 to 1."""
    return sum(term in phrase.words for phrase in record.phrases) / (len(record.phrases) or 1)
