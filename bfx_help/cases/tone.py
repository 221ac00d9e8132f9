"""Points out threats, capitals and insults in what is about to be sent, and offers neutral words.

The words stand here and not in `data/`: they are matched by rules of grammar (what is threatened,
who is insulted), and what is offered instead has to fit the rule that found it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_CLAUSE = re.compile(r"[^.!?。！？;；\n]+[.!?。！？;；]*\s*")

_THREAT = re.compile(
    r"\b(?:i(?:'ll| will| am going to|'m going to)|we(?:'ll| will)|you(?:'ll| will)) (?:\w+ ){0,3}?"
    r"(?:sue|expose|destroy|ruin|report you|regret|pay for this|tell everyone"
    r"|post (?:this|it) every|make you|go public|be sorry"
    r"|find you|come (?:to|for) you(?:r|\b))"
    r"|\b(?:or else|last warning|or i(?:'ll| will)|see you in court|my lawyers? will"
    r"|regret (?:it|this)|watch your back)\b"
    r"|否则(?:我|就|后果)|不然我就|后果自负|走着瞧|等着瞧|给我等着|要你们好看|让你们好看"
    r"|(?:起诉|告|曝光|举报)(?:死)?(?:你们|你)|到处(?:发帖|曝光)|(?:媒体|网上)曝光|法庭见|法院见|找上门|最后警告"
    r"|(?:不|再不)(?:处理|解决|退|还|给)[^，。！]{0,8}(?:就|我就)[^，。！]{0,6}(?:报警|起诉|曝光|投诉|举报|发微博|发帖)",
    re.IGNORECASE,
)
_INSULT = re.compile(
    r"\b(?:thie(?:f|ves)|scam(?:mers?|ming)?|crooks?|criminals?|frauds?ters?|liars?|idiots?|idiotic"
    r"|stupid|morons?|imbeciles?|incompetent|useless|clowns?|bastards?|assholes?|shit(?:ty)?|bullshit"
    r"|f+u+c+k\w*|damn|robbers?|parasites?|pathetic|ridiculous|shameless|disgusting|garbage|trash)\b"
    r"|骗子|小偷|强盗|土匪|无耻|垃圾|废物|傻[逼屄叉]|白痴|弱智|脑残|混蛋|王八|去死|他妈|妈的|狗屁|黑店|黑平台"
    r"|智障|不要脸|恶心|滚蛋|畜生|吃人|黑心|流氓|蠢",
    re.IGNORECASE,
)
# Words about another person are no insult: that person may have been the thief.
_REPORTED = re.compile(
    r"\b(?:by|from|to|the|a|an|some|unknown|another|possible) (?:\w+ )?"
    r"(?:thie(?:f|ves)|scam(?:mers?)?|criminals?|fraudsters?|robbers?)\b"
    r"|(?:被|遇到|是|冒充[^，。]{0,4}的|假冒[^，。]{0,4}的|一个|那个)(?:骗子|小偷)|骗子(?:冒充|假冒|骗|转走|诱导|让我)",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"\b(?:you|bitfinex|support|this exchange)(?:['’]re| are| is| were)\b[^,.]{0,30}$"
    r"|(?:你们?|您|贵司|平台|交易所|bitfinex)(?:就?是|都是|这[些群帮]|一[群帮])[^，。]{0,4}$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’]?[A-Z]+)?(?:[ ,!]+(?:[A-Z]{2,}|I|A)\b){2,}")
_SHOUT = re.compile(r"[!！]{2,}|[?？]{3,}|(?:[!！][?？]|[?？][!！])[!！?？]*")
_SHORT = (
    "USDT",
    "USD",
    "BTC",
    "ETH",
    "API",
    "TXID",
    "UTC",
    "KYC",
    "ID",
    "XRP",
    "EUR",
    "URL",
    "PDF",
)


class Rudeness(StrEnum):
    """The kinds of words that do not help."""

    THREAT = "threat"
    INSULT = "insult"
    CAPITALS = "capitals"
    SHOUTING = "shouting"


_INSTEAD = {
    Rudeness.THREAT: (
        "I ask for an answer in writing.",
        "请给我书面答复。",
    ),
    Rudeness.INSULT: (
        "I disagree with how this was handled.",
        "我不认可这样的处理。",
    ),
}


class Remark(NamedTuple):
    """A passage that does not help, and its kind."""

    kind: Rudeness
    passage: str


def remarks(text: str) -> tuple[Remark, ...]:
    """The passages that should be reworded."""
    return tuple(remark for clause in _clauses(text) for remark in _of(clause))


def _clauses(text: str) -> list[str]:
    return [match[0] for match in _CLAUSE.finditer(text)]


def _of(clause: str) -> Iterator[Remark]:
    if match := _THREAT.search(clause):
        yield Remark(Rudeness.THREAT, match[0].strip())
    if match := _insult(clause):
        yield Remark(Rudeness.INSULT, match[0])
    if match := _shouted(clause):
        yield Remark(Rudeness.CAPITALS, match[0])
    if match := _SHOUT.search(clause):
        yield Remark(Rudeness.SHOUTING, match[0])


def _insult(clause: str) -> re.Match[str] | None:
    match = _INSULT.search(clause)
    if match and _REPORTED.search(clause) and not _DIRECT.search(clause[: match.start()]):
        return None
    return match


def _shouted(clause: str) -> re.Match[str] | None:
    """At least three words in capitals, if one of them is no abbreviation."""
    match = _CAPITALS.search(clause)
    if match and all(word in _SHORT for word in re.findall(r"[A-Z]{2,}", match[0])):
        return None
    return match


def neutral(text: str) -> str:
    """The text in neutral words: one neutral sentence replaces clauses with a threat or an insult;
    capitals become small, and one mark is enough."""
    parts: list[str] = []
    for clause in _clauses(text):
        kinds = {remark.kind for remark in _of(clause)}
        sentences = [_sentence(kind, clause) for kind in _INSTEAD if kind in kinds]
        parts += [sentence for sentence in sentences if sentence not in parts]
        if not sentences:
            parts.append(_quiet(clause))
    return "".join(parts).strip()


def _sentence(kind: Rudeness, clause: str) -> str:
    chinese = bool(re.search(r"[\u4e00-\u9fff]", clause))
    sentence = _INSTEAD[kind][chinese]
    return sentence if chinese else f"{sentence} "


def _quiet(clause: str) -> str:
    lower = _CAPITALS.sub(lambda match: _small(match[0]), clause) if _shouted(clause) else clause
    return _SHOUT.sub(lambda match: match[0][0] if match[0][0] in "?？" else _end(match[0]), lower)


def _small(text: str) -> str:
    small = re.sub(
        r"[A-Z]{2,}|\bA\b", lambda match: match[0] if match[0] in _SHORT else match[0].lower(), text
    )
    return small[:1].upper() + small[1:]


def _end(marks: str) -> str:
    return "。" if "！" in marks else "."
