"""A Chinese screen holds no English but in brackets, ids, links, quotations and names."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bfx_help import content
from bfx_help.model import Text
from tests import TESTS

TRANSCRIPTS = sorted((TESTS / "transcripts").glob("*-zh.txt"))

_CALLED_SO = """
    App Arbitrum Avalanche BitFenix Bitfinex Chain Cosmos EURt Facebook Firefox GitHub Google
    Honey iFinex Instagram iPhone Ledger LinkedIn Linux macOS Medium Mercuryo Node OpenPayd
    Optimism Pay Play Polygon Python Reddit Report Reports Ruby Simplex Smart Solana Stellar
    Store Telegram Tezos USDt Wallet WebSocket Windows WooCommerce
"""
"""Firms, networks, coins, systems and places on the web, which Chinese calls so too."""

_TYPED_SO = "ccxt nonce"
"""Words of the API and of the command line."""

NAMES = frozenset(f"{_CALLED_SO} {_TYPED_SO}".split())
"""English words that may stand in a Chinese sentence."""

VERBATIM = "request to lift withdrawal hold"
"""The subject that Bitfinex wants word for word."""

_EXEMPT = re.compile(
    r"""\w+://[^\s（），。]+                             # links, harmless or made harmless
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
    "requests",
    "checklists",
    "official",
    "interface",
    "faq",
)


def texts(node: object, path: str) -> Iterator[tuple[str, str]]:
    """Every Chinese text of a part of the content, with the way that leads to it."""
    if isinstance(node, Text):
        yield path, node.zh
    elif isinstance(node, Mapping):
        for name, one in node.items():
            yield from texts(one, f"{path} {name}")
    elif hasattr(node, "_asdict"):
        yield from texts(node._asdict(), path)
    elif isinstance(node, tuple):
        for one in node:
            yield from texts(one, path)


def screen(transcript: str) -> str:
    """What a transcript says in Chinese: without what was typed, also where it is told again, and
    without the English request.

    The request is as long as it is, every other line is broken at 80 columns.
    """
    shown = re.sub(r"(?ms)^Subject:.*?(?=^主题：|^还要|\Z)", "", transcript.partition("\n")[2])
    lines = [line for line in shown.splitlines() if len(line) <= 80]
    typed = [line[2:] for line in lines if line[:2] in ("> ", "| ")]
    said = [line for line in lines if line[:1] not in (">", "|") and not line.startswith("[exit")]
    text = re.sub(r"\n +(?=\S)|(?<=[a-z])\n(?=[a-z])", " ", "\n".join(said))
    for one in sorted(typed, key=len, reverse=True):
        text = text.replace(one, "") if len(one) > 3 else text
    return text


@pytest.mark.parametrize("part", PARTS)
def test_no_text_of_the_content_holds_english(part: str) -> None:
    every = tuple(
        (path, text)
        for path, text in texts(getattr(content.load(), part), part)
        if "examples-" not in path  # commands as they are typed
    )
    assert every
    assert [(path, found) for path, text in every if (found := english(text))] == []


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_no_chinese_screen_holds_english(path: Path) -> None:
    if path.stem.startswith(("no-input-", "why-this-route", "content-")):
        pytest.skip("it is made of ids")
    assert english(screen(path.read_text(encoding="utf-8"))) == []


def test_english_is_found_and_names_are_spared() -> None:
    assert english(
        "请 please 看 https://www.bitfinex.com（Live Chat）的 USDT，运行 bfx-help ask"
    ) == ["please"]
