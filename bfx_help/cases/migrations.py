"""Creates the tables of the log, upgrades them, and checks them for damage."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bfx_help.cases.records import CaseLogError
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
"""The statements from each version of the file to the next. Never change old ones."""

VERSION = len(_MIGRATIONS)

_MARK = 0x62667800
_HEADER_SIZE = 100
_HEADER = (
    (0, b"SQLite format 3\0"),
    (18, b"\x01\x01\x00\x40\x20\x20"),  # a journal, no reserved bytes, the usual fractions
    (44, b"\x00\x00\x00\x04"),  # the format of the schema
    (56, b"\x00\x00\x00\x01"),  # UTF-8
)
"""Bytes at fixed places in the header of every log."""


class Broken(Exception):
    """A page of the file is damaged."""


def look_at_header(path: Path) -> None:
    """Raise `Broken` if the header differs from every log's: SQLite obeys some bytes of it."""
    with path.open("rb") as file:
        header = file.read(_HEADER_SIZE)
    if len(header) < _HEADER_SIZE or any(
        header[at:][: len(expected)] != expected for at, expected in _HEADER
    ):
        raise Broken


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Set up a connection, upgrade the tables, and check every row."""
    try:
        connection.execute("pragma secure_delete = on")
        connection.execute("pragma temp_store = memory")  # what is purged must lie in no other file
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma foreign_keys = on")
        connection.create_function("checksum", -1, checksum, deterministic=True)
        _bring_up_to_date(connection, path)
        with transaction(connection, "begin"):
            look_at_rows(connection)
    except UnicodeDecodeError:  # in a message of SQLite on a schema that is damaged
        raise Broken from None


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    if version < VERSION:
        with transaction(connection):  # of two terminals the second finds nothing left to do
            version = _version(connection, path)
            if version:
                look_at_rows(connection, version)
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
    """Add the checksum to every row that this connection writes."""
    condition = " and ".join(f"{column} = new.{column}" for column in table.key)
    columns = ", ".join(table.columns)
    for event in ("insert", f"update of {columns}"):
        connection.execute(
            f"create temp trigger sum_{event[:6]}_{name} after {event} on main.{name} begin"
            f" update {name} set sum = {_sum_of(name, table)} where {condition}; end"
        )


def look_at_rows(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Raise `Broken` if a page or a row has changed."""
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
    """The version of the tables. The file holds it twice: one wrong byte must not make a log look
    newer than the program. The first version wrote it once."""
    version: int = connection.execute("pragma user_version").fetchone()[0]
    mark: int = connection.execute("pragma application_id").fetchone()[0]
    if mark != (_MARK + version if version > 1 else 0):
        raise Broken
    if version > VERSION:
        raise CaseLogError("log-newer", path=path)
    return version


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "begin immediate") -> Iterator[None]:
    """Commit all changes or none; no other process writes meanwhile."""
    connection.execute(begin)
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
