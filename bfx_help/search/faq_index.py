"""The index of the answers, with what is answered elsewhere."""

import sqlite3

from bfx_help.content import Content
from bfx_help.content.compiled import ANSWERS
from bfx_help.search.index import BuiltIndex, Document, build
from bfx_help.search.sqlite_index import Index, in_memory


def answers_index(content: Content) -> Index:
    """The index of the answers: the compiled one, or a new one where nothing can be kept."""
    return Index(content.index(ANSWERS) or content.once(_in_memory))


def _in_memory(content: Content) -> sqlite3.Connection:
    return in_memory(build_answers(content))


def build_answers(content: Content) -> BuiltIndex:
    """A new index of the answers."""
    languages = content.own_languages
    own = (
        Document(
            entry.id,
            entry.topic,
            sum(entry.phrasings, ()),
            tuple(entry.question.as_dict(languages).values()),
            says=tuple(entry.answer.as_dict(languages).values()),
        )
        for entry in content.faq.values()
    )
    return build((*own, *elsewhere(content)))


def elsewhere(content: Content) -> tuple[Document, ...]:
    """What the desk is asked although it is answered elsewhere."""
    return tuple(
        Document(item.id, None, sum(item.phrasings, ())) for item in content.elsewhere.values()
    )
