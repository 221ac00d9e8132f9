"""A content folder: which files belong to it, and the tables of records they hold."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from bfx_help.content.decode import Place, Sheet, decode, hints
from bfx_help.content.faults import ContentError, Fault
from bfx_help.content.nodes import compose
from bfx_help.model import (
    Channel,
    Checklists,
    Entry,
    Fact,
    Official,
    Questionnaire,
    Requests,
    Routes,
    Source,
    Text,
    Topic,
)


class Facts(NamedTuple):
    """What `facts.yaml` holds."""

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]


FILES: Mapping[str, Any] = {
    "facts": Facts,
    "channels": tuple[Channel, ...],
    "topics": tuple[Topic, ...],
    "questionnaire": Questionnaire,
    "routes": Routes,
    "requests": Requests,
    "checklist": Checklists,
    "official": tuple[Official, ...],
    "interface": Mapping[str, Text],
    "faq": tuple[Entry, ...],
}
"""What each file holds: one list or mapping, or a record whose fields are lists and mappings."""


def _tables() -> Iterator[tuple[str, str, Any]]:
    for file, kind in FILES.items():
        if get_origin(kind) is None:
            for name, inner in hints(kind).items():
                yield name, file, get_args(inner)
        else:
            yield file, file, get_args(kind)


TABLES: Mapping[str, tuple[str, Any]] = {
    name: (file, kinds[1] if kinds[1] is not ... else kinds[0]) for name, file, kinds in _tables()
}
"""Every list and mapping of the content by name: the file it stands in, and its records."""


class Row(NamedTuple):
    """A record with the place it stands at."""

    id: str
    value: Any
    sheet: Sheet
    place: Place

    def fault(self, inside: Place, says: Text) -> None:
        """Notes that something inside this record is wrong."""
        self.sheet.fault(self.place + inside, says)


Rows = Mapping[str, tuple[Row, ...]]
"""By table name, every record that could be read; an id may stand there twice."""


class Folder(NamedTuple):
    """The files of a content folder; what it lacks comes from the shipped one.

    `own` are the files that stand in the folder itself, in contrast to what is inherited; `lenient`
    a folder with nothing but `faq/`, whose entries may be foreign.
    """

    path: Path
    files: Mapping[str, tuple[Path, ...]]
    own: frozenset[Path]
    lenient: bool


def bundled() -> Path:
    """The content shipped with the program: inside the wheel, or data/ in a checkout."""
    inside = Path(__file__).parents[1] / "data"
    return inside if inside.is_dir() else inside.parents[1] / "data"


def look(path: Path) -> Folder:
    """The files of a folder. Raises `ContentError` where it is none, or holds no content."""
    try:
        there = {file.name for file in path.iterdir()}
        entries = tuple(sorted((path / "faq").glob("*.yaml"))) if "faq" in there else ()
    except OSError as error:
        why = error.strerror or type(error).__name__
        says = Text(f"cannot be read as a folder ({why})", f"无法作为文件夹读取 ({why})")
        raise ContentError([Fault(path, 1, says)]) from None
    alone = {name for name in FILES if f"{name}.yaml" in there}
    if not alone and not entries:
        says = Text("holds no content: no faq/*.yaml, no facts.yaml ...", "没有内容文件")
        raise ContentError([Fault(path, 1, says)])
    files: dict[str, tuple[Path, ...]] = {
        name: ((path if name in alone else bundled()) / f"{name}.yaml",)
        for name in FILES
        if name != "faq"
    }
    files["faq"] = entries
    own = frozenset(path / f"{name}.yaml" for name in alone).union(entries)
    return Folder(path, files, own, not alone)


def sheets(folder: Folder, file: str) -> tuple[tuple[Sheet, Any], ...]:
    """Every file of that name, read and decoded."""
    lenient = folder.lenient and file == "faq"
    return tuple(_sheet(path, FILES[file], lenient) for path in folder.files[file])


def _sheet(path: Path, kind: Any, lenient: bool) -> tuple[Sheet, Any]:
    sheet = Sheet(path, [], [], {}, lenient)
    node = compose(path, sheet.faults)
    return sheet, None if node is None else decode(sheet, kind, node)


def rows(file: str, sheet: Sheet, value: Any) -> dict[str, tuple[Row, ...]]:
    """The tables of one decoded file."""
    if value is None:
        return {}
    if get_origin(FILES[file]) is None:
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
            record = record._replace(topic=sheet.path.stem)
        yield Row(record.id, record, sheet, (*place, at))
