"""The text on its way out of the program: clipboard, editor, browser; and ids on their way in."""

import base64
import json
import re
import shlex
import sys
import time
from pathlib import Path

import pexpect
import pytest

from bfx_help import __version__
from bfx_help.content import shipped
from tests.running import run, start
from tests.screen import Screen, environment, started

CALM = "withdrawal of 1500 USDT Processing for 26 hours"
DECIDED = ("--answer", "contacted=no", "--answer", "impact=question")
SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


def script(name: str, text: str) -> Path:
    """A program of the test's own."""
    path = Path(name).absolute()
    path.write_text(f"#!{sys.executable}\n{text}\n", encoding="utf-8")
    path.chmod(0o700)
    return path


BROWSER = "import sys\nopen('opened', 'a').write(' '.join(sys.argv[1:]) + chr(10))"


@pytest.mark.parametrize(
    ("impact", "opened"),
    [("question", "https://support.bitfinex.com\n"), ("waiting", None)],
)
def test_only_the_bare_official_page_is_opened(
    impact: str, opened: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", f"{script('browser', BROWSER)} %s")
    answers = ("--answer", "contacted=no", "--answer", f"impact={impact}")
    done = start("ask", CALM, *answers, "--no-input", "--open")
    assert done.returncode == 0, done.stderr.decode()
    page = Path("opened").read_text("utf-8") if Path("opened").exists() else None
    assert page == opened
    assert ("Opened" if opened else "no official page") in done.stderr.decode()


def test_without_a_browser_the_address_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "nowhere")
    done = start("ask", CALM, *DECIDED, "--no-input", "--open")
    assert done.returncode == 0
    assert b"no browser to open. Type https://support.bitfinex.com" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("term", "given"), [("xterm", True), ("dumb", False)])
def test_the_terminal_takes_what_no_clipboard_program_takes(term: str, given: bool) -> None:
    argv = [sys.executable, "-m", "bfx_help", "ask", CALM, *DECIDED, "--no-input", "--copy"]
    env = environment(TERM=term, PATH="nowhere", LANG="en_US.UTF-8")
    with pexpect.spawn(argv[0], argv[1:], env=env, timeout=20) as child:
        seen = child.read()
    sent = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", seen)
    assert bool(sent) == given
    assert (b"OSC 52" if given else b"There is no clipboard") in seen
    if given:
        text = base64.b64decode(sent[0])
        assert b"1500 USDT" in text
        assert text.replace(b"\n", b"\r\n") in seen


