"""Runs the program in this process, with what is typed and everything it says."""

import io
import sys
from collections.abc import Iterable
from typing import NamedTuple
from unittest import mock

from bfx_help.cli import main
from tests.conftest import NOW


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


def run(*arguments: str, typed: Iterable[str] = ()) -> Run:
    """Run the command line with lines on standard input."""
    screen = io.StringIO()
    stdout, stderr = _Both(screen), _Both(screen)
    stdin = io.StringIO("".join(f"{line}\n" for line in typed))
    streams = mock.patch.multiple(sys, stdin=stdin, stdout=stdout, stderr=stderr)
    with streams:
        code = main(arguments, now=NOW)
    return Run(screen.getvalue(), stdout.getvalue(), code)
