"""The compiled content: made once for all tests, by the first that wants it, and only read."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from bfx_help import content
from bfx_help.content import Content
from bfx_help.content.compiled import INDEXES
from bfx_help.interview import indexes
from tests import ROOT

FOLDER = ROOT / ".pytest_cache" / "compiled"
"""Where it stays until anything of the program or its content has changed."""

SECOND = os.environ.get("PYTEST_XDIST_WORKER") == "gw1"
"""The second worker begins with the last index, so that two are made at once."""


@cache
def compiled() -> Path:
    """The folder in which the program finds it fresh. Who comes second waits for the first."""
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone("records"):
        read = content.load(cache=FOLDER, extra=indexes.add)
    for name in INDEXES[::-1] if SECOND else INDEXES:
        with alone(name):
            assert read.index(name)
    return FOLDER


@contextmanager
def alone(name: str) -> Iterator[None]:
    """While one worker makes a file, others wait for it."""
    with FOLDER.with_suffix(f".{name}.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@cache
def shipped() -> Content:
    """The shipped content with its indexes, as every start finds it."""
    return content.load(cache=compiled())
