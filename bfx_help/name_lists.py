"""Lists of words and names: platforms, bait, letters that look alike, times, what is rude."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path


@cache
def list_of(file: str, section: str) -> str:
    """A section of a file in `words/`, without comments."""
    return sections(file)[section].strip("\n")


def words_of(file: str, section: str) -> frozenset[str]:
    """The words of a section."""
    return frozenset(list_of(file, section).split())


@cache
def table_of(file: str, section: str) -> Mapping[str, str]:
    """The lines of a section: a name, a colon, and what belongs to it."""
    pairs = (line.partition(":") for line in list_of(file, section).splitlines())
    return {name: rest.strip() for name, _, rest in pairs}


def pattern_of(file: str, section: str) -> str:
    """A section as one pattern: what fits one of its lines."""
    return "|".join(list_of(file, section).splitlines())


@cache
def sections(file: str) -> Mapping[str, str]:
    """The sections of a file in `words/`."""
    return dict(sections_of(read_list(Path(__file__).parent / "words" / f"{file}.txt")))


def read_list(path: Path) -> str:
    """The text of a list, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line[:2] != "# ")


def sections_of(text: str) -> Iterator[tuple[str, str]]:
    """The sections of a list: the heading in brackets, and the text."""
    parts = re.split(r"^\[([a-z ]+)\]\n", text, flags=re.MULTILINE)
    return zip(parts[1::2], parts[2::2], strict=True)
