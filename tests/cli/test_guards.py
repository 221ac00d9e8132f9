"""Standing guards: no command goes out, what is kept is private, and what was typed stays here."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

import bfx_help
from bfx_help.cli import main
from tests import NOW, ROOT, TESTS
from tests.commands import command_at, command_paths
from tests.running import run

PACKAGE = Path(bfx_help.__file__).parent
STUCK = "my withdrawal is stuck"
DECIDED = ("withdrawal of 1500 USDT Processing for 26 hours, urgent", "--answer", "contacted=no")
FILLED = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
ASK = ("ask", *DECIDED, *(part for pair in FILLED for part in ("--answer", pair)))
ADD = ("case", "add", "--about", "lost", "--topic", "withdrawal", "--channel", "ticket")


class Call(NamedTuple):
    """What is given as arguments, the lines that are typed, and the exit code to expect."""

    arguments: Sequence[str]
    typed: Sequence[str] = ()
    code: int = 0


DESK = str(ROOT / "tests/desk")

EVERYTHING = (
    Call(ASK),
    Call((*ASK, "--no-input", "--format", "eml", "--output", "made/deep/request.eml")),
    Call((*ASK, "--no-input", "--json", "--why")),
    Call(("ask",), [STUCK, "1"], 2),
    Call(("sos",), ["1", "1", "1", "USDT an hour ago"]),
    Call(("faq", "search", "withdrawal", "pending")),
    Call(("faq", "search", "-", "--json"), ["fees", "提现没到账"]),
    Call(("faq", "list")),
    Call(("faq", "show", "withdraw-fees")),
    Call(("checklist", "withdrawal", "--lang", "both")),
    Call(("channels", "ticket")),
    Call(("template", "withdrawal")),
    Call(("verify", "https://bitfinnex.com", "support@bitfinex.com", "-"), ["call +1 555 0100"], 3),
    Call(("redact", "-"), ["password: hunter2!"]),
    Call((*ADD, "--ticket", "1234567", "--want", "the money", "--when", "26h")),
    Call(("case", "list")),
    Call(("case", "show", "1")),
    Call(("case", "note", "1", "they wrote", "--reply", "asks")),
    Call(("case", "evidence", "add", "1", "shot.png", "--shows", "the page")),
    Call(("case", "evidence", "list", "1")),
    Call(("case", "follow-up", "1", "--new", "it is done", "--sent", "-o", "made/follow-up.txt")),
    Call(("case", "escalate", "1", "--to", "public")),
    Call(("case", "rate", "1", "--solved", "no", "--effect", "2", "--manner", "3")),
    Call(("case", "check")),
    Call(("case", "stats")),
    Call(("case", "export", "1", "--output", "made/case.zip")),
    Call(("case", "close", "1")),
    Call(("content", "check", "--data", str(TESTS / "desk"))),  # the shipped one takes seconds
    Call(("content", "graph")),
    Call(("content", "stale", "--days", "0"), code=3),
    Call(("content", "guide")),
    Call(("content", "schema")),
    Call(("content", "new", "withdrawal.processing"), code=1),
    Call(("help",)),
    Call(("help", "files")),
)
AT_LAST = (Call(("case", "purge", "1", "--yes")), Call(("forget", "--yes")))


def watched(calls: Sequence[Call]) -> list[tuple[str, int]]:
    """The screens and exit codes of commands in a process that may neither connect nor start
    another program, and lets others read what it writes as far as it can."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.watched"],
        input=json.dumps([(call.arguments, call.typed) for call in calls]),
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=120,
    )
    found = json.loads(done.stdout)
    assert found["refused"] == []
    return [(screen, code) for screen, code in found["done"]]


def kept(folder: str = ".") -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def test_every_command_is_watched() -> None:
    said = [" ".join(call.arguments) + " " for call in (*EVERYTHING, *AT_LAST)]
    leaves = [path for path in command_paths() if not hasattr(command_at(path), "commands")]
    assert [path for path in leaves if not any(one.startswith(f"{path} ") for one in said)] == []


@pytest.mark.usefixtures("own_content")
def test_no_command_goes_out_and_all_that_is_kept_is_private() -> None:
    Path("shot.png").write_bytes(b"a picture")
    for call, (screen, code) in zip(EVERYTHING, watched(EVERYTHING), strict=True):
        assert "Internal error" not in screen, screen
        assert code == call.code, screen
    assert {path.name for path in Path("home").iterdir()} == {
        *("cache", "drafts", "evidence", "cases.sqlite", "cases-copy.sqlite"),
    }
    assert {path.name for path in Path("made").iterdir()} == {"deep", "follow-up.txt", "case.zip"}
    for folder in ("home/cache", "home/drafts", "home/evidence", "made"):
        for path in [Path(folder), *Path(folder).rglob("*")]:
            assert path.stat().st_mode & 0o077 == 0, path
            assert not path.name.endswith(".tmp")
    assert Path("home/cases.sqlite").stat().st_mode & 0o077 == 0
    assert all(code == 0 for _, code in watched(AT_LAST))
    assert not Path("home").exists()


