"""Finds ids, addresses and times in running text: what stands there for certain."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from bfx_help.answers.chains import shape, transaction_shape
from bfx_help.answers.numbers import half, number, simple
from bfx_help.answers.spans import Moment
from bfx_help.answers.times import SPAN, read_time

_EDGES = ".,;:!?。，；：！？、'\"“”‘’()（）<>[]【】「」《》*`"
_LINK_ID = r"[/?#&=]"
_TICKET = (
    r"(?i)(?:tickets?|case|requests?|conversation|inquiry|工单|客服单|单号|案件|申请单|请求|工單)\s*"
    r"(?:numbers?|no\.?|nr\.?|num|ref\.?|id|is|was|编号|号码|号|编码|#|:|：|是|为|\(|\s){0,5}"
    r"#?\s*(\d{5,10}(?:\s*(?:,|、|&|and|和|及|与)\s*#?\d{5,10})*)(?!\d|\s?(?:usd|eur|btc|eth|u\b))"
)
_MARKED = r"(?i)(?<![\w/])#(\d{6,8})(?!\d)"
_ORDER = (
    r"(?i)(?:order|订单|委托|挂单|訂單)\s*(?:numbers?|no\.?|nr\.?|id|ids|is|was|编号|号码|号|#|:|：|是|为|\s){0,5}"
    r"#?\s*(\d{8,15})(?!\d)"
)
_WITHDRAWAL = (
    r"(?i)(?:withdrawal|payout|提现|提币|提領|movement|transfer)\s*"
    r"(?:numbers?|no\.?|id|is|was|编号|号码|号|单号|记录|#|:|：|是|为|\s){1,5}#?\s*(\d{6,12})(?!\d)"
)
_WITHDREW = (
    r"(?i)(?:withdr[a-z]+|提现|提币|提了)[^.!?。！？；\n]{0,80}?[,，(（]\s*(?:with |under |the )?"
    r"(?:id|编号)\s*[:：#]?\s*(\d{6,12})(?!\d)"
)
_TAG = (
    r"(?i)(?:memo|destination tag|dest\.? tag|tag|payment id|标签|备注|標籤|備註)\s*"
    r"(?:numbers?|no\.?|id|is|was|编号|号码|号|#|:|：|是|为|填的?|写的?|\s){1,5}[\"'“「]?(\d{3,20}|[0-9a-f]{64})(?!\w)"
)
_ERROR = (
    r"(?i)(?:errors?|says?|message|reads?|shows?|returns?|gives?|gets?|got|报错|提示|显示|错误|说|弹出)\s*"
    r"(?:code|message|信息|代码|is|was|that|me)?\s*[:：]?\s*[\"“”「『](?P<text>[^\"“”」』\n]{3,200})[\"“”」』]"
)
_CODED = (
    r"(?i)\b(?:error|错误|报错|错误码|报错信息)\s*(?:is|was|code|message)?\s*[:：]\s*"
    r"(?P<text>[^\n。；;]{3,160})"
    r"|(?P<code>\b(?:\d{3,5}[ ,:]{1,2})?(?:ERR_[A-Z_]+|nonce: small|apikey: (?:digest )?invalid"
    r"|action: disabled|Invalid order(?:(?!['’](?:\s|$))[^.;，。\n\"”」』]){0,80}"
    r"|not enough (?:tradable|exchange) balance(?:(?!['’](?:\s|$))[^.;，。\n\"”」』]){0,60})"
    r"(?:[ ,:]{1,2}\d{5})?)"
)
_ABOUT = r"(?:about|over|more than|almost|nearly|around|some|at least|roughly|already|~)?\s*"
_SINCE = (
    rf"(?:\b(?:for|since|past|last|already|been|pending|stuck|waiting|waited|wait|processing|missing|delayed|after|took"
    rf"|within)\s+(?:the\s+|these\s+)?(?:past|last|for|now)?\s*{_ABOUT}"
    r"|(?:已经?|过了|过去|超过|等待?|等了|卡了|卡住|处理中|审核中?|都|整整|拖了|快|有|了|挂了)了?\s*)"
)
_THEN = (
    r"\s*(?:ago|back|already|now|and counting|(?:have |has )?passed|later|of it|long|since"
    r"|straight|in a row"
    r"|(?:and )?(?:still|no|not|nothing|pending|stuck)\b"
    r"|之前|以前|前|多?了|多?(?:还在|仍在|一直)|多?(?:还|仍|都)?(?:没|未|不|连个)|[了啦]|过去|余额|都)"
)
_SERVED = (
    r"\s*-?\s*(?:support|service|customer|hotline|help ?line|live chat|chat|volume"
    r"|trading volume|change|high|low|客服|在线|服务|人工|热线|营业"
    r"|成交|交易量|涨|跌|行情|高点|低点)"
)
"""What is open or counted for so long: a span beside it lies in no past."""
_LIMIT = (
    rf"(?:{_SERVED}|\s*(?:holds?\b|limit|内|之内|以内|冻结|安全期|后(?!来)|candle|chart|return))"
)
_PAST = (
    rf"{_SINCE}(?P<a>{SPAN})(?!{_LIMIT})|(?P<b>{SPAN})(?!{_LIMIT}){_THEN}|(?P<c>{SPAN})\s*$"
    rf"|^\s*(?P<d>{SPAN})(?!{_LIMIT})"
)
_FUTURE = (
    r"how long|how many|when will"
    r"|\b(?:loan|offer|term|period)s? (?:was|were|is|are|of|runs)(?: for)?\s*$"
    r"|\b(?:in|within|takes?|until|till|next|every|per|each|wait up to|up to)\s*$"
    r"|\bholds?(?: of)?\s*$|冻结\s*$"
    r"|(?:\d|[一二两三四五六七八九十]|one|two|three|four|five)\s*(?:到|至|-|–|~|to|or)\s*$"
    r"|多久|几天|几个小时|什么时候|何时|要等\s*$|需要?\s*$|每\s*$|再过\s*$|未来\s*$"
)
_HOURLY = r"(?<![a-z])h(?:ou)?r?s?\b|hrs?|时|钟"
_UNITS = (
    (r"min|分", Decimal(1) / 60),
    (r"working|business|banking|trading|工作", Decimal(24)),
    (r"(?<![a-z])h(?:ou)?r?s?\b|hrs?|小时|钟头|钟", Decimal(1)),
    (r"(?<![a-z])d(?:ay)?s?\b|天|日", Decimal(24)),
    (r"(?<![a-z])w(?:ee)?k?s?\b|星期|礼拜|周", Decimal(168)),
    (r"mo|个?月", Decimal(720)),
    (r"y(?:ea)?r?s?\b|年", Decimal(8760)),
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day"
DAY = (
    r"(?:\b(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]m) (?:on )?)?"
    rf"\b(?:(?:the )?day before yesterday|yesterday|last night|this (?:morning|afternoon)"
    rf"|(?:last |on |since )?{_WEEKDAY}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}"
    rf"|since \d{{1,2}}[./]\d{{1,2}}\b(?!\.\d)|since \d{{1,2}} ?[ap]m\b|since \d{{1,2}}:\d{{2}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|{_MONTH} \d{{1,2}}\b)"
    r"|(?:昨天|前天|大前天|今天|上?周[一二三四五六日天]|\d{1,2}月\d{1,2}[日号])?"
    r"(?:上午|下午|早上|晚上|凌晨|中午)(?=\d|[一二两三四五六七八九十])"
    r"|(?<=[从自])周[一二三四五六日天]|昨天|昨日|昨晚|昨夜|前天|前晚|大前天|今早|今天(?=\d)|上周[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]"
)


def words_of(text: str) -> list[str]:
    """The words between spaces and brackets without the signs at their ends; of links the parts."""
    parts = re.split(
        r"[\s,，。;；()（）<>\"'“”|]+|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z=])(?=[\u3400-\u9fff])",
        half(text),
    )
    words = [part.strip(_EDGES) for part in parts]
    inner = [piece for word in words if "/" in word for piece in re.split(_LINK_ID, word)]
    named = [word.rpartition(":")[2] for word in words if ":" in word]
    return [word for word in (*words, *inner, *named) if word]


def txids_in(text: str) -> tuple[str, ...]:
    """The transaction ids; of letters that could be an address only lengths that no address has."""
    found = (word for word in words_of(text) if len(word) >= 64 and transaction_shape(word))
    return tuple(dict.fromkeys(found))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of coins, those with a wrong checksum left out."""
    found = (
        word
        for word in words_of(text)
        if len(word) > 24
        and "@" not in word
        and not _txid(word)
        and "/" not in word
        and shape(word)
    )
    return tuple(dict.fromkeys(found))


