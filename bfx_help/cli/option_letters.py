"""Reads which options of a field are meant: by their letters, or by their names."""

import re
from collections.abc import Sequence

from bfx_help.model import Asks, Option, Question
from bfx_help.name_lists import pattern_of


def lettered(field: Question, text: str, options: Sequence[Option]) -> str | None:
    """The options behind letters, such as `a`, `a, c` or `ac`."""
    several = field.kind is Asks.SEVERAL
    chosen = behind_letters(text, options, joined=several)
    return ",".join(option.id for option in chosen) if several or len(chosen) == 1 else None


def by_their_names(text: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """The options whose names a text strings together: "the website and the app"."""
    names = [
        (name.casefold(), option)
        for option in options
        for name in (*option.name, *(option.request or ()))
    ]
    rest, chosen = text.casefold(), list[Option]()
    for name, option in sorted(names, key=lambda pair: len(pair[0]), reverse=True):
        if name in rest:
            rest = rest.replace(name, " ")
            chosen += [option] if option not in chosen else []
    strung = re.fullmatch(rf"(?:\s|[;；+]|{pattern_of('running', 'several')})*", rest)
    return tuple(option for option in options if option in chosen and strung)


def behind_letters(text: str, options: Sequence[Option], *, joined: bool) -> tuple[Option, ...]:
    """The options that letters name, `joined` also without a space between them; none where
    anything else stands there."""
    parts = re.split(r"[\s,，、;]+", text.strip().lower().rstrip(".)"))
    if joined and len(parts) == 1 and list(parts[0]) == sorted({*parts[0]}):
        parts = list(parts[0])
    places = [ord(part[0]) - 97 for part in parts if re.fullmatch(r"[a-z]\)?", part)]
    if len(places) != len(parts) or any(place >= len(options) for place in places):
        return ()
    return tuple(options[place] for place in places)
