"""Secrets that show by themselves what they are: keys, tokens and wallet files of known formats."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bfx_help.redact.found import Kind, Span
from bfx_help.redact.patterns import Late, lazy
from bfx_help.redact.shapes import is_private

_B58 = "[1-9A-HJ-NP-Za-km-z]"
_BECH = "[02-9ac-hj-np-z]"


class Format(NamedTuple):
    """One of the `signs` stands, in small letters, in every text that the pattern fits."""

    kind: Kind
    reason: str
    signs: tuple[str, ...]
    pattern: Late


_KEYS = (
    (
        "PEM block",
        "-----begin",
        (
            r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[\s\S]){0,60000}"
            r"(?:-----END [A-Z0-9 ]{0,50}-----)?"
        ),
    ),
    (
        "PuTTY key",
        "private-lines",
        (r"(?<=Private-Lines: )[0-9]{1,4}\s(?:[A-Za-z0-9+/=]{16,80}\s?){1,80}"),
    ),
    ("extended private key", "prv", rf"\b[a-zA-Z]prv{_B58}{{50,120}}"),
    ("BIP38", "6p", rf"\b6P{_B58}{{56}}(?!{_B58})"),
    ("Stellar secret", "s", r"(?<![A-Za-z0-9])S[A-Z2-7]{55}(?![A-Za-z0-9])"),
    (
        "Cardano signing key",
        "sk1 prv1",
        (rf"\b(?:[a-z0-9_]{{1,16}}_x?sk|xprv|ed25519e?_sk)1{_BECH}{{40,300}}"),
    ),
    ("Nostr secret key", "nsec1", rf"\bnsec1{_BECH}{{40,70}}"),
    ("Sui private key", "suiprivkey1", rf"\bsuiprivkey1{_BECH}{{40,80}}"),
    ("age secret key", "age-secret-key", r"\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{40,80}"),
    (
        "Zcash spending key",
        "secret- zxviews1",
        (
            r"\bsecret-(?:extended|spending)-key-[a-z]{3,8}1[a-z0-9]{60,400}"
            r"|\bzxviews1[a-z0-9]{60,400}"
        ),
    ),
    (
        "Tezos secret key",
        "edsk edesk spsk spesk p2sk p2esk blsk",
        (rf"\b(?:edsk|edesk|spsk|spesk|p2sk|p2esk|BLsk){_B58}{{45,110}}"),
    ),
    ("EOS private key", "pvt_", rf"\bPVT_[KR]1_{_B58}{{40,60}}"),
    (
        "ed25519 private key",
        "ed25519: -priv-",
        (rf"\bed25519:{_B58}{{80,90}}|\b(?:ed25519|secp256k1)-priv-0x[0-9a-fA-F]{{64}}"),
    ),
    ("DER private key", "302e0201", r"\b302e020100300506032b6570042204(?:20)?[0-9a-fA-F]{64}"),
    ("wallet connection", "walletconnect://", r"(?<=nostr\+walletconnect://)[^\s\"'<>]{20,400}"),
    ("macaroon", "0201036c6e64", r"\b0201036c6e64[0-9a-fA-F]{80,2000}"),
    (
        "key bytes",
        "[",
        (r"\[\s{0,4}(?:[0-9]{1,3}\s{0,4},\s{0,4}){31,127}[0-9]{1,3}\s{0,4},?\s{0,4}\]"),
    ),
    (
        "XRP secret numbers",
        "",
        (
            r"(?<![0-9])(?:(?:[A-H1-8][.:)]\s?)?[0-9]{6}[\s,\-]{1,3}){7}(?:[A-H1-8][.:)]\s?)?"
            r"[0-9]{6}(?![0-9])"
        ),
    ),
)
_TOKENS = (
    (
        "JSON web token",
        "eyj",
        (r"\beyJ[A-Za-z0-9_\-]{8,4000}\.[A-Za-z0-9_\-]{8,8000}(?:\.[A-Za-z0-9_\-]{0,2000}){0,3}"),
    ),
    (
        "GitHub token",
        "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_",
        (r"\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{40,100})"),
    ),
    ("GitLab token", "gl", r"\bgl[a-z]{2,5}-(?=[a-z\-]{0,60}[A-Z0-9])[A-Za-z0-9_\-]{20,64}"),
    (
        "Slack token",
        "xox hooks.slack",
        (
            r"\bxox[abeoprs]-[A-Za-z0-9\-]{10,200}"
            r"|(?<=hooks\.slack\.com/services/)[A-Za-z0-9/]{20,80}"
        ),
    ),
    ("bot token", ":", r"\b(?:bot)?[0-9]{8,10}:[A-Za-z0-9_\-]{35}(?![A-Za-z0-9_\-])"),
    ("bot token", ".", r"\b[MNO][A-Za-z0-9_\-]{23,27}\.[A-Za-z0-9_\-]{6}\.[A-Za-z0-9_\-]{27,40}"),
    (
        "authorization header",
        "bearer basic",
        (
            r"(?i:\b(?:bearer|basic)\s{1,3})(?=[A-Za-z._\-+/]{0,80}[0-9=])"
            r"[A-Za-z0-9._\-+/~]{12,4000}={0,2}"
        ),
    ),
    (
        "cookie header",
        "cookie:",
        (r"(?i:(?<=cookie: )|(?<=cookie:)(?=\S))[^\s=;]{1,60}=[^\n]{4,4000}"),
    ),
)
_API_KEYS = (
    (
        "Stripe key",
        "k_live_ k_test_ whsec_",
        r"\b(?:[sr]k_(?:live|test)_|whsec_)[A-Za-z0-9]{10,120}",
    ),
    ("AWS key", "akia asia abia acca", r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b"),
    (
        "Google key",
        "aiza ya29. gocspx-",
        (
            r"\bAIza[0-9A-Za-z_\-]{35}|\bya29\.[0-9A-Za-z_\-]{20,400}"
            r"|\bGOCSPX-[0-9A-Za-z_\-]{20,40}"
        ),
    ),
    ("API key", "sk-", r"\bsk-(?:[a-z]{2,8}-)?(?=[A-Za-z_\-]{0,60}[0-9])[A-Za-z0-9_\-]{20,200}"),
    (
        "API key",
        "sg. shp dop_v1_ hf_ npm_ pypi- key-",
        (
            r"\b(?:SG\.[\w\-]{16,32}\.[\w\-]{16,64}|shp[a-z]{2}_[0-9a-f]{32}|dop_v1_[0-9a-f]{64}"
            r"|hf_[A-Za-z0-9]{30,40}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_\-]{50,300}"
            r"|key-[0-9a-f]{32})"
        ),
    ),
)
_OTHERS = (
    (
        Kind.TOTP,
        "otpauth link",
        "otpauth",
        (
            r"(?i:\botpauth(?:-migration)?://)[^\s\"'<>]{0,600}?(?:secret|data)="
            r"[A-Za-z0-9%+/=_\-]{4,2000}(?:&[A-Za-z]{2,12}=[A-Za-z0-9%+_.\-]{0,60}){0,6}"
        ),
    ),
    (
        Kind.PASSWORD,
        "password in a link",
        "://",
        (r"(?<=://)[^\s/:@\"'<>]{1,80}:[^\s/@\"'<>]{1,120}(?=@[\w.\-])"),
    ),
    (
        Kind.PASSWORD,
        "password of a command",
        "-u --user",
        r"(?:(?<=-u )|(?<=--user ))[\w.@\-]{1,60}:[^\s\"']{3,100}",
    ),
    (
        Kind.KEYSTORE,
        "wallet file",
        "ciphertext seedphrase",
        (r"(?i:(?<=[\"']ciphertext[\"']:)|(?<=[\"']seedphrase[\"']:))\s?[\"'][^\"'\s]{8,8000}"),
    ),
)
_KEYSTORE = lazy(
    r"(\\?[\"']?)(?:ciphertext|cipher_text|mac|encrypted|encodedkey|encoded|iv|salt|data"
    r"|seedphrase|privatekey|private_key|secretkey|vault)\1"
    r"\s{0,4}[:=]\s{0,4}(\\?[\"'])([^\"'\\\s]{16,8000})\2",
    re.I,
)
_KEYSTORE_SIGNS = ("ciphertext", "kdfparams", "scrypt", "pbkdf2", "argon2", '"encrypted"')
_BASE58_TOKEN = lazy(rf"(?<![A-Za-z0-9]){_B58}{{22,58}}(?![A-Za-z0-9])")


def evident(text: str) -> Iterator[Span]:
    """Secrets of known formats: no word is needed to tell what they are."""
    small = text.lower()
    for known in _formats():
        if any(sign in small for sign in known.signs):
            for match in known.pattern.finditer(text):
                yield Span(*match.span(), known.kind, known.reason)
    for match in _BASE58_TOKEN.finditer(text):
        reason = is_private(match.group())
        if reason:
            yield Span(*match.span(), Kind.KEY, reason)
    if any(sign in small for sign in _KEYSTORE_SIGNS):
        for match in _KEYSTORE.finditer(text):
            yield Span(*match.span(3), Kind.KEYSTORE, "wallet file")


@cache
def _formats() -> tuple[Format, ...]:
    rows = [
        *((Kind.KEY, *row) for row in _KEYS),
        *((Kind.TOKEN, *row) for row in _TOKENS),
        *((Kind.API, *row) for row in _API_KEYS),
        *_OTHERS,
    ]
    return tuple(
        Format(kind, reason, tuple(signs.split()) or ("",), lazy(pattern))
        for kind, reason, signs, pattern in rows
    )
