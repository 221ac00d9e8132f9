"""Reads an answer of any kind: what it means, what to echo, and what does not look right."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from bfx_help.answers.amounts import read_amounts
from bfx_help.answers.chains import mistyped, read_address, read_txid, shape, transaction_shape
from bfx_help.answers.contacts import read_email, read_id
from bfx_help.answers.numbers import simple
from bfx_help.answers.spans import Moment, Precision, elapsed, stamp
from bfx_help.answers.times import read_time
from bfx_help.model import UNKNOWN, Asks, Text

_UNKNOWN = (
    r"unknown|(?:i )?(?:do not|don'?t) (?:know|remember)|no idea|not sure|unsure|[-—]+|n/a"
    r"|(?:我)?(?:不知道|不清楚|不确定|不记得了?|忘记?了)|未知|不详|没有?印象"
)


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
    if re.fullmatch(_UNKNOWN, simple(text[:40]).strip(" .。!").replace("’", "'")):
        return Reading(UNKNOWN)
    if kind is Asks.TIME:
        return _time(text, now)
    return _READERS.get(kind, Reading)(text)


def _time(text: str, now: datetime) -> Reading | None:
    found = read_time(text, now)
    if not isinstance(found, Moment):
        return Reading("", doubt=found.value) if found else None
    at, since = stamp(found, now.tzinfo), elapsed(found, now)
    about = found.precision is Precision.HOUR
    return Reading(
        found.value,
        Text(
            f"{'about ' if about else ''}{at.en}, {since.en} ago",
            f"{'约 ' if about else ''}{at.zh}，已过 {since.zh}",
        ),
    )


def _amount(text: str) -> Reading | None:
    found = read_amounts(text)
    if not found:
        return None
    shown = [amount.shown for amount in found]
    doubt = None if all(amount.asset for amount in found) else "doubt-amount-asset"
    value = ", ".join(amount.value for amount in found)
    return Reading(value, Text(", ".join(shown), "、".join(shown)), doubt)


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
    if transaction_shape(value):
        return Reading(value)
    return Reading(value, doubt="doubt-txid-address" if shape(value) else "doubt-txid-shape")


def _email(text: str) -> Reading:
    value = read_email(text)
    return Reading(value) if value else Reading(text, doubt="doubt-email")


def _id(text: str) -> Reading:
    value = read_id(text)
    return Reading(value) if value else Reading(text, doubt="doubt-id")


_READERS: Mapping[Asks, Callable[[str], Reading | None]] = MappingProxyType(
    {
        Asks.AMOUNT: _amount,
        Asks.ADDRESS: _address,
        Asks.TXID: _txid,
        Asks.EMAIL: _email,
        Asks.ID: _id,
    }
)
