"""Reads amounts and assets as people type them: `USDT 1500`, `1.500,50 EUR`, `2.5万美元`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bfx_help.answers.numbers import CHINESE, ENGLISH, half, number
from bfx_help.name_lists import list_of, pattern_of, table_of


class Amount(NamedTuple):
    """A number above zero, in digits with a point, and the ticker of its asset ("" if not said)."""

    number: str
    asset: str = ""

    @property
    def value(self) -> str:
        """The amount as an answer: `1500 USDT`."""
        return f"{self.number} {self.asset}".strip()

    @property
    def shown(self) -> str:
        """The amount for reading: `1,500 USDT`."""
        return f"{Decimal(self.number):,f} {self.asset}".strip()


def is_bare(value: str) -> bool:
    """Whether an amount is a long number without an asset, which may be the id of something."""
    return bool(re.fullmatch(r"\d{6,}", value))


_NAMES = table_of("coins", "names")
_TICKERS, _CAPITALS, _FIAT, NO_TICKERS = (
    list_of("coins", section).split()
    for section in ("tickers", "capitals", "currencies", "no tickers")
)
_ALIASES = table_of("coins", "aliases")
_AFTER = (
    rf"(?<![A-Za-z])(?i:{'|'.join(_NAMES.values())})(?![a-z])"
    rf"|(?<![A-Za-z])(?:(?i:{'|'.join(_TICKERS)})|{'|'.join(_CAPITALS)})(?![A-Za-z0-9])"
)
_ASSET = rf"(?<![0-9])(?:{_AFTER})"
_NUMBER = (
    r"(?<![A-Za-z0-9_.,:])(?>\d{1,30}(?:[.,'’]\d{1,30}){0,9}(?:[ \u00a0]\d{3}(?!\d)){0,5})"
    rf"(?!\s*-?(?:{pattern_of('coins', 'counted')}))"
)
_SCALE = table_of("coins", "scales")
_UNIT = "tokens?|coins?|个|枚|颗|块"
# Patterns are texts: `re` compiles and keeps them when first used, which costs 40 ms in all.
_FOUND = (
    rf"(?P<before>{_ASSET})\s*(?P<n1>{_NUMBER})(?P<s1>[万亿]|百万|[kKmM](?![a-zA-Z]))?"
    rf"|(?P<n2>{_NUMBER})\s*(?P<s2>[万亿千]|百万|[kKmM](?![a-zA-Z])|(?i:thousand|grand|million)\b)?\s*(?P<unit>{_UNIT})?\s*"
    rf"(?:of\s+)?(?P<after>{_AFTER})?"
)
# Numbers in words count only right beside an asset, and not where they count something else.
_ELSE = pattern_of("coins", "else")
_BESIDE = rf"(?>(?:{_AFTER}))(?!\s*(?i:{_ELSE}))"
_IN_WORDS = (
    rf"(?<![A-Za-z])(?!(?i:an?) )(?i:{ENGLISH})\s+(?={_BESIDE})"
    rf"|(?<![第这那每一二两三四五六七八九十])(?:{CHINESE})(?=(?:[万亿]|百万|[个枚颗])+\s*{_BESIDE})"
    r"|(?<![第这那每一二两三四五六七八九十])(?:[一二两三四五六七八九十百千]{2,9})(?=[uU刀](?![a-zA-Z]))"
    rf"|(?<![A-Za-z])(?i:half (?:an? )?)(?={_BESIDE})"
)
_TYPED = (
    r"(?P<a>[A-Za-z][A-Za-z0-9]{1,9})?\s*(?P<n>[\d.,'’ ]{1,60})(?:tokens?|coins?|个|枚)?\s*"
    r"(?P<b>[A-Za-z][A-Za-z0-9]{1,9})?"
)


def read_amounts(text: str) -> tuple[Amount, ...] | None:
    """The amounts somebody typed where only amounts are asked; None if it holds anything else."""
    text = half(text[:500]).strip(" .。,，约")
    found = tuple(_found(text))
    rest = re.sub(_FOUND, " ", text)
    if found and not re.search(r"[^\W_]|[-−]", re.sub(r"\b(?:and|about)\b|和|约|大约", " ", rest)):
        return found
    typed = re.fullmatch(_TYPED, text)  # a ticker that is not known here
    number = plain_number(typed["n"].strip()) if typed else None
    if not typed or not number or (typed["a"] and typed["b"]):
        return None
    asset = typed["a"] or typed["b"] or ""
    return (Amount(number, asset.upper() if asset.islower() else asset),)  # wstETH is a name


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts inside a longer text: numbers beside a known asset, or counted as tokens."""
    text = re.sub(_IN_WORDS, _in_digits, half(text[:5000]))
    return tuple(_found(text, certain=True))


def _in_digits(words: re.Match[str]) -> str:
    text = words[0].strip().lower()
    if text.startswith("half"):
        return " 0.5 "
    value = number(text)
    return words[0] if value is None else f" {value}{' ' if words[0].isascii() else ''}"


def assets_in(text: str) -> tuple[str, ...]:
    """The tickers of the known assets that a text names, each once."""
    found = re.finditer(_ASSET, half(text[:5000]))
    return tuple(dict.fromkeys(_ticker(name[0]) for name in found))


def _found(text: str, certain: bool = False) -> Iterator[Amount]:
    for found in re.finditer(_FOUND, text):
        asset = found["before"] or found["after"] or ""
        ticker = _ticker(asset) if asset else ""
        digits = found["n1"] or found["n2"]
        if ticker in _FIAT and re.fullmatch(r"\d{1,3}\.\d{3}", digits):
            digits = digits.replace(".", "")  # no currency has thousandths
        number = plain_number(digits, found["s1"] or found["s2"] or "")
        if certain and (_price(text[: found.start()]) or not (asset or _counted(found["unit"]))):
            continue
        if number:
            yield Amount(number, ticker)


def _price(before: str) -> bool:
    """Whether the number after this text is what something cost, not how much of it there is."""
    return (
        re.search(r"(?i)(?:\bat|@|prices?(?: of)?|价格?|价位|instead of)\s*$", before) is not None
    )


def _counted(unit: str | None) -> bool:
    return unit not in (None, "个", "颗", "块")  # in Chinese these count anything


def _ticker(name: str) -> str:
    for ticker, pattern in _NAMES.items():
        if re.fullmatch(pattern, name, re.I):
            return ticker
    return _ALIASES.get(name.upper(), name.upper())


def plain_number(text: str, scale: str = "") -> str | None:
    """The number in digits with a point, thousands unmarked; None if it is none above zero.

    One comma before exactly three digits marks thousands (1,500); one point is a decimal point.
    """
    text = re.sub(r"[ \u00a0'’]", "", text)
    signs = [sign for sign in text if sign in ".,"]
    thousands = len(signs) > 1 and len(set(signs)) == 1
    thousands = thousands or re.fullmatch(r"[1-9]\d{0,2},\d{3}", text) is not None
    last = max(text.rfind("."), text.rfind(",")) if signs and not thousands else len(text)
    whole, part = text[:last], text[last + 1 :]
    if not re.fullmatch(r"\d{1,30}|\d{1,3}(?:,\d{3}){1,9}|\d{1,3}(?:\.\d{3}){1,9}", whole):
        return None
    digits = re.sub(r"[.,]", "", whole)
    number = Decimal(f"{digits}.{part}" if part else digits)
    if scale:
        number = number.scaleb(int(_SCALE[scale.lower()])).normalize()
    return f"{number:f}" if number > 0 else None
