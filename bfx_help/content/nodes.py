"""Reads a YAML file into nodes that know their lines, and refuses whatever could do harm."""

import stat
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from bfx_help.content.faults import Fault
from bfx_help.files import reason_of

LARGEST = 5_000_000
DEEPEST = 20
MOST = 200_000  # so many values a file may hold: fifty times what ours hold
_DEEP = "nested too deep"


def compose(path: Path, text: str, faults: list[Fault]) -> Any:
    """The root node of a file without aliases, tags and deep nesting; `None`, and a fault more,
    where it cannot be had."""
    import yaml

    try:
        refused = next(_refused(text), None)
        if refused:
            faults.append(Fault(path, *refused))
            return None
        node = yaml.compose(text, Loader=_loader())
    except yaml.YAMLError as error:
        faults.append(Fault(path, *_syntax(error, text)))
        return None
    if node is None:
        faults.append(Fault(path, 1, "the file is empty"))
    return node


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is not in every build


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


def _refused(text: str) -> Iterator[tuple[int, str]]:
    """What the parser would accept and we do not, found before anything is built from it."""
    import yaml

    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=_loader())):
        mark: Any = event.start_mark  # always there, whatever its type says
        line = mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield line, "anchors and aliases are not used here"
        if getattr(event, "tag", None):
            yield line, "tags are not used here"
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield line, _DEEP
        if number > MOST:
            yield line, "too many values"


def _syntax(error: Exception, text: str) -> tuple[int, str]:
    """Where the parser stopped, in words of ours: its own exist in one language, and change.

    It reads a line ahead, so that one which opens too much may stop it before `_refused` counts.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    until = getattr(error, "position", 0)  # in bytes, where a character is none of YAML's
    before = text[: mark.index] if mark else text.encode()[:until].decode(errors="replace")
    line = mark.line + 1 if mark else before.count("\n") + 1
    if _is_deep(before.rpartition("\n")[2]):
        return line, _DEEP
    return line, (
        "this cannot be read as YAML: check quotes, colons, brackets and indentation here and in"
        " the line above"
    )


def _is_deep(line: str) -> bool:
    """Whether a line opens more brackets than may be open."""
    depths = accumulate((char in "[{") - (char in "]}") for char in line)
    return max(depths, default=0) > DEEPEST
