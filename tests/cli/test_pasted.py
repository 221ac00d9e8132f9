"""A message that is pasted to `ask`: what it demands is said, and it leads to its situation."""

import json

import pytest

from tests.running import run

PAY_FIRST = "Dear user, your withdrawal is approved. Pay the 10% tax to the address below first."
WORDS = {
    PAY_FIRST: "security.pay-first",
    "您好，您的提现需先缴纳10%保证金，到账后一并退还。": "security.pay-first",
    "Please add me on Telegram @help_desk_7 so that we solve your case.": "security.impostor",
    "We need your password and the code from your phone to end the review.": "security.phishing",
}


@pytest.mark.parametrize(("message", "situation"), WORDS.items())
def test_it_leads_to_the_situation_of_its_demand(message: str, situation: str) -> None:
    understood = json.loads(run("ask", "--json", "-", typed=[message]).stdout)["understood"]
    assert understood["topic"] == "security"
    assert situation in (understood["situation"], *understood["likely"][:1])


@pytest.mark.parametrize(("language", "says"), [("en", "No support does."), ("zh", "不要回复")])
def test_what_it_demands_is_said_before_anything_is_asked(language: str, says: str) -> None:
    sos = {"en": "bfx-help sos", "zh": "bfx-help --lang zh sos"}[language]
    screen = " ".join(run("ask", PAY_FIRST, "--lang", language, typed=["0"]).screen.split())
    assert says in screen
    assert screen.index(says) < screen.index(sos)


@pytest.mark.parametrize(
    "words",
    [
        "my withdrawal of 1500 USDT is processing for 26 hours",
        "客服让我先交税才能提现，这是真的吗？",
        "someone on telegram asked me for my seed phrase, I gave nothing",
        "我交了三次材料，第三次我花了两百块请人翻译盖章交上去，还是说要补充，我不知道差什么",
    ],
)
def test_what_the_writer_reports_is_no_demand(words: str) -> None:
    assert "No support does" not in run("ask", words, typed=["0"]).screen


def test_a_question_about_a_fee_is_no_demand_for_one() -> None:
    words = "昨天从币安转了500u走的bep20，充值地址是erc20的，没到账。要交手续费才能找回吗？"
    understood = json.loads(run("ask", "--no-input", "--json", words).stdout)["understood"]
    assert understood["situation"] == "deposit.wrong-network"
