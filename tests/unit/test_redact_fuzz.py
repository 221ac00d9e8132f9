"""No text makes `redact` raise, and what is not hidden is never changed."""

import random

import pytest

from bfx_help.redact import redact
from bfx_help.redact.keywords import keyword_table

PIECES = {
    "numbers": """
        one two three four five six seven eight nine ten eleven twelve zero double first second
        third fourth fifth sixth 1st 2nd 3rd 4th eins zwei uno dos un deux один два 一 二 三 四 五
        六 七 八 九 十 十一 十二 第一个 第二个 第三個 I. II. III. iv 1 2 3 12 24 ① ② 1. 2) (3)
    """,
    "counting": """
        word Word WORD words wort Wort mot palabra слово word1 w1= #1 单词 單詞 个 个是 是
    """,
    "listed": """
        abandon zoo word cat swing flag economy stadium alone churn speed unique patch report
        train ábaco abaisser あいこくしん 가격 abaco 的 一 是 在 不 了 有 和 歌 岭 短 袋 失 皇 困 秀
        伐 旱 泡
    """,
    "shapes": """
        123456 482 913 48213-90657 aB3dE5fG7aB3dE5fG7aB3dE5fG7aB3dE5fG7aB3dE5 Blue-Kettle-77!
        abcd-1234 4242424242424242 11010519491231002X eyJhbGciOi.eyJzdWIi.abc 7d3f7d3f
        otpauth:// -----BEGIN lin@example.com https://a.example/?token= JBSWY3DPEHPK3PXP sk- 0x
        P<UTO <<<< cvv 12/27 48213-90657 6212261234567890123
    """,
    "signs": "\u200b \u202e \x00 \ud800 \ufffc ﷺ é e\u0301 😀 [hidden: [hidden:\u00a0PIN,",
}
JOINTS = (
    " ",
    " ",
    " ",
    "",
    "\n",
    ", ",
    ": ",
    "\t",
    " - ",
    "、",
    "，",
    "。",
    " = ",
    "|",
    "<br>",
    "; ",
)


def _labels() -> list[str]:
    spaced = [phrase for _, _, listed in keyword_table("keywords")
              for phrase in listed.replace("*", "").split(",")]  # fmt: skip
    unspaced = [phrase for _, _, listed in keyword_table("keywords_unspaced")
                for phrase in listed.replace("_", " ").split()]  # fmt: skip
    return [" ".join(phrase.split()) for phrase in (*spaced, *unspaced)]


POOLS = (*([*pieces.split()] for pieces in PIECES.values()), _labels())


def text_of(seed: int) -> str:
    """A text of pieces that the rules look for; most are full of one or two kinds of them."""
    chance = random.Random(seed)
    pools = chance.choices(POOLS, k=chance.choice((1, 2, 2, 3, 6)))
    joint = chance.choice(JOINTS)
    parts: list[str] = []
    for place in range(chance.randint(1, 40)):
        parts += chance.choice(chance.choice(pools)), chance.choice((joint, joint, *JOINTS[:4]))
        if chance.random() < 0.3:
            parts += str(place + 1), joint
    return "".join(parts)


def check(text: str) -> None:
    redaction = redact(text)
    shown, place = "", 0
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    for found in redaction.found:
        assert place <= found.start < found.end <= len(text)
        shown += text[place : found.start] + found.placeholder
        place = found.end
    assert shown + text[place:] == redaction.text


NUMBERED = [
    "It shows Word 1, Word 2, Word 3, Word 4, Word 5",
    "fake site with fields Word 1 Word 2 Word 3 Word 4 Word 5 Word 6",
    "Word 1\nWord 2\nWord 3\nWord 4\nWord 5",
    "钓鱼页面要我填 word1 word2 word3 word4 word5 word6",
    "Wort 1\nWort 2\nWort 3\nWort 4\nWort 5",
    "слово 1 слово 2 слово 3 слово 4 слово 5 слово 6",
    "1st 2nd 3rd 4th 5th 6th 7th",
]


@pytest.mark.parametrize("text", NUMBERED)
def test_numbered_empty_fields_are_ordinary_text(text: str) -> None:
    assert redact(text).text == text


def test_no_text_of_what_the_rules_look_for_makes_them_fail() -> None:
    for seed in range(300):
        check(text_of(seed))


@pytest.mark.slow
def test_no_text_of_thousands_makes_the_rules_fail(request: pytest.FixtureRequest) -> None:
    for seed in range(300, 300 + request.config.getoption("--texts")):
        check(text_of(seed))
