"""Secrets that show by themselves what they are: keys, tokens and wallet files of known formats."""

import re
from collections.abc import Iterator
from functools import cache

from bfx_help.redact.found import Kind, Span
from bfx_help.redact.shapes import is_private

_B58 = "[1-9A-HJ-NP-Za-km-z]"
_SHAPES: tuple[tuple[Kind, str, str], ...] = (
    (Kind.KEY, "PEM block", r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[\s\S]){0,60000}(?:-----END [A-Z0-9 ]{0,50}-----)?"),
    (Kind.KEY, "PuTTY key", r"(?<=Private-Lines: )[0-9]{1,4}\s(?:[A-Za-z0-9+/=]{16,80}\s?){1,80}"),
    (Kind.TOTP, "otpauth link", r"(?i:(?<=otpauth://)|(?<=otpauth-migration://))[^\s\"'<>]{0,600}?(?:secret|data)=[A-Za-z0-9%+/=_\-]{4,2000}"),
    (Kind.KEY, "extended private key", rf"\b[a-zA-Z]prv{_B58}{{50,120}}"),
    (Kind.KEY, "BIP38", rf"\b6P{_B58}{{56}}(?!{_B58})"),
    (Kind.KEY, "Stellar secret", r"(?<![A-Za-z0-9])S[A-Z2-7]{55}(?![A-Za-z0-9])"),
    (Kind.KEY, "Cardano signing key", r"\b(?:[a-z0-9_]{1,16}_x?sk|xprv|ed25519e?_sk)1[02-9ac-hj-np-z]{40,300}"),
    (Kind.KEY, "Nostr secret key", r"\bnsec1[02-9ac-hj-np-z]{40,70}"),
    (Kind.KEY, "Sui private key", r"\bsuiprivkey1[02-9ac-hj-np-z]{40,80}"),
    (Kind.KEY, "age secret key", r"\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{40,80}"),
    (Kind.KEY, "Zcash spending key", r"\bsecret-(?:extended|spending)-key-[a-z]{3,8}1[a-z0-9]{60,400}|\bzxviews1[a-z0-9]{60,400}"),
    (Kind.KEY, "Tezos secret key", rf"\b(?:edsk|edesk|spsk|spesk|p2sk|p2esk|BLsk){_B58}{{45,110}}"),
    (Kind.KEY, "EOS private key", rf"\bPVT_[KR]1_{_B58}{{40,60}}"),
    (Kind.KEY, "ed25519 private key", rf"\bed25519:{_B58}{{80,90}}|\b(?:ed25519|secp256k1)-priv-0x[0-9a-fA-F]{{64}}"),
    (Kind.KEY, "DER private key", r"\b302e020100300506032b6570042204(?:20)?[0-9a-fA-F]{64}"),
    (Kind.KEY, "wallet connection", r"(?<=nostr\+walletconnect://)[^\s\"'<>]{20,400}"),
    (Kind.KEY, "macaroon", r"\b0201036c6e64[0-9a-fA-F]{80,2000}"),
    (Kind.TOKEN, "JSON web token", r"\beyJ[A-Za-z0-9_\-]{8,4000}\.[A-Za-z0-9_\-]{8,8000}(?:\.[A-Za-z0-9_\-]{0,2000}){0,3}"),
    (Kind.TOKEN, "GitHub token", r"\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{40,100})"),
    (Kind.TOKEN, "GitLab token", r"\bgl[a-z]{2,5}-[A-Za-z0-9_\-]{20,64}"),
    (Kind.API, "Stripe key", r"\b(?:[sr]k_(?:live|test)_|whsec_)[A-Za-z0-9]{10,120}"),
    (Kind.API, "AWS key", r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b"),
    (Kind.API, "Google key", r"\bAIza[0-9A-Za-z_\-]{35}|\bya29\.[0-9A-Za-z_\-]{20,400}|\bGOCSPX-[0-9A-Za-z_\-]{20,40}"),
    (Kind.API, "API key", r"\bsk-(?:[a-z]{2,8}-)?(?=[A-Za-z_\-]{0,60}[0-9])[A-Za-z0-9_\-]{20,200}|\b(?:SG\.[\w\-]{16,32}\.[\w\-]{16,64}|shp[a-z]{2}_[0-9a-f]{32}|dop_v1_[0-9a-f]{64}|hf_[A-Za-z0-9]{30,40}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_\-]{50,300}|key-[0-9a-f]{32})"),
    (Kind.TOKEN, "Slack token", r"\bxox[abeoprs]-[A-Za-z0-9\-]{10,200}|(?<=hooks\.slack\.com/services/)[A-Za-z0-9/]{20,80}"),
    (Kind.TOKEN, "bot token", r"\b(?:bot)?[0-9]{8,10}:[A-Za-z0-9_\-]{35}(?![A-Za-z0-9_\-])"),
    (Kind.TOKEN, "bot token", r"\b[MNO][A-Za-z0-9_\-]{23,27}\.[A-Za-z0-9_\-]{6}\.[A-Za-z0-9_\-]{27,40}"),
    (Kind.TOKEN, "authorization header", r"(?i:\b(?:bearer|basic)\s{1,3})(?=[A-Za-z._\-+/]{0,80}[0-9=])[A-Za-z0-9._\-+/~]{12,4000}={0,2}"),
    (Kind.TOKEN, "cookie header", r"(?i:(?<=cookie: )|(?<=cookie:)(?=\S))[^\s=;]{1,60}=[^\n]{4,4000}"),
    (Kind.PASSWORD, "password in a link", r"(?<=://)[^\s/:@\"'<>]{1,80}:[^\s/@\"'<>]{1,120}(?=@[\w.\-])"),
    (Kind.PASSWORD, "password of a command", r"(?:(?<=-u )|(?<=--user ))[\w.@\-]{1,60}:[^\s\"']{3,100}"),
    (Kind.KEYSTORE, "wallet file", r"(?<=[\"'](?:ciphertext|seedphrase)[\"']: [\"'])[^\"'\s]{8,8000}|(?<=[\"']ciphertext[\"']:[\"'])[^\"'\s]{8,8000}"),
    (Kind.KEY, "key bytes", r"\[\s{0,4}(?:[0-9]{1,3}\s{0,4},\s{0,4}){31,127}[0-9]{1,3}\s{0,4},?\s{0,4}\]"),
    (Kind.KEY, "XRP secret numbers", r"(?<![0-9])(?:(?:[A-H1-8][.:)]\s?)?[0-9]{6}[\s,\-]{1,3}){7}(?:[A-H1-8][.:)]\s?)?[0-9]{6}(?![0-9])"),
)
_KEYSTORE = re.compile(
    r"(\\?[\"']?)(?:ciphertext|cipher_text|mac|encrypted|encodedkey|encoded|iv|salt|data|seedphrase|privatekey|private_key|secretkey|vault)\1"
    r"\s{0,4}[:=]\s{0,4}(\\?[\"'])([^\"'\\\s]{16,8000})\2",
    re.I,
)
_KEYSTORE_SIGN = re.compile(r"ciphertext|kdfparams|\bscrypt\b|pbkdf2|argon2|\"encrypted\"", re.I)
_BASE58_TOKEN = re.compile(rf"(?<![A-Za-z0-9]){_B58}{{22,58}}(?![A-Za-z0-9])")


def evident(text: str) -> Iterator[Span]:
    """Secrets of known formats: no word is needed to tell what they are."""
    for kind, reason, pattern in _patterns():
        for match in pattern.finditer(text):
            yield Span(*match.span(), kind, reason)
    for match in _BASE58_TOKEN.finditer(text):
        reason = is_private(match.group())
        if reason:
            yield Span(*match.span(), Kind.KEY, reason)
    if _KEYSTORE_SIGN.search(text):
        for match in _KEYSTORE.finditer(text):
            yield Span(*match.span(3), Kind.KEYSTORE, "wallet file")


@cache
def _patterns() -> tuple[tuple[Kind, str, re.Pattern[str]], ...]:
    return tuple((kind, reason, re.compile(pattern)) for kind, reason, pattern in _SHAPES)
