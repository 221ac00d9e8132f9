"""Long tokens that look random: words near them tell a secret from an id, hash or address."""

import re
from collections.abc import Iterator

from bfx_help.redact.keywords import Meaning, kinds_of, meanings
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_formats import (
    HEX64,
    LINK,
    is_account,
    is_keypair,
    is_private,
    is_public,
    is_uuid,
)
from bfx_help.redact.word_lists import beside

_TOKEN = r"(?<![A-Za-z0-9+/_\-.@%])[A-Za-z0-9+/_\-]{12,600}={0,2}(?![A-Za-z0-9+/_\-]|@)"
_PARAMETER = (
    r"(?i)[?&#;](?:[a-z_\-]{0,20}(?:token|secret|password|passwd|pwd|apikey|api_key|api-key"
    r"|signature|sig|auth|otp|session|jwt|sid|access_key|private_?key|seed|mnemonic)|key"
    r"|code)=([^&\s\"'<>#;\ufffc\u3400-\u9fff]{4,2000})"
)
_PATH = (
    r"(?i)/[a-z_\-]{0,20}(?:reset|verify|verification|confirm|confirmation|activate|unlock|login|token|auth)"
    r"[a-z_\-]{0,20}/(?:[a-z_\-]{1,20}/)?([A-Za-z0-9_\-.]{20,600})"
)
_SPACED_HEX = (
    r"(?<![0-9A-Za-z])(?:0x)?(?:[0-9a-fA-F]{2,32}[ :\-\n]{1,2}){1,31}[0-9a-fA-F]{2,32}(?!"
    r"[0-9A-Za-z])"
)
_WRAPPED = (
    r"(?<![A-Za-z0-9])[A-Za-z0-9]{8,120}(?:-?[ \t]{0,4}\r?\n[ \t>"
    r"|]{0,8}[A-Za-z0-9]{4,120}){1,4}(?![A-Za-z0-9])"
)
_BASE32 = (
    r"(?<![A-Za-z0-9])(?:[A-Z2-7]{4}[ \-]){3,15}[A-Z2-7]{1,4}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])(?:[a-z2-7]{4}[ \-]){3,15}[a-z2-7]{1,4}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9/])(?:[A-Z2-7]{16,64}|[a-z2-7]{16,64})={0,6}(?![A-Za-z0-9])"
)

_LONG_NUMBER = r"[0-9]{70,78}"  # a private key in decimal digits
# A word, a number, a time, a word and a number.
_ORDINARY = (
    r"[A-Za-z]?[a-z]*|[A-Z]+|[0-9]{1,8}|[0-9]{8}T[0-9]{4,6}Z?"
    r"|[A-Za-z]{1,8}[0-9]{1,2}|[0-9]{1,4}[A-Za-z]{1,2}|[a-z]{3,20}[0-9]{1,17}"
)
_SECRETS = {
    **kinds_of("SEED KEY TOTP PASSWORD API TOKEN BACKUP"),
    **{Meaning.CODE: SecretKind.TOTP, Meaning.PIN: SecretKind.PASSWORD},
}
_WANTED = frozenset(_SECRETS) | {Meaning.PUBLIC, Meaning.NUMBER}
_HEX_WANTED = meanings("SEED KEY TOTP API TOKEN PASSWORD PUBLIC")
_BASE32_WANTED = meanings("TOTP CODE KEY API BACKUP PUBLIC NUMBER PASSWORD")


def tokens(text: str, keywords: list[Keyword], field: str | None) -> Iterator[Span]:
    """Tokens that are secrets by their words, and those of which only the user can tell."""
    links = [match.span() for match in rx(LINK).finditer(text)]
    yield from _parameters(text)
    yield from _base32(text, keywords)
    yield from _broken(text, keywords, field)
    speaks_of_api = any(Meaning.API in keyword.meanings for keyword in keywords)
    place = 0
    for match in rx(_TOKEN).finditer(text):
        start, end = match.span()
        while place < len(links) and links[place][1] <= start:
            place += 1
        if place < len(links) and links[place][0] <= start:
            continue
        span = _judged(text, keywords, field, start, end, speaks_of_api)
        if span:
            yield span


def _parameters(text: str) -> Iterator[Span]:
    for match in rx(_PARAMETER).finditer(text):
        if not match.group(1).isalpha() or len(match.group(1)) > 15:
            yield Span(*match.span(1), SecretKind.TOKEN, "secret in a link")
    for match in rx(_PATH).finditer(text):
        if looks_random(match.group(1)):
            yield Span(*match.span(1), SecretKind.TOKEN, "secret in the path of a link")


def _judged(
    text: str, keywords: list[Keyword], field: str | None, start: int, end: int, api: bool
) -> Span | None:
    token = text[start:end]
    if rx(HEX64).match(token) or is_keypair(token):
        return _key_or_id(text, keywords, field, start, end)
    if is_account(token) and field == "address":
        return None
    if is_public(token) or not (looks_random(token) or rx(_LONG_NUMBER).fullmatch(token)):
        return None
    near = nearest(text, keywords, start, end, _WANTED)
    short = len(token) < 20
    far = 40 if short else 90
    if near and near.meaning in _SECRETS and not (near.weak and short) and near.cost < far:
        if short and near.meaning is Meaning.PASSWORD and "/" in token:
            return None  # a name and a password: `passwords` tells them apart
        account = is_account(token) and not api and near.distance > 4
        if account or (_is_plain_id(token) and near.distance > 4):
            return None
        reason = "random characters beside words for a secret"
        return Span(start, end, _SECRETS[near.meaning], reason, near.weak)
    public = near is not None and near.meaning not in _SECRETS and near.cost < 60
    if near and public and not (api and (near.weak or near.cost > 40)):
        return None
    if api and 38 <= len(token) <= 64 and _classes(token) == 3:
        return Span(start, end, SecretKind.API, "random characters where API keys are spoken of")
    asks = 30 <= len(token) <= 90 and _classes(token) == 3 and not is_account(token)
    if asks and not _is_plain_id(token) and field not in ("txid", "address", "link", "id"):
        return Span(start, end, SecretKind.UNCLEAR, "random characters without words to tell", True)
    return None


