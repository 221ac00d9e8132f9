"""Finds what the first words ask of support beyond what everybody in that situation asks."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bfx_help.model import Situation
from bfx_help.name_lists import pattern_of
from bfx_help.search.terms import (
    FUNCTION,
    FUNCTION_CHARACTERS,
    is_chinese,
    normalise,
    terms,
)

LENGTH = 160
"""Characters of a question; a longer one stays in the account."""

WORDS = 3
"""Words that carry a topic, or pairs of Chinese characters, that a question needs to be one of its
own: "can anybody help me?" is none."""

COVERED = 0.5
"""The share in one phrasing from which on the question is the situation itself."""

_ASKS = re.compile(pattern_of("messages", "asks"), re.I)
"""A question alone; behind a statement it is no request as it stands."""

_TAG = re.compile(pattern_of("messages", "tags"), re.I)
"""What makes a statement a question for the form."""

_ORDERED = re.compile(
    r"(?:please |pls |plz )?(?:check|tell me|say|confirm)[ ,]+"
    r"(?=(?:did|do|does|is|are|was|were|has|have)\b)",
    re.IGNORECASE,
)
"""What stands before a question as an order without "if": the question stands without it."""

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")


def own_questions(words: str, situation: Situation) -> tuple[str, ...]:
    """The questions in what was typed that ask more than the phrasings of the situation do."""
    sentences = (found.group().strip() for found in _SENTENCE.finditer(words))
    asked = [
        sentence
        for sentence in sentences
        if sentence.endswith(("?", "？"))
        and _ASKS.match(sentence)
        and not _TAG.search(sentence)
        and len(sentence) <= LENGTH
    ]
    if not asked:  # as nearly always: the phrasings need not be read
        return ()
    usual = [frozenset(_content_words(phrase)) for phrase in chain(*situation.phrasings)]
    return tuple(_ORDERED.sub("", sentence) for sentence in asked if _is_own(sentence, usual))


def _is_own(sentence: str, usual: Iterable[frozenset[str]]) -> bool:
    asked = frozenset(_content_words(sentence))
    covered = max((len(asked & phrase) for phrase in usual), default=0)
    return len(asked) >= WORDS and covered < COVERED * len(asked)


def _content_words(text: str) -> Iterator[str]:
    """The words that carry a topic; of Chinese each two characters."""
    for term in terms(normalise(text), words_only=True):
        if not is_chinese(term.term[0]):
            if not term.pair and term.weight > FUNCTION:
                yield term.term
        elif len(term.term) == 2 and not set(term.term) & set(FUNCTION_CHARACTERS):
            yield term.term
