"""Asks and shows: with arrow keys on a terminal, in numbered lines on a pipe or where wished.

`keys` are the keys that act at every prompt; `arrow_keys` and `plain_lines` are the two terminals,
`menu` is the list that the arrow keys move in.
"""

import sys
from collections.abc import Callable
from typing import TextIO

from bfx_help.model import Tone
from bfx_help.terminal.base import Choice, EndOfInput, Prompt, Screen, Terminal
from bfx_help.terminal.keys import Key
from bfx_help.terminal.plain_lines import LineTerminal


def open_terminal(
    *,
    words: Callable[[str], str],
    stdin: TextIO,
    stderr: TextIO,
    plain: bool = False,
    colour: bool = True,
    echo: Callable[[str], str] = lambda text: text,
) -> Terminal:
    """The best terminal there is for these streams: with arrow keys where both are terminals and
    nobody asked for `plain`; numbered lines otherwise."""
    moves = not plain and stdin.isatty() and stderr.isatty()
    screen = Screen(words, stdin, stderr, colour, echo)
    lines = LineTerminal(screen, with_styles=moves and sys.platform != "win32")
    if not moves:
        return lines

    def keys() -> Terminal:
        try:
            from bfx_help.terminal.arrow_keys import KeyTerminal

            return KeyTerminal(screen)
        except Exception:  # its error for a console it cannot use can be imported on Windows only
            return lines

    return _LazyTerminal(lines, keys)


class _LazyTerminal(Terminal):
    """A terminal whose arrow keys come with the first question: they take longer to load than all
    the rest, and the greeting need not wait for them. `keys` gives them, or lines where they do not
    work; until then `lines` speaks."""

    def __init__(self, lines: Terminal, keys: Callable[[], Terminal]) -> None:
        self._speaking = lines
        self._keys: Callable[[], Terminal] | None = keys

    def ask(self, prompt: Prompt) -> str | Key:
        """As `Terminal.ask`."""
        if self._keys:
            self._speaking, self._keys = self._keys(), None
        return self._speaking.ask(prompt)

    def say(self, text: str, tone: Tone = Tone.PLAIN, indent: str = "") -> None:
        """As `Terminal.say`."""
        self._speaking.say(text, tone, indent)

    def say_labelled(self, label: str, text: str, room: int, tone: Tone = Tone.STRONG) -> None:
        """As `Terminal.say_labelled`."""
        self._speaking.say_labelled(label, text, room, tone)

    def _write_parts(self, *parts: tuple[str, Tone]) -> None:
        self._speaking.say("".join(text for text, _ in parts))