def _key_or_id(
    text: str, keywords: list[Keyword], field: str | None, start: int, end: int
) -> Span | None:
    others = set() if rx(HEX64).match(text[start:end]) else {Meaning.TOKEN, Meaning.API}
    near = nearest(text, keywords, start, end, _HEX_WANTED - others)
    if near and near.meaning is Meaning.PUBLIC and near.cost < 60:
        return None
    far = 30 if near and near.meaning is Meaning.PASSWORD else 100
    if near and near.meaning in _SECRETS and near.cost < far and not (near.weak and near.cost > 24):
        return Span(start, end, _SECRETS[near.meaning], "key beside words for a secret", near.weak)
    if field in ("txid", "address", "id", "link"):
        return None
    if not (near and near.meaning in _SECRETS) and _is_transfer(text, start, end):
        return None
    return Span(start, end, SecretKind.UNCLEAR, "a private key or a transaction id", True)


def _is_transfer(text: str, start: int, end: int) -> bool:
    """Whether this is a transaction: an amount, a network or confirmations are beside it."""
    before = text[max(0, start - 60) : start].rpartition("\n")[2]
    after = text[end : end + 60].split("\n", 1)[0]
    return bool(beside("transfer").search(before) or beside("transfer").search(after))


def looks_random(token: str) -> bool:
    """Whether digits are among the letters, or capitals here and there, as in no word."""
    parts = [part for part in re.split(r"[_\-/+=]", token) if part]
    if all(rx(_ORDINARY).fullmatch(part) for part in parts):
        return False
    turns = len(re.findall(r"[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]", token))
    digits = any(character.isdigit() for character in token)  # without, it may be MyEtherWallet
    return turns >= max(2, len(token) // 14 if digits else len(token) / 5)


def _classes(token: str) -> int:
    return sum(bool(re.search(kind, token)) for kind in ("[a-z]", "[A-Z]", "[0-9]"))


def _is_plain_id(token: str) -> bool:
    plain = r"[0-9a-f]{32}|[0-9a-f]{40}|[0-9A-F]{40}|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"
    return is_uuid(token) or bool(re.fullmatch(plain, token))


def _base32(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    for match in rx(_BASE32).finditer(text):
        token = re.sub(r"[ \-]", "", match.group())
        if not 16 <= len(token) <= 128 or is_public(token) or rx(HEX64).match(token):
            continue
        near = nearest(text, keywords, *match.span(), _BASE32_WANTED)
        mixed = bool(re.search("[2-7]", token)) or (token.isupper() and " " not in match.group())
        if near and near.meaning not in (Meaning.PUBLIC, Meaning.NUMBER) and near.cost < 90:
            said = near.meaning is Meaning.TOTP and near.cost <= 4
            if mixed or said or match.group().isupper():
                reason = "base32 beside words for a secret"
                yield Span(*match.span(), SecretKind.TOTP, reason, near.weak)
        elif not near and re.search("[2-7]", token) and len(token) in (16, 26, 32, 52, 64):
            if token.isdigit():
                continue
            yield Span(*match.span(), SecretKind.TOTP, "base32 without words to tell", True)


def _pieces_end(text: str, match: re.Match[str]) -> int:
    """Where the pieces end that are no words of the next line."""
    if "\n" not in match.group():
        return match.end()
    pieces = list(re.finditer(r"[A-Za-z0-9]+", match.group()))
    last = 0
    for number, piece in enumerate(pieces[1:], 1):
        closed = not text[match.start() + piece.end() :].split("\n", 1)[0].strip(" \t|>-)\r")
        random = looks_random(piece.group()) or re.fullmatch("[0-9a-fA-F]*", piece.group())
        if not (random and (closed or number < len(pieces) - 1 or len(piece.group()) > 11)):
            break
        last = piece.end()
    return match.start() + last


def _broken(text: str, keywords: list[Keyword], field: str | None) -> Iterator[Span]:
    """Keys that a line end or spaces cut in pieces."""
    for pattern in (_SPACED_HEX, _WRAPPED):
        for match in rx(pattern).finditer(text):
            start, end = match.start(), _pieces_end(text, match)
            if end <= start:
                continue
            whole = re.sub(r"[^A-Za-z0-9]", "", text[start:end])
            pieces = re.split(r"[^A-Za-z0-9]+", text[start:end])
            if any(rx(HEX64).match(piece) or is_public(piece) for piece in pieces):
                continue
            if is_private(whole):
                yield Span(start, end, SecretKind.KEY, "key in pieces")
            elif rx(HEX64).match(whole) or is_keypair(whole):
                span = _key_or_id(text, keywords, field, start, end)
                if span:
                    yield span
            elif 38 <= len(whole) <= 130 and looks_random(whole):
                near = nearest(text, keywords, start, end, _HEX_WANTED)
                bound = near is not None and near.distance <= 4
                if near and bound and near.meaning is not Meaning.PUBLIC:
                    yield Span(start, end, _SECRETS[near.meaning], "random characters in pieces")
