"""Bad input: a clear sentence, and the right exit code."""

import json
from pathlib import Path

import pytest

from bfx_help.cli.app import COMMANDS
from bfx_help.cli.context import NAMED_COMMAND
from tests.compiled import shipped
from tests.running import DECIDED, drafts, run, start

SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


# -- what is typed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["qwertyuiop zxcvb"], "What is it about?"),
        (["😀😀😀"], "What is it about?"),
        (["x" * 10_000], "Only the first 5000 characters are kept."),
        ([""], "Please type something."),
        (["my withdrawal is Processing", "", "some day or other"], "I did not understand that."),
        (["my withdrawal is Processing", "", "2027-01-01 10:00"], "That is in the future."),
        (
            ["my withdrawal is stuck", "99"],
            "That is not one of the options. Please type one of these numbers:",
        ),
    ],
)
def test_the_question_is_asked_again(typed: list[str], said: str) -> None:
    screen, stdout, code = run("ask", typed=typed)
    assert said in screen
    assert (stdout, code) == ("", 2)


def test_words_that_match_nothing_find_nothing() -> None:
    for words in ("qwertyuiop", "😀", "x" * 10_000):
        screen, _, code = run("faq", "search", words)
        assert code == 3
        assert "bfx-help ask" in screen


def test_the_end_of_input_names_what_is_missing_and_keeps_the_rest() -> None:
    screen, stdout, code = run("ask", typed=["my withdrawal is Processing", ""])
    assert (stdout, code) == ("", 2)
    missing = screen.split("These answers are missing:")[1]
    assert missing.split()[0].rstrip(":") in shipped().questionnaire.by_id
    assert "bfx-help ask --resume" in screen
    assert len(drafts()) == 1


def test_a_draft_goes_on_with_the_answers_that_are_given_now() -> None:
    run("ask", typed=["my withdrawal of 5 ETH is Processing for 26 hours", ""])
    screen = run("ask", "--resume", "--answer", "contacted=no").screen
    assert "\nTicket. Type https://support.bitfinex.com" in screen


def test_bytes_that_are_no_text_are_read_as_signs() -> None:
    done = start("ask", typed=b"withdrawal \xff\xfe\x80 stuck\n")
    assert done.returncode == 2
    assert b"These answers are missing" in done.stderr
    assert b"Traceback" not in done.stderr


# -- what is asked for -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask", "--nope"), "There is no option --nope"),
        (("faqq",), "bfx-help faq\n"),
        (("serch", "fees"), "bfx-help faq search fees\n"),
        (("faq", "serch"), "bfx-help faq search\n"),
        (("version",), "bfx-help --version\n"),
        (("提现没到账",), "bfx-help ask '提现没到账'\n"),
        (("my", "coins", "are", "late"), "bfx-help ask my coins are late\n"),
        (("--lang", "zh", "ask", "-v"), "没有 -v 这个选项。\n用 bfx-help --lang zh ask --help"),
        (("faq", "show", "--lang", "zh"), "缺少 ID。"),
        (("checklist", "withdrawl"), "withdrawal"),
        (("checklist", "--format", "pdf"), "--format is one of: text, markdown, html, json."),
        (("template", "depsit"), "deposit"),
        (("template",), "TOPIC is missing."),
        (("channels", "tiket"), "ticket"),
        (("faq", "show", "withdraw-fee"), "withdraw-fees"),
        (("faq", "show", "fees"), "withdraw-fees"),
        (("faq", "list", "depsit"), "deposit"),
        (("ask", "--lang", "xx"), "--lang is en, zh or zh-Hant"),
        (("ask", "--answer", "topik=withdrawal"), "Did you mean topic?"),
        (("ask", "--answer", "topic=nonsense"), "Allowed: withdrawal, deposit, account"),
        (("ask", "--answer", "nonsense"), "id=value"),
        (("ask", "--answer", "wd-submitted=some day"), "wd-submitted cannot be understood"),
        (("ask", "--answer", "wd-submitted=2030-01-01"), "That is in the future."),
        (("ask", "--answers", "nowhere.yaml"), "nowhere.yaml cannot be read"),
        (("ask", "--no-input", "--text", "poem"), "--text is one of: "),
    ],
)
def test_a_wrong_command_line_says_what_is_right(arguments: tuple[str, ...], said: str) -> None:
    screen, stdout, code = run(*arguments)
    assert said in screen
    assert (stdout, code) == ("", 2)


@pytest.mark.parametrize(
    "text",
    ["topic: [", "- topic", "topic: {a: b}", "topic:\n  a: b", '{"topic": null}', "[1", "&a [*a]"],
)
def test_a_broken_answers_file_is_refused(text: str) -> None:
    Path("broken.yaml").write_text(text, encoding="utf-8")
    screen, stdout, code = run("ask", "--answers", "broken.yaml")
    assert screen.startswith("broken.yaml cannot be read as answers.")
    assert (stdout, code) == ("", 2)


def test_answers_come_from_a_file_or_from_standard_input() -> None:
    answers = [
        "words: no",
        "situation: withdrawal.processing",
        "contacted: no",
        "wd-submitted: 2026-11-21 16:05",
    ]
    Path("answers.yaml").write_text("\n".join(answers), encoding="utf-8")
    read = run("ask", "--no-input", "--json", "--answers", "answers.yaml").stdout
    assert json.loads(read)["answers"]["words"] == {"value": "no", "how": "given"}
    assert run("ask", "--no-input", "--json", "--answers", "-", typed=answers).stdout == read


def test_data_for_programs_tell_their_schema() -> None:
    for arguments in (
        ("ask", *DECIDED, "--no-input", "--json"),
        ("checklist", "--format", "json"),
        ("channels", "--json"),
        ("faq", "list", "--json"),
        ("faq", "show", "withdraw-fees", "--json"),
    ):
        screen, stdout, code = run(*arguments)
        assert code == 0
        assert screen == stdout
        assert json.loads(stdout)["schema"] == 2
    data = json.loads(run("ask", *DECIDED, "--no-input", "--json").stdout)
    found = data["recommendation"]
    assert (found["channel"], found["fallback"]) == ("ticket", "live-chat")
    assert data["answers"]["contacted"] == {"value": "no", "how": "given"}


def test_a_text_that_there_is_not_is_named_and_no_other_given_for_it() -> None:
    screen, stdout, code = run("ask", *DECIDED, "--no-input", "--text", "public")
    assert "no such text: Public post" in screen
    assert (stdout, code) == ("", 2)
    options = ("--no-input", "--text", "public", "--text", "chat", "--format", "markdown")
    screen, stdout, code = run("ask", *DECIDED, *options)
    assert code == 0
    assert "26 hours" in stdout
    assert len(stdout) <= 400


@pytest.mark.parametrize(
    ("system", "named"),
    [("zh_CN.UTF-8", "bfx-help ask --resume"), ("C.UTF-8", "bfx-help --lang zh ask --resume")],
)
def test_commands_that_are_named_speak_the_language_of_the_screen(
    monkeypatch: pytest.MonkeyPatch, system: str, named: str
) -> None:
    monkeypatch.delenv("BFX_HELP_LANG", raising=False)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", system)
    assert named in run("ask", "--lang", "zh", "提现26小时了还没到账", typed=[]).screen


def test_every_command_can_be_named_with_its_language() -> None:
    for command in {path.split()[0] for path in COMMANDS}:
        assert NAMED_COMMAND.search(f"run bfx-help {command}")
