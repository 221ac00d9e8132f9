"""Likeness: how near a text comes to each document, by all of its phrasings and by the closest."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import mul
from typing import NamedTuple

from bfx_help.search.index import MOST, Phrasings
from bfx_help.search.query import Query, Slot, read
from bfx_help.search.rank import best_of, matched, vector_of, worth_of
from bfx_help.search.sqlite_index import Index
from bfx_help.search.terms import DENIED, HAN, LATIN

CANDIDATES = 24  # documents that may come nearest
CERTAINLY = 14  # of these, so many are compared phrasing by phrasing, and those that are favoured
LONGEST_COMPARED = 1200  # characters of a text that are compared at once
# What a phrasing that is not the document's counts, where it is nearer than all that are.
AGAINST = 0.5
ALIKE = 0.5  # how near one must come that a text is taken for it
TOP = (0.6, 0.25, 0.15)  # what the closest phrasing counts, the next, and the third
# Of the score: what the words tell by the share of phrasings that hold them, what they weigh in
# all phrasings together, and the closest ones. The first, against chance, gains the most.
TELLING, WHOLE, CLOSEST = 0.2, 0.4, 0.4
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


def compare(index: Index, text: str, favoured: Callable[[str], bool] = lambda _: True) -> Compared:
    """A text beside the documents that come nearest to it."""
    query = read(index, text, LONGEST_COMPARED, words_only=True)
    sums = sums_of(index, query)
    fits = [WHOLE * whole + TELLING * tells for whole, tells in zip(*sums, strict=True)]
    some = (number for number, whole in enumerate(sums.whole) if whole)
    likely = sorted(some, key=fits.__getitem__, reverse=True)[:CANDIDATES]
    records = index.records(likely)
    vector = vector_of(index.size, query)
    denied = tuple(denied_words(query))
    found = []
    for place, number in enumerate(likely):
        record = records[number]
        if place >= CERTAINLY and not favoured(record.id):
            continue
        phrasings = index.phrasings(number)
        best, others = phrasings.closest(vector)
        near, nearest, away = weighed(best), max(best, default=0.0), max(others, default=0.0)
        if weighed(others) > near:
            near *= AGAINST
        contrary = any(is_matter(phrasings, word) for word in denied)
        unlike = away >= max(ALIKE, nearest)
        shares = sums.telling[number], sums.whole[number]
        found.append(
            Likeness(record.id, record.topic, *shares, near, contrary, number, nearest, unlike)
        )
    return Compared(query, tuple(sorted(found, key=lambda like: -like.score)))


def weighed(closest: Sequence[float]) -> float:
    """What the closest phrasings say together, 0 to 1."""
    together: float = sum(map(mul, closest, TOP))
    return together


class Sums(NamedTuple):
    """For each document what the words of a text weigh in all of its phrasings, 0 to 1, and how
    much likelier its phrasings hold them than those of all others, in logarithms, by the word."""

    whole: list[float]
    telling: list[float]


def sums_of(index: Index, query: Query) -> Sums:
    """What the words of a text say of each document."""
    words = reachable = 0.0
    worths: defaultdict[str, float] = defaultdict(float)
    tells: defaultdict[str, float] = defaultdict(float)
    whole, telling = [0.0] * index.size, [0.0] * index.size
    for slot, times in distinct(query):
        worth = times * worth_of(index.size, query, slot)
        reachable += MOST * worth
        if not slot.taken:
            continue
        likeliest = max(slot.taken, key=slot.taken.__getitem__)
        if slot.term.group is HAN or (slot.term.group is LATIN and not slot.term.pair):
            words += times * slot.term.weight
            tells[likeliest] += times * slot.term.weight * slot.taken[likeliest]
        if len(slot.taken) == 1:
            worths[likeliest] += worth * slot.taken[likeliest]
        else:
            for number, weight in best_of(query, slot).items():
                whole[number] += worth * weight
    for term in worths | tells:
        worth, tell = worths.get(term, 0.0), tells.get(term, 0.0)
        for number, weight, gain in index.places(term):
            whole[number] += worth * weight
            telling[number] += tell * gain
    pairs = zip(telling, index.absent, strict=True)
    likelier = [(each + words * low) / (words + FEW) for each, low in pairs]
    return Sums([each / (reachable or 1) for each in whole], likelier)


def distinct(query: Query) -> Iterable[tuple[Slot, int]]:
    """The slots of a text that differ, and how often each comes."""
    keys = [(slot.term.term, slot.term.weight, slot.term.pair) for slot in query.slots]
    slots, times = dict(zip(keys, query.slots, strict=True)), Counter(keys)
    return ((slot, times[key]) for key, slot in slots.items())


def denied_words(query: Query) -> Iterator[str]:
    """The words that the text denies, without the sign of it."""
    for slot in query.slots:
        if slot.term.term.startswith(DENIED):
            yield slot.term.term.removeprefix(DENIED)


def is_matter(own: Phrasings, word: str) -> bool:
    """Whether a document is about a word that is denied here: many of its phrasings hold it, and
    few deny it too."""
    return own.share(word) >= max(ITS_MATTER, 2 * own.share(DENIED + word))
