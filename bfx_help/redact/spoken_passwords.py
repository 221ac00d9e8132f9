"""Passwords by the sentence they stand in, whatever they look like: `X is my password`."""

import re
from collections.abc import Iterator

from bfx_help.redact.context import Label, nearest
from bfx_help.redact.found import Kind, Span
from bfx_help.redact.labels import Hint
from bfx_help.redact.patterns import lazy
from bfx_help.redact.prose import PROSE
from bfx_help.redact.values import looks_secret, token_at
from bfx_help.redact.vocabulary import look_up, unspaced
from bfx_help.redact.wordlists import STOPWORDS

_H = "[\u3400-\u9fff]"
_PASS = r"(?:pass(?: ?words?)?|pass ?phrase|passwd|pwd?|passcode)"
_PASS_HAN = r"(?:登[录錄入陆])?(?:密[码碼]|口令)"
SAID_AFTER = lazy(
    rf"[\"'”’)]?\s?(?:,?\s?(?:is|was) (?:my|the|our|his|her)\b(?: \w{{1,12}}){{0,2}} {_PASS}\b"
    rf"| as (?:my |the |a )?(?:\w{{1,12}} )?{_PASS}\b|(?:,?\s?[就才]?是|做|作为?)我?们?的?"
    rf"(?:\w{{0,4}}){_PASS_HAN})",
    re.I,
)
"""What says of the value before it that it is a password."""
_SAID_BEFORE = lazy(
    rf"(?:\b{_PASS}(?: (?:i|we) (?:always )?used?)?(?:\s?[:=]\s?| - |,? (?:is|was) |, | )"
    r"|\b(?:contraseña|Passwort|Kennwort|mot de passe|senha)(?:\s?[:=]\s?| es | ist | lautet | é )"
    r"|\b(?:log ?in|sign in|get in) (?:using|with) "
    rf"|{_PASS_HAN}\s?[:=是为為]?\s?|[用输輸填])[\"'“「]?\Z",
    re.I,
)
_ADDRESS = lazy(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}", re.ASCII)
_EXPLICIT = lazy(r"[:=是为為]\s?\Z|\b(?:is|was|es|ist|lautet) \Z", re.I)
# A name and a number, as `Blue Kettle 77`; characters and a number, as `蓝水壶77`.
_TITLES = lazy(r"(?<![\w/.\-])(?:[A-Z][a-z]{2,12} ){1,3}[0-9]{2,4}(?![\w.:/%\-]| ?[€$£])")
_HAN_NUMBER = lazy(rf"(?<!{_H}{_H})(?<![A-Za-z0-9]){_H}{{2,6}}[0-9]{{2,6}}(?![0-9A-Za-z.:/%\-])")
_HAN_VALUE = lazy(
    rf"{_PASS_HAN}\s?[:=]\s?[\"'“「]?({_H}{{3,10}}[0-9A-Za-z!@#$%]{{0,8}})(?=[\"'”」,;、。\s]|\Z)"
)
_NOT_A_VALUE = lazy(
    "[不没沒错錯忘对對吗嗎呢吧了的怎么麼什啥是在有能可请請帮幫登提示输輸被问問找改重置无無未已正确確设設"
    "收验驗位次天月年号號点點分时時新旧舊同上下个個都就还還也和与與或把给給让讓从從到去来來说說试試丢]"
)
_UNITS = lazy(r"\s?(?:位|次|天|月|年|号|號|点|點|分|时|時|个|個|元|块|字|秒|人|日|岁|歲|遍|小)")
_NAMES = """
    windows android chrome ios iphone ipad pixel galaxy firefox safari mac ticket order case level
    step section page error since until about after before january february march april may june
    july august september october november december monday tuesday wednesday thursday friday
    saturday sunday version build code status samsung xiaomi huawei google apple telegram wechat
    email mail app authy bitfinex the my on in at
"""
_BEFORE_TITLE = frozenset(_NAMES.split())
_WORD = r"([A-Za-z][A-Za-z0-9]{3,19})"
_PLAIN = (
    lazy(rf"\b{_WORD}\b(?= (?:is|was) my (?:\w{{1,12}} )?{_PASS}\b)", re.I),
    lazy(rf"\b(?:using|with|use|used|type|enter) {_WORD}(?= as (?:my |the |a )?{_PASS}\b)", re.I),
    lazy(rf"\b(?:my|the|login|log-in|account) {_PASS}, {_WORD}, (?=was|is|worked|has)", re.I),
    lazy(rf"(?<![\w{chr(0x3400)}-{chr(0x9FFF)}]){_WORD}(?=是我的\w{{0,4}}{_PASS_HAN})"),
    lazy(rf"用([a-z][a-z0-9]{{3,19}})(?=登[录錄入陆]\W{{0,3}}\w{{0,4}}{_PASS_HAN})"),
    lazy(rf"\b(?:passwd|pwd?) {_WORD}(?= (?:does|did|is|was|no|not|won|fail|rejected|wrong))"),
)
_WORD_25 = lazy(
    r"\b(?:(?:25th|13th|extra|hidden wallet) word|hidden wallet(?: opens with| passphrase)?)"
    r"(?: is|:)?(?: the)? ([a-z][a-z0-9]{3,19})\b"
    r"|第(?:25|13|二十五|十三)个?词是?\s?([A-Za-z0-9]{4,20})",
    re.I,
)
_KEY_OPENED = lazy(
    r"(?:\b6P[1-9A-HJ-NP-Za-km-z]{20,56}|\ufffc)[^.\n]{0,40}?"
    r"\b(?:I type|type in|(?:opens?|unlocks?|decrypts?|decrypted|open it|encrypted) with)"
    r" ([A-Za-z0-9!@#$%]{5,40})\b",
    re.I,
)


