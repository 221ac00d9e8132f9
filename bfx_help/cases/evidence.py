"""Keeps copies of evidence beside the log, each with its SHA-256, and finds what has changed."""

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bfx_help.cases.log import Log
from bfx_help.cases.records import Exhibit, Trouble
from bfx_help.cases.schema import transaction
from bfx_help.files import files_in, is_folder, private_folder, remove
from bfx_help.model import Own, Value
from bfx_help.plain import file_name

LARGEST = 200_000_000
"""Bytes of one file; nobody can send more than that to support."""

COPIES = r"E\d+-.+|tmp\w{8}\.tmp"
"""Names of copies, and of one that is being made, as a pattern: their folder may hold files of
others too."""

_BLOCK = 1 << 20

# Names and descriptions of documents that prove who somebody is. Those words belong to the code
# like the shapes of secrets in `redact`: they decide what is refused, whatever the content says.
_IDENTITY = re.compile(
    r"passport|(?:national|photo|government)[ _.-]*id\b|(?:\bid|identity|identification)[ _.-]*"
    r"(?:cards?|documents?|docs?|photos?|scans?|proof|front|back|selfie)\b"
    r"|driv(?:er'?s?|ing)[ _.-]*licen[cs]e|residence[ _.-]*permit|selfie|\bid[ _.-]*(?:front|back)"
    r"|proof[ _.-]*of[ _.-]*(?:identity|address)|holding[ _.-]*(?:my[ _.-]*)?id\b"
    r"|身份证|身分證|护照|護照|驾照|駕照|驾驶证|駕駛證|居留证|居留許可|居留许可|户口[本簿]|港澳通行证"
    r"|手持(?:证件|身份|照|護照)|证件(?:照|正面|反面|扫描)|證件|自拍",
    re.IGNORECASE,
)


def is_identity(*words: str) -> bool:
    """Whether a file name or a description speaks of an identity document."""
    return any(_IDENTITY.search(one.replace("_", " ")) for one in words)


class Flaw(StrEnum):
    """What can be wrong with the copy of an exhibit."""

    MISSING = "missing"
    CHANGED = "changed"


class Fault(NamedTuple):
    """An exhibit whose copy is not as it was."""

    number: int
    exhibit: Exhibit
    kind: Flaw


def folder(home: Path, number: int) -> Path:
    """Where the copies of a case lie."""
    return home / "evidence" / str(number)


def copy_of(home: Path, number: int, exhibit: Exhibit) -> Path:
    """The copy of an exhibit."""
    return folder(home, number) / f"{exhibit.id}-{exhibit.name}"


class Description(NamedTuple):
    """What the user says of a file: its name, what it shows, the day or time it shows, and which
    item of the checklist it is."""

    name: Value
    shows: Value
    dated: str = ""
    item: str = ""


def add_evidence(log: Log, home: Path, number: int, source: Path, says: Description) -> Exhibit:
    """Copy a file and number it. Raises `Trouble`; then nothing is kept."""
    log.case(number)
    try:
        private_folder(home / "evidence")
        handle, made = tempfile.mkstemp(dir=private_folder(folder(home, number)), suffix=".tmp")
        temporary = Path(made)
        try:
            with os.fdopen(handle, "wb") as target:
                size, digest = _copied(source, target)
            name = Own(file_name(says.name)[-120:])  # made of a name without secrets
            about = (says.shows, says.dated, says.item)
            exhibit = Exhibit(0, name, size, digest, log.noted, *about)
            return _numbered(log, home, number, temporary, exhibit)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble("evidence-cannot", path=source, reason=reason) from None


def _numbered(log: Log, home: Path, number: int, temporary: Path, exhibit: Exhibit) -> Exhibit:
    """Give the copy its number and its name; of two terminals each gets its own."""
    copy: Path | None = None
    try:
        with transaction(log.connection):
            exhibit = exhibit._replace(label=log.next_label(number))
            log.add_exhibit(number, exhibit)
            copy = temporary.replace(copy_of(home, number, exhibit))
    except BaseException:
        if copy:
            copy.unlink(missing_ok=True)
        raise
    return exhibit


def _copied(source: Path, target: BinaryIO) -> tuple[int, str]:
    """Copy a file block by block; its size and SHA-256."""
    digest, size = hashlib.sha256(), 0
    flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe is not waited for
    handle = os.open(source, os.O_RDONLY | flags)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Trouble("evidence-no-file", path=source)
        while block := file.read(_BLOCK):
            size += len(block)
            if size > LARGEST:
                raise Trouble("evidence-large", path=source, number=LARGEST // 1_000_000)
            digest.update(block)
            target.write(block)
    target.flush()
    os.fsync(target.fileno())
    return size, digest.hexdigest()


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file; `None` where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()


def faults(log: Log, home: Path, number: int) -> Iterator[Fault]:
    """The exhibits of a case whose copy is missing, or is not what was added."""
    for exhibit in log.exhibits(number):
        found = digest_of(copy_of(home, number, exhibit))
        if found != exhibit.digest:
            yield Fault(number, exhibit, Flaw.CHANGED if found else Flaw.MISSING)


def purge(log: Log, home: Path, number: int) -> None:
    """Delete a case with its exhibits. The copies go first: if the power fails in between, the case
    is still there to be deleted. One that is gone already is cleared away once more."""
    if not log.is_gone(number):
        log.case(number)
    where = folder(home, number)
    try:
        remove(files_in(where, COPIES) if is_folder(where) else (), [where])
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble("log-cannot", path=where, reason=reason) from None
    log.drop(number)
