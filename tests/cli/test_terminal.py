"""Prompts are answered with keys, numbers and words, on a terminal and on a pipe."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfx_help.model import Tone
from bfx_help.terminal import EndOfInput, Key, Prompt, open_terminal
from bfx_help.terminal import Screen as Streams
from tests.prompts import DONE, MANY, STATES, TEXT, WORDS
from tests.screen import CTRL_C, CTRL_D, DOWN, UP, Screen, started
from tests.tables import each


class Answers:
    """A terminal of lines that was given these lines, and what it wrote."""

    def __init__(self, typed: str) -> None:
        self.written = io.StringIO()
        self.terminal = open_terminal(Streams(WORDS.__getitem__, io.StringIO(typed), self.written))

    def ask(self, prompt: Prompt) -> str:
        return self.terminal.ask(prompt)


@each(
    ("prompt", "typed", "answer"),
    [
        (STATES, "2", "completed"),
        (STATES, " ２ ", "completed"),
        (STATES, "0", "not-seen"),
        (STATES, "completed", "completed"),
        (STATES, "None of These", "not-seen"),
        (MANY, "12", "o12"),
        (MANY, "１２", "o12"),
        (MANY, "十二", "o12"),
        (DONE, "1,3", "reset,address"),
        (DONE, "3、1", "reset,address"),
        (DONE, "0", "none"),
        (DONE, "1 0", "none"),
        (TEXT, " 昨天 16:05 ", "昨天 16:05"),
        (TEXT, "", ""),
        (TEXT._replace(default="26h"), "", "26h"),
        (STATES._replace(default="completed"), "", "completed"),
    ],
)
def test_a_line_answers(prompt: Prompt, typed: str, answer: str) -> None:
    assert Answers(f"{typed}\n").ask(prompt) == answer


@each(
    ("typed", "key"),
    [
        (typed, key)
        for key, forms in {
            Key.BACK: "< ＜ 《 back BACK 返回",
            Key.WHY: "? ？ why 为什么",
            Key.SOS: "! ！ sos SOS 紧急",
        }.items()
        for typed in forms.split()
    ],
)
def test_keys_act_in_every_prompt_and_only_alone_on_the_line(typed: str, key: Key) -> None:
    assert [Answers(f"{typed}\n").ask(prompt) for prompt in (STATES, DONE, TEXT)] == [key] * 3
    assert Answers(f"x {typed}\n").ask(TEXT) == f"x {typed}"


def test_a_line_that_is_no_option_is_asked_for_again() -> None:
    answers = Answers("7\n1,2\nmaybe\n\n1\n")
    assert answers.ask(STATES) == "processing"
    assert answers.written.getvalue().count("Please type one of 0, 1, 2") == 4


def test_the_conversation_on_a_pipe_reads_like_one_and_tells_its_keys_once() -> None:
    answers = Answers("2\n1\n")
    answers.ask(STATES._replace(default="completed"))
    answers.ask(STATES)
    answers.terminal.say("Not\x1b[2J yours", Tone.WARNING)
    assert answers.written.getvalue() == (
        "\nWhat is its state?  2/9\nType a number.\n"
        "  1  Processing\n  2  Completed — with a transaction id\n  0  None of these\n"
        "Enter: 2 Completed\n> 2\n"
        "\nWhat is its state?  2/9\n"
        "  1  Processing\n  2  Completed — with a transaction id\n  0  None of these\n"
        "> 1\nWarning: Not\\x1b[2J yours\n"
    )


def test_the_end_of_the_input_is_told() -> None:
    answers = Answers("nonsense\n")
    with pytest.raises(EndOfInput):
        answers.ask(STATES)


def test_a_byte_that_is_no_text_spoils_nothing() -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"\xff\n2\n"), encoding="utf-8")
    terminal = open_terminal(Streams(WORDS.__getitem__, typed, io.StringIO()))
    assert terminal.ask(STATES) == "completed"


@given(st.text(max_size=30))
def test_no_line_breaks_a_prompt(typed: str) -> None:
    for prompt in (STATES, DONE, TEXT):
        Answers(f"{typed}\n1\n1\n").ask(prompt)


PROGRAM = """
import sys
sys.path[:0] = {path}
from bfx_help.terminal import EndOfInput, Screen, open_terminal
from tests.prompts import DONE, LONG, MANY, NETWORKS, STATES, TEXT, WORDS
terminal = open_terminal(
    Screen(
        WORDS.__getitem__, sys.stdin, sys.stderr, {colour},
        lambda text: text.replace("secret", "****"),
    ),
    plain={plain},
)
try:
    for prompt in {prompts}:
        answer = terminal.ask(prompt)
        print("got", repr(answer) if len(answer) < 500 else (len(answer), answer[-9:]))
except KeyboardInterrupt:
    sys.exit(130)
except EndOfInput:
    sys.exit(2)