def _txid(word: str) -> bool:
    return len(word) >= 64 and bool(transaction_shape(word))


def ticket_numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that the text calls tickets or cases, or marks as numbers; several that stand
    side by side are one answer."""
    text = half(text)
    other = {*re.findall(_WITHDRAWAL, text), *re.findall(_ORDER, text)}
    marked = [each for each in re.findall(_MARKED, text) if each not in other]
    named = [", ".join(re.findall(r"\d+", each)) for each in re.findall(_TICKET, text)]
    return tuple(dict.fromkeys(named or marked))


def order_numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that the text calls orders."""
    return tuple(dict.fromkeys(re.findall(_ORDER, half(text))))


def withdrawal_numbers_in(text: str) -> tuple[str, ...]:
    """The numbers that the text calls withdrawals."""
    text = half(text)
    found = re.findall(_WITHDRAWAL, text) or re.findall(_WITHDREW, text)
    return tuple(dict.fromkeys(found))


def tag_numbers_in(text: str) -> tuple[str, ...]:
    """The memos and tags that the text states."""
    return tuple(dict.fromkeys(re.findall(_TAG, half(text))))


def errors_in(text: str) -> tuple[str, ...]:
    """What the text quotes as an error, or states after the word."""
    found = [match["text"] for match in re.finditer(_ERROR, text)]
    found += [match["text"] or match["code"] for match in re.finditer(_CODED, text)]
    said = (error.strip() for error in found)
    return tuple(dict.fromkeys(error for error in said if re.search(r"[^\W\d_]{2}", error)))


