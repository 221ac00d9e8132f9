"""The edge of the program: `main` runs a command and turns what goes wrong into exit codes."""

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bfx_help.model import Problem
from bfx_help.plain import plain


def main(argv: Sequence[str] | None = None, *, now: datetime | None = None) -> int:
    """Run the command line and return its exit code. `now` is the time, in the user's zone."""
    _prepare_streams()
    try:
        return _run(argv, now)
    except BrokenPipeError:
        return _close_silently()
    except KeyboardInterrupt:
        return 130
    except Problem as problem:
        return _fail(str(problem), problem)
    except OSError as error:
        return _fail(f"bfx-help: {error.strerror or type(error).__name__}", error)
    except Exception as error:
        # Its message may hold what the user typed, so only its place is told.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        return _fail(f"Internal error, 程序内部错误: {where}", error)


def _run(argv: Sequence[str] | None, now: datetime | None) -> int:
    from bfx_help.cli.app import program

    try:
        program()(args=None if argv is None else list(argv), obj=now, prog_name="bfx-help")
    except SystemExit as exit_:
        if isinstance(exit_.__context__, BrokenPipeError):
            raise exit_.__context__ from None
        return exit_.code if isinstance(exit_.code, int) else 1
    return 0


def _fail(message: str, error: Exception) -> int:
    from bfx_help.cli.desk import Usage

    with contextlib.suppress(OSError):
        print(plain(message), file=sys.stderr)  # noqa: T201 - nothing else may be working any more
    return 2 if isinstance(error, Usage) else 1


def _prepare_streams() -> None:
    """Characters that the console cannot show, or bytes that are no text, never end the program."""
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def _close_silently() -> int:
    """Whoever read the output has gone; that is no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
