"""Keeps the answers of unfinished conversations, each in one file that only its owner can read."""

import contextlib
import json
import os
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.files import private_folder, read_private, write_private
from bfx_help.model import Answers, Own
from bfx_help.plain import plain_json

VERSION = 2

DAMAGED = ".damaged"
"""Ends the name of a draft that is kept aside."""

ABANDONED = 86_400
"""Seconds after which nobody saves to a file any more that is still empty."""


class Draft(NamedTuple):
    """A conversation as far as it went: enough to go on at the same question.

    `heard` is what the first words said, `trail` the ids in the order in which they were answered,
    `asked` how many prompts there were, `read` the FAQ entries opened, `passed` what was shown or
    settled already, `ignored` the ids of what was heard and then corrected, `saved` the time of the
    save (ISO, with its zone), `lost` how many of its lines cannot be read.
    """

    answers: Answers
    heard: Answers
    ignored: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    asked: int = 0
    read: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    saved: str = ""
    lost: int = 0


def new(folder: Path, name: str) -> Path:
    """A file for a new draft, still empty: of two programs that start at once each gets its own.
    Raises OSError."""
    private_folder(folder)
    number = 1
    while True:
        path = folder / f"{name}-{number}.json"
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
        else:
            _clear(folder, path.stat().st_mtime)
            return path


def _clear(folder: Path, now: float) -> None:
    """Delete what programs that were killed before the first answer have left."""
    for path in folder.glob("*.json"):
        with contextlib.suppress(OSError):  # another program may be at it too
            status = path.lstat()
            if not status.st_size and now - status.st_mtime > ABANDONED:
                path.unlink()


def claim(path: Path, own: Path) -> None:
    """Move a draft to a file of one's own: of two programs that go on with the same one, neither
    then overwrites what the other saves. Where that fails `own` stays empty, to be saved to."""
    try:
        path.replace(own)
    except OSError:
        return  # the other one was first; the next save writes everything


def save(path: Path, draft: Draft) -> None:
    """Write a draft with mode 0600 in a folder of mode 0700: a line for each answer, each with its
    checksum. Raises OSError."""
    rows: list[tuple[str, str, Any]] = [("version", "", VERSION)]
    for field, value in draft._replace(lost=0)._asdict().items():
        items = value.items() if isinstance(value, Mapping) else [("", value)]
        rows += [(field, name, one) for name, one in items]
    rows.append(("rows", "", len(rows)))
    private_folder(path.parent)
    write_private(path, "".join(map(_line, rows)).encode())


def _line(row: tuple[str, str, Any]) -> str:
    body = json.dumps(row, ensure_ascii=False)
    return plain_json(f"[{checksum(row)}, {body}]\n")


def checksum(row: Sequence[Any]) -> int:
    """The checksum of a row of a draft."""
    return zlib.crc32(json.dumps(list(row)).encode())


def load(path: Path) -> Draft | None:
    """The draft in a file as far as it can be read; `None` if nothing of it can be."""
    try:
        data = read_private(path)
        if data.lstrip().startswith(b"{"):
            return _first_version(json.loads(data))
        return _of_rows(data, path.stat().st_mtime)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _first_version(data: dict[str, Any]) -> Draft | None:
    return _draft(data) if data.pop("version") == 1 else None


def _of_rows(data: bytes, changed: float) -> Draft | None:
    """The draft in the rows that are as they were written; where the time of the save is lost, the
    file was `changed` then."""
    read = [_row(line) for line in data.decode("utf-8", "replace").split("\n") if line]
    rows = [row for row in read if row]
    found: dict[str, Any] = {"answers": {}, "heard": {}, "asked": 0, "rows": len(read)}
    found |= dict.fromkeys(("ignored", "trail", "read", "passed"), ())
    found["saved"] = datetime.fromtimestamp(changed, UTC).isoformat()
    for field, name, value in rows:
        if field in ("answers", "heard"):
            found[field][name] = value
        else:
            found[field] = value
    lost = max(found["rows"] + 1, len(read)) - len(rows)
    nothing = lost and not found["answers"] and not found["heard"]
    if nothing or found.get("version", VERSION) != VERSION:
        return None
    return _draft(found)._replace(lost=lost)


def _row(line: str) -> tuple[str, str, Any] | None:
    """The row in a line; `None` if it is not as it was written."""
    try:
        found, row = json.loads(line)
        return tuple(row) if found == checksum(row) and len(row) == 3 else None
    except (ValueError, TypeError, RecursionError):
        return None


def _draft(data: Mapping[str, Any]) -> Draft:
    """The draft in the data. Its answers were redacted before they were saved; to redact them again
    would hide what the user kept. `Own` stands for them, since only `redact` makes `Redacted`."""
    return Draft(
        answers={str(key): Own(str(value)) for key, value in data["answers"].items()},
        heard={str(key): Own(str(value)) for key, value in data["heard"].items()},
        ignored=tuple(map(str, data["ignored"])),
        trail=tuple(map(str, data["trail"])),
        asked=int(data["asked"]),
        read=tuple(map(str, data["read"])),
        passed=tuple(map(str, data["passed"])),
        saved=_time(data["saved"]).isoformat(),
    )


def _time(saved: str) -> datetime:
    time = datetime.fromisoformat(saved)
    if time.tzinfo is None:
        raise ValueError("a time without its zone is none")
    return time


def newest(folder: Path) -> tuple[Path, Draft] | None:
    """The draft that was saved last, with its file."""
    try:
        found = [(path, load(path)) for path in folder.glob("*.json")]
    except OSError:
        return None
    drafts = [(path, draft) for path, draft in found if draft]
    return max(drafts, key=lambda one: (_time(one[1].saved), one[0]), default=None)


def unreadable(folder: Path) -> tuple[Path, ...]:
    """The drafts of which nothing can be read. Raises OSError."""
    found = sorted(folder.glob("*.json"))
    return tuple(one for one in found if one.stat().st_size and load(one) is None)


def set_aside(path: Path) -> Path:
    """Keep a damaged draft as it is under another name, which is returned. Raises OSError."""
    return path.replace(path.with_name(path.name + DAMAGED))


def discard(path: Path) -> None:
    """Delete a draft; it does not matter whether it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def is_kept(path: Path) -> bool:
    """Whether something was saved in it; a file that is still empty is deleted."""
    try:
        if path.stat().st_size:
            return True
    except OSError:
        return False
    discard(path)
    return False
