"""Passwords by the sentence around them, whatever they look like: `X is my password`."""

import re
from collections.abc import Iterator

from bfx_help.redact.keywords import Meaning, look_up, meanings, unspaced
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_bounds import looks_secret, token_at
from bfx_help.redact.word_lists import is_common, words_before_numbers

_H = "[\u3400-\u9fff]"
_PASS = r"(?:pass(?: ?words?)?|pass ?phrase|passwd|pwd?|passcode)"
_PASS_HAN = r"(?:登[录錄入陆])?(?:密[码碼]|口令)"
SAID_AFTER = (
    rf"(?i)[\"'”’)]?\s?(?:,?\s?(?:is|was) (?:my|the|our|his|her)\b(?: \w{{1,12}}){{0,2}} {_PASS}\b"
    rf"| as (?:my |the |a )?(?:\w{{1,12}} )?{_PASS}\b|(?:,?\s?[就才]?是|做|作为?)我?们?的?"
    rf"(?:\w{{0,4}}){_PASS_HAN})"
)
"""What says of the value before it that it is a password."""
_SAID_BEFORE = (
    rf"(?i)(?:\b{_PASS}(?: (?:i|we) (?:always )?used?)?(?:\s?[:=]\s?| - |,? (?:is|was) |, | )"
    r"|\b(?:contraseña|Passwort|Kennwort|mot de passe|senha)(?:\s?[:=]\s?| es | ist | lautet | é )"
    r"|\b(?:log ?in|sign in|get in) (?:using|with) "
    rf"|{_PASS_HAN}\s?[:=是为為]?\s?|[用输輸填])[\"'“「]?\Z"
)
_ADDRESS = r"(?a)(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}"
_EXPLICIT = r"(?i)[:=是为為]\s?\Z|\b(?:is|was|es|ist|lautet) \Z"
# A name and a number, as `Blue Kettle 77`; characters and a number, as `蓝水壶77`.
_TITLES = r"(?<![\w/.\-])(?:[A-Z][a-z]{2,12} ){1,3}[0-9]{2,4}(?![\w.:/%\-]| ?[€$£])"
_HAN_NUMBER = rf"(?<!{_H}{_H})(?<![A-Za-z0-9]){_H}{{2,6}}[0-9]{{2,6}}(?![0-9A-Za-z.:/%\-])"
_HAN_VALUE = (
    rf"{_PASS_HAN}\s?[:=]\s?[\"'“「]?({_H}{{3,10}}[0-9A-Za-z!@#$%]{{0,8}})(?=[\"'”」,;、。\s]|\Z)"
)
_NOT_A_VALUE = (
    "[不没沒错錯忘对對吗嗎呢吧了的怎么麼什啥是在有能可请請帮幫登提示输輸被问問找改重置无無未已正确確设設"
    "收验驗位次天月年号號点點分时時新旧舊同上下个個都就还還也和与與或把给給让讓从從到去来來说說试試丢]"
)
# Of these a password of characters and a number may have some: `春天的花99`.
_IN_A_NAME = "的天月"
_UNITS = r"\s?(?:位|次|天|月|年|号|號|点|點|分|时|時|个|個|元|块|字|秒|人|日|岁|歲|遍|小)"
_WORD = r"([A-Za-z][A-Za-z0-9]{3,19})"
_PLAIN = (
    rf"(?i)\b{_WORD}\b(?= (?:is|was) my (?:\w{{1,12}} )?{_PASS}\b)",
    rf"(?i)\b(?:using|with|use|used|type|enter) {_WORD}(?= as (?:my |the |a )?{_PASS}\b)",
    rf"(?i)\b(?:my|the|login|log-in|account) {_PASS}, {_WORD}, (?=was|is|worked|has)",
    rf"(?<![\w{chr(0x3400)}-{chr(0x9FFF)}]){_WORD}(?=是我的\w{{0,4}}{_PASS_HAN})",
    rf"用([a-z][a-z0-9]{{3,19}})(?=登[录錄入陆]\W{{0,3}}\w{{0,4}}{_PASS_HAN})",
    rf"\b(?:passwd|pwd?) {_WORD}(?= (?:does|did|is|was|no|not|won|fail|rejected|wrong))",
)
# A letter right beside its case, to the end of the sentence: `大写M小写o`, `capital M small o o`.
_DICTATED = (
    rf"(?:{_PASS_HAN}|密马)[:=是为為]\s?"
    r"((?=[^，。\n]{0,8}(?:[大小][写寫]的?[A-Za-z](?![A-Za-z])))[^。！？!?\n]{3,80}?)"
    r"(?=[，,;](?!后|後|再|然|接|加|数|數|[A-Za-z0-9大小])|[。！？!?\n]|\Z)",
    rf"(?i)\b{_PASS}(?: is|:| was| goes)? "
    r"((?=[^.\n]{0,24}\b(?:capital|upper ?case|big|small|lower ?case) [a-z0-9]\b)[^.!?\n]{6,120})",
)
_WORD_25 = (
    r"(?i)\b(?:(?:25th|13th|extra|hidden wallet) word|hidden wallet(?: opens with| passphrase)?)"
    r"(?: is|:)?(?: the)? ([a-z][a-z0-9]{3,19})\b"
    r"|第(?:25|13|二十五|十三)个?词是?\s?([A-Za-z0-9]{4,20})"
)
_KEY_OPENED = (
    r"(?i)(?:\b6P[1-9A-HJ-NP-Za-km-z]{20,56}|\ufffc)[^.\n]{0,40}?"
    r"\b(?:I type|type in|(?:opens?|unlocks?|decrypts?|decrypted|open it|encrypted) with)"
    r" ([A-Za-z0-9!@#$%]{5,40})\b"
)


