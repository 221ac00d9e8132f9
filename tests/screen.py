"""A screen to test by: pexpect types into a pseudo-terminal, pyte is what a person would see."""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests import NOW

UP, DOWN, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\x03", "\x04"
WAIT = 20  # seconds until a text that does not come has failed to come


class _Answering(pyte.Screen):
    """A screen that answers the cursor query (ESC[6n), as terminals do; or prompts may stall."""

    child: "pexpect.spawn[bytes]"

    def write_process_input(self, data: str) -> None:
        self.child.send(data)


class Screen:
    """A program in a terminal of so many columns and lines."""

    def __init__(
        self, argv: Sequence[str], env: dict[str, str], columns: int = 80, lines: int = 24
    ) -> None:
        self._screen = _Answering(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            argv[0], list(argv[1:]), env=env, dimensions=(lines, columns), timeout=WAIT
        )
        self._child.delaybeforesend = None
        vars(self._child)["ptyproc"].delayafterclose = 0  # what has ended is not waited for
        self._lines: dict[int, str] = {}
        self._screen.child = self._child

    @property
    def text(self) -> str:
        """All that is on the screen, spaces at the ends of lines taken off."""
        for at in self._screen.dirty:  # `display` would draw all lines each time
            cells, columns = self._screen.buffer[at], range(self._screen.columns)
            line = "".join(cells[x].data if x in cells else " " for x in columns)
            self._lines[at] = line.rstrip()
        self._screen.dirty.clear()
        return "\n".join(self._lines.get(at, "") for at in range(self._screen.lines)).rstrip()

    @property
    def colours(self) -> set[str]:
        """The colours of what is on the screen."""
        return {cell.fg for row in self._screen.buffer.values() for cell in row.values()}

    def is_bold(self, text: str) -> bool:
        """Whether the first line that begins so is in bold."""
        rows = {at: line for at, line in enumerate(self._screen.display) if line.startswith(text)}
        return bool(rows) and bool(self._screen.buffer[min(rows)][0].bold)

    def wait(self, text: str) -> str:
        """The screen, as soon as the text is on it."""
        return self.until(lambda shown: text in shown, text)

    def until(self, done: Callable[[str], bool], what: str) -> str:
        """The screen, as soon as it is `done`; `what` names in an error what never came."""
        end = time.monotonic() + WAIT
        while not done(self.text):
            try:
                self._stream.feed(self._child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                assert done(self.text), f"ended without {what!r}:\n{self.text}"
            assert time.monotonic() < end, f"no {what!r} on the screen:\n{self.text}"
        return self.text

    def type(self, text: str) -> None:
        """Press keys."""
        self._child.send(text)

    def paste(self, text: str) -> None:
        """Paste, as terminals do that mark what was pasted; a long text in parts, while the
        program writes."""
        data = f"\x1b[200~{text}\x1b[201~".encode()
        for start in range(0, len(data), 1024):
            self._child.send(data[start : start + 1024])

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self._screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    def close_window(self) -> None:
        """Close the window, which tells the program so."""
        self._child.kill(signal.SIGHUP)

    def kill(self) -> None:
        """End the program at once, as a power cut would."""
        self._child.kill(signal.SIGKILL)
        self._end()

    def leave(self) -> int:
        """The exit status, once the program has ended and all is on the screen."""
        while True:
            try:
                self._stream.feed(self._child.read_nonblocking(65536, timeout=WAIT))
            except pexpect.EOF:
                break
        self._end()
        status: Any = self._child.exitstatus
        return int(status if status is not None else -(self._child.signalstatus or 0))

    def _end(self) -> None:
        """Wait for the program, which is to end by itself, and close its terminal."""
        self._child.wait()
        self._child.close()


def environment(**more: str) -> dict[str, str]:
    """The variables of a Chinese user's terminal, and more."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "BFX_HELP_HOME": "home",
        "BFX_HELP_NOW": NOW.isoformat(),
        "LANG": "zh_CN.UTF-8",
        "TERM": "xterm-256color",
        "NO_COLOR": "1",
        **more,
    }


def started(*arguments: str, columns: int = 80, lines: int = 50, **more: str) -> Screen:
    """The program in such a terminal."""
    argv = [sys.executable, "-m", "bfx_help", *arguments]
    return Screen(argv, environment(**more), columns, lines)
