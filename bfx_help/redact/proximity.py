"""Finds the keywords near a value, and the one that describes it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from bfx_help.redact.keywords import (
    Meaning,
    Meanings,
    corrected,
    longest_phrase,
    look_up,
    meanings,
    openers,
    unspaced,
)
from bfx_help.redact.patterns import rx
from bfx_help.redact.word_lists import either

_WORD = r"[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u1e00-\u1eff]+"
_CAMEL = r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+"
_JOINT = r"[ \t\-_/.'’(]{0,2}"
_SAYS = rf"(?:(?:{either('says')})[\s:=>\-\"'`]*){{0,2}}"
_BOUND = (
    r"(?i)(?:\?\s{1,3}(?:(?:me|i|user|customer|client|我|答|用户|客户)\s?:\s?)?)?"
    r"[\"'`*_)\]]{0,3}\s{0,3}(?:\([^()\n]{0,40}\))?"
    r"(?:(?:for|of|on|to) (?:the|my|our) [a-z]{1,12})?(?:[\s\"'`*_:=>\-–—→|#(\[{<]|\.{2}){0,8}"
    + _SAYS
    + r"[\"'`*(\[{<]{0,3}"
)
_BOUND_AFTER = (
    r"[\"'`)\]}*]{0,3}[ \t]{0,2}(?:\(|\[|,(?= ?(?:that|which|it|this|these|is|was|这|這|就))"
    r"|<-{0,3}|←|=|-{1,2}>?|–|—)?[ \t]{0,2}"
    r"(?:(?:is|was|as|are|being|that is|that's|which is|this is|it's|these are|是|为|為|就是|这是"
    r"|這是|即|也就是|这个是|這個是)[ \t]{0,2})?"
    r"(?:(?:my|the|a|an|our|your|his|her|their|mi|tu|su|mein|ihr|mon|votre|мой|ваш|in|for"
    r"|old|new|current|wallet|google|bitfinex|valid|latest|full|我的|我|您的|你的|"
    r"他的|这个|那个|这|那|钱包的?|钱包|谷歌|所说的|上面的)[ \t\"']{0,2}){0,4}\(?"
)
_STRETCH = (
    r"(?:[0-9A-Za-z]{1,6} ?)?[\u0e00-\u0e7f\u3040-\uffef]"
    r"(?: ?[0-9A-Za-z]{1,6}(?![0-9A-Za-z])| ?[\u0e00-\u0e7f\u3040-\uffef])*"
)
_STOP = r"[!?。]+(?![A-Za-z0-9,;])|\.(?=\s)"
_PAUSE = r"[,;、\n|]| but | 但"
_VALUE = r"[0-9]{4,}|[A-Za-z0-9+/_]{20,}|\ufffc+"
# What makes a keyword tell what follows it, although something stands before it, too.
_ONWARD = r"[:=]|[ \t]?(?:[0-9]{4}|[0-9A-Za-z+/_\-]{20})"
_COUNTED = (
    r"(?i)[ \t\-_,)]{0,3}(?:(?:numbers?|num|nr)\b\.?"
    r"|no\b(?=\.|[ \t]?[:=#]|[ \t]?[A-Z]{0,3}[0-9]| (?:is|was)\b)\.?)|(?<= no)\."
    r"|[ \t]?(?:号码|號碼|编号|編號|号|號|记录|紀錄|番号|번호)"
)
_COUNTABLE = meanings("GIFT IDENTITY CARD CVV PIN PUBLIC NUMBER")

_SAFE_SECRETS = frozenset({Meaning.KEY, Meaning.SEED})
_SAFE_BEFORE = (
    r"(?i)(?:\b(?:still (?:have|hold|own|control|keep)|only i (?:have|know|hold)"
    r"|(?:never|not|nobody|no one|didn['’]?t|haven['’]?t)\b[^.;:!?\n]{0,24}?"
    r"(?:gave|give|given|shared?|told|tell|leaked|knows?|has|have|seen|entered))\b"
    r"|(?:从未|從未|没有?|沒有?)(?:给|給|告诉|告訴|泄露|洩漏|透露))[^.;:!?。\n]{0,30}\Z"
)
_SAFE_AFTER = (
    r"(?i)\s{0,2}(?:从未|從未|没有?|沒有?|未)(?:被|给|給|向)?(?:任何人|别人|別人)?[泄洩外告给給透]"
    r"|\s(?:is|was|were|has been) (?:safe|never|not (?:shared|leaked|known))\b"
)

BEFORE, AFTER = 100, 70
_WEAK, _WEAK_AND_BOUND = 35, 14
"""What a weak phrase costs on top, so that a better one wins from farther away."""


class Keyword(NamedTuple):
    """A phrase in the text that tells what a value near it is."""

    start: int
    end: int
    meanings: Meanings


_place = attrgetter("start")


class Association(NamedTuple):
    """The most likely meaning of a value; the lower the cost, the nearer its keyword is.

    `distance` is the cost without what is added for a weak phrase: 0 where nothing is between.
    """

    meaning: Meaning
    weak: bool
    cost: int
    distance: int


def keywords_in(text: str) -> list[Keyword]:
    """All keywords of the text, the longest at each place."""
    found = sorted(
        [*_spaced(text), *_unspaced(text)], key=lambda keyword: (keyword.start, -keyword.end)
    )
    return [_unless_safe(text, keyword) for keyword in _with_numbers(text, found)]


def _unless_safe(text: str, keyword: Keyword) -> Keyword:
    """The keyword, without its meanings as a key or phrase if that is only said to be safe."""
    if _SAFE_SECRETS.isdisjoint(keyword.meanings):
        return keyword
    before = rx(_SAFE_BEFORE).search(text, max(0, keyword.start - 70), keyword.start)
    if before or rx(_SAFE_AFTER).match(text, keyword.end):
        left = {name: keyword.meanings[name] for name in keyword.meanings.keys() - _SAFE_SECRETS}
        return keyword._replace(meanings=left)
    return keyword


def _with_numbers(text: str, found: Iterable[Keyword]) -> Iterator[Keyword]:
    """The keywords; `passport no.` and `转账记录` are one, with the meaning of the first part."""
    covered = 0
    for keyword in found:
        if keyword.start < covered:
            continue
        noun = (
            rx(_COUNTED).match(text, keyword.end) if _COUNTABLE & keyword.meanings.keys() else None
        )
        if noun:
            covered = noun.end()
            sure = {meaning: False for meaning in keyword.meanings if meaning in _COUNTABLE}
            keyword = Keyword(keyword.start, covered, {**keyword.meanings, **sure})
        yield keyword


def nearest(
    text: str, keywords: list[Keyword], start: int, end: int, wanted: frozenset[Meaning]
) -> Association | None:
    """The most likely meaning of the value at this place, among the wanted ones."""
    best: Association | None = None
    for keyword in _around(keywords, start, end):
        meant = keyword.meanings.keys() & wanted
        if not meant:
            continue
        cost = _cost(text, keyword, start, end, best.cost if best else BEFORE)
        for meaning in meant:
            weak = keyword.meanings[meaning]
            bound = cost <= (0 if meaning is Meaning.SEED else 4)
            total = cost + (_WEAK_AND_BOUND if bound else _WEAK) * weak
            if best is None or (total, weak) < (best.cost, best.weak):
                best = Association(meaning, weak, total, cost)
        if best and not best.cost:
            break
    return best


def _around(keywords: list[Keyword], start: int, end: int) -> Iterator[Keyword]:
    """The keywords before this place, the nearest first, and those behind it."""
    place = bisect_left(keywords, start, key=_place)
    for keyword in reversed(keywords[max(0, place - 12) : place]):
        if keyword.end <= start and start - keyword.end <= BEFORE:
            yield keyword
    place = bisect_left(keywords, end, lo=place, key=_place)
    for keyword in keywords[place : place + 6]:
        if keyword.start - end <= AFTER:
            yield keyword


def within(places: Sequence[int], low: int, high: int) -> bool:
    """Whether one of the places, which are in order, is in this range."""
    place = bisect_left(places, low)
    return place < len(places) and places[place] <= high


def _cost(text: str, keyword: Keyword, start: int, end: int, enough: int) -> int:
    """How far the keyword is from the value; of what costs more than `enough`, only the least."""
    if keyword.end <= start:
        gap = text[keyword.end : start]
        return 0 if rx(_BOUND).fullmatch(gap) else len(gap) + _breaks(gap, enough)
    gap = text[end : keyword.start]
    onward = 40 if rx(_ONWARD).match(text, keyword.end) else 0
    if rx(_BOUND_AFTER).fullmatch(gap):
        return 4 + onward
    line = 20 * ("\n" in gap)  # the next line speaks of something else more often than not
    return 14 + len(gap) + _breaks(gap, enough) + line + onward


def _breaks(gap: str, enough: int) -> int:
    if len(gap) > enough:
        return 0
    costs = {_STOP: 40, _PAUSE: 12, _VALUE: 25}
    return sum(cost * len(rx(pattern).findall(gap)) for pattern, cost in costs.items())


def _spaced(text: str) -> Iterator[Keyword]:
    first, longest = openers(), longest_phrase()
    words = list(_words(text))
    skip = 0
    for place, (start, end, word) in enumerate(words):
        if start < skip or (word not in first and word[:4] not in first):
            continue
        phrase, best = "", None
        for ahead in words[place : place + longest]:
            if phrase and not rx(_JOINT).fullmatch(text, end, ahead[0]):
                break
            phrase = f"{phrase} {ahead[2]}" if phrase else word
            end = ahead[1]
            meanings = look_up(phrase)
            if meanings:
                best = Keyword(start, end, meanings)
        if best:
            skip = best.end
            yield best


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    known: dict[str, str] = {}
    for match in rx(_WORD).finditer(text):
        start, end = match.span()
        if end - start > 30:
            continue
        word = match.group()
        if word not in known:
            known[word] = corrected(word)
        if word.islower() or word.isdigit() or not word.isascii() or look_up(known[word]):
            yield start, end, known[word]
            continue
        for part in rx(_CAMEL).finditer(word):
            yield start + part.start(), start + part.end(), corrected(part.group())


def _unspaced(text: str) -> Iterator[Keyword]:
    if text.isascii():
        return
    pattern, table = unspaced()
    for stretch in rx(_STRETCH).finditer(text):
        for match in pattern.finditer(text, *stretch.span()):
            phrase = "".join(match.group().lower().split())
            yield Keyword(*match.span(), table[phrase])
