"""Shapes of addresses and transaction ids: which networks one can belong to."""

import binascii
import re
from collections.abc import Callable

from bfx_help.answers import checksums
from bfx_help.answers.numbers import half
from bfx_help.model import BLANK, NONE, UNKNOWN

EVM = ("ethereum", "bsc", "polygon", "arbitrum", "optimism", "avalanche", "base")
"""Networks whose addresses and transaction ids look alike."""

_HEX = r"[0-9a-fA-F]"
_B58 = "[1-9A-HJ-NP-Za-km-z]"
_B32 = "[A-Z2-7]"


def _versions(*versions: int) -> Callable[[str], bool]:
    """A test for base58 addresses that begin with one of these bytes."""
    return lambda text: (checksums.base58_check(text) or b"\xff\xff")[0] in versions


def _segwit(text: str) -> bool:
    """Version 0 is written in bech32, the later ones in bech32m."""
    found = checksums.bech32(text)
    version = text.lower().rpartition("1")[2][0]
    return found is not None and (found[1] == 1) == (version == "q")


def _bech32(text: str) -> bool:
    return checksums.bech32(text) is not None


def _ripple(text: str) -> bool:
    return checksums.base58_check(text, checksums.RIPPLE) is not None


def _key(text: str) -> bool:
    return len(checksums.base58(text) or b"") == 32


def _any(_: str) -> bool:
    return True


_ADDRESSES: tuple[tuple[tuple[str, ...], str, Callable[[str], bool]], ...] = (
    (("bitcoin", "bitcoin-cash", "omni"), rf"[13]{_B58}{{25,34}}", _versions(0, 5)),
    (("bitcoin",), r"(?i:bc1[02-9ac-hj-np-z]{11,71})", _segwit),
    (
        ("liquid",),
        rf"(?i:(?:lq|ex)1[02-9ac-hj-np-z]{{30,110}})|[GHQ]{_B58}{{33}}|V{_B58}{{79}}",
        _any,
    ),
    (("lightning",), r"(?i:ln(?:bc|url)[0-9a-z]{20,2000})|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _any),
    (("bitcoin-cash",), r"(?:bitcoincash:)?[qp][02-9ac-hj-np-z]{41}", _any),
    (EVM, rf"0x{_HEX}{{40}}", checksums.ethereum),
    (("avalanche",), r"[XPC]-avax1[02-9ac-hj-np-z]{38}", lambda text: _bech32(text[2:])),
    (("tron",), rf"T{_B58}{{33}}", _versions(0x41)),
    (("xrp",), r"r[1-9A-HJ-NP-Za-km-z]{24,34}", _ripple),
    (("stellar",), rf"G{_B32}{{55}}", checksums.stellar),
    (("stellar",), rf"M{_B32}{{68}}", _any),
    (("solana",), rf"{_B58}{{32,44}}", _key),
    (("litecoin",), rf"[LM3]{_B58}{{25,34}}", _versions(0x30, 0x32, 5)),
    (("litecoin",), r"(?i:ltc1[02-9ac-hj-np-z]{11,71})", _segwit),
    (("dogecoin",), rf"[DA9]{_B58}{{25,34}}", _versions(0x1E, 0x16)),
    (("dash",), rf"[X7]{_B58}{{33}}", _versions(0x4C, 0x10)),
    (("zcash",), rf"t[13]{_B58}{{33}}", _versions(0x1C)),
    (("cardano",), r"addr1[02-9ac-hj-np-z]{50,110}", _bech32),
    (("cardano",), rf"(?:Ae2|DdzFF){_B58}{{50,110}}", _any),
    (("polkadot",), rf"1{_B58}{{45,47}}", checksums.polkadot),
    (("kusama",), rf"[C-HJ]{_B58}{{46}}", checksums.polkadot),
    (("cosmos",), r"cosmos1[02-9ac-hj-np-z]{38,58}", _bech32),
    (("near",), rf"{_HEX}{{64}}|(?=.{{2,64}}$)[a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:near|tg)", _any),
    (("eos",), r"(?=.{1,12}$)[a-z1-5]+(?:\.[a-z1-5]+)*", _any),
    (("ton",), r"[EUk0]Q[\w+/-]{46}", checksums.ton),
    (("ton",), rf"(?:0|-1):{_HEX}{{64}}", _any),
    (("algorand",), rf"{_B32}{{58}}", checksums.algorand),
    (("aptos", "sui"), rf"0x{_HEX}{{62,64}}", _any),
    (("monero",), rf"[48]{_B58}{{94}}(?:{_B58}{{11}})?", _any),
    (("tezos",), rf"(?:tz[1-4]|KT1){_B58}{{33}}", _versions(6, 2)),
    (("filecoin",), r"f[0-4][a-z0-9]{6,90}", _any),
)
_TRANSACTIONS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("bitcoin", "omni", "liquid", "lightning", "bitcoin-cash", "tron", "xrp", "stellar",
         "litecoin", "dogecoin", "dash", "zcash", "cardano", "cosmos", "eos", "ton", "monero"),
        rf"{_HEX}{{64}}",
    ),
    ((*EVM, "aptos", "polkadot", "kusama"), rf"0x{_HEX}{{64}}"),
    (("solana",), rf"{_B58}{{86,88}}"),
    (("sui", "near"), rf"{_B58}{{43,44}}"),
    (("avalanche",), rf"{_B58}{{49,51}}"),
    (("algorand",), rf"{_B32}{{52}}"),
    (("tezos",), rf"o{_B58}{{50}}"),
    (("ton",), r"[\w+/-]{43}="),
    (("filecoin",), r"bafy[a-z2-7]{55,62}"),
)  # fmt: skip
NETWORKS = frozenset(network for row in _ADDRESSES for network in row[0])
"""Networks whose shapes are known."""


def shape(text: str) -> frozenset[str]:
    """The networks this can be an address of; where there is a checksum, it is right."""
    return frozenset(
        network
        for networks, pattern, right in _ADDRESSES
        if re.fullmatch(pattern, text) and _right(right, text)
        for network in networks
    )


def mistyped(text: str) -> bool:
    """Whether it looks like an address of some network, but the checksum of none is right."""
    near = any(re.fullmatch(row[1], text) for row in _ADDRESSES if row[2] is not _key)
    return near and not shape(text)


def transaction_shape(text: str) -> frozenset[str]:
    """The networks this can be a transaction id of."""
    return frozenset(
        network
        for networks, pattern in _TRANSACTIONS
        if re.fullmatch(pattern, text)
        for network in networks
    )


def fits(value: str, network: str) -> bool | None:
    """Whether an address or transaction id can belong to the network; None where that cannot be
    said: a network that is not known here, or no value."""
    if network not in NETWORKS or value in ("", UNKNOWN, BLANK, NONE):
        return None
    return network in shape(value) | transaction_shape(value)


def _right(test: Callable[[str], bool], text: str) -> bool:
    try:
        return test(text)
    except (binascii.Error, ValueError):
        return False


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
