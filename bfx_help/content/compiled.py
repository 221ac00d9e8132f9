"""Keeps checked content in one SQLite file, of which a command reads only the rows it needs."""

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, get_args, get_origin

from bfx_help.content.folder import Folder
from bfx_help.content.tables import TABLES, bare, hints
from bfx_help.files import is_open_to_others, private_folder, reading, write_private
from bfx_help.model import ByLanguage, Text, Words

RECORDS = "content.sqlite"
ANSWERS, SITUATIONS = INDEXES = "search.sqlite", "situations.sqlite"
"""The files of a copy: the records, and the indexes of the answers and of the situations, each of
which few commands open."""

_SCHEMA = """
    create table records (part text, at integer, id text, body text, primary key (part, id))
        without rowid;
"""
# The four bytes of an SQLite header that are the application's: there stands a checksum of all the
# rest, since a damaged file could otherwise be read as other words.
_MARK = slice(68, 72)

Build = Callable[[Any], Any]


class Connection(sqlite3.Connection):
    """Closes itself when the last table that reads from it is gone."""

    def __del__(self) -> None:
        self.close()


def key_for(folder: Folder) -> str:
    """What the copy was made from: path, time and size of every file, the program's own included
    (in a checkout the version stays the same while the program changes)."""
    files = (path for paths in folder.files.values() for path in paths)
    return _program() + json.dumps([*map(_stamp, files)])


Stamp = tuple[str, int, int]


@cache
def _program() -> str:
    """The stamps of the program as this process has loaded it."""
    return json.dumps(sorted(_programs(Path(__file__).parents[1])))


def _programs(folder: str | Path) -> Iterator[Stamp]:
    """The stamps of the Python files below a folder. (`rglob` would take ten times as long.)"""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield _stamp(entry)
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _programs(entry.path)


def _stamp(file: "Path | os.DirEntry[str]") -> Stamp:
    path = os.fspath(file)
    try:
        status = file.stat()
    except OSError:
        return path, 0, 0
    return path, status.st_mtime_ns, status.st_size


def portable_key(folder: Folder) -> str:
    """The key of a copy that travels: names and sizes, since installers set times as they like."""
    root, program = f"{folder.path}{os.sep}", f"{Path(__file__).parents[1]}{os.sep}"
    files = (path for paths in folder.files.values() for path in paths)
    # `os.path.relpath` would take ten times as long.
    sizes = [(path.removeprefix(root), size) for path, _, size in map(_stamp, files)]
    sizes += [(path.removeprefix(program), size) for path, _, size in _programs(program)]
    return json.dumps(sorted((name.replace(os.sep, "/"), size) for name, size in sizes))


Unchanged = tuple[tuple[int, ...], ...]  # as long as it is the same, so are the files of a copy


def stamp_of(folder: Path) -> Unchanged | None:
    """What changes with every change to the files of the copy in that folder; `None` where there is
    none, or others may put theirs in its place."""
    try:
        if is_open_to_others(folder):
            return None
        paths = [folder / name for name in (RECORDS, *INDEXES)]
        files = [path.stat() for path in paths if path.exists()]
    except OSError:
        return None
    return tuple(
        (file.st_dev, file.st_ino, file.st_size, file.st_mtime_ns, file.st_ctime_ns)
        for file in files
    )


def opened(folder: Path, key: str, name: str = RECORDS) -> sqlite3.Connection | None:
    """The file of the copy in that folder, for reading; `None` where there is none, or not of this
    key, or others may write there: whoever can write the copy can write its checksum."""
    path = folder / name
    try:
        if is_open_to_others(folder) or is_open_to_others(path) or not _whole(path):
            return None
        # It is only ever replaced, never written to: no lock is needed.
        where = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(where, uri=True, factory=Connection)
        if _kept(connection, "key") == key:
            return connection
        connection.close()
    except (OSError, sqlite3.Error, TypeError):
        pass  # whatever is wrong with it: it will be made anew
    return None


def _sum(data: BinaryIO) -> bytes:
    """The checksum of all but the mark; in pieces, since all at once takes five times as long."""
    found = zlib.crc32(data.read(_MARK.start))
    data.seek(_MARK.stop)
    while piece := data.read(1 << 16):
        found = zlib.crc32(piece, found)
    return found.to_bytes(4, "big")


def _whole(path: Path) -> bool:
    with reading(path) as file:
        found = _sum(file)
        file.seek(_MARK.start)
        return file.read(4) == found


