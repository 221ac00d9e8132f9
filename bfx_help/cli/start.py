"""Opens the desk for a command: settings, then the content they lead to."""

import sqlite3
import sys
from datetime import datetime
from pathlib import Path

from bfx_help import content
from bfx_help.cli.desk import Desk
from bfx_help.cli.settings import read_settings
from bfx_help.files import is_open_to_others
from bfx_help.model import Language, Problem, Text
from bfx_help.plain import plain as harmless

_FIRST = "One moment, preparing the answers. 请稍候，正在准备内容。"
"""Said while the content is read for the first time, so in both languages."""


def open_desk(
    now: datetime | None = None,
    *,
    lang: str | None = None,
    data: Path | None = None,
    plain: bool = False,
    keep: bool = True,
    tell: bool = False,
) -> Desk:
    """The desk for one command; without `keep` nothing is written, not even a compiled copy of the
    content. With `tell`, somebody at a terminal is told where it takes two seconds. Raises `Usage`,
    or `Problem` with all that is wrong with the content."""
    settings = read_settings(lang=lang, data=data, plain=plain, now=now)
    _refuse_shared(settings.home, settings.language)
    cache = settings.cache
    if tell and sys.stderr.isatty() and not cache.exists():
        print(_FIRST, file=sys.stderr)  # noqa: T201 - no terminal is open before the content is
    try:
        desk = Desk(settings, content.load(settings.data, cache, _add_indexes, keep=keep))
    except content.ContentError as error:
        raise Problem(error.in_(settings.language)) from None
    return desk.in_traditional() if settings.traditional else desk


def _add_indexes(connection: sqlite3.Connection, made: content.Content) -> None:
    from bfx_help.interview import indexes  # which only the first search has to make

    indexes.add(connection, made)


def _refuse_shared(home: Path, language: Language) -> None:
    """Raise `Problem` where others can write in the home: they could change what is kept there, the
    list of official contacts too. It is said before anything is read from it."""
    if not is_open_to_others(home):
        return
    import shlex

    where = shlex.quote(harmless(str(home), keep=""))
    says = Text(
        f"Other people can write in {where}, where bfx-help keeps its files, so it is not used."
        f" Take that right away: chmod 700 {where} ; or if the folder is not yours, set"
        " BFX_HELP_HOME to a folder of yours.",
        f"其他人可以写入 bfx-help 存放文件的 {where}，所以没有使用它。"
        f"请收回权限：chmod 700 {where}；"
        "如果文件夹不是您的，请把 BFX_HELP_HOME 设为您自己的文件夹。",
    )
    raise Problem(says.in_(language))
