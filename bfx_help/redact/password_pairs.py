"""Passwords in twos and threes: an old one and a new one, several that were tried."""

import re
from collections.abc import Iterator

from bfx_help.redact.keywords import named_by
from bfx_help.redact.patterns import rx
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_bounds import SIGN, looks_secret, token_at
from bfx_help.redact.word_lists import beside, either

_CANDIDATE = r"(?a)(?<![\w@./\-#])[A-Za-z][!-~]{5,39}"
_BETWEEN = (
    r"(?i)[\s,;、/|.\"'“”]{0,4}"
    rf"(?:(?:{either('between passwords')})[\s,;、:\"'“”]{{0,3}}){{0,8}}"
)
_CLOSE = 60


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
