"""Says what stands beside the contacts of a message: words alone, or what leads elsewhere.

What is not understood is never taken for assent.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from bfx_help.model import Reason
from bfx_help.verify import reasons
from bfx_help.verify.extract import CJK
from bfx_help.verify.reasons import say
from bfx_help.verify.wordings import listed

_MARKS = re.compile(
    r"[^\w\s\0:：,，.。!！?？、；;()（）\"'“”‘’「」『』%$€+*•·…~–—|-]"
    r"|\.\S|\s[.:]|[A-Za-z]\s?点\s?[A-Za-z]|//|:\S*/"
)
_AFTER = (
    r"[\"'”)）」』]?[,，.。!！?？:：；;、…]*"
    rf"(?:\s|$|(?<=[，。！？；、])|[{CJK}](?![^\s，！？；、]*[。.．｡]\S))"
)
# Numbers that are no account: a date, a time, an amount, a short number.
_PLAIN_NUMBER = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}:\d\d(?::\d\d)?"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{1,4}"
)
_NUMBERS = re.compile(r"\d(?:[\d\s().,:/年月日-]{0,30}\d)?日?")
_SPOKEN_NUMBER = re.compile(
    r"[零〇一二三四五六七八九幺两兩](?:\s?[零〇一二三四五六七八九幺两兩]){4,}"
)
_LETTERS = re.compile(r"[^\W_](?:[\w'’]|[.-](?=\w))*|_\w*")
_PAYMENT = re.compile(
    r"(?:0x[0-9a-fA-F]{16,}|(?:bc1|ltc1|tb1|addr1|cosmos1)[a-z0-9]{16,}|[A-Za-z0-9]{25,})"
)


class CompanyWords(NamedTuple):
    """The lists that decide: words that lead nowhere, places to go on talking, and programs that
    give a stranger the computer."""

    plain: frozenset[str]
    places: frozenset[str]
    remote: frozenset[str]


def words_of(lists: Mapping[str, str]) -> CompanyWords:
    """The words of the content."""
    names = ("plain", "places", "remote-control")
    return CompanyWords(*(frozenset(listed(lists.get(name, ""))) for name in names))


def company(text: str, found: Sequence[str], words: CompanyWords) -> tuple[Reason, ...]:
    """What beside the contacts of a text may lead elsewhere, or is not understood."""
    around = _around(text, found, words)
    if around is None:
        return (reasons.NOT_ALONE,)
    whole = "\0".join(around)
    bare = any(contact.startswith("@") for contact in found)
    named, unclear = _named(whole, words, bare), _not_understood(whole, words, bare)
    return tuple(dict.fromkeys((*named, *_numbers(whole), *unclear)))


def _around(text: str, found: Sequence[str], words: CompanyWords) -> list[str] | None:
    """The text without the contacts; None where a contact may go on before or after its end."""
    around = [text]
    for contact in found:
        before, _, after = around.pop().partition(contact)
        if not (_ends_before(before, contact, words) and re.match(_AFTER, after)):
            return None
        around += [before, after]
    return around


def _ends_before(before: str, contact: str, words: CompanyWords) -> bool:
    """Whether the contact begins where it seems to. Chinese has no space, but before a bare domain
    it could be a part of its name; a word with a colon could be a scheme."""
    if scheme := re.search(r"([\w+.-]+):$", before):
        return scheme[1].lower() in words.plain or not scheme[1].isascii()
    whole = re.match(r"(?i)https?://|www\.|[^/]*@", contact)
    return bool(re.search(rf"(?:^|[\s：，。；、•*·{CJK if whole else ''}])[\"'“(（「『]?$", before))


def _named(around: str, words: CompanyWords, bare: bool) -> Iterable[Reason]:
    """The places and programs that are named. Beside a bare @name the place is the name's own."""
    if place := _first(around, words.places - (_WITH_AT if bare else frozenset())):
        yield say(reasons.BESIDE_PLACE, word=place)
    if program := _first(around, words.remote):
        yield say(reasons.BESIDE_REMOTE, word=program)


_WITH_AT = frozenset({"telegram", "instagram", "twitter", "x", "电报", "電報", "推特"})


def _first(around: str, names: frozenset[str]) -> str | None:
    latin = (word for word in _LETTERS.findall(around) if word.lower() in names)
    wide = (name for name in sorted(names) if not name.isascii() and name in around)
    return next(chain(latin, wide), None)


def _numbers(around: str) -> Iterable[Reason]:
    for found in _NUMBERS.finditer(around):
        parts = [part for part in re.split(r"[\s()]+", found[0]) if part]
        plain = all(_PLAIN_NUMBER.fullmatch(part.strip(".,:-/")) for part in parts)
        digits = sum(map(str.isdigit, found[0]))
        if not plain or (digits > 4 and len(parts) > 1 and all(map(str.isdigit, parts))):
            yield say(reasons.BESIDE_NUMBER, word=found[0])
            return
    if spoken := _SPOKEN_NUMBER.search(around):
        yield say(reasons.BESIDE_NUMBER, word=spoken[0])


def _not_understood(around: str, words: CompanyWords, bare: bool) -> Iterable[Reason]:
    known = words.plain | (_WITH_AT if bare else frozenset())
    tokens = [
        word
        for found in _LETTERS.findall(around)
        for word in re.split(rf"[{CJK}]+", found)
        if word and not word.isdigit()
    ]
    strange = [word for word in tokens if not _known(word, known)]
    if payment := next((word for word in strange if _PAYMENT.fullmatch(word)), None):
        yield say(reasons.BESIDE_ADDRESS, word=payment)
    elif strange or (strange := re.findall(r"[\u3040-\u30ff\uac00-\ud7af]+", around)):
        yield say(reasons.BESIDE_WORD, word=strange[0])
    elif _MARKS.search(around):
        yield reasons.NOT_ALONE


def _known(word: str, known: frozenset[str]) -> bool:
    parts = word.lower().replace("’", "'").split("-")
    return all(part.isdigit() or part in known for part in parts)
