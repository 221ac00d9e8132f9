"""The files of a content folder, read and decoded: rows that know where they stand."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, get_origin

from bfx_help.content.decode import Place, Sheet, decode
from bfx_help.content.faults import Fault
from bfx_help.content.folder import Folder
from bfx_help.content.nodes import compose, text_of
from bfx_help.content.tables import KINDS, SINGLE
from bfx_help.model import Concept, Entry


class Row(NamedTuple):
    """A record with the place it stands at."""

    id: str
    value: Any
    sheet: Sheet
    place: Place

    def fault(self, inside: Place, says: str) -> None:
        """Notes that something inside this record is wrong."""
        self.sheet.fault(self.place + inside, says)


Rows = Mapping[str, tuple[Row, ...]]
"""By table name, every record that could be read; an id may stand there twice."""


def sheets_of(folder: Folder, file: str) -> tuple[tuple[Sheet, Any], ...]:
    """Every file of that name, read and decoded."""
    return tuple(_sheet(path, folder, file) for path in folder.files[file])


def _sheet(path: Path, folder: Folder, file: str) -> tuple[Sheet, Any]:
    lenient, (own, inherited) = folder.lenient and file == "faq", folder.languages
    languages = own if path in folder.own else inherited
    faults: list[Fault] = []
    text = text_of(path, faults)
    if text is None:
        return Sheet(path, faults, [], {}, lenient, languages), None
    sheet, value = _decoded(text, file, lenient, languages)
    found, lacking = (
        [fault._replace(path=path) for fault in noted] for noted in (sheet.faults, sheet.warnings)
    )
    return sheet._replace(path=path, faults=found, warnings=lacking), value


@lru_cache(512)
def _decoded(text: str, file: str, lenient: bool, languages: tuple[str, ...]) -> tuple[Sheet, Any]:
    """A file with this text, wherever it lies: one that is read again or copied is decoded once."""
    sheet = Sheet(Path(), [], [], {}, lenient, languages)
    node = compose(sheet.path, text, sheet.faults)
    return sheet, None if node is None else decode(sheet, KINDS[file], node)


def rows_of(file: str, sheet: Sheet, value: Any) -> dict[str, tuple[Row, ...]]:
    """The tables of one decoded file."""
    if value is None:
        return {}
    if file in SINGLE:
        return {file: (Row(file, value, sheet, ()),)}
    if get_origin(KINDS[file]) is None:
        parts = value._asdict()
        return {name: tuple(_rows(sheet, part, (name,))) for name, part in parts.items()}
    return {file: tuple(_rows(sheet, value, ()))}


def _rows(sheet: Sheet, part: Any, place: Place) -> Iterator[Row]:
    if isinstance(part, Mapping):
        for key, text in part.items():
            yield Row(key, text, sheet, (*place, key))
        return
    for at, record in enumerate(part):
        if isinstance(record, Entry):
            named = not sheet.path.stem.startswith("faq")  # else its folder is the topic
            topic = sheet.path.stem if named else sheet.path.parent.name
            record = record._replace(topic=topic)
        id_ = getattr(record, "id", f"{sheet.path.parent.name}.{sheet.path.stem}.{at}")
        if isinstance(record, Concept):  # each language has its own words for it
            id_ = f"{sheet.path.parent.name}.{id_}"
        yield Row(id_, record, sheet, (*place, at))
