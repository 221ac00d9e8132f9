"""Whether the Chinese texts use one word for one thing."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bfx_help.content.check_figures import texts
from bfx_help.content.faults import shown
from bfx_help.content.sheets import Rows
from bfx_help.model import GlossaryTerm


class _Wrong(NamedTuple):
    """The words that stand for other words, with the term each belongs to."""

    pattern: re.Pattern[str]
    terms: dict[str, GlossaryTerm]


def check(rows: Rows) -> None:
    """Notes each word that the glossary replaces, and the right one."""
    wrong = _wrong(row.value for row in rows.get("glossary", ()))
    if wrong is None:
        return
    for table in rows.values():
        for row in table:
            for place, text in texts(row.value):
                for word, term in _found(wrong, text.zh):
                    says = f"write {shown(term.zh)}, not {shown(word)} ({shown(term.en)})"
                    row.sheet.lack((*row.place, *place, "zh"), says)


def _wrong(terms: Iterable[GlossaryTerm]) -> _Wrong | None:
    """One pattern of all words, the longest first, so that an allowed one hides what is in it."""
    known = tuple(terms)
    words = {word: term for term in known for word in term.zh_not}
    allowed = {word for term in known for word in (term.zh, *term.zh_but)}
    ordered = sorted(words.keys() | allowed, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in ordered if word)
    return _Wrong(re.compile(pattern), words) if words else None


def _found(wrong: _Wrong, text: str) -> Iterator[tuple[str, GlossaryTerm]]:
    """The wrong words of a text, each once, with their terms."""
    for word in dict.fromkeys(wrong.pattern.findall(text)):
        if word in wrong.terms:
            yield word, wrong.terms[word]
