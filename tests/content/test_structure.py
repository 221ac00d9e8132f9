"""How clauses bear on each other, with the words of the shipped content."""

import pytest

from bfx_help.interview.clauses import Clause, clauses_of
from bfx_help.interview.meaning import Particulars
from bfx_help.interview.particulars import particulars
from tests.content.paths import understood, words
from tests.unit.test_inputs import NOW


def clauses(text: str) -> tuple[Clause, ...]:
    return clauses_of(words(), text)


def facts(text: str) -> Particulars:
    return particulars(text, clauses(text), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "hacked? no",
        "Was it stolen? I don't think so.",
        "被盗了吗？没有",
        "帳號被盜?不是的",
        "cancelled? nope",
    ],
)
def test_a_question_that_its_writer_denies_says_nothing(text: str) -> None:
    found = understood(text)

    assert found.situation is None
    assert not found.emergency


def test_a_denial_after_a_question_denies_the_question_alone() -> None:
    first, second = clauses("hacked? no, my coins were taken")[::2]

    assert "stolen" in first.denied
    assert not second.denied


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("he told me to read out the code. I did", True),
        ("he told me to read out the code. I did not", False),
        ("客服让我把验证码念出来，我照做了", True),
        ("他说要我把验证码念出来", False),
    ],
)
def test_what_one_was_asked_for_and_did_happened(text: str, firm: bool) -> None:
    assert clauses(text)[0].firm is firm


def test_an_expression_does_not_reach_into_the_next_clause() -> None:
    assert not any(clause.has("gave-it") for clause in clauses("I got a login mail, it was mine"))


@pytest.mark.parametrize(
    "text", ["卡住了", "求助！急急急", "it is not working, please help", "出问题了怎么办"]
)
def test_a_call_for_help_alone_says_nothing(text: str) -> None:
    found = understood(text)

    assert found.situation is None
    assert not found.likely


@pytest.mark.parametrize(
    ("text", "contacted"),
    [
        ("退回的款一直没回来", None),
        ("我不理解为什么会这样", None),
        ("写了工单一直没回", "silent"),
        ("不管怎么弄都提不出来", None),
    ],
)
def test_a_longer_word_is_not_read_for_a_part_of_it(text: str, contacted: str | None) -> None:
    assert facts(text).contacted == contacted


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("我的护照上个月到期了", None),
        ("合约到期了收益没发", None),
        ("贷款快到期了，急用钱", "贷款快到期了"),
        ("房租12月3日到期", "房租12月3日到期"),
        ("it failed due to an error", None),
        ("my visa expires on 3 December", "my visa expires on 3 December"),
    ],
)
def test_a_deadline_lies_ahead(text: str, deadline: str | None) -> None:
    assert facts(text).deadline == deadline


def test_what_was_not_received_was_not_confiscated() -> None:
    assert not any(clause.has("profit-kept") for clause in clauses("充了三天都没收到"))
    assert any(clause.has("profit-kept") for clause in clauses("盈利全部没收"))


@pytest.mark.parametrize(
    "text",
    ["从币安提币过来，钱没见到", "took 3 SOL out of Kraken, destination Bitfinex, nothing here"],
)
def test_what_one_withdraws_elsewhere_to_send_it_here_is_a_deposit(text: str) -> None:
    found = understood(text)

    assert found.topic == "deposit"


def test_a_coin_without_a_bank_is_no_wire() -> None:
    found = understood("转XRP的时候附言填对了，怎么没到")

    assert "deposit.wire-late" not in (found.situation, *found.likely)


@pytest.mark.parametrize(
    "text", ["https://www.bitfinex.com/funding", "7654321", "[hidden: one-time code, 7 characters]"]
)
def test_a_link_or_a_number_alone_says_nothing(text: str) -> None:
    found = understood(text)

    assert found.situation is None
    assert not found.likely


def test_an_error_has_words() -> None:
    assert facts('{"error": ["error", 10114, "nonce: small"]}').error == "nonce: small"


@pytest.mark.parametrize(
    "text",
    [
        "Support says my XLM came without a memo. The memo was 30417, see the explorer",
        "客服说我的EOS没带memo，可是我写了，浏览器上看得到",
    ],
)
def test_a_memo_that_support_misses_is_not_said_to_be_missing(text: str) -> None:
    assert understood(text).situation != "deposit.memo"
