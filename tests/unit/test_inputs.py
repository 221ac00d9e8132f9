"""What people type is understood in both languages, echoed, and never crashes anything."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bfx_help.answers.amounts import read_amounts
from bfx_help.answers.chains import fits, read_txid, shape
from bfx_help.answers.contacts import read_email, read_id
from bfx_help.answers.numbers import read_numbers
from bfx_help.answers.read_answer import Reading, read
from bfx_help.answers.spans import (
    Moment,
    add_working_days,
    age,
    elapsed,
    moment,
    stamp,
    working_days_between,
)
from bfx_help.answers.times import Refused, read_time
from bfx_help.model import UNKNOWN, Asks, Text
from tests.tables import each

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 18, 10, tzinfo=CHINA)  # a Sunday, 10:10 UTC

TIMES = [
    # a length of time
    ("26h", "2026-11-21T08:10Z"),
    ("２６ Hours ago", "2026-11-21T08:10Z"),
    ("26小时", "2026-11-21T08:10Z"),
    ("已经二十六个小时了", "2026-11-21T08:10Z"),
    ("10 min ago", "2026-11-22T10:00Z"),
    ("十分钟前", "2026-11-22T10:00Z"),
    ("an hour and a half ago", "2026-11-22T08:40Z"),
    ("两个半小时前", "2026-11-22T07:40Z"),
    ("半小時前", "2026-11-22T09:40Z"),
    ("1h30m", "2026-11-22T08:40Z"),
    ("26个多小时", "2026-11-21T08:10Z"),
    ("26+ hours", "2026-11-21T08:10Z"),
    ("two and a half hours", "2026-11-22T07:40Z"),
    ("1 day 4 hours ago", "2026-11-21T06:10Z"),
    ("2 days ago", "2026-11-20"),
    ("两天前", "2026-11-20"),
    ("for nine days", "2026-11-13"),
    ("大约两周前", "2026-11-08"),
    ("3 months ago", "2026-08-22"),
    ("一个半月前", "2026-10-07"),
    ("一年前", "2025-11-22"),
    ("six working days ago", "2026-11-13"),
    ("六个工作日前", "2026-11-13"),
    ("just now", "2026-11-22T10:10Z"),
    ("刚才", "2026-11-22T10:10Z"),
    # a day and a time of day
    ("昨天 16:05", "2026-11-21T08:05Z"),
    ("昨晚8点半", "2026-11-21T12:30Z"),
    ("昨晚12点", "2026-11-21T16:00Z"),
    ("last night 1am", "2026-11-21T17:00Z"),
    ("今天上午9点", "2026-11-22T01:00Z"),
    ("昨天中午12点半", "2026-11-21T04:30Z"),
    ("前天", "2026-11-20"),
    ("yesterday at 4pm", "2026-11-21T08:00Z"),
    ("8:30 in the evening yesterday", "2026-11-21T12:30Z"),
    ("last Friday", "2026-11-20"),
    ("周五", "2026-11-20"),
    ("上周五晚上11点", "2026-11-13T15:00Z"),
    ("23:05", "2026-11-21T15:05Z"),
    ("this morning at 9", "2026-11-22T01:00Z"),
    ("从上周五开始", "2026-11-13"),
    ("上个月15号", "2026-10-15"),
    ("二〇二六年十一月二十一日", "2026-11-21"),
    # a date
    ("2026-11-21 16:05", "2026-11-21T08:05Z"),
    ("2026/11/21 下午4:05", "2026-11-21T08:05Z"),
    ("11/21 16:05", "2026-11-21T08:05Z"),
    ("21.11.2026 16:05", "2026-11-21T08:05Z"),
    ("05.11.2026", "2026-11-05"),
    ("21 Nov 2026", "2026-11-21"),
    ("Nov 21st, 2026 4:05 pm", "2026-11-21T08:05Z"),
    ("11月21日下午4点", "2026-11-21T08:00Z"),
    ("十一月二十一日下午四点一刻", "2026-11-21T08:15Z"),
    ("21号", "2026-11-21"),
    ("Dec 24", "2025-12-24"),
    # a zone
    ("2026-11-21T08:05Z", "2026-11-21T08:05Z"),
    ("2026-11-21 08:05 UTC", "2026-11-21T08:05Z"),
    ("2026-11-21 08:05 (UTC+2)", "2026-11-21T06:05Z"),
    ("2026-11-21T03:35:00-04:30", "2026-11-21T08:05Z"),
    ("2026-11-21 16:05 北京时间", "2026-11-21T08:05Z"),
    ("Sat, 21 Nov 2026 08:05:00 +0000", "2026-11-21T08:05Z"),
    ("21 Nov 10:05 CET", "2026-11-21T09:05Z"),
    ("21 Nov 16:05 CST", "2026-11-21T08:05Z"),
    # a weekday beside a date, other signs
    ("Friday evening, 20 November", "2026-11-20"),
    ("21.11.", "2026-11-21"),
    ("on 21 Nov at 16.05", "2026-11-21T08:05Z"),
    ("21 Nov 2026 - 16h05", "2026-11-21T08:05Z"),
    ("21 Nov, shortly after 4 pm my time", "2026-11-21T08:00Z"),
]


@each(("text", "value"), TIMES)
def test_a_time_is_understood(text: str, value: str) -> None:
    found = read_time(text, NOW)
    assert isinstance(found, Moment)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sat 21 Nov 9:05 Warsaw time", "2026-11-21T08:05Z"),
        ("21 Nov 08:05, London", "2026-11-21T08:05Z"),
        ("she died on 3 October 2026", "2026-10-03"),
        ("20 Nov, by chat", "2026-11-20"),
    ],
)
def test_a_time_is_found_in_an_answer(text: str, value: str) -> None:
    reading = read(Asks.TIME, text, NOW)
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    "text",
    [
        "between 3 Oct and 5 Oct",
        "it was 1,200 USD on 3 May",
        "20 Nov, the chat said that it takes twelve hours",
        "22 Nov 16:05 BRT, chat",  # still to come
    ],
)
def test_an_answer_that_says_more_than_a_time_stays_as_typed(text: str) -> None:
    assert read(Asks.TIME, text, NOW) is None


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("2027-01-01", Refused.FUTURE),
        ("今晚9点", Refused.FUTURE),
        ("11/12 16:05", Refused.AMBIGUOUS),
        ("1999-01-01", Refused.OLD),
        ("9" * 30 + " hours ago", Refused.OLD),
    ],
)
def test_an_impossible_time_is_refused_with_a_reason(text: str, refusal: Refused) -> None:
    assert read_time(text, NOW) is refusal
    reading = read(Asks.TIME, text, NOW)
    assert reading is not None
    assert (reading.value, reading.doubt) == ("", refusal.value)


@each("text", ["", "提现", "31 June", "25:00", "5", "soon", "last month", "两三天前", "x" * 10_000])
def test_what_is_no_time_is_not_taken_for_one(text: str) -> None:
    assert read_time(text, NOW) is None


def test_clocks_that_were_changed_do_not_change_how_long_ago_it_was() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 10, 25, 12, 0, tzinfo=berlin)  # the clocks went back at three
    found = read_time("10h", now)
    assert isinstance(found, Moment)
    assert age(found, now) == (timedelta(hours=10),) * 2
    assert found.at.hour == 2


def test_a_time_is_echoed_in_utc_and_local_with_its_age() -> None:
    reading = read(Asks.TIME, "昨天 16:05", NOW)
    assert reading is not None
    assert reading.shown is not None
    assert reading.shown.en == "2026-11-21 08:05 UTC (16:05 UTC+8), 26 hours 5 minutes ago"
    assert reading.shown.zh == "2026-11-21 08:05 UTC (UTC+8 16:05)，已过 26 小时 5 分钟"


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        ("2026-11-22T10:09Z", "1 minute", "1 分钟"),
        ("2026-11-22T09:10Z", "1 hour", "1 小时"),
        ("2026-11-13T07:10Z", "9 days", "9 天"),
        ("2026-11-19T07:10Z", "3 days 3 hours", "3 天 3 小时"),
        ("2026-11-20", "2 days", "2 天"),
        ("2026-11-22", "less than a day", "不到 1 天"),
    ],
)
def test_how_long_ago(value: str, en: str, zh: str) -> None:
    since = moment(value, CHINA)
    assert since is not None
    assert elapsed(since, NOW) == Text(en, zh)


def test_a_day_has_a_shortest_and_a_longest_age() -> None:
    day = moment("2026-11-21", CHINA)
    assert day is not None
    assert age(day, NOW) == (timedelta(hours=18, minutes=10), timedelta(hours=42, minutes=10))


def in_utc(found: object) -> Moment:
    """The moment in UTC: Python calls no two times of different zones equal in a repeated hour."""
    assert isinstance(found, Moment)
    return found._replace(at=found.at.astimezone(UTC))


@given(
    st.integers(0, 5_000_000),
    st.sampled_from(["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Auckland"]),
)
def test_an_answer_and_its_echo_are_read_back_as_the_same_moment(minutes: int, zone: str) -> None:
    when = Moment(NOW.astimezone(UTC) - timedelta(minutes=minutes))
    now = NOW.astimezone(ZoneInfo(zone))
    for text in (when.value, stamp(when, UTC).en, stamp(when, now.tzinfo).en.partition(" (")[0]):
        assert in_utc(read_time(text, now)) == when
    assert in_utc(moment(when.value, now.tzinfo)) == when


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_working_days_are_counted_as_they_are_added(start: date, days: int) -> None:
    later = add_working_days(start, days)
    assert later.weekday() < 5
    assert working_days_between(start, later) == days
    assert working_days_between(start, start + timedelta(days=700)) == 500


@settings(deadline=None)  # the patterns are compiled in the first example
@given(st.sampled_from(list(Asks)), st.text(max_size=60))
@example(Asks.TIME, "9" * 60)
@example(Asks.AMOUNT, "1" * 10_000)
@example(Asks.ADDRESS, "bc1" + "q" * 10_000)
@example(Asks.TIME, "0000-00-00")
@example(Asks.TIME, "二" * 9 + "年前")
def test_nothing_that_is_typed_crashes(kind: Asks, text: str) -> None:
    read(kind, text, NOW)
    read_numbers(text)


@given(st.text(alphabet="0123456789 :-/.年月日时点分前天周上下午昨今amphdwago+utcz", max_size=30))
def test_nothing_that_looks_like_a_time_crashes(text: str) -> None:
    found = read_time(text, NOW)
    if isinstance(found, Moment):
        assert moment(found.value, CHINA) is not None


@each(
    ("text", "value"),
    [
        ("USDT 1500", "1500 USDT"),
        ("1,500.50 usdt", "1500.50 USDT"),
        ("1.500,50 EUR", "1500.50 EUR"),
        ("0,5 btc", "0.5 BTC"),
        ("820个XRP", "820 XRP"),
        ("0.5 比特币", "0.5 BTC"),
        ("２.５万美元", "25000 USD"),
        ("$25,000", "25000 USD"),
        ("5k usdt", "5000 USDT"),
        ("1500u", "1500 USDT"),
        ("10.000 EUR", "10000 EUR"),
        ("1.500 BTC", "1.500 BTC"),
        ("1500", "1500"),
        ("12 NEWCOIN", "12 NEWCOIN"),
        ("1.25 BTC, 18400 USDT", "1.25 BTC, 18400 USDT"),
        ("1.25 BTC 和 18400 USDT", "1.25 BTC, 18400 USDT"),
        ("12345678901234567890.123456789012345678 SHIB",) * 2,
        ("-5 BTC", ""),
        ("0 BTC", ""),
        ("1.2.3 BTC", ""),
        ("all of it", ""),
    ],
)
def test_an_amount_is_understood(text: str, value: str) -> None:
    assert ", ".join(amount.value for amount in read_amounts(text) or ()) == value


TXID = "9d2f0c7a5b1e48d3a6c4f0e1b2d3958677a1c0de4e5f60718293a4b5c6d7e8f9"
ADDRESSES = [
    ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "bitcoin"),
    ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bitcoin"),
    ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bitcoin"),
    ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "bitcoin"),
    ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "ethereum"),
    ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron"),
    ("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "xrp"),
    ("GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7", "stellar"),
    ("LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1", "litecoin"),
    ("DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L", "dogecoin"),
    ("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5", "polkadot"),
    ("EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8xqB2N", "ton"),
    ("tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb", "tezos"),
    ("cosmos1hsk6jryyqjfhp5dhc55tc9jtckygx0eph6dd02", "cosmos"),
    ("addr1vpu5vlrf4xkxv2qpwngf6cjhtw542ayty80v8dyr49rf5eg0yu80w", "cardano"),
]


@each(("address", "network"), ADDRESSES)
def test_an_address_fits_its_network_and_a_mistyped_one_is_noticed(
    address: str, network: str
) -> None:
    assert network in shape(address)
    assert fits(address, network)
    assert not fits(address, "solana")
    mistyped = address[:20] + ("x" if address[20] != "x" else "w") + address[21:]
    reading = read(Asks.ADDRESS, mistyped, NOW)
    assert reading is not None
    assert reading.doubt in ("doubt-address-typo", "doubt-address-shape")


@each(
    ("value", "network", "result"),
    [
        ("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "tron", False),
        (TXID, "tron", True),
        (TXID, "ethereum", False),
        ("0x" + TXID, "bsc", True),
        ("5" * 88, "solana", True),
        ("So11111111111111111111111111111111111111112", "solana", True),
        ("whatever", "a-network-of-tomorrow", None),
        ("unknown", "tron", None),
    ],
)
def test_values_against_networks(value: str, network: str, result: bool | None) -> None:
    assert fits(value, network) is result


def test_a_transaction_id_is_taken_out_of_a_link() -> None:
    assert read_txid(f" https://tronscan.org/#/transaction/{TXID}?lang=zh ") == TXID


@each(
    ("kind", "text", "value", "doubt"),
    [
        (Asks.TXID, TXID[:-1], TXID[:-1], "doubt-txid-shape"),
        (Asks.TXID, ADDRESSES[0][0], ADDRESSES[0][0], "doubt-txid-address"),
        (Asks.ADDRESS, "0x" + TXID + "00", "0x" + TXID + "00", "doubt-address-shape"),
        (Asks.AMOUNT, "1500", "1500", "doubt-amount-asset"),
        (Asks.EMAIL, "Lin <lin@Example.COM>", "lin@example.com", None),
        (Asks.EMAIL, "lin＠example．com", "lin@example.com", None),
        (Asks.EMAIL, "lin@example", "lin@example", "doubt-email"),
        (Asks.ID, "#１２３４５６７８", "12345678", None),
        (Asks.ID, "12345698、12345702", "12345698, 12345702", None),
        (Asks.ID, "abc", "abc", "doubt-id"),
        (Asks.TEXT, " 余额不对 ", "余额不对", None),
        (Asks.TIME, "不知道", UNKNOWN, None),
        (Asks.ADDRESS, "I don’t know", UNKNOWN, None),
        (Asks.ID, "-", UNKNOWN, None),
    ],
)
def test_an_answer_of_any_kind(kind: Asks, text: str, value: str, doubt: str | None) -> None:
    reading = read(kind, text, NOW)
    assert reading is not None
    assert (reading.value, reading.doubt) == (value, doubt)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("１２", (12,)),
        ("1,3", (1, 3)),
        ("１、３", (1, 3)),
        ("十二", (12,)),
        ("2.", (2,)),
        ("x", None),
        ("", None),
    ],
)
def test_numbers_choose(text: str, numbers: tuple[int, ...] | None) -> None:
    assert read_numbers(text) == numbers


def test_ids_and_mail_addresses_that_are_none_are_not_read() -> None:
    assert read_email("a@b@example.com") is None
    assert read_email("x" * 300 + "@example.com") is None
    assert read_id("12") is None
    assert read_id("1319770 and so on") is None


@pytest.mark.parametrize(
    "text", ["#1319770 and #1320080", "1319770、1320080", "1319770 和 1320080"]
)
def test_several_ids_are_one_answer(text: str) -> None:
    assert read_id(text) == "1319770, 1320080"


@pytest.mark.parametrize(
    "text",
    [
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed (my Ledger)",
        "my Ledger: 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    ],
)
def test_an_address_with_a_remark_stays_whole_and_raises_no_doubt(text: str) -> None:
    assert read(Asks.ADDRESS, text, NOW) == Reading(text)


def test_all_tens_are_numbers() -> None:
    tens = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for ten, hours in zip(tens, range(20, 100, 10), strict=True):
        found = read_time(f"{ten} hours", NOW)
        assert isinstance(found, Moment)
        assert NOW - found.at == timedelta(hours=hours)


def test_an_address_with_words_beside_it_belongs_to_its_network() -> None:
    address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    assert fits(f"my Ledger, {address}", "ethereum")
    assert fits(f"my Ledger ({address}).", "ethereum")
    assert fits(f"my Ledger, {address}", "bitcoin") is False
