"""The index in SQLite: a row per entry and per posting list, read as a query needs them."""

import math
import sqlite3
from array import array
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bfx_help.content.compiled import Connection
from bfx_help.search.index import (
    BuiltIndex,
    Phrase,
    Phrasings,
    Posting,
    Record,
    phrasings_of,
)

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
SMOOTHED = 10  # phrasings that each document is thought to have beside its own, as common ones go
AT_ONCE = 500  # SQLite before 3.32 takes no more than 999 values

Place = tuple[int, float, float]
"""The number of a document that holds a term, its weight there, and what it tells for this document
and against others."""


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
    """The index that `store` wrote into a database: where a search looks. What was read is kept:
    the parts of one text share most of their words."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        row: tuple[int, float, bytes]
        row = connection.execute("select * from size").fetchone()
        self.size, self.threshold = row[:2]
        self.sizes = array("H", row[2])
        self.absent = [math.log(SMOOTHED / (size + SMOOTHED)) for size in self.sizes]
        self.alike: dict[str, Mapping[str, float]] = {}  # what unknown words were taken for
        self._every = sum(self.sizes)
        self._postings: dict[str, Posting | None] = {}
        self._spelled: dict[tuple[str, ...], list[list[str]]] = {}
        self._records: dict[int, Record] = {}
        self._phrasings: dict[int, Phrasings] = {}
        self._places: dict[str, tuple[Place, ...]] = {}

    def places(self, term: str) -> tuple[Place, ...]:
        """The documents that hold a term."""
        if term not in self._places:
            self._places[term] = tuple(self._placed(self.postings((term,))[term]))
        return self._places[term]

    def _placed(self, posting: Posting) -> Iterator[Place]:
        total = sum(posting.holders)
        for number, weight, held in zip(
            posting.entries, posting.weights, posting.holders, strict=True
        ):
            gain = 0.0
            if held:
                size = self.sizes[number]
                share = SMOOTHED * (total + 0.5) / self._every
                inside = (held + share) / (size + SMOOTHED)
                outside = (total - held + 0.5) / (self._every - size + 1)
                gain = math.log(inside / outside) - self.absent[number]
            yield number, weight, gain

    def postings(self, wanted: Collection[str]) -> dict[str, Posting]:
        """Of these terms those that occur, with where."""
        new = [term for term in wanted if term not in self._postings]
        self._postings |= dict.fromkeys(new)
        for term, frequency, familiar, entries, weights, holders in self.rows("term", "term", new):
            places = array("H", entries), array("f", weights), array("H", holders)
            self._postings[term] = Posting(frequency, familiar, *places)
        return {term: found for term in wanted if (found := self._postings[term])}

    def spelled(self, pieces: Collection[str]) -> list[list[str]]:
        """For each of these pieces that occurs, the words that hold it."""
        key = tuple(pieces)
        if key not in self._spelled:
            found = dict(self.rows("piece", "piece", pieces))
            self._spelled[key] = [found[piece].split() for piece in pieces if piece in found]
        return self._spelled[key]

    def records(self, numbers: Collection[int]) -> dict[int, Record]:
        """The entries of these numbers."""
        new = [number for number in numbers if number not in self._records]
        for number, id_, topic, lines, others in self.rows("entry", "number", new):
            phrases, against = tuple(phrases_of(lines)), tuple(phrases_of(others))
            self._records[number] = Record(id_, topic, phrases, against)
        return {number: self._records[number] for number in numbers}

    def phrasings(self, number: int) -> Phrasings:
        """The phrasings of an entry, by their words."""
        if number not in self._phrasings:
            self._phrasings[number] = phrasings_of(self.records((number,))[number])
        return self._phrasings[number]

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
