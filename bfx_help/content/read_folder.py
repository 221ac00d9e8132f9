"""Reads and checks the files of a folder: what a compiled copy saves every later start."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from bfx_help.content.check_references import check, days_of
from bfx_help.content.content import Content
from bfx_help.content.faults import SHOWN, ContentError, Fault, ordered
from bfx_help.content.folder import Folder
from bfx_help.content.sheets import Row, Rows, rows_of, sheets_of
from bfx_help.content.tables import KINDS, TABLES
from bfx_help.content.traditional import CONVERSIONS, filled
from bfx_help.model import ContentLanguage, Situation


class Examined(NamedTuple):
    """The content of a folder, what is wrong with it, and with each of its days before it comes."""

    content: Content
    faults: tuple[Fault, ...]
    days: tuple[tuple[date, Fault], ...]

    def faults_on(self, today: date | None) -> tuple[Fault, ...]:
        """What is wrong with it on a day: with days to come, too."""
        later = (fault for day, fault in self.days if today and day > today)
        return ordered((*self.faults, *later))


def examined(where: Folder) -> Examined:
    """The content of a folder, and what is wrong with it. A folder that has nothing but questions
    answers for those alone: what it inherits is checked where it belongs."""
    read = {file: sheets_of(where, file) for file in KINDS}
    rows = _merged(rows_of(file, *part) for file, several in read.items() for part in several)
    sheets = tuple(sheet for several in read.values() for sheet, _ in several)
    # A file that is no YAML would make every mention of its records a fault, and hide the one.
    whole = all(value is not None for several in read.values() for _, value in several)
    days: tuple[tuple[date, Fault], ...] = ()
    if whole and all(len(sheet.faults) < SHOWN for sheet in sheets):  # else more is not shown
        # What a folder has no file for is noted in its first one.
        own = next((sheet for sheet in sheets if sheet.path in where.own), sheets[0])
        sheet_of = {file: several[0][0] if several else own for file, several in read.items()}
        check(rows, where, sheet_of)
        days = tuple(days_of(rows))
    checked = [sheet for sheet in sheets if sheet.path in where.own or not where.lenient]
    faults = ordered(fault for sheet in checked for fault in sheet.faults)
    paths = {sheet.path for sheet in checked}
    days = tuple((day, fault) for day, fault in days if fault.path in paths)
    found = {name: records(rows.get(name, ()), where, rows) for name in TABLES}
    table = cache(lambda name: with_derived(found[name], found["languages"]))
    warnings = _summary(fault for sheet in sheets for fault in sheet.warnings)
    return Examined(Content(table, warnings), faults, days)


def read(where: Folder, file: str) -> Rows:
    """The tables of the files of one name; raises `ContentError` where they cannot be read."""
    sheets = sheets_of(where, file)
    faults = [fault for sheet, _ in sheets for fault in sheet.faults]
    if faults:
        raise ContentError(faults)
    return _merged(rows_of(file, *part) for part in sheets)


def _merged(tables: Iterable[Rows]) -> Rows:
    merged: dict[str, tuple[Row, ...]] = {}
    for table in tables:
        for name, found in table.items():
            merged[name] = merged.get(name, ()) + found
    if "interface" in merged:  # a text of the folder stands in place of the shipped one
        merged["interface"] = tuple({row.id: row for row in merged["interface"]}.values())
    return merged


def records(found: Iterable[Row], where: Folder, rows: Rows | None = None) -> Mapping[str, Any]:
    """The records by id. With all `rows` of a folder, a situation that was inherited offers only
    the entries that there are."""
    entries = {row.id for row in rows.get("faq", ())} if rows else set()

    def value(row: Row) -> Any:
        if rows is None or not isinstance(row.value, Situation) or row.sheet.path in where.own:
            return row.value
        return row.value._replace(faq=tuple(name for name in row.value.faq if name in entries))

    return MappingProxyType({row.id: value(row) for row in found})


def with_derived(
    table: Mapping[str, Any], languages: Mapping[str, ContentLanguage]
) -> Mapping[str, Any]:
    """The records with their texts also in the languages that come from others."""
    tags = [tag for tag, language in languages.items() if language.from_ and tag in CONVERSIONS]
    return MappingProxyType(filled(table, tags)) if tags else table


def _summary(warnings: Iterable[Fault]) -> tuple[str, ...]:
    """One line for each kind of warning: a foreign FAQ has the same one in every entry."""
    faults = ordered(warnings)
    number = Counter((fault.path, fault.says) for fault in faults)
    first: dict[tuple[Path, str], Fault] = {}
    for fault in faults:
        first.setdefault((fault.path, fault.says), fault)
    more = {kind: f" (and {count - 1} more)" if count > 1 else "" for kind, count in number.items()}
    return tuple(f"{fault}{more[kind]}" for kind, fault in first.items())
