"""Passwords: whatever is said to be one, and tokens of the look of one near such words."""

import re
from collections.abc import Iterator

from bfx_help.redact import token_bounds
from bfx_help.redact.keywords import Meaning, look_up, meanings
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.spoken_passwords import is_said_password, spoken_passwords
from bfx_help.redact.token_formats import is_public
from bfx_help.redact.unlabelled_passwords import (
    beside_entry,
    login_passwords,
    pairs,
    strong_passwords,
)
from bfx_help.redact.word_lists import help_desk, is_common, ordinary_words, stop_words

_STRONG = (
    r"[\"'”’`*_)\]}]{0,3}\s{0,3}(?:\([^()\n]{0,40}\)\s{0,2}"
    r"|(?:for|of|on|at) (?:my |the )?(?:\w{1,20} ?){1,3})?"
    r"(?::=|=>|->|→|[:=]|\.{3,6})\s{0,4}(?:is\s)?"
)
_MEDIUM = (
    r"[\"'`)]{0,2}\s{0,2}(?:(?:for|of|to) (?:my "
    r"|the )?(?:\w+ ){1,3})?(?:\([^()\n]{0,40}\)\s?)?(?:(?:is|was|are|ist|lautet|war|es"
    r"|est|era|é|è|это|jest|reads|equals|(?:should|must|used to|seems to) be|[–—\-])(?=\s)"
    r"(?: (?:[a-z]{1,12} ){0,5}[a-z]{1,12}:(?=\s))?|(?:好像|应该|應該|可能|大概|一直)?[是係]|为|為"
    r"|叫|就是|改成了?|改为|設為|设为|は|:|는|은)\s{0,3}"
)
_WORDS = r"[^\W\d_]{3,14}(?: (?:[^\W\d_]{3,14}|[0-9]{1,3}\b)){2,7}"
# A digit before a letter: the codes of mails are mixed so, the names of things end in digits.
_CODE = r"(?=[A-Z0-9\-]*[0-9]-?[A-Z])[A-Z0-9]{1,10}(?:-[A-Z0-9]{2,10}){0,2}"
_ANY_CODE = r"(?i)(?=[a-z0-9]*[0-9][a-z])[a-z0-9]{5,10}"
_ONE_WORD = r"(?!\d+\Z)[A-Za-z0-9]{4,}|(?=\D*\d)[A-Za-z0-9]+(?:[\-_.][A-Za-z0-9]+){1,5}"
_OPENING = r"\s{0,3}(?:\((?=[\"'“「]))?"
_USER = (
    r"(?i)(?:\b(?:(?:user|login|account)(?: ?name)?|acct?|nick(?:name)?|handle|telegram"
    r"|log(?:ged)? in as|i am|i'm|usuario|логин)|用户名?|用戶名?|账号|帳號|昵称)"
    r"\s?(?:is|was|是|为|:|=)?\s?[\"'@#(]?\Z"
)
_SLUG = r"(?:[a-z]+-){2,6}[0-9]{2,}"
_PAIR = (
    r"(?i)(?:user|name|login|id|mail|账号|帳號|账户|帳戶|用户名?)\s?[/+&]\s?"
    r"(?:pass(?:word|wd)?|pwd?|密[码碼])[\s:=]{1,3}\Z"
)
_OWNER = r"['’]s (?:\w{1,10} )?pass|的(?:登[录錄入]|资金|資金|交易)?密[码碼]"
_BEHIND_USER = (
    r"(?i)(?:\b(?:user(?: ?name)?|login|account|e?-?mail|id)\b[\s:=]{1,3}(?:is )?[\w.\-]{2,40}"
    r"|[\w\-]@[\w.\-]{3,60}|(?:用户名?|用戶名?|账号|帳號|邮箱|信箱)[\s:=]{0,3}是?[\w.@\-]{2,40})"
    r"[\s,;/]{1,3}(?:and |my )?\Z"
)
# What may stand between two passwords that one word introduces.
_LISTED = (
    r"(?i)[\s\"'”’」)]{0,4}(?:(?:[,;/|&、，；>]|->|=>|→|\b(?:and|or|then|to|also|both)\b"
    r"|\b(?:new|old)(?: one)?\b|和|或者?|跟|到|改成|改为|改為|换成|新的?|旧的?|舊的?|是)"
    r"[\s\"'“‘「(]{0,4}){1,4}|[ \t]{0,3}\r?\n[\s\-*•0-9.)>]{0,8}"
)
_SPAN_WANTED = meanings("PASSWORD API KEY BACKUP TOKEN CODE PIN NUMBER PUBLIC")
_KINDS = {Meaning.PASSWORD: SecretKind.PASSWORD, Meaning.BACKUP: SecretKind.BACKUP}
_WANTED = frozenset({*_KINDS, Meaning.CODE, Meaning.ENTRY})
_INTO = r"(?i)\b(?:into|unlock\w*|open\w*|enters?) (?:my|his|her|the|our) account\b"


