"""Texts in two languages, what may stand in them, and the error that is told in one sentence."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, NewType

Redacted = NewType("Redacted", str)
"""Text that somebody typed, after `redact` took the secrets out. Only `redact` makes it."""

Own = NewType("Own", str)
"""Text of the program's own content: nobody typed it, so it can hold no secret."""

Value = Redacted | Own
Answers = Mapping[str, Value]
"""From question id to answer. Several choices are joined by commas; `UNKNOWN` is "I don't know"."""

When = Mapping[str, tuple[str, ...]]
"""A condition: every question named must have one of the answers listed beside it."""

ALWAYS: When = MappingProxyType({})

UNKNOWN = Own("unknown")
BLANK = Own("blank")
"""The answer of a field that is left to be filled in at the site."""

NONE = Own("none")
"""The answer that there is nothing of the kind."""


class Problem(Exception):
    """An error that the user is told in one sentence; exit code 1."""


class UsageProblem(Problem):
    """The command line cannot be followed; exit code 2."""


class Language(StrEnum):
    """A language of the interface and of the content."""

    EN = "en"
    ZH = "zh"


class Text(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def in_(self, language: Language) -> str:
        """The text in one language."""
        return self.en if language is Language.EN else self.zh

    def map(self, change: Callable[[str], str]) -> "Text":
        """The text with both languages changed alike."""
        return Text(change(self.en), change(self.zh))

    def join(self, other: "Text", between: str) -> "Text":
        """This text, then the other one."""
        return Text(f"{self.en}{between}{other.en}", f"{self.zh}{between}{other.zh}")


class Tone(StrEnum):
    """How something is said. What it means stands in the words, never in the style alone."""

    PLAIN = "plain"
    HEADING = "heading"
    WARNING = "warning"
    GOOD = "good"
    QUIET = "quiet"
    STRONG = "strong"
    ALERT = "alert"  # a warning whose words say that it is one


class Words(NamedTuple):
    """Words or phrasings as people type them, per language; the numbers may differ."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


Shown = Callable[[str], Text | None]
"""How the answer to a question, or a computed name, reads in a text; None if it is not known."""

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_PLACEHOLDER = rf"\$(?:(?P<name>{_NAME})|\{{(?P<braced>{_NAME})\}})"
_QUOTES = ('""', "“”", "「」")
_QUOTES_ALL = '"“”「」'
_STOPS = ".。"
_SURROUNDED = rf"(?P<before>[\"“「])?{_PLACEHOLDER}(?P<after>[\"”」]?[.。]?)"


def placeholders(text: str) -> tuple[str, ...]:
    """The names of a text's placeholders, `$wd-amount` or `${wd-amount}`, in their order."""
    if "$" not in text:
        return ()
    return tuple(found["name"] or found["braced"] for found in re.finditer(_PLACEHOLDER, text))


def fill(says: Text, shown: Shown) -> Text | None:
    """A text with its placeholders filled in; None if one of them is not known. Quotes within
    quotes and a second full stop are left out."""
    values: dict[str, Text] = {}
    for name in placeholders(says.en):
        value = shown(name)
        if value is None:
            return None
        values[name] = value
    if not values:
        return says

    def in_language(language: Language) -> str:
        def value(found: re.Match[str]) -> str:
            text = values[found["name"] or found["braced"]].in_(language)
            before, after = found["before"] or "", found["after"] or ""
            if (before[:1] + after[:1]) in _QUOTES and any(sign in text for sign in _QUOTES_ALL):
                before, after = "", after[1:]
            if text.endswith(tuple(_STOPS)) and after.endswith(tuple(_STOPS)):
                after = after[:-1]
            return f"{before}{text}{after}"

        return re.sub(_SURROUNDED, value, says.in_(language))

    return Text(in_language(Language.EN), in_language(Language.ZH))
