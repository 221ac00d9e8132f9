"""Numbers and widths as people type them: full-width digits, Chinese numerals, English words."""

import re
import unicodedata
from decimal import Decimal

from bfx_help.name_lists import table_of

_ENGLISH = {
    word: int(value)
    for value, words in table_of("numbers", "english").items()
    for word in words.split()
}
_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SIMPLE = str.maketrans(
    "時點週個兩剛現間鐘號後過當會幾禮處萬億", "时点周个两刚现间钟号后过当会几礼处万亿"
)

CHINESE = "[零〇一二两三四五六七八九十百千]{1,9}"
ENGLISH = "|".join(sorted(_ENGLISH, key=len, reverse=True))


def half(text: str) -> str:
    """The text with full-width letters, digits and signs as ASCII, and without outer spaces."""
    return unicodedata.normalize("NFKC", text).strip()


def simple(text: str) -> str:
    """`half`, in lower case, with the traditional characters of times as simplified ones."""
    return half(text).lower().translate(_SIMPLE)


def number(text: str) -> Decimal | None:
    """What a number means, written in digits, Chinese numerals or English words."""
    if re.fullmatch(r"\d{1,40}(?:\.\d{1,40})?", text, re.ASCII):
        return Decimal(text)
    if text in _ENGLISH:
        return Decimal(_ENGLISH[text])
    return _chinese(text) if re.fullmatch(CHINESE, text) else None


def _chinese(text: str) -> Decimal | None:
    """What it means; None for two digits side by side, which are a guess: 两三, 十二三."""
    if re.fullmatch("[零〇一二三四五六七八九]{4}", text):  # a year
        return Decimal("".join(str(_DIGITS[sign]) for sign in text))
    if re.search("[一二两三四五六七八九]{2}", text):
        return None
    total, digit = 0, None
    for sign in text:
        if sign in _TENS:
            total, digit = total + (1 if digit is None else digit) * _TENS[sign], None
        else:
            digit = _DIGITS[sign] or None
    return Decimal(total + (digit or 0))


def read_numbers(text: str) -> tuple[int, ...] | None:
    """The numbers of the options somebody chose: `1,3`, `１、３`, `12`; None if it is no list."""
    parts = [part for part in re.split(r"[\s,、;.)]+", half(text)) if part]
    values = [number(part) for part in parts]
    if not parts or len(parts) > 99 or None in values:
        return None
    return tuple(int(value) for value in values if value is not None)
