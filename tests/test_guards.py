"""Standing guards: no command goes out, what is kept is private, and what was typed stays here."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import pytest

from bfx_help.cli import main
from tests.commands import command_at, command_paths
from tests.conftest import NOW
from tests.running import run

ROOT = Path(__file__).parents[1]
STUCK = "my withdrawal is stuck"
DECIDED = ("withdrawal of 1500 USDT Processing for 26 hours, urgent", "--answer", "contacted=no")
FILLED = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
ASK = ("ask", *DECIDED, *(part for pair in FILLED for part in ("--answer", pair)))
ADD = ("case", "add", "--about", "lost", "--topic", "withdrawal", "--channel", "ticket")

Call = tuple[Sequence[str], Sequence[str]]
"""What is given as arguments, and the lines that are typed."""

EVERYTHING: tuple[Call, ...] = (
    (ASK, ()),
    ((*ASK, "--no-input", "--format", "eml", "--output", "made/deep/request.eml"), ()),
    ((*ASK, "--no-input", "--json", "--why"), ()),
    (("ask",), [STUCK, "1"]),
    (("sos",), ["1", "1", "1", "USDT an hour ago"]),
    (("faq", "search", "withdrawal", "pending"), ()),
    (("faq", "search", "-", "--json"), ["fees", "提现没到账"]),
    (("faq", "list"), ()),
    (("faq", "show", "withdraw-fees"), ()),
    (("checklist", "withdrawal", "--lang", "both"), ()),
    (("channels", "ticket"), ()),
    (("template", "withdrawal"), ()),
    (("verify", "https://bitfinnex.com", "support@bitfinex.com", "-"), ["call +1 555 0100"]),
    (("redact", "-"), ["password: hunter2!"]),
    ((*ADD, "--ticket", "1234567", "--want", "the money", "--when", "26h"), ()),
    (("case", "list"), ()),
    (("case", "show", "1"), ()),
    (("case", "note", "1", "they wrote", "--reply", "asks"), ()),
    (("case", "evidence", "add", "1", "shot.png", "--shows", "the page"), ()),
    (("case", "evidence", "list", "1"), ()),
    (("case", "follow-up", "1", "--new", "it is done", "-o", "made/follow-up.txt"), ()),
    (("case", "escalate", "1", "--to", "chat", "--anyway", "--new", "it is urgent"), ()),
    (("case", "rate", "1", "--solved", "no", "--effect", "2", "--manner", "3"), ()),
    (("case", "check"), ()),
    (("case", "stats"), ()),
    (("case", "export", "1", "--output", "made/case.zip"), ()),
    (("case", "close", "1"), ()),
    (("case", "recover", "shot.png"), ()),
    (("content", "check"), ()),
    (("content", "graph"), ()),
    (("content", "stale"), ()),
    (("content", "guide"), ()),
)
AT_LAST: tuple[Call, ...] = ((("case", "purge", "1", "--yes"), ()), (("forget", "--yes"), ()))


def watched(calls: Sequence[Call]) -> list[tuple[str, int]]:
    """The screens and exit codes of commands in a process that may neither connect nor start
    another program, and lets others read what it writes as far as it can."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.watched"],
        input=json.dumps(calls),
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
    said = [" ".join(arguments) + " " for arguments, _ in (*EVERYTHING, *AT_LAST)]
    leaves = [path for path in command_paths() if not hasattr(command_at(path), "commands")]
    assert [path for path in leaves if not any(one.startswith(f"{path} ") for one in said)] == []


def test_no_command_goes_out_and_all_that_is_kept_is_private() -> None:
    Path("shot.png").write_bytes(b"a picture")
    for screen, code in watched(EVERYTHING):
        assert "Internal error" not in screen, screen
        assert code in (0, 1, 2, 3, 4)
    assert {path.name for path in Path("home").iterdir()} == {
        *("cache", "drafts", "evidence", "cases.sqlite"),
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
    assert stderr.getvalue().endswith(f": RuntimeError, {Path(__file__).name}:{WRITE}\n")
    assert "Traceback" not in stderr.getvalue()
    if arguments[0] != "ask":  # which has told its verdict before it fails
        assert stderr.getvalue().count("\n") == 1
    assert SECRET not in stderr.getvalue()


WRITE = next(
    number
    for number, line in enumerate(Path(__file__).read_text("utf-8").splitlines(), 1)
    if "raise RuntimeError" in line
)


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


@pytest.mark.skipif(sys.platform != "linux", reason="the clipboards are those of Linux")
@pytest.mark.parametrize("clipboard", ["xclip", "klipper"])
def test_a_copy_is_never_in_the_list_of_processes(clipboard: str) -> None:
    for name in (clipboard, "qdbus"):
        program = Path("bin") / name
        program.parent.mkdir(exist_ok=True)
        program.write_text('#!/bin/sh\necho "$@" >> arguments\n/bin/cat >> copied\n')
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
        (("ask", "--no-save"), [STUCK, "1"]),
        ((*ASK, "--no-save"), []),
        (("sos", "--no-save"), ["1", "1"]),
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


def test_the_home_may_be_a_symlink(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("disk").mkdir()
    Path("link").symlink_to("disk")
    monkeypatch.setenv("BFX_HELP_HOME", "link")
    run("ask", STUCK)
    assert len(list(Path("disk/drafts").iterdir())) == 1
    assert run("forget", "--yes").code == 0
    assert list(Path("disk").iterdir()) == []


# -- forgetting --------------------------------------------------------------------------------


def test_forgetting_leaves_what_belongs_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_HOME", ".")
    Path("mine").mkdir()
    Path("mine/photo.png").write_bytes(b"mine")
    run("ask", STUCK)
    Path("drafts/link.json").symlink_to("../mine/photo.png")
    screen, _, code = run("forget", typed=["1"])
    assert code == 1
    assert "drafts/link.json" in screen
    assert "photo.png" not in screen
    assert Path("drafts").exists()
    screen, _, code = run("forget", "--yes")
    assert code == 0
    assert "The other files in . are not from this program" in screen
    assert Path("mine/photo.png").exists()
    assert not Path("drafts").exists()


@pytest.mark.parametrize("home", ["nowhere", "file", "file/below", "empty"])
def test_where_nothing_is_kept_there_is_nothing_to_forget(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("file").touch()
    Path("empty").mkdir()
    monkeypatch.setenv("BFX_HELP_HOME", home)
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
