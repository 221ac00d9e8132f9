"""The facts that the first words state, with the words of the shipped content."""

from bfx_help.interview.clauses import clauses_of
from bfx_help.interview.particulars import particulars
from tests.content.paths import words
from tests.tables import each
from tests.unit.test_inputs import NOW, TXID

NAMES = (
    "since",
    "amount",
    "asset",
    "network",
    "ticket",
    "email",
    "txid",
    "address",
    "reference",
    "open",
    "doubted",
    "memo",
    "stage",
)

STATED: list[tuple[str, dict[str, str]]] = [
    ("币提了26小时还没收到 USDT 急", {"since": "2026-11-21T08:10Z", "asset": "USDT"}),
    (
        "昨天16:05提现1500 USDT TRC20，还没到",
        {"since": "2026-11-21T08:05Z", "amount": "1500", "asset": "USDT", "network": "tron"},
    ),
    ("20个瑞波币转错链了", {"amount": "20", "asset": "XRP"}),
    ("sent BTC 3 days ago", {"since": "2026-11-19", "asset": "BTC"}),
    ("will it arrive within 12 hours? is there a 5 day hold?", {}),
    ("sent by TRC20 to an ERC20 address", {"network": "tron"}),
    ("TRC20 or ERC20, I cannot tell", {}),
    ("工单号 7654321 一直没有答复", {"ticket": "7654321"}),
    (f"my email is lin@Example.com, hash {TXID}", {"email": "lin@example.com", "txid": TXID}),
    ("注册邮箱lin@example.com登录不了", {"email": "lin@example.com"}),
    ("I got a mail from bitfinex-support@example.com", {}),
    (
        "is 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed mine?",
        {"address": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"},
    ),
    ("my 2FA is gone, can u help", {}),
    ("it has not come after 14 hours", {"since": "2026-11-21T20:10Z"}),
    ("made at 16:05 yesterday", {"since": "2026-11-21T08:05Z"}),
    ("how long until it is there, after 5 days already", {"since": "2026-11-17"}),
    (
        "withdrew 12 tokens (Ethereum), emailed support five days ago",
        {"amount": "12", "network": "ethereum"},
    ),
    (
        "my 20 XRP went out two days ago",
        {"since": "2026-11-20", "amount": "20", "asset": "XRP", "network": "xrp"},
    ),
    ("I moved 1.5 BTC and 300 USDT", {}),
    ("24小时客服在吗", {}),
    ("filled at 65000 USD instead of 64000", {"asset": "USD"}),
    ("nothing came after 14 hours", {"since": "2026-11-21T20:10Z"}),
    (
        "下午3点转了1万U，走的BSC链",
        {"since": "2026-11-22T07:00Z", "amount": "10000", "asset": "USDT", "network": "bsc"},
    ),
    ("opened 3 years ago, cannot log in since yesterday", {"since": "2026-11-21"}),
    ("提现要多久？已经24小时了", {"since": "2026-11-21T10:10Z"}),
    ("is your 24/7 support awake? 24 hour chat does not open", {}),
    ("24小时在线人工怎么没人", {}),
    ("the price was 58000 USD by then", {"asset": "USD"}),
    ("bought at 2500 USDT, the fill is missing", {"asset": "USDT"}),
    ("成交在65000刀，我挂的是64000", {}),
    ("sent 3 ETH & 500 USDC", {}),
    ("转了2个BTC和500 USDT", {}),
    (
        "deposited 40 XLM on Monday",
        {"since": "2026-11-16", "amount": "40", "asset": "XLM", "network": "stellar"},
    ),
    ("withdrew 5 LTC, my ticket is three days old already", {"amount": "5", "asset": "LTC"}),
    ("已经卡了48小时", {"since": "2026-11-20T10:10Z"}),
    ("pending for 2 days", {"since": "2026-11-20", "stage": "processing"}),
    ("走的是BSC链", {"network": "bsc"}),
    ("my wire carried an old reference", {"reference": "reference"}),
    (
        "wired 300 USD, forgot the reference",
        {"amount": "300", "asset": "USD", "reference": "no-reference"},
    ),
    ("电汇附言写错了", {"reference": "reference"}),
    ("account locked with an open short in it", {"open": "margin"}),
    ("账户被锁，有空单快爆仓", {"open": "margin"}),
    ("account locked, no open position", {}),
    ("I got a strange mail about it, is it from you?", {"doubted": "yes"}),
    ("收到可疑邮件说要验证", {"doubted": "yes"}),
    ("wired with the reference that you gave", {}),
    ("my deposit is not there, I left the tag blank", {"memo": "missing"}),
    ("sent without memo", {"memo": "missing"}),
    ("wrong address on my payout, it is still processing", {"stage": "processing"}),
    ("提币地址填错了，还在处理中", {"stage": "processing"}),
    ("充值忘填标签了", {"memo": "missing"}),
    ("a wrong memo on my deposit", {"memo": "wrong"}),
    ("标签填错了", {"memo": "wrong"}),
    ("the memo was right", {}),
    ("I did not forget the tag", {}),
]


def facts(text: str) -> dict[str, str]:
    found = particulars(text, clauses_of(words(), text), NOW)._asdict()
    return {name: value for name in NAMES if (value := found[name]) is not None}


@each(("text", "stated"), STATED)
def test_facts_are_read_where_they_are_certain(text: str, stated: dict[str, str]) -> None:
    assert facts(text) == stated
