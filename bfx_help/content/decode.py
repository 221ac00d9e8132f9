"""Turns YAML nodes into the records of the model, by their annotations alone."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from bfx_help.content.faults import Fault, shown
from bfx_help.content.nodes import Node
from bfx_help.content.tables import bare, hints
from bfx_help.model import Text, Words
from bfx_help.plain import plain

LONGEST_TEXT = 20_000
"""So many characters a text may have; checking a longer one could take minutes."""

Place = tuple[str | int, ...]  # where a value stands in its file: keys and positions from the root

Read = Callable[["Sheet", Node, Place], Any]


class Sheet(NamedTuple):
    """A file while it is read: what was found wrong, and the line of every value.

    A `lenient` sheet is a foreign FAQ: what is missing there is a warning. Every text of it must
    stand in all its `languages`.
    """

    path: Path
    faults: list[Fault]
    warnings: list[Fault]
    lines: dict[Place, int]
    lenient: bool = False
    languages: tuple[str, ...] = ("en", "zh")

    def met(self, place: Place, node: Node) -> None:
        """Keeps the line of a value; where it has a key, that of the key was kept before."""
        self.lines.setdefault(place, node.line)

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, says: str) -> None:
        """Notes that the value at this place is wrong."""
        self.faults.append(Fault(self.path, self.line(place), says))

    def lack(self, place: Place, says: str) -> None:
        """Notes what is missing: wrong in our content, a warning in a foreign FAQ."""
        lines = self.warnings if self.lenient else self.faults
        lines.append(Fault(self.path, self.line(place), says))


def decode(sheet: Sheet, kind: Any, node: Node, place: Place = ()) -> Any:
    """The node as a value of that type. What does not fit is a fault, and something empty of the
    right type stands in for it, so that all faults of a file are found in one go."""
    return _reader(kind)(sheet, node, place)


@cache
def key_of(field: str) -> str:
    """How a field is called in YAML."""
    return field.rstrip("_").replace("_", "-")


@cache
def _reader(kind: Any) -> Read:
    kind, origin = bare(kind), get_origin(bare(kind))
    if kind is Text:
        return _text
    if kind is Words:
        return _words
    if origin is tuple:
        return _several(_reader(get_args(kind)[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_reader(get_args(kind)[1]))
    if hasattr(kind, "_fields"):
        return _record(kind)
    if kind in _SCALARS:
        return _SCALARS[kind]
    return _choice(kind)


def _several(inner: Read) -> Read:
    def read(sheet: Sheet, node: Node, place: Place) -> Any:
        sheet.met(place, node)
        if node.id != "sequence":
            sheet.fault(place, "a list is wanted here")
            return ()
        return tuple(inner(sheet, part, (*place, at)) for at, part in enumerate(node.value))

    return read


def _pairs(sheet: Sheet, node: Node, place: Place) -> dict[str, Node]:
    """The entries of a mapping; each key once."""
    if node.id != "mapping":
        sheet.fault(place, "keys and values are wanted here")
        return {}
    found: dict[str, Node] = {}
    for key, value in node.value:
        name = key.value if key.id == "scalar" else "?"
        sheet.lines[(*place, name)] = key.line
        if name in found:
            sheet.fault((*place, name), f"repeated key {shown(name)}")
        found.setdefault(name, value)
    return found


def _mapping(inner: Read) -> Read:
    def read(sheet: Sheet, node: Node, place: Place) -> Any:
        sheet.met(place, node)
        pairs = _pairs(sheet, node, place)
        return {name: inner(sheet, value, (*place, name)) for name, value in pairs.items()}

    return read


def _by_language(sheet: Sheet, node: Node, place: Place) -> dict[str, Node]:
    """What stands beside the name of each language."""
    sheet.met(place, node)
    pairs = _pairs(sheet, node, place)
    for key in pairs.keys() - {*sheet.languages}:
        sheet.fault((*place, key), f"unknown key {shown(key)}")
        del pairs[key]
    return {tag: value for tag, value in pairs.items() if not _left_empty(sheet, value)}


def _text(sheet: Sheet, node: Node, place: Place) -> Text:
    """A text in every language; a language that is missing takes the text of another."""
    pairs = _by_language(sheet, node, place)
    texts = {tag: _scalar(sheet, value, (*place, tag)) for tag, value in pairs.items()}
    for tag in sheet.languages:
        if tag not in texts and node.id == "mapping":
            sheet.lack(place, f"missing key {tag}")
    other = next(iter(texts.values()), "")
    return Text(texts.get("en", other), texts.get("zh", other), texts)


def _words(sheet: Sheet, node: Node, place: Place) -> Words:
    """Phrasings by language."""
    read, pairs = _several(_scalar), _by_language(sheet, node, place)
    phrasings = {tag: read(sheet, value, (*place, tag)) for tag, value in pairs.items()}
    return Words(phrasings.get("en", ()), phrasings.get("zh", ()), phrasings)


def _record(kind: Any) -> Read:
    fields: dict[str, str] = {key_of(name): name for name in kind._fields}

    def read(sheet: Sheet, node: Node, place: Place) -> Any:
        sheet.met(place, node)
        pairs = _pairs(sheet, node, place)
        for key in pairs.keys() - fields.keys():
            sheet.fault((*place, key), f"unknown key {shown(key)}")
        values = {}
        for key, name in fields.items():
            if key in pairs and not _left_empty(sheet, pairs[key]):
                values[name] = decode(sheet, hints(kind)[name], pairs[key], (*place, key))
            elif name not in kind._field_defaults:
                values[name] = empty(hints(kind)[name])
                if node.id == "mapping":
                    note = sheet.fault if name in ("id", "question") else sheet.lack
                    note(place, f"missing key {key}")
        return kind(**values)

    return read


def _left_empty(sheet: Sheet, node: Node) -> bool:
    """Whether the value was left empty, which a foreign FAQ may do."""
    return sheet.lenient and node.id == "scalar" and node.value in ("", "~", "null")


def empty(kind: Any) -> Any:
    """The emptiest value of a type."""
    if kind is Text:
        return Text("", "")
    if kind is Words:
        return Words()
    if hasattr(kind, "_fields"):
        required = [name for name in kind._fields if name not in kind._field_defaults]
        return kind(**{name: empty(hints(kind)[name]) for name in required})
    origin = get_origin(kind) or kind
    if issubclass(origin, StrEnum):
        return next(iter(origin))
    return {} if issubclass(origin, Mapping) else origin()


def _scalar(sheet: Sheet, node: Node, place: Place) -> str:
    sheet.met(place, node)
    if node.id != "scalar":
        sheet.fault(place, "one text is wanted here, not several")
        return ""
    value: str = node.value.strip()
    if not value:
        sheet.lack(place, "nothing stands here")
    if len(value) > LONGEST_TEXT:
        sheet.fault(place, "this text is too long")
        return ""
    safe = plain(value)
    if safe != value:
        sheet.lack(place, f"a character that cannot be shown: {shown(value)}")
    return safe


def _choice(kind: Any) -> Read:
    def read(sheet: Sheet, node: Node, place: Place) -> Any:
        value = _scalar(sheet, node, place)
        if value in {member.value for member in kind}:
            return kind(value)
        if value:
            allowed = ", ".join(kind)
            sheet.fault(place, f"{shown(value)} is not one of: {allowed}")
        return next(iter(kind))

    return read


def _yes(sheet: Sheet, node: Node, place: Place) -> bool:
    value = _scalar(sheet, node, place)
    if value not in ("yes", "no"):
        sheet.fault(place, "write yes or no")
    return value == "yes"


def _number(sheet: Sheet, node: Node, place: Place) -> int:
    value = _scalar(sheet, node, place)
    if value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    sheet.fault(place, "a whole number is wanted here")
    return 0


_SCALARS: dict[Any, Read] = {str: _scalar, bool: _yes, int: _number}
