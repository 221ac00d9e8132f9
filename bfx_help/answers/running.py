"""Finds ids, addresses and times in running text: what stands there for certain."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import NamedTuple

from bfx_help.answers.chains import shape, transaction_shape
from bfx_help.answers.numbers import half, number, simple
from bfx_help.answers.spans import Moment
from bfx_help.answers.times import SPAN, read_time
from bfx_help.name_lists import pattern_of, table_of
from bfx_help.name_lists import words_of as words_in

_EDGES = ".,;:!?。，；：！？、'\"“”‘’()（）<>[]【】「」《》*`"
_LINK_ID = r"[/?#&=]"
_pattern = partial(pattern_of, "running")
_BETWEEN = rf"\s*(?:{_pattern('between')})"
_TICKET = (
    rf"(?i)(?:{_pattern('tickets')}){_BETWEEN}{{0,5}}#?\s*"
    rf"(\d{{5,10}}(?:\s*(?:{_pattern('several')})\s*#?\d{{5,10}})*)"
    rf"(?!\d|\s?(?:{_pattern('amounts')}))"
)
_MARKED = r"(?i)(?<![\w/])#(\d{6,8})(?!\d)"
_ORDER = rf"(?i)(?:{_pattern('orders')}){_BETWEEN}{{0,5}}#?\s*(\d{{8,15}})(?!\d)"
_WITHDRAWAL = rf"(?i)(?:{_pattern('withdrawals')}){_BETWEEN}{{1,5}}#?\s*(\d{{6,12}})(?!\d)"
_WITHDREW = (
    rf"(?i)(?:{_pattern('withdrew')})(?:[^.!?。！？；\n]|\.(?=\d)){{0,80}}?[,，(（]\s*"
    r"(?:with |under |the )?(?:id|编号)\s*[:：#]?\s*(\d{6,12})(?!\d)"
)
_TAG = (
    rf"(?i)(?:{_pattern('tags')}){_BETWEEN}{{1,5}}"
    r"[\"'“「]?(\d{3,20}|[0-9a-f]{64})(?!\w)"
)
_BEHIND = rf"\s*(?:{_pattern('behind errors')})?\s*"
_ERROR = (
    rf"(?i)(?:{_pattern('quoted errors')}){_BEHIND}[:：]?\s*"
    r"[\"“”「『](?P<text>[^\"“”」』\n]{3,200})[\"“”」』]"
)
_CODED = (
    rf"(?i)\b(?:{_pattern('stated errors')}){_BEHIND}[:：]\s*(?P<text>[^\n。；;]{{3,160}})"
    rf"|(?P<code>\b(?:\d{{3,5}}[ ,:]{{1,2}})?(?:{_pattern('codes')})(?:[ ,:]{{1,2}}\d{{5}})?)"
)
_LIMIT = rf"(?:\s*-?\s*(?:{_pattern('served')})|\s*(?:{_pattern('limited')}))"
_PAST = (
    rf"(?:{_pattern('since')})(?P<a>{SPAN})(?!{_LIMIT})"
    rf"|(?P<b>{SPAN})(?!{_LIMIT})\s*(?:{_pattern('then')})|(?P<c>{SPAN})\s*$"
    rf"|^\s*(?P<d>{SPAN})(?!{_LIMIT})"
)
_HOURS = {
    pattern: Decimal(number) / Decimal(parts or 1)
    for hours, pattern in table_of("running", "unit hours").items()
    for number, _, parts in [hours.partition("/")]
}
DAY = (
    r"(?:\b(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]m) (?:on )?)?"
    rf"\b(?:{_pattern('days')})|{_pattern('days first')}"
)
LINKING = words_in("running", "linking")


def words_of(text: str) -> list[str]:
    """The words between spaces and brackets without the signs at their ends; of links the parts."""
    parts = re.split(
        r"[\s,，。;；()（）<>\"'“”|]+|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z=])(?=[\u3400-\u9fff])",
        half(text),
    )
    words = [part.strip(_EDGES) for part in parts]
    inner = [piece for word in words if "/" in word for piece in re.split(_LINK_ID, word)]
    named = [word.rpartition(":")[2] for word in words if ":" in word]
    return [word for word in (*words, *inner, *named) if word]


def txids_in(text: str) -> tuple[str, ...]:
    """The transaction ids; of letters that could be an address only lengths that no address has."""
    found = (word for word in words_of(text) if len(word) >= 64 and transaction_shape(word))
    return tuple(dict.fromkeys(found))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of coins, those with a wrong checksum left out."""
    found = (
        word
        for word in words_of(text)
        if len(word) > 24
        and "@" not in word
        and not _txid(word)
        and "/" not in word
        and shape(word)
    )
    return tuple(dict.fromkeys(found))


def _txid(word: str) -> bool:
    return len(word) >= 64 and bool(transaction_shape(word))