def spoken(text: str, known: list[Label]) -> Iterator[Span]:
    """Words, names and addresses that a sentence makes a password; the user is asked."""
    yield from _second_secret(text)
    if not any(Hint.PASSWORD in label.hints for label in known):
        return
    yield from _plain(text)
    yield from _addresses(text)
    yield from _composed(text, known)
    for match in _HAN_VALUE.finditer(text):
        value = match.group(1)
        if not _NOT_A_VALUE.search(value) and not _is_label(value):
            yield Span(*match.span(1), Kind.PASSWORD, "characters after words for a password")


def said_of(text: str, start: int, end: int) -> bool:
    """Whether the words right before or behind say that this is a password."""
    before = _SAID_BEFORE.search(text, max(0, start - 40), start)
    return bool(before or SAID_AFTER.match(text, end))


def _plain(text: str) -> Iterator[Span]:
    for pattern in _PLAIN:
        for match in pattern.finditer(text):
            word = match.group(1).lower()
            if word in PROSE or word in STOPWORDS or word in _BEFORE_TITLE or look_up(word):
                continue
            yield Span(*match.span(1), Kind.PASSWORD, "said to be a password", True)


def _addresses(text: str) -> Iterator[Span]:
    """What looks like a mail address and is said to be a password."""
    for match in _ADDRESS.finditer(text) if "@" in text else ():
        before = text[max(0, match.start() - 40) : match.start()]
        after = SAID_AFTER.match(text, match.end())
        said = _SAID_BEFORE.search(before)
        explicit = said and (_EXPLICIT.search(before) or _short(said.group()))
        if not after and not explicit:
            continue
        token = token_at(text, match.end() + 1)
        if after or not (token and looks_secret(text[slice(*token)])):
            yield Span(*match.span(), Kind.PASSWORD, "an address said to be a password", True)


def _short(said: str) -> bool:
    """Whether this is a short form, which nobody writes of anything but the password itself."""
    return said.strip().lower() in ("passwd", "pwd", "pw", "用")


def _composed(text: str, known: list[Label]) -> Iterator[Span]:
    """A few capitalised words or characters and a number, right beside words for a password."""
    wanted = frozenset({Hint.PASSWORD, Hint.NUMBER, Hint.PUBLIC})
    for pattern in (_TITLES, _HAN_NUMBER):
        for match in pattern.finditer(text):
            start, end = match.span()
            start += _leading(match.group())
            value = text[start:end]
            if _UNITS.match(text, end) or not _is_name(value):
                continue
            near = nearest(text, known, start, end, wanted)
            said = said_of(text, start, end)
            if near and near.hint is Hint.PASSWORD and not near.weak and (said or not near.cost):
                sure = _EXPLICIT.search(text, max(0, start - 6), start)
                reason = "words and a number said to be one"
                yield Span(start, end, Kind.PASSWORD, reason, not sure)


def _leading(value: str) -> int:
    """How much of the characters is the sentence's own: `用蓝水壶77`."""
    said = re.match(r".{0,4}?(?:密[码碼]|口令)[是为為]?|[用输輸填]", value)
    return said.end() if said else 0


def _is_name(value: str) -> bool:
    words = re.findall(r"[A-Za-z]+", value.lower())
    if words:
        usual = sum(word in PROSE or word in _BEFORE_TITLE or word in STOPWORDS for word in words)
        return not usual and not look_up(words[0])
    han = re.match(f"{_H}*", value)
    other = _NOT_A_VALUE.search(value) or _is_label(value)
    return han is not None and len(han.group()) > 1 and not other


def _is_label(value: str) -> bool:
    return bool(unspaced()[0].search(value))


def _second_secret(text: str) -> Iterator[Span]:
    """The word beside a seed phrase, and what opens an encrypted key."""
    for pattern in (_WORD_25, _KEY_OPENED):
        for match in pattern.finditer(text):
            place = match.lastindex or 1
            word = match.group(place).lower()
            if word not in PROSE and word not in STOPWORDS:
                yield Span(*match.span(place), Kind.PASSWORD, "opens a wallet or key", True)
