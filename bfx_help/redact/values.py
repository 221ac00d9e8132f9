"""What stands in a text as one value: where it begins and ends, and whether it looks secret."""

import re

from bfx_help.redact.patterns import lazy
from bfx_help.redact.prose import PROSE
from bfx_help.redact.shapes import HEX64, is_account, is_public, is_uuid
from bfx_help.redact.wordlists import STOPWORDS

_QUOTES = {
    '"': '"',
    "'": "'",
    "`": "`",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "«": "»",
    "<": ">",
}
# Chinese ends a token, or leads it in a few characters: `密码wo123` is written as one word. The
# bounds keep labels that stand side by side from being read again and again to their end.
_SIGNS = r"\s\"“”「」『』`，。；、！？（）【】《》,;<>\ufffc"
_TOKEN = lazy(
    rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{{1,6}}[^{_SIGNS}]{{1,250}}|[^{_SIGNS}]{{2,500}}"
)
_HAN = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_JOINED = lazy(r"(?<=[0-9A-Za-z!#$%&'*+~])[;,<>\"、。](?=[0-9A-Za-z!#$%&'*+~])")
_FIELD = lazy(r"[;,<>\"、。]{1,2}[\"']?[^\W\d][\w\-]{0,20}[\"']?\s?[=:]")
_MARKUP = lazy(r"</|<(?:br|p|td|tr|th|li|div|span|b|i|a|strong|em|code|pre|table|ul|ol)\b", re.I)
PIECE = lazy(rf"[^{_SIGNS}\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{{2,500}}")
SIGN = lazy(r"[!@#$%^&*+~]")
EMAIL = lazy(r"[\w.+\-]{1,64}@(?:[\w\-]{1,63}\.){1,4}[^\W\d_]{2,24}(?![\w\-])")
_NOT_PASSWORDS = lazy(
    r"@\w+|\$[\w\-]+|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}|(?:[a-z]+|[0-9]fa"
    r"|s?[0-9.]{1,4})(?:-(?:[a-z]+|[0-9]fa|[0-9]{1,3}))+"
    r"|[0-9]+(?:[.,:/\-][0-9]+)*[%a-z]{0,4}|[0-9]{1,3}-[a-z]{2,12}|#?[A-Z]{0,4}-?[0-9]+"
    r"|(?i:[0-9]+(?:st|nd|rd|th|h|hr|hrs|d|m|min|mins|s|ms|k|x|pm|am|usd|btc|eth|g|gb|mb)"
    r"|2fa|u2f|[ft]2f|sha-?[0-9]+|md5|bip-?[0-9]+|slip-?[0-9]+"
    r"|(?:erc|trc|bep|spl|brc|kip|arc)-?[0-9]+|mt[0-9]{3}|utf-?[0-9]+|web[23]|h264|mp[34]"
    r"|v[0-9][0-9.]*(?:-?[a-z]+[0-9]*)?|1password|3d-secure|3ds2?|iphone[0-9,a-z]*|ipad[0-9,a-z]*"
    r"|ios-?[0-9.]*|android-?[0-9.]*|win(?:dows)?-?[0-9]+|macos[0-9.]*"
    r"|chrome/?[0-9.]*|firefox/?[0-9.]*|safari/?[0-9.]*|mozilla/?[0-9.]*|python-?[0-9.]*"
    r"|http/?[0-9.]*|[a-z][a-z0-9+]*://.*|www\..*|oauth2?|base(?:32|58|64)|ed25519|secp256k1"
    r"|aes-?[0-9]+|rsa-?[0-9]+|s[1-4]|p2p|b2b|24/7|covid19|tls1?\.?[0-9]*|ipv[46]"
    r"|x86(?:_64)?|amd64|e[0-9]|q[1-4]|level[0-9]|step[0-9]|t[A-Z]{6,10}|err_[a-z_]+)"
    r"|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:T[0-9:.]+Z?)?|[0-9]{1,2}:[0-9]{2}.*"
    r"|[^@\s]+@[^@\s]+\.[a-z]{2,}|[\w\-]+(?:\.[\w\-]+)*\.(?:com|org|net|io|cn|info|pdf|png"
    r"|jpe?g|txt|csv|eml|py|js|json|html?|exe|apk|dmg|zip)(?:[/?].*)?|[A-Za-z]:\\.*"
    r"|/[\w./\-]+|[A-Z]{2,6}[/\-][A-Z]{2,6}|[A-Z]{2,6}(?:-[0-9]+){1,4}"
    r"|t?[A-Z]{3,5}F0:[A-Z]+F0"
)


