"""Says the first words in plain lines at once, while arrow keys still have to be fetched."""

from collections.abc import Callable

from bfx_help.model import Tone
from bfx_help.terminal.base import Prompt, Terminal
from bfx_help.terminal.keys import Key


class LazyTerminal(Terminal):
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
