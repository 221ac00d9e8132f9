"""Reads an answer of any kind: what it means, what to echo, and what does not look right."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import reduce
from types import MappingProxyType
from typing import NamedTuple

from bfx_help.answers.amounts import read_amounts
from bfx_help.answers.chains import mistyped, read_address, read_txid, shape, transaction_shape
from bfx_help.answers.contacts import read_email, read_id
from bfx_help.answers.named_moments import Spoken, leading_words
from bfx_help.answers.numbers import simple
from bfx_help.answers.running import LINKING, spoken_moments
from bfx_help.answers.spans import Moment, Precision, elapsed, said, stamp
from bfx_help.answers.times import Refused, read_time
from bfx_help.answers.zones import zone_of_city
from bfx_help.model import UNKNOWN, Asks, Text
from bfx_help.name_lists import pattern_of

LONGEST_TIME = 100
"""Characters of a text in which a time is looked for."""

WORDS_BESIDE = 2
"""Words beside a time that may go: "died on 3 October"; more say something of their own."""

SHORTEST_ADDRESS = 20
"""Characters below which a word beside others is no address."""


class Reading(NamedTuple):
    """What an answer means. `shown` is worth echoing; `doubt` is the key of the sentence that says
    what does not look right. Without a value it cannot be taken."""

    value: str
    shown: Text | None = None
    doubt: str | None = None


def read(kind: Asks, text: str, now: datetime) -> Reading | None:
    """What somebody answered to a question of this kind; None if it says nothing of the kind.

    Only times and amounts can be not understood. Everything else is taken as it is, with a doubt.
    """
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(
        pattern_of("answers", "unknown"), simple(text[:40]).strip(" .。!").replace("’", "'")
    ):
        return Reading(UNKNOWN)
    if kind is Asks.TIME:
        return _time(text, now)
    return _READERS.get(kind, Reading)(text)


_OR = re.compile(r"\W*(?:or|to|until|till|and|或|到|至)\b|\s*[-–]|\W*$")
"""What makes of two times a range or a choice; and what says no more."""

_CITY = re.compile(
    r"(?is)(?P<time>.*\d.*?)[\s,]+\(?(?P<city>[a-z]+(?: [a-z]+)??)\)?(?: (?:local )?time\)?)?"
)


def _moment(text: str, now: datetime) -> Moment | Refused | None:
    """The moment that an answer means: all of it, with the city whose time it is, or the only
    moment in it, where no more than a few words stand beside it."""
    if found := read_time(text, now):
        return found
    named = _CITY.fullmatch(text[:LONGEST_TIME])
    zone = zone_of_city(named["city"]) if named else None
    if named and zone and (there := read_time(named["time"], now.astimezone(zone))):
        return there
    at, said = _only_moment(text, now)
    beside = simple(text).replace(said, " ")
    words = set(beside.split()) - LINKING
    few = len(words) <= WORDS_BESIDE and not re.search(r"\d", beside)
    return at if few else None


def _only_moment(text: str, now: datetime) -> tuple[Moment | None, str]:
    """The only moment in a text, with the words that say it; None where it has none, or several."""
    spoken = list(spoken_moments(text[:LONGEST_TIME], now))
    return (spoken[0][0], spoken[0][1].strip()) if len(spoken) == 1 else (None, "")


def time_first(text: str, now: datetime) -> Spoken | None:
    """The moment with which an answer begins that says more behind it; none, if it may be another
    one (26 or 27 Nov)."""
    found = leading_words(text, now)
    return found if found and not _OR.match(text[found.end :]) else None


def _time(text: str, now: datetime) -> Reading | None:
    found = _moment(text, now)
    if not isinstance(found, Moment):
        return Reading("", doubt=found.value) if found else None
    key = "about ago" if found.precision is Precision.HOUR else "ago"
    shown = said(key, at=stamp(found, now.tzinfo), since=elapsed(found, now))
    return Reading(found.value, shown)


def _amount(text: str) -> Reading | None:
    found = read_amounts(text)
    if not found:
        return None
    shown = [Text(amount.shown, amount.shown) for amount in found]
    doubt = None if all(amount.asset for amount in found) else "doubt-amount-asset"
    value = ", ".join(amount.value for amount in found)
    listed = reduce(lambda first, more: said("listed", first=first, more=more), shown)
    return Reading(value, listed, doubt)


def _address(text: str) -> Reading:
    value = read_address(text)
    words = [word.strip("()（），。,;") for word in value.split()]
    if any(shape(word) for word in words if len(word) >= SHORTEST_ADDRESS) or shape(value):
        return Reading(value)
    if transaction_shape(value):
        return Reading(value, doubt="doubt-address-txid")
    return Reading(value, doubt="doubt-address-typo" if mistyped(value) else "doubt-address-shape")


def _txid(text: str) -> Reading:
    value = read_txid(text)
    if all(map(transaction_shape, re.split(r"[\s,;，；]+", value))):  # one, or several
        return Reading(value)
    return Reading(value, doubt="doubt-txid-address" if shape(value) else "doubt-txid-shape")


def _email(text: str) -> Reading:
    value = read_email(text)
    return Reading(value) if value else Reading(text, doubt="doubt-email")


def _id(text: str) -> Reading:
    value = read_id(text)
    if value or re.search(r"\d{5}", text):  # with words around it, it stays as it is
        return Reading(value or text)
    return Reading(text, doubt="doubt-id")


_READERS: Mapping[Asks, Callable[[str], Reading | None]] = MappingProxyType(
    {
        Asks.AMOUNT: _amount,
        Asks.ADDRESS: _address,
        Asks.TXID: _txid,
        Asks.EMAIL: _email,
        Asks.ID: _id,
    }
)
