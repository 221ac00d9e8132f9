"""Streams that are closed, narrow or left by their readers, and signals that end the program."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import run, start

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has other pipes and signals")
SECRET = "my password: Blue-Kettle-77!"


def closing(number: int) -> Callable[[], None]:
    return lambda: os.close(number)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("closed", [0, 1, 2])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("ask", 2),
        ("redact", 0),
        ("channels", 0),
        ("case add --about lost", 2),
        ("nonsense", 2),
    ],
)
def test_a_stream_that_the_shell_has_closed_leads_nowhere(
    command: str, code: int, closed: int
) -> None:
    done = start(*command.split(), before=closing(closed))
    assert b"Internal error" not in done.stderr + done.stdout
    assert done.returncode == code


@POSIX
def test_what_is_said_beside_a_text_never_gets_into_it() -> None:
    done = start("redact", typed=SECRET.encode(), before=closing(2))
    assert done.returncode == 0
    assert done.stdout == b"my password: [hidden: passcode, 15 characters]"


def unread(*arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own that writes to a pipe which nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        command = [sys.executable, "-m", "bfx_help", *arguments]
        return subprocess.run(
            command, input=typed, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False
        )
    finally:
        os.close(writer)


@POSIX
@pytest.mark.parametrize(
    ("command", "styles", "code"),
    [
        ("verify https://bitfinnex.com", "0", 3),
        ("verify https://bitfinnex.com", "1", 3),
        ("verify --json https://bitfinnex.com", "0", 3),
        ("verify @bitfinex", "0", 0),
        ("faq search qwertyuiop", "0", 3),
        ("content check --data nowhere", "0", 1),
        ("faq list", "0", 141),
        ("faq list", "1", 141),
        ("redact", "0", 141),
        ("--help", "0", 141),
    ],
)
def test_a_verdict_stands_where_nobody_reads_it(
    command: str, styles: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", styles)
    Path("nowhere").mkdir()
    Path("nowhere/topics.yaml").write_text("- id: Wrong\n", encoding="utf-8")
    done = unread(*command.split(), typed=b"a text")
    assert done.returncode == code
    assert done.stderr == b""


def test_no_character_is_lost_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp936")
    done = start("redact", typed="提现没到账 😀".encode())
    assert done.stdout.decode("cp936") == "提现没到账 \\ud83d\\ude00"
    assert "do not exist in gbk and stand as \\uXXXX" in done.stderr.decode("cp936")
    done = start("redact", "--json", typed="提现没到账 😀".encode())
    assert json.loads(done.stdout.decode("cp936"))["text"] == "提现没到账 😀"
    assert start("redact", typed="提现没到账".encode()).stderr == b""


def test_a_text_in_the_encoding_of_the_system_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "我的提现没有到账，已经26小时了。"
    monkeypatch.setenv("PYTHONIOENCODING", "cp936")
    for encoding in ("utf-8", "utf-8-sig", "cp936", "utf-16"):
        assert start("redact", typed=text.encode(encoding)).stdout.decode("cp936") == text
    monkeypatch.setattr("locale.getencoding", lambda: "cp936")
    for encoding in ("utf-8", "utf-8-sig", "cp936", "utf-16"):
        Path("text.txt").write_bytes(text.encode(encoding))
        assert run("redact", "text.txt").stdout == text


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is there on Linux")
def test_a_full_disk_is_told_with_what_to_do() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "bfx_help", "faq", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left on device. The output may be incomplete: make room" in done.stderr


# -- signals -----------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_no_empty_draft(name: str) -> None:
    number = getattr(signal, name)
    with subprocess.Popen(
        [sys.executable, "-m", "bfx_help", "ask"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # nohup ignores it for all below
    ) as process:
        assert process.stderr
        said = b""
        while not said.endswith(b"> "):
            assert process.poll() is None
            said += os.read(process.stderr.fileno(), 4096)
        assert len(list(Path("home/drafts").iterdir())) == 1
        process.send_signal(number)
        assert process.wait(timeout=60) == 128 + number
    assert list(Path("home/drafts").iterdir()) == []


@POSIX
def test_what_is_to_survive_its_window_does() -> None:
    command = 'trap "" HUP; exec "$0" -m bfx_help faq search -'
    with subprocess.Popen(
        ["/bin/sh", "-c", command, sys.executable],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"fees\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"> fees\n"
        process.send_signal(signal.SIGHUP)
        process.stdin.write(b"deposit\n")
        process.stdin.close()
        assert b"> deposit\n" in process.stdout.read()
        assert process.wait(timeout=60) == 0


PRESSED = """
import signal, sys

class Pressing:
    @staticmethod
    def find_spec(name, *_):
        if name == "bfx_help.cli":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Pressing)
from bfx_help.__main__ import run
run()
"""


def test_ctrl_c_at_once_prints_no_traceback() -> None:
    done = subprocess.run([sys.executable, "-c", PRESSED], capture_output=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 130)


CLEARING = """
import signal, sys, time
from bfx_help import cli

class Clearing:
    def __del__(self):
        signal.raise_signal(getattr(signal, sys.argv[1]))

def main():
    Clearing()
    time.sleep(20)

cli.main = main
from bfx_help.__main__ import run
run()
"""


@POSIX
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_that_comes_while_something_is_cleared_away_is_heeded(
    name: str, code: int
) -> None:
    command = [sys.executable, "-c", CLEARING, name]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", code)
