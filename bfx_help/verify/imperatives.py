"""Says whether a verb asks something of the reader, by its form and by what stands before it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bfx_help.verify.wordings import HAN, Spot, VerbForm, Wordings

_WORD = re.compile(r"[\w'/]+")
_CLAUSE = re.compile(
    r"[,;:，；：。！？、—()（）\"“”]|\s-\s|\b(?:but|then|so that|otherwise)\b|但|然后"
)
_SIGNS = 8  # signs around a Chinese verb that are looked at
_OVER = re.compile(r"[^,，。；;！!？?\n就便才请你]{0,14}了[。，,！!~\s]*(?:$|说)")
"""What stands behind a Chinese verb that tells what is over."""
_BACK = 10  # words before a verb that are looked at


class Grammar(NamedTuple):
    """The small words that decide who does what: each a set of single words."""

    leading: frozenset[str]  # passed over on the way back from a verb
    others: frozenset[str]  # who is not the reader
    readers: frozenset[str]  # who is the reader, or stands for him
    beginning: frozenset[str]  # stands before a verb that begins
    before_ing: frozenset[str]
    passive: frozenset[str]
    conditions: frozenset[str]
    others_han: Wordings
    compounds: Wordings


def asks(sentence: str, verb: Spot, grammar: Grammar) -> bool:
    """Whether the verb at this place asks."""
    if verb.form is VerbForm.HAN:
        return _han(sentence, verb, grammar)
    before = list(_before(sentence, verb.start))
    if verb.form is VerbForm.FIRST:
        return _first(before, grammar)
    if verb.form is VerbForm.THIRD:  # `the customer sends`: who stands for the reader is named
        return any(word in grammar.readers for word in before) and before[0] not in grammar.others
    if verb.form is VerbForm.ING:  # `by sending`, `sending it is enough`
        return not before[0] or before[0] in grammar.before_ing
    # `must be sent`, `once it is sent`
    passive = not grammar.passive.isdisjoint(before[:4])
    return passive and not grammar.conditions.isdisjoint(before)


def _han(sentence: str, verb: Spot, grammar: Grammar) -> bool:
    """A Chinese verb: a word of its own, and nobody else before it."""
    start = max(0, verb.start - _SIGNS)
    before, around = sentence[start : verb.start], sentence[start : verb.end + _SIGNS]
    at, end = verb.start - start, verb.end - start
    inside = any(word.start <= at and end <= word.end for word in grammar.compounds.found(around))
    others = any(other.end == at for other in grammar.others_han.found(before))
    return not (inside or others or _OVER.match(sentence, verb.end))


def _before(sentence: str, at: int) -> Iterator[str]:
    """The words before a place, the nearest first; an empty one for the bound of a clause."""
    end = at
    words = list(_WORD.finditer(sentence, 0, at))[-_BACK:]
    for word in reversed(words):
        if _CLAUSE.search(sentence, word.end(), end) or HAN.search(word[0]):
            yield ""
        yield word[0]
        end = word.start()
    yield ""


def _first(before: list[str], grammar: Grammar) -> bool:
    """`send`: the reader before it, or nobody."""
    for word in before:
        if not word or word in grammar.readers or word in grammar.beginning:
            return True
        if word in grammar.others or word not in grammar.leading:
            return False
    return False
