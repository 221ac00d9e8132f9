"""The index in SQLite: a row per entry and per posting list, read as a query needs them."""

import sqlite3
from array import array
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bfx_help.content.compiled import Connection
from bfx_help.search.index import BuiltIndex, Phrase, Posting, Record

TABLES = """
drop table if exists size;
drop table if exists term;
drop table if exists piece;
drop table if exists entry;
create table size (
  entries integer not null, threshold real not null, sizes blob not null
);
create table term (
  term text primary key, frequency integer not null, familiar real not null,
  entries blob not null, weights blob not null, holders blob not null
) without rowid;
create table piece (piece text primary key, words text not null) without rowid;
create table entry (
  number integer primary key, id text not null, topic text, phrases text not null,
  against text not null
);
"""
AT_ONCE = 500  # SQLite before 3.32 takes no more than 999 values


def store(index: BuiltIndex, connection: sqlite3.Connection) -> None:
    """Writes the index into tables of its own, in the order of their keys, which is quicker."""
    for statement in TABLES.split(";"):
        connection.execute(statement)
    size = (len(index.entries), index.threshold, index.sizes.tobytes())
    connection.execute("insert into size values (?, ?, ?)", size)
    connection.executemany(
        "insert into term values (?, ?, ?, ?, ?, ?)",
        (
            (term, *posting[:2], *(column.tobytes() for column in posting[2:]))
            for term, posting in sorted(index.terms.items())
        ),
    )
    connection.executemany(
        "insert into piece values (?, ?)",
        ((piece, " ".join(words)) for piece, words in sorted(index.pieces.items())),
    )
    connection.executemany(
        "insert into entry values (?, ?, ?, ?, ?)",
        ((number, *written(record)) for number, record in enumerate(index.entries)),
    )


def in_memory(built: BuiltIndex) -> sqlite3.Connection:
    """A database for an index where nothing can be kept."""
    connection = sqlite3.connect(":memory:", factory=Connection)
    store(built, connection)
    return connection


def written(record: Record) -> tuple[str, str | None, str, str]:
    """The record as text: a line per phrasing, its length before its words."""
    phrases, against = (
        "\n".join(f"{phrase.length!r} {' '.join(sorted(phrase.words))}" for phrase in phrases)
        for phrases in (record.phrases, record.against)
    )
    return record.id, record.topic, phrases, against


class Index:
    """The index that `store` wrote into a database: where a search looks."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        row: tuple[int, float, bytes]
        row = connection.execute("select * from size").fetchone()
        self.size, self.threshold = row[:2]
        self.sizes = array("H", row[2])
        self.alike: dict[str, Mapping[str, float]] = {}  # what unknown words were taken for

    def postings(self, wanted: Collection[str]) -> dict[str, Posting]:
        """Of these terms those that occur, with where."""
        return {
            term: Posting(
                frequency, familiar, array("H", entries), array("f", weights), array("H", holders)
            )
            for term, frequency, familiar, entries, weights, holders in self.rows(
                "term", "term", wanted
            )
        }

    def spelled(self, pieces: Collection[str]) -> list[list[str]]:
        """For each of these pieces that occurs, the words that hold it."""
        found = dict(self.rows("piece", "piece", pieces))
        return [found[piece].split() for piece in pieces if piece in found]

    def records(self, numbers: Collection[int]) -> dict[int, Record]:
        """The entries of these numbers."""
        return {
            number: Record(id_, topic, tuple(phrases_of(lines)), tuple(phrases_of(others)))
            for number, id_, topic, lines, others in self.rows("entry", "number", numbers)
        }

    def rows(self, table: str, key: str, wanted: Collection[Any]) -> Iterator[tuple[Any, ...]]:
        """The rows of a table that have one of these keys."""
        keys = list(wanted)
        for at in range(0, len(keys), AT_ONCE):
            some = keys[at : at + AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"select * from {table} where {key} in ({marks})"
            yield from self.connection.execute(query, some)


def phrases_of(lines: str) -> Iterator[Phrase]:
    """The phrasings that were written so."""
    for line in lines.splitlines():
        length, *words = line.split(" ")
        yield Phrase(frozenset(words), float(length))
