"""Ranking: which entries a query leads to, how well each fits, and by which words."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bfx_help.search.index import MOST, Record, familiarity, rarity
from bfx_help.search.query import Query, Slot, read
from bfx_help.search.sqlite_index import Index
from bfx_help.search.terms import FUNCTION_CHARACTERS, WORDS, Group

NEAR = 3  # entries that are named where none is good enough
CANDIDATES = 12  # entries whose phrasings are compared one by one
PIECES = (0.8, 1.0)  # what pieces count beside words: in an English query, in a Chinese one
PHRASE = (0.5, 0.4)  # and what the closest phrasing counts
UNKNOWN = (1.0, 0.5, 0.5, 0.5)  # what an unknown term counts of its rarity, by group
FAMILIAR = 0.5  # what the query's being about the FAQ's matters counts in the score
BY_CHANCE = 0.1  # how well nearly any query fits something that is answered elsewhere
ASIDE = " " + FUNCTION_CHARACTERS
CHANNELS = ((Group.LATIN_WORDS, Group.HAN_WORDS), (Group.LATIN_PIECES, Group.HAN_PIECES))


class Hit(NamedTuple):
    """An entry that was found: how well it fits (0 to 1), and the query's words that led there."""

    id: str
    score: float
    matched: tuple[str, ...]


class Found(NamedTuple):
    """An entry on the way to being a hit."""

    fit: float
    number: int
    record: Record


class Ranking(NamedTuple):
    """What a query leads to, best first: the entries that fit it; where none does, those that come
    nearest; and the matter it is about, where one that is answered elsewhere comes nearer."""

    hits: tuple[Hit, ...]
    near: tuple[Hit, ...] = ()
    elsewhere: str | None = None


def search(index: Index, query: str, limit: int = 5) -> Ranking:
    """The entries that fit the query; none where not even the best is good enough, or where the
    query fits almost as well to what is answered elsewhere."""
    asked = read(index, query)
    best = ranked(index, asked)
    entries = [entry for entry in best if entry.record.topic is not None]
    others = [entry for entry in best if entry.record.topic is None]
    known = familiarity_of(asked)
    against = (1 - FAMILIAR) * max(0.0, others[0].fit - BY_CHANCE) if others else 0.0
    sure = bool(entries) and score_of(entries[0], known) - against >= index.threshold
    hits = tuple(
        Hit(entry.record.id, round(score_of(entry, known), 3), matched(asked, entry.number))
        for entry in entries[: limit if sure else NEAR]
    )
    matter = others[0] if others and others[0] is best[0] and others[0].fit > BY_CHANCE else None
    elsewhere = matter.record.id if matter else None
    return Ranking(hits, (), elsewhere) if sure else Ranking((), hits, elsewhere)


def score_of(found: Found, known: float) -> float:
    """How well an entry fits a query that speaks so far of the FAQ's matters: an exact question is
    an answer, however little the FAQ speaks of it otherwise."""
    return 1.0 if found.fit == 1.0 else (1 - FAMILIAR) * found.fit + FAMILIAR * known


def ranked(index: Index, query: Query) -> list[Found]:
    """The likeliest entries, best first: by words, by pieces, and by the closest phrasing.

    Each is divided by the most it could be for this query, unknown words included."""
    pieces, phrase = (
        english + (chinese - english) * query.chinese for english, chinese in (PIECES, PHRASE)
    )
    fits = [0.0] * index.size
    whole = phrase
    for groups, part in zip(CHANNELS, (1.0, pieces), strict=True):
        reachable, scores = scored(index.size, query, groups)
        if reachable:
            whole += part
            fits = [fit + part * score / reachable for fit, score in zip(fits, scores, strict=True)]
    some = (number for number, fit in enumerate(fits) if fit)
    likely = sorted(some, key=fits.__getitem__, reverse=True)[:CANDIDATES]
    records = index.records(likely)
    vector = vector_of(index.size, query)
    found = []
    for number in likely:
        close = max(index.phrasings(number).closest(vector)[0], default=0.0)
        fit = 1.0 if close > 0.999 else (fits[number] + phrase * close) / whole
        found.append(Found(fit, number, records[number]))
    # Of two entries that hold the very question, the one that says more of it comes first.
    return sorted(found, key=lambda entry: (-entry.fit, -fits[entry.number], entry.number))


