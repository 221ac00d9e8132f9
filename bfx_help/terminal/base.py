"""What every terminal offers: asking and saying. It knows nothing of what is asked."""

import os
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from string import Template
from typing import NamedTuple, TextIO

from bfx_help.model import Tone
from bfx_help.plain import plain, width, wrap
from bfx_help.terminal.keys import Key, key_of

NARROW = 60  # with fewer columns nothing stands in a column of its own


class EndOfInput(Exception):
    """Nobody answers any more: the input has ended, or Ctrl-D was pressed."""


class Choice(NamedTuple):
    """One option. It is chosen by its number, which counts from 1; with `zero` it is 0. Of
    several options, one that stands `alone` ("none of these") excludes the others. A `value` stands
    beside the name, in a column of its own where there is room; a `hint` below it."""

    id: str
    name: str
    hint: str = ""
    zero: bool = False
    alone: bool = False
    value: str = ""
    tone: Tone = Tone.PLAIN


class Prompt(NamedTuple):
    """A question: for text where there are no choices, a `block` of several lines that ends with
    an empty one. `known` says in a line above it what is known so far. `default` is what Enter
    answers: the id of a choice, ids joined by commas, or a text. With `words` a list also takes
    words that no option has, as they were typed."""

    text: str
    choices: tuple[Choice, ...] = ()
    several: bool = False
    counter: str = ""
    default: str | None = None
    hint: str = ""
    block: bool = False
    words: bool = False
    known: str = ""


def kind_of(prompt: Prompt) -> str:
    """How a prompt is answered: words, a choice, several, a text, or a block of lines."""
    if prompt.choices and prompt.words:
        return "search"
    if prompt.choices:
        return "several" if prompt.several else "choice"
    return "block" if prompt.block else "text"


def numbers_of(choices: Sequence[Choice]) -> tuple[int, ...]:
    """The number by which each choice is chosen."""
    counted = [choice for choice in choices if not choice.zero]
    return tuple(0 if choice.zero else counted.index(choice) + 1 for choice in choices)


def in_one_line(choice: Choice, word: Callable[..., str]) -> str:
    """The name of an option with its value behind it, where there is no column for it."""
    if not choice.value:
        return choice.name
    if choice.name.endswith(("?", "？")):
        return f"{choice.name} {choice.value}"
    return word("terminal-value", label=choice.name, value=choice.value)


def in_words(choices: Sequence[Choice], answer: str) -> str:
    """An answer as it reads in the list: the choices with their numbers."""
    ids, numbered = answer.split(","), zip(numbers_of(choices), choices, strict=True)
    chosen = (f"{number} {choice.name}" for number, choice in numbered if choice.id in ids)
    return ", ".join(chosen) or answer


def joined(choices: Sequence[Choice], marked: Sequence[int]) -> str:
    """The answer of a prompt for several: ids in the order of the list. Of choices that stand
    alone, the one marked last is the answer."""
    alone = [index for index in marked if choices[index].alone]
    return ",".join(choices[index].id for index in (alone[-1:] or sorted(set(marked))))


def columns(stream: TextIO) -> int:
    """How many cells to write on a line: the width of the terminal, 80 where there is none."""
    try:
        wide = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        wide = 0
    # The last cell stays free, or some terminals break the line; longer lines are hard to read.
    return min(max(wide - 1, 20), 100) if wide else 80


class Screen(NamedTuple):
    """What a terminal works with. `words` gives the interface's own words by key, `echo` makes an
    answer fit to stay on the screen, for instance with its secrets taken out."""

    words: Callable[[str], str]
    stdin: TextIO
    stderr: TextIO
    colour: bool = True
    echo: Callable[[str], str] = str