@pytest.mark.skipif(sys.platform != "linux", reason="the clipboard is one of Linux")
@pytest.mark.parametrize("program", ["exit 1", "exec /bin/cat > nowhere"])
def test_a_clipboard_that_took_nothing_is_not_believed(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("bin").mkdir()
    Path("bin/xclip").write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    Path("bin/xclip").chmod(0o700)
    monkeypatch.setenv("PATH", "bin")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = start("ask", CALM, *DECIDED, "--no-input", "--copy")
    assert done.returncode == 0
    assert b"There is no clipboard" in done.stderr


EDITOR = f"""
import os, stat, sys
from pathlib import Path
path = Path(sys.argv[-1])
modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)]
Path('seen').write_text(f'{{path}} {{modes[0]:o}} {{modes[1]:o}}')
path.write_text(path.read_text('utf-8') + 'I add this. My seed is {SEED}' + chr(10), 'utf-8')
"""


@pytest.mark.slow
@pytest.mark.parametrize("plain", [False, True])
def test_the_text_is_edited_and_its_secrets_taken_out_again(plain: bool) -> None:
    given = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
    answers = [*DECIDED, *(part for one in given for part in ("--answer", one))]
    options = ["--no-save", "--lang", "en", "--output", "out.txt", *(["--plain"] * plain)]
    editor = str(script("editor", EDITOR))
    screen = started("ask", CALM, *options, *answers, lines=200, EDITOR=editor)
    for shown in ("may already help", "Write the request now", "Your answers"):
        screen.wait(shown)
        screen.type("\r")
    screen.wait("(key e)")
    screen.type("e\r" if plain else "e")
    screen.wait("Hidden: seed phrase")
    text = Path("out.txt").read_text("utf-8")
    assert "I add this." in text
    assert "12345678" in text
    assert "sausage" not in text + screen.text
    path, *modes = Path("seen").read_text("utf-8").split()
    assert modes == ["600", "700"]
    assert not Path(path).parent.exists()
    screen.kill()


@pytest.mark.slow
def test_what_an_editor_saved_is_kept_when_the_window_is_closed() -> None:
    given = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
    answers = [*DECIDED, *(part for one in given for part in ("--answer", one))]
    editor = str(script("editor", f"{EDITOR}\nimport time\ntime.sleep(60)"))
    screen = started("ask", CALM, "--lang", "en", *answers, lines=200, EDITOR=editor)
    for shown in ("may already help", "Write the request now", "Your answers"):
        screen.wait(shown)
        screen.type("\r")
    screen.wait("(key e)")
    screen.type("e")
    end = time.monotonic() + 20
    while not Path("seen").exists() and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(0.5)
    screen.close_window()
    while not list(Path("home/drafts").glob("edited-*.txt")) and time.monotonic() < end:
        time.sleep(0.1)
    (kept,) = Path("home/drafts").glob("edited-*.txt")
    assert "I add this." in kept.read_text("utf-8")
    assert "sausage" not in kept.read_text("utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
@pytest.mark.parametrize("to_file", [False, True])
def test_the_text_that_was_edited_is_the_one_that_counts(to_file: bool) -> None:
    given = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
    answers = [*DECIDED, *(part for one in given for part in ("--answer", one))]
    command = f"{shlex.join([sys.executable, '-m', 'bfx_help', 'ask', CALM, *answers])} --lang en"
    argv = ["/bin/sh", "-c", f"{command} > out.txt" if to_file else command]
    editor = str(script("editor", EDITOR))
    screen = Screen(argv, environment(EDITOR=editor), 80, 200)
    for shown in ("may already help", "Write the request now", "Your answers"):
        screen.wait(shown)
        screen.type("\r")
    screen.wait("(key e)")
    screen.type("e")
    screen.wait("Hidden: seed phrase")
    screen.until(lambda shown: shown.count("(key e)") == 2, "the prompt again")
    screen.type("\r")
    screen.wait("Have you sent it?")
    screen.type("1\r")
    screen.wait("What is the ticket number?")
    screen.type("7654321\r")
    screen.wait("Logged as case 1")
    assert screen.leave() == 0
    if to_file:
        text = Path("out.txt").read_text("utf-8")
        assert text.count("Subject: ") == text.count("I add this.") == 1
    kept = json.dumps(json.loads(run("case", "show", "1", "--json").stdout)["texts"])
    assert "I add this." in kept
    assert "sausage" not in kept


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_result_that_nobody_changes_goes_into_a_file_from_a_terminal_too(form: str) -> None:
    options = (*DECIDED, "--no-input", "--format", form)
    command = shlex.join([sys.executable, "-m", "bfx_help", "ask", CALM, *options])
    screen = Screen(["/bin/sh", "-c", f"{command} > out.txt"], environment(), 80, 50)
    assert screen.leave() == 0
    assert "1500 USDT" in Path("out.txt").read_text("utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bfx-help check", "checklist"),
        ("bfx-help checklist withd", "withdrawal"),
        ("bfx-help faq list depo", "deposit"),
        ("bfx-help faq show withdraw-f", "withdraw-fees"),
        ("bfx-help channels live", "live-chat"),
        ("bfx-help template secu", "security"),
        ("bfx-help case add --channel live", "live-chat"),
        ("bfx-help case list --topic withd", "withdrawal"),
        ("bfx-help case evidence add 1 bank.txt --item withdr", "withdrawal-row"),
        ("bfx-help ask --answer wd-stat", "wd-status="),
        ("bfx-help case show 2", "21"),
    ],
)
def test_the_shell_completes_ids(
    typed: str, found: str, shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "case show" in typed:
        log_cases(21)
    monkeypatch.setenv("_BFX_HELP_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", typed)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    assert found in run().stdout


def test_completing_begins_no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_BFX_HELP_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "bfx-help case show ")
    assert "1" not in run().screen
    assert not Path("home/cases.sqlite").exists()


def log_cases(number: int) -> None:
    sent = ["--topic", "deposit", "--channel", "ticket", "--when", "26h"]
    for _ in range(number):
        run("case", "add", "--about", "Wire", *sent)


def test_the_version_tells_how_new_the_content_is() -> None:
    newest = max(one.read or "" for one in shipped().sources.values())
    assert run("--version").stdout == f"bfx-help {__version__} (content of {newest})\n"
    assert run("--version", "--data", "nowhere").code == 2
