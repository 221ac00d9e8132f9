"""What is understood of the first words: topics, answers, emergencies, and what is left open."""

import pytest

from bfx_help import search
from bfx_help.cli.cues import matched
from bfx_help.cli.hearing import Heard, listen
from bfx_help.cli.start import documents
from bfx_help.content import shipped
from bfx_help.model import Redacted, Words
from tests.conftest import NOW

CONTENT = shipped()
INDEX = search.build(documents(CONTENT.faq.values(), CONTENT.elsewhere.values()))
DANGERS = {
    (name, value)
    for derived in CONTENT.questionnaire.derived
    if derived.id == "danger"
    for case in derived.cases
    for name, values in case.when.items()
    for value in values
}


def heard(text: str) -> Heard:
    return listen(Redacted(text), CONTENT, INDEX, NOW)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I pulled out 2 LTC on Friday and nothing came", "withdrawal"),
        ("前天提了3万U，一直没到", "withdrawal"),
        ("昨天提領的幣還沒到", "withdrawal"),
        ("no one has answered my ticket since Monday", "complaint"),
        ("工单开了一个月，没人理", "complaint"),
        ("工單開了一個月，沒人理", "complaint"),
        ("my withdrawal is stuck and nobody answers", "withdrawal"),
        ("wd stuck", "withdrawal"),
        ("the authenticator is gone with my old phone", "account"),
        ("手機不見了，登入不了", "account"),
        ("how much do you charge for a trade?", "contact"),
        ("有几种认证级别？", "contact"),
        ("my verification has been pending for a week", "verification"),
        ("position closed by itself, I do not agree", "trading"),
    ],
)
def test_the_first_words_lead_to_the_topic_that_support_would_choose(text: str, topic: str) -> None:
    assert heard(text).answers.get("topic") == topic


@pytest.mark.parametrize("text", ["hi there", "您好", "please look into it"])
def test_words_that_name_nothing_lead_nowhere(text: str) -> None:
    assert "topic" not in heard(text).answers


@pytest.mark.parametrize(
    "text",
    [
        "somebody has just moved all my coins, it was not me",
        "my password was changed without my doing",
        "an unauthorised withdrawal of 4 ETH left my account",
        "I typed my password and the code on a fake page",
        "please prevent the withdrawal, it was not me!",
        "收到提现邮件，可我根本没操作过",
        "有人登录了我的账户，幣正在被轉走",
        "我的帳號被盜了",
        "我的密钥被我传到网上，密钥泄露了",
        "在假网站上输入了密码",
    ],
)
def test_whoever_is_losing_money_or_access_is_in_the_emergency_lane(text: str) -> None:
    answers = heard(text).answers
    found = [name for name, value in answers.items() if (name, value) in DANGERS]
    question = next(one for one in CONTENT.questionnaire.questions if one.id in found)
    assert answers["topic"] in question.when["topic"]


@pytest.mark.parametrize(
    "text",
    [
        "how do I protect my account from being hacked?",
        "what can be done to prevent theft, I ask myself",
        "was the exchange ever hacked",
        "怎样防止账户被盗？",
        "交易所历史上被黑过吗",
        "my phone was stolen, the authenticator was on it",
        "手机被偷了，验证码拿不到",
        "I changed my password and now withdrawals are on hold",
        "I entered the code, it says invalid",
        "我输入了密码，还是登不上",
        "I gave them my passport twice and it was rejected again",
        "把我的钱退给我",
        "an unauthorized error for every call of the api",
    ],
)
def test_nobody_else_is(text: str) -> None:
    assert not DANGERS & heard(text).answers.items()


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("it says completed, but there is no transaction id", {"wd-status": "completed-no-txid"}),
        ("I cannot log in and my withdrawal is not here", {"wd-status": "cannot-look"}),
        ("3 ETH deposit not credited and I can't log in", {"dep-problem": "cannot-look"}),
        ("提现显示已完成，但没有哈希", {"wd-status": "completed-no-txid"}),
        ("cannot log in", {"acc-problem": "login-error"}),
        ("lost my phone and cannot log in", {"acc-problem": "lost-2fa"}),
        ("withdrawal late, support told me to wait", {"contacted": "answered"}),
        ("充值没到，没有人回复我", {"contacted": "silent"}),
        ("兩萬USDT卡在處理中，救命", {"wd-status": "processing", "wd-amount": "20000 USDT"}),
    ],
)
def test_what_was_said_is_not_asked_again(text: str, answers: dict[str, str]) -> None:
    assert answers.items() <= heard(text).answers.items()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("my settings are ignored by lending pro", "contacted"),
        ("想马上和客服说话", "contacted"),
        ("withdrawal, no txid yet", "wd-status"),
        ("I still have access to my email", "acc-problem"),
        ("提了2个以太坊", "wd-network"),
        ("which one BTC address is mine", "dep-amount"),
    ],
)
def test_what_was_not_said_is_left_open(text: str, question: str) -> None:
    assert question not in heard(text).answers


def test_the_words_are_quoted_as_they_were_typed_and_none_twice() -> None:
    because = heard("Lost my Phone, no Authenticator").because
    assert set(because) == {"Lost my Phone", "Authenticator"}
    assert heard("手機壞了，登入不了").because == ("登入",)


@pytest.mark.parametrize(
    ("cue", "text", "place"),
    [
        ("nobody*answer*", "Nobody has ANSWERED me", "Nobody has ANSWERED"),
        ("nobody*answer*", "nobody came. I answer", None),
        ("verif*", "when am I verified", "verified"),
        ("verif*", "reverified", None),
        ("took 1.5", "I took 1.5 BTC", "took 1.5"),
    ],
)
def test_a_star_stands_for_words_of_the_same_clause(cue: str, text: str, place: str | None) -> None:
    assert matched(Words((cue,)), text).get(cue) == place


def test_a_star_reaches_over_an_amount_and_into_traditional_characters() -> None:
    assert matched(Words((), ("提了*币",)), "我提了0.5個比特幣") == {"提了*币": "提了0.5個比特幣"}
