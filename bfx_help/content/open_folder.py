"""Opens a content folder: its compiled copy where that is fresh, else its files, checked."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bfx_help.content import compiled
from bfx_help.content import folder as folders
from bfx_help.content.content import Content
from bfx_help.content.faults import ContentError, lines_of
from bfx_help.content.folder import bundled
from bfx_help.content.tables import TABLES, kinds_of

if TYPE_CHECKING:
    from bfx_help.content.read_folder import Examined  # most of the package, which a copy saves

Extra = Callable[[str, sqlite3.Connection, Content], None]
"""Fills the index of that name, which lies beside the compiled content."""


def load(
    folder: Path | None = None,
    cache: Path | None = None,
    extra: Extra | None = None,
    *,
    keep: bool = True,
    before_compiling: Callable[[], None] = lambda: None,
) -> Content:
    """The checked content of a folder, or the shipped one: from the copy that travels with the
    program, or that in the `cache`, which is made anew where it is not fresh. `extra` fills an
    index when it is first wanted. Without `keep` nothing is written. `before_compiling` is called
    where the files must be read, which takes seconds. Raises `ContentError`."""
    where = folders.look(folder or bundled())
    travels = where.path == bundled() and TRAVELLING.is_dir()
    if travels and (there := _opened(TRAVELLING, compiled.portable_key(where), None)):
        return there
    key = compiled.key_for(where) if cache else ""
    made = extra if keep else None
    if cache and (there := _opened(cache, key, made)):
        return there
    before_compiling()
    found = _examined(where.path, compiled.key_for(where))
    if found.faults:
        raise ContentError(found.faults)
    if cache and keep and write(found.content, cache, key):
        return _opened(cache, key, made) or found.content
    return found.content


TRAVELLING = Path(__file__).parents[1] / "compiled"
"""Where the copy lies that was made when the wheel was built."""


@lru_cache(4)
def _examined(path: Path, _key: str) -> "Examined":
    """The content of a folder, and what is wrong with it. A process that runs one command after
    another reads a folder that stays the same once."""
    from bfx_help.content.read_folder import (
        examined,  # most of the package, which later starts save
    )

    return examined(folders.look(path))


def close(content: Content) -> None:
    """Close the copy that the content is read from: nothing more can be read."""
    _compiled.cache_clear()
    if content.compiled:
        content.compiled.close()


def write(content: Content, folder: Path, key: str) -> bool:
    """Whether the records could be written into a copy."""
    tables = {name: content.table(name) for name in TABLES}
    return compiled.write(folder, key, tables, content.warnings)


def write_index(content: Content, folder: Path, key: str, name: str, extra: Extra) -> bool:
    """Whether the index of that name could be written into a copy."""
    return compiled.write_file(folder, key, name, lambda file: extra(name, file, content))


def _opened(folder: Path, key: str, extra: Extra | None) -> Content | None:
    """The content of a copy; `None` where it cannot be used. A process that runs one command after
    another opens a copy that stays the same once."""
    stamp = compiled.stamp_of(folder)
    return _compiled(folder, key, extra, stamp) if stamp else None


@lru_cache(4)
def _compiled(
    folder: Path, key: str, extra: Extra | None, _stamp: compiled.Unchanged
) -> Content | None:
    """The content that a copy holds; an index is made when it is first wanted."""
    connection = compiled.opened(folder, key)
    if connection is None:
        return None
    warnings = tuple(compiled.warnings(connection))

    def index(name: str) -> sqlite3.Connection | None:
        found = compiled.opened(folder, key, name)
        if found is None and extra and write_index(content, folder, key, name, extra):
            found = compiled.opened(folder, key, name)
        return found

    content = Content(lambda name: compiled.Stored(connection, name), warnings, connection, index)
    return content


@cache
def shipped() -> Content:
    """The content shipped with the program, part by part, not checked again: the tests do that."""
    from bfx_help.content.read_folder import read, records, with_derived  # as above

    where = folders.look(bundled())
    tables = cache(lambda file: read(where, file))

    def table(name: str) -> Mapping[str, Any]:
        rows = [row for kind in kinds_of(name) for row in tables(kind).get(name, ())]
        languages = {row.id: row.value for row in tables("languages").get("languages", ())}
        return with_derived(records(rows, where), languages)

    return Content(table)


def examine(
    folder: Path | None = None, today: date | None = None
) -> tuple[Content | None, tuple[str, ...]]:
    """The content of a folder, where it can be read, and all that is wrong with it, as
    `file:line: message`; with `today`, dates to come too."""
    try:
        where = folders.look(folder or bundled())
        found = _examined(where.path, compiled.key_for(where))
    except ContentError as error:
        return None, lines_of(error.faults)
    return found.content, lines_of(found.faults_on(today))


def problems(folder: Path | None = None, today: date | None = None) -> tuple[str, ...]:
    """All that is wrong with a folder."""
    return examine(folder, today)[1]
