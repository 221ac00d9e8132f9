"""Passwords: whatever is said to be one, and tokens of the look of one near such words."""

import re
from collections.abc import Iterator

from bfx_help.redact.context import Label, nearest
from bfx_help.redact.found import Kind, Span
from bfx_help.redact.labels import Hint
from bfx_help.redact.patterns import lazy
from bfx_help.redact.prose import PROSE
from bfx_help.redact.shapes import HEX64, is_account, is_public, is_uuid
from bfx_help.redact.wordlists import STOPWORDS

_STRONG = lazy(
    r"[\"'”’`*_)\]}]{0,3}\s{0,3}(?:\([^()\n]{0,40}\)\s{0,2})?(?::=|=>|->|→|[:=])\s{0,4}(?:is\s)?"
)
_MEDIUM = lazy(
    r"[\"'`)]{0,2}\s{0,2}(?:for (?:my "
    r"|the )?(?:\w+ ){1,3})?(?:\([^()\n]{0,40}\)\s?)?(?:(?:is|was|are|ist|lautet|war|es"
    r"|est|era|é|è|это|jest|[–—\-])(?=\s)|是|为|為|叫|就是|改成了?|改为|設為|设为|は|:|는|은)\s{0,3}"
)
_WORDS = lazy(r"[^\W\d_]{3,14}(?: [^\W\d_]{3,14}){2,7}")
_QUOTES = {
    '"': '"',
    "'": "'",
    "`": "`",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "«": "»",
    "<": ">",
}
# Chinese ends a token, or leads it in a few characters: `密码wo123` is written as one word. The
# bounds keep labels that stand side by side from being read again and again to their end.
_SIGNS = r"\s\"“”「」『』`，。；、！？（）【】《》,;<>\ufffc"
_TOKEN = lazy(
    rf"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{{1,6}}[^{_SIGNS}]{{1,250}}|[^{_SIGNS}]{{2,500}}"
)
_HAN = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_EMAIL = lazy(r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}")
_CREDENTIAL = lazy(
    r"\s{0,3}(?:[:/|,;\s]|--?|\+|→|=>|->|\n|and\b|und\b|y\b|et\b|и\b|和|跟|与|與|mit\b|with\b"
    r"|con\b|avec\b)\s{0,3}"
)
_USER = lazy(
    r"(?:\b(?:user(?: ?name)?|account|nick(?:name)?|handle|telegram|log(?:ged)? in as|i am"
    r"|i'm|usuario|логин)|用户名?|用戶名?|账号|帳號|昵称)\s?(?:is|was|是|为|:|=)?\s?[\"'@]?\Z",
    re.I,
)
_LOGIN = lazy(
    r"(?:\b(?:log ?in|user(?: ?name)?|account|acc|credentials?|creds|usuario|логин)|账号|账户"
    r"|用户名|帳號|帐号)[\s:=]{1,3}(?:is |是)?"
    r"[\w.\-]{2,40}?\s{0,2}[:/|,;和]\s{0,2}(?=\S)",
    re.I,
)
_SPAN_WANTED = frozenset(
    {
        Hint.PASSWORD,
        Hint.API,
        Hint.KEY,
        Hint.BACKUP,
        Hint.TOKEN,
        Hint.CODE,
        Hint.PIN,
        Hint.NUMBER,
        Hint.PUBLIC,
    }
)
_KINDS = {Hint.PASSWORD: Kind.PASSWORD, Hint.BACKUP: Kind.BACKUP}
_NOT_PASSWORDS = lazy(
    r"@\w+|\$[\w\-]+|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}|(?:[a-z]+|[0-9]fa"
    r"|s?[0-9.]{1,4})(?:-(?:[a-z]+|[0-9]fa|[0-9]{1,3}))+"
    r"|[0-9]+(?:[.,:/\-][0-9]+)*[%a-z]{0,4}|[0-9]{1,3}-[a-z]{2,12}|#?[A-Z]{0,4}-?[0-9]+"
    r"|(?i:[0-9]+(?:st|nd|rd|th|h|hr|hrs|d|m|min|mins|s|ms|k|x|pm|am|usd|btc|eth|g|gb|mb)"
    r"|2fa|u2f|[ft]2f|sha-?[0-9]+|md5|bip-?[0-9]+|slip-?[0-9]+"
    r"|(?:erc|trc|bep|spl|brc|kip|arc)-?[0-9]+|mt[0-9]{3}|utf-?[0-9]+|web[23]|h264|mp[34]"
    r"|v[0-9][0-9.]*(?:-?[a-z]+[0-9]*)?|1password|3d-secure|3ds2?|iphone[0-9,a-z]*|ipad[0-9,a-z]*"
    r"|ios-?[0-9.]*|android-?[0-9.]*|win(?:dows)?-?[0-9]+|macos[0-9.]*"
    r"|chrome/?[0-9.]*|firefox/?[0-9.]*|safari/?[0-9.]*|mozilla/?[0-9.]*|python-?[0-9.]*"
    r"|http/?[0-9.]*|https?:.*|www\..*|oauth2?|base(?:32|58|64)|ed25519|secp256k1"
    r"|aes-?[0-9]+|rsa-?[0-9]+|s[1-4]|p2p|b2b|24/7|covid19|tls1?\.?[0-9]*|ipv[46]"
    r"|x86(?:_64)?|amd64|e[0-9]|q[1-4]|level[0-9]|step[0-9]|t[A-Z]{6,10}|err_[a-z_]+)"
    r"|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:T[0-9:.]+Z?)?|[0-9]{1,2}:[0-9]{2}.*"
    r"|[^@\s]+@[^@\s]+\.[a-z]{2,}|[\w\-]+(?:\.[\w\-]+)*\.(?:com|org|net|io|cn|info|pdf|png"
    r"|jpe?g|txt|csv|eml|py|js|json|html?|exe|apk|dmg|zip)(?:[/?].*)?|[A-Za-z]:\\.*"
    r"|/[\w./\-]+|[A-Z]{2,6}[/\-][A-Z]{2,6}|[A-Z]{2,6}(?:-[0-9]+){1,4}"
    r"|t?[A-Z]{3,5}F0:[A-Z]+F0"
)


