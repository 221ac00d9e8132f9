"""Shapes of addresses and transaction ids: which networks one can belong to."""

import binascii
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from bfx_help.answers import checksums
from bfx_help.answers.numbers import half
from bfx_help.model import BLANK, NONE, UNKNOWN
from bfx_help.name_lists import list_of

_SIGNS = {
    "<hex>": "[0-9a-fA-F]",
    "<32>": "[A-Z2-7]",
    "<58>": "[1-9A-HJ-NP-Za-km-z]",
    "<bech32>": "[02-9ac-hj-np-z]",
}


class AddressFormat(NamedTuple):
    """A row of `words/networks.txt`: what fits the pattern is right if the check says so."""

    networks: tuple[str, ...]
    check: str
    pattern: str

    def fits(self, text: str) -> bool:
        """Whether a text looks so, whatever the check says."""
        return re.fullmatch(self.pattern, text) is not None

    def holds(self, text: str) -> bool:
        """Whether a text looks so and is right."""
        check, *numbers = self.check.split()
        try:
            return self.fits(text) and _CHECKS[check](text, tuple(map(int, numbers)))
        except (binascii.Error, ValueError):
            return False


def _base58(text: str, versions: Sequence[int]) -> bool:
    return (checksums.base58_check(text) or b"\xff\xff")[0] in versions


def _segwit(text: str, _: Sequence[int]) -> bool:
    """Version 0 is written in bech32, the later ones in bech32m."""
    found = checksums.bech32(text)
    version = text.lower().rpartition("1")[2][0]
    return found is not None and (found[1] == 1) == (version == "q")


_CHECKS: Mapping[str, Callable[[str, Sequence[int]], bool]] = {
    "any": lambda text, _: True,
    "base58": _base58,
    "segwit": _segwit,
    "bech32": lambda text, before: checksums.bech32(text[sum(before) :]) is not None,
    "ripple": lambda text, _: checksums.base58_check(text, checksums.RIPPLE) is not None,
    "key": lambda text, _: len(checksums.base58(text) or b"") == 32,
    "ethereum": lambda text, _: checksums.ethereum(text),
    "stellar": lambda text, _: checksums.stellar(text),
    "polkadot": lambda text, _: checksums.polkadot(text),
    "ton": lambda text, _: checksums.ton(text),
    "algorand": lambda text, _: checksums.algorand(text),
}


@cache
def _formats(section: str) -> tuple[AddressFormat, ...]:
    text = list_of("networks", section)
    for name, signs in _SIGNS.items():
        text = text.replace(name, signs)
    rows = (line.split("\t") for line in text.splitlines())
    return tuple(AddressFormat(tuple(names.split()), *row) for names, *row in rows)


def shape(text: str) -> frozenset[str]:
    """The networks this can be an address of; where there is a checksum, it is right."""
    return _networks_of("addresses", text)


def mistyped(text: str) -> bool:
    """Whether it looks like an address of some network, but the checksum of none is right."""
    near = any(row.fits(text) for row in _formats("addresses") if row.check != "key")
    return near and not shape(text)


def transaction_shape(text: str) -> frozenset[str]:
    """The networks this can be a transaction id of."""
    return _networks_of("transactions", text)


def _networks_of(section: str, text: str) -> frozenset[str]:
    rows = _formats(section)
    return frozenset(network for row in rows if row.holds(text) for network in row.networks)


def fits(value: str, network: str) -> bool | None:
    """Whether an address or transaction id can belong to the network, also with words beside it;
    None where that cannot be said: a network that is not known here, or no value."""
    known = any(network in row.networks for row in _formats("addresses"))
    if not known or value in ("", UNKNOWN, BLANK, NONE):
        return None
    words = (word.strip("<>()\"',.;:，。；：") for word in value.split())
    return any(network in shape(word) | transaction_shape(word) for word in words)


def read_address(text: str) -> str:
    """The address as it was pasted, without outer spaces, a scheme (`bitcoin:`) or a query. One
    with a remark beside it stays as it is."""
    text = half(text).strip()
    if " " in text:
        return text
    text = text.strip("<>()\"'，。")
    found = re.match(
        r"(?:bitcoin|litecoin|ethereum|tron|lightning|solana|dogecoin):([^?\s]+)", text
    )
    return found[1] if found else text


def read_txid(text: str) -> str:
    """The transaction id as it was pasted; out of a link to an explorer, the id in it."""
    text = half(text).strip("<>()\"'，。")
    if "/" in text:
        parts = [part for part in re.split(r"[/?#&=]", text) if transaction_shape(part)]
        return parts[-1] if parts else text
    return text
