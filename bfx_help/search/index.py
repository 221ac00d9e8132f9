"""The index: for each term the entries that hold it and how much it says of them."""

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from bfx_help.search.terms import (
    LATIN,
    Group,
    Term,
    normalise,
    pieces,
    runs,
    spelling,
    terms,
    terms_of,
)

K1, B = 1.2, 0.6
MOST = K1 + 1  # no term weighs more in an entry, before its rarity
TITLE = 4  # the question itself counts as much as this many phrasings
# Entries a term is looked up in. Where it is in more, those it says most of: the cost of a query
# is bounded so. Eight hundred entries and fewer hardly notice.
LONGEST_LIST = 256
# How far rarity counts: the rarest words of many phrasings are in an entry by chance, such as what
# the money was for. 0.25 to 0.5 did equally well, 1.0 found 2 of 100 fewer.
DAMPED = 0.35
DOUBT = 1  # unfamiliar words that stand in every text's way
HALF_SURE = 2  # phrasings that hold a term of nothing but chance
TOP = 3  # phrasings of a document that count, the closest
# The threshold, as a share of what the phrasings of the FAQ reach, and the least it may be.
# Measured: 0.65 leaves 4 of 100 questions unanswered and a tenth of foreign ones answered.
STRICT, LENIENT = 0.65, 0.09
ENOUGH = 20  # phrasings of an entry, both languages together, that make an FAQ worth trusting


class Document(NamedTuple):
    """What can be found: how people ask for it, its title, which counts as much as several of
    these, phrasings that sound like it and are something else, and what the answer says. One
    without a topic is a matter that is answered elsewhere."""

    id: str
    topic: str | None
    phrasings: tuple[str, ...]
    title: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


class Posting(NamedTuple):
    """Where a term occurs: in how many entries, how surely in what the desk can answer, and in
    which, with its weight in each and the number of phrasings there that hold it."""

    frequency: int
    familiar: float
    entries: "array[int]"  # quoted: an array has no parameters before Python 3.12
    weights: "array[float]"
    holders: "array[int]"


Place = tuple[int, float, int]
"""The number of an entry, the weight of a term in it, and its phrasings that hold the term."""


class Phrase(NamedTuple):
    """One way to ask: its words, and the length of their vector."""

    words: frozenset[str]
    length: float


class Record(NamedTuple):
    """What is kept of a document: which it is, and its phrasings to compare with."""

    id: str
    topic: str | None
    phrases: tuple[Phrase, ...]
    against: tuple[Phrase, ...] = ()


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
        parts = slice(None, self.own), slice(self.own, None)
        own, others = (_highest(sums[part], self.lengths[part]) for part in parts)
        return own, others

    def share(self, term: str) -> float:
        """How many of the document's own phrasings hold a word, 0 to 1."""
        return sum(at < self.own for at in self.holders.get(term, ())) / (self.own or 1)


def _highest(sums: list[float], lengths: Sequence[float]) -> list[float]:
    """The highest likenesses that are not 0."""
    each = [like / length for like, length in zip(sums, lengths, strict=True) if like]
    return sorted(each, reverse=True)[:TOP]


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


class BuiltIndex(NamedTuple):
    """What an index holds, before it is stored."""

    terms: Mapping[str, Posting]
    pieces: Mapping[str, list[str]]
    entries: tuple[Record, ...]
    threshold: float
    sizes: "array[int]"


@lru_cache(4096)
def rarity(frequency: int, size: int) -> float:
    """How much a term says that is in so many of the entries; an unknown one is in none."""
    return math.pow(math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)), DAMPED)


def familiar(own: int, every: int) -> float:
    """How surely a term belongs to what the FAQ speaks of: by the phrasings that hold it, those of
    the FAQ and all with those of what is answered elsewhere."""
    return own / (every + HALF_SURE)


def familiarity(terms: Iterable[float]) -> float:
    """How far a text speaks of it, by its terms: it takes a few to be sure."""
    each = list(terms)
    return sum(each) / (len(each) + DOUBT)


class Counted(NamedTuple):
    """The terms of a document, by group with how often, by phrasing with their weight, and with
    the number of phrasings that hold each word."""

    groups: tuple[Counter[str], ...]
    holders: Counter[str]
    phrases: list[dict[str, float]]
    against: list[dict[str, float]]
    words: set[str]


