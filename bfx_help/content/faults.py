"""What is wrong with a content folder, said to its authors as `file:line: message`."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bfx_help.model import Problem
from bfx_help.plain import plain

SHOWN = 500  # so many faults are told; a hostile file must not fill the screen with a million


class Fault(NamedTuple):
    """One thing that is wrong, and where."""

    path: Path
    line: int
    says: str

    def __str__(self) -> str:
        """`file:line: message`, harmless on a terminal."""
        return plain(f"{self.path}:{self.line}: {self.says}", keep="")


class ContentError(Problem):
    """A content folder that cannot be used; its text has a line for each problem."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = ordered(faults)
        super().__init__("\n".join(lines_of(self.faults)))


def ordered(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults by file and line, each once."""
    return tuple(sorted(set(faults)))


def lines_of(faults: tuple[Fault, ...]) -> tuple[str, ...]:
    """The lines to show."""
    lines = tuple(map(str, faults[:SHOWN]))
    more = len(faults) - SHOWN
    return (*lines, f"... and {more} more") if more > 0 else lines


def shown(value: str) -> str:
    """Text of a file as it stands in a message: short and harmless."""
    return plain(value if len(value) <= 60 else value[:59] + "…", keep="")
