"""Points out threats, capitals and insults in what is about to be sent, and offers neutral words.

What is rude stands in the list `tone`; what is offered instead are words of the program.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bfx_help.model import Text
from bfx_help.name_lists import list_of

_CLAUSE = re.compile(r"[^.!?。！？;；\n]+[.!?。！？;；]*\s*")
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’]?[A-Z]+)?(?:[ ,!]+(?:[A-Z]{2,}|I|A)\b){2,}")
_SHOUT = re.compile(r"[!！]{2,}|[?？]{3,}|(?:[!！][?？]|[?？][!！])[!！?？]*")


class Rudeness(StrEnum):
    """The kinds of words that do not help."""

    THREAT = "threat"
    INSULT = "insult"
    CAPITALS = "capitals"
    SHOUTING = "shouting"


REPLACED = (Rudeness.THREAT, Rudeness.INSULT)
"""Kinds for which another sentence is offered; the others are written in a quieter way."""


class Remark(NamedTuple):
    """A passage that does not help, and its kind."""

    kind: Rudeness
    passage: str


@cache
def _pattern(section: str) -> re.Pattern[str]:
    """What a section of the list finds."""
    return re.compile("|".join(list_of("tone", section).splitlines()), re.IGNORECASE)


def remarks(text: str) -> tuple[Remark, ...]:
    """The passages that should be reworded."""
    return tuple(remark for clause in _clauses(text) for remark in _of(clause))


def _clauses(text: str) -> list[str]:
    return [match[0] for match in _CLAUSE.finditer(text)]


def _of(clause: str) -> Iterator[Remark]:
    found = {
        Rudeness.THREAT: _pattern("threat").search(clause),
        Rudeness.INSULT: _insult(clause),
        Rudeness.CAPITALS: _shouted(clause),
        Rudeness.SHOUTING: _SHOUT.search(clause),
    }
    yield from (Remark(kind, match[0].strip()) for kind, match in found.items() if match)


def _insult(clause: str) -> re.Match[str] | None:
    match = _pattern("insult").search(clause)
    if match and _pattern("reported").search(clause):
        return match if _pattern("reader").search(clause[: match.start()]) else None
    return match


def _shouted(clause: str) -> re.Match[str] | None:
    """At least three words in capitals, if one of them is no abbreviation."""
    match = _CAPITALS.search(clause)
    return match if match and not all(map(_is_short, re.findall("[A-Z]{2,}", match[0]))) else None


def _is_short(word: str) -> bool:
    return bool(_pattern("abbreviations").fullmatch(word))


def neutral(text: str, instead: Mapping[Rudeness, Text]) -> str:
    """The text in neutral words: one sentence of `instead` replaces clauses with a threat or an
    insult; capitals become small, and one mark is enough."""
    parts: list[str] = []
    for clause in _clauses(text):
        kinds = {remark.kind for remark in _of(clause)}
        han = re.search(r"[\u4e00-\u9fff]", clause)
        texts = [instead[kind] for kind in REPLACED if kind in kinds]
        sentences = [text.zh if han else f"{text.en} " for text in texts]
        parts += [sentence for sentence in sentences if sentence not in parts]
        if not sentences:
            parts.append(_quiet(clause))
    return "".join(parts).strip()


def _quiet(clause: str) -> str:
    def mark(shouted: re.Match[str]) -> str:
        return shouted[0][0] if shouted[0][0] in "?？" else "。" if "！" in shouted[0] else "."

    lower = _CAPITALS.sub(lambda match: _small(match[0]), clause) if _shouted(clause) else clause
    return _SHOUT.sub(mark, lower)


def _small(text: str) -> str:
    def lower(match: re.Match[str]) -> str:
        return match[0] if _is_short(match[0]) else match[0].lower()

    small = re.sub(r"[A-Z]{2,}|\bA\b", lower, text)
    return small[:1].upper() + small[1:]