def _kept(connection: sqlite3.Connection, name: str) -> Any:
    found = connection.execute("select value from kept where name = ?", [name]).fetchone()
    return found[0] if found else None


def warnings(connection: sqlite3.Connection) -> Any:
    """The warnings that were kept with the content, as they are shown."""
    return json.loads(_kept(connection, "warnings"))


def write(folder: Path, key: str, tables: Mapping[str, Mapping[str, Any]], warnings: Any) -> bool:
    """Whether the records could be written."""

    def fill(connection: sqlite3.Connection) -> None:
        connection.executescript(_SCHEMA)
        connection.execute("insert into kept values ('warnings', ?)", [json.dumps(warnings)])
        rows = (
            (part, at, id_, json.dumps(record, ensure_ascii=False, default=_as_json))
            for part, table in tables.items()
            for at, (id_, record) in enumerate(table.items())
        )
        connection.executemany("insert into records values (?, ?, ?, ?)", rows)

    return write_file(folder, key, RECORDS, fill)


def _as_json(value: Any) -> Any:
    """What JSON keeps of a value that is no list: a mapping, or something by language."""
    return value.all if isinstance(value, ByLanguage) else dict(value)


def write_file(
    folder: Path, key: str, name: str, fill: Callable[[sqlite3.Connection], None]
) -> bool:
    """Whether a file of the copy could be written, of what `fill` puts into it."""
    import tempfile  # only where a copy is made

    try:
        with tempfile.TemporaryDirectory(dir=private_folder(folder)) as scratch:
            draft = Path(scratch) / name
            with closing(sqlite3.connect(draft)) as connection, connection:
                names = "create table kept (name text primary key, value text) without rowid"
                connection.execute(names)
                connection.execute("insert into kept values ('key', ?)", [key])
                fill(connection)
            data = draft.read_bytes()
        marked = data[: _MARK.start] + _sum(BytesIO(data)) + data[_MARK.stop :]
        write_private(folder / name, marked)
    except (OSError, sqlite3.Error):
        return False
    return True


class Stored(Mapping[str, Any]):
    """A table of the copy: the records by id, each read when it is asked for."""

    def __init__(self, connection: sqlite3.Connection, part: str) -> None:
        self._connection = connection
        self._part = part
        self._build = _builder(TABLES[part])
        self._records: dict[str, Any] = {}
        self._bodies: dict[str, str] | None = None

    def __getitem__(self, id_: str) -> Any:
        if id_ not in self._records:
            self._records[id_] = self._build(json.loads(self._body(id_)))
        return self._records[id_]

    def _body(self, id_: str) -> str:
        if self._bodies is not None:
            return self._bodies[id_]
        try:
            found = self._connection.execute(
                "select body from records where part = ? and id = ?", [self._part, id_]
            ).fetchone()
        except UnicodeEncodeError:  # what somebody typed was no text
            found = None
        if found is None:
            raise KeyError(id_)
        body: str = found[0]
        return body

    def _all(self) -> dict[str, str]:
        if self._bodies is None:
            query = "select id, body from records where part = ? order by at"
            self._bodies = dict(self._connection.execute(query, [self._part]))
        return self._bodies

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


@cache
def _builder(kind: Any) -> Build:
    """Makes a value of that type from what JSON keeps of it: records are lists."""
    kind = bare(kind)
    origin = get_origin(kind)
    if kind is Text:
        return lambda texts: Text(texts["en"], texts["zh"], texts)
    if kind is Words:
        return _words
    if origin is tuple:
        part = _builder(get_args(kind)[0])
        return tuple if part is _same else lambda values: tuple(map(part, values))
    if origin is not None:
        inner = _builder(get_args(kind)[1])
        return lambda values: {name: inner(value) for name, value in values.items()}
    if hasattr(kind, "_fields"):
        return _record(kind)
    return kind if issubclass(kind, StrEnum) else _same


def _same(value: Any) -> Any:
    return value


def _words(values: Any) -> Words:
    phrasings = {tag: tuple(several) for tag, several in values.items()}
    return Words(phrasings["en"], phrasings["zh"], phrasings)


def _record(kind: Any) -> Build:
    inners = [_builder(hint) for hint in hints(kind).values()]
    if all(inner is _same for inner in inners):
        return lambda values: kind._make(values)

    def build(values: Any) -> Any:
        pairs = zip(inners, values, strict=True)
        return kind._make([None if value is None else inner(value) for inner, value in pairs])

    return build
