"""Whole conversations, word for word; `--update-transcripts` writes them anew, for reading.

A transcript begins with `$ bfx-help ...`; what is typed stands after `> `; what is piped in, and so
never shown, stands after `| ` on the lines below the command; the last line is the exit code.
"""

import shlex
from itertools import takewhile
from pathlib import Path

import pytest

from tests import TESTS
from tests.running import run

TRANSCRIPTS = sorted((TESTS / "transcripts").glob("*.txt"))


def played(transcript: str) -> str:
    """The conversation that this transcript's command and typed lines lead to now."""
    first, *rest = transcript.splitlines()
    piped = list(takewhile(lambda line: line.startswith("| "), rest))
    typed = [line for line in rest if line == ">" or line.startswith("> ")]
    result = run(*shlex.split(first)[2:], typed=[line[2:] for line in piped or typed])
    screen = [line.rstrip() for line in result.screen.splitlines()]
    return "\n".join([first, *piped, *screen, f"[exit {result.code}]\n"])


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")
    now = played(written)
    assert "Internal error" not in now
    if request.config.getoption("--update-transcripts"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def test_there_are_transcripts() -> None:
    assert TRANSCRIPTS
