"""Asks in numbered lines: on a pipe, for screen readers, and where nothing else works."""

import contextlib
import io
import select
from functools import partial

from bfx_help.answers.numbers import half, read_numbers
from bfx_help.model import Tone
from bfx_help.plain import plain, width, wrap
from bfx_help.styles import styled
from bfx_help.terminal import base
from bfx_help.terminal.keys import Key, key_of

_MOST_EMPTY = 100
"""So many empty lines one after the other on a pipe are taken for its end: nobody answers there."""

_CUT = 4095  # bytes at which a terminal cuts a line, without a word
_PASTED = 0.05  # seconds in which the next line of a paste is there


class LineTerminal(base.Terminal):
    """A terminal of plain lines: nothing moves; `with_styles` or without."""

    def __init__(self, screen: base.Screen, *, with_styles: bool = False) -> None:
        super().__init__(screen)
        self._screen, self._stdin, self._colour = screen, screen.stdin, screen.colour
        self._styled = with_styles
        self._empty = 0  # how many lines in a row were empty
        if isinstance(self._stdin, io.TextIOWrapper):
            # A byte that is no text spoils no conversation; a stream read from stays as it is.
            with contextlib.suppress(io.UnsupportedOperation):
                self._stdin.reconfigure(errors="replace")

    def ask(self, prompt: base.Prompt) -> str | Key:
        """As `Terminal.ask`; what is no option is asked for again as long as there is input."""
        kind = base.kind_of(prompt)
        self._write("")
        self._introduce(prompt, f"terminal-lines-{kind}")
        self._list(prompt.choices)
        if prompt.default:
            default = base.in_words(prompt.choices, prompt.default)
            self.say(self._word("terminal-default", default=default), Tone.QUIET)
        while True:
            read = partial(self._line, whole=not prompt.choices)
            line = self._block(read) if prompt.block else read()
            if key := key_of(line):
                return key
            answer = line if not prompt.choices else _chosen(prompt, line)
            if answer is None and prompt.words:
                return line
            if not line and prompt.default is not None:
                return prompt.default
            if answer is not None:
                return answer
            numbers = ", ".join(map(str, sorted(base.numbers_of(prompt.choices))))
            self.say(self._word("terminal-no-option", options=numbers))

    def _list(self, choices: tuple[base.Choice, ...]) -> None:
        numbers = base.numbers_of(choices)
        room = len(str(max(numbers, default=0)))
        for number, choice in zip(numbers, choices, strict=True):
            head = f"  {number:>{room}}  "
            text = base.in_one_line(choice, self._word)
            if choice.hint:
                text += f" — {choice.hint}"
            indent = " " * width(head)
            for line in wrap(head + plain(text), base.columns(self._stream), indent=indent):
                self._write(line, Tone.PLAIN)

    def _line(self, whole: bool) -> str:
        """The next line, without outer spaces; where it is `whole`, with the rest of a paste."""
        self._stream.write("> ")
        self._stream.flush()
        lines = [self._read()]
        while whole and self._waiting():
            lines.append(self._read())
        line = "".join(lines).replace("\r\n", "\n").strip()
        if not self._stdin.isatty():  # a terminal has shown it already
            self._empty = 0 if line else self._empty + 1
            if self._empty > _MOST_EMPTY:
                raise base.EndOfInput
            shown = self._echo(line).replace("\n", " ")
            self._write(plain(shown), Tone.PLAIN)
        return line

    def _read(self) -> str:
        line = self._stdin.readline()
        if not line:
            self._write("", Tone.PLAIN)
            raise base.EndOfInput
        if self._stdin.isatty() and len(line.rstrip("\n").encode()) >= _CUT - 3:
            line = line.rstrip("\n")
            self.say(self._word("terminal-line-cut", end=self._echo(line)[-30:]), Tone.WARNING)
            line += self._read()
        return line

    def _waiting(self) -> bool:
        """Whether more lines were pasted than read; on a pipe each line is an answer of its own."""
        try:
            return self._stdin.isatty() and bool(select.select([self._stdin], [], [], _PASTED)[0])
        except (OSError, ValueError):  # Windows can only wait for sockets
            return False

    def _write_parts(self, *parts: tuple[str, Tone]) -> None:
        shown = (styled(text, tone, self._colour) if self._styled else text for text, tone in parts)
        self._stream.write("".join(shown) + "\n")
        self._stream.flush()


def _chosen(prompt: base.Prompt, line: str) -> str | None:
    """The answer a line means: numbers, or an id or a name as it is written in the list."""
    for choice in prompt.choices:
        if half(line).casefold() in (choice.id.casefold(), half(choice.name).casefold()):
            return choice.id
    places = {number: place for place, number in enumerate(base.numbers_of(prompt.choices))}
    numbers = read_numbers(line) or ()
    if not numbers or any(number not in places for number in numbers):
        return None
    if len(numbers) > 1 and not prompt.several:
        return None
    return base.joined(prompt.choices, [places[number] for number in numbers])
