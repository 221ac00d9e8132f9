"""The `forget` command: shows what is kept on this computer, and deletes it."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import write
from bfx_help.model import Problem

_FOLDERS = ("drafts", "cache", "evidence")
_FILES = "cases*.sqlite*"
"""What the program keeps, by name: the folder itself may be one that other things lie in too."""


def forget(desk: Desk, yes: bool) -> int:
    """Show what is kept, and delete it after asking. Raises `Problem` where that fails."""
    home = desk.settings.home
    try:
        ours = _ours(home)
        files = sorted(file for one in ours for file in _files(one))
        if not files:
            write(desk.word("forget-nothing", path=home))
        else:
            write("\n".join([desk.word("forget-kept", path=home), *(f"  {one}" for one in files)]))
            if not yes and not _agreed(desk):
                write(desk.word("forget-left"))
                return 1
        _let_go(desk)
        _delete(ours, home)
    except OSError as error:
        reason, path = error.strerror or type(error).__name__, error.filename or home
        raise Problem(desk.word("forget-failed", path=path, reason=reason)) from None
    if files:
        write(desk.word("forget-done"))
    if home.is_dir() and any(home.iterdir()):
        write(desk.word("forget-others", path=home))
    return 0


def _ours(home: Path) -> list[Path]:
    """The folders and files in `home` that are the program's."""
    if not home.is_dir():
        return []
    os.scandir(home).close()  # globbing finds nothing, in silence, where it may not read
    folders = [home / name for name in _FOLDERS]
    return [one for one in folders if one.is_symlink() or one.exists()] + [*home.glob(_FILES)]


def _files(path: Path) -> Iterator[Path]:
    """The files in a folder and below it; a symlink is itself, whatever it leads to."""
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    with os.scandir(path) as entries:
        below = [Path(entry.path) for entry in entries]
    for one in below:
        yield from _files(one)


def _let_go(desk: Desk) -> None:
    """Close the kept copy of the content, or some systems refuse to delete it; what is still to be
    said is read before."""
    for key in ("forget-done", "forget-failed", "forget-others"):
        desk.content.interface.get(key)
    if desk.content.compiled:
        desk.content.compiled.close()


def _delete(ours: Sequence[Path], home: Path) -> None:
    for one in ours:
        if one.is_symlink() or not one.is_dir():
            one.unlink()
        else:
            shutil.rmtree(one)
    if home.is_dir() and not home.is_symlink() and not any(home.iterdir()):
        home.rmdir()


def _agreed(desk: Desk) -> bool:
    from bfx_help.cli.ask import terminal_for
    from bfx_help.terminal import Choice, EndOfInput, Prompt

    choices = (Choice("no", desk.word("forget-no")), Choice("yes", desk.word("forget-yes")))
    try:
        prompt = Prompt(desk.word("forget-ask"), choices, default="no")
        return terminal_for(lambda: desk).ask(prompt) == "yes"
    except EndOfInput:
        if sys.stdin.isatty():
            raise KeyboardInterrupt from None  # Ctrl-D leaves as Ctrl-C does
        return False
