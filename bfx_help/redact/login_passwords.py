"""Passwords behind a user name or a mail address, as people pass on a login."""

from collections.abc import Iterator

from bfx_help.redact.patterns import rx
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_bounds import EMAIL, is_ordinary, looks_secret, token_at

_CREDENTIAL = (
    r"\s{0,3}(?:[:/|,;\s]|--?|\+|→|=>|->|\n|and\b|und\b|y\b|et\b|и\b|和|跟|与|與|mit\b|with\b"
    r"|con\b|avec\b)\s{0,3}"
)
_LOGIN = (
    r"(?i)(?:\b(?:(?:log ?in|user|account)(?: ?name)?|acc|credentials?|creds|usuario|логин)"
    r"|账号|账户|用户名|帳號|帐号)[\s:=]{1,3}(?!name)(?:is |是)?"
    r"[\w.\-]{2,40}?\s{0,2}[:/|,;和]\s{0,2}(?=\S)"
    r"|\b(?:log ?in|creds?|credentials?)[\s:=]{1,3}(?!name|is\b|as\b|id\b)[\w.\-]{2,40}\s"
    r"(?=[^\s.,]{0,40}(?-i:[a-z]))(?=[^\s.,]{0,40}(?-i:[A-Z]))"
    r"|\b(?:u|e|e?-?mail)[:=]\s?\S{2,60}\s{1,3}p[:=]\s?(?=\S)"
)


def login_passwords(text: str) -> Iterator[Span]:
    """A token right behind a mail address, as people pass on a login."""
    for match in rx(_LOGIN).finditer(text):
        token = token_at(text, match.end())
        if token and looks_secret(text[slice(*token)]):
            yield Span(*token, SecretKind.PASSWORD, "behind a user name", True)
    for match in rx(EMAIL).finditer(text) if "@" in text else ():
        link = rx(_CREDENTIAL).match(text, match.end())
        token = token_at(text, link.end()) if link else None
        if not token or not link:
            continue
        value = text[slice(*token)]
        if looks_secret(value) and not rx(EMAIL).match(text, token[0]):
            yield Span(*token, SecretKind.PASSWORD, "behind a mail address", link.group() == " ")
        elif link.group() == ":" and not is_ordinary(value) and len(value) > 4 and "@" not in value:
            yield Span(*token, SecretKind.PASSWORD, "behind a mail address", True)
