"""What a token is by its shape alone: a public address, a private key, or anything."""

import re

from bfx_help.answers import checksums
from bfx_help.redact.patterns import rx
from bfx_help.redact.word_lists import shape

HEX64 = r"(?:0x)?[0-9a-fA-F]{64}\Z"
LINK = (
    r"(?i)\b[a-z][a-z0-9+]{1,12}://[^\s\"'<>]{1,2000}"
    r"|\b(?:www\.|[a-z0-9\-]{1,40}\.(?:com|org|io|info|net|cc|xyz)/)[^\s\"'<>]{1,2000}"
)
_UUID = r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z"
_PRIVATE_PREFIXES = r"(?i)(?:sk|prv|sec|priv|secret)"
_EXTENDED = r"[xyzuvtYZUV]prv[1-9A-HJ-NP-Za-km-z]{20,}\Z"


def is_public(token: str) -> bool:
    """Whether the shape itself says that this is an address or a public key: support may see it."""
    if len(token) < 25:
        return False
    if shape("public").fullmatch(token) or (len(token) < 50 and checksums.polkadot(token)):
        return True
    if len(token) == 48 and checksums.ton(token):
        return True
    if len(token) < 130 and checksums.bech32(token.lower()):
        return not rx(_PRIVATE_PREFIXES).search(token[: token.rfind("1")])
    if len(token) > 60:
        return False
    payload = checksums.base58_check(token) or checksums.base58_check(token, checksums.RIPPLE)
    return payload is not None and len(payload) in (21, 22, 23, 35) and token[0] != "s"


def is_private(token: str) -> str | None:
    """The name of the format where the shape itself says that this is a private key."""
    if token.startswith("6P") and len(token) == 58 and checksums.base58(token):
        return "BIP38"
    if rx(_EXTENDED).match(token):
        return "extended private key"
    if len(token) == 56 and re.match(r"S[A-Z2-7]{55}\Z", token):
        return "Stellar secret"
    if token[:1] == "s" and 28 <= len(token) <= 31 and _ripple_seed(token):
        return "XRP secret"
    if token[:1] == "S" and len(token) in (22, 30) and _minikey(token):
        return "mini private key"
    payload = checksums.base58_check(token) if 50 <= len(token) <= 53 else None
    if payload and len(payload) in (33, 34) and payload[0] >= 0x80:
        return "WIF"
    return None


def is_keypair(token: str) -> bool:
    """Whether this is 64 bytes in base58: a Solana transaction or a secret key."""
    return 86 <= len(token) <= 88 and len(checksums.base58(token) or b"") == 64


def is_account(token: str) -> bool:
    """Whether this is 32 bytes in base58: a Solana address, or a bare key."""
    return 40 <= len(token) <= 44 and len(checksums.base58(token) or b"") == 32


def is_uuid(token: str) -> bool:
    """Whether this is a UUID, which most systems use as an id."""
    return bool(rx(_UUID).match(token))


def _ripple_seed(token: str) -> bool:
    payload = checksums.base58_check(token, checksums.RIPPLE)
    return payload is not None and (
        (len(payload) == 17 and payload[0] == 33) or payload[:3] == b"\x01\xe1\x4b"
    )


def _minikey(token: str) -> bool:
    known = all(character in checksums.BITCOIN for character in token)
    return known and checksums.sha256(f"{token}?".encode())[0] == 0
