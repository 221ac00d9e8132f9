"""Everything that must hold between the records of a folder; each check notes what does not."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bfx_help.content import (
    check_facts,
    check_figures,
    check_glossary,
    check_letters,
    check_paths,
    check_roles,
)
from bfx_help.content.decode import Place, Sheet, key_of
from bfx_help.content.faults import Fault, shown
from bfx_help.content.folder import Folder
from bfx_help.content.sheets import Row, Rows
from bfx_help.content.tables import TABLES
from bfx_help.content.traditional import CONVERSIONS
from bfx_help.model import Checklist, Source

_KEBAB = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_REFERENCES: Mapping[str, str] = {
    **dict.fromkeys(
        ("facts", "rests_on", "also", "until", "answer_by", "then_by", "limit"), "facts"
    ),
    **dict.fromkeys(("network", "of", "since", "deciding_facts", "keys", "checked"), "questions"),
    **dict.fromkeys(("channel", "fallback"), "channels"),
    **dict.fromkeys(("related", "faq"), "faq"),
    **{"sources": "sources", "topic": "topics", "wants": "wants", "attach": "files"},
}
"""By the field of a record that names others, their table."""

_NAMES = {"files": "file of a checklist", "faq": "FAQ entry"}
"""How a record of a table is called, where its name is not that of the table."""


def check(rows: Rows, folder: Folder, sheets: Mapping[str, Sheet]) -> None:
    """Notes on the sheets, given by file, everything that is wrong between their records."""
    _ids(rows)
    _languages(rows)
    _references(rows, folder)
    _dates(rows)
    check_facts.check(rows, folder)
    check_figures.check(rows)
    check_glossary.check(rows)
    check_paths.check(rows, sheets)
    check_roles.check(rows, sheets)
    check_letters.check(rows)
    _demands(rows)


def _ids(rows: Rows) -> None:
    for name, table in rows.items():
        seen: dict[str, Row] = {}
        for row in table:
            if name != "languages":  # a tag may have capital letters
                _id(row.id, row, () if name in ("interface", "frame") else ("id",))
            if row.id in seen and name not in ("interface", "frame"):  # there a key, told already
                row.fault(("id",), f"repeated id {shown(row.id)}")
            seen.setdefault(row.id, row)
            _inner_ids(row)
    both = {row.id for row in rows.get("questions", ())}
    for row in rows.get("derived", ()):
        if row.id in both:
            row.fault(("id",), f"{row.id} is a question already")


def _demands(rows: Rows) -> None:
    """The lists of words that rules of demands name."""
    known = {row.id for table in ("verbs", "wordings") for row in rows.get(table, ())}
    for row in (*rows.get("demands", ()), *rows.get("examples", ())):
        for field in ("has", "near", "unless"):
            for at, either in enumerate(getattr(row.value, field, ())):
                for name in set(either.split("|")) - known:
                    row.fault((field, at), f"no list is called {shown(name)}")


def _languages(rows: Rows) -> None:
    for row in rows.get("languages", ()):
        source, _ = CONVERSIONS.get(row.id, (None, None))
        if row.value.from_ not in (None, source):
            row.fault(("from",), f"cannot be filled: {row.id} < {row.value.from_}")


def _inner_ids(row: Row) -> None:
    """The ids of options and of checklist items."""
    lists = [("options", getattr(row.value, "options", ()))]
    if isinstance(row.value, Checklist):
        lists = [(part, getattr(row.value, part)) for part in check_facts.PARTS]
    seen = set()
    for part, records in lists:
        for at, record in enumerate(records):
            _id(record.id, row, (part, at, "id"))
            if record.id in seen:
                row.fault((part, at, "id"), f"repeated id {shown(record.id)}")
            seen.add(record.id)


def _id(name: str, row: Row, place: Place) -> None:
    if name and not _KEBAB.fullmatch(name):
        says = f"the id {shown(name)} is not kebab-case (lower case, digits, hyphens)"
        row.sheet.lack(row.place + place, says)


def _references(rows: Rows, folder: Folder) -> None:
    there = {name: {row.id for row in rows.get(name, ())} for name in TABLES}
    there["files"] = {item.id for row in rows.get("lists", ()) for item in row.value.files}
    for table, found in rows.items():
        for row in found:
            if table == "situations" and row.sheet.path not in folder.own:
                continue  # an inherited situation offers only the entries that there are
            for inside, record in (((), row.value), *items(row)):
                for place, field, id_ in _named(record):
                    wanted = _REFERENCES[field]
                    lenient = field == "topic" and row.sheet.lenient
                    if id_ and id_ not in there[wanted] and not lenient:
                        name = _NAMES.get(wanted, wanted.removesuffix("s"))
                        row.fault(inside + place, f"there is no {name} {shown(id_)}")


def _named(record: Any) -> Iterator[tuple[Place, str, str]]:
    """The ids that a record names, each with its place and its field."""
    for field in _REFERENCES.keys() & set(getattr(record, "_fields", ())):
        value, key = getattr(record, field), key_of(field)
        if isinstance(value, str):
            yield (key,), field, value
        for at, item in enumerate(value if isinstance(value, tuple) else ()):
            yield (key, at), field, item


def items(row: Row) -> Iterator[tuple[Place, Any]]:
    """The items of a checklist with their places."""
    for part in check_facts.PARTS if isinstance(row.value, Checklist) else ():
        for at, item in enumerate(getattr(row.value, part)):
            yield (part, at), item


def _dates(rows: Rows) -> None:
    for row in rows.get("sources", ()):
        if row.value.read is not None and _day(row.value.read) is None:
            row.fault(("read",), "write the day as 2026-11-22")


def days_of(rows: Rows) -> Iterator[tuple[date, Fault]]:
    """The days of sources, each with what is wrong with it before it has come."""
    for row in rows.get("sources", ()):
        source: Source = row.value
        for field, value in (("read", source.read), ("dated", source.dated)):
            day = _day(value) if value else None
            if day:
                line = row.sheet.line((*row.place, field))
                yield day, Fault(row.sheet.path, line, f"{value} lies in the future")


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None
