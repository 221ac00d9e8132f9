"""What stands in a letter beside the own account: the details, and what one of the two leaves out
since the other says it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bfx_help.model import Language, Text, holds_chinese, joined
from bfx_help.name_lists import pattern_of
from bfx_help.request.phrases import LONG_CHAIN
from bfx_help.request.repeats import is_retold
from bfx_help.request.sections import Section, is_labelled, is_numbered, under_headings

_QUOTE = re.compile(r"[:：]?\s*[\"“「](?P<words>[^\"“”「」\n]{20,})[\"”」](?P<behind>[.。]?)")
"""Words that somebody is quoted with, long enough to be known again."""

_TAGS = (Language.EN, Language.ZH)
"""The languages in which two lines are compared: what was typed in Chinese is in both."""


def with_few_headings(details: Iterable[Text]) -> Iterator[Text]:
    """The lines of the details; a short line that is alone below its heading stands with the lines
    below none, unless they tell it."""
    parts = list(under_headings(details))
    above = [line for heading, block in parts if heading is None for line in block]
    headed = list[Text]()
    for heading, block in parts:
        only = block[0] if len(block) == 1 else None
        if heading and only and len(only.en) <= LONG_CHAIN and not is_numbered(heading):
            alone = only if is_labelled(only) else joined((heading, only), Text(" ", ""))
            yield from [alone] if not_retold((only,), above) else ()
        elif heading and block:
            headed += (heading, *block)
        else:
            yield from block
    yield from headed


def not_retold(lines: Iterable[Text], others: Iterable[Text]) -> tuple[Text, ...]:
    """The lines that none of the others tells as well."""
    own = list(others)

    def is_there(line: Text) -> bool:
        return any(is_retold(line.in_(tag), other.in_(tag)) for other in own for tag in _TAGS)

    return tuple(line for line in lines if not is_there(line))


def without_quotes(lines: Iterable[Text], above: Iterable[Text], instead: Text) -> Iterator[Text]:
    """The lines of the account without the words of support that stand above it already."""
    paragraphs = list(above)

    def put(tag: Language, parts: list[str]) -> str:
        def left(quote: re.Match[str]) -> str:
            if not any(quote["words"].strip(" .。") in said.in_(tag) for said in paragraphs):
                return quote[0]
            chinese = tag.is_chinese or holds_chinese(parts[0])
            space, stop = ("", "。") if chinese else (" ", ".")
            ends = quote["words"][-1:] in ".。" and quote["behind"] == ""
            said = instead.zh if chinese else instead.en
            return f"{space}{said}{stop if ends else quote['behind']}"

        return _QUOTE.sub(left, parts[0])

    return (Text.made((line,), put) for line in lines)


def is_of(part: Section, matter: str) -> bool:
    """Whether the heading of a part says that it is of a matter in `words/account.txt`."""
    title = part.title.en.rstrip(":：") if part.title else ""
    return bool(re.fullmatch(pattern_of("account", matter), title, re.IGNORECASE))


def with_checks(
    parts: Iterable[Section], checked: Sequence[Text], heading: Text
) -> Iterator[Section]:
    """The typed parts; that of what was checked with the checks of the letter, and with the English
    `heading` where it was typed in Chinese."""
    for part in parts:
        if not is_of(part, "checks heading") or part.title is None:
            yield part
            continue
        typed = part.title
        title = typed.also("en", heading.en) if holds_chinese(typed.en) else typed
        yield part._replace(title=title, lines=(*part.lines, *checked))
