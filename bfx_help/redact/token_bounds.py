"""Finds where a value begins and ends in a text, and whether it looks secret."""

import re
from functools import cache

from bfx_help.redact.patterns import rx
from bfx_help.redact.token_formats import HEX64, is_account, is_public, is_uuid
from bfx_help.redact.word_lists import ordinary_words, read_sections, stop_words

_QUOTES = dict(zip("\"'`“‘「『«<", "\"'`”’」』»>", strict=True))
# Chinese ends a token, or leads it in a few characters: `密码wo123` is written as one word. The
# bounds keep keywords that stand side by side from being read again and again to their end.
_SIGNS = r"\s\"“”「」『』`，。；、！？（）【】《》,;<>\ufffc"
_TOKEN = (
    rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{{1,6}}[^{_SIGNS}]{{1,250}}|[^{_SIGNS}]{{2,500}}"
)
_HAN = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_JOINED = r"(?<=[0-9A-Za-z!#$%&'*+~])[;,<>\"、。](?=[0-9A-Za-z!#$%&'*+~])"
_FIELD = r"[;,<>\"、。]{1,2}[\"']?[^\W\d][\w\-]{0,20}[\"']?\s?[=:]"
_MARKUP = r"(?i)</|<(?:br|p|td|tr|th|li|div|span|b|i|a|strong|em|code|pre|table|ul|ol)\b"
PIECE = rf"[^{_SIGNS}\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{{2,500}}"
SIGN = r"[!@#$%^&*+~]"
EMAIL = r"[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.){1,4}[^\W\d_]{2,24}(?![\w\-])"


def quoted_at(text: str, start: int) -> tuple[int, int] | None:
    """The place between the quotation marks that open here."""
    closing = _QUOTES.get(text[start : start + 1])
    end = text.find(closing, start + 1, start + 100) if closing else -1
    if end <= start + 3 or "\n" in text[start:end] or "\ufffc" in text[start:end]:
        return None
    return start + 1, end


def token_at(text: str, start: int) -> tuple[int, int] | None:
    """The token that begins here, without the sentence's own signs and the Chinese behind it."""
    match = rx(_TOKEN).match(text, start)
    if not match:
        return None
    value = re.split(r"(?<=[^&])&(?=\w{1,20}=)", match.group())[0]
    if value[0].isascii():
        foreign = rx(_HAN).search(value)
        value = value[: foreign.start()] if foreign else value
    elif rx(_HAN).match(value):
        inner = re.fullmatch(
            r"\D{1,6}(?=[!-~]*[A-Za-z])[!-~]{2,}", value
        )  # `密码wo123` as one word
        value = inner.group() if inner else ""
    bare = value.rstrip(".:)'’]}\"*_")
    end = start + len(bare)
    if bare == value and value and value[0].isascii():
        end = value_end(text, start, end)
    return (start, end) if end - start >= 3 else None


def value_end(text: str, start: int, end: int) -> int:
    """Where a value really ends of which a comma, semicolon, quote or bracket cut off the rest.

    What is set off by such a sign without a space belongs to a value that says nothing yet, and
    to one that has a sign of its own; names of fields, markup and words behind it do not.
    """
    last = end
    for _ in range(3):
        rest = rx(PIECE).match(text, last + 1) if rx(_JOINED).match(text, last) else None
        if not rest or rx(_FIELD).match(text, last) or rx(_MARKUP).match(text, last):
            break
        left, right = text[start:last], rest.group().rstrip(".:)'’]}\"*_!?")
        whole = looks_secret(left) and not rx(SIGN).search(left)
        if len(left) < 2 or (whole and not (looks_secret(right) and not right.islower())):
            break
        last += 1 + len(right)
    mixed = re.search("[0-9]", text[start:last]) and re.search("[A-Za-z]", text[start:last])
    return last if mixed else end


@cache
def _not_passwords() -> re.Pattern[str]:
    """What mixes letters, digits and signs and is no password."""
    patterns = {
        heading: "|".join(lines.split()) for heading, lines in read_sections("not_passwords")
    }
    return re.compile(f"{patterns['exact']}|(?i:{patterns['any case']})")


def is_ordinary(value: str) -> bool:
    """Whether this is what a sentence about passwords goes on with, or the name of a thing."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", value.lower())
    if re.search(r"[0-9]", value) and len(words) < 3:
        number = re.fullmatch(r"[A-Za-z]{0,8}-?[0-9]{3,}", value)
        return bool(_not_passwords().fullmatch(value.rstrip("!?"))) and not number
    if not words or not re.search(r"\w", value):
        return True
    if len(words) > 1:
        return any(word in stop_words() for word in words) or all(
            word in ordinary_words() for word in words
        )
    word = value.strip("!?.,").lower()
    return word in ordinary_words() or (
        value.islower() and word.endswith(("ed", "ing", "able", "ible"))
    )


def looks_secret(value: str) -> bool:
    """Whether a token mixes letters, digits and signs as passwords do and words do not."""
    bare = value.rstrip("!?.")
    if len(value) < 5 or len(value) > 64 or not _mixed(bare):
        return False
    if _not_passwords().fullmatch(bare) or rx(HEX64).match(value) or rx(EMAIL).match(value):
        return False
    return not (is_uuid(value) or is_public(value) or is_account(value))


def _mixed(bare: str) -> bool:
    letter, digit = any(c.isalpha() for c in bare), any(c.isdigit() for c in bare)
    return (letter and (digit or bool(re.search(r"[!@#$%^]", bare)))) or (
        digit and bool(re.search(r"[!@#$^*~]", bare))
    )
