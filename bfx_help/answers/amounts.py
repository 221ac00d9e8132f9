"""Reads amounts and assets as people type them: `USDT 1500`, `1.500,50 EUR`, `2.5万美元`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bfx_help.answers.numbers import CHINESE, ENGLISH, half, number


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


_NAMES = {
    "BCH": "bitcoin cash|比特现金|比特币现金",
    "BTC": "bitcoins?|比特币|比特(?!现金|币|大陆)|大饼",
    "ETH": "ethers?|ethereum|以太币|以太坊|以太",
    "USDT": "tethers?|泰达币|泰达|(?<=[0-9万千k])u",
    "XRP": "ripples?|瑞波币|瑞波",
    "LTC": "litecoins?|莱特币?",
    "DOGE": "dogecoins?|狗狗币|狗币",
    "SOL": "索拉纳",
    "ADA": "cardano|艾达币?",
    "XLM": "stellar lumens?|lumens?|恒星币",
    "XMR": "monero|门罗币?",
    "EOS": "柚子币?",
    "DOT": "polkadot|波卡",
    "TRX": "波场币",
    "USD": r"us ?dollars?|dollars?|bucks|us\$|\$|美元|美金|美刀|刀",
    "EUR": "euros?|€|欧元",
    "GBP": "pounds?|£|英镑",
    "JPY": "yen|日元|日圆",
    "CNY": "人民币|rmb|yuan",
    "CHF": "francs?|瑞士法郎|法郎",
    "TRY": "liras?|里拉",
}
# Also English words are those that count only in capitals.
_TICKERS = (
    "BTC|ETH|USDT|UST|XRP|LTC|BCH|BSV|XLM|EOS|TRX|XMR|ZEC|DOGE|AVAX|MATIC|AAVE|XTZ|SHIB|PEPE|USDC"
    "|DAI|XAUT|EURT|EURQ|USDQ|BNB|FTM|IOTA|OMG|ZRX|MKR|YFI|CRV|AXS|CHZ|ENJ|WBTC|USTC|HNT|JASMY|KSM"
    "|USD|EUR|GBP|JPY|CNH|CNY|CHF|MXN|HKD|SGD|AUD"
)
_CAPITALS = (
    "DOT|LINK|UNI|NEAR|APT|SUI|TON|LEO|SAND|COMP|APE|ARB|OP|TRY|POL|SOL|ADA|ATOM|GALA|SUSHI|NEO"
    "|DASH|LUNA|FIL|ALGO|ETC|CAD"
)
_FIAT = ("USD", "EUR", "GBP", "JPY", "CNH", "CNY", "CHF", "TRY", "MXN", "HKD", "SGD", "AUD", "CAD")
_ALIASES = {"UST": "USDT", "U": "USDT"}  # how Bitfinex writes it in symbols; 1500u in chats
_AFTER = (
    rf"(?<![A-Za-z])(?i:{'|'.join(_NAMES.values())})(?![a-z])"
    rf"|(?<![A-Za-z])(?:(?i:{_TICKERS})|{_CAPITALS})(?![A-Za-z0-9])"
)
_ASSET = rf"(?<![0-9])(?:{_AFTER})"
_NUMBER = (
    r"(?<![A-Za-z0-9_.,:])(?>\d{1,30}(?:[.,'’]\d{1,30}){0,9}(?:[ \u00a0]\d{3}(?!\d)){0,5})"
    # three days, 16:05 and 5 % are no amounts of what stands beside them
    r"(?!\s*-?(?:[:%点号日月年天次笔周分秒]|个?小时|个?工作|个月|星期|(?i:day|hour|hr|min|sec|week|month"
    r"|year|working|business|confirm|time|(?:st|nd|rd|th|am|pm|h|d)\b)))"
)
_SCALE = {
    "万": 4, "亿": 8, "百万": 6, "千": 3, "k": 3, "m": 6, "thousand": 3, "grand": 3, "million": 6
}  # fmt: skip
_UNIT = "tokens?|coins?|个|枚|颗|块"
# Patterns are texts: `re` compiles and keeps them when first used, which costs 40 ms in all.
_FOUND = (
    rf"(?P<before>{_ASSET})\s*(?P<n1>{_NUMBER})(?P<s1>[万亿]|百万|[kKmM](?![a-zA-Z]))?"
    rf"|(?P<n2>{_NUMBER})\s*(?P<s2>[万亿千]|百万|[kKmM](?![a-zA-Z])|(?i:thousand|grand|million)\b)?\s*(?P<unit>{_UNIT})?\s*"
    rf"(?:of\s+)?(?P<after>{_AFTER})?"
)
# Numbers in words count only right beside an asset, and not where they count something else: the
# first BTC, one BTC address.
_ELSE = (
    "地址|钱包|账户|网络|交易|提现|提币|充值|充币|订单"
    "|address|wallet|account|network|withdraw|deposit|order|trans|holder|trade|payment"
)
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
    return (Amount(number, (typed["a"] or typed["b"] or "").upper()),)


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
        number = number.scaleb(_SCALE[scale.lower()]).normalize()
    return f"{number:f}" if number > 0 else None
