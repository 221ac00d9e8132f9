"""Puts a case into one zip file, with checksums that `sha256sum -c` accepts."""

import hashlib
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from bfx_help.files import writing

SUMS = "SHA256SUMS"

_BLOCK = 1 << 20


class Enclosed(NamedTuple):
    """A file of the zip: its bytes, or the path to read them from."""

    name: str
    data: bytes | Path


def write_zip(target: Path, folder: str, files: Iterable[Enclosed], now: datetime) -> None:
    """Write a private zip, whole or not at all; a planted symlink is refused. Raises OSError."""
    with (
        writing(target, wanted=True) as stream,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        sums = [f"{_put(archive, folder, file, now)}  {file.name}\n" for file in files]
        _put(archive, folder, Enclosed(SUMS, "".join(sums).encode()), now)


def _put(archive: zipfile.ZipFile, folder: str, enclosed: Enclosed, now: datetime) -> str:
    """Add a file block by block; return its SHA-256."""
    data, digest = enclosed.data, hashlib.sha256()
    entry = zipfile.ZipInfo(f"{folder}/{enclosed.name}", now.astimezone(UTC).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    with (
        archive.open(entry, "w", force_zip64=True) as inside,
        BytesIO(data) if isinstance(data, bytes) else data.open("rb") as stream,
    ):
        while block := stream.read(_BLOCK):
            digest.update(block)
            inside.write(block)
    return digest.hexdigest()
