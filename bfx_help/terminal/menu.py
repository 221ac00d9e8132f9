"""The state of a list to choose from: where the pointer stands, what is marked, what was typed."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bfx_help.answers.numbers import half
from bfx_help.plain import plain, width, wrap
from bfx_help.terminal.base import Prompt, joined, key_of, numbers_of

_MARKS = (" ", ",", "、")


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
        self._typed = ""  # a number, or words that are looked for among the options
        self._note = ""

    def move(self, steps: int) -> None:
        """Move the pointer, round the ends."""
        self._at = (self._at + steps) % len(self._numbers)
        self._typed = self._note = ""

    def type(self, character: str) -> str | None:
        """Take what was typed: a number or a part of a name moves the pointer, a blank or a comma
        marks. The answer, where an option has that letter as its key."""
        if _is_number(character) and _is_number(self._typed or "0"):
            self._number(character)
        elif not self._typed and character.lower() in [one.id for one in self._prompt.choices]:
            return character.lower()
        elif character in _MARKS and (not self._typed or _is_number(self._typed)):
            self._mark()
        else:
            self._seek(self._typed + character)
        return None

    def rub_out(self) -> None:
        """Take the last character back."""
        typed, self._typed, self._note = self._typed[:-1], "", ""
        for character in typed:
            self.type(character)

    def _number(self, digit: str) -> None:
        """Point to the number: 1 and then 2 is 12, if there is one, else 2."""
        for typed in (self._typed + digit, digit):
            if int(typed) in self._numbers:
                self._at, self._typed, self._note = self._numbers.index(int(typed)), typed, ""
                return
        self._typed, self._note = "", self._word("terminal-no-number", number=digit)

    def _seek(self, text: str) -> None:
        """Point to the first option that has these words."""
        found = self._found(text)
        self._typed = text
        if found is None:
            self._note = self._word("terminal-no-such", text=plain(text, ""))
        else:
            self._at, self._note = found, self._word("terminal-sought", text=plain(text, ""))

    def _found(self, text: str) -> int | None:
        """The option that begins so; else the first with a word that does (not "no" in "now")."""
        wanted = half(text).casefold()
        names = [half(one.name).casefold() for one in self._prompt.choices]
        for pattern in (re.escape(wanted), rf".*(?<![^\W_]){re.escape(wanted)}"):
            for place, name in enumerate(names):
                if re.match(pattern, name):
                    return place
        return None

    def _is_lost(self) -> bool:
        """Whether words were typed that no option has: then Enter must not choose one."""
        sought = bool(self._typed) and not _is_number(self._typed)
        return sought and self._found(self._typed) is None

    def _mark(self) -> None:
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
        """What Enter answers; None where several can be marked and none is, or where words were
        typed that no option has. What was typed last counts as marked."""
        if key := key_of(self._typed):
            return key
        if self._is_lost():
            return None
        if not self._prompt.several:
            return self._prompt.choices[self._at].id
        if self._typed and self._at not in self._marked:
            self._mark()
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


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
