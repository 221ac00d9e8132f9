"""The content as the rest of the program uses it, part by part and each only when it is wanted."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bfx_help.content import compiled
from bfx_help.content import folder as folders
from bfx_help.content.faults import SHOWN, ContentError, Fault, ordered, told
from bfx_help.content.folder import TABLES, Folder, Row, Rows, bundled
from bfx_help.model import (
    Channel,
    Checklists,
    Confidence,
    Entry,
    Fact,
    Language,
    Official,
    Questionnaire,
    Requests,
    Routes,
    Source,
    Text,
    Topic,
)

Table = Callable[[str], Mapping[str, Any]]
"""Gives the records of a table by their ids, in the order of the file."""

Extra = Callable[[sqlite3.Connection, "Content"], None]
"""What another module keeps beside the compiled content, such as the index of the search."""


class Content:
    """Everything that one folder says. Each part is read when it is first used.

    `table` gives the records of one list by their ids, whatever file it stands in. `warnings` tell
    what a foreign FAQ leaves out; `compiled` is the open compiled copy, for reading
    what `extra` stored there, and `None` where there is none.
    """

    def __init__(
        self,
        table: Table,
        warnings: tuple[Text, ...] = (),
        compiled: sqlite3.Connection | None = None,
    ) -> None:
        self.table = table
        self.warnings = warnings
        self.compiled = compiled

    def _lists(self, *names: str) -> Iterator[tuple[Any, ...]]:
        return (tuple(self.table(name).values()) for name in names)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Where the facts were read."""
        return self.table("sources")

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """What is known."""
        return self.table("facts")

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """The ways to reach support, and those that do not exist."""
        return self.table("channels")

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """What a request can be about."""
        return self.table("topics")

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The questions in their order, the derived answers, and the networks."""
        return Questionnaire(
            tuple(self.table("questions").values()),
            tuple(self.table("derived").values()),
            tuple(self.table("networks").values()),
        )

    @cached_property
    def routes(self) -> Routes:
        """The rules of the choice of channel, and the findings."""
        return Routes(*self._lists("routes", "findings"))

    @cached_property
    def requests(self) -> Requests:
        """The templates, and the frame of every text."""
        return Requests(tuple(self.table("templates").values()), self.table("frame"))

    @cached_property
    def checklists(self) -> Checklists:
        """All printouts."""
        return Checklists(*self._lists("lists", "never", "card"))

    @cached_property
    def official(self) -> Mapping[str, Official]:
        """The list that `verify` decides by."""
        return self.table("official")

    @cached_property
    def interface(self) -> Mapping[str, Text]:
        """The program's own words."""
        return self.table("interface")

    @cached_property
    def faq(self) -> Mapping[str, Entry]:
        """The FAQ entries, by topic in alphabetical order, within a topic as in its file."""
        return self.table("faq")

    def confidence(self, facts: Iterable[str]) -> Confidence:
        """How sure a statement is that rests on these facts: as sure as the weakest of them."""
        order = tuple(Confidence)
        return max(
            (self.facts[one].confidence for one in facts), key=order.index, default=order[-1]
        )

    def sources_of(self, facts: Iterable[str]) -> tuple[Source, ...]:
        """The sources of these facts, each once."""
        ids = dict.fromkeys(source for one in facts for source in self.facts[one].sources)
        return tuple(self.sources[one] for one in ids)

    def read(self, fact: str) -> str | None:
        """The day on which a fact was last looked at."""
        days = (self.sources[source].read for source in self.facts[fact].sources)
        return max((day for day in days if day), default=None)

    def oldest_read(self, facts: Iterable[str]) -> str | None:
        """How old a statement is that rests on these facts: as old as the oldest of them."""
        return min((day for one in facts if (day := self.read(one))), default=None)


def load(
    folder: Path | None = None, cache: Path | None = None, extra: Extra | None = None
) -> Content:
    """The checked content of a folder; without one, the shipped. Raises `ContentError`.

    With a folder for the `cache` the compiled copy there is used while it is fresh, and else made,
    where that is possible; `extra` then adds to it.
    """
    where = folders.look(folder or bundled())
    key = compiled.key(where) if cache else ""
    kept = compiled.opened(cache, key) if cache else None
    if kept:
        return _kept(kept)
    content, faults = _examined(where)
    if faults:
        raise ContentError(faults)
    if cache and _keep(content, cache, key, extra):
        kept = compiled.opened(cache, key)
    return _kept(kept) if kept else content


