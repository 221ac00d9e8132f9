"""A content folder: which files belong to it."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bfx_help.content.faults import ContentError, Fault
from bfx_help.content.tables import KINDS, LAYOUT
from bfx_help.files import reason_of


class Folder(NamedTuple):
    """The files of a content folder; what it lacks comes from the shipped one, but no questions.

    `own` are the files that stand in the folder itself, in contrast to what is inherited; `lenient`
    a folder with nothing but questions, which may be foreign. `languages` are those in which every
    text of a file must stand, of the folder's own files and of the others.
    """

    path: Path
    files: Mapping[str, tuple[Path, ...]]
    own: frozenset[Path]
    lenient: bool
    languages: tuple[tuple[str, ...], tuple[str, ...]] = (("en", "zh"), ("en", "zh"))


def bundled() -> Path:
    """The content shipped with the program: inside the wheel, or data/ in a checkout."""
    inside = Path(__file__).parents[1] / "data"
    return inside if inside.is_dir() else inside.parents[1] / "data"


_OLD = ("questionnaire.yaml", "requests.yaml", "facts.yaml", "interface.yaml")
"""Files of the shape that 0.1.0 had."""

_OF_ONE_DESK = (
    *("topics", "questions", "situations", "signs", "emergency", "routes", "letter", "checklist"),
    *("roles", "escalation", "guide"),
)
"""What belongs together: a folder with topics of its own inherits none of it."""

_NEVER_INHERITED = ("faq", "elsewhere", "glossary")
"""What one desk is asked says nothing of another, and each has its own words."""


def look(path: Path) -> Folder:
    """The files of a folder. Raises `ContentError` where it is none, or holds no content."""
    own = _files(path) if path != bundled() else _shipped()
    if not any(own.values()):
        raise ContentError([Fault(path, 1, _nothing(path))])
    apart = (*_NEVER_INHERITED, *(_OF_ONE_DESK if own["topics"] else ()))
    shipped = _shipped()
    files = {kind: own[kind] or (() if kind in apart else shipped[kind]) for kind in KINDS}
    # The folder's own words of the program stand in place of the shipped ones, text by text.
    files["interface"] = tuple(dict.fromkeys(shipped["interface"] + own["interface"]))
    found = frozenset(file for several in own.values() for file in several)
    lenient = all(not own[kind] for kind in KINDS if kind not in _NEVER_INHERITED)
    languages = (_languages(files["languages"]), _languages(shipped["languages"]))
    return Folder(path, files, found, lenient, languages)


def _languages(files: tuple[Path, ...]) -> tuple[str, ...]:
    """The languages that come from no other; read by their lines, before any file is decoded."""
    text = "".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    entries = re.split(r"^- id: *", text, flags=re.MULTILINE)[1:]
    own = (entry.split()[0] for entry in entries if entry.strip() and "\n  from:" not in entry)
    return tuple(own) or ("en", "zh")


@cache
def _shipped() -> Mapping[str, tuple[Path, ...]]:
    """The files of the shipped content, which stay while the program runs."""
    return _files(bundled())


def _files(path: Path) -> dict[str, tuple[Path, ...]]:
    """The content files that lie in a folder, by kind."""
    files: dict[str, tuple[Path, ...]] = dict.fromkeys(KINDS, ())
    names = cache(_names)
    try:
        os.listdir(path)  # noqa: PTH208 - names alone are wanted, here and below
        order = _topics(path)
        for pattern, kind in LAYOUT:
            found = sorted(_matching(os.fspath(path), pattern.split("/"), names), key=order)
            files[kind] += tuple(path.joinpath(*parts) for parts in found)
    except OSError as error:
        says = f"cannot be read as a folder ({reason_of(error)})"
        raise ContentError([Fault(path, 1, says)]) from None
    return files


Parts = tuple[str, ...]  # the way from the folder to a file


def _matching(
    folder: str, pattern: Sequence[str], names: Callable[[str], Sequence[str]]
) -> Iterator[Parts]:
    """The files of a pattern; also a link that leads nowhere, so that it is told. (`glob` would
    take four times as long, which every command would pay.)"""
    first, *rest = pattern
    before, star, after = first.partition("*")
    for name in names(folder):
        if name == first or (star and name.startswith(before) and name.endswith(after)):
            if rest:
                inner = _matching(f"{folder}{os.sep}{name}", rest, names)
                yield from ((name, *parts) for parts in inner)
            else:
                yield (name,)


def _names(folder: str) -> Sequence[str]:
    """What lies in a folder; nothing in what is none."""
    return os.listdir(folder) if os.path.isdir(folder) else ()  # noqa: PTH112, PTH208


def _topics(path: Path) -> Callable[[Parts], tuple[int, Parts]]:
    """The order of files: topic by topic as in the list of topics, else by name."""
    try:
        text = (path / "shared" / "topics.yaml").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        text = ""
    ids = [line[6:].strip() for line in text.splitlines() if line.startswith("- id:")]
    place = {name: at for at, name in enumerate(ids)}

    def order(parts: Parts) -> tuple[int, Parts]:
        *folders, name = parts
        topic = place.get(folders[-1], len(place)) if folders else 0
        return topic, (*folders, name.removesuffix(".yaml"))

    return order


def _nothing(path: Path) -> str:
    if any((path / name).exists() for name in _OLD):
        return "is a content folder of version 0.1: move each topic into topics/<topic>/"
    return "holds no content: no faq/*.yaml, no topics/ ..."
