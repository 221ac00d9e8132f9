"""Numbers: one-time codes, PINs and cards, among ids, amounts and dates."""

import re
from collections.abc import Iterator
from itertools import chain

from bfx_help.answers.checksums import luhn
from bfx_help.redact.keywords import Meaning, kinds_of
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Association, Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.token_formats import LINK
from bfx_help.redact.word_lists import beside, either, everyday_words, ordinary_words, shape

_CODE = (
    r"(?a)(?<![\w#+$€£¥₿/@%])(?:(?<![0-9][.,:\-])|(?<=[Vv][VvCc]2[:\-]))"
    r"(?:(?<![A-FH-Za-z]-)|(?<=OTP-)|(?<=2FA-)|(?<=SMS-))"
    r"(?:(?<![0-9] )[0-9]{3}[ \-][0-9]{3}"
    r"|[0-9]{2}[ \-][0-9]{2}[ \-][0-9]{2}"
    r"|[0-9]{4}[ \-][0-9]{4}|[0-9](?:[ \-][0-9]){5,7}|[0-9]{3,10})(?![0-9A-Za-z_%/@]"
    r"|[.:\-][0-9]|,[0-9]{1,3}(?![0-9]|[^\x00-\x7f])| ?[0-9])"
)
_UNIT = rf" ?(?:{either('units')})"
_MONEY = r"(?:\b(?:USD[TC]?|US|EUR|GBP|CNY|RMB|HKD|TWD|JPY|KRW|BTC|ETH|XRP|LTC)|[$€£¥₿])\s?\Z"
_NO_UNIT = rf"\s?(?:{either('no units')})\b"
_DATE = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])\Z|(?:19|20)[0-9]{2}\Z"
_SECRETS = {**kinds_of("CODE BACKUP PASSWORD PIN CVV IDENTITY CARD"), Meaning.TOTP: SecretKind.CODE}
_WANTED = frozenset({*_SECRETS, Meaning.NUMBER})
_NEEDED_FIELDS = frozenset({"id", "amount", "time", "txid", "address", "email", "link"})
_SPELLED = (
    r"(?i)\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double"
    r"|triple)[ \-,]{1,3}){4,9}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b"
    r"|[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{6,8}"
)


_PHONE = r"(?a)(?<![\w+])\+[1-9][0-9]{0,3}(?:[ \-.()]{1,2}[0-9]{2,7}){2,5}(?![0-9])"
_LISTED = (
    r"[\s,、/;|\-*•]{0,6}(?:(?:and|or|und|oder|y|et|e|и|和|及|与|跟|或)\s|[\s,、/;|\-*•]|[和及与跟或])"
    r"(?:[0-9]{1,2}[.)] ?)?"
)


def codes(text: str, keywords: list[Keyword], field: str | None) -> Iterator[Span]:
    """One-time codes, PINs, card security codes, passwords of digits alone."""
    alone = len(text.strip()) <= 24
    spoken = any(meaning in _SECRETS for keyword in keywords for meaning in keyword.meanings)
    linked = bytearray(len(text))
    for match in chain(rx(LINK).finditer(text), rx(_PHONE).finditer(text)):
        linked[slice(*match.span())] = b"\x01" * len(match.group())
    numbers = [match for match in rx(_CODE).finditer(text) if not linked[match.start()]]
    for alike in _lists(text, numbers):
        span = _code(text, keywords, field, alike, (alone, spoken))
        if span:
            yield from (span._replace(start=number.start(), end=number.end()) for number in alike)
    for match in rx(_SPELLED).finditer(text):
        near = nearest(text, keywords, *match.span(), _WANTED)
        if near and near.meaning in _SECRETS and near.cost < 40:
            reason = "spelled digits beside words for a code"
            yield Span(*match.span(), _SECRETS[near.meaning], reason, near.weak)


