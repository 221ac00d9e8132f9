"""Finds the rows of a damaged log in the bytes of its file, whatever is left of its structure.

An SQLite file is a row of pages; a leaf of a table holds its rows as cells. They are looked for
page by page, without the header, the schema and the upper pages, which a single byte can spoil.
See https://www.sqlite.org/fileformat2.html.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from bfx_help.cases.rows import TABLES, Row, Table, checksum

_PAGE = 4096
_LEAF, _KEYED_LEAF, _KEYED = 13, 10, 2  # a table; a table without row numbers, and its upper pages
_LONGEST = 10_000_000
_LONGEST_HEAD = 40
"""Bytes that say what the values of a row are; no table of the log needs as many."""
_SMALL = 10_000_000
"""Bytes up to which pages are searched byte by byte, which takes seconds a megabyte."""
_WIDTHS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}


class Salvage(NamedTuple):
    """The rows found: intact ones by table, altered ones, the least number of unreadable ones, and
    the last case number."""

    whole: dict[str, dict[Row, Row]]
    altered: dict[str, dict[Row, Row]]
    lost: int
    last: int


class _Cell(NamedTuple):
    """A row as its page holds it; `number` is SQLite's own, if the table has one."""

    number: int | None
    values: list[Any]


def salvage(data: bytes) -> Salvage:
    """The rows in the bytes of a log."""
    rows_found, size = Salvage(defaultdict(dict), defaultdict(dict), 0, 0), _page_size(data)
    spoiled, lost, last = [], 0, 0
    for page in range(0, len(data), size):
        unread = _read(data, page, size, rows_found)
        lost += unread
        last = max([last, *_sequences(data, page, size)])
        if unread or not (_is_leaf(data, page) and _is_full(data, page)):
            spoiled.append(page)
    for page in spoiled if len(data) <= _SMALL else ():
        lost -= _search(data, page, size, rows_found.whole)
    for table, rows in rows_found.whole.items():
        for key in rows.keys() & rows_found.altered[table].keys():
            del rows_found.altered[table][key]
    return rows_found._replace(lost=max(lost, 0), last=last)


def _sequences(data: bytes, page: int, size: int) -> Iterator[int]:
    """The last case number, as SQLite keeps it."""
    for cell in _cells(data, page, size):
        if cell and len(cell.values) == 2 and cell.values[0] == "cases":
            yield int(cell.values[1]) if isinstance(cell.values[1], int) else 0


def _read(data: bytes, page: int, size: int, rows_found: Salvage) -> int:
    """Read the rows that a page lists; return the number of unreadable ones."""
    unread = 0
    for cell in _cells(data, page, size):
        row = cell and _row_of(cell)
        if row:
            (rows_found.whole if row.is_whole else rows_found.altered)[row.table][row.key] = (
                row.values
            )
        elif cell is None or _is_log_row(cell):
            unread += 1
    return unread


def _page_size(data: bytes) -> int:
    """The page size of the header if it is valid; else the usual one."""
    size = int.from_bytes(data[16:18], "big")
    return size if size >= 512 and size & (size - 1) == 0 else _PAGE


def _kind(data: bytes, page: int) -> int:
    return data[page + (100 if page == 0 else 0)]


def _is_leaf(data: bytes, page: int) -> bool:
    return page + 100 < len(data) and _kind(data, page) in (_LEAF, _KEYED_LEAF, _KEYED)


def _is_full(data: bytes, page: int) -> bool:
    """Whether the cells of a page begin where it says: else it may hold more than it lists."""
    start = page + (100 if page == 0 else 0)
    many, first = (int.from_bytes(data[start + at : start + at + 2], "big") for at in (3, 5))
    at = start + (12 if _kind(data, page) == _KEYED else 8)
    places = [
        int.from_bytes(data[place : place + 2], "big") for place in range(at, at + 2 * many, 2)
    ]
    return min(places, default=first) == first


def _cells(data: bytes, page: int, size: int) -> Iterator[_Cell | None]:
    """The cells that a page lists; `None` for an unreadable one."""
    if not _is_leaf(data, page):
        return
    kind, start = _kind(data, page), page + (100 if page == 0 else 0)
    first = start + (12 if kind == _KEYED else 8)
    many = int.from_bytes(data[start + 3 : start + 5], "big")
    for at in range(first, min(first + 2 * many, page + size - 1), 2):
        offset = int.from_bytes(data[at : at + 2], "big")
        yield _cell(data, page, offset, size, kind)


