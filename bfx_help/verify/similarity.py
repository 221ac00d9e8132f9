"""Whether a name - a label of a host, a handle, a display name - is made to look like a brand."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from bfx_help.name_lists import list_of, words_of


class Resemblance(StrEnum):
    """How a name resembles a brand."""

    SAME = "same"  # it is the brand, letter by letter
    WORDS = "words"  # the brand with something before or after it
    SCRIPT = "script"  # letters of other scripts, or with marks
    DIGITS = "digits"  # digits or letters that look or sound like the right ones
    TYPO = "typo"  # letters missing, doubled, swapped or exchanged


# Letters of other scripts that look like Latin ones. Latin letters with hooks, strokes and tails,
# and small capitals, are known by their Unicode names.
_LOOKS = {
    like: line[0] for line in list_of("lookalikes", "looks").splitlines() for like in line[2:]
}
_SOUNDS = dict(zip(*list_of("lookalikes", "sounds").splitlines(), strict=True))
_LATIN = re.compile(r"LATIN (?:SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL) ([A-Z])\b")
_LEET = str.maketrans(*list_of("lookalikes", "digits").splitlines())

# Pairs that are confused by the eye or lie beside each other in print.
_ALIKE = {frozenset(pair) for pair in list_of("lookalikes", "alike").split()}
_SHAPES = str.maketrans(*list_of("lookalikes", "shapes").splitlines())
# Two letters that look like one in print.
_PAIRED = dict(pair.split("=") for pair in list_of("lookalikes", "joined").split())
_PRINTED = re.compile("|".join(_PAIRED))
_VOWELS = frozenset("aeiouy")
_SEPARATORS = re.compile(r"[^\w!|$+?]+|_")
_AROUND = "|".join(sorted(words_of("bait", "around names"), key=len, reverse=True))
_BAIT = re.compile(rf"^(?:{_AROUND}|[0-9])+(?=....)|(?<=....)(?:{_AROUND}|[0-9])+$")
_UNKNOWN = "?"  # a letter of another script that looks like nothing we know


def decoded(label: str) -> str:
    """A label of a host as it is shown: punycode decoded, compatible forms made one, lower case."""
    label = unicodedata.normalize("NFKC", label).casefold()
    if label.startswith("xn--"):
        try:
            return unicodedata.normalize("NFKC", label[4:].encode("ascii").decode("punycode"))
        except (UnicodeError, ValueError, OverflowError):
            return label[4:].rpartition("-")[0] or label[4:]
    return label


@lru_cache(maxsize=4096)
def likeness(name: str, brand: str, others: frozenset[str] = frozenset()) -> Resemblance | None:
    """How the name resembles the brand, if it does; `others` are names that only sound alike."""
    shown = decoded(name[:256])
    squeezed = _squeeze(shown)
    if squeezed in others:
        return None
    if brand in squeezed:
        return Resemblance.SAME if shown == brand else Resemblance.WORDS
    key = brand.translate(_LEET)
    looks, sounds = _folded(shown, _LOOKS), _squeeze(_folded(shown, _SOUNDS))
    alike = re.sub("c?ks|cks|xx|kz", "x", sounds.replace("ph", "f"))  # as they are spoken
    if any(key in form.translate(_LEET) for form in (_squeeze(looks), sounds, alike)):
        return Resemblance.DIGITS if shown.isascii() else Resemblance.SCRIPT
    if _typo(looks, brand, others):
        return Resemblance.TYPO if shown.isascii() else Resemblance.SCRIPT
    return None


def _squeeze(text: str) -> str:
    return "".join(c for c in text if c.isalnum() or c in "!|$+?")


def _folded(text: str, table: dict[str, str]) -> str:
    if text.isascii():
        return text
    return "".join(_letter(c, table) for c in unicodedata.normalize("NFKD", text))


def _letter(character: str, table: dict[str, str]) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character).startswith("M"):
        return ""
    if found := table.get(character) or table.get(character.casefold()):
        return found
    latin = _LATIN.match(unicodedata.name(character, ""))
    return latin[1].lower() if latin else _UNKNOWN if character.isalpha() else "-"


def _typo(name: str, brand: str, others: frozenset[str]) -> bool:
    words = [word for word in _SEPARATORS.split(name) if word]
    whole = "".join(words)
    if not whole:
        return False
    # Also without digits and the usual bait before and after it.
    bared = (_BAIT.sub("", word) for word in (whole, *words))
    tokens = {*words, whole, *(word for word in bared if word[:1] == brand[0])} - others
    tokens |= {_PRINTED.sub(lambda pair: _PAIRED[pair[0]], token) for token in tokens}
    return any(_near(token, brand) for token in tokens) or any(
        _hidden_near(whole[start : start + size], brand, others)
        for start, sign in enumerate(whole if len(whole) > len(brand) else "")
        for size in range(len(brand) - 2, len(brand) + 3)
        if sign == brand[0]
    )


def _hidden_near(part: str, brand: str, others: frozenset[str]) -> bool:
    # Inside of a longer word only what begins and ends like the brand counts: "bitfinestcoins" is
    # a word of its own.
    if part[-1] != brand[-1] or part in others or not _shares(part, brand):
        return False
    return _cost(part, brand) <= 1


def _near(token: str, brand: str) -> bool:
    """One mistake; or two, where the consonants of the brand are all there in any order, or only
    the second one is missing: without a later one it is often somebody else's name."""
    if abs(len(token) - len(brand)) > 3 or not _shares(token, brand):
        return False
    cost = _cost(token, brand)
    if cost <= 1 or cost > 2 or _exchange(token[0], brand[0]) == 1:
        return cost <= 1
    have, want = _consonants(token), _consonants(brand)
    return set(want) <= set(have) or have == want[:1] + want[2:]


