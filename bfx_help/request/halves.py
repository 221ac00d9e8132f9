"""Lines that were typed in Chinese: named, and left for the Chinese half of a letter."""

import re

from bfx_help.model import Text
from bfx_help.request.letter import Letter, Section

BELOW = "(in Chinese below)"
"""What stands in the English half for a line that is left for the Chinese one."""

_HAN = re.compile(r"[㐀-鿿]")
_LABEL = re.compile(r"([^:㐀-鿿]{2,40}:) ")


def holds_chinese(line: str) -> bool:
    """Whether a line of the English half is, or is partly, in Chinese."""
    return bool(_HAN.search(line))


def left_to_chinese(letter: Letter) -> Letter:
    """The letter with each such line of its sections in the Chinese half alone; names stay."""
    return letter._replace(sections=tuple(map(_section, letter.sections)))


def _section(section: Section) -> Section:
    lines: list[Text] = []
    for line in section.lines:
        if not holds_chinese(line.en):
            lines.append(line)
            continue
        label = _LABEL.match(line.en)
        short = f"{label[1]} {BELOW}" if label else BELOW
        repeated = not section.numbered and bool(lines) and lines[-1].en in (BELOW, "")
        lines.append(line.also("en", "" if repeated and short == BELOW else short))
    return section._replace(lines=tuple(lines))
