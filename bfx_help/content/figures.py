"""Finds what a text states that can be looked up: figures with units, links, addresses."""

import re
import string
import unicodedata
from decimal import Decimal
from functools import cache

from bfx_help.answers.numbers import ENGLISH, number
from bfx_help.name_lists import pattern_of, table_of

_UNITS = table_of("figures", "units")
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}
# Capitals after a number that are no currency: parts of the day, kinds of code and so on.
_NO_TICKER = r"(?!(?:UTC|GMT|AM|PM|API|URL|PDF|PNG|JPG|CSV|KYC|TXID|HEX|BASE)\b)"

_WORDS = [word for word in ENGLISH.split("|") if number(word) not in (0, 1)]
_MANY = {"thousand": 10**3, "万": 10**4, "million": 10**6, "亿": 10**8, "billion": 10**9}

# "One" in words is left out: "one day" and 一天 are seldom meant as a figure.
_NUMBER = (
    r"(?:(?<![A-Za-z0-9_#])(?<!\d[.,/])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    rf"(?: ?(?:{'|'.join(_MANY)}))?"
    rf"|\b(?:{'|'.join(_WORDS)})(?![a-z])"
    r"|(?<![第一二两三四五六七八九十几数])"
    r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九])(?![一二三四五六七八九十几]))"
)
_SOME_DIGIT = re.compile(r"[\d两二三四五六七八九十]")
_NUMBERS = frozenset(_WORDS)
# A comma joins numbers only where "or" or "and" follows: "up to 10,000, 0.1% above" is no list.
# It is never taken back (?>), or a text of nothing but numbers would take minutes.
_LIST = (
    rf"(?>{_NUMBER}(?:(?:, ?{_NUMBER}){{0,9}}"
    rf" ?(?:、|-|–|—|~|/|(?:, ?)?\b(?:to|or|and)\b|至|到|或|和) ?{_NUMBER}){{0,9}})"
)
_UNIT = "|".join(
    f"(?P<{name}>(?:{words})(?!(?<=[A-Za-z])[A-Za-z]))" for name, words in _UNITS.items()
)
_FIGURE = re.compile(
    rf"(?P<list>(?i:{_LIST}))[ -]?(?:(?:full|whole|more|further|consecutive) |完整|整)?"
    rf"(?:(?i:{_UNIT})|[个枚]? ?{_NO_TICKER}(?P<ticker>[A-Z]{{3,5}})\b)"
)
_PRICE = re.compile(
    r"(?P<sign>US\$|[$€£]|\b(?:USD|EUR|GBP|JPY|USDT|CNY)\b) ?"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?万)?)"
)
_ALWAYS = re.compile(r"\b24 ?/ ?7\b|\b7 ?[×x*] ?24(?: ?小时)?|\b24 ?[×x*] ?7\b|\b7天24小时")
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?: ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?)?|-\d\d(?:-\d\d)?)"
    r"|\d{1,2} ?月(?: ?\d{1,2} ?[日号])?"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d ?(?:to|-|–|至|到) ?(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\b")

# Full-width punctuation ends a number; its narrow twin could continue it.
_PAUSES = str.maketrans(dict.fromkeys("，：；。．", " ; "))

_TLD = pattern_of("figures", "ends of hosts")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_LINK = re.compile(
    rf"(?:https?://)?(?<![\w@.\[-])(?:[a-z0-9-]+\.)+(?:{_TLD})(?![\w-])(?!\.[a-z])"
    r"(?::\d+)?(?:/[\w./?=&%#~:+-]*)?|https?://[^\s<>\"'“”（）()，。；、》」]+",
    re.IGNORECASE | re.ASCII,
)
_HANDLE = re.compile(r"(?<![\w@./])(?:@[A-Za-z0-9_]{2,}|r/[A-Za-z0-9_]{2,})", re.ASCII)


@cache
def figures(text: str) -> frozenset[str]:
    """The figures of a text in either language, as `12 hour`, `0.1 percent`, `10000 USD`.

    A range or list gives each of its numbers. Dates and times of day are no figures.
    """
    if not _SOME_DIGIT.search(text) and _NUMBERS.isdisjoint(re.findall("[a-z]+", text.lower())):
        return frozenset()
    text = unicodedata.normalize("NFKC", text.translate(_PAUSES))
    found = {"24/7"} if _ALWAYS.search(text) else set()
    for other in (_ALWAYS, _YEARS, _DATE, _CLOCK):
        text = other.sub(" | ", text)
    for price in _PRICE.finditer(text):
        found.add(_said(price["number"], _SIGNS.get(price["sign"], price["sign"])))
    for figure in _FIGURE.finditer(_PRICE.sub(" | ", text)):
        unit = next((name for name in _UNITS if figure[name]), figure["ticker"])
        found |= {
            _said(number, unit) for number in re.findall(_NUMBER, figure["list"], re.IGNORECASE)
        }
    return frozenset(found)


@cache
def mentions(text: str) -> frozenset[str]:
    """The links, mail addresses and handles of a text, links without `https://` and `www.`.

    What was written so that nobody can click it (hxxps, [.]) is none.
    """
    if not re.search(r"[@/]|\.[A-Za-z]", text):
        return frozenset()
    mails = _MAIL.findall(text)
    text = _MAIL.sub(" ", text)
    links = [_link(found[0]) for found in _LINK.finditer(text)]
    handles = _HANDLE.findall(_LINK.sub(" ", text))
    return frozenset(name.lower() for name in (*mails, *links, *handles))


def _link(link: str) -> str:
    link = link.rstrip(".,;:!?")
    return re.sub(r"(?i)^(?:https?://)?(?:www\.)?", "", link).rstrip("/")


def _said(figure: str, unit: str) -> str:
    return f"{_value(figure):f} {unit}"


def _value(figure: str) -> Decimal:
    if not figure[0].isdigit():
        return number(figure.lower()) or Decimal(0)
    digits = figure.rstrip(string.ascii_letters + " 万亿")
    value = Decimal(digits.replace(",", "")) * _MANY.get(figure[len(digits) :].strip().lower(), 1)
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
