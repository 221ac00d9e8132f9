"""What letters about money, an account, a verification or a theft say for certain answers."""

import pytest

from bfx_help.model import Answers, Language, Own, TextKind
from bfx_help.request.formats import as_text
from tests.content.paths import start
from tests.content.test_letters import letter


def written(**answers: str) -> str:
    """The English letter for answers by question id, with underscores for hyphens."""
    given: Answers = {name.replace("_", "-"): Own(value) for name, value in answers.items()}
    found = letter(given)
    assert found is not None
    return as_text(found, [Language.EN])


def below(heading: str, text: str) -> str:
    """The lines of a letter below a heading."""
    return text.partition(f"{heading}:\n")[2].partition("\n\n")[0]


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
    assert "tell me what happens when it comes to a liquidation." in text


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
    assert "Correction to my earlier explanation: I wrote salary; a part was a gift." in text
    assert "Pass my correction below to the reviewer" in text


def test_an_own_answer_that_there_is_none_is_not_told_as_if_there_were() -> None:
    device = {"situation": "account.lost-2fa", "contacted": "no", "acc_device_elsewhere": "no"}
    assert "\nNo open orders.\n" in written(**device, acc_positions="no open orders")
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


def test_several_missing_deposits_are_one_list_and_one_request() -> None:
    text = written(
        situation="deposit.missing",
        contacted="no",
        dep_explorer="elsewhere",
        dep_elsewhere="older",
        dep_count="two",
        dep_amount="0.02 BTC",
        dep_txid="ab" * 32,
        dep_more=f"0.03 BTC, {'cd' * 32}",
        dep_all_alike="same",
    )
    requests = below("Please", text)
    listed = below("The missing deposits", text)
    assert requests.count("redit the coins") == 1
    assert "0.05 BTC in all" in requests
    assert len(listed.splitlines()) == 2
    assert "all of them are confirmed there" in text


def test_what_is_missing_of_a_returned_wire_is_worked_out_in_one_block() -> None:
    text = written(
        situation="deposit.wire-returned",
        contacted="no",
        dep_return_state="back",
        dep_wire_amount="900 EUR",
        dep_returned_amount="800 EUR",
        dep_explained="30 EUR, fee of my bank",
        dep_unexplained="70 EUR",
    )
    block = below("The calculation", text)
    assert "100 EUR missing" in block
    assert "30 EUR, fee of my bank" in block
    assert "Not explained: 70 EUR" in block


def test_what_a_receiving_platform_asks_for_stands_with_the_words_that_it_needs() -> None:
    text = written(
        situation="withdrawal.wrong-address",
        contacted="no",
        wd_stage="sent",
        wd_whose="exchange-asks",
        wd_slip="tag",
        wd_id="20418",
        wd_memo="1234",
        wd_right_tag="1243",
        wd_platform="Kraken",
        wd_case="77-1",
        wd_case_until="30 November",
        wd_asks="A letter of the sender",
        user_name="Kim Lee",
    )
    assert "Confirm in writing for Kraken (its ticket 77-1), before 30 November," in text
    assert 'Ticket 77-1: "A letter of the sender" (open until 30 November)' in text
    words = below("Words for it, if your records agree", text)
    assert "Withdrawal 20418" in words
    assert "1243 is the right one" in words


def test_a_verification_says_how_often_it_was_asked_and_lists_what_was_sent() -> None:
    text = written(
        situation="verification.pending",
        contacted="no",
        ver_submitted="2026-10-01",
        ver_docs="passport; contract",
        ver_asked="answered",
        ver_asked_for="Where is it from?",
        ver_asked_times="same",
        ver_sent="5 Oct sent 2 again",
    )
    assert 'You asked me more than once, in the same words, for this: "Where is it from?"' in text
    assert "Documents submitted:\n1. Passport\n2. Contract\n" in text
    events = below("What happened", text).splitlines()
    assert "Request submitted: 1 Oct 2026\n" in text
    assert [line[:6] for line in events] == ["5 Oct:"]


def test_a_returned_wire_has_its_days_among_what_happened() -> None:
    text = written(
        situation="deposit.wire-returned",
        contacted="no",
        dep_return_state="back",
        dep_wire_amount="500 EUR",
        dep_booked="2026-11-03",
        dep_returned_amount="450 EUR",
        dep_returned_at="2026-11-16",
        story="9 Nov: the bank wrote that it goes back.",
    )
    events = below("What happened", text).splitlines()
    assert [line[:8] for line in events] == ["- 3 Nov:", "- 9 Nov:", "- 16 Nov"]
    assert "450 EUR came back" in events[2]


def test_a_security_change_of_ones_own_stands_once_with_its_day_and_is_asked_about() -> None:
    text = written(
        situation="withdrawal.processing",
        contacted="no",
        wd_security_change="password",
        wd_changed_at="2026-11-20",
    )
    assert "I made a security change myself on 20 Nov 2026: the password." in text
    assert text.count("the password") == 1
    assert "whether it is connected with my security change" in text