def scored(size: int, query: Query, groups: Iterable[Group]) -> tuple[float, list[float]]:
    """The most that these groups of terms can give, and what they give each entry."""
    reachable = 0.0
    scores = [0.0] * size
    worths: defaultdict[str, float] = defaultdict(float)
    for slot in query.slots:
        if slot.term.group not in groups:
            continue
        worth = worth_of(size, query, slot)
        reachable += MOST * worth
        if len(slot.taken) == 1:  # words come again: each list is gone through once
            ((term, surely),) = slot.taken.items()
            worths[term] += worth * surely
            continue
        for number, weight in best_of(query, slot).items():
            scores[number] += worth * weight
    for term, worth in worths.items():
        posting = query.postings[term]
        for number, weight in zip(posting.entries, posting.weights, strict=True):
            scores[number] += worth * weight
    return reachable, scores


def best_of(query: Query, slot: Slot) -> Mapping[int, float]:
    """The entries that hold what a slot is taken for, with the weight of what says most there."""
    best: dict[int, float] = {}
    for term, surely in slot.taken.items():
        posting = query.postings[term]
        for number, weight in zip(posting.entries, posting.weights, strict=True):
            best[number] = max(best.get(number, 0.0), surely * weight)
    return best


def worth_of(size: int, query: Query, slot: Slot) -> float:
    """What a slot counts: by the rarity of all it is taken for together, lest a rare word that
    looks alike beats the common one that was meant."""
    if not slot.taken:
        unknown = 0.0 if slot.term.pair else UNKNOWN[slot.term.group]
        return slot.term.weight * unknown * rarity(0, size)
    if len(slot.taken) == 1:
        (term,) = slot.taken
        return slot.term.weight * rarity(query.postings[term].frequency, size)
    frequency = sum(query.postings[term].frequency for term in slot.taken)
    return slot.term.weight * rarity(min(frequency, size), size)


def vector_of(size: int, query: Query) -> dict[str, float]:
    """What each term of the index adds to the likeness of a phrasing that holds it."""
    vector: dict[str, float] = {}
    squares = 0.0
    for slot in {slot.term.term: slot for slot in query.slots if slot.term.group in WORDS}.values():
        worth = worth_of(size, query, slot)
        squares += worth**2
        for term, surely in slot.taken.items():
            there = slot.term.weight * rarity(query.postings[term].frequency, size)
            vector[term] = max(vector.get(term, 0.0), surely * worth * there)
    return {term: value / math.sqrt(squares) for term, value in vector.items() if squares}


def familiarity_of(query: Query) -> float:
    """How far the query speaks of what the FAQ speaks of, whichever entry it is.

    This tells questions for somebody else from clumsy ones better than the best fit does."""
    slots = [slot for slot in query.slots if slot.term.group.words and not slot.term.pair]
    if query.spoken:
        # Two syllables typed apart need not be a word: an unknown pair of these says nothing.
        pairs = (slot for slot in query.slots if slot.term.pair and not slot.term.group.words)
        slots += 2 * [slot for slot in pairs if slot.taken or " " not in query.part(slot)]
    return familiarity(
        max((surely * query.postings[term].familiar for term, surely in taken), default=0.0)
        for taken in (slot.taken.items() for slot in slots if slot.term.weight == 1.0)
    )


def matched(query: Query, number: int) -> tuple[str, ...]:
    """The parts of the query that this entry holds, function words left out."""
    parts: list[tuple[int, int]] = []
    for slot in sorted(query.slots, key=lambda slot: slot.term.start):
        if slot.term.weight < 1.0 or slot.term.group is Group.LATIN_PIECES:
            continue
        if not any(number in query.postings[term].entries for term in slot.taken):
            continue
        start, end = slot.term.start, slot.term.end
        if parts and start < parts[-1][1]:
            start, end = parts[-1][0], max(end, parts.pop()[1])
        parts.append((start, end))
    words = (query.text[start:end].strip(ASIDE) for start, end in parts)
    return tuple(dict.fromkeys(word for word in words if word))
