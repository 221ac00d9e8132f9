"""Secrets that show by themselves what they are: keys, tokens and wallet files of known formats."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bfx_help.redact.patterns import rx
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_formats import is_private
from bfx_help.redact.word_lists import read_lines

_B58 = "[1-9A-HJ-NP-Za-km-z]"


class SecretFormat(NamedTuple):
    """One of the `signs` stands, in small letters, in every text that the pattern fits; the last of
    its groups, if it has any, is the secret."""

    kind: SecretKind
    reason: str
    signs: tuple[str, ...]
    pattern: str


_BASE58_TOKEN = rf"(?<![A-Za-z0-9]){_B58}{{22,58}}(?![A-Za-z0-9])"


def known_formats(text: str) -> Iterator[Span]:
    """Secrets of known formats: no word is needed to tell what they are."""
    small = text.lower()
    for secret in _formats():
        if any(sign in small for sign in secret.signs):
            for match in rx(secret.pattern).finditer(text):
                yield Span(*match.span(match.lastindex or 0), secret.kind, secret.reason)
    for match in rx(_BASE58_TOKEN).finditer(text):
        reason = is_private(match.group())
        if reason:
            yield Span(*match.span(), SecretKind.KEY, reason)


@cache
def _formats() -> tuple[SecretFormat, ...]:
    rows = (line.split("\t") for line in read_lines("secret_formats.tsv").splitlines())
    return tuple(
        SecretFormat(SecretKind(kind), reason, tuple(signs.split()) or ("",), pattern)
        for kind, reason, signs, pattern in rows
    )