def spoken_passwords(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Words, names and addresses that a sentence makes a password; the user is asked."""
    yield from _second_secret(text)
    if not any(Meaning.PASSWORD in keyword.meanings for keyword in keywords):
        return
    yield from _plain(text)
    yield from _addresses(text)
    yield from _composed(text, keywords)
    for match in rx(_HAN_VALUE).finditer(text):
        value = match.group(1)
        if not _says_other(value) and not _is_label(value):
            yield Span(*match.span(1), SecretKind.PASSWORD, "characters after words for a password")
    for pattern in _DICTATED:
        for match in rx(pattern).finditer(text):
            yield Span(*match.span(1), SecretKind.PASSWORD, "a password letter by letter", True)


def is_said_password(text: str, start: int, end: int) -> bool:
    """Whether the words right before or behind say that this is a password."""
    before = rx(_SAID_BEFORE).search(text, max(0, start - 40), start)
    return bool(before or rx(SAID_AFTER).match(text, end))


def _plain(text: str) -> Iterator[Span]:
    for pattern in _PLAIN:
        for match in rx(pattern).finditer(text):
            word = match.group(1).lower()
            if not (is_common(word) or word in words_before_numbers() or look_up(word)):
                yield Span(*match.span(1), SecretKind.PASSWORD, "said to be a password", True)


def _addresses(text: str) -> Iterator[Span]:
    """What looks like a mail address and is said to be a password."""
    for match in rx(_ADDRESS).finditer(text) if "@" in text else ():
        before = text[max(0, match.start() - 40) : match.start()]
        after = rx(SAID_AFTER).match(text, match.end())
        said = rx(_SAID_BEFORE).search(before)
        explicit = said and (rx(_EXPLICIT).search(before) or _short(said.group()))
        if not after and not explicit:
            continue
        token = token_at(text, match.end() + 1)
        if after or not (token and looks_secret(text[slice(*token)])):
            yield Span(*match.span(), SecretKind.PASSWORD, "an address said to be a password", True)


def _short(said: str) -> bool:
    """Whether this is a short form, which people write only before the password itself."""
    return said.strip().lower() in ("passwd", "pwd", "pw", "用")


def _composed(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """A few capitalised words or characters and a number, right beside words for a password."""
    wanted = meanings("PASSWORD NUMBER PUBLIC")
    for pattern in (_TITLES, _HAN_NUMBER):
        for match in rx(pattern).finditer(text):
            start, end = match.span()
            start += _leading(match.group())
            value = text[start:end]
            if rx(_UNITS).match(text, end) or not _is_name(value):
                continue
            near = nearest(text, keywords, start, end, wanted)
            said = is_said_password(text, start, end)
            named = near is not None and near.meaning is Meaning.PASSWORD and not near.weak
            if near and named and (said or not near.cost):
                sure = rx(_EXPLICIT).search(text, max(0, start - 6), start)
                reason = "words and a number said to be one"
                yield Span(start, end, SecretKind.PASSWORD, reason, not sure)


def _leading(value: str) -> int:
    """How much of the characters is the sentence's own: `用蓝水壶77`."""
    said = re.match(r".{0,4}?(?:密[码碼]|口令)[是为為]?|[用输輸填]", value)
    return said.end() if said else 0


def _is_name(value: str) -> bool:
    words = re.findall(r"[A-Za-z]+", value.lower())
    if words:
        usual = any(is_common(word) or word in words_before_numbers() for word in words)
        return not usual and not look_up(words[0])
    han = re.match(f"{_H}*", value)
    other = _says_other(value) or _is_label(value)
    return han is not None and len(han.group()) > 1 and not other


def _says_other(value: str) -> bool:
    """Whether the characters are part of a sentence, and no password."""
    if re.search(r"[0-9]{2}\Z", value):
        value = value.translate(dict.fromkeys(map(ord, _IN_A_NAME)))
    return bool(rx(_NOT_A_VALUE).search(value))


def _is_label(value: str) -> bool:
    return bool(unspaced()[0].search(value))


def _second_secret(text: str) -> Iterator[Span]:
    """The word beside a seed phrase, and what opens an encrypted key."""
    for pattern in (_WORD_25, _KEY_OPENED):
        for match in rx(pattern).finditer(text):
            place = match.lastindex or 1
            word = match.group(place).lower()
            if not is_common(word):
                yield Span(*match.span(place), SecretKind.PASSWORD, "opens a wallet or key", True)
