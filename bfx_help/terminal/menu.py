"""The state of a list to choose from: where the pointer stands, what is marked, what was typed."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bfx_help.answers.numbers import half
from bfx_help.model import Tone
from bfx_help.plain import plain, width, wrap
from bfx_help.terminal.base import NARROW, Choice, Prompt, in_one_line, joined, numbers_of
from bfx_help.terminal.keys import key_of

_MARKS = (" ", ",", "、")
PAGE = 10  # options that Page Up and Page Down pass over


class MenuRow(NamedTuple):
    """A line of the list as it is shown."""

    text: str
    pointed: bool = False
    tone: Tone = Tone.PLAIN


class Menu:
    """A list that keys, numbers, marks, words and Enter act on. Words that are typed leave only the
    options that have them, under their own numbers. `word` gives the list's words."""

    def __init__(self, prompt: Prompt, word: Callable[..., str]) -> None:
        self._prompt = prompt
        self._numbers = numbers_of(prompt.choices)
        self._word = word
        ids = [choice.id for choice in prompt.choices]
        chosen = [ids.index(name) for name in (prompt.default or "").split(",") if name in ids]
        self._at = chosen[0] if chosen else 0
        self._marked = chosen if prompt.several else []
        self._typed = ""  # a number, or words that are looked for among the options
        self._wrong = False  # whether a number was typed that is not in the list
        self._note = ""

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was typed into it."""
        return not self._typed and not self._note

    @property
    def _sought(self) -> str:
        """The words that are looked for; empty where a number or nothing was typed."""
        return "" if _is_number(self._typed) else self._typed

    @property
    def _shown(self) -> list[int]:
        """The places of the options that are shown: all where none has the words."""
        return self._found(self._sought) or list(range(len(self._numbers)))

    def move(self, steps: int) -> None:
        """Move the pointer among the options that are shown: one step leads round the ends, several
        no further than these."""
        shown = self._shown
        place, last = shown.index(self._at) + steps, len(shown) - 1
        self._point(shown[place % len(shown) if abs(steps) == 1 else min(max(place, 0), last)])

    def _point(self, place: int) -> None:
        self._at, self._note, self._wrong = place, "", False
        if _is_number(self._typed) or not self._found(self._sought):
            self._typed = ""

    def type(self, character: str) -> str | None:
        """Take what was typed: a number moves the pointer, words leave the options that have them,
        a blank or a comma marks. The answer, where an option has that letter as its key."""
        if not character.isprintable():
            return None
        more = self._typed + character
        found = self._found(more)
        # A blank may be a part of the words that are looked for.
        marks = not self._sought or (self._prompt.several and bool(self._found(self._sought)))
        if _is_number(character) and (not self._sought or not found):
            self._number(character)
        elif not self._typed and character.lower() in [item.id for item in self._prompt.choices]:
            return character.lower()
        elif character in _MARKS and not found and marks:
            self._mark()
        else:
            self._seek(more if found else self._sought + character)
        return None

    def rub_out(self) -> None:
        """Take the last character back."""
        typed = self._typed[:-1]
        self.clear()
        if _is_number(typed):
            self._typed = typed[:-1]
            self._number(typed[-1])
        elif typed:
            self._seek(typed)

    def clear(self) -> bool:
        """Take back everything that was typed; whether there was anything."""
        there = bool(self._sought)
        self._typed, self._note, self._wrong = "", "", False
        return there

    def _number(self, digit: str) -> None:
        """Point to the number: 1 and then 2 is 12, if there is one, else 2."""
        typed = self._typed if _is_number(self._typed) else ""
        for number in (typed + digit, digit):
            if int(number) in self._numbers:
                self._point(self._numbers.index(int(number)))
                self._typed = number
                return
        self._typed, self._wrong = "", True
        self._note = self._word("terminal-no-number", number=digit)

    def _seek(self, text: str) -> None:
        """Look for the options that have these words, and point to the first of them."""
        found = self._found(text)
        self._typed, self._wrong = text, False
        if found:
            self._at = found[0]
        key = "sought" if found else "search" if self._prompt.words else "no-such"
        self._note = self._word(f"terminal-{key}", text=plain(text, ""))

    def _found(self, text: str) -> list[int]:
        """The options that begin so; else those with a word that does (not "no" in "now")."""
        wanted = half(text).casefold()
        if not wanted:
            return []
        names = [half(choice.name).casefold() for choice in self._prompt.choices]
        for pattern in (re.escape(wanted), rf".*(?<![^\W_]){re.escape(wanted)}"):
            if found := [at for at, name in enumerate(names) if re.match(pattern, name)]:
                return found
        return []

    def _mark(self) -> None:
        """Mark the option at the pointer, or unmark it; one that stands alone unmarks the rest."""
        if not self._prompt.several or self._wrong:
            return
        choices = self._prompt.choices
        self._typed = self._note = ""
        if self._at in self._marked:
            self._marked.remove(self._at)
        elif choices[self._at].alone:
            self._marked = [self._at]
        else:
            self._marked = [place for place in self._marked if not choices[place].alone]
            self._marked.append(self._at)

    def answer(self) -> str | None:
        """What Enter answers; None where several can be marked and none is, or where what was typed
        last is not in the list. What was typed last counts as marked."""
        if key := key_of(self._typed):
            return key
        lost = bool(self._sought) and not self._found(self._sought)
        if lost and self._prompt.words:
            return self._typed.strip() or None
        if lost or self._wrong:
            return None
        if not self._prompt.several:
            return self._prompt.choices[self._at].id
        if self._typed and self._at not in self._marked:
            self._mark()
        if self._marked:
            return joined(self._prompt.choices, self._marked)
        self._note = self._word("terminal-none-marked")
        return None

    def rows(self, cells: int) -> Iterator[MenuRow]:
        """The list in lines of so many cells, and under it what does not fit."""
        room = len(str(max(self._numbers)))
        for place in self._shown:
            choice, number = self._prompt.choices[place], self._numbers[place]
            box = f"[{'x' if place in self._marked else ' '}] " if self._prompt.several else ""
            head = f"{'>' if place == self._at else ' '} {number:>{room}}  {box}"
            indent = " " * width(head)
            for line in self._lines(choice, head, cells):
                yield MenuRow(line, place == self._at, choice.tone)
            if choice.hint:
                for line in wrap(indent + plain(choice.hint), cells, indent=indent, cut=True):
                    yield MenuRow(line, tone=Tone.QUIET)
        if self._note:
            yield from (MenuRow(line) for line in wrap(self._note, cells))

    def _lines(self, choice: Choice, head: str, cells: int) -> tuple[str, ...]:
        """An option in lines of so many cells, its value in the column of all values."""
        indent = " " * width(head)
        if not choice.value:
            return wrap(head + plain(choice.name), cells, indent=indent, cut=True)
        if cells < NARROW:
            text = in_one_line(choice, self._word)
            return wrap(head + plain(text), cells, indent=indent, cut=True)
        beside = " " * (self._column - width(choice.name) + 2)
        indent += " " * (self._column + 2)
        text = head + plain(choice.name) + beside + plain(choice.value)
        return wrap(text, cells, indent=indent, cut=True)

    @property
    def _column(self) -> int:
        """How broad the names are beside which a value stands."""
        return max(width(item.name) for item in self._prompt.choices if item.value)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