def test_several_deposits_are_numbered_in_one_form() -> None:
    text = written(
        situation="deposit.missing",
        contacted="no",
        dep_explorer="confirmed",
        dep_count="two",
        dep_all_alike="same",
        dep_amount="0.02 BTC",
        dep_txid="a1" * 32,
        dep_more=f"12 Nov 04:12 UTC, 0.03 BTC, tx {'b2' * 32}",
    )
    assert f"2. 12 Nov 2026 04:12 UTC, 0.03 BTC, TxID {'b2' * 32}" in text
    assert "first one" not in text


def test_an_own_answer_that_denies_stands_without_a_label() -> None:
    text = written(
        situation="withdrawal.processing", contacted="no", wd_notice_shown="no note in the row"
    )
    assert "\nNo note in the row.\n" in text
    assert "Notices on the page" not in text


def test_after_a_theft_the_freeze_and_the_sign_out_come_first() -> None:
    text = written(
        situation="account.lost-2fa",
        acc_lost_how="stolen",
        acc_backup="none",
        contacted="no",
        acc_since="2026-11-21T08:05Z",
        acc_app_in="gone",
    )
    assert "please freeze my account, then reset the 2FA" in text.splitlines()[0]
    assert "1. Freeze my account now" in text
    assert "sign out every session on the missing device" in text
    assert text.index("anything has moved since the theft") < text.index("Reset my 2FA")


def test_a_price_that_was_seen_on_another_chart_is_no_fact_of_the_order() -> None:
    order = {"situation": "trading.not-filled", "tr_reached": "passed", "tr_order": "21460388"}
    other = written(**order, tr_looked_at="other", contacted="answered", tr_pair="ETH/USD")
    assert "of another pair" in other
    assert "was there a trade beyond its price?" in other.splitlines()[0]
    same = written(**order, tr_looked_at="chart", contacted="no", tr_pair="ETH/USD")
    assert "not filled; the chart shows a price beyond it" in same.splitlines()[0]
    assert "Order: 21460388, ETH/USD" in same
    assert "this message is my consent" not in same


def test_what_arrived_of_a_deposit_stands_in_its_subject_and_the_request() -> None:
    text = written(
        situation="deposit.wrong-network",
        contacted="no",
        dep_amount="1240 USDT",
        dep_on_chain="1239.99 USDT",
    )
    assert "Deposit of 1239.99 USDT" in text.splitlines()[0]
    assert "Recover this deposit of 1239.99 USDT" in text
    assert "1239.99 USDT arrived by the block explorer (1240 USDT sent, 0.01 USDT less)" in text


@pytest.mark.parametrize(("can", "has_chat"), [("able", True), ("unable", False)])
def test_who_cannot_log_in_gets_no_opener_for_the_chat(can: str, has_chat: bool) -> None:
    answers = {"situation": "account.locked", "can-log-in": can, "contacted": "no"}
    written = letter({name: Own(value) for name, value in answers.items()})
    assert written is not None
    assert (TextKind.CHAT in written.texts) is has_chat


@pytest.mark.parametrize(("contacted", "has_chat"), [("no", False), ("silent", True)])
@pytest.mark.parametrize(
    "situation", ["deposit.wrong-network", "deposit.memo", "verification.more"]
)
def test_what_is_said_not_to_belong_in_a_chat_gets_no_opener_for_it(
    situation: str, contacted: str, has_chat: bool
) -> None:
    answers = {"contacted": Own(contacted), "dep-memo-slip": Own("missing")}
    written = letter(start(situation) | answers)
    assert written is not None
    assert (TextKind.CHAT in written.texts) is has_chat


@pytest.mark.parametrize("behind", ["", " (Chile)", "(新加坡时间)", " (local time)"])
def test_the_zone_in_words_behind_a_deadline_goes_with_its_moment(behind: str) -> None:
    answers = {"situation": "withdrawal.processing", "deadline": f"2 Dec 15:00{behind}, the rent"}
    written = letter({name: Own(value) for name, value in answers.items()})
    assert written is not None
    assert "Deadline: 2 Dec 2026 15:00 UTC, the rent." in as_text(written, [Language.EN])


def test_the_words_of_support_are_quoted_once() -> None:
    said = "Limits are set per account and may change. We cannot share more details."
    text = written(
        situation="funding.limit",
        contacted="answered",
        support_said=said,
        support_wrong="it names no rule",
        story=f'24 Nov: support answered: "{said}" I have not replied.\n25 Nov: "nothing" again',
    )
    assert text.count(said.rstrip(".")) == 1
    assert "- 24 Nov: support answered (quoted above). I have not replied." in text
    assert '"nothing" again' in text


def test_a_chat_that_the_account_tells_of_is_not_told_again() -> None:
    answers = {"situation": "trading.balance", "contacted": "chat"}
    told = "27 Nov: live chat, a human; no ticket number.\nNothing since."
    assert "I asked in your live chat" in written(**answers, story="Nothing since.")
    assert "I asked in your live chat" not in written(**answers, story=told)


@pytest.mark.parametrize(("sender", "is_there"), [("exchange", True), ("own", False)])
def test_coins_of_an_exchange_must_not_go_back_to_it(sender: str, is_there: bool) -> None:
    text = written(situation="deposit.wrong-network", contacted="no", dep_from=sender)
    assert ("not return it to the sending address" in text) is is_there
    assert "return it only to an address of my own." in text
