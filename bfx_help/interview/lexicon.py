"""The words that carry structure rather than a matter, and where they stand in a text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from bfx_help.model import Concept
from bfx_help.name_lists import pattern_of
from bfx_help.search.terms import DENIED, normalise, runs, stem

GAP = "*"
WHOLE = "whole"  # the concept of longer words, of which parts would mean something else
WORDS_APART = 4  # words that the gap in an English expression may hold
SIGNS_APART = 6  # characters that the gap in a Chinese one may hold
LONGEST_STORY = 5000  # characters of a text that are read
_HEADER = rf"(?m)^[> \t]*(?:{pattern_of('messages', 'heads')})[ \t]*:[^\n]*$"
"""A line at the head of a mail that says nothing of the matter."""
_ONLY_HIDDEN = r"(?:\s*\[hidden: [^\]]*\])+\s*"
"""A text of which nothing is left but what stands for something that was hidden."""


class Tag(NamedTuple):
    """Where an expression of a concept stands in a text."""

    start: int
    end: int
    concept: str


Expression = tuple[Sequence[str], str]
"""The parts of an expression, and its concept."""


class Lexicon(NamedTuple):
    """All expressions by their first word and the second, or by their first Chinese character."""

    latin: Mapping[str, Mapping[str, Sequence[Expression]]]
    chinese: Mapping[str, Sequence[Expression]]


def lexicon(concepts: Iterable[Concept]) -> Lexicon:
    """The lexicon of these concepts, of whichever languages."""
    latin: defaultdict[str, dict[str, list[Expression]]] = defaultdict(dict)
    chinese: defaultdict[str, list[Expression]] = defaultdict(list)
    for concept in concepts:
        for parts in map(_parts_of, concept.words):
            if "".join(parts).isascii():
                second = parts[1] if parts[1:] else ""
                latin[parts[0]].setdefault(second, []).append((parts, concept.id))
            else:
                chinese[parts[0][0]].append((parts, concept.id))
    return Lexicon(dict(latin), dict(chinese))


@lru_cache(20_000)
def _parts_of(expression: str) -> tuple[str, ...]:
    """The parts between gaps; of an English one the stems of its words, with the gaps. Most folders
    take their concepts from the shipped one, whose expressions are taken apart once."""
    text = normalise(expression)
    if text.isascii():
        return tuple(stem(word) for word in spaced(text))
    return tuple(part for part in text.split(GAP) if part)


def spaced(text: str) -> list[str]:
    """The words of an expression, its gaps among them."""
    return [
        word
        for part in text.split()
        for word in ([GAP] if part == GAP else [run.text for run in runs(part)])
    ]


def read(text: str) -> str:
    """A text as it is read: normalised, without the heads of mails and what was hidden."""
    plain = normalise(text[:LONGEST_STORY]).replace(DENIED, " ")
    plain = re.sub(_HEADER, lambda found: " " * len(found[0]), plain)
    return "" if re.fullmatch(_ONLY_HIDDEN, plain) else plain


def tags_of(lexicon: Lexicon, text: str) -> tuple[Tag, ...]:
    """The expressions in a text, in order; of overlapping ones of one concept the longest."""
    found = sorted((*latin_tags(lexicon, text), *chinese_tags(lexicon, text)), key=by_concept)
    longest = (tag for _, group in groupby(found, lambda tag: tag.concept) for tag in apart(group))
    tags = sorted(longest)
    wholes = [tag for tag in tags if tag.concept == WHOLE]
    return tuple(tag for tag in tags if not any(swallows(whole, tag) for whole in wholes))


def swallows(whole: Tag, tag: Tag) -> bool:
    """Whether an expression ends inside a longer word of another meaning; it may deny anyway."""
    return whole.start < tag.end <= whole.end and tag.concept not in (WHOLE, "not")


def by_concept(tag: Tag) -> tuple[str, int, int]:
    """Tags of one concept in their order, the longer of two first."""
    return tag.concept, tag.start, -tag.end


def apart(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Of tags in their order those that overlap none before them."""
    end = -1
    for tag in tags:
        if tag.start >= end:
            end = tag.end
            yield tag


def latin_tags(lexicon: Lexicon, text: str) -> Iterator[Tag]:
    """The expressions in Latin letters."""
    words = [run for run in runs(text) if not run.chinese]
    stems = [stem(word.text) for word in words]
    for at, first in enumerate(stems):
        known = lexicon.latin.get(first)
        if not known:
            continue
        for second in {"", GAP, *stems[at + 1 : at + 2]} & known.keys():
            for parts, concept in known[second]:
                last = last_word(stems, at, parts)
                if last is not None:
                    end = words[last].start + len(words[last].text)
                    yield Tag(words[at].start, end, concept)


def last_word(stems: list[str], at: int, parts: Sequence[str]) -> int | None:
    """The place of the last word of an expression that begins here; `None` if not all is there."""
    gap = False
    for part in parts:
        if part == GAP:
            gap = True
            continue
        try:
            place = stems.index(part, at, at + (WORDS_APART + 1 if gap else 1))
        except ValueError:
            return None
        at, gap = place + 1, False
    return at - 1


def chinese_tags(lexicon: Lexicon, text: str) -> Iterator[Tag]:
    """The expressions that hold Chinese characters."""
    for at, sign in enumerate(text):
        known = lexicon.chinese.get(sign)
        if not known or (at and sign.isascii() and inside_word(text[at - 1], sign)):
            continue
        for parts, concept in known:
            if text.startswith(parts[0], at):
                end = end_of(text, at, parts)
                if end is not None:
                    yield Tag(at, end, concept)


def inside_word(before: str, sign: str) -> bool:
    """Whether a Latin letter goes on with a word, or a digit with a number."""
    letters = before.isalpha() and sign.isalpha()
    return before.isascii() and (letters or (before.isdigit() and sign.isdigit()))


def end_of(text: str, at: int, parts: Sequence[str]) -> int | None:
    """Where an expression ends whose first part stands here; `None` where it is not all there."""
    end = at + len(parts[0])
    for part in parts[1:]:
        place = text.find(part, end, end + SIGNS_APART + len(part))
        if place < 0:
            return None
        end = place + len(part)
    return end


def within(tags: tuple[Tag, ...], start: int, end: int) -> tuple[Tag, ...]:
    """The tags that begin inside these places."""
    first = bisect_left(tags, (start, 0, ""))
    return tags[first : bisect_left(tags, (end, 0, ""))]
