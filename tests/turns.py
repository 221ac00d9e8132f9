"""What each worker would make is made by one, and the others wait for it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests import ROOT

if sys.platform != "win32":
    import fcntl

FOLDER = ROOT / ".pytest_cache"

SECOND = os.environ.get("PYTEST_XDIST_WORKER") == "gw1"
"""The second worker begins with something else than the first, so that two things are made at
once."""


@contextmanager
def alone(name: str) -> Iterator[None]:
    """While one worker makes something, others wait for it."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w", encoding="utf-8") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
