"""The text as the rules see it: one form of every character, and the way back to the original."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bfx_help.redact.secret_kinds import PLACEHOLDER

_MARKS = "\u0300-\u036f\u1160-\u11ff\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\uff9e\uff9f"
_STABLE = (  # NFKC leaves these characters as they are
    "\x00-\x7f\u00c0-\u00ff\u0410-\u044f\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3"
)
OPAQUE = "\ufffc"


class View(NamedTuple):
    """Normalised text; `starts` and `ends` say where in the original each character comes from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of a passage of the view."""
        return self.starts[start], self.ends[end - 1]


def view(text: str) -> View:
    """NFKC without invisible characters; placeholders become opaque: nothing is found in them."""
    if text.isascii():
        return View(_blank(text), range(len(text)), range(1, len(text) + 1))
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    for match in _clusters().finditer(text):
        start, end = match.span()
        part = match.group()
        if match.lastindex:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            normal = unicodedata.normalize("NFKC", part)
            if len(normal) <= 3 * len(
                part
            ):  # a sign that is a whole sentence is no part of a value
                part = "".join(c for c in normal if unicodedata.category(c) != "Cf")
            starts.extend([start] * len(part))
            ends.extend([end] * len(part))
        parts.append(part)
    return View(_blank("".join(parts)), starts, ends)


@cache
def _clusters() -> re.Pattern[str]:
    # A base character goes with its marks: the word lists and some keyboards write them apart.
    return re.compile(rf"([{_STABLE}]+)(?![{_MARKS}])|.[{_MARKS}]{{0,8}}", re.DOTALL)


def _blank(text: str) -> str:
    if "[hidden: " not in text:
        return text
    return PLACEHOLDER.sub(lambda match: OPAQUE * len(match.group()), text)
