"""The tables of the log: made, brought up to date, and looked through for damage."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bfx_help.cases.records import Trouble
from bfx_help.cases.rows import TABLES, Table, checksum

_MIGRATIONS = (
    """
    create table cases (number integer primary key autoincrement, topic text not null,
        channel text not null, ticket text not null, en text not null, zh text not null,
        sent text not null, closed text not null, step text not null, due text not null);
    create index pressing on cases (closed, due);
    create table answers (number integer not null references cases on delete cascade,
        name text not null, value text not null, primary key (number, name)) without rowid;
    create table events (id integer primary key, number integer not null references cases
        on delete cascade, at text not null, noted text not null, act text not null,
        said text, words text not null);
    create index events_of on events (number, at, id);
    create table texts (id integer primary key, number integer not null references cases
        on delete cascade, at text not null, kind text not null, en text not null,
        zh text not null);
    create index texts_of on texts (number);
    create table exhibits (number integer not null references cases on delete cascade,
        label integer not null, name text not null, size integer not null, digest text not null,
        added text not null, shows text not null, dated text not null, item text not null,
        primary key (number, label)) without rowid;
    create table ratings (number integer primary key references cases on delete cascade,
        at text not null, solved text not null, effect integer not null, manner integer not null,
        words text not null)
    """,
    "; ".join(f"alter table {name} add column sum integer not null default 0" for name in TABLES),
)
"""What makes each version of the file out of the one before it. Old ones are never changed."""

VERSION = len(_MIGRATIONS)

_MARK = 0x62667800
_HEADER_SIZE = 100
_HEADER = (
    (0, b"SQLite format 3\0"),
    (18, b"\x01\x01\x00\x40\x20\x20"),  # a journal, no reserved bytes, the usual fractions
    (44, b"\x00\x00\x00\x04"),  # the format of the schema
    (56, b"\x00\x00\x00\x01"),  # UTF-8
)
"""What stands where in the header of every log."""


class Broken(Exception):
    """A look at every page of the file found one that is damaged."""


def look_at_header(path: Path) -> None:
    """Raise `Broken` where the first bytes are not those that every log has: SQLite takes some of
    them for a wish, such as never to write."""
    with path.open("rb") as file:
        found = file.read(_HEADER_SIZE)
    if len(found) < _HEADER_SIZE or any(found[at:][: len(same)] != same for at, same in _HEADER):
        raise Broken


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Settings that hold for each connection alone, the newest version of the tables, and a look at
    everything that is in them."""
    try:
        _set(connection)
        _bring_up_to_date(connection, path)
        with transaction(connection, "begin"):
            _look_at_rows(connection)
    except UnicodeDecodeError:  # in a message of SQLite on a schema that is damaged
        raise Broken from None


def _set(connection: sqlite3.Connection) -> None:
    connection.execute("pragma secure_delete = on")
    connection.execute("pragma temp_store = memory")  # what is purged must lie in no other file
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma foreign_keys = on")
    connection.create_function("checksum", -1, checksum, deterministic=True)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    if version < VERSION:
        with transaction(connection):  # of two terminals the second finds nothing left to do
            version = _version(connection, path)
            if version:
                _look_at_rows(connection, version)
            for script in _MIGRATIONS[version:]:
                for statement in script.split(";"):
                    connection.execute(statement)
            for name, table in TABLES.items():
                connection.execute(f"update {name} set sum = {_sum_of(name, table)}")
            connection.execute(f"pragma user_version = {VERSION}")
            connection.execute(f"pragma application_id = {_MARK + VERSION}")
    for name, table in TABLES.items():
        _keep_sums(connection, name, table)


def _sum_of(name: str, table: Table) -> str:
    return f"checksum('{name}', {', '.join(table.columns)})"


def _keep_sums(connection: sqlite3.Connection, name: str, table: Table) -> None:
    """Let every row that this connection writes get its checksum."""
    same = " and ".join(f"{one} = new.{one}" for one in table.key)
    columns = ", ".join(table.columns)
    for event in ("insert", f"update of {columns}"):
        connection.execute(
            f"create temp trigger sum_{event[:6]}_{name} after {event} on main.{name} begin"
            f" update {name} set sum = {_sum_of(name, table)} where {same}; end"
        )


def _look_at_rows(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Raise `Broken` where a page, or a row, is not as it was written."""
    if connection.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
        raise Broken
    for name, table in TABLES.items():
        size = len(table.columns)
        columns = ", ".join((*table.columns, "sum") if version > 1 else table.columns)
        for row in connection.execute(f"select {columns} from {name}"):
            if not table.holds(row[:size]):
                raise Broken
            if version > 1 and row[size] != checksum(name, *row[:size]):
                raise Broken


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the tables. It is written down twice: one byte must not make a log look like
    that of a newer program. The first version wrote it once."""
    version: int = connection.execute("pragma user_version").fetchone()[0]
    mark: int = connection.execute("pragma application_id").fetchone()[0]
    if mark != (_MARK + version if version > 1 else 0):
        raise Broken
    if version > VERSION:
        raise Trouble("log-newer", path=path)
    return version


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "begin immediate") -> Iterator[None]:
    """All of it or nothing; nobody else writes meanwhile."""
    connection.execute(begin)
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
