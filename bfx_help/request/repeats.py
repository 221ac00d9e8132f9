"""Finds what two texts of a letter both tell.

A reader in support reads a fact once; stated three times it hides what is new.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bfx_help.search.terms import FUNCTION_WORDS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(f"{month}[a-z]*" for month in _MONTHS)
_DATES = (
    re.compile(r"\b\d{4}-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b"),
    re.compile(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"),
    re.compile(rf"\b(?P<day>\d{{1,2}})\.?\s+(?P<month>{_MONTH})\b\.?(?:\s+\d{{4}}\b)?"),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})\b(?:,?\s+\d{{4}}\b)?"),
)
_GROUPED = re.compile(r"(?<!\d)(\d{1,3})[ \u00a0](?=\d{3}(?!\d))")
"""An amount that is grouped by spaces: `12 000`."""

_ID = re.compile(r"(?<![a-z0-9])(?<!\d[.,])(?=[a-z0-9]*\d)[a-z0-9]{8,}")
_FIGURE = re.compile(r"\d{1,2}:\d{2}|\d(?:[,'’]?\d)*(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{2,}|[\u3400-\u9fff]+")

_QUESTION = re.compile(r"(?:[^.!?。！？]|\.(?=\d))*[?？]+")
_PIECES = re.compile(r"(?<!\d),\s+|[.!?]+(?:\s+|$)|[，。！？；]")

SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；])")

TELLING = 2
"""Words of a topic that a piece of the first words needs to tell something."""

SAME_MATTER = 2
"""Words of a topic that two requests share which ask for the same, and half of those of one."""

STEM = 5
"""Letters of a word that its other forms share: "deposit" and "deposits"."""

LONG_FIGURE = 5
"""Signs from which on a figure of the first words is worth to stand beside an account."""

KNOWN = 0.5
"""The share of its words that stand elsewhere from which on a piece tells nothing new."""


class Substance(NamedTuple):
    """What a text tells: its dates, hours, amounts and ids in one form, and its words."""

    figures: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=2000)
def substance(text: str) -> Substance:
    """The substance of a text. A Chinese run gives each two characters."""
    rest = _GROUPED.sub(r"\1", text.lower())
    figures: set[str] = set()
    for pattern in _DATES:
        for found in pattern.finditer(rest):
            figures.add(f"{_month(found['month'])}-{int(found['day'])}")
        rest = pattern.sub(" ", rest)
    for found in _ID.finditer(rest):
        figures.add(found.group())
    rest = _ID.sub(" ", rest)
    figures.update(_canonical(found.group()) for found in _FIGURE.finditer(rest))
    runs = (found.group() for found in _WORD.finditer(_FIGURE.sub(" ", rest)))
    words = [piece for run in runs for piece in _pieces(run)]
    return Substance(frozenset(figures), frozenset(words))


def _all_of(lines: Iterable[str]) -> Substance:
    """The substance of several lines together."""
    each = [substance(line) for line in lines]
    return Substance(
        frozenset().union(*(line.figures for line in each)),
        frozenset().union(*(line.words for line in each)),
    )


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else _MONTHS.index(name[:3]) + 1


def _canonical(figure: str) -> str:
    """An amount without its grouping and without zeros that say nothing."""
    plain = re.sub("[,'’]", "", figure)
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _pieces(word: str) -> Iterable[str]:
    if not "\u3400" <= word[0] <= "\u9fff":
        return (word,)
    return (word[at : at + 2] for at in range(max(1, len(word) - 1)))


class Pieces(NamedTuple):
    """What of the first words stands in a letter, a line each, and what does not though it says a
    little more than the letter."""

    new: tuple[str, ...]
    left_out: tuple[str, ...]


def new_pieces(words: Iterable[str], said: Iterable[str], *, whole: bool) -> Pieces:
    """Of each line the sentences that name a figure which nothing else names, or that are mostly of
    other words. Without `whole`, beside an account, only the pieces between commas that name an id
    or a long figure of their own."""
    stated = _all_of(said)
    new: list[str] = []
    left_out: list[str] = []
    for line in words:
        asked = [] if whole else _QUESTION.findall(line)
        parts = SENTENCES.split(line) if whole else _PIECES.split(_QUESTION.sub(" ", line))
        pieces = [piece.strip() for piece in parts if piece.strip()]
        fresh = [piece for piece in pieces if _tells(substance(piece), stated, whole=whole)]
        new += [*fresh] if whole else [", ".join(fresh)] if fresh else []
        rest = (piece.strip() for piece in (*pieces, *asked) if piece not in fresh)
        left_out += (piece for piece in rest if _could_be_missed(piece, stated))
    return Pieces(tuple(new), tuple(left_out))


def _could_be_missed(piece: str, stated: Substance) -> bool:
    """Whether a piece says more than what is stated: two words, or one of a question."""
    return len(_content(substance(piece)) - stated.words) >= (1 if piece[-1] in "?？" else TELLING)


def _content(piece: Substance) -> frozenset[str]:
    return piece.words - FUNCTION_WORDS


def _tells(piece: Substance, stated: Substance, *, whole: bool) -> bool:
    figures = piece.figures - stated.figures
    if not whole:
        return any(len(figure) >= LONG_FIGURE and ":" not in figure for figure in figures)
    words = _content(piece)
    known = len(words & stated.words)
    return bool(figures) or (len(words) >= TELLING and known < KNOWN * len(words))


def nearest(line: str, others: Sequence[str]) -> int | None:
    """Which of the other lines speaks of the same as this one; None where none does."""
    words = _content(substance(line))
    shared = [len(words & _content(substance(other))) for other in others]
    most = max(shared, default=0)
    same = most >= SAME_MATTER and most >= KNOWN * len(words)
    return shared.index(most) if same else None


def is_retold(line: str, own: str) -> bool:
    """Whether own words tell what a line says: every figure of it that tells something, and half of
    its words, each by how it begins."""
    ours, theirs = substance(line), substance(own)
    figures = {figure for figure in ours.figures if len(figure) > 1}
    words, begins = _content(ours), {word[:STEM] for word in theirs.words}
    shared = sum(word[:STEM] in begins for word in words)
    return figures <= theirs.figures and shared >= KNOWN * len(words)
