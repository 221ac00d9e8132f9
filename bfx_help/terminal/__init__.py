"""Asks and shows: with arrow keys on a terminal, in numbered lines on a pipe or where wished.

`keys` are the keys that act at every prompt; `arrow_keys` and `plain_lines` are the two terminals,
`menu` is the list that the arrow keys move in.
"""

import sys

from bfx_help.model import Tone
from bfx_help.terminal.base import Choice, EndOfInput, Prompt, Screen, Terminal
from bfx_help.terminal.keys import Key
from bfx_help.terminal.plain_lines import LineTerminal


def open_terminal(screen: Screen, *, plain: bool = False) -> Terminal:
    """The best terminal there is for a screen: with arrow keys where both of its streams are
    terminals and nobody asked for `plain`; numbered lines otherwise."""
    if not plain and screen.stdin.isatty() and screen.stderr.isatty():
        return _LazyTerminal(screen, with_styles=sys.platform != "win32")
    return LineTerminal(screen)


class _LazyTerminal(LineTerminal):
    """Lines up to the first question, then arrow keys: they take longer to load than all the rest,
    and the greeting need not wait for them. Lines go on where the keys do not work."""

    _keys: Terminal | None = None

    def ask(self, prompt: Prompt) -> str | Key:
        """As `Terminal.ask`."""
        if self._keys is None:
            try:
                from bfx_help.terminal.arrow_keys import KeyTerminal

                self._keys = KeyTerminal(self._screen)
            except Exception:  # its error for a console it cannot use exists on Windows only
                self._keys = LineTerminal(self._screen, with_styles=self._styled)
        return self._keys.ask(prompt)

    def _write_parts(self, *parts: tuple[str, Tone]) -> None:
        if self._keys:
            self._keys._write_parts(*parts)
        else:
            super()._write_parts(*parts)
