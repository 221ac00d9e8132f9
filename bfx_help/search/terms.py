"""What is compared: the words and pieces of a text, in Latin letters and in Chinese."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from bfx_help.name_lists import list_of, words_of
from bfx_help.search import chinese

WORD = re.compile(r"[^\W_]+")
DENIED = "¬"  # a sign before a word that is denied where it stands: it is a term of its own then
APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
ENDING = re.compile(r"(?<=...)(?:ations?|ions?|ings?|ed|ers?|als?|ments?|ly|es|s|e)$")
LONGEST_WORD = 40

PAIR = 0.3
FUNCTION = 0.35  # words that carry grammar rather than a topic; 0.2 to 0.5 did equally well
FUNCTION_WORDS = words_of("function_words", "english")
FUNCTION_CHARACTERS = list_of("function_words", "chinese")
FUNCTION_SYLLABLES = words_of("function_words", "pinyin")


class Group(IntEnum):
    """What terms are weighed together: words or pieces, of one script."""

    LATIN_WORDS = 0
    HAN_WORDS = 1
    LATIN_PIECES = 2
    HAN_PIECES = 3

    @property
    def words(self) -> bool:
        """Whether these are words; else they are pieces."""
        return self in WORDS


LATIN, HAN = WORDS = Group.LATIN_WORDS, Group.HAN_WORDS  # looking a name up in an enum takes long


class Term(NamedTuple):
    """A term of a text: where it stands there, and how much it counts in its group."""

    term: str
    group: Group
    weight: float
    start: int
    end: int
    pair: bool = False  # two words, or two syllables, as one


class Run(NamedTuple):
    """Characters of a text that belong together: Chinese ones, or a word of any other script."""

    text: str
    start: int
    chinese: bool
    denied: bool = False


def normalise(text: str) -> str:
    """Lower case, simplified, half width, without accents; broken characters are left alone."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("ü", "v").replace("Ü", "v")
        parts = unicodedata.normalize("NFD", text)
        if any(map(unicodedata.combining, parts)):
            text = "".join(char for char in parts if not unicodedata.combining(char))
        text = chinese.simplify(text)
    return APOSTROPHE.sub("", text.lower())


