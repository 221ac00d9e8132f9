"""Asks and shows: with arrow keys on a terminal, in numbered lines on a pipe or where wished.

`keys` are the keys that act at every prompt; `arrow_keys` and `plain_lines` are the two terminals,
`menu` is the list that the arrow keys move in.
"""

import sys
from collections.abc import Callable
from typing import TextIO

from bfx_help.terminal.base import Choice, EndOfInput, Prompt, Screen, Terminal
from bfx_help.terminal.keys import Key
from bfx_help.terminal.lazy import LazyTerminal
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

    return LazyTerminal(lines, keys)