def _lists(text: str, numbers: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Numbers of one length with nothing but a comma or the like between: of one kind."""
    alike: list[re.Match[str]] = []
    for match in numbers:
        last = alike[-1] if alike else match
        listed = last is not match and rx(_LISTED).fullmatch(text, last.end(), match.start())
        if alike and not (listed and len(last.group()) == len(match.group())):
            yield alike
            alike = []
        alike.append(match)
    if alike:
        yield alike


def _code(
    text: str,
    keywords: list[Keyword],
    field: str | None,
    alike: list[re.Match[str]],
    around: tuple[bool, bool],
) -> Span | None:
    """`around`: whether the number stands alone, and whether the text names a secret."""
    alone, spoken = around
    start, end = alike[0].start(), alike[-1].end()
    digits = re.sub(r"\D", "", alike[0].group())
    near = nearest(text, keywords, start, end, _wanted(len(digits)))
    secret = near is not None and near.meaning in _SECRETS
    close = near is not None and near.cost <= 4
    unit = None if rx(_NO_UNIT).match(text, end) else rx(_UNIT).match(text, end)
    dated = rx(_DATE).match(digits) is not None or bool(unit and unit.group().strip() in "年月日")
    if (unit or dated) and not (
        near and secret and close and (not dated or near.meaning is Meaning.PIN)
    ):
        return None
    if near and near.meaning is Meaning.PIN and _is_postal(text, alike[0]):
        return None
    if near and secret and _fits(near, len(digits)):
        return Span(start, end, _SECRETS[near.meaning], "digits beside words for a code", near.weak)
    if field in _NEEDED_FIELDS or rx(_MONEY).search(text, max(0, start - 6), start):
        return None
    far = 50 if len(digits) == 6 and spoken else 90
    doubtful = near is not None and near.weak and _doubtful(text, keywords, start, end)
    if near and not secret and near.cost < far and not doubtful:
        return None
    if len(digits) == 6 or (len(digits) in (7, 8) and alone):
        return Span(start, end, SecretKind.CODE, "digits without words to tell", True)
    return None


def _is_postal(text: str, match: re.Match[str]) -> bool:
    """Whether this is the postal code of an Indian address, which is called a PIN code, too."""
    if not re.fullmatch(r"[1-9][0-9]{2} ?[0-9]{3}", match.group()):
        return False
    place = re.match(r",\s?([A-Z][a-z]{2,})", text[match.end() : match.end() + 30])
    named = place is not None and place.group(1).lower() not in ordinary_words() | everyday_words()
    return named or bool(
        beside("postal address").search(text, max(0, match.start() - 60), match.end() + 40)
    )


def _doubtful(text: str, keywords: list[Keyword], start: int, end: int) -> bool:
    """Whether the words that speak for an id are too far away, or some speak for a secret."""
    id_ = nearest(text, keywords, start, end, frozenset({Meaning.NUMBER}))
    secret = nearest(text, keywords, start, end, frozenset(_SECRETS))
    return (id_ is not None and id_.cost > 37) or (secret is not None and secret.cost < 90)


def _wanted(length: int) -> frozenset[Meaning]:
    """The meanings that fit a number of this length."""
    if length == 3:
        return frozenset({Meaning.CVV, Meaning.NUMBER})
    return _WANTED - {Meaning.CVV} if length > 4 else _WANTED - {Meaning.CARD}


def _fits(near: Association, length: int) -> bool:
    """Whether a number of this length can be what the words near it say, so near and no nearer."""
    if near.meaning is Meaning.CVV:
        return length in (3, 4) and near.cost < 30
    if near.meaning is Meaning.PIN:
        return 4 <= length <= 8 and near.cost < 26
    if near.meaning is Meaning.CARD:
        return False
    if near.meaning is Meaning.BACKUP:
        return length >= 4 and near.cost < 200
    if near.meaning is Meaning.IDENTITY:
        return length >= 6 and near.cost < 30
    if near.meaning is Meaning.PASSWORD:
        return length >= 4 and near.cost < (30 if length > 5 else 5)
    if length in (6, 7, 8):
        return near.cost < 90
    return length in (4, 5) and near.cost <= (4 if near.weak else 24) and not near.weak


_DIGITS = (
    r"(?ai)(?:(?<![0-9A-Za-z_#])|(?<=visa)|(?<=card)|(?<=amex)|(?<=card#)|(?<=card_)|(?<=\bcc)"
    r"|(?<=\bcc#))(?<![0-9]\.)(?:(?:[0-9][ \-.]?){11,90}[0-9]|[0-9]{4}(?:[ \t]*\r?\n[0-9]{4}){3})"
    r"(?![0-9A-Za-z_])"
)
_EXPIRY = (
    r"(?i)(?:exp\w*|valid\w*|thru|caduca|vence|有效期?至?|到期日?|截止|[\s,;|(])[\s:.]{0,3}"
    r"((?:0[1-9]|1[0-2])\s?[/\-]\s?(?:20)?[0-9]{2})(?![0-9/\-])"
)
_AFTER_CARD = (
    r"(?i)[\s,;/|(]{1,4}(?:exp\w*[\s:.]{0,3})?(?:0[1-9]"
    r"|1[0-2])\s?[/\-]\s?(?:20)?[0-9]{2}[\s,;/"
    r"|)]{1,4}(?:cv[vc]2?[\s:]{0,3})?([0-9]{3,4})(?![0-9])"
)


def cards(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Numbers of payment cards, and the security code right behind one."""
    end = 0
    for match in rx(_DIGITS).finditer(text):
        while span := _card(text, keywords, max(match.start(), end), match.end()):
            yield span
            end = span.end
            if expiry := rx(_EXPIRY).search(text, end, end + 40):
                yield Span(*expiry.span(1), SecretKind.CVV, "expiry date behind a card number")
            if behind := rx(_AFTER_CARD).match(text, end):
                yield Span(*behind.span(1), SecretKind.CVV, "digits behind a card number")


def _card(text: str, keywords: list[Keyword], start: int, end: int) -> Span | None:
    places = [place for place in range(start, end) if text[place].isdigit()]
    if len(places) < 12:
        return None
    digits = "".join(text[place] for place in places)
    grouped = len(places) < end - start
    card = nearest(text, keywords, start, end, frozenset({Meaning.CARD, Meaning.CVV}))
    near = nearest(text, keywords, start, end, frozenset({Meaning.NUMBER, Meaning.IDENTITY}))
    weaker = near is None or near.weak or (card is not None and card.cost <= near.cost)
    said = card is not None and card.cost < 60 and weaker
    if not said and not grouped and near and near.cost < 25:
        return None
    for size in range(min(19, len(digits)), 11, -1):
        head = digits[:size]
        whole = size == len(digits) or not text[places[size - 1] + 1].isdigit()
        if not whole or not shape("payment card").fullmatch(head) or len(set(head)) < 2:
            continue
        strict = grouped or said or head[0] != "1"
        if (luhn(head) and strict and (said or size >= 14)) or (said and size >= 15):
            return Span(places[0], places[size - 1] + 1, SecretKind.CARD, "card number")
    return None
