"""Recovery codes in any grouping: a list of tokens of one shape behind words for them."""

import re
from collections.abc import Iterator

from bfx_help.redact.keywords import Meaning
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword
from bfx_help.redact.secret_kinds import SecretKind, Span

_LEAD = (
    r"(?:[^\n:=.!?,。]{0,16}?[:=]|[\"')]{0,2}\s{0,2}(?:is|are|was|were|是|为|為|有|：|如下)?)"
    r"[\s\"'“(\[*•\-]{0,6}(?:[0-9]{1,2}[.):、]\s?)?"
)
_TOKEN = r"(?a)(?:[A-Za-z0-9]{3,12})(?:-[A-Za-z0-9]{2,12}){0,4}(?![A-Za-z0-9\-@./:_])"
_NEXT = (
    r"(?:[ \t]{0,3}\r?\n[ \t*•>|]{0,6}|[ \t]?[,;/|、][ \t\n]?|[ \t]{1,4}"
    r"|[ \t]?(?:and|or|y|et|und|和|与|與|及|跟)[ \t]?)"
    r"(?:[0-9]{1,2}[.):、]\s?)?[\"'“(]?"
)
_SAID = "behind words for a recovery code"
_DATE = r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_LIST = (
    r"(?<![\w\-])(?=[a-z]*[0-9])([a-z0-9]{4,6}-[a-z0-9]{4,6})(?:[\s,;/、*•]{1,4}(?:[0-9]{1,2}[.)]\s?)?"
    r"[a-z0-9]{4,6}-[a-z0-9]{4,6}){2,19}(?![\w\-])"
)


def recovery_codes(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """What is said to be a recovery code, and lists that nothing else looks like."""
    for keyword in keywords:
        if keyword.meanings.get(Meaning.BACKUP) is False:
            lead = rx(_LEAD).match(text, keyword.end)
            yield from _row(text, lead.end() if lead else keyword.end)
    for match in rx(_LIST).finditer(text):
        mixed = re.search(r"[a-z]", match.group()) and re.search(r"[0-9]", match.group())
        shapes = {_shape(item) for item in re.findall(r"[a-z0-9\-]{9,13}", match.group())}
        if mixed and len(shapes) == 1:
            yield Span(*match.span(), SecretKind.BACKUP, "a list of tokens of one shape", True)


def _row(text: str, place: int) -> Iterator[Span]:
    """Tokens of one shape that follow one another from this place."""
    first = rx(_TOKEN).match(text, place)
    if not first or not _is_code(first.group()) or rx(_DATE).fullmatch(first.group()):
        return
    shape, last = _shape(first.group()), first
    yield Span(*first.span(), SecretKind.BACKUP, _SAID)
    for _ in range(40):
        gap = rx(_NEXT).match(text, last.end())
        token = rx(_TOKEN).match(text, gap.end()) if gap else None
        if not token or not _is_code(token.group()):
            return
        alike = not token.group().isalpha() and _like(first.group(), token.group())
        if _shape(token.group()) != shape and not alike:
            return
        yield Span(*token.span(), SecretKind.BACKUP, _SAID)
        last = token


def _is_code(token: str) -> bool:
    """Whether this is no word: with digits, or of capitals in groups."""
    if any(sign.isdigit() for sign in token):
        return len(token) > 3
    return "-" in token and token.isupper()


def _shape(token: str) -> str:
    return re.sub(r"[A-Za-z0-9]", "x", token)


def _like(first: str, second: str) -> bool:
    """Whether both mix letters and digits, and are about as long."""
    mixed = all(
        re.search("[A-Za-z]", token) and re.search("[0-9]", token) for token in (first, second)
    )
    return mixed and abs(len(first) - len(second)) < 3
