"""Regular expressions that are compiled when they are first used: most commands redact nothing."""

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:  # the methods of a pattern, whatever they return
        method = getattr(re.compile(*self._made_of), name)
        setattr(self, name, method)
        return method


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, at the cost of a string until it is used."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
