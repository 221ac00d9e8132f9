"""The facts that a text states: what, how much, over which network, since when, told to whom."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from bfx_help.answers import running
from bfx_help.answers.amounts import NO_TICKERS, Amount, amounts_in, assets_in, read_amounts
from bfx_help.answers.contacts import emails_in
from bfx_help.answers.numbers import half
from bfx_help.answers.spans import Moment, Precision
from bfx_help.interview.clauses import Clause, as_typed
from bfx_help.interview.meaning import UNCONTACTED, Particulars
from bfx_help.name_lists import pattern_of

_WENT_OVER = pattern_of("running", "went over")
_NETWORK = "network."  # how the ids of concepts begin that are the names of networks
_ETHER = r"(?i)(?<![a-z])(?:eth|ethers?)(?![a-z])|以太币|以太(?![坊网链])|[个枚]以太坊"
_COUNTED = (
    r"(?<![A-Za-z0-9.,])(\d{1,15}(?:[.,]\d{1,18})?)\s*(?:个|枚|颗|tokens? of|coins? of)?\s?"
    r"([A-Z]{3,6})(?![A-Za-z0-9])"
)
_LEDGERS = {"XRP": "xrp", "XLM": "stellar"}
_LETTERS = ("wrote", "support", "silence", "answered")
_TRANSFERS = ("withdraws", "deposits")
_PRICE = (
    r"(?i)(?:(?<![a-z])(?:at|@|price(?: of| was| is)?|instead of|rather than)\s*(?:about |around )?"
    r"|(?:价格?|价位|成交在|而不是)\s*(?:是|为)?)\$?\d[\d.,]*k?万?(?:\s*(?:usdt?|eur|dollars?|刀|美元|美金|u)(?![a-z]))?"
    r"(?![\d:：点])(?!\s*(?:[ap]m|o.?clock|utc|gmt|h\b|hours?)\b)"
)
"""A number that is a price, no amount."""
_SUM = (
    r"[$€£]?\d[\d.,]*(?:k(?![a-z])|万)?"
    r"(?:\s?(?:[A-Z]{3,5}(?![A-Za-z])|(?i:dollars?|euros?|pounds?|bucks)\b|美元|美金|欧元|英镑|刀|欧|[uU](?![a-zA-Z])))?"
)
_FEE_NAMES = r"(?: express| expedited| wire| network| withdrawal| tx)* (?:fees?|surcharge)\b"
_FEE = (
    rf"(?i:(?<!no )\b(?:fees?|surcharge)(?: of| was| is|:)? (?:about |only )?)"
    rf"[-−]?(?P<after>{_SUM})"
    rf"|(?P<before>{_SUM})(?i:(?: as| in| of)?(?: an?| the)?{_FEE_NAMES})"
    rf"|手续费\s?(?:是|为|收了?我?|扣了?我?|高达|要了?|:)?\s?(?P<zh>{_SUM})"
    rf"|(?P<zh_before>{_SUM})\s?的?(?:提现|电汇|网络|加急)?手续费"
    rf"|(?i:(?:charged|billed|took|deducted) (?:me )?)(?P<for>{_SUM})"
    r"(?i:(?= (?:for|on) (?:an?|the|my|this|that) (?:\w+ )?(?:wire|withdrawal|payout|transfer)\b))"
)
"""A sum that is a fee, no amount of what was sent."""
_SHORTFALL = (
    rf"{_SUM}(?i: (?:too )?(?:short|less)\b(?! than))|(?i:\bshort (?:by|of) ){_SUM}"
    rf"|(?:退|到账|收到|入账)[^。；！？\n]{{0,20}}[少差短]了?(?:将近|大约|约)?\s?{_SUM}"
)
"""A sum by which less arrived, no amount of what was sent."""
_SIDE_BY_SIDE = r"(?i){}\s*[个枚]?\s*[a-z]{{2,6}}\s*(?:and|&|\+|plus|和|、|以及|还有|跟)\s*{}"
_NO_MEMO = r"(?i)\b(?:without|no) (?:an?y? |the |my )?(?:destination )?(?:memo|tag|payment id)\b"
_OLDEST = 15 * 8760  # hours; older than the exchange
_LONE = r"(?<![A-Za-z0-9_])(IOTA|MIOTA|HYPE)(?![A-Za-z0-9])"
_LONE_NAMES = {"MIOTA": "IOTA"}


def particulars(text: str, clauses: Sequence[Clause], now: datetime) -> Particulars:
    """The facts of a text, of which the clauses are known."""
    amounts = amounts_of(text)
    asset = asset_of(text, amounts)
    hours, since = age_of(clauses, now)
    return Particulars(
        asset=asset,
        amount=amounts[0].number if amounts else None,
        fee=fee_of(text),
        network=network_of(clauses) or ledger_of(asset, clauses),
        txid=only(running.txids_in(text)),
        address=only(running.addresses_in(text)),
        ticket=only(running.ticket_numbers_in(text)),
        order=only(running.order_numbers_in(text)),
        hours=hours,
        since=since,
        contacted=contact_of(clauses),
        login=login_of(clauses),
        error=next(iter(running.errors_in(text)), None),
        quote=quote_of(text, clauses),
        deadline=deadline_of(text, clauses),
        position=position_of(clauses),
        tag=only(running.tag_numbers_in(text)),
        withdrawal_id=only(running.withdrawal_numbers_in(text)),
        email=only(emails_in(text)),
        reference=reference_of(clauses),
        open="margin" if any(clause.has("holding") and clause.firm for clause in clauses) else None,
        doubted="yes" if any(clause.has("doubted") for clause in clauses) else None,
        memo=memo_of(clauses),
        stage=stage_of(clauses),
    )


def stage_of(clauses: Sequence[Clause]) -> str | None:
    """How far a withdrawal is, where one state of it is named and said for certain."""
    named = {
        name
        for clause in clauses
        for name in ("processing", "completed")
        if clause.has(name) and clause.firm
    }
    return "processing" if named == {"processing"} else None


def only(found: Sequence[str]) -> str | None:
    """The one that was found; of several none is certain."""
    return found[0] if len(found) == 1 else None


def amounts_of(text: str) -> tuple[Amount, ...]:
    """The amounts of coins or money, those that differ; what arrived stands after what was sent."""
    text = re.sub(_PRICE, " ", re.sub(_SHORTFALL, " ", re.sub(_FEE, " ", half(text))))
    found = list(amounts_in(text))
    known = {amount.number for amount in found}
    for digits, ticker in re.findall(_COUNTED, text):
        plain = digits.replace(",", "")
        if ticker not in NO_TICKERS and plain not in known and float(plain):
            found.append(Amount(plain, ticker))
    found = list(dict.fromkeys(found))
    return () if any(beside(text, *two) for two in pairwise(found)) else tuple(found)


def fee_of(text: str) -> str | None:
    """The fee that was charged, with its coin where it is said; of several none is certain."""
    sums = [found[found.lastgroup or 0] for found in re.finditer(_FEE, half(text))]
    amounts = [found for each in sums if (found := read_amounts(each))]
    return only(tuple(dict.fromkeys(found[0].value for found in amounts)))


def beside(text: str, first: Amount, second: Amount) -> bool:
    """Whether two amounts of different coins stand side by side, so that neither is the one."""
    if not first.asset or not second.asset or first.asset == second.asset:
        return False
    numbers = re.escape(first.number), re.escape(second.number)
    return re.search(_SIDE_BY_SIDE.format(*numbers), text.replace(",", "")) is not None


def asset_of(text: str, amounts: Sequence[Amount]) -> str | None:
    """The coin or currency: of the first amount, else the only one that is named."""
    named = [amount.asset for amount in amounts if amount.asset]
    if named:
        return named[0]
    lone = [_LONE_NAMES.get(name.upper(), name.upper()) for name in re.findall(_LONE, text)]
    assets = [asset for asset in assets_in(text) if asset != "ETH" or re.search(_ETHER, text)]
    assets = list(dict.fromkeys([*assets, *lone]))
    coins = [asset for asset in assets if asset not in ("USD", "EUR", "GBP", "CNY")] or assets
    return only(coins)


def network_of(clauses: Iterable[Clause]) -> str | None:
    """The network that was named and not denied; of several the one over which the coins went."""
    said = [
        (tag.concept.removeprefix(_NETWORK), clause.text[: tag.start - clause.start])
        for clause in clauses
        for tag in clause.tags
        if tag.concept.startswith(_NETWORK) and not clause.denies(tag) and clause.firm
    ]
    went = [name for name, before in said if re.search(_WENT_OVER, before)]
    return only(tuple(dict.fromkeys(name for name, _ in said))) or only(tuple(dict.fromkeys(went)))


def ledger_of(asset: str | None, clauses: Iterable[Clause]) -> str | None:
    """The network of a coin that has only its own, where no other is spoken of."""
    if any(clause.has("network", "wrong") for clause in clauses):
        return None
    return _LEDGERS.get(asset or "")


def age_of(clauses: Sequence[Clause], now: datetime) -> tuple[int | None, str | None]:
    """How many hours ago it was that is complained of, and since when where a day was named: the
    age of the event goes before that of an answer, and that before when somebody wrote, which
    counts alone where no transfer is told of."""
    clauses = [clause for clause in clauses if not clause.has("absent", "due")]
    events = [clause for clause in clauses if not clause.has(*_LETTERS)]
    stated = any(clause.has(*_TRANSFERS) for clause in events)
    rest = [clause for clause in clauses if not (stated and clause.has("wrote"))]
    for part in (events, rest) if len(events) < len(rest) else (events,):
        usable = [
            clause for clause in part if not clause.has("formerly") or clause.has(*_TRANSFERS)
        ]
        lengths = [
            length
            for clause in usable
            for length in running.lengths_in(clause.text)
            if 0 < length.hours < _OLDEST
        ]
        if lengths:
            return round(lengths[0].hours), begun(lengths[0], now)
        moments = [each for clause in usable for each in running.moments_in(clause.text, now)]
        exact = [moment for moment in moments if moment.precision is not Precision.DAY] or moments
        if exact:
            age = round((now - exact[0].at).total_seconds() / 3600)
            precise = exact[0].precision is not Precision.DAY
            return (age if precise else None), exact[0].value
    return None, None


def begun(length: running.Length, now: datetime) -> str:
    """The moment so long ago; of days the day."""
    precision = Precision.HOUR if length.hourly or length.hours % 24 else Precision.DAY
    return Moment(now - timedelta(hours=float(length.hours)), precision).value


def contact_of(clauses: Iterable[Clause]) -> str | None:
    """Whether support was asked before: no, silent, answered; what a machine sends is no answer."""
    clauses = tuple(clauses)
    machine = any(
        clause.has("robot") and clause.has("support", "answered", "reply", "reported")
        for clause in clauses
    )
    clauses = tuple(clause for clause in clauses if not clause.has("robot"))
    answered = any(
        clause.has("answered") or (clause.has("support") and clause.has("reported"))
        for clause in clauses
    )
    answered = answered or any(
        clause.has("reply")
        and clause.has("support", "wrote", "bitfinex")
        and not clause.has("silence", "maybe")
        for clause in clauses
    )
    silent = machine or any(clause.has("silence") or "reply" in clause.denied for clause in clauses)
    if answered and not (silent and not any(clause.has("disputes") for clause in clauses)):
        return "answered"
    if silent:
        return "silent"
    return UNCONTACTED if any(clause.has("uncontacted") for clause in clauses) else None


def login_of(clauses: Iterable[Clause]) -> str | None:
    """Whether the writer can log in; where both are said, neither is certain."""
    clauses = tuple(clause for clause in clauses if not clause.has("maybe", "formerly", "absent"))
    inside = any(clause.has("inside") and not clause.has("outside") for clause in clauses)
    outside = any(clause.has("outside") or "enter" in clause.denied for clause in clauses)
    if inside == outside:
        return None
    return "able" if inside else "unable"


_QUOTED = r"[\"“「『](?P<text>[^\"“”」』\n]{8,400})[\"”」』]"


def quote_of(text: str, clauses: Iterable[Clause]) -> str | None:
    """What support said, where it stands in quotes; a report of it in other words is no quote."""
    reporting = [
        clause
        for clause in clauses
        if clause.has("answered", "reported") and not clause.has("robot")
    ]
    if not reporting:
        return None
    quoted = re.search(_QUOTED, text)
    return quoted["text"].strip() if quoted else None


def deadline_of(text: str, clauses: Iterable[Clause]) -> str | None:
    """The clause that names a last day, and none that is over."""
    due = (clause for clause in clauses if clause.has("due") and not clause.has("formerly"))
    named = (as_typed(text, clause).strip() for clause in due)
    return next((said for said in named if not re.search(r"\bexpired\b", said)), None)


def reference_of(clauses: Iterable[Clause]) -> str | None:
    """What a wire is said to lack: the right reference, or any."""
    firm = tuple(clause for clause in clauses if not clause.doubtful)
    if any(clause.has("unreferenced") for clause in firm):
        return "no-reference"
    return "reference" if any(clause.has("misreferenced") for clause in firm) else None


def memo_of(clauses: Iterable[Clause]) -> str | None:
    """What is wrong with the memo or tag of a transfer: it is missing, or another one."""
    others = ("reported", "right", "included", "shows", "unreferenced", "misreferenced")
    said = [clause for clause in clauses if not clause.doubtful and not clause.has(*others)]
    asserted = [clause for clause in said if not {"wrong", "empty"} & clause.denied]
    if any(clause.has("memo") and clause.has("wrong") for clause in asserted):
        return "wrong"
    left_out = any(clause.has("memo") and clause.has("empty") for clause in asserted)
    left_out |= any(re.search(_NO_MEMO, clause.text) for clause in said)
    return "missing" if left_out else None


def position_of(clauses: Iterable[Clause]) -> str | None:
    """Whether a position is said to be at risk."""
    risk = any(clause.has("peril") and not clause.doubtful for clause in clauses)
    return "at-risk" if risk else None