print("the end")
"""


def asked(
    prompts: str,
    columns: int = 80,
    lines: int = 30,
    result: Path | None = None,
    plain: bool = False,
    colour: bool = True,
) -> Screen:
    """A screen on which the prompts named are asked, one after the other."""
    program = PROGRAM.format(path=sys.path, prompts=prompts, plain=plain, colour=colour)
    environment = {"TERM": "xterm-256color", "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = [sys.executable, "-c", program]
    if result:
        command = ["sh", "-c", 'exec "$@" > "$RESULT"', "sh", *command]
        environment["RESULT"] = str(result)
    return Screen(command, environment, columns, lines)


@pytest.mark.slow
def test_arrow_keys_numbers_and_marks_answer_on_a_terminal() -> None:
    screen = asked("(STATES, MANY, DONE, TEXT, TEXT)", lines=50)
    screen.wait("None of these")
    screen.type(DOWN + DOWN + UP + "\r")
    screen.wait("got 'completed'")
    screen.wait("Option 15")
    screen.type("１2\r")
    screen.wait("got 'o12'")
    screen.wait("都没有")
    screen.type("\r")
    screen.wait("Nothing is marked.")
    screen.type("3,1\r")
    screen.wait("got 'reset,address'")
    screen.wait("Type, then Enter.\n>")
    screen.type("昨天 16:05\r")
    screen.wait("got '昨天 16:05'\n\nWhen was it?\nFor example: 26h\n>")
    screen.type("?\r")
    shown = screen.wait("the end")
    assert screen.leave() == 0
    assert shown.split("\n") == [
        "",
        "What is its state?  2/9",
        "Arrows or a number, then Enter.",
        "> 2 Completed",
        "got 'completed'",
        "",
        "Which one?",
        "> 12 Option 12",
        "got 'o12'",
        "",
        "Which of these?",
        "Space marks.",
        "> 1 重置密码, 3 改地址",
        "got 'reset,address'",
        "",
        "When was it?",
        "For example: 26h",
        "Type, then Enter.",
        "> 昨天 16:05",
        "got '昨天 16:05'",
        "",
        "When was it?",
        "For example: 26h",
        "> ?",
        "got <Key.WHY: '?'>",
        "the end",
    ]


@pytest.mark.slow
def test_what_is_typed_before_a_prompt_is_there_answers_it() -> None:
    screen = asked("(STATES, MANY, TEXT)")
    screen.type("2\r12\rhello\r")
    screen.wait("got 'hello'\nthe end")
    assert "got 'completed'" in screen.text
    assert "got 'o12'" in screen.text


@pytest.mark.slow
def test_keys_act_at_once_in_a_list() -> None:
    screen = asked("[STATES._replace(counter=str(n)) for n in range(7)]", lines=60)
    screen.wait("Enter.\n> 1")
    for place, (typed, key) in enumerate(zip("<＜《?？!！", "<<<??!!", strict=True), 1):
        screen.type(typed)
        shown = screen.wait("the end" if place == 7 else f"What is its state?  {place}\n> 1")
        assert shown.count("got <Key") == place
        assert shown.rpartition("\ngot")[0].endswith(f"> {key}")


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "status"), [(CTRL_C, 130), (CTRL_D, 2)])
@pytest.mark.parametrize(
    ("prompts", "ready", "plain"),
    [
        ("(STATES,)", "None of these", False),
        ("(TEXT,)", "Enter.\n>", False),
        ("(STATES,)", "these\n>", True),
    ],
)
def test_ctrl_c_and_ctrl_d_leave_every_prompt(
    prompts: str, ready: str, plain: bool, typed: str, status: int
) -> None:
    screen = asked(prompts, plain=plain)
    screen.wait(ready)
    screen.type(typed)
    assert screen.leave() == status


@pytest.mark.slow
def test_a_paste_of_several_lines_is_one_answer() -> None:
    screen = asked("(TEXT, TEXT)")
    screen.wait("Enter.\n>")
    screen.paste("第一行\r\n\r\nthird line")
    screen.wait("  third line")
    screen.type("\r")
    screen.wait("got '第一行\\n\\nthird line'")
    screen.wait("26h\n>")
    screen.type("next\r")
    screen.wait("got 'next'")


@pytest.mark.slow
def test_in_plain_lines_too_where_nothing_marks_what_is_pasted() -> None:
    screen = asked("(TEXT, TEXT)", plain=True)
    screen.wait("line.\n>")
    screen.type("第一行\n\nthird line\n")
    screen.wait("got '第一行\\n\\nthird line'")
    screen.type("next\r")
    screen.wait("got 'next'")


@pytest.mark.slow
def test_a_paste_of_a_megabyte_is_kept_whole() -> None:
    screen = asked("(TEXT,)")
    screen.wait("Enter.\n>")
    screen.paste("中文 and\n" * 90_000 + "the last")
    screen.wait("[paste 1: 630008 characters]")
    screen.type(" of it\r")
    screen.wait("got (630014, 'ast of it')")


@pytest.mark.slow
def test_narrow_windows_and_changing_ones_show_everything() -> None:
    screen = asked("(LONG,)", columns=40)
    assert screen.wait("2  别的") == (
        "\n哪一个?\nArrows or a number, then Enter.\n"
        "> 1  提现一直显示处理中，已经超过了文章\n     里写的时间，链上也查不到\n  2  别的"
    )
    screen.resize(60, 20)
    screen.wait("> 1  提现一直显示处理中，已经超过了文章里写的时间，链上也查\n     不到\n  2  别的")
    screen.type(DOWN + "\r")
    screen.wait("> 2 别的\ngot 'b'")


@pytest.mark.slow
def test_a_list_longer_than_the_window_scrolls_under_its_question() -> None:
    screen = asked("(MANY,)", lines=8)
    screen.wait(">  1  Option 1")
    screen.type("14")
    assert "Which one?" in screen.wait("> 14  Option 14")
    screen.type("\r")
    screen.wait("got 'o14'")


@pytest.mark.slow
def test_a_name_that_is_typed_is_looked_for_and_never_taken_for_a_number() -> None:
    screen = asked("(STATES, NETWORKS, NETWORKS)")
    screen.wait("None of these")
    screen.type("no such\r")
    screen.wait("No option has no such.")
    screen.type("\x7f" * 7 + "comp\r")
    screen.wait("got 'completed'")
    screen.wait("Bitcoin")
    screen.type("TRC20\r")
    screen.wait("got 'tron'")
    screen.wait("Bitcoin")
    screen.type("back\r")
    screen.wait("got <Key.BACK")


@pytest.mark.slow
def test_a_plain_terminal_gets_lines() -> None:
    screen = asked("(STATES,)", plain=True)
    screen.wait("these\n>")
    screen.type("2\r")
    screen.wait("> 2\ngot 'completed'")


@pytest.mark.slow
def test_only_the_result_leaves_by_standard_output(tmp_path: Path) -> None:
    screen = asked("(STATES, TEXT)", result=tmp_path / "result")
    screen.wait("None of these")
    screen.type("1\r")
    screen.wait("Enter.\n>")
    screen.type("secret\r")
    assert "got" not in screen.wait("> ****")
    assert screen.leave() == 0
    assert (tmp_path / "result").read_text() == "got 'processing'\ngot 'secret'\nthe end\n"


@pytest.mark.slow
@pytest.mark.parametrize("colour", [True, False])
def test_without_colour_nothing_is_lost(colour: bool) -> None:
    screen = asked("(STATES,)", colour=colour)
    assert "> 1  Processing" in screen.wait("None of these")
    assert (screen.colours == {"default"}) is not colour


@pytest.mark.slow
def test_keys_without_a_meaning_do_nothing_and_the_others_what_people_expect() -> None:
    screen = asked("(MANY, MANY, STATES, TEXT)", lines=60)
    screen.wait("Option 15")
    screen.type("\x1bOP\x1b[C\x1b[2~\x0b\x1bx\x1b[4~")  # F1, Right, Insert, Ctrl-K, Alt-X, End
    assert "No option" not in screen.wait("> 15  Option 15")
    screen.type("\x1b[1~\x1b[6~\x1b[Z")  # Home, Page Down, Shift-Tab
    screen.wait("> 10  Option 10")
    screen.type("\r")
    screen.wait("got 'o10'")
    screen.type("5\x15\x1b")  # 5, Ctrl-U, Esc
    screen.wait("got <Key.BACK: '<'>\n\nWhat is its state?")
    screen.type("9\r\r2\r")
    screen.wait("got 'completed'")
    screen.wait("26h\n")
    screen.type("\x1b")
    screen.wait("the end")
    assert screen.text.count("got <Key.BACK") == 2


@pytest.mark.slow
def test_the_line_shows_a_sign_for_what_hides_or_turns_the_writing() -> None:
    screen = asked("(TEXT,)")
    screen.wait("Enter.\n>")
    screen.type("a\u202eb\u200bc")
    screen.wait("> a\ufffdb\ufffdc")
    screen.type("\r")
    assert "> a\\u202eb\\u200bc" in screen.wait("got 'a\\u202eb\\u200bc'")


@pytest.mark.slow
def test_a_line_that_the_terminal_cut_is_told_and_completed() -> None:
    screen = started("ask", "--plain", "--lang", "en", lines=200)
    screen.wait("Alone on the line")
    screen.type("x" * 5000 + "\r")
    screen.wait("The terminal cut this line")
    screen.type("and the end\r")
    screen.kill()


@pytest.mark.slow
def test_a_long_page_goes_through_the_pager_and_a_short_one_does_not() -> None:
    for lines, paged in ((24, True), (60, False)):
        screen = started("channels", "--lang", "en", lines=lines, PAGER="sed 's/^/|/'")
        text = screen.wait("shows one of them in full")
        assert ("|bfx-help --lang en channels ID" in text) is paged
        assert screen.leave() == 0
