"""Places that fail, and what is kept: the text is printed, and nothing stays behind unasked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bfx_help.cli import main
from tests import TESTS
from tests.compiled import shipped
from tests.running import COMPLETE, DECIDED, drafts, run, start

DESK = str(TESTS / "desk")
LIMITED = pytest.mark.skipif(os.name != "posix", reason="only there a process can be limited")


def fill_the_disk() -> None:
    import resource  # Windows has none

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.parametrize("place", ["file/request.txt", "."])
def test_an_output_that_cannot_be_written_is_printed(place: str) -> None:
    Path("file").touch()
    screen, stdout, code = run("ask", *DECIDED, "--no-input", "--output", place)
    assert code == 1
    assert f"{place} cannot be written" in screen
    assert stdout == run("ask", *DECIDED, "--no-input").stdout


def test_a_dash_is_standard_output_and_no_file() -> None:
    assert "withdrawal" in run("checklist", "withdrawal", "-o", "-").stdout.lower()
    assert not Path("-").exists()


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
    pairs = ("since=26h", "written=no", "payout-number=PX-77", "amount=20 acorns")
    given = [part for pair in pairs for part in ("--answer", pair)]
    screen, stdout, code = run("ask", "--data", DESK, "where is my payout", *given, typed=["", "1"])
    assert "The draft cannot be saved" in screen
    assert "21 Nov 2026 08:10 UTC" in stdout
    assert code == 0


@LIMITED
def test_a_full_disk_costs_only_the_draft() -> None:
    done = start("ask", *COMPLETE, before=fill_the_disk)
    assert done.returncode == 0
    assert b"The draft cannot be saved" in done.stderr
    assert b"21 Nov 2026 08:10 UTC" in done.stdout


@LIMITED
def test_a_full_disk_costs_no_text() -> None:
    done = start("ask", *DECIDED, "--no-input", "--output", "request.txt", before=fill_the_disk)
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert b"21 Nov 2026 08:10 UTC" in done.stdout
    assert not Path("request.txt").exists()


@pytest.mark.parametrize("name", ["BFX_HELP_HOME", "BFX_HELP_DATA"])
def test_a_folder_of_nobody_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "~nosuchuser/x")
    screen, _, code = run("channels")
    assert code == 2
    assert screen == f"{name}: there is no folder '~nosuchuser/x'\n"


def test_a_time_without_a_zone_is_local(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BFX_HELP_NOW", "2026-11-22T10:10")
    given = ("situation=withdrawal.processing", "wd-submitted=2026-11-21 08:10", "contacted=no")
    answers = (part for one in given for part in ("--answer", one))
    assert main(("ask", "--no-input", *answers)) == 0
    assert "for 26 hours" in capsys.readouterr().out  # both times in the same zone
    monkeypatch.setenv("BFX_HELP_NOW", "today")
    assert main(("channels",)) == 2
    assert "BFX_HELP_NOW must be an ISO time" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "zh", "faq", "list", "api"),
        ("faq", "--lang", "zh", "list", "api"),
        ("faq", "--lang=zh", "--plain", "list", "api"),
        ("faq", "list", "--lang", "zh", "api"),
        ("faq", "list", "api", "--lang", "zh"),
    ],
)
def test_an_option_of_all_commands_may_stand_anywhere(arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == run("faq", "list", "api", "--lang", "zh")
    assert run("faq", "--lang").code == 2


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
    (folder / "shared").mkdir(parents=True)
    (folder / "topics").mkdir()
    (folder / "shared/topics.yaml").write_text(
        "- id: Wrong\n  nmae: x\n- nothing\n", encoding="utf-8"
    )
    screen, _, code = run(*arguments, "--data", str(folder))
    assert code == 1
    assert "shared/topics.yaml:1: " in screen
    assert "shared/topics.yaml:3: " in screen
    assert "Traceback" not in screen


@pytest.mark.usefixtures("empty_cache")
def test_what_is_kept_is_shown_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_DATA", DESK)  # small, and read anew
    run("ask", typed=["where is my money"])
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
