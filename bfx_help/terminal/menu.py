"""The state of a list to choose from: where the pointer stands, what is marked, what was typed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from bfx_help.plain import plain, width, wrap
from bfx_help.terminal.base import Prompt, joined, numbers_of


class Row(NamedTuple):
    """A line of the list as it is shown."""

    text: str
    pointed: bool = False
    quiet: bool = False


class Menu:
    """A list that arrow keys, numbers, marks and Enter act on. `word` gives its words."""

    def __init__(self, prompt: Prompt, word: Callable[..., str]) -> None:
        self._prompt = prompt
        self._numbers = numbers_of(prompt.choices)
        self._word = word
        ids = [choice.id for choice in prompt.choices]
        chosen = [ids.index(one) for one in (prompt.default or "").split(",") if one in ids]
        self._at = chosen[0] if chosen else 0
        self._marked = chosen if prompt.several else []
        self._typed = ""
        self._note = ""

    def move(self, steps: int) -> None:
        """Move the pointer, round the ends."""
        self._at = (self._at + steps) % len(self._numbers)
        self._typed = self._note = ""

    def digit(self, digit: str) -> None:
        """Move the pointer to the number typed: 1 and then 2 is 12, if there is one, else 2."""
        for typed in (self._typed + digit, digit):
            if int(typed) in self._numbers:
                self._at, self._typed, self._note = self._numbers.index(int(typed)), typed, ""
                return
        self._typed, self._note = "", self._word("terminal-no-number", number=digit)

    def letter(self, letter: str) -> bool:
        """Whether an option has this letter as its key."""
        return any(choice.id == letter for choice in self._prompt.choices)

    def rub_out(self) -> None:
        """Take the last digit back."""
        typed, self._typed = self._typed[:-1], ""
        for digit in typed:
            self.digit(digit)

    def mark(self) -> None:
        """Mark the option at the pointer, or unmark it; one that stands alone unmarks the rest."""
        if not self._prompt.several:
            return
        choices = self._prompt.choices
        self._typed = self._note = ""
        if self._at in self._marked:
            self._marked.remove(self._at)
        elif choices[self._at].alone:
            self._marked = [self._at]
        else:
            self._marked = [one for one in self._marked if not choices[one].alone] + [self._at]

    def answer(self) -> str | None:
        """What Enter answers; None where several can be marked and none is. A number that was
        typed last counts as marked."""
        if not self._prompt.several:
            return self._prompt.choices[self._at].id
        if self._typed and self._at not in self._marked:
            self.mark()
        if self._marked:
            return joined(self._prompt.choices, self._marked)
        self._note = self._word("terminal-none-marked")
        return None

    def rows(self, cells: int) -> Iterator[Row]:
        """The list in lines of so many cells, and under it what does not fit."""
        room = len(str(max(self._numbers)))
        for place, choice in enumerate(self._prompt.choices):
            box = f"[{'x' if place in self._marked else ' '}] " if self._prompt.several else ""
            head = f"{'>' if place == self._at else ' '} {self._numbers[place]:>{room}}  {box}"
            indent = " " * width(head)
            for line in wrap(head + plain(choice.name), cells, indent=indent, cut=True):
                yield Row(line, pointed=place == self._at)
            if choice.hint:
                for line in wrap(indent + plain(choice.hint), cells, indent=indent, cut=True):
                    yield Row(line, quiet=True)
        if self._note:
            yield from (Row(line) for line in wrap(self._note, cells))

    def shown(self, answer: str) -> str:
        """An answer as it reads in the list."""
        ids = answer.split(",")
        return ", ".join(
            f"{number} {choice.name}"
            for number, choice in zip(self._numbers, self._prompt.choices, strict=True)
            if choice.id in ids
        )
