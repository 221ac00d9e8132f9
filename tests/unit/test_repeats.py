"""A line of the own account that the letter says already stands in it once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfx_help.request.repeats import is_told, new_pieces, substance, without_repeats

SAID = (
    "My payout of 59,975.00 USD was sent back by my bank in full on 2026-11-18 14:20 UTC"
    " (15:20 UTC+1) and has not arrived.",
    "I asked in the live chat on 2026-11-23 10:00 UTC (11:00 UTC+1).",
    'The answer was: "We cannot see the reason."',
    "我的出款在 2026-11-18 被银行退回，没有到账。",
)


@pytest.mark.parametrize(
    "line",
    [
        "18 Nov 15:20 my bank sent back 59975 USD in full",
        'Nov 23, 2026 11:00 live chat: "We cannot see the reason."',
        "11月18日被银行退回",
    ],
)
def test_a_line_that_tells_nothing_new_goes(line: str) -> None:
    assert without_repeats([line], SAID) == []


@pytest.mark.parametrize(
    "line",
    [
        "18 Nov 15:21 my bank sent back 59975 USD in full",
        "18 Nov my bank sent back 59,970.00 USD in full",
        "18 Nov my brother's bank sent back 59,975 USD too",
        "my bank has not sent back the USD twice",
        "11月18日被银行扣留",
        "ref 0xabcdef1234567890",
    ],
)
def test_a_line_with_a_figure_or_words_of_its_own_stays(line: str) -> None:
    assert without_repeats([line], SAID) == [line]


@given(st.lists(st.text(min_size=1, max_size=60), max_size=5), st.text(max_size=200))
def test_what_goes_has_no_figure_that_stands_nowhere_else(account: list[str], said: str) -> None:
    stays = without_repeats(account, [said])
    for line in account:
        if line not in stays:
            assert substance(line).figures <= substance(said).figures


def test_of_the_first_words_stands_what_is_new() -> None:
    words = [
        "My payout of 59,975.00 USD has not arrived. Is window 2 closed? Ann saw all, PX-20418"
    ]
    assert new_pieces(words, SAID, whole=True).new == (
        "Is window 2 closed?",
        "Ann saw all, PX-20418",
    )
    assert new_pieces(words, SAID, whole=False).new == ("PX-20418",)


def test_what_says_a_little_more_than_the_letter_is_named_as_left_out() -> None:
    said = "my payout of 59,975.00 USD was sent back by my bank in full"
    assert new_pieces([said], SAID, whole=True) == ((), ())
    more = f"{said}, sadly today"
    assert new_pieces([more], SAID, whole=True) == ((), (more,))


def test_a_word_beside_chinese_and_a_number_is_no_id() -> None:
    assert substance("从bitfinex提了12500u").figures == {"12500"}


def test_a_question_of_the_first_words_that_nothing_asks_is_named_as_left_out() -> None:
    words = ["It was sent back. Did somebody else get the coins instead?"]
    assert new_pieces(words, SAID, whole=False).left_out == (
        "Did somebody else get the coins instead?",
    )


def test_a_question_is_not_cut_at_the_point_of_a_number() -> None:
    found = new_pieces(["my 0.085 eth is late, why??"], ["nothing"], whole=False)
    assert not any(piece.startswith("085") for piece in found.left_out)
    assert any("0.085 eth" in piece for piece in found.left_out)


def test_an_amount_grouped_by_a_space_is_the_same_amount() -> None:
    assert substance("12 000 EUR").figures == substance("12,000 EUR").figures == {"12000"}
    assert substance("2 100 000").figures != substance("2026 100").figures


@pytest.mark.parametrize(
    ("answer", "is_there"),
    [
        ("18 Nov 2026 14:20", True),
        ("sent back by the bank", True),
        ("18 Nov 2026 14:21", False),
        ("sent back by the police", False),
        ("bank", False),
    ],
)
def test_an_answer_is_told_by_a_line_with_its_figures_and_most_of_its_words(
    answer: str, is_there: bool
) -> None:
    assert is_told(answer, SAID) is is_there
