"""The wizard in a real terminal: killed at every question, left, gone back, and redirected."""

import sys
from pathlib import Path

import pytest

from tests.running import run
from tests.screen import CTRL_C, CTRL_D, Screen, environment, started

pytestmark = pytest.mark.slow

WORDS = "提现26小时了还没到账 USDT 很急"
STEPS = (
    ("发生了什么", f"{WORDS}\r"),
    ("不是我操作", "1\r"),
    ("答复没解决", "1\r"),
    ("都不是，继续", "0\r"),
    ("先不写", "1\r"),
    ("什么币", "1500\r"),
    ("其他网络", "1\r"),
    ("提现编号", "12345678\r"),
    ("用户名或用户 ID", "lin_trader\r"),
    ("注册邮箱", "lin@example.com\r"),
    ("附件：选择", "\r"),
    ("不用了", "\r"),
    ("已经发送了吗", "\r"),
)
"""What stands on the screen, and what is typed then."""


def test_a_killed_conversation_goes_on_at_the_same_question() -> None:
    screen = started("ask")
    for at, (shown, typed) in enumerate(STEPS[:-2]):
        screen.wait(shown)
        if at:  # before the first answer there is nothing to lose
            screen.kill()
            screen = started("ask")
            screen.wait("重新开始")
            screen.type("\r")
            screen.wait(shown)
        screen.type(typed)
    text = screen.wait("不用了")
    for kept in ("12345678", "1500 USDT", "TRON"):
        assert kept in text
    for shown, typed in STEPS[-2:]:
        screen.wait(shown)
        screen.type(typed)
    screen.wait("不要在那里发送")
    assert screen.leave() == 0
    assert not list(Path("home/drafts").glob("*.json"))


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 130)])
def test_leaving_keeps_the_draft_and_says_the_way_back(key: str, code: int) -> None:
    screen = started("ask")
    screen.wait(STEPS[0][0])
    screen.type(STEPS[0][1])
    screen.wait(STEPS[1][0])
    screen.type(key)
    screen.wait("bfx-help ask --resume")
    assert screen.leave() == code
    (draft,) = Path("home/drafts").glob("*.json")
    assert WORDS in draft.read_text(encoding="utf-8")
    assert draft.stat().st_mode & 0o777 == 0o600
    assert draft.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("shown", ["Make another text", "Have you sent it?"])
def test_leaving_at_the_end_is_leaving(shown: str) -> None:
    screen = at_the_end()
    screen.wait("Make another text")
    if shown != "Make another text":
        screen.type("\r")
        screen.wait(shown)
    screen.type(CTRL_D)
    screen.wait("bfx-help ask --resume")
    assert screen.leave() == 130


def test_the_keys_work_at_the_end_too() -> None:
    screen = at_the_end()
    screen.wait("Make another text")
    screen.type("<")
    screen.until(lambda shown: shown.count("Your answers. Choose one") == 2, "the review again")
    screen.type("\r")
    screen.until(lambda shown: shown.count("Make another text") == 2, "the text again")
    screen.type("\r")
    screen.wait("Have you sent it?")
    screen.type("!")
    screen.wait("STOP")
    screen.wait("Can you log in right now?")
    screen.type(CTRL_C)
    screen.leave()


def at_the_end() -> Screen:
    """The wizard, when the text is there."""
    given = ("topic=withdrawal", "wd-status=processing", "wd-submitted=26h", "contacted=no")
    filled = ("wd-amount=1500 USDT", "wd-network=tron", "wd-id=12345678")
    rest = ("impact=question", "user-name=blank", "email=blank")
    answers = [part for one in (*given, *filled, *rest) for part in ("--answer", one)]
    screen = started("ask", "--lang", "en", "stuck", *answers, lines=200)
    for shown in ("may already help", "Write the request now", "Your answers"):
        screen.wait(shown)
        screen.type("\r")
    return screen


def test_ctrl_d_deletes_no_case() -> None:
    log = ("--about", "x", "--topic", "deposit", "--channel", "ticket", "--ticket", "1")
    run("case", "add", *log, "--when", "3h", "--want", "y")
    screen = started("case", "purge", "1", "--lang", "en")
    screen.wait("Yes, delete it")
    screen.type(CTRL_D)
    assert screen.leave() == 130
    assert run("case", "show", "1").code == 0


def test_back_leads_to_the_question_before_and_the_topic_can_be_corrected() -> None:
    screen = started("ask", "--lang", "en")
    screen.wait("What happened")
    screen.type("my withdrawal is stuck\r")
    screen.wait("What does it show")
    screen.type("<")
    screen.wait("A general question")
    screen.type("2\r")
    screen.wait("I cannot log in to look")
    screen.type(CTRL_C)
    screen.leave()


def test_the_exclamation_mark_leads_to_the_card() -> None:
    screen = started("ask", "--lang", "en")
    screen.wait("What happened")
    screen.type("my withdrawal is stuck\r")
    screen.wait("What does it show")
    screen.type("!")
    screen.wait("STOP")
    screen.wait("somebody else may be in")
    screen.type(CTRL_C)
    screen.leave()


def test_a_redirected_result_is_the_text_alone() -> None:
    command = f"{sys.executable} -m bfx_help ask --no-save --lang en > out.txt"
    screen = Screen(["/bin/sh", "-c", command], environment(), 80, 50)
    screen.wait("What happened")
    screen.type("withdrawal Processing for 26 hours, 1500 USDT on TRON, urgent\r")
    screen.wait("written to support")
    screen.type("1\r")
    screen.wait("may already help")
    screen.type("0\r")
    screen.wait("Write the request now")
    screen.type("1\r")
    screen.wait("withdrawal ID")
    screen.type("12345678\r")
    screen.wait("user name")
    screen.type("\r")
    screen.wait("registered with")
    screen.type("\r")
    screen.wait("Your answers")
    screen.type("\r")
    screen.wait("Make another text")
    screen.type("\r")
    screen.wait("Never send there")
    assert screen.leave() == 0
    text = Path("out.txt").read_text(encoding="utf-8")
    assert text.startswith("Withdrawal 12345678, 1500 USDT on TRON")
    assert len(text.splitlines()) == 1
    assert not Path("home/drafts").exists()


@pytest.mark.parametrize("columns", [40, 200])
def test_narrow_and_broad_windows_show_every_option(columns: int) -> None:
    screen = started("ask", columns=columns, lines=60)
    screen.wait("发生了什么")
    screen.type(f"{WORDS}\r")
    text = screen.wait("不是我操作")
    assert "处理中" in text
    screen.type(CTRL_C)
    screen.leave()
