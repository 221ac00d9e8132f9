"""Puts a case into one zip file, with checksums that `sha256sum -c` accepts."""

import hashlib
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bfx_help.files import exporting

SUMS = "SHA256SUMS"

_BLOCK = 1 << 20


class Enclosed(NamedTuple):
    """A file of the zip: its bytes, or the file they are read from."""

    name: str
    data: bytes | Path


def write_zip(target: Path, folder: str, files: Iterable[Enclosed], now: datetime) -> None:
    """Write a zip whose files lie in one folder, whole or not at all, for its owner alone. A
    symlink is refused, since it may be planted. Raises OSError."""
    with exporting(target) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        sums = [f"{_put(archive, folder, one, now)}  {one.name}\n" for one in files]
        _put(archive, folder, Enclosed(SUMS, "".join(sums).encode()), now)


def _put(archive: zipfile.ZipFile, folder: str, one: Enclosed, now: datetime) -> str:
    """Add a file block by block; its SHA-256."""
    digest = hashlib.sha256()
    entry = zipfile.ZipInfo(f"{folder}/{one.name}", now.astimezone(UTC).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    with archive.open(entry, "w", force_zip64=True) as inside:
        if isinstance(one.data, bytes):
            digest.update(one.data)
            inside.write(one.data)
            return digest.hexdigest()
        with one.data.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                inside.write(block)
    return digest.hexdigest()
