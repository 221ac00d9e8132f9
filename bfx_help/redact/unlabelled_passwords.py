"""Passwords without a word for them: by their look, beside words for a login, behind a user name,
an old one beside a new one.

Nothing here is sure: what is found is hidden and asked.
"""

import re
from collections.abc import Iterator

from bfx_help.redact.keywords import Meaning, meanings, named_by
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_bounds import EMAIL, SIGN, is_ordinary, looks_secret, token_at
from bfx_help.redact.word_lists import beside, either

_POLICY = (
    # two digits or a digit and a sign, with a capital or a sign; or a word and a number
    r"(?=\S*[a-z])(?=\S*[0-9](?:\S*[0-9]|\S*[!@#$%^&*+~?_;'])|\S*[!@#$%^&*+~?_;']\S*[0-9])"
    r"(?=\S*[A-Z!@#$%^&*+~?;'])[^\s、，。；：]{7,40}"
    r"|[a-z]{6,20}[0-9]{2,8}[a-z]?"
)
_NAME = r"[A-Za-z]+-(?:[A-Z][0-9]{1,3}|[0-9.]{1,4})|ERR\w+"  # a device, a version, an error
_SIGNED = (
    r"(?a)(?<![\w!@#$%^&*~./?=+\-])(?=[\w.\-!#$^*~@]{0,30}[a-z])(?=[\w.\-!#$^*~@]{0,30}[A-Z])"
    r"(?=[\w.\-!#$^*~@]{0,30}[0-9])(?=[A-Za-z0-9][\w.\-]{0,30}[!#$^*~@])[A-Za-z0-9][\w.\-!#$^*~@]{7,30}"
    r"(?![\w%&/=+(])"
)
_CREDENTIAL = (
    r"\s{0,3}(?:[:/|,;\s]|--?|\+|→|=>|->|\n|and\b|und\b|y\b|et\b|и\b|和|跟|与|與|mit\b|with\b"
    r"|con\b|avec\b)\s{0,3}"
)
_LOGIN = (
    r"(?i)(?:\b(?:(?:log ?in|user|account)(?: ?name)?|acc|credentials?|creds|usuario|логин)"
    r"|账号|账户|用户名|帳號|帐号)[\s:=]{1,3}(?!name)(?:is |是)?"
    r"[\w.\-]{2,40}?\s{0,2}[:/|,;和]\s{0,2}(?=\S)"
    r"|\b(?:log ?in|creds?|credentials?)[\s:=]{1,3}(?!name|is\b|as\b|id\b)[\w.\-]{2,40}\s"
    r"(?=[^\s.,]{0,40}(?-i:[a-z]))(?=[^\s.,]{0,40}(?-i:[A-Z]))"
    r"|\b(?:u|e|e?-?mail)[:=]\s?\S{2,60}\s{1,3}p[:=]\s?(?=\S)"
)
_CANDIDATE = r"(?a)(?<![\w@./\-#])[A-Za-z][!-~]{5,39}"
_BETWEEN = (
    r"(?i)[\s,;、/|.\"'“”]{0,4}"
    rf"(?:(?:{either('between passwords')})[\s,;、:\"'“”]{{0,3}}){{0,8}}"
)
_CLOSE = 60
_PLAYER = r"[A-Za-z]+#[0-9]{4}"
_OTHERS = meanings("NUMBER PUBLIC API TOKEN KEY")


def beside_entry(text: str, keywords: list[Keyword], start: int, end: int) -> Span | None:
    """The token at this place, if a password policy would take it and words of entry are near."""
    value = text[start:end]
    if not rx(_POLICY).fullmatch(value) or rx(_NAME).fullmatch(value) or _is_number(value):
        return None
    near = nearest(text, keywords, start, end, frozenset({Meaning.ENTRY}))
    other = nearest(text, keywords, start, end, _OTHERS)
    if not near or (other and not other.weak and other.cost <= near.distance):
        return None
    if near.distance > (20 if value.islower() and value.isalnum() else 55):
        return None
    return Span(start, end, SecretKind.PASSWORD, "where somebody tells how to get in", True)


def strong_passwords(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Tokens of small letters, capitals, digits and a sign within: hardly anything else is so."""
    for match in rx(_SIGNED).finditer(text):
        value = match.group().rstrip(".!-_")
        if not (looks_secret(value) and re.search(r"[!#$^*~@]", value)):
            continue
        if _is_number(value) or rx(_PLAYER).fullmatch(value):
            continue
        start, end = match.start(), match.start() + len(match.group().rstrip("."))
        other = nearest(text, keywords, start, end, _OTHERS)
        if not (other and not other.weak and other.cost <= 4):
            yield Span(start, end, SecretKind.PASSWORD, "of the look of a password", True)


def login_passwords(text: str) -> Iterator[Span]:
    """A token right behind a mail address, as people pass on a login."""
    for match in rx(_LOGIN).finditer(text):
        token = token_at(text, match.end())
        if token and looks_secret(text[slice(*token)]):
            yield Span(*token, SecretKind.PASSWORD, "behind a user name", True)
    for match in rx(EMAIL).finditer(text) if "@" in text else ():
        link = rx(_CREDENTIAL).match(text, match.end())
        token = link and token_at(text, link.end())
        if not token or not link:
            continue
        value = text[slice(*token)]
        if looks_secret(value) and not rx(EMAIL).match(text, token[0]):
            yield Span(*token, SecretKind.PASSWORD, "behind a mail address", link.group() == " ")
        elif link.group() == ":" and not is_ordinary(value) and len(value) > 4 and "@" not in value:
            yield Span(*token, SecretKind.PASSWORD, "behind a mail address", True)


def _is_number(value: str) -> bool:
    """Whether this names itself as something else, like `Ticket#8812`."""
    return bool((named_by(value) or {}).keys() & _OTHERS)


def pairs(text: str) -> Iterator[Span]:
    """Tokens that look like passwords, side by side as an old and a new one are."""
    if not beside("passwords tried").search(text):
        return
    row: list[tuple[int, int]] = []
    for start, end in [*_candidates(text), (len(text) + _CLOSE + 1,) * 2]:
        if row and (
            start - row[-1][1] > _CLOSE or not rx(_BETWEEN).fullmatch(text, row[-1][1], start)
        ):
            yield from _judged(text, row)
            row = []
        row.append((start, end))


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    for match in rx(_CANDIDATE).finditer(text):
        token = token_at(text, match.start())
        value = text[slice(*token)] if token else ""
        if re.fullmatch("[A-Za-z]+_[A-Za-z0-9]+", value):  # how people call themselves
            continue
        if token and looks_secret(value) and not named_by(value) and not value[:4].isupper():
            yield token


def _judged(text: str, row: list[tuple[int, int]]) -> Iterator[Span]:
    if len(row) < 2:
        return
    near = beside("passwords tried").search(
        text, max(0, row[0][0] - 30), min(len(text), row[-1][1] + 30)
    )
    values = [text[start:end] for start, end in row]
    alike = len({value[:3].lower() for value in values}) < len(values)
    signed = all(rx(SIGN).search(value) or ";" in value for value in values)
    if near and (alike or signed):
        yield from (
            Span(*place, SecretKind.PASSWORD, "two that look like passwords", True) for place in row
        )
