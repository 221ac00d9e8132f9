"""Which questions in the first words are more than the situation, put as a question."""

from bfx_help.interview.own_questions import own_questions
from bfx_help.model import Situation, Text, Words
from tests.tables import each

LATE = Situation(
    "payout.late",
    Text("Payout is late", "付款晚了"),
    Words(
        en=("where is my payout", "the payout is stuck, when does it arrive", "payout not there"),
        zh=("付款在哪里", "付款卡住了什么时候到账", "付款一直没有到"),
    ),
)


@each(
    ("words", "asked"),
    [
        ("where is my payout, thieves?", 0),
        ("Can anybody help me?", 0),
        ("It is stuck. can someone pls just send me the right statement file??", 0),
        ("The payout is stuck. When does it arrive?", 0),
        ("It is stuck. Did it go to another person's account?", 1),
        ("Is it stuck? Must I pay the recovery fee before Monday?", 1),
        ("No question here. Did not arrive.", 0),
        ("It is late. Check did it go to another person's account?", 1),
        ("They kept the payout for weeks with a strange excuse but which paper please??", 0),
        ("付款卡住了，客服说要护照和账单的照片，是不是骗子？", 0),
        ("付款卡住了。什么时候到账？", 0),
        ("付款卡住了。是不是误转到陌生人账户了？", 1),
        (f"Did it go to another person's account {'very ' * 40}far?", 0),
    ],
)
def test_a_question_of_its_own_is_found(words: str, asked: int) -> None:
    found = own_questions(words, LATE)
    assert len(found) == asked
    assert all(question in words for question in found)


def test_an_order_before_a_question_goes() -> None:
    asked = own_questions("It is late. Please check did it go to another person?", LATE)
    assert asked == ("did it go to another person?",)
