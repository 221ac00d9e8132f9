"""Keeps the answers of unfinished conversations, each in one file that only its owner can read."""

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.files import private_folder, read_private, write_private
from bfx_help.interview.interview import Interview, Source
from bfx_help.model import Own
from bfx_help.plain import plain_json

VERSION = 2

ABANDONED = 86_400
"""Seconds after which nobody saves to a file any more that is still empty."""


class Draft(NamedTuple):
    """An interview as it is kept. `prompts` counts what was asked, `saved` is when it was saved
    (ISO, with its zone), `text` the finished text that was not sent yet, `channel` its channel."""

    interview: Interview
    prompts: int = 0
    saved: str = ""
    text: str = ""
    channel: str = ""


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
    """Write a draft with mode 0600 in a folder of mode 0700. Raises OSError."""
    content = {**draft._asdict(), "interview": draft.interview._asdict()}
    data = json.dumps({"version": VERSION, **content}, ensure_ascii=False, indent=1, default=dict)
    private_folder(path.parent)
    write_private(path, plain_json(data).encode())


def load(path: Path) -> Draft | None:
    """The draft in a file, or None if there is none that this program can read."""
    try:
        data = json.loads(read_private(path))
        if data.pop("version") != VERSION:
            return None
        return _draft(data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _draft(data: dict[str, Any]) -> Draft:
    return Draft(
        interview=_interview(data["interview"]),
        prompts=int(data["prompts"]),
        saved=_time(data["saved"]).isoformat(),
        text=str(data["text"]),
        channel=str(data["channel"]),
    )


def _interview(data: dict[str, Any]) -> Interview:
    """The interview in the data. Its answers were redacted before they were saved; to redact them
    again would hide what the user kept. `Own` stands for them, since only `redact` makes
    `Redacted`."""
    return Interview(
        answers={str(key): Own(str(value)) for key, value in data["answers"].items()},
        sources={str(key): Source(value) for key, value in data["sources"].items()},
        trail=tuple(map(str, data["trail"])),
        read=tuple(map(str, data["read"])),
        later=tuple(map(str, data["later"])),
    )


def _time(saved: str) -> datetime:
    time = datetime.fromisoformat(saved)
    if time.tzinfo is None:
        raise ValueError("a time without its zone is none")
    return time


KEPT_DAYS = 90
"""Days for which a text that was not sent is kept."""


def newest(folder: Path) -> tuple[Path, Draft] | None:
    """The unfinished draft that was saved last, with its file."""
    return _latest(folder, finished=False)


def unsent(folder: Path) -> tuple[Path, Draft] | None:
    """The finished text that was saved last and not sent, with its file."""
    return _latest(folder, finished=True)


def all_unsent(folder: Path) -> tuple[tuple[Path, Draft], ...]:
    """Every finished text that was not sent, the latest first."""
    found = [(path, draft) for path, draft in _drafts(folder) if draft.text]
    return tuple(sorted(found, key=_saved, reverse=True))


def forget_old(folder: Path, now: datetime) -> None:
    """Delete finished texts that nobody sent for ninety days."""
    for path, draft in all_unsent(folder):
        if (now - _time(draft.saved)).days > KEPT_DAYS:
            discard(path)


def _latest(folder: Path, *, finished: bool) -> tuple[Path, Draft] | None:
    found = [(path, draft) for path, draft in _drafts(folder) if bool(draft.text) is finished]
    return max(found, key=_saved, default=None)


def _saved(found: tuple[Path, Draft]) -> tuple[datetime, Path]:
    return _time(found[1].saved), found[0]


def _drafts(folder: Path) -> list[tuple[Path, Draft]]:
    try:
        found = [(path, load(path)) for path in folder.glob("*.json")]
    except OSError:
        return []
    return [(path, draft) for path, draft in found if draft]


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
