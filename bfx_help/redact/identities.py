"""Numbers of identity documents: by the words beside them, or by their own checksum."""

import re
from collections.abc import Iterator

from bfx_help.answers.checksums import resident_id
from bfx_help.redact.context import Label, nearest
from bfx_help.redact.found import Kind, Span
from bfx_help.redact.labels import Hint
from bfx_help.redact.patterns import lazy
from bfx_help.redact.vocabulary import look_up

_RESIDENT = lazy(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])", re.ASCII)
_SSN = lazy(r"(?<![\w\-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w\-])", re.ASCII)
_ID_TOKEN = lazy(
    r"(?=[A-Za-z]{0,6}[0-9(])[A-Za-z0-9]{1,20}(?:[.\-/][A-Za-z0-9]{1,12}){0,5}(?:\("
    r"[0-9A-Z]\))?(?: (?=[0-9]{1,10}\b|[A-Z]{1,3}\b)[A-Za-z0-9.\-/]{1,16}){0,8}(?![A-Za-z0-9])",
    re.ASCII,
)
_DAY = lazy(
    r"(?:19|20)[0-9]{2}[./\-][0-9]{1,2}(?:[./\-][0-9]{1,2})?"
    r"|[0-9]{1,2}[./\-][0-9]{1,2}[./\-](?:19|20)?[0-9]{2}"
)
_MIXED_ID = lazy(r"(?=[A-Z0-9]{0,9}[A-Z])[A-Z0-9]{8,10}")
_ID_WANTED = frozenset({Hint.IDENTITY, Hint.NUMBER, Hint.PUBLIC, Hint.CODE, Hint.CARD})


def identities(text: str, known: list[Label]) -> Iterator[Span]:
    """Numbers of identity documents: by the words beside them, or by their own checksum."""
    for match in _RESIDENT.finditer(text):
        if resident_id(match.group()):
            yield Span(*match.span(), Kind.IDENTITY, "resident identity number")
    unsaid = not any(Hint.IDENTITY in label.hints for label in known)
    for match in _SSN.finditer(text):
        yield Span(*match.span(), Kind.IDENTITY, "social security number", unsaid)
    for label in known:
        if label.hints.get(Hint.IDENTITY) is False:
            span = _identity(text, known, label)
            if span:
                yield span


def _identity(text: str, known: list[Label], label: Label) -> Span | None:
    """The number that is said of this document, after its name or before it."""
    around = ((label.end, label.end + 60), (max(0, label.start - 50), label.start))
    vague = text[label.start : label.end].lower().startswith("id n")  # may be a user's
    for low, high in around:
        for match in _ID_TOKEN.finditer(text, low, min(high, len(text))):
            if re.match("[A-Za-z0-9]", text[max(0, match.start() - 1) : match.start()]):
                continue
            value = match.group()
            count = sum(c.isdigit() for c in value)
            mixed = count > 1 and _MIXED_ID.fullmatch(value)
            if (count < (9 if vague else 5) and not mixed) or _is_another(value):
                continue
            near = nearest(text, known, *match.span(), _ID_WANTED)
            if near and near.hint is Hint.IDENTITY and near.cost < (20 if mixed else 60):
                return Span(*match.span(), Kind.IDENTITY, "number beside words for a document")
    return None


def _is_another(value: str) -> bool:
    """Whether this is a date, or names itself as something else, like `UID12345678`."""
    name = re.match("[A-Za-z]+", value)
    said = look_up(name.group().lower()) if name else None
    named = said is not None and bool(said.keys() & {Hint.NUMBER, Hint.PUBLIC})
    return named or bool(_DAY.fullmatch(value))