def counted(document: Document, latin_pieces: bool) -> Counted:
    """The terms of a document in all languages; one that repeats the other counts once."""
    against = [weights_of(terms(normalise(text), words_only=True)) for text in document.against]
    said: tuple[list[str], ...] = tuple([] for _ in Group)  # counted at once, which is quicker
    found_runs: list[tuple[str, bool]] = []
    phrases: list[dict[str, float]] = []
    latin: set[str] = set()

    def count(text: str, times: int) -> list[Term]:
        text_runs = list(runs(text))
        each = list(terms_of(text_runs, words_only=True))
        for term in each * times:
            said[term.group].append(term.term)
        for run in text_runs * times:
            if not run.denied and (run.chinese or latin_pieces):
                found_runs.append((run.text, run.chinese))
        return each

    titles = dict.fromkeys(map(normalise, document.title), TITLE)
    for text, times in (dict.fromkeys(map(normalise, document.phrasings), 1) | titles).items():
        each = count(text, times)
        phrases.append(weights_of(each))
        words = (term for term in each if term.group is LATIN and not term.pair)
        latin.update(text[word.start : word.end] for word in words)
    for text in document.says:
        count(normalise(text), 1)
    for word, chinese in found_runs:
        said[Group.HAN_PIECES if chinese else Group.LATIN_PIECES].extend(pieces(word, chinese))
    groups = tuple(map(Counter, said))
    return Counted(groups, Counter(chain.from_iterable(phrases)), phrases, against, latin)


def weights_of(words: Iterable[Term]) -> dict[str, float]:
    """The words of a phrasing, with what each counts."""
    return {term.term: term.weight for term in words}


def build(documents: Iterable[Document], *, latin_pieces: bool = True) -> BuiltIndex:
    """The index of these documents, whichever languages they are in; without the pieces of Latin
    words it is for `compare` alone, which looks no piece of a word up but how it sounds."""
    documents = sorted(documents, key=lambda entry: entry.topic is None)
    names = [(entry.id, entry.topic) for entry in documents]
    each = [counted(entry, latin_pieces) for entry in documents]
    own = each[: sum(entry.topic is not None for entry in documents)]
    postings = dict(placed(each, len(own)))
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set().union(*(entry.words for entry in each))):
        for piece in spelling(word):
            pieces[piece].append(word)
    rare = {term: rarity(found.frequency, len(each)) for term, found in postings.items()}
    records = tuple(
        Record(*name, tuple(measured(entry.phrases, rare)), tuple(measured(entry.against, rare)))
        for name, entry in zip(names, each, strict=True)
    )
    sizes = array("H", (len(entry.phrases) for entry in each))
    return BuiltIndex(postings, dict(pieces), records, threshold(own, postings), sizes)


def placed(each: list[Counted], own: int) -> Iterator[tuple[str, Posting]]:
    """Where each term occurs, a piece once for each document; the first ones are the desk's own."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for group in Group:
        for number, weights in enumerate(weighed([entry.groups[group] for entry in each])):
            holders = each[number].holders if group.words else dict.fromkeys(weights, 1)
            for term, weight in weights.items():
                places[term].append((number, weight, holders.get(term, 0)))
    for term, found in places.items():
        yield term, posting(found, own)


def threshold(each: list[Counted], postings: Mapping[str, Posting]) -> float:
    """The threshold that suits this FAQ: how familiar its own phrasings are to its other entries.

    One with few phrasings does not know the words of its readers, so it must not be strict."""
    own: Counter[str] = Counter()
    for entry in each:
        own.update(entry.holders)
    all_holders = {term: sum(postings[term].holders) for term in own}

    def to_others(entry: Counted, term: str) -> float:
        held = entry.holders[term]
        return familiar(own[term] - held, all_holders[term] - held)

    every = [
        familiarity(to_others(entry, term) for term, weight in phrase.items() if weight == 1.0)
        for entry in each
        for phrase in entry.phrases
    ]
    rich = len(every) / (ENOUGH * len(each) or 1)
    return max(LENIENT, STRICT * min(1.0, rich) * sum(every) / (len(every) or 1))


def weighed(counts: list[Counter[str]]) -> Iterator[dict[str, float]]:
    """For each entry the BM25 weights of its terms, without their rarity."""
    lengths = [count.total() for count in counts]
    mean = sum(lengths) / (sum(map(bool, lengths)) or 1)
    for count, length in zip(counts, lengths, strict=True):
        damp = K1 * (1 - B + B * length / mean) if mean else K1
        weight = {times: MOST * times / (times + damp) for times in set(count.values())}
        yield {term: weight[times] for term, times in count.items()}


def posting(places: list[Place], own: int) -> Posting:
    """The posting of a term from its places in the order of the entries, the first ones own."""
    numbers, weights, held = zip(*places, strict=True)
    known = familiar(sum(held[: bisect_left(numbers, own)]), sum(held))
    frequency = len(places)
    if frequency > LONGEST_LIST:
        best = sorted(places, key=lambda place: (-place[1], place[0]))
        numbers, weights, held = zip(*sorted(best[:LONGEST_LIST]), strict=True)
    return Posting(frequency, known, array("H", numbers), array("f", weights), array("H", held))


def measured(phrases: list[dict[str, float]], rare: Mapping[str, float]) -> Iterator[Phrase]:
    """The phrasings of an entry, with the length of each."""
    for words in phrases:
        squares = sum((weight * rare.get(term, 1.0)) ** 2 for term, weight in words.items())
        yield Phrase(frozenset(words), round(math.sqrt(squares), 4))
