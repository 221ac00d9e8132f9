"""Writes files that only their owner can read, whole or not at all."""

import os
import tempfile
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make a folder with mode 0700 (and its parents) and return it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def write_private(path: Path, data: bytes) -> None:
    """Write `data` with mode 0600 to a temporary file beside `path`, then put it in its place.

    A reader sees the old file or the new one, never a part. A symlink at `path` is replaced, never
    followed. Raises OSError; the old file then still stands.
    """
    handle, name = tempfile.mkstemp(
        dir=private_folder(path.parent), prefix=path.name, suffix=".tmp"
    )
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
