"""One clock for a letter: UTC, with the local time in brackets, whose zone is said once."""

import re
from collections.abc import Iterable

from bfx_help.model import Language, Text
from bfx_help.name_lists import pattern_of
from bfx_help.request.sections import Section

_GONE = "\0"
"""Stands for a time that is taken out with the blank before it."""


def with_zone_once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections; the first local time in brackets says that it is local and of which zone, also
    in each paragraph; the others are the bare time, and in a list, where every line has one, UTC
    stands alone. As they are where there are several zones, as when clocks changed."""
    sections = tuple(sections)
    local = re.compile(pattern_of("account", "local time"))
    lines = [line for section in sections for line in section.lines]
    zones = {found["zone"] for line in lines for found in local.finditer(line.en)} - {None}
    if len(zones) != 1:
        return sections
    named: set[Language] = set()  # the languages in which the zone was said

    def said_once(line: Text, *, listed: bool = False) -> Text:
        def shortened(language: Language, parts: list[str]) -> str:
            def short(found: re.Match[str]) -> str:
                if language in named:
                    return _GONE if listed else f"({found['there']})"
                if found["zone"]:
                    named.add(language)
                return found[0]

            return local.sub(short, parts[0]).replace(f" {_GONE}", "")

        return Text.made((line,), shortened)

    def shortened_in(section: Section) -> Section:
        if section.title is None:
            named.clear()  # a paragraph, such as the deadline, is read by itself
        return section._replace(
            title=section.title and said_once(section.title),
            lines=tuple(said_once(line, listed=section.dashed) for line in section.lines),
        )

    return tuple(map(shortened_in, sections))
