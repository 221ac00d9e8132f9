"""Puts a text on the clipboard by a program of the system, which may hang: it works in a process of
its own (`python -m bfx_help.cli.clipboard`) and gets two seconds."""

import contextlib
import os
import signal
import subprocess
import sys

SECONDS = 2.0  # how long a clipboard program may take


def copied(text: str) -> bool:
    """Whether the clipboard holds the text."""
    try:
        with subprocess.Popen(
            [sys.executable, "-P", "-m", "bfx_help.cli.clipboard"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that what it starts can be ended with it
        ) as process:
            return _in_time(process, text)
    except (OSError, ValueError):
        return False


def _in_time(process: subprocess.Popen[bytes], text: str) -> bool:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(text.encode())
    process.stdin.close()
    process.stdout.readline()  # the interpreter has started; now the program begins
    try:
        return process.wait(SECONDS) == 0
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL) if os.name == "posix" else process.kill()
        return False


def main() -> int:
    """Copy standard input; 0 where the clipboard then holds it."""
    import pyperclip

    text = sys.stdin.buffer.read().decode()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        copy, paste = pyperclip.determine_clipboard()
        # It would hand the text over as an argument, for all to see in the list of processes.
        if getattr(copy, "__name__", "") == "copy_klipper":
            return 1
        copy(text)
        # A program that reaches no screen is as silent as one that does: only the clipboard tells.
        return int(paste().split() != text.split())  # some systems have line ends of their own
    except (pyperclip.PyperclipException, OSError, ValueError):
        return 1


if __name__ == "__main__":
    sys.exit(main())
