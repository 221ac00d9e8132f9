"""Finds the rows of a damaged log page by page, whatever became of its header and schema.

A row counts where its checksum is right: this also tells which table it belongs to. The layout of
the pages is that of https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from typing import Any

from bfx_help.cases.rows import TABLES, Row, checksum

_PAGE = 4096  # bytes of a page of every log
_ROWS, _KEYS, _INNER_KEYS = 0x0D, 0x0A, 0x02  # sorts of pages that hold rows
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value of each of the first types
_TEXT = 12  # from this type on texts and bytes
_DEEPEST = 10_000  # pages of a row


def rows_of(data: bytes) -> Iterator[tuple[str, Row]]:
    """The rows that can be read, each with the name of its table."""
    pages = [data[at : at + _PAGE] for at in range(0, len(data), _PAGE)]
    for number, page in enumerate(pages):
        for record in _records(page, 100 if number == 0 else 0, pages):
            yield from _tables_of(record)


def _records(page: bytes, start: int, pages: list[bytes]) -> Iterator[tuple[int, list[Any]]]:
    """The number and the values of each row on a page."""
    sort = page[start] if len(page) == _PAGE else 0
    if sort not in (_ROWS, _KEYS, _INNER_KEYS):
        return
    first = start + (12 if sort == _INNER_KEYS else 8)
    for place in range(first, first + 2 * int.from_bytes(page[start + 3 : start + 5], "big"), 2):
        at = int.from_bytes(page[place : place + 2], "big") + (4 if sort == _INNER_KEYS else 0)
        try:
            size, at = _number(page, at)
            row, at = _number(page, at) if sort == _ROWS else (0, at)
            yield row, _values(_payload(page, at, size, sort == _ROWS, pages))
        except (IndexError, ValueError):  # this one is damaged
            continue


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _payload(page: bytes, at: int, size: int, rows: bool, pages: list[bytes]) -> bytes:
    """The bytes of a row, of which a long one goes on on other pages."""
    most = _PAGE - 35 if rows else (_PAGE - 12) * 64 // 255 - 23
    least = (_PAGE - 12) * 32 // 255 - 23
    here = least + (size - least) % (_PAGE - 4)
    here = size if size <= most else here if here <= most else least
    found, following = page[at : at + here], page[at + here : at + here + 4]
    for _ in range(_DEEPEST):
        if len(found) >= size:
            return found[:size]
        page = pages[int.from_bytes(following, "big") - 1]
        found, following = found + page[4:], page[:4]
    raise ValueError


def _values(payload: bytes) -> list[Any]:
    """The values of a row."""
    end, at = _number(payload, 0)
    values: list[Any] = []
    place = end
    while at < end:
        kind, at = _number(payload, at)
        size = _SIZES[kind] if kind < len(_SIZES) else (kind - _TEXT) // 2
        part, place = payload[place : place + size], place + size
        if kind >= _TEXT:
            values.append(part.decode() if kind % 2 else part)
        else:
            values.append(
                None if kind == 0 else kind - 8 if kind > 7 else int.from_bytes(part, signed=True)
            )
    return values


def _tables_of(record: tuple[int, list[Any]]) -> Iterator[tuple[str, Row]]:
    number, values = record
    for name, table in TABLES.items():
        if len(values) != len(table.columns) + 1:
            continue
        *row, found = [number, *values[1:]] if table.numbered else values
        if found == checksum(name, *row) and table.holds(tuple(row)):
            yield name, tuple(row)
