"""Opens the desk for a command: settings, then the content they lead to."""

import sqlite3
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bfx_help import content
from bfx_help.cli.desk import Desk
from bfx_help.cli.settings import read_settings
from bfx_help.files import is_open_to_others
from bfx_help.model import Elsewhere, Entry, Language, Problem, Text
from bfx_help.plain import plain as harmless

if TYPE_CHECKING:  # a dozen milliseconds that only a search need pay
    from bfx_help import search
    from bfx_help.interview.understand import Parts


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
    cache = settings.home / "cache"
    if tell and sys.stderr.isatty() and not cache.exists():
        print(_FIRST, file=sys.stderr)  # noqa: T201 - no terminal is open before the content is
    try:
        desk = Desk(settings, content.load(settings.data, cache, _add_index, keep=keep))
    except content.ContentError as error:
        raise Problem(error.in_(settings.language)) from None
    return desk.in_traditional() if settings.traditional else desk


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


def _add_index(connection: sqlite3.Connection, loaded: content.Content) -> None:
    """Keep the index of the search beside the compiled content."""
    from bfx_help import search

    search.store(_index(loaded), connection)


def _index(loaded: content.Content) -> "search.BuiltIndex":
    from bfx_help import search

    return search.build(documents(loaded.faq.values(), loaded.elsewhere.values()))


def documents(
    entries: Iterable[Entry], elsewhere: Iterable[Elsewhere] = ()
) -> "tuple[search.Document, ...]":
    """The FAQ as the search takes it, and what the desk is asked although it is answered
    elsewhere."""
    from bfx_help.search import Document

    own = (Document(one.id, one.topic, sum(one.phrasings, ()), one.question) for one in entries)
    others = (Document(one.id, None, sum(one.phrasings, ())) for one in elsewhere)
    return (*own, *others)


def search_index(desk: Desk) -> "search.Index":
    """The index of the search: the kept one, or a new one where nothing can be kept."""
    from bfx_help import search

    kept = desk.content.compiled
    return search.StoredIndex(kept) if kept else _index(desk.content)


def situation_index(desk: Desk) -> "tuple[Parts, search.Index]":
    """What understanding the first words needs: its parts of the content, and the index of the
    situations with what is answered elsewhere."""
    from bfx_help import search
    from bfx_help.interview.lexicon import lexicon
    from bfx_help.interview.understand import Parts

    content = desk.content
    own = (
        search.Document(
            item.id, item.topic, sum(item.phrasings, ()), against=sum(item.not_phrasings, ())
        )
        for item in content.situations.values()
        if any(item.phrasings)
    )
    others = (
        search.Document(item.id, None, sum(item.phrasings, ()))
        for item in content.elsewhere.values()
    )
    topic = content.roles.emergency.situation.partition(".")[0]
    emergencies = frozenset(name for name in content.situations if name.startswith(f"{topic}."))
    parts = Parts(lexicon(content.concepts), content.signs, emergencies=emergencies)
    return parts, search.build((*own, *others))
