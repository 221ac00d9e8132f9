"""Bad input and bad places: a clear sentence, the right exit code, and the text all the same."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bfx_help.content import shipped
from tests.conftest import NOW
from tests.running import run

DECIDED = ("withdrawal of 1500 USDT Processing for 26 hours, urgent", "--answer", "contacted=no")
"""Words and an answer after which the route is decided."""

GIVEN = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
COMPLETE = (*DECIDED, *(part for pair in GIVEN for part in ("--answer", pair)))
"""What fills the text too, so that only prompts with a default are left."""

SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


def start(
    *arguments: str, typed: bytes = b"", before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bfx_help", *arguments],
        input=typed,
        capture_output=True,
        env={**os.environ, "BFX_HELP_NOW": NOW.isoformat()},
        preexec_fn=before,
        timeout=60,
        check=False,
    )


def fill_the_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def drafts() -> list[Path]:
    return list(Path("home/drafts").glob("*"))


# -- what is typed -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["qwertyuiop zxcvb"], "What is it about?"),
        (["😀😀😀"], "What is it about?"),
        (["x" * 10_000], "Only the first 5000 characters are kept."),
        ([""], "Please type something."),
        (["withdrawal Processing", "the day before the day"], "That was not understood."),
        (["withdrawal Processing", "2027-01-01 10:00"], "That lies in the future."),
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
        (("ask", "--nope"), "No such option: --nope"),
        (("faqq",), "Did you mean 'faq'?"),
        (("checklist", "withdrawl"), "withdrawal"),
        (("checklist", "--format", "pdf"), "'pdf' is not one of"),
        (("template", "depsit"), "deposit"),
        (("template",), "Missing argument"),
        (("channels", "tiket"), "ticket"),
        (("faq", "show", "withdraw-fee"), "withdraw-fees"),
        (("faq", "show", "fees"), 'There is no answer "fees". Try trade-fees, withdraw-fees\n'),
        (("faq", "list", "depsit"), "deposit"),
        (("ask", "--lang", "xx"), "--lang is en or zh"),
        (("ask", "--answer", "topik=withdrawal"), "Did you mean topic?"),
        (("ask", "--answer", "topic=nonsense"), "Allowed: withdrawal, deposit, account"),
        (("ask", "--answer", "nonsense"), "id=value"),
        (("ask", "--answer", "wd-submitted=some day"), '"wd-submitted" cannot be read'),
        (("ask", "--answers", "nowhere.yaml"), "nowhere.yaml cannot be read"),
        (("ask", "--no-input", "--text", "poem"), "'poem' is not one of"),
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
    assert "  words: free text\n  wd-status: processing, completed," in screen
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


# -- where it is put ---------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["file/request.txt", "."])
def test_an_output_that_cannot_be_written_is_printed(place: str) -> None:
    Path("file").touch()
    screen, stdout, code = run("ask", *DECIDED, "--no-input", "--output", place)
    assert code == 1
    assert f"{place} cannot be written" in screen
    assert stdout == run("ask", *DECIDED, "--no-input").stdout


def test_an_output_is_for_its_owner_alone() -> None:
    wanted = run("ask", *DECIDED, "--no-input").stdout
    _, stdout, code = run("ask", *DECIDED, "--no-input", "--output", "request.txt")
    assert (stdout, code) == ("", 0)
    assert Path("request.txt").read_text("utf-8") == wanted
    assert Path("request.txt").stat().st_mode & 0o077 == 0


def test_a_home_that_cannot_be_written_costs_only_the_draft(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BFX_HELP_HOME", "taken")
    Path("taken").touch()
    screen, stdout, code = run("ask", *COMPLETE)
    assert "The draft cannot be saved" in screen
    assert "2026-11-21 08:10 UTC" in stdout
    assert code == 0


def test_a_full_disk_costs_only_the_draft() -> None:
    done = start("ask", *COMPLETE, before=fill_the_disk)
    assert done.returncode == 0
    assert b"The draft cannot be saved" in done.stderr
    assert b"2026-11-21 08:10 UTC" in done.stdout


def test_a_full_disk_costs_no_text() -> None:
    done = start("ask", *DECIDED, "--no-input", "--output", "request.txt", before=fill_the_disk)
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert b"2026-11-21 08:10 UTC" in done.stdout
    assert not Path("request.txt").exists()


def test_a_reader_that_leaves_early_is_left_in_peace() -> None:
    command = [sys.executable, "-m", "bfx_help", "faq", "list", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""


@pytest.mark.parametrize("arguments", [("checklist",), ("content", "check"), ("ask", "fees")])
def test_a_broken_folder_of_content_is_told_by_line(arguments: tuple[str, ...]) -> None:
    folder = Path("mine")
    folder.mkdir()
    (folder / "topics.yaml").write_text("- id: Wrong\n  nmae: x\n- nothing\n", encoding="utf-8")
    screen, _, code = run(*arguments, "--data", str(folder))
    assert code == 1
    assert "topics.yaml:1: " in screen
    assert "topics.yaml:3: " in screen
    assert "Traceback" not in screen


def test_what_is_kept_is_shown_and_forgotten() -> None:
    run("ask", typed=["my withdrawal is stuck"])
    screen, _, code = run("forget")
    assert code == 1
    assert str(drafts()[0]) in screen
    assert drafts()
    assert run("forget", typed=["2"]).code == 0
    assert not Path("home").exists()
    assert run("forget", "--yes").code == 0


def test_nothing_is_kept_where_that_is_wished() -> None:
    run("ask", "--no-save", typed=["my withdrawal is stuck"])
    assert not drafts()


def test_the_version_is_told() -> None:
    for option in ("--version", "-V"):
        assert run(option).stdout.startswith("bfx-help 0.")


def test_every_topic_has_its_pages() -> None:
    for topic in shipped().topics:
        assert run("template", topic).code == 0
        assert run("checklist", topic).code == 0
