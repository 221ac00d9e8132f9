"""The parts of a letter, each with a heading or without."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from bfx_help.model import Text
from bfx_help.request.dated_lines import as_item
from bfx_help.request.phrases import transfer_parts, typed_items

_NUMBERED = "# "
"""What a heading begins with whose lines get numbers, so that an answer can point to them."""

_LABEL = re.compile(r"[A-Za-z][^:]{1,60}: ")


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


def is_numbered(heading: Text) -> bool:
    """Whether the lines below a heading of the content get numbers."""
    return heading.en.startswith(_NUMBERED)


def is_labelled(line: Text) -> bool:
    """Whether a line says what it is about before a colon."""
    return bool(_LABEL.match(line.en))


def under_headings(lines: Iterable[Text]) -> Iterator[tuple[Text | None, list[Text]]]:
    """The lines in blocks, each with the heading above it; those before any come first."""
    heading, block = None, list[Text]()
    for line in lines:
        if is_heading(line):
            yield heading, block
            heading, block = line, []
        else:
            block.append(line)
    yield heading, block


def blocks(title: Text, lines: Iterable[Text], now: datetime) -> Iterator[Section]:
    """The lines in sections: a line that ends in a colon is the heading of those after it. A block
    of lines that were typed is a list, unless some have a label; below a heading that numbers them
    they have one form."""
    for heading, block in under_headings(lines):
        above = heading or title
        if is_numbered(above):
            apart = typed_items(block[0]) if len(block) == 1 else block
            items = tuple(as_item(item, now) for item in apart)
            bare = above.map(lambda said: said.removeprefix(_NUMBERED))
            yield Section(bare, items, numbered=len(items) > 1)
        else:
            lines = transfer_parts(block[0]) if len(block) == 1 else tuple(block)
            yield Section(above, lines, dashed=len(block) > 1 and _is_list(block))


def _is_list(lines: Iterable[Text]) -> bool:
    """Whether lines are items of a list: one at least was typed, and none has a label of ours."""
    typed = [line.en == line.zh for line in lines]
    ours = (line for line in lines if line.en != line.zh)
    return any(typed) and not any(map(is_labelled, ours))