def _shares(token: str, brand: str) -> bool:
    """Whether the token has enough letters of the brand to be worth a closer look."""
    letters = set(brand)
    return len(letters.intersection(token)) + token.count(_UNKNOWN) > len(letters) // 2


def _consonants(word: str) -> str:
    """The consonants of a word, those that look alike made one."""
    return "".join(c for c in word.translate(_SHAPES) if c not in _VOWELS and c != _UNKNOWN)


def _cost(token: str, brand: str) -> float:
    """The number of mistakes that make the token of the brand; what the eye passes over counts
    less. (Damerau and Levenshtein, with weights.)"""
    before: list[float] = []
    last = [sum(_extra(brand, j) for j in range(i)) for i in range(len(brand) + 1)]
    for i, have in enumerate(token):
        row = [last[0] + _extra(token, i)]
        for j, want in enumerate(brand):
            changed, longer = last[j] + _exchange(have, want), last[j + 1] + _extra(token, i)
            best = min(changed, longer, row[j] + _extra(brand, j))
            if i and j and have == brand[j - 1] and token[i - 1] == want and have != want:
                best = min(best, before[j - 1] + 1)
            row.append(best)
        before, last = last, row
    return round(last[-1], 3)


def _extra(word: str, at: int) -> float:
    doubled = at > 0 and word[at] == word[at - 1]
    return 0.5 if doubled or word[at] in _VOWELS else 1


def _exchange(have: str, want: str) -> float:
    if have == want:
        return 0
    if have == _UNKNOWN or frozenset((have, want)) in _ALIKE:
        return 0.5
    return 0.6 if have in _VOWELS and want in _VOWELS else 1


def short_name(names: Iterable[str], short: Iterable[str]) -> str | None:
    """The short name that begins or ends one of the words of the names, if any does."""
    words = [word for name in names for word in re.split(r"[\W_\d]+", decoded(name[:256])) if word]
    bounds = (
        name for name in short for word in words if word.startswith(name) or word.endswith(name)
    )
    return next(bounds, None)
