"""Reads a YAML file into nodes that know their lines, and refuses whatever could do harm."""

import stat
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.content.faults import Fault
from bfx_help.files import reason_of

LARGEST = 5_000_000
DEEPEST = 20
MOST = 200_000  # so many values a file may hold: fifty times what ours hold
_DEEP = "nested too deep"
_UNREADABLE = (
    "this cannot be read as YAML: check quotes, colons, brackets and indentation here and in"
    " the line above"
)
_ANCHORED = "anchors and aliases are not used here"
_KINDS = {
    "ScalarEvent": "scalar",
    "SequenceStartEvent": "sequence",
    "MappingStartEvent": "mapping",
}
_ENDS = ("SequenceEndEvent", "MappingEndEvent")

Refused = tuple[int, str]  # the line of what is wrong, and why


class Node(NamedTuple):
    """A value of a file: the text of a scalar, the nodes of a sequence, the pairs of a mapping."""

    id: str
    value: Any
    line: int


def compose(path: Path, text: str, faults: list[Fault]) -> Node | None:
    """The root node of a file without aliases, tags and deep nesting; `None`, and a fault more,
    where it cannot be had."""
    import yaml

    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is not in every build
        roots, refused = _roots(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        roots, refused = [], _syntax(error, text)
    if not refused and not roots:
        refused = 1, "the file is empty"
    if refused:
        faults.append(Fault(path, *refused))
        return None
    return roots[0]


def text_of(path: Path, faults: list[Fault]) -> str | None:
    """The text of a file; `None`, and a fault more, where it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for without end
            faults.append(Fault(path, 1, "this is not a file"))
            return None
        if status.st_size > LARGEST:
            faults.append(Fault(path, 1, "larger than 5 MB"))
            return None
        read = path.read_bytes()
    except OSError as error:
        faults.append(Fault(path, 1, f"cannot be read ({reason_of(error)})"))
        return None
    try:
        return read.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = read[: error.start].count(b"\n") + 1
        faults.append(Fault(path, line, "this is not UTF-8"))
        return None


def _roots(events: Iterable[Any]) -> tuple[list[Node], Refused | None]:
    """The root node, and what the parser would accept and we do not: nothing after it is read."""
    roots: list[Node] = []
    around: list[list[Any]] = [roots]  # the values of what is open here, from the outside in
    second = None  # the line of a second document
    for number, event in enumerate(events):
        name = type(event).__name__
        kind = _KINDS.get(name)
        if kind:
            line = event.start_mark.line + 1
            if event.anchor or event.tag:
                return [], (line, _ANCHORED if event.anchor else "tags are not used here")
            value = event.value if kind == "scalar" else []
            around[-1].append(Node(kind, value, line))
            if kind != "scalar":
                around.append(value)
        elif name in _ENDS:
            inner = around.pop()
            if name == "MappingEndEvent":
                inner[:] = [*zip(inner[::2], inner[1::2], strict=True)]
        elif name == "AliasEvent":
            return [], (event.start_mark.line + 1, _ANCHORED)
        elif name == "DocumentStartEvent" and roots:
            second = second or event.start_mark.line + 1
        if len(around) > DEEPEST + 1 or number > MOST:
            deep = len(around) > DEEPEST + 1
            return [], (event.start_mark.line + 1, _DEEP if deep else "too many values")
    return roots, (second, _UNREADABLE) if second else None


def _syntax(error: Exception, text: str) -> Refused:
    """Where the parser stopped, in words of ours: its own exist in one language, and change.

    It reads a line ahead, so that one which opens too much may stop it before `_roots` counts.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    until = getattr(error, "position", 0)  # in bytes, where a character is none of YAML's
    before = text[: mark.index] if mark else text.encode()[:until].decode(errors="replace")
    line = mark.line + 1 if mark else before.count("\n") + 1
    brackets = ((char in "[{") - (char in "]}") for char in before.rpartition("\n")[2])
    deep = max(accumulate(brackets), default=0) > DEEPEST
    return line, _DEEP if deep else _UNREADABLE
