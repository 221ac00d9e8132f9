"""The edge of the program: `main` runs a command and turns what goes wrong into exit codes.

`commands` has a module for each command and `app` their list; `context` is what all of them work
with, `output` prints. `ask_run` is the conversation of `ask`: `wizard` its stages, `first_words`
its beginning, `letter_questions`, `details` and `review` what fills the letter, `deliver` its end.
`case_*` is what the commands of the log share.
"""

import codecs
import contextlib
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bfx_help.model import Problem
from bfx_help.plain import plain

UNREAD = 141
"""Whoever read the output has gone: 128 and the number of SIGPIPE, as other programs in a pipe."""


def main(argv: Sequence[str] | None = None, *, now: datetime | None = None) -> int:
    """Run the command line and return its exit code. `now` is the time, in the user's zone."""
    escapes = _prepare_streams()
    code = _code(argv, now)
    if escapes.written:
        _tell(
            f"bfx-help: Some characters do not exist in {sys.stdout.encoding} and stand as \\uXXXX."
            " Use --output FILE, or set PYTHONUTF8=1."
            " 有些字符写成了 \\uXXXX：请用 --output FILE，或设置 PYTHONUTF8=1。"
        )
    return code


def _code(argv: Sequence[str] | None, now: datetime | None) -> int:
    try:
        return _run(argv, now)
    except BrokenPipeError:
        return UNREAD
    except KeyboardInterrupt:
        return 130
    except Problem as problem:
        from bfx_help.cli.without_secrets import repeating_no_secrets  # for errors alone

        arguments = sys.argv[1:] if argv is None else argv
        return _fail(repeating_no_secrets(str(problem), arguments), problem)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        todo = "The output may be incomplete: make room, or write elsewhere."
        return _fail(f"bfx-help: {reason}. {todo} 输出可能不完整：请腾出空间或换个位置。", error)
    except Exception as error:
        # Its message may hold what the user typed, so only its place is told.
        where = f"{type(error).__name__}, {_place(error)}"
        todo = "bfx-help channels lists the ways to reach support. 客服渠道：bfx-help channels。"
        return _fail(f"Internal error, 程序内部错误: {where}. {todo}", error)


def _run(argv: Sequence[str] | None, now: datetime | None) -> int:
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments in (["--version"], ["-V"]):  # without typer, which takes longer than the answer
        from bfx_help.cli.context import open_context, version_line

        sys.stdout.write(f"{version_line(lambda: open_context(now))}\n")
        return 0
    from typer._click.exceptions import ClickException, NoArgsIsHelpError  # they have no other name

    from bfx_help.cli.app import program

    try:
        code = program()(
            args=None if argv is None else arguments,
            obj=now,
            prog_name="bfx-help",
            standalone_mode=False,
        )
    except ClickException as error:
        from bfx_help.cli.usage_errors import in_words

        if not isinstance(error, NoArgsIsHelpError):
            raise in_words(error, arguments, now) from None
        sys.stdout.write(f"{error.format_message()}\n")  # the help of a group that was typed alone
        return 0
    except SystemExit as exit_:  # what completes for a shell leaves so
        if isinstance(exit_.__context__, BrokenPipeError):  # which typer makes a 1 of
            return UNREAD
        return exit_.code if isinstance(exit_.code, int) else 1
    return code if isinstance(code, int) else 0


def _place(error: Exception) -> str:
    """The last line of ours that led to the error; those of libraries say too little."""
    import traceback  # for errors alone

    package = Path(__file__).parents[1]
    lines = [
        (Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)
    ]
    path, number = [line for line in lines if line[0].is_relative_to(package)][-1]
    return f"{path.relative_to(package).as_posix()}:{number}"


def _fail(message: str, error: Exception) -> int:
    from bfx_help.model import UsageProblem

    _tell(message)
    return 2 if isinstance(error, UsageProblem) else 1


def _tell(message: str) -> None:
    with contextlib.suppress(OSError):
        print(plain(message), file=sys.stderr)  # noqa: T201 - nothing else may be working any more


class _Escapes:
    """Writes a character that an encoding lacks as JSON would, and remembers that it did."""

    def __init__(self) -> None:
        self.written = False

    def __call__(self, error: UnicodeError) -> tuple[str, int]:
        """What stands for the characters, and where to go on: a handler of errors of `codecs`."""
        if not isinstance(error, UnicodeEncodeError):
            raise error
        self.written = True
        units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
        escaped = "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
        return escaped, error.end


def _prepare_streams() -> _Escapes:
    """Make sure that no stream ends the program: one that the shell has closed leads nowhere, bytes
    that are no text are read as signs, and characters that cannot be written become escapes."""
    escapes = _Escapes()
    codecs.register_error("bfx-help", escapes)
    for name, mode, errors in (
        ("stdin", "r", "replace"),
        ("stdout", "w", "bfx-help"),
        ("stderr", "w", "backslashreplace"),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    return escapes
