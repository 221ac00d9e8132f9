"""The indexes of the search: of the answers and of the situations, compiled with the content."""

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from bfx_help.content import Content
from bfx_help.model import Words

if TYPE_CHECKING:  # a dozen milliseconds that only a search need pay
    from bfx_help import search
    from bfx_help.interview.understand import Parts

SITUATIONS = "situations"
"""The name under which the index of the situations is kept."""


def add(connection: sqlite3.Connection, content: Content) -> None:
    """Keep both indexes beside the compiled content."""
    from bfx_help import search

    search.store(_of_answers(content), connection)
    search.store(_of_situations(content), connection, SITUATIONS)


def _of_answers(content: Content) -> "search.BuiltIndex":
    from bfx_help.search import Document, build

    own = (
        Document(entry.id, entry.topic, sum(entry.phrasings, ()), entry.question, says=entry.answer)
        for entry in content.faq.values()
    )
    return build((*own, *_elsewhere(content)))


def _of_situations(content: Content) -> "search.BuiltIndex":
    from bfx_help.interview.clauses import DENYING, marked
    from bfx_help.interview.lexicon import lexicon
    from bfx_help.search import Document, build

    words = lexicon(concept for concept in content.concepts if concept.id in DENYING)

    def signed(phrasings: Words) -> tuple[str, ...]:
        return tuple(marked(words, text) for text in sum(phrasings, ()))

    own = (
        Document(item.id, item.topic, signed(item.phrasings), against=signed(item.not_phrasings))
        for item in content.situations.values()
        if any(item.phrasings)
    )
    return build((*own, *_elsewhere(content)))


def _elsewhere(content: Content) -> "tuple[search.Document, ...]":
    """What the desk is asked although it is answered elsewhere."""
    from bfx_help.search import Document

    return tuple(
        Document(item.id, None, sum(item.phrasings, ())) for item in content.elsewhere.values()
    )


def answers_index(content: Content) -> "search.Index":
    """The index of the answers: the compiled one, or a new one where nothing can be kept."""
    from bfx_help.search import StoredIndex

    compiled = content.indexes
    return StoredIndex(compiled) if compiled else _of_answers(content)


def situations_index(content: Content) -> "search.Index":
    """The index of the situations, in the same way."""
    from bfx_help.search import StoredIndex

    compiled = content.indexes
    return StoredIndex(compiled, SITUATIONS) if compiled else _of_situations(content)


def parts_of(content: Content, now: datetime) -> "Parts":
    """What understanding the first words needs of the content."""
    from bfx_help.interview.lexicon import lexicon
    from bfx_help.interview.understand import Parts

    emergencies = _emergencies(content, now)
    asked_first = frozenset(content.roles.asked_first)
    return Parts(lexicon(content.concepts), content.signs, asked_first, emergencies)


def _emergencies(content: Content, now: datetime) -> frozenset[str]:
    """The situations that are emergencies by the content's own condition."""
    from bfx_help.interview.step import step
    from bfx_help.model import Own

    roles = content.roles
    topic = roles.emergency.situation.partition(".")[0]
    names = (name for name, item in content.situations.items() if item.topic == topic)

    def is_emergency(name: str) -> bool:
        answers = {roles.questions.topic: Own(topic), roles.questions.situation: Own(name)}
        return step(content, answers, now).emergency

    return frozenset(filter(is_emergency, names))
