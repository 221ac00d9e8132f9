"""Runs the program in this process, with what is typed and everything it says."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from bfx_help.cli import main
from tests import NOW

DECIDED = ("withdrawal of 1500 USDT Processing for 26 hours", "--answer", "contacted=no")
"""Words and an answer after which the route is decided."""

GIVEN = ("wd-network=tron", "wd-id=12345678", "user-name=blank", "email=blank")
COMPLETE = (*DECIDED, *(part for pair in GIVEN for part in ("--answer", pair)))
"""What fills the text too, so that only prompts with a default are left."""


class Run(NamedTuple):
    """What came of a run: everything in its order, standard output alone, and the exit code."""

    screen: str
    stdout: str
    code: int


class _Both(io.StringIO):
    """A stream that also writes to another one."""

    def __init__(self, screen: io.StringIO) -> None:
        super().__init__()
        self._screen = screen

    def write(self, text: str) -> int:
        self._screen.write(text)
        return super().write(text)


def run(*arguments: str, typed: Iterable[str] = (), now: datetime = NOW) -> Run:
    """Run the command line with lines on standard input."""
    screen = io.StringIO()
    stdout, stderr = _Both(screen), _Both(screen)
    stdin = io.StringIO("".join(f"{line}\n" for line in typed))
    streams = mock.patch.multiple(sys, stdin=stdin, stdout=stdout, stderr=stderr)
    with streams:
        code = main(arguments, now=now)
    return Run(screen.getvalue(), stdout.getvalue(), code)


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


def drafts() -> list[Path]:
    """The drafts that are kept."""
    return list(Path("home/drafts").glob("*"))
