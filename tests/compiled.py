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
def compiled() -> Path:
    """The folder in which the program finds it fresh. Who comes second waits for the first."""
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone("compiled"):
        read = content.load(cache=FOLDER, extra=indexes.add)
    for name in INDEXES[::-1] if SECOND else INDEXES:
        with alone(name):
            assert read.index(name)
    return FOLDER


@cache
def shipped() -> Content:
    """The shipped content with its indexes, as every start finds it."""
    return content.load(cache=compiled())
