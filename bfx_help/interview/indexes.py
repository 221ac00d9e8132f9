"""The index of the situations, and what is kept beside the compiled content: the index of the
answers; and that of the situations, with what understanding makes of the content."""

import json
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bfx_help.content import Content
from bfx_help.content.compiled import ANSWERS, SITUATIONS
from bfx_help.model import Words

if TYPE_CHECKING:  # a dozen milliseconds that only a search need pay
    from bfx_help import search
    from bfx_help.interview.standings import Parts

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""What is an emergency from the first word on is one at any time."""


def add(name: str, connection: sqlite3.Connection, content: Content) -> None:
    """Fill a file of the compiled content: with the index of the answers, or with that of the
    situations, the lexicon and the emergencies."""
    from bfx_help import search
    from bfx_help.search.faq_index import build_answers

    if name == ANSWERS:
        search.store(build_answers(content), connection)
    else:
        search.store(_of_situations(content), connection)
        _add_understanding(connection, content)


def _add_understanding(connection: sqlite3.Connection, content: Content) -> None:
    from bfx_help.interview.account_lines import LINE_CONCEPTS
    from bfx_help.interview.lexicon import lexicon

    words = lexicon(concept for concept in content.concepts if concept.id not in LINE_CONCEPTS)
    values = (*words, sorted(_emergencies(content)))
    connection.execute("create table understanding (latin text, chinese text, emergencies text)")
    connection.execute("insert into understanding values (?, ?, ?)", [*map(json.dumps, values)])


def _of_situations(content: Content) -> "search.BuiltIndex":
    from bfx_help.interview.clauses import DENYING, marked
    from bfx_help.interview.lexicon import lexicon
    from bfx_help.search import Document, build
    from bfx_help.search.faq_index import elsewhere

    words = lexicon(concept for concept in content.concepts if concept.id in DENYING)

    def signed(phrasings: Words) -> tuple[str, ...]:
        return tuple(marked(words, text) for text in sum(phrasings, ()))

    own = (
        Document(item.id, item.topic, signed(item.phrasings), against=signed(item.not_phrasings))
        for item in content.situations.values()
        if any(item.phrasings)
    )
    return build((*own, *elsewhere(content)), latin_pieces=False)


def situations_index(content: Content) -> "search.Index":
    """The index of the situations: the compiled one, or a new one where nothing can be kept."""
    return content.once(_opened)


def _opened(content: Content) -> "search.Index":
    from bfx_help.search import Index

    return Index(_stored(content))


def _stored(content: Content) -> sqlite3.Connection:
    return content.index(SITUATIONS) or content.once(_in_memory)


def _in_memory(content: Content) -> sqlite3.Connection:
    """What understanding needs, where nothing can be kept."""
    from bfx_help.search import in_memory

    connection = in_memory(_of_situations(content))
    _add_understanding(connection, content)
    return connection


def parts_of(content: Content) -> "Parts":
    """What understanding the first words needs of the content: read, if it was compiled."""
    return content.once(_parts)


def _parts(content: Content) -> "Parts":
    from bfx_help.interview.lexicon import Lexicon
    from bfx_help.interview.standings import Parts

    roles = content.roles
    row = (
        _stored(content).execute("select latin, chinese, emergencies from understanding").fetchone()
    )
    latin, chinese, emergencies = map(json.loads, row)
    return Parts(
        Lexicon(latin, chinese),
        content.signs,
        frozenset(roles.asked_first),
        frozenset(emergencies),
        roles.general_topic,
    )


def _emergencies(content: Content) -> frozenset[str]:
    """The situations that are emergencies by the content's own condition."""
    from bfx_help.interview.step import step
    from bfx_help.model import Own

    roles = content.roles
    topic = roles.emergency.situation.partition(".")[0]
    names = (name for name, item in content.situations.items() if item.topic == topic)

    def is_emergency(name: str) -> bool:
        answers = {roles.questions.topic: Own(topic), roles.questions.situation: Own(name)}
        return step(content, answers, _ANY_TIME).emergency

    return frozenset(filter(is_emergency, names))