class Terminal(ABC):
    """Asks and says, all on one stream (standard error): standard output is left to the result."""

    def __init__(self, screen: Screen) -> None:
        self._words, self._echo = screen.words, screen.echo
        self._stream = screen.stderr
        self._told: set[str] = set()

    @abstractmethod
    def ask(self, prompt: Prompt) -> str | Key:
        """The answer: the id of a choice, ids joined by commas, or the text as it was typed or
        pasted, without outer spaces; or the key that was pressed instead. Ctrl-C raises
        KeyboardInterrupt; where nobody answers any more, `EndOfInput`."""

    def say(self, text: str, tone: Tone = Tone.PLAIN, indent: str = "") -> None:
        """Show a text: harmless, in lines, the later ones behind `indent`; a warning says so."""
        if tone is Tone.WARNING:
            text = self._word("terminal-warning", text=text)
        if tone is Tone.HEADING:
            self._write("")
        for line in wrap(plain(text), columns(self._stream), indent=indent):
            self._write(line, tone)

    def say_labelled(self, label: str, text: str, room: int, tone: Tone = Tone.STRONG) -> None:
        """Show a text behind its label, which takes so much room, on a narrow screen less."""
        cells = columns(self._stream)
        room = room if cells >= NARROW else width(label)
        head = label + " " * (room - width(label) + 1) if label else " " * (room + 1)
        indent = " " * (room + 1 if cells >= NARROW else 2)
        first, *more = wrap(head + plain(text), cells, indent=indent)
        self._write_parts((label, tone), (first[len(label) :], Tone.PLAIN))
        for line in more:
            self._write(line)

    def _write(self, line: str, tone: Tone = Tone.PLAIN) -> None:
        """Write one line that is fit to be shown."""
        self._write_parts((line, tone))

    @abstractmethod
    def _write_parts(self, *parts: tuple[str, Tone]) -> None:
        """Write one line of parts that are fit to be shown, each in its tone."""

    def _word(self, name: str, **values: object) -> str:
        return Template(self._words(name)).safe_substitute(values)

    def _block(self, line: Callable[[], str]) -> str:
        """The lines up to the first empty one; the end of the input ends them too. A key is one
        before any line; behind a line, the one that leads back takes that line back."""
        lines: list[str] = []
        try:
            while typed := line():
                if not lines and key_of(typed):
                    return typed
                if key_of(typed) is Key.BACK:
                    self.say(self._word("terminal-taken-back", line=self._echo(lines.pop())))
                else:
                    lines.append(typed)
        except EndOfInput:
            if not lines:
                raise
        return "\n".join(lines)

    def _introduce(self, prompt: Prompt, keys: str) -> None:
        """Say the question and what can be typed; the keys only the first time, since hints that
        come again and again hold up whoever has the screen read out."""
        cells = columns(self._stream)
        title, *more = prompt.text.split("\n")
        *above, last = wrap(plain(title), cells)
        counter = f"  {prompt.counter}" if prompt.counter else ""
        for line in above:
            self._write(line, Tone.HEADING)
        if width(last) + width(counter) <= cells:
            self._write_parts((last, Tone.HEADING), (counter, Tone.QUIET))
        else:
            self._write(last, Tone.HEADING)
            self._write(counter.strip(), Tone.QUIET)
        for text in more:
            indent = re.match(r"\s+(?:\d+\s+)?", text)
            for line in wrap(plain(text), cells, indent=" " * (indent.end() if indent else 0)):
                self._write(line)
        if prompt.hint:
            self.say(prompt.hint, Tone.QUIET)
        if keys not in self._told:
            self._told.add(keys)
            self.say(self._words(keys), Tone.QUIET)

    def _answered(self, answer: str) -> None:
        """Leave the answer on the screen, as one line."""
        first, _, rest = self._echo(answer).strip().partition("\n")
        short = first if len(first) <= 400 else f"{first[:400]}…"
        more = rest.count("\n") + 1 if rest else 0
        if more:
            short += " " + self._word("terminal-lines", count=more)
        for line in wrap(plain(f"> {short}"), columns(self._stream), indent="  ", cut=True):
            self._write(line, Tone.PLAIN)