def ticket_numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that the text calls tickets or cases, or marks as numbers; several that stand
    side by side are one answer."""
    text = half(text)
    other = {*re.findall(_WITHDRAWAL, text), *re.findall(_ORDER, text)}
    marked = [each for each in re.findall(_MARKED, text) if each not in other]
    named = [", ".join(re.findall(r"\d+", each)) for each in re.findall(_TICKET, text)]
    return tuple(dict.fromkeys(named or marked))


def order_numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that the text calls orders."""
    return tuple(dict.fromkeys(re.findall(_ORDER, half(text))))


def withdrawal_numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that the text calls withdrawals."""
    text = half(text)
    found = re.findall(_WITHDRAWAL, text) or re.findall(_WITHDREW, text)
    return tuple(dict.fromkeys(found))


def tag_numbers_in(text: str) -> tuple[str, ...]:
    """The memos and tags that the text states."""
    return tuple(dict.fromkeys(re.findall(_TAG, half(text))))


def errors_in(text: str) -> tuple[str, ...]:
    """What the text quotes as an error, or states after the word."""
    found = [match["text"] for match in re.finditer(_ERROR, text)]
    found += [match["text"] or match["code"] for match in re.finditer(_CODED, text)]
    said = (error.strip() for error in found)
    return tuple(dict.fromkeys(error for error in said if re.search(r"[^\W\d_]{2}", error)))


class Length(NamedTuple):
    """A length of time that lies behind, in hours, and whether it was said in hours."""

    hours: Decimal
    hourly: bool


def lengths_in(clause: str) -> Iterator[Length]:
    """The lengths of time in a clause that lie behind: for 26 hours, three days ago."""
    text = simple(clause).strip()
    for found in re.finditer(_PAST, text):
        group = next(name for name in "abcd" if found[name])
        before = text[max(0, found.start(group) - 16) : found.start(group)]
        if not re.search(_pattern("ahead"), before) and not re.search(_pattern("asked"), text):
            hours = hours_of(found[group])
            if hours is not None:
                yield Length(hours, re.search(_pattern("said in hours"), found[group]) is not None)


def hours_of(span: str) -> Decimal | None:
    """How many hours a length of time has: `two days and 3 hours`."""
    total = Decimal(0)
    parts = re.findall(
        r"(half an?|半|a couple of|a couple|[0-9.,]+"
        r"|[零〇一二两三四五六七八九十百千]+|(?!and\b)[a-z]+)"
        r"(个?半|多|\+|\s+and a half)?\s*-?\s*([a-z一-鿿 -]*?[a-z一-鿿]+?)(半| and a half)?"
        r"(?=\s|\d|$|又|零|,|and|[零一二两三四五六七八九十])",
        re.sub(r"(?:\s|,|and\b|又|零)+$", "", span),
    )
    for count, more, unit, later in parts:
        factor = next((each for pattern, each in _HOURS.items() if re.search(pattern, unit)), None)
        value = _count(count)
        if factor is None or value is None:
            return None
        total += (
            value + (Decimal("0.5") if "半" in more + later or "half" in more + later else 0)
        ) * factor
    return total or None


def _count(text: str) -> Decimal | None:
    if text.startswith(("half", "半")):
        return Decimal("0.5")
    if text.startswith("a couple"):
        return Decimal(2)
    return number(text.replace(",", "."))


def moments_in(clause: str, now: datetime) -> Iterator[Moment]:
    """The days and hours that a clause names: yesterday at ten, 21 November."""
    return (moment for moment, _ in spoken_moments(clause, now))


def spoken_moments(clause: str, now: datetime) -> Iterator[tuple[Moment, str]]:
    """The moments that a clause names, each with the words that say it."""
    text = simple(clause)
    for found in islice(re.finditer(DAY, text), 5):
        spoken = leading_time(re.sub(r"^(?:on|since) ", "", text[found.start() :]), now)
        if spoken:
            yield spoken


_ASSETS = "|".join(
    re.escape(name.lower())
    for section in ("tickers", "capitals", "currencies")
    for name in sorted(words_in("coins", section))
)
_AMOUNT = rf".{{0,40}}?(?P<number>\d+\.\d\d)\s?(?:%|(?:{_ASSETS})\b)"


def leading_time(text: str, now: datetime) -> tuple[Moment, str] | None:
    """The time that the beginning of a text (of `simple` characters) says, up to the end of a word,
    with that text."""
    amount = re.match(_AMOUNT, text)
    room = amount.start("number") if amount else 40  # "0.20 btc" is no time of day
    for end in range(min(len(text), room), 1, -1):
        if not re.match(r"[a-z0-9]{2}", text[end - 1 : end + 1]):
            found = read_time(text[:end], now)
            if found:
                return (found, text[:end]) if isinstance(found, Moment) else None
    return None
