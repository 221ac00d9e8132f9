"""Stores copies of evidence beside the log with their SHA-256, and finds changed ones."""

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bfx_help.cases.database import COPY
from bfx_help.cases.migrations import transaction
from bfx_help.cases.records import CaseLogError, Exhibit
from bfx_help.cases.store import Log
from bfx_help.files import files_in, is_folder, private_folder, reason_of, remove
from bfx_help.model import Own, Value
from bfx_help.name_lists import pattern_of
from bfx_help.plain import file_name

LARGEST = 200_000_000  # bytes of one file; support takes no larger ones

COPIES = r"E\d+-.+|tmp\w{8}\.tmp"
"""Names of copies, also of one being made, as a pattern: others may have files in their folder."""

_BLOCK = 1 << 20

_IDENTITY = re.compile(pattern_of("documents", "identity"), re.IGNORECASE)


def is_identity(*words: str) -> bool:
    """Whether a file name or a description names an identity document."""
    return any(_IDENTITY.search(word.replace("_", " ")) for word in words)


class Flaw(StrEnum):
    """What can be wrong with the copy of an exhibit."""

    MISSING = "missing"
    CHANGED = "changed"


class ExhibitFault(NamedTuple):
    """An exhibit whose copy is missing or changed."""

    number: int
    exhibit: Exhibit
    kind: Flaw


def folder(home: Path, number: int) -> Path:
    """The folder with the copies of a case."""
    return home / "evidence" / str(number)


def copy_of(home: Path, number: int, exhibit: Exhibit) -> Path:
    """The copy of an exhibit."""
    return folder(home, number) / exhibit.file


class Description(NamedTuple):
    """A file as the user describes it: name, what it shows, when, its item of the checklist."""

    name: Value
    shows: Value
    dated: str = ""
    item: str = ""


def add_evidence(
    log: Log, home: Path, number: int, source: Path, description: Description
) -> Exhibit:
    """Copy a file and number it. Raises `CaseLogError`; then no copy stays."""
    log.case(number)
    try:
        private_folder(home / "evidence")
        handle, path = tempfile.mkstemp(dir=private_folder(folder(home, number)), suffix=".tmp")
        temporary = Path(path)
        try:
            with os.fdopen(handle, "wb") as target:
                size, digest = _copied(source, target)
            name = Own(file_name(description.name)[-120:])  # from a name without secrets
            about = (description.shows, description.dated, description.item)
            exhibit = Exhibit(0, name, size, digest, log.noted, *about)
            return _numbered(log, home, number, temporary, exhibit)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CaseLogError("evidence-cannot", path=source, reason=reason_of(error)) from None


def _numbered(log: Log, home: Path, number: int, temporary: Path, exhibit: Exhibit) -> Exhibit:
    """Give the copy its number and its name."""
    copy: Path | None = None
    try:
        with transaction(log.connection):
            exhibit = log.add_exhibit(number, exhibit)
            copy = temporary.replace(copy_of(home, number, exhibit))
    except BaseException:
        if copy:
            copy.unlink(missing_ok=True)
        raise
    return exhibit


def _copied(source: Path, target: BinaryIO) -> tuple[int, str]:
    """Copy a file block by block; return its size and SHA-256."""
    digest, size = hashlib.sha256(), 0
    flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe is not waited for
    handle = os.open(source, os.O_RDONLY | flags)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise CaseLogError("evidence-no-file", path=source)
        while block := file.read(_BLOCK):
            size += len(block)
            if size > LARGEST:
                raise CaseLogError("evidence-large", path=source, number=LARGEST // 1_000_000)
            digest.update(block)
            target.write(block)
    target.flush()
    os.fsync(target.fileno())
    return size, digest.hexdigest()


def faults(log: Log, home: Path, number: int) -> Iterator[ExhibitFault]:
    """The exhibits of a case whose copy is missing or changed."""
    for exhibit in log.exhibits(number):
        try:
            with copy_of(home, number, exhibit).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            yield ExhibitFault(number, exhibit, Flaw.MISSING)
        else:
            if digest != exhibit.digest:
                yield ExhibitFault(number, exhibit, Flaw.CHANGED)


def purge(log: Log, home: Path, number: int) -> None:
    """Delete a case with its exhibits. The copies go first: if the power fails in between, the case
    can still be deleted. For a deleted case, this removes what is left."""
    if not log.was_deleted(number):
        log.case(number)
    copies = folder(home, number)
    try:
        remove(files_in(copies, COPIES) if is_folder(copies) else (), [copies])
        (home / COPY).unlink(missing_ok=True)  # it is made anew when the case is gone
    except OSError as error:
        raise CaseLogError("log-cannot", path=copies, reason=reason_of(error)) from None
    log.delete(number)
