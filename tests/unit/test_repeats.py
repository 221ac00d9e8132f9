"""What two texts of a letter both tell stands in it once."""

from bfx_help.request.repeats import new_pieces, substance

SAID = (
    "My payout of 59,975.00 USD was sent back by my bank in full on 2026-11-18 14:20 UTC"
    " (15:20 UTC+1) and has not arrived.",
    "I asked in the live chat on 2026-11-23 10:00 UTC (11:00 UTC+1).",
    'The answer was: "We cannot see the reason."',
    "我的出款在 2026-11-18 被银行退回，没有到账。",
)


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