class Length(NamedTuple):
    """A length of time that lies behind, in hours, and whether it was said in hours."""

    hours: Decimal
    hourly: bool


def lengths_in(clause: str) -> Iterator[Length]:
    """The lengths of time in a clause that lie behind: for 26 hours, three days ago."""
    text = simple(clause).strip()
    for found in re.finditer(_PAST, text):
        group = next(name for name in "abcd" if found[name])
        before = text[max(0, found.start(group) - 16) : found.start(group)]
        if not re.search(_FUTURE, before) and not re.search(r"how long|how many|多久|几天", text):
            hours = hours_of(found[group])
            if hours is not None:
                yield Length(hours, re.search(_HOURLY, found[group]) is not None)


def hours_of(span: str) -> Decimal | None:
    """How many hours a length of time has: `two days and 3 hours`."""
    total = Decimal(0)
    parts = re.findall(
        r"(half an?|半|a couple of|a couple|[0-9.,]+"
        r"|[零〇一二两三四五六七八九十百千]+|(?!and\b)[a-z]+)"
        r"(个?半|多|\+|\s+and a half)?\s*-?\s*([a-z一-鿿 -]*?[a-z一-鿿]+?)(半| and a half)?"
        r"(?=\s|\d|$|又|零|,|and|[零一二两三四五六七八九十])",
        re.sub(r"(?:\s|,|and\b|又|零)+$", "", span),
    )
    for count, more, unit, later in parts:
        factor = next((each for pattern, each in _UNITS if re.search(pattern, unit)), None)
        value = _count(count)
        if factor is None or value is None:
            return None
        total += (
            value + (Decimal("0.5") if "半" in more + later or "half" in more + later else 0)
        ) * factor
    return total or None


def _count(text: str) -> Decimal | None:
    if text.startswith(("half", "半")):
        return Decimal("0.5")
    if text.startswith("a couple"):
        return Decimal(2)
    return number(text.replace(",", "."))


def moments_in(clause: str, now: datetime) -> Iterator[Moment]:
    """The days and hours that a clause names: yesterday at ten, 21 November."""
    return (moment for moment, _ in spoken_moments(clause, now))


def spoken_moments(clause: str, now: datetime) -> Iterator[tuple[Moment, str]]:
    """The moments that a clause names, each with the words that say it."""
    text = simple(clause)
    for found in islice(re.finditer(DAY, text), 5):
        spoken = leading_time(re.sub(r"^(?:on|since) ", "", text[found.start() :]), now)
        if spoken:
            yield spoken


LINKING = frozenset({"the", "of", "from", "at", "on", "around", "about", "since", "that", "is"})
"""Words behind a time that belong to what follows it."""


def leading_time(text: str, now: datetime) -> tuple[Moment, str] | None:
    """The time that the beginning of a text (of `simple` characters) says, up to the end of a word,
    with that text."""
    for end in range(min(len(text), 40), 1, -1):
        if not re.match(r"[a-z0-9]{2}", text[end - 1 : end + 1]):
            found = read_time(text[:end], now)
            if found:
                return (found, text[:end]) if isinstance(found, Moment) else None
    return None
