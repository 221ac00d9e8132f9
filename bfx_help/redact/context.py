"""Which words stand near a value, and which of them is said of it."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from bfx_help.redact.labels import SPACED, WEAK, Hint
from bfx_help.redact.labels_cjk import UNSPACED, WEAK_UNSPACED
from bfx_help.redact.patterns import lazy

Hints = Mapping[Hint, bool]
"""From what a phrase hints at to whether it is weak: decides only where nothing better is near."""

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
    r"[\"'`*_)\]]{0,3}\s{0,3}(?:\([^()\n]{0,40}\))?[\s\"'`*_:=>\-–—→|#(\[{<]{0,8}"
    + _SAYS
    + r"[\"'`*(\[{<]{0,3}"
)
_BOUND_AFTER = lazy(
    r"[\"'`)\]}*]{0,3}[ \t]{0,2}(?:\(|\[|<-{0,3}|←|=|-{1,2}>?|–|—)?[ \t]{0,2}"
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
_STOP = lazy(r"[!?。]+|\.(?=\s)")
_PAUSE = lazy(r"[,;、\n|]| but | 但")
_VALUE = lazy(r"[0-9]{4,}|[A-Za-z0-9+/_]{20,}|\ufffc+")

BEFORE, AFTER = 100, 70


class Label(NamedTuple):
    """A phrase in the text that hints at what a value near it is."""

    start: int
    end: int
    hints: Hints


_place = attrgetter("start")


class Near(NamedTuple):
    """The hint that is most likely said of a value; the lower the cost, the nearer it is."""

    hint: Hint
    weak: bool
    cost: int


def labels(text: str) -> list[Label]:
    """All phrases of the tables that stand in the text, the longest at each place."""
    found = [*_spaced(text), *_unspaced(text)]
    return sorted(found, key=lambda label: (label.start, -label.end))


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
            total = cost + 35 * weak
            if best is None or (total, weak) < (best.cost, best.weak):
                best = Near(hint, weak, total)
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
    # A colon behind the label gives it to the value that follows.
    onward = 25 if text[label.end : label.end + 1] in (":", "=") else 0
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
    openers, longest = _openers(), _tables()[2]
    words = list(_words(text))
    skip = 0
    for place, (start, end, word) in enumerate(words):
        if start < skip or (word not in openers and word[:4] not in openers):
            continue
        phrase, best = "", None
        for ahead in words[place : place + longest]:
            if phrase and not _JOINT.fullmatch(text, end, ahead[0]):
                break
            phrase = f"{phrase} {ahead[2]}" if phrase else word
            end = ahead[1]
            hints = _look_up(phrase)
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
            known[word] = _known_word(word)
        if word.islower() or word.isdigit() or not word.isascii() or _look_up(known[word]):
            yield start, end, known[word]
            continue
        for part in _CAMEL.finditer(word):
            yield start + part.start(), start + part.end(), _known_word(part.group())


def _unspaced(text: str) -> Iterator[Label]:
    if text.isascii():
        return
    pattern, table = _unspaced_table()
    for stretch in _STRETCH.finditer(text):
        for match in pattern.finditer(text, *stretch.span()):
            phrase = "".join(match.group().lower().split())
            yield Label(*match.span(), table[phrase])


def _look_up(phrase: str) -> Hints | None:
    phrases, stems, _ = _tables()
    if phrase in phrases:
        return phrases[phrase]
    shortest = max(2, phrase.rfind(" "))  # the ending is of the last word alone
    sizes = range(len(phrase), shortest, -1)
    return next((stems[phrase[:size]] for size in sizes if phrase[:size] in stems), None)


@cache
def _tables() -> tuple[dict[str, Hints], dict[str, Hints], int]:
    """Whole phrases, beginnings of phrases, and the number of words in the longest."""
    phrases: dict[str, dict[Hint, bool]] = {}
    stems: dict[str, dict[Hint, bool]] = {}
    for weak, table in ((False, SPACED), (True, WEAK)):
        for hint, listed in table.items():
            for phrase in re.split(r",\s*", _plain(listed.strip())):
                target = stems if phrase.endswith("*") else phrases
                target.setdefault(" ".join(phrase.rstrip("*").split()), {})[hint] = weak
    longest = max(phrase.count(" ") for phrase in (*phrases, *stems)) + 1
    return {**phrases}, {**stems}, longest


@cache
def _openers() -> frozenset[str]:
    """The first words of all phrases; of a phrase with any ending, its first four letters."""
    phrases, stems, _ = _tables()
    first = {phrase.split()[0] for phrase in phrases}
    return frozenset(first | {word for stem in stems for word in _opening(stem)})


def _opening(stem: str) -> tuple[str, ...]:
    word, _, rest = stem.partition(" ")
    return (word,) if rest else (word, word[:4])


@cache
def _unspaced_table() -> tuple[re.Pattern[str], dict[str, Hints]]:
    table: dict[str, dict[Hint, bool]] = {}
    for weak, listed in ((False, UNSPACED), (True, WEAK_UNSPACED)):
        for hint, phrases in listed.items():
            for phrase in phrases.lower().split():
                table.setdefault(phrase, {})[hint] = weak
    longest_first = sorted(table, key=len, reverse=True)
    pattern = "|".join(phrase.replace("_", r"\s?") for phrase in longest_first)
    joined = {phrase.replace("_", ""): hints for phrase, hints in table.items()}
    return re.compile(pattern, re.I), {**joined}


def _plain(word: str) -> str:
    """Small letters without accents; ASCII is by far the most common."""
    if word.isascii():
        return word.lower()
    marked = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(c for c in marked if not unicodedata.combining(c)).replace("ł", "l")


def _known_word(word: str) -> str:
    """The word of the tables that this is, or is a slip of the finger away from."""
    plain = _plain(word)
    if len(plain) < 6 or not plain.isalpha():
        return plain
    vocabulary, slips = _vocabulary()
    if plain in vocabulary:
        return plain
    for variant in (plain, *_deletions(plain)):
        for meant in slips.get(variant, ()):
            if meant[0] == plain[0] and abs(len(meant) - len(plain)) <= 1:
                return meant
    return plain


@cache
def _vocabulary() -> tuple[frozenset[str], dict[str, list[str]]]:
    """The longer words of the tables, and what they become when a letter is lost."""
    phrases, stems, _ = _tables()
    words = {word for phrase in (*phrases, *stems) for word in phrase.split() if len(word) >= 6}
    slips: dict[str, list[str]] = {}
    for word in sorted(words):
        for variant in (word, *_deletions(word)):
            slips.setdefault(variant, []).append(word)
    return frozenset(words), slips


def _deletions(word: str) -> Iterable[str]:
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))
