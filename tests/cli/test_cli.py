"""Bad input: a clear sentence, and the right exit code."""

import json
from pathlib import Path

import pytest

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
        (["withdrawal Processing", "the day before the day"], "I did not understand that."),
        (["withdrawal Processing", "2027-01-01 10:00"], "That is in the future."),
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
    screen, stdout, code = run("ask", typed=["my withdrawal is stuck"])
    assert (stdout, code) == ("", 2)
    assert screen.split("These answers are missing:")[1].split()[:2] == [
        "wd-status:",
        "processing,",
    ]
    assert "bfx-help ask --resume" in screen
    assert len(drafts()) == 1


def test_a_draft_goes_on_with_the_answers_that_are_given_now() -> None:
    run("ask", typed=["my withdrawal is stuck"])
    screen = run("ask", "--resume", "--answer", "wd-status=processing").screen
    assert "When did you submit it?" in screen


def test_bytes_that_are_no_text_are_read_as_signs() -> None:
    done = start("ask", typed=b"withdrawal \xff\xfe\x80 stuck\n")
    assert done.returncode == 2
    assert b"wd-status" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_secret_that_was_typed_is_nowhere() -> None:
    typed = [f"withdrawal Processing, my seed is {SEED}", "26h", "no", "0", "1", SEED]
    screen = run("ask", typed=typed).screen
    kept = b"".join(path.read_bytes() for path in Path().rglob("*") if path.is_file())
    assert drafts()
    assert "Hidden: seed phrase" in screen
    assert "sausage" not in screen
    assert b"sausage" not in kept


@pytest.mark.parametrize("option", ["--answer", "--answers"])
def test_a_secret_that_was_given_is_nowhere(option: str) -> None:
    words = f"my seed is {SEED}"
    Path("given.json").write_text(json.dumps({"words": words}), encoding="utf-8")
    given = f"words={words}" if option == "--answer" else "given.json"
    screen = run("ask", option, given, "--no-input", "--json", *DECIDED[1:]).screen
    assert "sausage" not in screen
    assert "sausage" not in run("ask", option, given, typed=["1"]).screen
    assert not any("sausage" in path.read_text("utf-8") for path in drafts())


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
        (("--lang", "zh", "ask", "-v"), "没有 -v 这个选项。\n用 bfx-help ask --help"),
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


def test_without_input_what_is_missing_is_named_with_its_values() -> None:
    screen, stdout, code = run("ask", "--no-input", "--answer", "topic=withdrawal")
    assert (stdout, code) == ("", 2)
    assert "  wd-status: processing, completed," in screen
    assert not drafts()


def test_without_input_and_complete_the_text_alone_is_the_output() -> None:
    screen, stdout, code = run("ask", *DECIDED, "--no-input")
    assert code == 0
    assert "2026-11-21 08:10 UTC" in stdout
    assert len(stdout.splitlines()) == 1
    assert "Never send there" in screen
    assert not drafts()


def test_answers_come_from_a_file_or_from_standard_input() -> None:
    lines = ["words: no", "topic: withdrawal", "wd-status: processing", "contacted: no"]
    answers = [*lines, "wd-submitted: 2026-11-22 16:05"]
    Path("answers.yaml").write_text("\n".join(answers), encoding="utf-8")
    read = run("ask", "--no-input", "--json", "--answers", "answers.yaml").stdout
    assert json.loads(read)["answers"]["words"] == "no"
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
        assert json.loads(stdout)["schema"] == 1
    data = json.loads(run("ask", *DECIDED, "--no-input", "--json").stdout)
    assert (data["channel"], data["fallback"]) == ("live-chat", "ticket")
    assert data["answers"]["contacted"] == "no"


def test_an_emergency_asks_for_no_story() -> None:
    screen, _, code = run("sos", "--no-input")
    assert code == 2
    assert [line.split(":")[0].strip() for line in screen.splitlines()[1:]] == [
        "em-login",
        "em-mailbox",
    ]


def test_a_text_that_there_is_not_is_named_and_no_other_given_for_it() -> None:
    """Without the network a public question says nothing; the opener for the chat is not public."""
    wanted = ("--no-input", "--text", "public")
    screen, stdout, code = run("ask", *DECIDED, *wanted)
    assert "no such text: Public post" in screen
    assert (stdout, code) == ("", 1)
    screen, stdout, code = run("ask", *DECIDED, *wanted, "--answer", "wd-network=tron")
    assert "TRON" in stdout
    assert code == 0
    stdout = run("ask", *DECIDED, *wanted, "--text", "chat", "--format", "markdown").stdout
    assert stdout.startswith("Processing for ")


def test_without_input_the_verdict_stands_beside_the_text() -> None:
    screen, stdout, _ = run("ask", *DECIDED, "--no-input")
    assert "What to do: Live chat" in screen
    assert "What to do" not in stdout