def quoted_at(text: str, start: int) -> tuple[int, int] | None:
    """What stands in the quotation marks that open here."""
    closing = _QUOTES.get(text[start : start + 1])
    end = text.find(closing, start + 1, start + 100) if closing else -1
    if end <= start + 3 or "\n" in text[start:end] or "\ufffc" in text[start:end]:
        return None
    return start + 1, end


def token_at(text: str, start: int) -> tuple[int, int] | None:
    """The token that begins here, without the sentence's own signs and the Chinese behind it."""
    match = _TOKEN.match(text, start)
    if not match:
        return None
    value = re.split(r"(?<=[^&])&(?=\w{1,20}=)", match.group())[0]
    if value[0].isascii():
        foreign = _HAN.search(value)
        value = value[: foreign.start()] if foreign else value
    elif _HAN.match(value):
        inner = re.fullmatch(
            r"\D{1,6}(?=[!-~]*[A-Za-z])[!-~]{2,}", value
        )  # `密码wo123` as one word
        value = inner.group() if inner else ""
    bare = value.rstrip(".:)'’]}\"*_")
    end = start + len(bare)
    if bare == value and value and value[0].isascii():
        end = joined_at(text, start, end)
    return (start, end) if end - start >= 3 else None


def joined_at(text: str, start: int, end: int) -> int:
    """Where a value really ends of which a comma, semicolon, quote or bracket cut off the rest.

    What is set off by such a sign without a space belongs to a value that says nothing yet, and
    to one that has a sign of its own; names of fields, markup and words behind it do not.
    """
    last = end
    for _ in range(3):
        rest = PIECE.match(text, last + 1) if _JOINED.match(text, last) else None
        if not rest or _FIELD.match(text, last) or _MARKUP.match(text, last):
            break
        left, right = text[start:last], rest.group().rstrip(".:)'’]}\"*_!?")
        whole = looks_secret(left) and not SIGN.search(left)
        if len(left) < 2 or (whole and not (looks_secret(right) and not right.islower())):
            break
        last += 1 + len(right)
    mixed = re.search("[0-9]", text[start:last]) and re.search("[A-Za-z]", text[start:last])
    return last if mixed else end


def is_prose(value: str) -> bool:
    """Whether this is what a sentence about passwords goes on with, or the name of a thing."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", value.lower())
    if re.search(r"[0-9]", value) and len(words) < 3:
        number = re.fullmatch(r"[A-Za-z]{0,8}-?[0-9]{3,}", value)
        return bool(_NOT_PASSWORDS.fullmatch(value.rstrip("!?"))) and not number
    if not words or not re.search(r"\w", value):
        return True
    if len(words) > 1:
        return any(word in STOPWORDS for word in words) or all(word in PROSE for word in words)
    word = value.strip("!?.,").lower()
    return word in PROSE or (value.islower() and word.endswith(("ed", "ing", "able", "ible")))


def looks_secret(value: str) -> bool:
    """Whether a token mixes letters, digits and signs as passwords do and words do not."""
    bare = value.rstrip("!?.")
    if len(value) < 5 or len(value) > 64 or not _mixed(bare):
        return False
    if _NOT_PASSWORDS.fullmatch(bare) or HEX64.match(value) or EMAIL.match(value):
        return False
    return not (is_uuid(value) or is_public(value) or is_account(value))


def _mixed(bare: str) -> bool:
    letter, digit = any(c.isalpha() for c in bare), any(c.isdigit() for c in bare)
    return (letter and (digit or bool(re.search(r"[!@#$%^]", bare)))) or (
        digit and bool(re.search(r"[!@#$^*~]", bare))
    )
