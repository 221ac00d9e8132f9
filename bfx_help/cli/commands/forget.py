"""`forget`: shows what is kept on this computer, and deletes it."""

import re
import tempfile
from functools import partial
from pathlib import Path

from bfx_help import content
from bfx_help.cases.database import LOGS
from bfx_help.cases.exhibits import COPIES
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_questions import agreed
from bfx_help.cli.context import Context
from bfx_help.cli.options import Yes, as_command
from bfx_help.cli.output import write
from bfx_help.cli.settings import Settings
from bfx_help.cli.system_actions import EDITED
from bfx_help.content.compiled import INDEXES, RECORDS
from bfx_help.files import files_in, folders_in, is_folder, is_open_to_others, reason_of, remove
from bfx_help.model import Problem

_DRAFTS = (
    r"\.?\d{8}-\d{6}-\d+\.json(?:\.damaged|\.?\w{8}\.tmp)?"
    r"|\.?case\.unfinished(?:\.\w{8}\.tmp)?|edited-\d{8}-\d{6}\.txt"
)
_CONTENT = rf"\.?(?:{'|'.join(map(re.escape, (RECORDS, *INDEXES)))})(?:-journal|\.?\w{{8}}\.tmp)?"
_SCRATCH = r"tmp\w{8}"
_NUMBER = r"\d+"
_NOTHING = ""
"""Names that the program gives to its files and folders, as patterns: other things may lie in the
home too, and only what is surely ours is deleted. An unfinished file ends in `.tmp`."""


@partial(as_command, keep=False)  # what is about to be deleted is not made first
def command(context: Context, yes: Yes = False) -> int:
    """Show what is kept, and delete it after asking. Raises `Problem` where that fails."""
    home = context.settings.home
    try:
        folders = _folders(context.settings)
        files = sorted(
            path for folder, names in folders.items() for path in files_in(folder, names)
        )
        if not files:
            write(context.word("forget-nothing", path=home))
        else:
            listed = [context.word("forget-kept", path=home), *(f"  {path}" for path in files)]
            write("\n".join(listed))
            if not yes and not agreed(Asker(context), "forget-ask"):
                write(context.word("forget-left"))
                return 1
        _let_go(context)
        remove(files, reversed(folders))
    except OSError as error:
        reason, path = reason_of(error), error.filename or home
        raise Problem(context.word("forget-failed", path=path, reason=reason)) from None
    if files:
        write(context.word("forget-done"))
    for folder in context.settings.homes:
        if folder.is_dir() and any(folder.iterdir()):
            write(context.word("forget-others", path=folder))
    return 0


def _folders(settings: Settings) -> dict[Path, str]:
    """The folders in which the program keeps files, outer ones first, each with the names of its
    files. A home may be a symlink, what is in it may not."""
    homes, folders = settings.homes, dict[Path, str]()
    caches = [home / "cache" for home in homes]
    if settings.cache.parent not in homes:
        caches.append(settings.cache)
    for home in homes:
        evidence = home / "evidence"
        folders |= {home: LOGS, home / "drafts": _DRAFTS, evidence: _NOTHING}
        folders |= dict.fromkeys(folders_in(evidence, _NUMBER), COPIES)
    for cache in caches:
        folders |= dict.fromkeys([cache, *folders_in(cache, _SCRATCH)], _CONTENT)
    # A text that lay in an editor when the power failed.
    edited = folders_in(Path(tempfile.gettempdir()), rf"{EDITED}\w{{8}}")
    folders |= {folder: ".+" for folder in edited if not is_open_to_others(folder)}
    return {path: names for path, names in folders.items() if path in homes or is_folder(path)}


def _let_go(context: Context) -> None:
    """Close the kept copy of the content, or some systems refuse to delete it; what is still to be
    said is read before."""
    for key in ("forget-done", "forget-failed", "forget-others"):
        context.content.interface.get(key)
    content.close(context.content)