def passwords(text: str, known: list[Label]) -> Iterator[Span]:
    """Passwords after words for one, near them, and behind a mail address."""
    told = [label for label in known if Hint.PASSWORD in label.hints]
    for label in told:
        yield from _said(text, label)
    if any(Hint.PASSWORD in label.hints or Hint.BACKUP in label.hints for label in known):
        yield from _near(text, known)
    yield from _credentials(text)


def _said(text: str, label: Label) -> Iterator[Span]:
    """What stands directly behind the words for a password."""
    strong = _STRONG.match(text, label.end)
    vague = label.hints[Hint.PASSWORD] or text[label.start : label.end].lower() == "pass"
    if vague and not strong:
        return
    medium = None if strong else _MEDIUM.match(text, label.end)
    start = (strong or medium or re.compile(r"\s{0,3}").match(text, label.end)).end()  # type: ignore[union-attr]
    quoted = _quoted(text, start)
    if quoted and (strong or medium or quoted[1] - quoted[0] < 40):
        inside = set(re.findall(r"\w+", text[slice(*quoted)].lower()))
        rich = strong or any(word.isdigit() for word in inside)
        if not _is_prose(text[slice(*quoted)]) or (rich and inside - PROSE - STOPWORDS):
            unsure = not inside.isdisjoint(STOPWORDS)
            yield Span(*quoted, Kind.PASSWORD, "quoted after words for a password", unsure)
        return
    words = _phrase(text, start)
    if len([word for word in words if word not in PROSE]) >= (2 if strong else 3):
        end = start + len(" ".join(words))
        yield Span(start, end, Kind.PASSWORD, "words after words for a password", not strong)
        return
    token = _token(text, start)
    if not token or not (strong or medium or _line_of_two(text, label, token[1])):
        return
    value = text[slice(*token)]
    if _is_prose(value[:80]) or _EMAIL.match(text, token[0]) or is_public(value):
        return
    sure = looks_secret(value) or (bool(strong) and not _opens_sentence(text, token[1]))
    if len(value) >= 3 and (
        sure or (value.isascii() and value.isalnum() and not value.isdigit() and len(value) > 3)
    ):
        yield Span(*token, Kind.PASSWORD, "after words for a password", not sure)


def _line_of_two(text: str, label: Label, end: int) -> bool:
    """Whether the line has nothing but words for a password and one more."""
    before = text[max(0, label.start - 20) : label.start].rpartition("\n")[2]
    after = text[end : end + 40].split("\n", 1)[0]
    return before.strip().lower() in ("", "my", "the", "我的") and not after.strip(" .!")


def _opens_sentence(text: str, end: int) -> bool:
    """Whether more words follow, as in `password: withdrawals then stop`."""
    return bool(re.match(r"(?: [^\W\d_]{2,}){2}", text[end : end + 60]))


def _phrase(text: str, start: int) -> list[str]:
    """The words up to the first that only a sentence has."""
    match = _WORDS.match(text, start)
    taken: list[str] = []
    for word in match.group().split(" ") if match else ():
        if word in STOPWORDS or not word.islower():
            break
        taken.append(word)
    while taken and taken[-1] in PROSE:
        taken.pop()
    return taken


