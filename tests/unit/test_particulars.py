"""The facts of a text: times as they are written out, ids by their names, who answered."""

from datetime import UTC, datetime

import pytest

from bfx_help.answers.running import ticket_numbers_in, withdrawal_numbers_in
from bfx_help.interview.clauses import clauses_of
from bfx_help.interview.lexicon import lexicon
from bfx_help.interview.meaning import Particulars, Understood
from bfx_help.interview.particulars import particulars
from bfx_help.interview.standings import Parts
from bfx_help.interview.understand import of_two, second
from bfx_help.model import Concept
from tests.tables import each

NOW = datetime(2026, 11, 29, 17, 0, tzinfo=UTC)
WORDS = lexicon(
    (
        Concept("robot", ("chat bot", "机器人")),
        Concept("support", ("support", "客服", "chat")),
        Concept("answered", ("support says", "客服说", "same answer")),
        Concept("absent", ("havent logged in",)),
        Concept("enter", ("logged in",)),
        Concept("not", ("havent",)),
    )
)


def facts(text: str) -> dict[str, object]:
    found = particulars(text, clauses_of(WORDS, text), NOW)._asdict()
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("sent over the omni network, it only takes erc20", "omni"),
        ("erc20 or trc20, I do not know", None),
        ("选成了trc20，应该是erc20", "tron"),
        ("it is on trc20", "tron"),
    ],
)
def test_of_two_networks_that_one_counts_over_which_the_coins_went(
    text: str, network: str | None
) -> None:
    words = lexicon(
        (
            Concept("network.omni", ("omni network",)),
            Concept("network.ethereum", ("erc20",)),
            Concept("network.tron", ("trc20",)),
        )
    )
    assert particulars(text, clauses_of(words, text), NOW).network == network


@each(
    ("text", "since", "hours"),
    [
        ("pending since yesterday 10:12", "2026-11-28T10:12Z", 31),
        ("on Friday at 3 pm it went out", "2026-11-27T15:00Z", 50),
        ("昨天下午三点提交的", "2026-11-28T15:00Z", 26),
        ("33 hours and nothing", "2026-11-28T08:00Z", 33),
        ("two and a half days now", "2026-11-27T05:00Z", 60),
        ("waiting since 9 am", "2026-11-29T09:00Z", 8),
        ("on Nov 21, 2026 14:05 UTC it left", "2026-11-21T14:05Z", 195),
        ("the day before yesterday it left", "2026-11-27", None),
        ("since 21/11 it is stuck", "2026-11-21", None),
        ("sent on 25.11.2026", "2026-11-25", None),
        ("从周三开始就这样", "2026-11-25", None),
    ],
)
def test_times_that_are_written_out(text: str, since: str, hours: int | None) -> None:
    found = facts(text)
    assert (found.get("since"), found.get("hours")) == (since, hours)


@pytest.mark.parametrize(
    "text",
    [
        "there is a hold of 72 hours",
        "it takes 3 to 5 days",
        "电汇三到五个工作日",
        "i havent logged in for two weeks",
    ],
)
def test_a_length_of_time_that_is_no_age_is_left_out(text: str) -> None:
    assert not {"since", "hours", "login"} & facts(text).keys()


def test_a_withdrawal_number_is_no_ticket() -> None:
    assert ticket_numbers_in("withdrawal #9912345 is late") == ()
    assert withdrawal_numbers_in("withdrawal #9912345 is late") == ("9912345",)
    assert withdrawal_numbers_in("I withdrew 5 USDT yesterday, id 8812345") == ("8812345",)
    assert withdrawal_numbers_in("I withdrew 5 USDT, my user id 8812345") == ()
    assert withdrawal_numbers_in("提现 0.085 eth 处理中两天了，编号8812345") == ("8812345",)


def test_an_answer_of_a_robot_is_no_answer() -> None:
    assert facts("the chat bot gives the same answer")["contacted"] == "silent"
    assert facts("机器人客服就会这么说")["contacted"] == "silent"
    assert facts("support says wait")["contacted"] == "answered"


@pytest.mark.parametrize("text", ["order late, also brakes bad", "brakes bad. Also order late"])
def test_where_a_second_problem_begins(text: str) -> None:
    words = lexicon((Concept("besides", ("also",)),))
    assert second(clauses_of(words, text)) == 1
    assert second(clauses_of(words, text.partition("lso ")[2])) is None


def test_of_two_problems_the_graver_comes_first() -> None:
    late = Understood("order", "order.late", True, (), False, None, (), Particulars())
    theft = Understood("theft", "theft.bicycle", True, (), True, None, (), Particulars())
    found = of_two(late, late, theft, Parts(WORDS, emergencies=frozenset({"theft.bicycle"})))
    assert (found.situation, found.also, found.emergency) == ("theft.bicycle", "order.late", True)
    assert of_two(late, late, late, Parts(WORDS)).also is None


def test_tickets_that_stand_side_by_side_are_one_answer() -> None:
    assert facts("tickets #1319770 and #1320080 were closed")["ticket"] == "1319770, 1320080"
    assert facts("工单1319770和1320080都被关了")["ticket"] == "1319770, 1320080"
    assert facts("ticket 1319770 and 50000 USD gone")["ticket"] == "1319770"


@pytest.mark.parametrize(
    ("text", "fee", "amount"),
    [
        ("I was charged 850 USD for a wire of 85,000 USD", "850 USD", "85000"),
        ("Bitfinex took 30 USDT fee for sending 500 USDT", "30 USDT", "500"),
        ("withdrew 20,000 EUR, they kept 200 EUR as a fee", "200 EUR", "20000"),
        ("提500U收了30U手续费", "30 USDT", "500"),
        ("手续费收了我30U，提了500U", "30 USDT", "500"),
        ("my card was charged 500 EUR and nothing came", None, "500"),
        ("no fee 500 USDT missing", None, "500"),
    ],
)
def test_a_fee_is_not_the_amount(text: str, fee: str | None, amount: str) -> None:
    assert (facts(text).get("fee"), facts(text)["amount"]) == (fee, amount)
