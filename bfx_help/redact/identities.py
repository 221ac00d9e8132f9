"""Numbers of identity documents: by the words beside them, or by their own checksum."""

import re
from collections.abc import Iterator

from bfx_help.answers.checksums import resident_id
from bfx_help.redact.keywords import Meaning, meanings, named_by
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span

_RESIDENT = r"(?a)(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])"
_SSN = r"(?a)(?<![\w\-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w\-])"
_MACHINE_READ = (
    r"(?<![A-Z0-9<])(?:[A-Z0-9<]{5,30}<<[A-Z0-9<]{3,36}|[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{7}"
    r"[MFX<][0-9]{7}[A-Z0-9<]{2,17}"
    r"|[0-9]{7}[MFX<][0-9]{7}[A-Z<]{3}[A-Z0-9<]{5,12})(?![A-Z0-9<])"
)
_ID_TOKEN = (
    r"(?a)(?=[A-Za-z]{0,6}[0-9(])[A-Za-z0-9]{1,20}(?:[.\-/][A-Za-z0-9]{1,12}){0,5}(?:\("
    r"[0-9A-Z]\))?(?: (?=[0-9]{1,10}\b|[A-Z]{1,3}\b)[A-Za-z0-9.\-/]{1,16}){0,8}(?![A-Za-z0-9])"
)
_DAY = (
    r"(?:19|20)[0-9]{2}[./\-][0-9]{1,2}(?:[./\-][0-9]{1,2})?"
    r"|[0-9]{1,2}[./\-][0-9]{1,2}[./\-](?:19|20)?[0-9]{2}"
)
_HOUR_OF_DAY = rf"(?:{_DAY}|[0-9]{{1,2}}[./\-][0-9]{{1,2}}) [0-2]?[0-9](?=:[0-5][0-9])"
_MIXED_ID = r"(?=[A-Z0-9]{0,9}[A-Z])[A-Z0-9]{8,10}"
_ID_WANTED = meanings("IDENTITY NUMBER PUBLIC CODE CARD")


def identities(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Numbers of identity documents: by the words beside them, or by their own checksum."""
    for match in rx(_RESIDENT).finditer(text):
        if resident_id(match.group()):
            yield Span(*match.span(), SecretKind.IDENTITY, "resident identity number")
    yield from _machine_read(text)
    unsaid = not any(Meaning.IDENTITY in keyword.meanings for keyword in keywords)
    for match in rx(_SSN).finditer(text):
        yield Span(*match.span(), SecretKind.IDENTITY, "social security number", unsaid)
    for keyword in keywords:
        if keyword.meanings.get(Meaning.IDENTITY) is False:
            span = _identity(text, keywords, keyword)
            if span:
                yield span


def _identity(text: str, keywords: list[Keyword], keyword: Keyword) -> Span | None:
    """The number that is said of this document, after its name or before it."""
    around = ((keyword.end, keyword.end + 60), (max(0, keyword.start - 50), keyword.start))
    vague = text[keyword.start : keyword.end].lower().startswith("id n")  # may be a user's
    for low, high in around:
        for match in rx(_ID_TOKEN).finditer(text, low, min(high, len(text))):
            if re.match("[A-Za-z0-9]", text[max(0, match.start() - 1) : match.start()]):
                continue
            value = match.group()
            count = sum(c.isdigit() for c in value)
            mixed = count > 1 and rx(_MIXED_ID).fullmatch(value)
            if (count < (9 if vague else 5) and not mixed) or _is_another(value):
                continue
            if rx(_HOUR_OF_DAY).match(text, match.start()):
                continue
            near = nearest(text, keywords, *match.span(), _ID_WANTED)
            if near and near.meaning is Meaning.IDENTITY and near.cost < (20 if mixed else 60):
                reason = "number beside words for a document"
                return Span(*match.span(), SecretKind.IDENTITY, reason)
    return None


def _is_another(value: str) -> bool:
    """Whether this is a date, or names itself as something else, like `UID12345678`."""
    said = named_by(value) or {}
    return bool(said.keys() & {Meaning.NUMBER, Meaning.PUBLIC}) or bool(rx(_DAY).fullmatch(value))


def _machine_read(text: str) -> Iterator[Span]:
    """The lines of letters and `<` at the foot of passports and identity cards."""
    for match in rx(_MACHINE_READ).finditer(text) if "<" in text else ():
        value = match.group()
        if len(value) >= 24 and (
            any(sign.isdigit() for sign in value) or re.match("[PIAVC][A-Z<]", value)
        ):
            yield Span(*match.span(), SecretKind.IDENTITY, "a line that machines read")
