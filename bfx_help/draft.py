"""Keeps the answers of unfinished conversations, each in one file that only its owner can read."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.files import write_private
from bfx_help.model import Own, Redacted

VERSION = 1


class Draft(NamedTuple):
    """A conversation as far as it went: enough to go on at the same question.

    `heard` is what the first words said, `trail` the ids in the order in which they were answered,
    `asked` how many prompts there were, `read` the FAQ entries opened.
    """

    answers: Mapping[str, Redacted | Own]
    heard: Mapping[str, Redacted | Own]
    ignored: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    asked: int = 0
    read: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    saved: str = ""


def save(path: Path, draft: Draft) -> None:
    """Write a draft with mode 0600 in a folder of mode 0700. Raises OSError."""
    data = {"version": VERSION, **draft._asdict()}
    write_private(path, json.dumps(data, ensure_ascii=False, indent=1).encode())


def load(path: Path) -> Draft | None:
    """The draft in a file, or None if there is none that this program can read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data.pop("version") != VERSION:
            return None
        return _draft(data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _draft(data: dict[str, Any]) -> Draft:
    return Draft(
        answers={str(key): Own(str(value)) for key, value in data["answers"].items()},
        heard={str(key): Own(str(value)) for key, value in data["heard"].items()},
        ignored=tuple(map(str, data["ignored"])),
        trail=tuple(map(str, data["trail"])),
        asked=int(data["asked"]),
        read=tuple(map(str, data["read"])),
        passed=tuple(map(str, data["passed"])),
        saved=str(data["saved"]),
    )


def newest(folder: Path) -> tuple[Path, Draft] | None:
    """The draft that was saved last, with its file."""
    try:
        found = [(path, load(path)) for path in folder.glob("*.json")]
    except OSError:
        return None
    drafts = [(draft.saved, path, draft) for path, draft in found if draft]
    return max(drafts)[1:] if drafts else None


def discard(path: Path) -> None:
    """Delete a draft; it does not matter whether it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
