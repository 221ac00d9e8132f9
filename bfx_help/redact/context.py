"""Which words stand near a value, and which of them is said of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from bfx_help.redact.labels import Hint
from bfx_help.redact.patterns import lazy
from bfx_help.redact.vocabulary import (
    Hints,
    known_word,
    longest_phrase,
    look_up,
    openers,
    unspaced,
)

_WORD = lazy(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u1e00-\u1eff]+")
_CAMEL = lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_JOINT = lazy(r"[ \t\-_/.'’(]{0,2}")
_SAYS = (
    r"(?:(?:is|was|are|were|ist|lautet|war|es|est|era|e|é|это|sono|jest|is the|is this"
    r"|as follows|like this|here|"
    r"now|below|follows|that is|ends up being|是|为|為|就是|如下|のは|は|が|는|은|이|가|에|了|的|:"
    r"|=)[\s:=>\-\"'`]*){0,2}"
)
_BOUND = lazy(
    r"(?:\?\s{1,3}(?:(?:me|i|user|customer|client|我|答|用户|客户)\s?:\s?)?)?"
    r"[\"'`*_)\]]{0,3}\s{0,3}(?:\([^()\n]{0,40}\))?"
    r"(?:(?:for|of|on|to) (?:the|my|our) [a-z]{1,12})?(?:[\s\"'`*_:=>\-–—→|#(\[{<]|\.{2}){0,8}"
    + _SAYS
    + r"[\"'`*(\[{<]{0,3}",
    re.I,
)
_BOUND_AFTER = lazy(
    r"[\"'`)\]}*]{0,3}[ \t]{0,2}(?:\(|\[|,(?= ?(?:that|which|it|this|these|is|was|这|這|就))"
    r"|<-{0,3}|←|=|-{1,2}>?|–|—)?[ \t]{0,2}"
    r"(?:(?:is|was|as|are|being|that is|that's|which is|this is|it's|these are|是|为|為|就是|这是"
    r"|這是|即|也就是|这个是|這個是)[ \t]{0,2})?"
    r"(?:(?:my|the|a|an|our|your|his|her|their|mi|tu|su|mein|ihr|mon|votre|мой|ваш|in|for"
    r"|old|new|current|wallet|google|bitfinex|valid|latest|full|我的|我|您的|你的|"
    r"他的|这个|那个|这|那|钱包的?|钱包|谷歌|所说的|上面的)[ \t\"']{0,2}){0,4}\(?"
)
_STRETCH = lazy(
    r"(?:[0-9A-Za-z]{1,6} ?)?[\u0e00-\u0e7f\u3040-\uffef]"
    r"(?: ?[0-9A-Za-z]{1,6}(?![0-9A-Za-z])| ?[\u0e00-\u0e7f\u3040-\uffef])*"
)
_STOP = lazy(r"[!?。]+(?![A-Za-z0-9,;])|\.(?=\s)")
_PAUSE = lazy(r"[,;、\n|]| but | 但")
_VALUE = lazy(r"[0-9]{4,}|[A-Za-z0-9+/_]{20,}|\ufffc+")
# What makes a label speak of what follows it, although something stands before it, too.
_ONWARD = lazy(r"[:=]|[ \t]?(?:[0-9]{4}|[0-9A-Za-z+/_\-]{20})")
_COUNTED = lazy(
    r"[ \t\-_,)]{0,3}(?:(?:numbers?|num|nr)\b\.?"
    r"|no\b(?=\.|[ \t]?[:=#]|[ \t]?[A-Z]{0,3}[0-9]| (?:is|was)\b)\.?)|(?<= no)\."
    r"|[ \t]?(?:号码|號碼|编号|編號|号|號|记录|紀錄|番号|번호)",
    re.I,
)
_COUNTABLE = frozenset({Hint.IDENTITY, Hint.CARD, Hint.CVV, Hint.PIN, Hint.PUBLIC, Hint.NUMBER})

_KEPT_SECRETS = frozenset({Hint.KEY, Hint.SEED})
_KEPT_BEFORE = lazy(
    r"(?:\b(?:still (?:have|hold|own|control|keep)|only i (?:have|know|hold)"
    r"|(?:never|not|nobody|no one|didn['’]?t|haven['’]?t)\b[^.;:!?\n]{0,24}?"
    r"(?:gave|give|given|shared?|told|tell|leaked|knows?|has|have|seen|entered))\b"
    r"|(?:从未|從未|没有?|沒有?)(?:给|給|告诉|告訴|泄露|洩漏|透露))[^.;:!?。\n]{0,30}\Z",
    re.I,
)
_KEPT_AFTER = lazy(
    r"\s{0,2}(?:从未|從未|没有?|沒有?|未)(?:被|给|給|向)?(?:任何人|别人|別人)?[泄洩外告给給透]"
    r"|\s(?:is|was|were|has been) (?:safe|never|not (?:shared|leaked|known))\b",
    re.I,
)

BEFORE, AFTER = 100, 70
_WEAK, _WEAK_AND_BOUND = 35, 14
"""What a weak phrase costs on top, so that a better one wins from farther away."""


class Label(NamedTuple):
    """A phrase in the text that hints at what a value near it is."""

    start: int
    end: int
    hints: Hints


_place = attrgetter("start")


class Near(NamedTuple):
    """The hint that is most likely said of a value; the lower the cost, the nearer it is.

    `distance` is the cost without what is added for a weak phrase: 0 where nothing is between.
    """

    hint: Hint
    weak: bool
    cost: int
    distance: int


def labels(text: str) -> list[Label]:
    """All phrases of the tables that stand in the text, the longest at each place."""
    found = sorted([*_spaced(text), *_unspaced(text)], key=lambda label: (label.start, -label.end))
    return [_mentioned(text, label) for label in _with_numbers(text, found)]


def _mentioned(text: str, label: Label) -> Label:
    """The label, without what it hints at where a key or phrase is only said to be kept."""
    if _KEPT_SECRETS.isdisjoint(label.hints):
        return label
    before = _KEPT_BEFORE.search(text, max(0, label.start - 70), label.start)
    if before or _KEPT_AFTER.match(text, label.end):
        left = {hint: weak for hint, weak in label.hints.items() if hint not in _KEPT_SECRETS}
        return label._replace(hints=left)
    return label


def _with_numbers(text: str, found: Iterable[Label]) -> Iterator[Label]:
    """The labels, where `passport no.` and `转账记录` are one and say what the first part says."""
    covered = 0
    for label in found:
        if label.start < covered:
            continue
        noun = _COUNTED.match(text, label.end) if _COUNTABLE & label.hints.keys() else None
        if noun:
            covered = noun.end()
            sure = {hint: False for hint in label.hints if hint in _COUNTABLE}
            label = Label(label.start, covered, {**label.hints, **sure})
        yield label


def nearest(
    text: str, known: list[Label], start: int, end: int, wanted: frozenset[Hint]
) -> Near | None:
    """The hint among the wanted ones that is most likely said of the value at this place."""
    best: Near | None = None
    for label in _around(known, start, end):
        meant = label.hints.keys() & wanted
        if not meant:
            continue
        cost = _cost(text, label, start, end, best.cost if best else BEFORE)
        for hint in meant:
            weak = label.hints[hint]
            bound = cost <= (0 if hint is Hint.SEED else 4)
            total = cost + (_WEAK_AND_BOUND if bound else _WEAK) * weak
            if best is None or (total, weak) < (best.cost, best.weak):
                best = Near(hint, weak, total, cost)
        if best and not best.cost:
            break
    return best


def _around(known: list[Label], start: int, end: int) -> Iterator[Label]:
    """The labels before this place, the nearest first, and those behind it."""
    place = bisect_left(known, start, key=_place)
    for label in reversed(known[max(0, place - 12) : place]):
        if label.end <= start and start - label.end <= BEFORE:
            yield label
    place = bisect_left(known, end, lo=place, key=_place)
    for label in known[place : place + 6]:
        if label.start - end <= AFTER:
            yield label


def _cost(text: str, label: Label, start: int, end: int, enough: int) -> int:
    """How far the label is from the value; of what costs more than `enough`, only the least."""
    if label.end <= start:
        gap = text[label.end : start]
        return 0 if _BOUND.fullmatch(gap) else len(gap) + _breaks(gap, enough)
    gap = text[end : label.start]
    onward = 40 if _ONWARD.match(text, label.end) else 0
    if _BOUND_AFTER.fullmatch(gap):
        return 4 + onward
    line = 20 * ("\n" in gap)  # the next line speaks of something else more often than not
    return 14 + len(gap) + _breaks(gap, enough) + line + onward


def _breaks(gap: str, enough: int) -> int:
    if len(gap) > enough:
        return 0
    return (
        40 * len(_STOP.findall(gap)) + 12 * len(_PAUSE.findall(gap)) + 25 * len(_VALUE.findall(gap))
    )


def _spaced(text: str) -> Iterator[Label]:
    first, longest = openers(), longest_phrase()
    words = list(_words(text))
    skip = 0
    for place, (start, end, word) in enumerate(words):
        if start < skip or (word not in first and word[:4] not in first):
            continue
        phrase, best = "", None
        for ahead in words[place : place + longest]:
            if phrase and not _JOINT.fullmatch(text, end, ahead[0]):
                break
            phrase = f"{phrase} {ahead[2]}" if phrase else word
            end = ahead[1]
            hints = look_up(phrase)
            if hints:
                best = Label(start, end, hints)
        if best:
            skip = best.end
            yield best


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    known: dict[str, str] = {}
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start > 30:
            continue
        word = match.group()
        if word not in known:
            known[word] = known_word(word)
        if word.islower() or word.isdigit() or not word.isascii() or look_up(known[word]):
            yield start, end, known[word]
            continue
        for part in _CAMEL.finditer(word):
            yield start + part.start(), start + part.end(), known_word(part.group())


def _unspaced(text: str) -> Iterator[Label]:
    if text.isascii():
        return
    pattern, table = unspaced()
    for stretch in _STRETCH.finditer(text):
        for match in pattern.finditer(text, *stretch.span()):
            phrase = "".join(match.group().lower().split())
            yield Label(*match.span(), table[phrase])
