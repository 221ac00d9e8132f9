"""A content folder: which files belong to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bfx_help.content.faults import ContentError, Fault
from bfx_help.content.tables import FILES
from bfx_help.model import Text


class Folder(NamedTuple):
    """The files of a content folder; what it lacks comes from the shipped one, but no questions.

    `own` are the files that stand in the folder itself, in contrast to what is inherited; `lenient`
    a folder with nothing but questions, which may be foreign.
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
        there |= {f"language/{file.name}" for file in (path / "language").glob("*.yaml")}
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
        if name not in ("faq", "elsewhere")  # what one desk is asked says nothing of another
    }
    # The folder's own words of the program stand in place of the shipped ones, text by text.
    files["interface"] = tuple(dict.fromkeys((bundled() / "interface.yaml", *files["interface"])))
    files["faq"] = entries
    files["elsewhere"] = (path / "elsewhere.yaml",) if "elsewhere" in alone else ()
    own = frozenset(path / f"{name}.yaml" for name in alone).union(entries)
    return Folder(path, files, own, lenient=alone <= {"elsewhere"})