def _keep(content: Content, folder: Path, key: str, extra: Extra | None) -> bool:
    tables = {name: content.table(name) for name in TABLES}

    def more(connection: sqlite3.Connection) -> None:
        if extra:
            extra(connection, content)

    return compiled.write(folder, key, tables, content.warnings, more)


def _kept(connection: sqlite3.Connection) -> Content:
    warnings = tuple(Text(*one) for one in compiled.warnings(connection))
    return Content(lambda name: compiled.Stored(connection, name), warnings, connection)


@cache
def shipped() -> Content:
    """The content shipped with the program, each part read when it is first used.

    It is not checked again: the tests do that.
    """
    where = folders.look(bundled())
    read = cache(lambda file: _read(where, file))
    return Content(lambda name: _records(read(TABLES[name][0]).get(name, ()), where))


def problems(
    folder: Path | None = None, today: date | None = None, language: Language = Language.EN
) -> tuple[str, ...]:
    """Everything that is wrong with a folder, as `file:line: message`; with `today`, also the dates
    that lie in the future."""
    try:
        faults = _examined(folders.look(folder or bundled()), today)[1]
    except ContentError as error:
        faults = error.faults
    return told(faults, language)


def _examined(where: Folder, today: date | None = None) -> tuple[Content, tuple[Fault, ...]]:
    """The content of a folder, and what is wrong with it; of a folder that only has questions,
    what is wrong with those."""
    from bfx_help.content.checks import check  # half of the package, wanted only here

    read = {file: folders.sheets(where, file) for file in folders.FILES}
    rows = _merged(folders.rows(file, *one) for file, several in read.items() for one in several)
    sheets = tuple(sheet for several in read.values() for sheet, _ in several)
    if all(len(sheet.faults) < SHOWN for sheet in sheets):  # otherwise more could not be shown
        first = {file: several[0][0] for file, several in read.items() if several}
        check(rows, where, first, today)
    told = [sheet for sheet in sheets if sheet.path in where.own or not where.lenient]
    faults = ordered(fault for sheet in told for fault in sheet.faults)
    found = {name: _records(rows.get(name, ()), where, rows) for name in TABLES}
    warnings = _summary(fault for sheet in sheets for fault in sheet.warnings)
    return Content(found.__getitem__, warnings), faults


def _read(where: Folder, file: str) -> Rows:
    """The tables of the files of one name; raises `ContentError` where they cannot be read."""
    sheets = folders.sheets(where, file)
    faults = [fault for sheet, _ in sheets for fault in sheet.faults]
    if faults:
        raise ContentError(faults)
    return _merged(folders.rows(file, *one) for one in sheets)


def _merged(tables: Iterable[Rows]) -> Rows:
    merged: dict[str, tuple[Row, ...]] = {}
    for table in tables:
        for name, found in table.items():
            merged[name] = merged.get(name, ()) + found
    return merged


def _records(found: Iterable[Row], where: Folder, rows: Rows | None = None) -> Mapping[str, Any]:
    """The records by id. A topic that was inherited offers only the entries that there are."""
    there = {row.id for row in (rows or {}).get("faq", ())}
    return MappingProxyType(
        {
            row.id: row.value._replace(faq=tuple(one for one in row.value.faq if one in there))
            if rows and isinstance(row.value, Topic) and row.sheet.path not in where.own
            else row.value
            for row in found
        }
    )


def _summary(warnings: Iterable[Fault]) -> tuple[Text, ...]:
    """One line for each kind of warning: a foreign FAQ has the same one in every entry."""
    faults = ordered(warnings)
    number = Counter((fault.path, fault.says) for fault in faults)
    first = {(fault.path, fault.says): fault for fault in reversed(faults)}
    return tuple(
        Text(
            fault.in_(Language.EN) + (f" (and {many} more)" if many else ""),
            fault.in_(Language.ZH) + (f"（另有 {many} 处）" if many else ""),
        )
        for kind, fault in sorted(first.items(), key=lambda one: one[1])
        for many in [number[kind] - 1]
    )
