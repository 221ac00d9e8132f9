"""Codes of gift cards and vouchers: whoever reads one can spend it."""

import re
from collections.abc import Iterator

from bfx_help.redact.keywords import Meaning, meanings
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.word_lists import everyday_words, is_common

_CODE = (
    r"(?a)(?<![A-Za-z0-9_\-/.@+#$])(?:[A-Za-z0-9]{3,8}(?:-[A-Za-z0-9]{3,8}){1,6}"
    r"|[A-Z0-9]{4,6}(?: [A-Z0-9]{4,6}){2,6}|[A-Za-z0-9]{8,30})(?![A-Za-z0-9_\-/@]|[.,:][A-Za-z0-9])"
)
_EVIDENT = r"(?a)[0-9]{10,}|(?![A-Z]+[0-9]+\Z)[A-Z0-9]+|.*[ \-].*"  # digits, capitals or groups
_DATE = r"(?:19|20)[0-9]{2}-?[0-9]{2}-?[0-9]{2}"
_WANTED = meanings("GIFT NUMBER")
_SURE, _FAR = 24, 90
"""Up to the first cost the words beside a code decide; up to the second the user is asked."""


def gift_codes(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """What words nearby call the code of a gift card or voucher, in any grouping."""
    if not any(Meaning.GIFT in keyword.meanings for keyword in keywords):
        return
    for match in rx(_CODE).finditer(text):
        token = match.group()
        near = nearest(text, keywords, *match.span(), _WANTED) if _is_code(token) else None
        limit = _FAR if rx(_EVIDENT).fullmatch(token) else 0
        if near and near.meaning is Meaning.GIFT and near.cost <= limit:
            reason = "beside words for a gift card or voucher"
            yield Span(*match.span(), SecretKind.GIFT, reason, near.cost > _SURE)


def _is_code(token: str) -> bool:
    """Whether this is neither words nor a short number nor a date."""
    groups = re.split("[ -]", token)
    words = (group.lower() for group in groups if group.isalpha())
    if any(is_common(word) or word in everyday_words() for word in words):
        return False
    if token.replace(" ", "").replace("-", "").isdigit():
        return sum(map(len, groups)) >= 10 and not rx(_DATE).match(token)
    return any(sign.isdigit() for sign in token)