def passwords(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Passwords after words for one, near them, and behind a mail address."""
    for keyword in keywords:
        if Meaning.PASSWORD in keyword.meanings:
            yield from _said(text, keyword)
    if any(_WANTED & keyword.meanings.keys() for keyword in keywords):
        yield from _near(text, keywords)
    yield from login_passwords(text)
    yield from spoken_passwords(text, keywords)
    yield from strong_passwords(text, keywords)
    yield from pairs(text)


def _said(text: str, keyword: Keyword) -> Iterator[Span]:
    """What stands directly behind the words for a password."""
    opening = rx(_OPENING).match(text, keyword.end)
    bracket = opening is not None and opening.group().endswith("(")
    strong = None if bracket else rx(_STRONG).match(text, keyword.end)
    vague = (
        keyword.meanings[Meaning.PASSWORD] or text[keyword.start : keyword.end].lower() == "pass"
    )
    if vague and not strong:
        return
    medium = None if strong or bracket else rx(_MEDIUM).match(text, keyword.end)
    start = (strong or medium or opening).end()  # type: ignore[union-attr]
    if text[start : start + 1] in ("¿", "¡"):
        return
    quoted = token_bounds.quoted_at(text, start)
    if quoted and (strong or medium or quoted[1] - quoted[0] < 40):
        yield from _said_quoted(text, *quoted, bool(strong))
        return
    if phrase := _said_phrase(text, start, bool(strong)):
        yield phrase
        return
    token = token_bounds.token_at(text, start)
    token = token and _second(text, *token)
    close = (
        strong or medium or rx(_BEHIND_USER).search(text, max(0, keyword.start - 60), keyword.start)
    )
    if not token or not (close or _line_of_two(text, keyword, token[1])):
        return
    value = text[slice(*token)]
    ordinary = token_bounds.is_ordinary(value[:80]) and not (strong and rx(_SLUG).fullmatch(value))
    if ordinary or rx(token_bounds.EMAIL).match(text, token[0]) or is_public(value):
        return
    # More words follow in `password: withdrawals then stop`.
    sentence = re.match(r"(?: [^\W\d_]{2,}){2}", text[token[1] : token[1] + 60])
    sure = token_bounds.looks_secret(value) or bool(strong and not sentence)
    if len(value) >= 3 and (sure or rx(_ONE_WORD).fullmatch(value)):
        yield Span(*token, SecretKind.PASSWORD, "after words for a password", not sure)


def _said_phrase(text: str, start: int, strong: bool) -> Span | None:
    """Several words behind those for a password, if a sentence does not go on with them."""
    words = _phrase(text, start)
    end = start + len(" ".join(words))
    own = sum(word not in ordinary_words() and not word.isdigit() for word in words)
    # Messages to a help desk are full of some words.
    usual = [word for word in words if is_common(word) or word in help_desk() or look_up(word)]
    if not strong and len(usual) * 3 > len(words):
        own = 0
    if own >= (2 if strong else 3) or (strong and own and len(words) > 1 and _ends(text, end)):
        reason = "words after words for a password"
        return Span(start, end, SecretKind.PASSWORD, reason, not strong or own < 2)
    return None


def _said_quoted(text: str, start: int, end: int, strong: bool) -> Iterator[Span]:
    inside = set(re.findall(r"\w+", text[start:end].lower()))
    rich = strong or any(word.isdigit() for word in inside)
    if not token_bounds.is_ordinary(text[start:end]) or (
        rich and inside - ordinary_words() - stop_words()
    ):
        unsure = not inside.isdisjoint(stop_words())
        yield Span(start, end, SecretKind.PASSWORD, "quoted after words for a password", unsure)


def _line_of_two(text: str, keyword: Keyword, end: int) -> bool:
    """Whether the line has nothing but words for a password and one more."""
    before = text[max(0, keyword.start - 20) : keyword.start].rpartition("\n")[2]
    after = text[end : end + 40].split("\n", 1)[0]
    return before.strip().lower() in ("", "my", "the", "我的") and not after.strip(" .!")


def _phrase(text: str, start: int) -> list[str]:
    """The words up to the first that only a sentence has."""
    match = rx(_WORDS).match(text, start)
    taken: list[str] = []
    for word in match.group().split(" ") if match else ():
        if word in stop_words() or not (word.islower() or word.isdigit()):
            break
        taken.append(word)
    while taken and not _ends(text, start + len(" ".join(taken))) and taken[-1] in ordinary_words():
        taken.pop()
    return taken


def _ends(text: str, end: int) -> bool:
    """Whether the line, or what is said in it, ends here."""
    return not text[end : end + 1].strip(" ,;.\n") and not text[end + 1 : end + 2].strip("\n")


def _near(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Tokens of the look of a password or code for which those words are the nearest."""
    before, last = (0, 0), None
    for start, end in _mixed_tokens(text):
        listed = bool(rx(_LISTED).fullmatch(text, before[1], start))
        span = _near_token(text, keywords, start, end)
        if last and listed:
            span = last._replace(start=start, end=end)
        elif span and listed and text[before[0] : before[0] + 3] == text[start : start + 3]:
            # Two forms of one password: `Olive7 or Olive8, none is my password`.
            yield span._replace(start=before[0], end=before[1])
        if span:
            yield span
        before, last = (start, end), span


def _mixed_tokens(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for match in rx(token_bounds.PIECE).finditer(text):
        if match.start() < done:
            continue
        opened = len(match.group()) - len(match.group().lstrip("'([{*_:=-/|~&?"))
        token = token_bounds.token_at(text, match.start() + opened)
        if not token:
            continue
        start, end = _second(text, *token)
        done = end
        equals = re.match(r"([^\W\d][^\W\d\-.]{0,30})[=:]", text[start:end])
        if equals and (look_up(equals.group(1).lower()) or not is_said_password(text, start, end)):
            start += equals.end()
        if end - start >= 5 and token_bounds.looks_secret(text[start:end]):
            yield start, end


def _second(text: str, start: int, end: int) -> tuple[int, int]:
    """Of `login/pass name/word`, the word; otherwise the same place."""
    pair = text[start:end].count("/") == 1 and rx(_PAIR).search(text, max(0, start - 24), start)
    return (text.index("/", start) + 1, end) if pair else (start, end)


def _reach(value: str) -> int:
    """How far from its word a token of this look may be a password; many names look like one."""
    if rx(token_bounds.SIGN).search(value):
        return 130
    if re.fullmatch(r"[a-z]+_[a-z0-9]+", value):
        return 24
    return 75 if re.search("[a-z]", value) and re.search("[A-Z]", value) else 60


def _near_token(text: str, keywords: list[Keyword], start: int, end: int) -> Span | None:
    value = text[start:end]
    wanted = _SPAN_WANTED
    near = nearest(text, keywords, start, end, wanted)
    code = rx(_CODE).fullmatch(value) or rx(_ANY_CODE).fullmatch(value)
    if near and near.weak and near.meaning is Meaning.CODE and not code:
        wanted -= {Meaning.CODE}
        near = nearest(text, keywords, start, end, wanted)
    far = near is not None and near.distance > (0 if near.weak else 12)
    if near and near.meaning is Meaning.NUMBER and far and _reach(value) > 60:
        near = nearest(text, keywords, start, end, wanted - {Meaning.NUMBER})
    named = rx(_USER).search(text, max(0, start - 24), start)
    inside = rx(_INTO).search(text, max(0, start - 40), start)
    if (named and not inside) or rx(_OWNER).match(text, end):
        return None
    if near and near.meaning in _KINDS and near.cost < _reach(value):
        reason = "mixed characters near words for a password"
        return Span(start, end, _KINDS[near.meaning], reason, near.weak)
    exact = near is not None and near.distance <= 24 and rx(_CODE).fullmatch(value)
    bound = near is not None and not near.distance and rx(_ANY_CODE).fullmatch(value)
    if near and near.meaning is Meaning.CODE and (exact or bound):
        reason = "mixed characters beside words for a code"
        return Span(start, end, SecretKind.CODE, reason, near.weak)
    if not near or near.weak or near.meaning is Meaning.CODE:
        return beside_entry(text, keywords, start, end)
    return None
