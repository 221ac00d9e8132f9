"""Reading a query: its terms, and what an unknown word is taken for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bfx_help.search import chinese
from bfx_help.search.index import Posting
from bfx_help.search.sqlite_index import Index
from bfx_help.search.terms import (
    DENIED,
    FUNCTION,
    FUNCTION_SYLLABLES,
    LATIN,
    LONGEST_WORD,
    Term,
    latin_terms,
    normalise,
    runs,
    sounds,
    spelling,
    stem,
    terms,
)

LONGEST_QUERY = 400
READS_AS_PINYIN = 0.8  # of the unknown Latin letters
LIKENESS = 0.76  # one wrong letter of four is another word, one of five a slip
SAME_LETTERS = 0.1  # swapped letters are a slip oftener than other ones are
NEARLY = 0.1  # words this much less alike than the best are taken too
SPLIT = 0.9
COMPARED = 100  # words of the index that share most pieces with an unknown one
SHORTEST = 3  # letters of a word that is taken for another


class Slot(NamedTuple):
    """A term of the query, and the terms of the index it is taken for, each with how surely."""

    term: Term
    taken: Mapping[str, float]


class Query(NamedTuple):
    """A query that was read: its slots, and where their terms occur."""

    text: str
    slots: tuple[Slot, ...]
    postings: Mapping[str, Posting]
    spoken: bool  # typed in pinyin, at least in part

    @property
    def chinese(self) -> float:
        """How Chinese it is, 0 to 1."""
        return 1.0 if self.spoken else share_of_chinese(self.text)

    def part(self, slot: Slot) -> str:
        """The text that a slot stands for."""
        return self.text[slot.term.start : slot.term.end]


def read(
    index: Index, text: str, longest: int = LONGEST_QUERY, *, words_only: bool = False
) -> Query:
    """The query, whatever was typed; of a very long one only the beginning, and on demand without
    the pieces of its words."""
    text = normalise(text[:longest])[:longest]
    found = list(terms(text, words_only=words_only))
    postings = index.postings({term.term for term in found})
    words = [term for term in found if term.group is LATIN and not term.pair]
    unknown = [
        word for word in words if word.term not in postings and not word.term.startswith(DENIED)
    ]
    spoken = pinyin(text, words, unknown)
    if spoken:
        gone = {word.start for word in words if chinese.cut(text[word.start : word.end])}
        found = [*spoken, *(term for term in found if term.start not in gone)]
        postings |= index.postings({term.term for term in spoken} - postings.keys())
    strange = {term.start: term for term in unknown}
    slots: list[Slot] = []
    for term in found:
        if term.term in postings:
            slots.append(Slot(term, {term.term: 1.0}))
        elif strange.get(term.start) != term:
            slots.append(Slot(term, {}))
        else:
            for part, taken in guessed(index, text, term):
                postings |= index.postings(taken.keys() - postings.keys())
                known = {name: surely for name, surely in taken.items() if name in postings}
                slots.append(Slot(part, known))
    return Query(text, tuple(slots), postings, bool(spoken))


def share_of_chinese(text: str) -> float:
    """How much of the text is Chinese, a word being as long as two characters."""
    han = latin = 0
    for run in runs(text):
        if run.chinese:
            han += len(run.text)
        else:
            latin += 2
    return han / ((han + latin) or 1)


def pinyin(text: str, words: Iterable[Term], unknown: Iterable[Term]) -> list[Term]:
    """The terms of pinyin typed in Latin letters; none where the unknown words do not read so."""
    letters = readable = 0
    for word in unknown:
        letters += word.end - word.start
        readable += (word.end - word.start) if chinese.cut(text[word.start : word.end]) else 0
    if not readable or readable < READS_AS_PINYIN * letters:
        return []
    syllables, places = [], [0]
    for word in words:
        place = word.start
        for syllable in chinese.cut(text[word.start : word.end]):
            syllables.append((syllable,))
            places[-1] = place
            place += len(syllable)
            places.append(place)
    weights = [FUNCTION if way in FUNCTION_SYLLABLES else 1.0 for (way,) in syllables]
    return list(sounds(syllables, weights, places))


def guessed(index: Index, text: str, term: Term) -> list[Slot]:
    """An unknown word as the words it is made of, or as those it looks like."""
    word = text[term.start : term.end]
    if not SHORTEST <= len(word) <= LONGEST_WORD:
        return [Slot(term, {})]
    if word not in index.alike:
        index.alike[word] = near(index, word)
    like = index.alike[word]
    if not like and (parts := split(index, word)):
        slots, place = [], term.start
        for part in parts:
            first = next(latin_terms(part, place))
            slots.append(Slot(first, {first.term: SPLIT}))
            place = first.end
        return slots
    return [Slot(term, like)]


def near(index: Index, word: str) -> dict[str, float]:
    """The words of the index, as stems, that this one may be a slip of, with their likeness."""
    from rapidfuzz.distance import OSA  # 12 ms that only a query with unknown words pays

    shared = Counter(other for words in index.spelled(spelling(word)) for other in words)
    likeness: dict[str, float] = {}
    for other, _ in shared.most_common(COMPARED):
        like = OSA.normalized_similarity(word, other)
        like += SAME_LETTERS if sorted(other) == sorted(word) else 0
        if like >= LIKENESS:
            likeness[stem(other)] = max(likeness.get(stem(other), 0), min(like, 1.0))
    best = max(likeness.values(), default=0)
    return {other: like for other, like in likeness.items() if like > best - NEARLY}


def split(index: Index, word: str) -> list[str]:
    """The word as known words written without spaces, as few as possible; else nothing."""
    spans = [(at, end) for end in range(2, len(word) + 1) for at in range(end - 1)]
    known = index.postings({stem(word[at:end]) for at, end in spans})
    best: dict[int, list[str]] = {0: []}
    for at, end in sorted(spans, key=lambda span: (span[1], span[0])):
        part = word[at:end]
        if at in best and (part.isdigit() or stem(part) in known):
            way = [*best[at], part]
            if end not in best or len(way) < len(best[end]):
                best[end] = way
    return best.get(len(word), [])
