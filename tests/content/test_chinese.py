"""A Chinese screen holds no English but in brackets, ids, links, quotations and names."""

import re
from collections.abc import Iterator, Mapping

import pytest

from bfx_help.model import Text
from tests.compiled import shipped

_CALLED_SO = """
    Algorand App Aptos Arbitrum Avalanche Base BitFenix Bitfinex Borrow Celo Chain Cosmos Discord
    Ethereum EURt Facebook Firefox GitHub Google Honey iFinex Inc Instagram iPhone Kodex Kraken
    Kusama Ledger Lending Line LinkedIn Linux Liquid macOS Medium Mercuryo Near Node Omni OpenPayd
    Optimism Pay Play Polkadot Polygon Pro Python Reddit Report Reports Ruby SafePal Simplex Smart
    Solana Stellar Store Sunset Telegram Tether Tezos Trezor Tron USDt Wallet WalletScrutiny
    WebSocket WhatsApp Windows WooCommerce YouTube zkEVM
"""
"""Firms, networks, coins, systems and places on the web, which Chinese calls so too."""

_TYPED_SO = "BFX HELP HOME ccxt chmod dms Esc http https meta nonce root true tEUT tEUTUST DUST RSN"
"""Words of the API and of the command line."""

NAMES = frozenset(f"{_CALLED_SO} {_TYPED_SO}".split())
"""English words that may stand in a Chinese sentence."""

VERBATIM = "request to lift withdrawal hold"
"""The subject that Bitfinex wants word for word."""

_EXEMPT = re.compile(
    r"""例如：.*                              # what somebody may type or see
    |\w+://[^\s（），。]+                             # links, harmless or made harmless
    |[\w.+-]+@[\w.-]+|@\w+                  # mail addresses, handles
    |(?:[\w-]+(?:\.|\[\.\]))+[a-z]{2,}(?:/\S*)?   # hosts
    |\$\w+(?:-\w+)*|<[^>]*>|\{[^}]*\}|\[[^\]]*\]  # placeholders, gaps, conditions
    |\([^)]*\)|（[^）]*）|“[^”]*”|"[^"]*"|`[^`]*`|《[^》]*》   # brackets and quotations
    |bfx-help(?:\ [a-z-]+)*|--[a-z-]+(?:[ =][A-Z]+)?   # commands and options
    |[\w-]*[a-z0-9]+(?:[-_=/.][A-Za-z0-9]+)+|\b\w+/    # ids, paths, files
    |\b[a-z-]+(?=（|\ \ )                       # an id with its meaning, or in its column
    |\b[A-Z0-9]+\+?[0-9]*\b|\b[A-Z]{2,}s?\b|\b\w*\d\w*\b   # tickers, abbreviations, hashes
    """,
    re.VERBOSE | re.ASCII,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z']+")


def english(text: str) -> list[str]:
    """The English words of a text that should not be there."""
    left = _EXEMPT.sub(" ", text.replace(VERBATIM, ""))
    return [word for word in _WORD.findall(left) if word not in NAMES]


PARTS = (
    "sources",
    "facts",
    "channels",
    "topics",
    "questionnaire",
    "routes",
    "letters",
    "situations",
    "checklists",
    "official",
    "interface",
    "faq",
)


def texts(node: object, path: str, language: str = "zh") -> Iterator[tuple[str, str]]:
    """Every Chinese text of a part of the content, with the way that leads to it."""
    if isinstance(node, Text):
        yield path, node.all[language]
    elif isinstance(node, Mapping):
        for name, one in node.items():
            yield from texts(one, f"{path} {name}", language)
    elif hasattr(node, "_asdict"):
        yield from texts(node._asdict(), path, language)
    elif isinstance(node, tuple):
        for one in node:
            yield from texts(one, path, language)


@pytest.mark.parametrize("part", PARTS)
def test_no_text_of_the_content_holds_english(part: str) -> None:
    every = tuple(
        (path, text)
        for path, text in texts(getattr(shipped(), part), part)
        if "examples-" not in path  # commands as they are typed
    )
    assert every
    assert [(path, found) for path, text in every if (found := english(text))] == []


def test_english_is_found_and_names_are_spared() -> None:
    assert english(
        "请 please 看 https://www.bitfinex.com（Live Chat）的 USDT，运行 bfx-help ask"
    ) == ["please"]
