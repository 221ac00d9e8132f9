"""The parts of a letter, each with a heading or without."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bfx_help.model import Text


class Section(NamedTuple):
    """A part of a letter: a heading, if it has one, and its lines."""

    title: Text | None
    lines: tuple[Text, ...]
    numbered: bool = False


def is_heading(line: Text) -> bool:
    """Whether a line of the content is the heading of those after it; what was typed is none."""
    return line.en.endswith(":") and line.en != line.zh


def blocks(title: Text, lines: Iterable[Text]) -> Iterator[Section]:
    """The lines in sections: a line that ends in a colon is the heading of those after it."""
    block: list[Text] = []
    for line in lines:
        if is_heading(line):
            yield Section(title, tuple(block))
            title, block = line, []
        else:
            block.append(line)
    yield Section(title, tuple(block))
