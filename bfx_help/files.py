"""Writes files that only their owner can read, whole or not at all, and reads them back."""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)


def new_folder(folder: Path) -> Path:
    """Make a folder where it is missing, and its parents, each for its owner alone; return it. One
    that is there stays as it is, and may be a symlink. Raises OSError."""
    if not folder.is_dir():
        new_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def private_folder(folder: Path) -> Path:
    """Make a folder of our own files with mode 0700, taking wider rights away, and return it. A
    symlink, or what belongs to somebody else, is refused. Raises OSError."""
    status = new_folder(folder).lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise _refused(errno.ENOTDIR, folder)
    if not _ours(status):
        raise _refused(errno.EPERM, folder)
    if status.st_mode & 0o077:
        folder.chmod(0o700)
    return folder


def is_open_to_others(path: Path) -> bool:
    """Whether somebody else may put other things in the place of what lies there: a file or folder,
    or what a symlink leads to. What is not there is not. Raises OSError."""
    if not path.exists():
        return False
    status = path.stat()
    shared = hasattr(os, "getuid") and bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return shared or not _ours(status)


def is_folder(path: Path) -> bool:
    """Whether it is a folder itself, and not a symlink to one."""
    return path.is_dir() and not path.is_symlink()


def files_in(folder: Path, names: str) -> list[Path]:
    """The files of a folder whose names match a pattern; a symlink is itself, whatever it leads to.
    None where there is no folder. Raises OSError."""
    there = folder.iterdir() if folder.is_dir() else ()
    return [path for path in there if re.fullmatch(names, path.name) and not is_folder(path)]


def folders_in(folder: Path, names: str) -> list[Path]:
    """The folders in a folder whose names match; none in a symlink. Raises OSError."""
    there = folder.iterdir() if is_folder(folder) else ()
    return [path for path in there if re.fullmatch(names, path.name) and is_folder(path)]


def remove(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Delete files, then each folder in which nothing is left. Raises OSError."""
    for file in files:
        file.unlink(missing_ok=True)
    for folder in folders:
        with suppress(OSError):  # it holds other things, or is not there
            folder.rmdir()


@contextmanager
def writing(path: Path, *, wanted: bool = False) -> Iterator[BinaryIO]:
    """A file of mode 0600 to write to, which takes the place of `path`, or of a symlink there, when
    all is written: a reader sees the old file or the new one. A folder, a pipe or a device is
    refused, and a symlink where the user wants the file: it may be planted, or be `/dev/stdout`.
    Raises OSError; the old file then still stands."""
    import tempfile  # five milliseconds that those who only read need not pay

    if wanted and path.is_symlink():
        raise _refused(errno.ELOOP, path)
    if path.exists() and not (path.is_file() or path.is_symlink()):
        raise _refused(errno.EEXIST, path)
    # Where a long name has room there is none for one that is longer still.
    prefix = f".{path.name[:30]}."
    handle, name = tempfile.mkstemp(dir=new_folder(path.parent), prefix=prefix, suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_private(path: Path, data: bytes) -> None:
    """Write a whole file of the program's own, as `writing` does. Raises OSError."""
    with writing(path) as file:
        file.write(data)


def export(path: Path, data: bytes) -> None:
    """Write a whole file that the user wants, as `writing` does. Raises OSError."""
    with writing(path, wanted=True) as file:
        file.write(data)


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file of ours to read from. A symlink, a pipe, or a file of somebody else's is
    refused. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | _NOFOLLOW | _BINARY | _NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or not _ours(status):
            raise _refused(errno.EPERM, path)
        yield file


def read_private(path: Path) -> bytes:
    """The whole of a file, as `reading` gives it. Raises OSError."""
    with reading(path) as file:
        return file.read()


def read_some(path: Path, limit: int) -> bytes:
    """At most `limit` bytes of a file or pipe of the user's: it may have no end. Raises OSError."""
    with path.open("rb") as file:
        return file.read(limit)


def _ours(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def _refused(code: int, path: Path) -> OSError:
    return OSError(code, os.strerror(code), str(path))


def reason_of(error: OSError) -> str:
    """Why a file or folder could not be used, in the system's own words."""
    return error.strerror or type(error).__name__