# -- what was typed, or read -------------------------------------------------------------------

SECRET = "correct-horse-battery"


class _Failing(io.StringIO):
    """Standard output that fails with all that it was given, as a library may."""

    def write(self, text: str) -> int:
        raise RuntimeError(f"{text} {SECRET}")


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (("redact",), f"all about {SECRET}"),
        (("redact", "--json"), f"all about {SECRET}"),
        (("verify", "-"), f"https://{SECRET}.com"),
        (("faq", "search", "-"), f"withdrawal {SECRET}"),
        (("ask", "--no-input", *DECIDED[1:], "--answers", "-"), f"words: {DECIDED[0]} {SECRET}"),
    ],
)
def test_an_internal_error_tells_its_place_and_nothing_else(
    arguments: tuple[str, ...], typed: str
) -> None:
    stderr = io.StringIO()
    stdin = io.StringIO(f"{typed}\n")
    with mock.patch.multiple(sys, stdin=stdin, stdout=_Failing(), stderr=stderr):
        assert main(arguments, now=NOW) == 1
    *verdict, last = stderr.getvalue().splitlines()
    place = re.fullmatch(r"Internal error, .*: RuntimeError, (.+):([0-9]+)\. bfx-help.*", last)
    assert place
    assert ".write" in (PACKAGE / place[1]).read_text("utf-8").splitlines()[int(place[2]) - 1]
    assert "Traceback" not in stderr.getvalue()
    assert bool(verdict) == (arguments[0] == "ask")  # which tells its verdict before it fails
    assert SECRET not in stderr.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        f"{SECRET}: x",
        f"topic: {SECRET}",
        f"topic: [withdrawal, {SECRET}]",
        f"wd-submitted: {SECRET}",
        f"topic: {{{SECRET}: x}}",
        f"topic: '{SECRET}",
        f"words: {SECRET * 500}",
        f'{{"topic": "{SECRET}"}}',
        f'{{"{SECRET}": ',
        f"!{SECRET} topic: x",
        f"*{SECRET}",
        f"words: \x00 {SECRET}",
    ],
)
def test_a_wrong_file_of_answers_is_not_repeated(text: str) -> None:
    Path("given.yaml").write_text(text, encoding="utf-8")
    for given, typed in (("given.yaml", ()), ("-", [text])):
        screen, stdout, code = run("ask", "--no-input", "--answers", given, typed=typed)
        assert (stdout, code) == ("", 2)
        assert SECRET not in screen


def test_a_bomb_of_answers_is_refused() -> None:
    pairs = zip("abcdefg", "bcdefgh", strict=True)
    lines = [f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]" for last, name in pairs]
    Path("bomb.yaml").write_text("\n".join(["a: &a [x]", *lines, "topic: [*h, *h]"]))
    for given in ("bomb.yaml", "/dev/zero"):
        assert run("ask", "--no-input", "--answers", given).code == 2


