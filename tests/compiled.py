"""The compiled content: made once for all tests, by the first that wants it, and only read."""

from functools import cache
from pathlib import Path

from bfx_help import content
from bfx_help.content import Content
from bfx_help.content.compiled import INDEXES
from bfx_help.interview import indexes
from tests import turns
from tests.turns import SECOND, alone

FOLDER = turns.FOLDER / "compiled"
"""Where it stays until anything of the program or its content has changed."""


@cache
def compiled(folder: Path | None = None) -> Path:
    """Where the program finds the shipped content fresh, or that of a folder which no test changes.
    Who comes second waits for the first."""
    name = folder.name if folder else "shipped"
    copy = FOLDER / name
    copy.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone(f"{name}.compiled"):
        read = content.load(folder, copy, indexes.add)
    for index in INDEXES[::-1] if SECOND else INDEXES:
        with alone(f"{name}.{index}"):
            assert read.index(index)
    return copy


@cache
def shipped() -> Content:
    """The shipped content with its indexes, as every start finds it."""
    return content.load(cache=compiled())
