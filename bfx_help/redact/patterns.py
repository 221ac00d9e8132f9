"""Regular expressions that are compiled when they are first used: most commands redact nothing."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property

_END = sys.maxsize


class Late:
    """A pattern that costs a string until it is used, with the methods that are needed here."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._made_of = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._made_of)

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """As `re.Pattern.findall`, for a pattern with at most one group."""
        return self._compiled.findall(text)

    def sub(self, by: str, text: str) -> str:
        """As `re.Pattern.sub`."""
        return self._compiled.sub(by, text)


def lazy(pattern: str, flags: int = 0) -> Late:
    """A pattern to be compiled when it is first used."""
    return Late(pattern, flags)