CLIPBOARD = """#!/bin/sh
echo "$@" >> arguments
case "$*" in
*-o) exec /bin/cat copied ;;
*) exec /bin/cat > copied ;;
esac
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the clipboards are those of Linux")
@pytest.mark.parametrize("clipboard", ["xclip", "klipper"])
def test_a_copy_is_never_in_the_list_of_processes(clipboard: str) -> None:
    for name in (clipboard, "qdbus"):
        program = Path("bin") / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(CLIPBOARD)
        program.chmod(0o700)
    with mock.patch.dict(os.environ, {"PATH": "bin", "DISPLAY": ":0"}, WAYLAND_DISPLAY=""):
        screen, stdout, code = run(*ASK, "--no-input", "--copy")
    assert code == 0
    if clipboard == "xclip":
        assert Path("copied").read_text("utf-8") == stdout
        assert "USDT" not in Path("arguments").read_text("utf-8")
    else:
        assert "There is no clipboard" in screen
        assert not Path("arguments").exists()


# -- what is kept ------------------------------------------------------------------------------


def test_no_save_writes_nothing_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BFX_HELP_HOME")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    for name in ("HOME", "TMPDIR"):
        Path(name).mkdir()
        monkeypatch.setenv(name, name)
    before = [*Path.cwd().rglob("*")], kept()
    for arguments, typed in (
        (("ask", "--no-save", "--data", DESK), ["where is my money", "1"]),
        (("ask", "--no-save", "--data", DESK, "where is my money"), [*["1", "26h"] * 9]),
        (("sos", "--no-save", "--data", DESK), ["1", "1"]),
    ):
        run(*arguments, typed=typed)
    assert ([*Path.cwd().rglob("*")], kept()) == before


def test_two_conversations_of_the_same_second_keep_a_draft_each() -> None:
    for _ in range(2):
        run("ask", STUCK)
    assert len(list(Path("home/drafts").iterdir())) == 2


def test_a_conversation_without_an_answer_keeps_nothing() -> None:
    assert "Left. Nothing was saved." in run("ask").screen
    assert list(Path("home/drafts").iterdir()) == []


def test_nothing_is_written_through_a_planted_symlink() -> None:
    Path("victim").write_text("before")
    Path("folder").mkdir()
    Path("request.txt").symlink_to("victim")
    Path("home/drafts").symlink_to(Path("folder").absolute())
    _, stdout, code = run(*ASK, "--no-input", "--output", "request.txt")
    assert (Path("victim").read_text(), code) == ("before", 1)
    assert "USDT" in stdout
    assert "The draft cannot be saved" in run("ask", STUCK).screen
    assert list(Path("folder").iterdir()) == []
    Path("home/cases.sqlite").symlink_to(Path("victim").absolute())
    assert run(*ADD, "--when", "26h").code == 1
    assert Path("victim").read_text() == "before"


@pytest.mark.usefixtures("own_content")
def test_the_home_may_be_a_symlink(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("disk").mkdir()
    Path("link").symlink_to("disk")
    Path("home/cache").rename("disk/cache")
    monkeypatch.setenv("BFX_HELP_HOME", "link")
    run("ask", STUCK)
    assert len(list(Path("disk/drafts").iterdir())) == 1
    assert run("forget", "--yes").code == 0
    assert list(Path("disk").iterdir()) == []


# -- forgetting --------------------------------------------------------------------------------


@pytest.mark.usefixtures("own_content")
def test_forgetting_leaves_what_belongs_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_HOME", ".")
    Path("home/cache").rename("cache")
    Path("mine").mkdir()
    Path("mine/photo.png").write_bytes(b"mine")
    run("ask", STUCK)
    Path("drafts/20261122-101000-7.json").symlink_to("../mine/photo.png")
    screen, _, code = run("forget", typed=["1"])
    assert code == 1
    assert "drafts/20261122-101000-7.json" in screen
    assert "photo.png" not in screen
    assert Path("drafts").exists()
    screen, _, code = run("forget", "--yes")
    assert code == 0
    assert "The other files in . are not from this program" in screen
    assert Path("mine/photo.png").exists()
    assert not Path("drafts").exists()


THEIRS = (
    *("evidence/my-own-photo.jpg", "evidence/1/my-own-photo.jpg", "evidence/2019/E1.png"),
    *("drafts/novel.json", "drafts/20261122.json", "cache/page.html", "cache/tmp/content.sqlite"),
    *("cases-of-2019.sqlite", "cases.sqlite.bak", "cases-damaged-2019.sqlite", "notes.txt"),
)
OURS = (
    *("cases.sqlite", "cases.sqlite-journal", "cases-damaged-20261122T101000Z.sqlite"),
    *("cases-damaged-20261122T101000Z-2.sqlite", "cases-damaged-20261122T101000Z.sqlite-journal"),
    *("drafts/20261122-101000-1.json", "drafts/.20261122-101000-1.json.ab12_x9z.tmp"),
    *("evidence/1/E1-row.png", "evidence/1/E12-my-own-photo.jpg", "evidence/12/tmpab12_x9z.tmp"),
    *("cache/content.sqlite", "cache/tmpab12_x9z/content.sqlite"),
)
"""What this program and those before it wrote, also where it was stopped."""


def test_forgetting_takes_what_is_surely_ours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_HOME", "docs")
    for name in (*THEIRS, *OURS):
        path = Path("docs") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    screen = run("forget", "--yes").screen
    assert [name for name in OURS if f"docs/{name}\n" not in screen] == []
    assert set(kept("docs")) == {Path("docs") / name for name in THEIRS}
    assert "The other files in docs are not from this program" in screen


def test_forgetting_follows_no_symlink_in_the_home() -> None:
    Path("mine/1").mkdir(parents=True)
    Path("mine/1/E1-photo.jpg").write_bytes(b"mine")
    Path("home/evidence").symlink_to(Path("mine").absolute())
    assert run("forget", "--yes").code == 0
    assert Path("mine/1/E1-photo.jpg").exists()


# -- secrets in what is typed ------------------------------------------------------------------

PASSWORD = "Blue-Kettle-77!"
TYPED = f"my password: {PASSWORD}"
LOGGED = ("case", "add", "--topic", "withdrawal", "--channel", "ticket", "--when", "26h")


def test_nothing_that_is_typed_reaches_the_log_with_its_secrets() -> None:
    Path("sent.txt").write_text(TYPED)
    Path(f"{TYPED}.txt").write_text("a picture")
    row = Path("row.png")
    row.write_bytes(b"a picture")
    evidence = ("case", "evidence", "add", "1")
    for arguments in (
        (*LOGGED, "--about", TYPED, "--want", TYPED, "--ticket", TYPED, "--text", "sent.txt"),
        (*LOGGED, "--about", TYPED, "--want", TYPED, "--ticket", "7", "--text", "sent.txt"),
        ("case", "follow-up", "1", "--new", TYPED, "--sent"),
        ("case", "note", "1", TYPED, "--reply", "refused"),
        ("case", "note", "1", TYPED, "--call", "--ticket", TYPED),
        (*evidence, f"{TYPED}.txt", "--shows", "a page"),
        (*evidence, "row.png", "--shows", TYPED),
        ("case", "escalate", "1", "--new", TYPED, "--quote", TYPED, "--anyway", "--sent"),
        ("case", "rate", "1", TYPED, "--solved", "no", "--effect", "1", "--manner", "1"),
    ):
        run(*arguments)
    found = json.loads(run("case", "show", "1", "--json").stdout)
    assert (len(found["events"]), len(found["exhibits"])) == (5, 2)
    assert found["rating"]["words"].startswith("my password: [hidden")
    assert found["exhibits"][0]["name"].startswith("my password_ [hidden_")
    assert PASSWORD not in json.dumps(found)
    for path, data in kept("home").items():
        assert PASSWORD not in path.name
        assert PASSWORD.encode() not in data


SEED = "skin rose dwarf neither rookie tornado twelve economy receive speed warfare opinion"


@pytest.mark.parametrize(
    "arguments",
    [
        ("faq", "search", "--json"),
        ("faq", "search"),
        ("faq", "show"),
        ("case", "show"),
        ("case", "purge"),
        ("case", "escalate", "1", "--to"),
        ("channels", "--data"),
        ("checklist",),
        ("template",),
        ("help",),
        ("verify",),
        ("--lang",),
        ("case",),
        (),
    ],
)
@pytest.mark.parametrize(("typed", "secret"), [(SEED, "dwarf neither"), (TYPED, PASSWORD)])
def test_no_command_repeats_a_secret_that_was_typed(
    arguments: tuple[str, ...], typed: str, secret: str
) -> None:
    result = run(*arguments, typed)
    shown = " ".join((result.stdout + result.screen).split())
    assert secret not in shown


def test_an_option_that_does_not_exist_is_named_without_its_secret() -> None:
    assert "dwarf" not in run("ask", f"--{SEED}").screen


def test_what_stands_beside_a_secret_in_an_error_stays() -> None:
    screen = " ".join(run(TYPED).screen.split())
    assert 'There is no command "my password: [hidden: passcode, 15 characters]".' in screen


@pytest.mark.parametrize("home", ["nowhere", "file", "file/below", "empty"])
def test_where_nothing_is_kept_there_is_nothing_to_forget(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("file").touch()
    Path("empty").mkdir()
    monkeypatch.setenv("BFX_HELP_HOME", home)
    monkeypatch.setenv("BFX_HELP_DATA", DESK)  # small, and read anew
    screen, _, code = run("forget")
    assert code == 0
    assert screen == f"Nothing is kept in {home}.\n"


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read anything")
def test_what_cannot_be_deleted_is_told() -> None:
    run("ask", STUCK)
    Path("home/drafts").chmod(0)
    screen, _, code = run("forget", "--yes")
    Path("home/drafts").chmod(0o700)
    assert code == 1
    assert "home/drafts cannot be deleted (Permission denied)" in screen


def test_the_emergency_key_acts_where_forgetting_asks_too() -> None:
    run(*LOGGED, "--about", "Wire")
    assert "STOP." in run("forget", typed=["!"]).screen
    assert Path("home/cases.sqlite").exists()
    assert run("forget", typed=["<"]).code == 1
    assert Path("home/cases.sqlite").exists()