def _quoted(text: str, start: int) -> tuple[int, int] | None:
    closing = _QUOTES.get(text[start : start + 1])
    end = text.find(closing, start + 1, start + 100) if closing else -1
    if end <= start + 3 or "\n" in text[start:end] or "\ufffc" in text[start:end]:
        return None
    return start + 1, end


def _token(text: str, start: int) -> tuple[int, int] | None:
    """The token that begins here, without the sentence's own signs and the Chinese behind it."""
    match = _TOKEN.match(text, start)
    if not match:
        return None
    value = match.group()
    if value[0].isascii():
        foreign = _HAN.search(value)
        value = value[: foreign.start()] if foreign else value
    elif _HAN.match(value):
        inner = re.fullmatch(
            r"\D{1,6}(?=[!-~]*[A-Za-z])[!-~]{2,}", value
        )  # `密码wo123` as one word
        value = inner.group() if inner else ""
    value = value.rstrip(".:)'’]}\"*_")
    return (start, start + len(value)) if len(value) >= 3 else None


def _is_prose(value: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", value.lower())
    if re.search(r"[0-9]", value) and len(words) < 3:
        return bool(_NOT_PASSWORDS.fullmatch(value.rstrip("!?"))) and not re.fullmatch(
            r"[0-9]{4,}", value
        )
    if not words or not re.search(r"\w", value):
        return True
    if len(words) > 1:
        return any(word in STOPWORDS for word in words) or all(word in PROSE for word in words)
    word = value.strip("!?.,").lower()
    return word in PROSE or (value.islower() and word.endswith(("ed", "ing", "able", "ible")))


def looks_secret(value: str) -> bool:
    """Whether a token mixes letters, digits and signs as passwords do and words do not."""
    bare = value.rstrip("!?.")
    if len(value) < 5 or len(value) > 64 or not _mixed(bare):
        return False
    if _NOT_PASSWORDS.fullmatch(bare) or HEX64.match(value) or _EMAIL.match(value):
        return False
    return not (is_uuid(value) or is_public(value) or is_account(value))


def _mixed(bare: str) -> bool:
    letter, digit = any(c.isalpha() for c in bare), any(c.isdigit() for c in bare)
    sign = bool(re.search(r"[!@#$%^&*+~]", bare))
    return (letter and (digit or sign)) or (digit and bool(re.search(r"[!@#$^*~]", bare)))


def _near(text: str, known: list[Label]) -> Iterator[Span]:
    """Tokens of the look of a password for which those words are the nearest."""
    for match in _TOKEN.finditer(text):
        opened = len(match.group()) - len(match.group().lstrip("'([{*_:=-/|~"))
        token = _token(text, match.start() + opened)
        if token:
            yield from _near_token(text, known, *token)
        foreign = _HAN.search(text, match.start(), match.end())
        if foreign:
            for inner in re.finditer(r"[!-~]{5,64}", match.group()):
                place = match.start() + inner.start()
                yield from _near_token(text, known, place, place + len(inner.group()))


def _near_token(text: str, known: list[Label], start: int, end: int) -> Iterator[Span]:
    equals = re.match(r"[^\W\d][^\W\d\-.]{0,30}[=:]", text[start:end])
    start += equals.end() if equals else 0
    if end - start < 5 or not looks_secret(text[start:end]):
        return
    near = nearest(text, known, start, end, _SPAN_WANTED)
    if _USER.search(text, max(0, start - 24), start):
        return
    if near and near.hint in _KINDS and near.cost < 60:
        yield Span(
            start, end, _KINDS[near.hint], "mixed characters near words for a password", near.weak
        )


def _credentials(text: str) -> Iterator[Span]:
    """A token right behind a mail address, as people pass on a login."""
    for match in _LOGIN.finditer(text):
        token = _token(text, match.end())
        if token and looks_secret(text[slice(*token)]):
            yield Span(*token, Kind.PASSWORD, "behind a user name", True)
    for match in _EMAIL.finditer(text):
        link = _CREDENTIAL.match(text, match.end())
        token = _token(text, link.end()) if link else None
        if not token or not link:
            continue
        value = text[slice(*token)]
        if looks_secret(value) and not _EMAIL.match(text, token[0]):
            yield Span(*token, Kind.PASSWORD, "behind a mail address", link.group() == " ")
        elif link.group() == ":" and not _is_prose(value) and len(value) > 4 and "@" not in value:
            yield Span(*token, Kind.PASSWORD, "behind a mail address", True)
