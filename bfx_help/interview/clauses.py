"""The clauses of a text: what each says happened, denies, reports of others, or only supposes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bfx_help.interview.lexicon import Lexicon, Tag, tags_of, within
from bfx_help.search.terms import DENIED, FUNCTION_WORDS, is_chinese, normalise, runs

LONGEST = 5000  # characters of a text that are read
REACH = 6  # English words that a denial reaches
SIGNS = 8  # Chinese characters that it reaches
SHORT = 2  # words or characters beside "that is not true" that make it speak of what stood before

_SPLIT = (
    r"[!?;，。！？；、\n]+|\.+(?=\s|$)|,(?!\d)|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])"
    r"|\s[-–—]+\s|\s+(?=(?:but|however|although|though|whereas|and then)\b)|(?=但是|可是|不过|然而|结果)"
)


class Clause(NamedTuple):
    """A part of a sentence: its place and text, the concepts it asserts and those it denies, and
    how it is meant."""

    start: int
    text: str
    tags: tuple[Tag, ...]
    denials: tuple[tuple[int, int], ...]
    ended: str = ""

    def denies(self, tag: Tag) -> bool:
        """Whether the expression stands in the reach of a denial."""
        return any(start <= tag.start < end for start, end in self.denials)

    @property
    def asserted(self) -> frozenset[str]:
        """The concepts that it speaks of without denying them."""
        return frozenset(tag.concept for tag in self.tags if not self.denies(tag))

    @property
    def denied(self) -> frozenset[str]:
        """The concepts that it denies."""
        return frozenset(tag.concept for tag in self.tags if self.denies(tag))

    def has(self, *concepts: str) -> bool:
        """Whether it asserts one of these concepts."""
        return not self.asserted.isdisjoint(concepts)

    @property
    def doubtful(self) -> bool:
        """Whether it need not have happened: supposed, reported, long past, or somebody else's."""
        return self.has("maybe", "reported", "formerly", "others", "general")

    @property
    def marked(self) -> str:
        """The text with a sign before each word that turns into something else where denied."""
        places = {
            place
            for tag in self.tags
            if tag.concept == "deniable" and self.denies(tag)
            for place in starts(self.text, tag.start - self.start, tag.end - self.start)
        }
        signs = (f" {DENIED}{sign}" if at in places else sign for at, sign in enumerate(self.text))
        return "".join(signs)


def starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words, or runs of Chinese characters, between these places begin."""
    for run in runs(text[start:end]):
        yield start + run.start


def clauses_of(lexicon: Lexicon, text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in their order."""
    plain = normalise(text[:LONGEST]).replace(DENIED, " ")
    tags = tags_of(lexicon, plain)
    found: list[Clause] = []
    for start, end, sign in cut(plain):
        inner = within(tags, start, end)
        clause = Clause(start, plain[start:end], inner, (), sign)
        clause = clause._replace(denials=tuple(denials(clause)))
        if found and speaks_of_before(clause):
            before = found[-1]
            says = [tag.end for tag in before.tags if tag.concept == "reported"]
            whole = (max(says, default=before.start), before.start + len(before.text))
            found[-1] = before._replace(denials=(*before.denials, whole))
        found.append(clause)
    return tuple(found)


def marked(lexicon: Lexicon, text: str) -> str:
    """A phrasing as it is to be indexed: with a sign before the words that it denies."""
    return " ".join(clause.marked for clause in clauses_of(lexicon, text))


def cut(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the clauses stand, and the sign that ends each."""
    start = 0
    for gap in re.finditer(_SPLIT, text):
        if text[start : gap.start()].strip():
            yield start, gap.start(), gap.group().strip()
            start = gap.end()
    if text[start:].strip():
        yield start, len(text), ""


def denials(clause: Clause) -> Iterator[tuple[int, int]]:
    """The places that the clause denies; two denials in a row affirm."""
    idioms = [tag for tag in clause.tags if tag.concept in ("idiom", "double")]
    last = -1
    for tag in clause.tags:
        if tag.concept == "untrue":
            yield clause.start, tag.start
        if tag.concept != "not" or any(one.start <= tag.start < one.end for one in idioms):
            continue
        if tag.start < last:
            last = -1
            continue
        end = reach_of(clause, tag)
        last = next_words(clause, tag.end, 2)
        second = next(
            (one for one in clause.tags if one.concept == "not" and tag.end <= one.start < last),
            None,
        )
        yield tag.end, second.start if second else end


def reach_of(clause: Clause, tag: Tag) -> int:
    """How far a denial reaches: so many words, or up to a word that turns the sentence."""
    end = next_words(clause, tag.end, REACH)
    turns = (one.start for one in clause.tags if one.concept == "turn" and one.start > tag.end)
    return min([end, *turns])


def next_words(clause: Clause, place: int, words: int) -> int:
    """The place so many words after this one; a Chinese character is less than a word."""
    left = words * (SIGNS / REACH)
    offset = place - clause.start
    for run in runs(clause.text[offset:]):
        if run.chinese:
            if len(run.text) >= left:
                return place + run.start + int(left)
            left -= len(run.text)
        else:
            left -= 0 if run.text in FUNCTION_WORDS else SIGNS / REACH
            if left <= 0:
                return place + run.start + len(run.text)
    return clause.start + len(clause.text)


def speaks_of_before(clause: Clause) -> bool:
    """Whether it is only a denial of what was said before: "that is not true"."""
    untrue = [tag for tag in clause.tags if tag.concept == "untrue"]
    if not untrue:
        return False
    before = clause.text[: untrue[0].start - clause.start]
    words = [run for run in runs(before) if run.text not in FUNCTION_WORDS]
    return sum(len(run.text) if is_chinese(run.text[0]) else 1 for run in words) <= SHORT
