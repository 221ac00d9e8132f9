"""The parts of a letter, each with a heading or without."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bfx_help.model import Text


class Section(NamedTuple):
    """A part of a letter: a heading, if it has one, and its lines, each behind its number or a
    dash, or as it is."""

    title: Text | None
    lines: tuple[Text, ...]
    numbered: bool = False
    dashed: bool = False


def is_heading(line: Text) -> bool:
    """Whether a line of the content is the heading of those after it; what was typed is none."""
    return line.en.endswith(":") and line.en != line.zh


def blocks(title: Text, lines: Iterable[Text]) -> Iterator[Section]:
    """The lines in sections: a line that ends in a colon is the heading of those after it. A block
    of lines that were all typed is a list."""
    block: list[Text] = []
    for line in (*lines, None):
        if line is None or is_heading(line):
            yield Section(title, tuple(block), dashed=all(said.en == said.zh for said in block))
            title, block = line or title, []
        else:
            block.append(line)
