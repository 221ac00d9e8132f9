"""What the first words already say, so that it is not asked again; only what is certain."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice

from bfx_help.answers.amounts import amounts_in, assets_in
from bfx_help.answers.chains import shape, transaction_shape
from bfx_help.answers.contacts import emails_in, tickets_in
from bfx_help.answers.numbers import half, simple
from bfx_help.answers.spans import Moment
from bfx_help.answers.times import SPAN, read_time

_NETWORKS = {
    "tron": "trc-?20|tron|波场(?!币)",
    "ethereum": r"erc-?20|(?<!\d )ethereum|(?<!\d)(?<![个枚颗])以太坊(?!币)",  # not 2 Ethereum
    "bsc": r"bep-?20|bsc|币安智能链|bnb (?:smart )?chain",
    "lightning": r"lightning|闪电网络",
    "polygon": r"polygon",
    "arbitrum": r"arbitrum",
    "optimism": r"optimism",
    "avalanche": r"avalanche|雪崩",
    "solana": r"solana|索拉纳",
    "stellar": r"stellar(?! lumen)|恒星网络",
    "ton": r"ton ?网络|ton network",
}
# Coins that travel on their own network, unless somebody speaks of the wrong one.
_OWN = {"XRP": "xrp", "LTC": "litecoin", "DOGE": "dogecoin", "XLM": "stellar", "TRX": "tron"}
_WRONG = r"wrong (?:network|chain)|different (?:network|chain)|错|选成|别的链|不同的?(?:网络|链)"
# A time in such a clause is that of the letter, not of what happened.
_LETTER = (
    r"e-?mail(?:ed)? (?:to )?(?:you|support|them|bitfinex)|mailed|wrote|written|contact|support"
    r"|ticket|answer|repl(?:y|ied)|chat|客服|工单|邮件|联系|回复|答复|聊天|写信"
)
_ASKED = r"how long|how many|when will|多久|几天|几个小时|什么时候|何时"  # no time of its own
_CLAUSE = r"[,.](?!\d)|[;!?，；。！？、\n]"
_UNTIL_NOW = (
    r"(?:\b(?:for|since|past|last|already|been|pending|stuck|waiting|processing|missing|delayed)\s+"
    r"(?:the\s+)?(?:past|last|for)?\s*(?:about|over|more than|almost|nearly)?\s*"
    r"|(?:not|n't|still)\b.*\bafter\s+"
    r"|(?:已经?|过了|过去|超过|等待?|卡了|卡住|处理中|审核中?|都)了?\s*)"
)
_PASSED = (
    r"\s*(?:ago|already|now|and counting|(?:have |has )?passed"
    r"|(?:and )?(?:still|no|not|nothing|pending|stuck)\b"
    r"|之前|以前|前|多?了|多?(?:还在|仍在|一直)|多?(?:还|仍|都)?(?:没|未))"
)
_LIMIT = r"\s*(?:hold|limit|内|之内|以内|冻结|后)"
_PAST_SPAN = rf"{_UNTIL_NOW}(?P<a>{SPAN})(?!{_LIMIT})|(?P<b>{SPAN}){_PASSED}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = (
    r"(?:\b(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]m) (?:on )?)?"
    r"\b(?:yesterday|last night|this morning|last (?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|{_MONTH} \d{{1,2}}\b)"
    r"|(?:昨天|前天|大前天|今天|上?周[一二三四五六日天]|\d{1,2}月\d{1,2}[日号])?"
    r"(?:上午|下午|早上|晚上|凌晨|中午)(?=\d|[一二两三四五六七八九十])"
    r"|昨天|昨晚|前天|大前天|今早|今天(?=\d)|上周[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]"
)


def hear(text: str, now: datetime) -> Mapping[str, str]:
    """What a sentence says for certain, as answers by kind: time, amount, asset, network, txid,
    address, email, ticket. Of two that differ, neither is certain."""
    text = text[:2000]  # what matters stands at the beginning of a long story
    words = re.split(r"[\s,，。;；()（）<>\"'“”]+", half(text))
    amounts = amounts_in(text)
    networks = [name for name, names in _NETWORKS.items() if _named(names, text)]
    assets = [asset for asset in assets_in(text) if asset != "ETH" or not _only_network(text)]
    named = {amount.asset for amount in amounts if amount.asset}
    if len(assets) == 1 and assets[0] in _OWN and not re.search(_WRONG, simple(text)):
        networks = networks or [_OWN[assets[0]]]
    heard = {
        "time": set(_times(text, now)),
        "amount": {amounts[0].value} if len(amounts) == 1 else set(),
        "asset": named or set(assets),
        "network": set(networks),
        "txid": {word for word in words if _txid(word)},
        "address": {word for word in words if _address(word)},
        "email": set(emails_in(text)),
        "ticket": set(tickets_in(text)),
    }
    return {kind: found.pop() for kind, found in heard.items() if len(found) == 1}


def _named(names: str, text: str) -> bool:
    """Whether the text has one of the names as a word of its own; Chinese may stand beside it."""
    return re.search(rf"(?<![a-z0-9])(?:{names})(?![a-z0-9])", simple(text)) is not None


def _address(word: str) -> bool:
    return len(word) > 24 and bool(shape(word)) and not _txid(word) and "@" not in word


def _txid(word: str) -> bool:
    """Of base58 and the like only the lengths that no address has."""
    return bool(transaction_shape(word)) and len(word) >= 64


def _only_network(text: str) -> bool:
    """Whether Ethereum is named, but not its coin."""
    return not _named("eth(?:ers?)?|以太币", text)


def _times(text: str, now: datetime) -> frozenset[str]:
    """The times said; a day beside a time of that same day says nothing more."""
    found = [
        moment for clause in re.split(_CLAUSE, simple(text)) for moment in _in_clause(clause, now)
    ]
    exact = {moment.at.date() for moment in found if moment.precision != "day"}
    return frozenset(
        moment.value
        for moment in found
        if moment.precision != "day" or moment.at.date() not in exact
    )


def _in_clause(clause: str, now: datetime) -> Iterator[Moment]:
    if re.search(_LETTER, clause) or re.search(_ASKED, clause):
        return
    spans = [found["a"] or found["b"] for found in re.finditer(_PAST_SPAN, clause)]
    days = [
        _longest(clause[found.start() :], now) for found in islice(re.finditer(_DAY, clause), 5)
    ]
    for found in (*(read_time(span, now) for span in spans), *days):
        if isinstance(found, Moment):
            yield found


def _longest(text: str, now: datetime) -> Moment | None:
    """The time that the beginning of the text says, up to the end of a word."""
    for end in range(min(len(text), 40), 1, -1):
        if not re.match(r"[a-z0-9]{2}", text[end - 1 : end + 1]):
            found = read_time(text[:end], now)
            if isinstance(found, Moment):
                return found
    return None
