"""What letters say, and do not say, where one option or another was chosen."""

import pytest

from bfx_help.interview.step import recommend, step
from bfx_help.model import Own
from tests.compiled import shipped
from tests.content.paths import NOW, start
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


def test_a_fee_taken_twice_is_asked_back_and_not_asked_to_be_explained() -> None:
    text = written(
        situation="withdrawal.fee",
        wd_fee_wrong="twice",
        wd_fee="184 EUR",
        wd_fee_ledger="Wire fee",
        wd_fee_whose="bank",
        contacted="answered",
    )
    assert "fee of 184 EUR taken twice, please refund the second charge" in text
    assert "Refund the second charge of 184 EUR." in text
    assert 'You answered that it is the bank\'s fee; my Bitfinex ledger says: "Wire fee".' in text
    assert "calculated" not in text


def test_who_saw_only_the_chart_says_so_and_asks_for_the_trades_and_the_fault() -> None:
    text = written(
        situation="trading.price",
        tr_chart="chart",
        tr_order="99887766",
        tr_actual="0.8 BTC at 57890",
        tr_terms="stop, sell 0.8 BTC, stop price 61000",
        tr_incident="orders delayed, 14:00 to 14:20 UTC",
        contacted="no",
    )
    first = text.split("\n\n")[2]
    assert "0.8 BTC at 57890 (the order: stop, sell 0.8 BTC, stop price 61000)" in first
    assert "Your status page names for that time: orders delayed" in first
    assert "I looked only at the chart, not at the public trades." in text
    assert "tell me whether the disturbance on your status page touched my order" in text.lower()
    assert "there are trades at or near that price" not in text


def test_each_thing_looked_at_about_a_nonce_is_said_alone_and_the_permissions_are_quoted() -> None:
    text = written(
        situation="api.nonce",
        ap_nonce="one,new",
        ap_error="nonce: small",
        ap_permissions_say='["orders",1,0]',
        contacted="no",
    )
    assert "One program alone uses the key. The key is new." in text
    assert "clock" not in text
    assert "rises" not in text
    assert 'The permissions of the key say: ["orders",1,0].' in text


def test_a_document_given_to_a_fraud_and_a_real_withdrawal_are_told_to_support() -> None:
    text = written(
        situation="security.pay-first",
        sec_paid="document",
        pay_account="same",
        pay_wd_id="20481",
        pay_wd_amount="0.5 BTC",
        contacted="no",
    )
    assert "They have a photo of my identity document." in text
    assert "Do not accept that photo as proof for any request in my name." in text
    assert "A withdrawal of mine in that account has not arrived: 20481, 0.5 BTC." in text
    assert "holds back a withdrawal from my account (20481)" in text


def test_the_first_paragraph_on_a_gap_names_the_rows_and_days_that_are_missing() -> None:
    text = written(
        situation="reports.gaps",
        rp_tried="done",
        rp_type="ledgers",
        rp_count="about 40 rows, 1 to 9 March",
        rp_before="28 Feb 23:10",
        rp_fault="missing",
        contacted="no",
    )
    first = text.split("\n\n")[2]
    assert "Rows are missing in the Ledgers report: about 40 rows, 1 to 9 March." in first
    assert "The last row before is 28 Feb 23:10." in first
    assert "is not right" not in text


STELLAR = [("400 XRP", False), ("9 XLM", True), ("", True)]


@pytest.mark.parametrize(("amount", "spoken_of"), STELLAR)
def test_stellar_is_spoken_of_only_where_the_coin_may_be_it(
    amount: str, *, spoken_of: bool
) -> None:
    coin = {"dep-amount": Own(amount)} if amount else {}
    answers = {**start("deposit.memo"), "contacted": Own("no"), **coin}
    found = recommend(shipped(), step(shipped(), answers, NOW)).findings
    assert ("deposit-memo-xlm" in [finding.id for finding in found]) is spoken_of


@pytest.mark.parametrize(("position", "said"), [("margin", True), ("nothing", False)])
def test_an_open_position_of_who_lost_the_codes_is_spoken_of(position: str, *, said: bool) -> None:
    given = {"acc-has-open": position, "contacted": "silent", "can-log-in": "unable"}
    answers = {**start("account.lost-2fa"), **{name: Own(each) for name, each in given.items()}}
    found = recommend(shipped(), step(shipped(), answers, NOW)).findings
    assert ("account-position-open" in [finding.id for finding in found]) is said
