"""Lists of words and names: platforms, bait, letters that look alike, what is rude."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path


@cache
def list_of(file: str, section: str) -> str:
    """A section of a file in `words/`, without comments."""
    return _sections(file)[section].strip("\n")


def words_of(file: str, section: str) -> frozenset[str]:
    """The words of a section."""
    return frozenset(list_of(file, section).split())


def table_of(file: str, section: str) -> dict[str, str]:
    """The lines of a section: a name, a colon, and what belongs to it."""
    pairs = (line.partition(":") for line in list_of(file, section).splitlines())
    return {name: rest.strip() for name, _, rest in pairs}


@cache
def _sections(file: str) -> Mapping[str, str]:
    return dict(sections_of(read_list(Path(__file__).parent / "words" / f"{file}.txt")))


def read_list(path: Path) -> str:
    """The text of a list, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line[:2] != "# ")


def sections_of(text: str) -> Iterator[tuple[str, str]]:
    """The sections of a list: the heading in brackets, and the text."""
    parts = re.split(r"^\[([a-z ]+)\]\n", text, flags=re.MULTILINE)
    return zip(parts[1::2], parts[2::2], strict=True)
