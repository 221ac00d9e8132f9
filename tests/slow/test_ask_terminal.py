"""The conversation in a real terminal: gone back, left, killed, narrow, and redirected."""

import re
import sys
import time
from pathlib import Path

import pytest

from tests.running import run
from tests.screen import CTRL_C, CTRL_D, Screen, environment, started

pytestmark = pytest.mark.slow

WORDS = "my withdrawal of 1500 USDT on TRON has been Processing for 26 hours"
STEPS = (
    ("What happened?", f"{WORDS}\r"),
    ("I understood this", "\r"),
    ("Have you written to support", "\r"),
    ("What now?", "\r"),
    ("What support looks up first", "Withdrawal ID: 12345678\r\r"),
    ("Now tell support what the letter does not say yet", "\r"),
    ("What do you want support to do?", "\r"),
    ("Choose one to change it", "\r"),
    ("What do you want to do with it?", ""),
)
"""What stands on the screen, and what is typed then."""

LAST = len(STEPS) - 1


def play(screen: Screen, start: int, end: int) -> None:
    """Answer the questions from one place to another, where nothing is typed yet."""
    for shown, typed in STEPS[start:end]:
        screen.wait(shown)
        screen.type(typed)
    screen.wait(STEPS[end][0])


def conversation(end: int, *arguments: str, columns: int = 80, lines: int = 60) -> Screen:
    """A conversation that stands at a question."""
    screen = started("ask", "--lang", "en", *arguments, columns=columns, lines=lines)
    play(screen, 0, end)
    return screen


def holds(screen: Screen, text: str) -> None:
    """Wait until the line holds a text."""
    screen.until(lambda shown: shown.endswith(f"> {text}"), f"a line that holds {text!r}")


def test_a_killed_conversation_goes_on_at_the_same_question() -> None:
    screen = conversation(2)
    for place, following in ((2, 5), (5, 7), (7, LAST)):
        screen.kill()
        screen = started("ask", "--lang", "en", lines=60)
        screen.wait("There is an unfinished conversation")
        screen.type("\r")
        play(screen, place, following)
    for kept in ("1500 USDT", "TRON", "12345678", "26 hours"):
        assert kept in screen.text
    screen.wait("Later (it is kept")
    screen.type(CTRL_C)
    assert screen.leave() == 130


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_leaving_keeps_the_draft_and_says_the_way_back(key: str) -> None:
    screen = conversation(1)
    screen.wait("4  Network")  # before the list is there, Ctrl-D would end nothing
    screen.type(key)
    screen.wait("bfx-help --lang en ask --resume")
    assert screen.leave() == 130
    (draft,) = Path("home/drafts").glob("*.json")
    assert WORDS in draft.read_text(encoding="utf-8")
    assert draft.stat().st_mode & 0o777 == 0o600
    assert draft.parent.stat().st_mode & 0o777 == 0o700


def test_what_is_left_at_the_end_is_shown_again() -> None:
    screen = conversation(LAST)
    screen.wait("Later (it is kept")  # before the list is there, Ctrl-D would end nothing
    screen.type(CTRL_D)
    assert screen.leave() == 130
    last = run("ask", "--last", "--lang", "en")
    assert "12345678" in last.stdout


def test_what_is_not_saved_is_not_called_kept() -> None:
    screen = conversation(LAST, "--no-save")
    assert "kept" not in screen.wait("Leave (nothing is")[
        screen.text.index("do with it") :
    ].replace("nothing is kept", "")
    screen.type("\r")
    assert screen.leave() == 0
    assert not Path("home/drafts").exists()


def test_back_leads_to_the_first_words_and_the_exclamation_mark_to_the_card() -> None:
    screen = conversation(1)
    screen.type("<")
    screen.wait("The line holds your answer")
    holds(screen, WORDS)
    screen.type("<\r")  # a key behind what the line holds; there is nothing before it
    screen.until(lambda shown: shown.count("What happened?") == 3, "the question again")
    screen.type(", and it is urgent\r")
    screen.until(lambda shown: shown.count(STEPS[1][0]) == 2, "what was understood")
    assert f"{WORDS}, and it is urgent" in " ".join(screen.text.split())
    leads_to_the_card(screen, "！")


def leads_to_the_card(screen: Screen, typed: str) -> None:
    """The exclamation mark, full-width as a Chinese keyboard has it, opens the card."""
    screen.type(typed)
    screen.wait("STOP. Do these now")
    screen.wait("Can you log in right now?")
    screen.wait("2  No")  # the list is there, and heeds the keys
    screen.type(CTRL_C)
    assert screen.leave() == 130


def test_the_exclamation_mark_leads_from_the_first_question_to_the_card() -> None:
    leads_to_the_card(conversation(0), "！\r")


def test_an_answer_is_changed_from_what_it_is_and_the_card_is_one_key_away() -> None:
    screen = conversation(7)
    screen.type("Amount\r")
    screen.wait("The line holds your answer")
    holds(screen, "1500 USDT")
    screen.type("\x7f" * 9 + "1600 USDT\r")
    screen.until(lambda shown: shown.count(STEPS[7][0]) == 2, "the review again")
    screen.until(lambda shown: re.search("Amount +1600 USDT", shown) is not None, "the new amount")
    screen.type("\r")
    screen.wait(STEPS[LAST][0])
    leads_to_the_card(screen, "！")


def test_a_redirected_result_is_the_text_alone() -> None:
    command = f"{sys.executable} -m bfx_help ask --no-save --lang en > out.txt"
    screen = Screen(["/bin/sh", "-c", command], environment(), 80, 60)
    play(screen, 0, LAST)
    screen.type("\r")
    assert screen.leave() == 0
    text = Path("out.txt").read_text(encoding="utf-8")
    assert text.startswith("Subject: ")
    assert "12345678" in text
    assert "What do you want" not in text


@pytest.mark.parametrize("columns", [40, 200])
def test_narrow_and_broad_windows_show_every_option(columns: int) -> None:
    screen = conversation(3, columns=columns)
    text = " ".join(screen.wait("0  Not now").split())
    for shown in (
        "Careful Not in public",
        "Otherwise Live chat",
        "Write the text to send",
    ):
        assert shown in text
    said = screen.text.partition("I understood this")[2]
    assert [line for line in said.splitlines() if len(line) >= columns] == []
    screen.type(CTRL_C)
    screen.leave()


def test_enter_behind_a_key_of_a_list_answers_nothing() -> None:
    screen = conversation(2)
    screen.type("?\r")
    screen.wait("A second ticket")
    time.sleep(0.7)
    assert "What now?" not in screen.text
    screen.type("\r")
    screen.wait("What now?")
    screen.type(CTRL_C)
    screen.leave()


def test_ctrl_d_deletes_no_case() -> None:
    log = ("--about", "x", "--topic", "deposit", "--channel", "ticket", "--ticket", "1")
    run("case", "add", *log, "--when", "3h", "--want", "y")
    screen = started("case", "purge", "1", "--lang", "en")
    screen.wait("Yes, delete it")
    screen.type(CTRL_D)
    assert screen.leave() == 130
    assert run("case", "show", "1").code == 0