@lru_cache(8192)
def is_chinese(char: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def runs(text: str) -> Iterator[Run]:
    """The words of a text, cut where the script changes. (One pattern with the ranges of Chinese
    in it takes longer to compile than a search takes.)"""
    if text.isascii():
        for word in WORD.finditer(text):
            yield Run(word[0], word.start(), False)
        return
    for place in WORD.finditer(text):
        whole, start = place[0], place.start()
        denied = start > 0 and text[start - 1] == DENIED
        if whole.isascii():
            yield Run(whole, start, False, denied)
            continue
        for chinese_run, chars in groupby(whole, is_chinese):
            run = "".join(chars)
            yield Run(run, start, chinese_run, denied)
            start += len(run)


@lru_cache(8192)
def stem(word: str) -> str:
    """The word without its commonest English endings: confirm for confirmation and confirmed."""
    if len(word) <= 3 or not word.isascii() or word.endswith(("ss", "us", "is")):
        return word
    short = ENDING.sub("", word)
    if len(short) > 3 and short[-1] == short[-2] and short[-1] not in "les":
        short = short[:-1]
    if len(short) > 3 and short.endswith("y"):
        short = short[:-1] + "i"
    return short.removesuffix("e") if len(short) > 4 else short


def grams(word: str, size: int) -> list[str]:
    """The pieces of a word whose ends are marked."""
    marked = f"^{word}$"
    return [marked[at : at + size] for at in range(max(1, len(marked) - size + 1))]


def spelling(word: str) -> list[str]:
    """What a word has in common with its misspellings: pieces, and its letters in order."""
    return list(dict.fromkeys([*grams(word, 3), "".join(sorted(word))]))


def terms(text: str, *, words_only: bool = False) -> Iterator[Term]:
    """The terms of a normalised text, on demand without the pieces of its words."""
    return terms_of(runs(text), words_only=words_only)


def terms_of(text: Iterable[Run], *, words_only: bool = False) -> Iterator[Term]:
    """The terms of the words of a text."""
    before: Term | None = None
    for run in text:
        if run.denied:
            yield from denied_terms(run)
            before = None
            continue
        if run.chinese:
            found = han_words(run.text, run.start) if words_only else han_terms(run.text, run.start)
            yield from found
            before = None
            continue
        word = latin_word(run.text, run.start)
        yield word
        if not words_only:
            yield from latin_pieces(word, run.text)
        if before:
            # Without a space, so that "log in" and "e-mail" find "login" and "email".
            weight = PAIR * max(before.weight, word.weight)
            joined = before.term + word.term
            yield Term(joined, LATIN, weight, before.start, word.end, pair=True)
        before = word


def denied_terms(run: Run) -> Iterator[Term]:
    """The terms of words that are denied: none of them is the word itself."""
    found = han_terms(run.text, run.start) if run.chinese else latin_terms(run.text, run.start)
    for term in found:
        if term.group in WORDS:
            yield term._replace(term=DENIED + term.term)


def latin_terms(word: str, at: int) -> Iterator[Term]:
    """The terms of a word: its stem, and the pieces of it."""
    first = latin_word(word, at)
    yield first
    yield from latin_pieces(first, word)


def latin_word(word: str, at: int) -> Term:
    """The term that is the stem of a word."""
    weight = FUNCTION if word in FUNCTION_WORDS else 1.0
    return Term(stem(word[:LONGEST_WORD]), LATIN, weight, at, at + len(word))


def latin_pieces(term: Term, word: str) -> Iterator[Term]:
    """The pieces of a word, of which the term is known."""
    for piece in parts(word[:LONGEST_WORD])[1:]:
        yield Term(piece, Group.LATIN_PIECES, term.weight, term.start, term.end)


@lru_cache(8192)
def parts(word: str) -> tuple[str, ...]:
    """The stem of a word, and its pieces."""
    return stem(word), *("~" + gram for size in (3, 4) for gram in grams(word, size))


@lru_cache(8192)
def pieces(run: str, is_han: bool) -> tuple[str, ...]:
    """What `terms` finds in a run beside its words, each as often as it is there."""
    if is_han:
        read = [chinese.readings(char) for char in run]
        return tuple(term.term for term in sounds(read, han_weights(run), range(len(run) + 1)))
    return parts(run[:LONGEST_WORD])[1:]


def han_terms(run: str, at: int) -> Iterator[Term]:
    """The terms of Chinese characters: each, each two, and both as they sound."""
    yield from han_words(run, at)
    places = range(at, at + len(run) + 1)
    yield from sounds([chinese.readings(char) for char in run], han_weights(run), places)


def han_words(run: str, at: int) -> Iterator[Term]:
    """The terms of Chinese characters as they are written: each, and each two."""
    weights = han_weights(run)
    for place, char in enumerate(run):
        yield Term(char, HAN, weights[place], at + place, at + place + 1)
        if place:
            weight = max(weights[place - 1 : place + 1])
            both = run[place - 1 : place + 1]
            yield Term(both, HAN, weight, at + place - 1, at + place + 1)


def han_weights(run: str) -> list[float]:
    """What each of these Chinese characters counts."""
    return [FUNCTION if char in FUNCTION_CHARACTERS else 1.0 for char in run]


def sounds(
    read: Sequence[tuple[str, ...]], weights: Sequence[float], places: Sequence[int]
) -> Iterator[Term]:
    """The terms of syllables, each with its possible readings, between these places."""
    for at, ways in enumerate(read):
        for way in ways:
            yield Term("'" + way, Group.HAN_PIECES, weights[at], places[at], places[at + 1])
    for at, (lefts, rights) in enumerate(pairwise(read)):
        weight = max(weights[at : at + 2])
        for both in (f"'{left}'{right}" for left in lefts for right in rights):
            yield Term(both, Group.HAN_PIECES, weight, places[at], places[at + 2], pair=True)
