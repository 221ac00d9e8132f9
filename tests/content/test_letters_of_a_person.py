"""What letters about an account, a verification or a theft say for certain answers."""

import pytest

from bfx_help.model import Answers, Language, Own
from bfx_help.request.formats import as_text
from tests.content.test_letters import letter


def written(**answers: str) -> str:
    """The English letter for answers by question id, with underscores for hyphens."""
    given: Answers = {name.replace("_", "-"): Own(value) for name, value in answers.items()}
    found = letter(given)
    assert found is not None
    return as_text(found, [Language.EN])


def stolen(**answers: str) -> str:
    return written(situation="security.losing", em_login="unable", em_what="seen", **answers)


def test_an_emergency_says_what_is_gone_what_was_changed_and_where_to_write() -> None:
    text = stolen(
        em_mailbox="regained", em_left="2.5 ETH", inc_changed="email", email="kim@example.com"
    )
    subject = text.splitlines()[0]
    assert "2.5 ETH gone" in subject
    assert "e-mail changed" in subject
    assert "Please write only to: kim@example.com (not the changed address)" in text
    assert "mine alone" not in text


def test_what_is_still_in_the_account_stands_in_the_first_request() -> None:
    text = stolen(em_mailbox="secured", inc_free="900 USD free today 18:00")
    assert "let nothing more go out (still in it: 900 USD free today 18:00)" in text


def test_nothing_given_away_is_not_said_to_be_in_the_hands_of_an_impostor() -> None:
    text = written(situation="security.secret-given", em_login="able", inc_told="nothing")
    assert "an impostor may get into my account" in text.splitlines()[0]
    assert "Nothing that I know of was given away" in text


def test_a_position_at_risk_stands_in_subject_and_requests_of_a_locked_account() -> None:
    text = written(
        situation="account.locked",
        can_log_in="unable",
        contacted="urgent",
        acc_positions="long 3 BTC",
        acc_liq="71,000, now 74,500",
    )
    assert "liquidation price 71,000, now 74,500" in text.splitlines()[0]
    assert "tell me what happens if it comes to a liquidation meanwhile." in text


@pytest.mark.parametrize(("said", "stands"), [("own", True), ("no", False)])
def test_an_heir_promises_not_to_log_in_only_where_it_was_said(said: str, *, stands: bool) -> None:
    text = written(situation="account.owner-died", contacted="no", acc_heir_in=said)
    assert ("I have not logged in to the account and will not" in text) is stands


def test_a_correction_of_an_explanation_has_a_block_of_its_own() -> None:
    text = written(
        situation="verification.pending",
        ver_submitted="2026-10-01",
        ver_asked="answered",
        contacted="no",
        ver_correction="I wrote salary; a part was a gift.",
    )
    assert "Correction to my earlier explanation:\nI wrote salary; a part was a gift." in text
    assert "Pass my correction below to the reviewer" in text


def test_an_own_answer_that_there_is_none_is_not_told_as_if_there_were() -> None:
    device = {"situation": "account.lost-2fa", "contacted": "no", "acc_device_elsewhere": "no"}
    assert "no open orders" in written(**device, acc_positions="no open orders")
    assert "I have open positions" not in written(**device, acc_positions="no open orders")
    assert "I have open positions" in written(**device, acc_positions="two loans")


def test_an_address_that_is_a_sentence_stands_in_no_sentence_of_ours() -> None:
    later = "I will give my own address when you ask"
    text = written(
        situation="deposit.wrong-network",
        contacted="no",
        dep_amount="100 USDT",
        dep_return_to=later,
    )
    assert later in text
    assert f"my own address is {later}" not in text
