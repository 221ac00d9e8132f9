"""Keeps the answers of unfinished conversations, each in one file that only its owner can read."""

import contextlib
import json
import os
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.files import private_folder, read_private, write_private
from bfx_help.interview.progress import Interview, Origin
from bfx_help.model import Own
from bfx_help.plain import plain_json

VERSION = 2

ABANDONED = 86_400
"""Seconds after which nobody saves to a file any more that is still empty."""

DAMAGED = ".damaged"
"""Ends the name of a draft that is kept aside."""

UNSENT_DAYS = 90
"""Days for which a text that was not sent is kept."""


class Draft(NamedTuple):
    """An interview as it is kept. `prompts` counts what was asked, `saved` is when it was saved
    (ISO, with its zone), `text` the finished text that was not sent yet, `channel` its channel,
    `lost` how many lines of the file cannot be read."""

    interview: Interview
    prompts: int = 0
    saved: str = ""
    text: str = ""
    channel: str = ""
    lost: int = 0


def new(folder: Path, name: str) -> Path:
    """A file for a new draft, still empty; two programs get two. Raises OSError."""
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
    """Write a draft with mode 0600: a line for each answer, with its checksum. Raises OSError."""
    interview = draft.interview
    rows: list[Row] = [
        ("version", "", VERSION),
        *(("prompts", "", draft.prompts), ("saved", "", draft.saved)),
        *(("text", "", draft.text), ("channel", "", draft.channel)),
        *(("answers", name, value) for name, value in interview.answers.items()),
        *(("sources", name, source.value) for name, source in interview.sources.items()),
        *(("trail", "", list(interview.trail)), ("read", "", list(interview.read))),
    ]
    rows.append(("rows", "", len(rows)))
    private_folder(path.parent)
    write_private(path, "".join(map(_line, rows)).encode())


Row = tuple[str, str, Any]
"""A field of a draft, the name of the answer where it is one, and the value."""


def _line(row: Row) -> str:
    body = json.dumps(row, ensure_ascii=False)
    return plain_json(f"[{checksum(row)}, {body}]\n")


def checksum(row: Sequence[Any]) -> int:
    """The checksum of a row of a draft."""
    return zlib.crc32(json.dumps(list(row)).encode())


def load(path: Path) -> Draft | None:
    """The draft in a file as far as it can be read; None if nothing of it can be."""
    try:
        data = read_private(path)
        if data.lstrip().startswith(b"{"):
            return _first_version(json.loads(data))
        return _of_rows(data, path.stat().st_mtime)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _first_version(data: dict[str, Any]) -> Draft | None:
    """A draft of version 0.1: its answers; what the content no longer asks is left out later."""
    if data["version"] != 1:
        return None
    answers = {str(name): Own(str(value)) for name, value in data["answers"].items()}
    interview = Interview().answer_all(answers, Origin.TYPED)
    return Draft(interview, int(data["asked"]), _time(data["saved"]).isoformat())


def _of_rows(data: bytes, changed: float) -> Draft | None:
    """The draft in the rows that are as they were written; where the time of the save is lost, the
    file was `changed` then."""
    read = [_row(line) for line in data.decode("utf-8", "replace").split("\n") if line]
    rows = [row for row in read if row]
    single = {field: value for field, _, value in rows}
    answers = {str(name): Own(str(value)) for field, name, value in rows if field == "answers"}
    sources = {name: value for field, name, value in rows if field == "sources"}
    lost = max(single.get("rows", len(read)) + 1, len(read)) - len(rows)
    if single.get("version", VERSION) != VERSION or (lost and not answers):
        return None
    saved = single.get("saved") or datetime.fromtimestamp(changed, UTC).isoformat()
    trail = tuple(map(str, single.get("trail", ())))
    interview = Interview(
        answers=answers,
        sources={name: Origin(sources.get(name, Origin.TYPED)) for name in answers},
        trail=(*trail, *(name for name in answers if name not in trail)),
        read=tuple(map(str, single.get("read", ()))),
    )
    return Draft(
        interview,
        int(single.get("prompts", 0)),
        _time(saved).isoformat(),
        str(single.get("text", "")),
        str(single.get("channel", "")),
        lost,
    )


def _row(line: str) -> Row | None:
    """The row in a line; None if it is not as it was written."""
    try:
        found, row = json.loads(line)
        return tuple(row) if found == checksum(row) and len(row) == 3 else None
    except (ValueError, TypeError, RecursionError):
        return None


def unreadable(folder: Path) -> tuple[Path, ...]:
    """The drafts of which nothing can be read. Raises OSError."""
    found = sorted(folder.glob("*.json"))
    return tuple(path for path in found if path.stat().st_size and load(path) is None)


def set_aside(path: Path) -> Path:
    """Keep a damaged draft as it is under another name, which is returned. Raises OSError."""
    return path.replace(path.with_name(path.name + DAMAGED))


def _time(saved: str) -> datetime:
    time = datetime.fromisoformat(saved)
    if time.tzinfo is None:
        raise ValueError("a time without its zone is none")
    return time


def newest(folder: Path) -> tuple[Path, Draft] | None:
    """The unfinished draft that was saved last, with its file."""
    return next((found for found in _drafts(folder) if not found[1].text), None)


def unsent(folder: Path) -> tuple[Path, Draft] | None:
    """The finished text that was saved last and not sent, with its file."""
    return next(iter(all_unsent(folder)), None)


def all_unsent(folder: Path) -> tuple[tuple[Path, Draft], ...]:
    """Every finished text that was not sent, with its file, the latest first."""
    return tuple(found for found in _drafts(folder) if found[1].text)


def forget_old(folder: Path, now: datetime) -> None:
    """Delete finished texts that nobody sent for ninety days."""
    for path, draft in all_unsent(folder):
        if (now - _time(draft.saved)).days > UNSENT_DAYS:
            discard(path)


def _saved(found: tuple[Path, Draft]) -> tuple[datetime, Path]:
    return _time(found[1].saved), found[0]


def _drafts(folder: Path) -> list[tuple[Path, Draft]]:
    """All drafts that can be read, the latest first."""
    try:
        read = [(path, load(path)) for path in folder.glob("*.json")]
    except OSError:
        return []
    return sorted(((path, draft) for path, draft in read if draft), key=_saved, reverse=True)


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
