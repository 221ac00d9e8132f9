"""What letters say, and do not say, where one option or another was chosen."""

from tests.content.test_letters_of_a_person import written


def test_a_hold_whose_end_moved_asks_which_date_counts_and_not_for_a_lift() -> None:
    text = written(
        situation="withdrawal.blocked",
        wd_notice="hold",
        wd_hold_level="moved",
        wd_hold_first="4 Dec 09:00",
        wd_hold_ends="7 Dec 09:00",
        contacted="no",
    )
    assert "Withdrawal hold: end date moved from 4 Dec 09:00 to 7 Dec 09:00, why?" in text
    assert "Tell me which end date counts, and why it moved." in text
    assert "lift" not in text
