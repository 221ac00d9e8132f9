"""Lines that were typed in Chinese: named, and left for the Chinese half of a letter."""

import re

from bfx_help.model import Text
from bfx_help.request.letter import Letter, Section

BELOW = "(in Chinese below)"
"""What stands in the English half for a line that is left for the Chinese one."""

_HAN = re.compile(r"[㐀-鿿]")
_RUN = re.compile(r"[㐀-鿿，。；：、！？（）「」“”]*[㐀-鿿][㐀-鿿，。；：、！？（）「」“”]*")
_GAPS = re.compile(r"(?:[\s,;:.?」]*…[\s,;:.?」]*)+")
_LABEL = re.compile(r"([^:㐀-鿿]{2,40}:) ")
_SAYS = re.compile(r"\d|(?:[A-Za-z]{2,}\W+){2}[A-Za-z]{2,}")
"""What is worth to stand alone: a figure, or a few words."""


def holds_chinese(line: str) -> bool:
    """Whether a line of the English half is, or is partly, in Chinese."""
    return bool(_HAN.search(line))


def left_to_chinese(letter: Letter) -> Letter:
    """The letter with what is typed in Chinese in the Chinese half alone. Figures, ids and English
    words beside it stay, and so do names."""
    return letter._replace(sections=tuple(map(_section, letter.sections)))


def _section(section: Section) -> Section:
    lines: list[Text] = []
    for line in section.lines:
        if not holds_chinese(line.en):
            lines.append(line)
            continue
        short = _without_chinese(line.en)
        repeated = not section.numbered and bool(lines) and lines[-1].en in (BELOW, "")
        lines.append(line.also("en", "" if repeated and short == BELOW else short))
    return section._replace(lines=tuple(lines))


def _without_chinese(line: str) -> str:
    label = _LABEL.match(line)
    said = line[label.end() :] if label else line
    left = _GAPS.sub(" … ", _RUN.sub("…", said)).strip()
    says = f"{left} {BELOW}" if _SAYS.search(left) else BELOW
    return f"{label[1]} {says}" if label else says
