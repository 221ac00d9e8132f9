"""What is wrong with a content folder, said as `file:line: message` in either language."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bfx_help.model import Language, Problem, Text
from bfx_help.plain import plain

SHOWN = 500
"""So many faults are told; a hostile file must not fill the screen with a million."""


class Fault(NamedTuple):
    """One thing that is wrong, and where."""

    path: Path
    line: int
    says: Text

    def in_(self, language: Language) -> str:
        """`file:line: message`, harmless on a terminal."""
        return plain(f"{self.path}:{self.line}: {self.says.in_(language)}", keep="")


class ContentError(Problem):
    """A content folder that cannot be used; its text has a line for each problem."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = ordered(faults)
        super().__init__("\n".join(lines_of(self.faults, Language.EN)))

    def in_(self, language: Language) -> str:
        """The same lines in one language."""
        return "\n".join(lines_of(self.faults, language))


def ordered(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults by file and line, each once."""
    return tuple(sorted(set(faults), key=_place))


def _place(fault: Fault) -> tuple[Path, int, str]:
    return fault.path, fault.line, fault.says.en


def lines_of(faults: tuple[Fault, ...], language: Language) -> tuple[str, ...]:
    """The lines to show."""
    lines = tuple(fault.in_(language) for fault in faults[:SHOWN])
    more = len(faults) - SHOWN
    if more <= 0:
        return lines
    return (*lines, Text(f"... and {more} more", f"……另有 {more} 处问题").in_(language))


def shown(value: str) -> str:
    """Text of a file as it stands in a message: short and harmless."""
    return plain(value if len(value) <= 60 else value[:59] + "…", keep="")
