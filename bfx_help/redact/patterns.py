"""Regular expressions stay strings until they are first used: most commands redact nothing."""

import re
from functools import cache


@cache
def rx(pattern: str) -> re.Pattern[str]:
    """The compiled pattern. Flags stand at its beginning: `(?i)`, `(?a)`, `(?s)`."""
    return re.compile(pattern)