def _search(data: bytes, page: int, size: int, whole: dict[str, dict[Row, Row]]) -> int:
    """Look for intact rows at every place of a page whose list may be wrong; return how many are
    new."""
    more = 0
    for offset, kind in product(range(min(size, len(data) - page)), (_LEAF, _KEYED_LEAF)):
        if not data[page + offset]:  # much of a page is empty
            continue
        cell = _cell(data, page, offset, size, kind)
        row = cell and _row_of(cell)
        if row and row.is_whole and row.is_summed and row.key not in whole[row.table]:
            whole[row.table][row.key] = row.values
            more += 1
    return more


def _cell(data: bytes, page: int, offset: int, size: int, kind: int) -> _Cell | None:
    try:
        at, number = page + offset + (4 if kind == _KEYED else 0), None
        length, at = _varint(data, at)
        if kind == _LEAF:
            number, at = _varint(data, at)
        return _Cell(number, _values(_payload(data, at, length, size, kind)))
    except (IndexError, ValueError):
        return None


def _payload(data: bytes, at: int, length: int, size: int, kind: int) -> bytes:
    """The bytes of a cell, with those on overflow pages."""
    most = size - 35 if kind == _LEAF else (size - 12) * 64 // 255 - 23
    here, least = length, (size - 12) * 32 // 255 - 23
    if not 1 < length <= _LONGEST or not 1 < data[at] <= _LONGEST_HEAD:
        raise ValueError
    if length > most:
        here = least + (length - least) % (size - 4)
        here = here if here <= most else least
    payload = bytearray(data[at : at + here])
    after = int.from_bytes(data[at + here : at + here + 4], "big")
    while len(payload) < length:
        start = (after - 1) * size
        if not 0 < start < len(data):
            raise ValueError
        payload += data[start + 4 : start + 4 + min(size - 4, length - len(payload))]
        after = int.from_bytes(data[start : start + 4], "big")
    return bytes(payload)


def _values(payload: bytes) -> list[Any]:
    end, at = _varint(payload, 0)
    if not at <= end <= min(len(payload), _LONGEST_HEAD):
        raise ValueError
    values, place = list[Any](), end
    while at < end:
        kind, at = _varint(payload, at)
        width = _WIDTHS[kind] if kind in _WIDTHS else (kind - 12) // 2
        if kind in (7, 10, 11) or place + width > len(payload):
            raise ValueError
        values.append(_value(kind, payload[place : place + width]))
        place += width
    if place != len(payload):
        raise ValueError
    return values


def _value(kind: int, data: bytes) -> Any:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(data, "big", signed=True)
    return data.decode("utf-8", "replace") if kind % 2 else data


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer, and the place behind it."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


class _FoundRow(NamedTuple):
    """A row of a table. `is_summed` if it has a checksum; without, as in a log of the first
    version, it `is_whole` if its values are valid."""

    table: str
    key: Row
    values: Row
    is_whole: bool
    is_summed: bool


def _row_of(cell: _Cell) -> _FoundRow | None:
    """The row that a cell holds."""
    for name, table in TABLES.items():
        row = _fitting(cell, table)
        if row is not None:
            size, columns = len(table.columns), list(table.columns)
            values, is_summed = row[:size], len(row) > size
            key = tuple(values[columns.index(column)] for column in table.key)
            is_whole = not is_summed or row[size] == checksum(name, *values)
            return _FoundRow(name, key, values, is_whole, is_summed)
    return None


def _is_log_row(cell: _Cell) -> bool:
    """Whether a cell has the form of a row of the log; a cell of an index ends in the number of an
    event twice."""
    return (
        len(cell.values) > 1
        and cell.values[-2] != cell.values[-1]
        and any(
            len(cell.values) == len(table.columns) + 1
            and table.numbered is (cell.number is not None)
            for table in TABLES.values()
        )
    )


def _fitting(cell: _Cell, table: Table) -> Row | None:
    values, size = list(cell.values), len(table.columns)
    if len(values) not in (size, size + 1) or table.numbered is (cell.number is None):
        return None
    if table.numbered:
        if values[0] is not None:
            return None
        values[0] = cell.number
    return tuple(values) if table.holds(tuple(values[:size])) else None
