"""What the first words say: the situation, if it is sure, those that are likely, and the facts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.interview.clauses import Clause, clauses_of
from bfx_help.interview.direction import rewritten, way_of
from bfx_help.interview.lexicon import Lexicon
from bfx_help.interview.particulars import Particulars, particulars
from bfx_help.interview.signs import Sign, Signs, signs_of
from bfx_help.search import Index, Recent, likenesses

OFFERED = 3
MARGIN = 0.15  # how much nearer than the next a situation is where it is sure
NOTHING = 0.22  # below this likeness no situation is meant
SURE = 0.34  # a situation less near than this is not sure
DOUBTFUL = 0.6  # what a clause counts that is supposed, reported, or long past
SINGLE = 0.5  # what the best clause alone counts, against the whole text
CLAUSES = 24  # clauses that are compared alone
STATE = ".unclear"  # after a topic: its own question is to be asked first
SHORT = 4  # words, or Chinese characters by two, below which little is said


class Parts(NamedTuple):
    """What of the content is needed: the lexicon of both languages, the signs that decide between
    neighbours, the topics whose own question goes first where nothing is sure, and the situations
    that are an emergency."""

    lexicon: Lexicon
    signs: tuple[Sign, ...] = ()
    cautious: frozenset[str] = frozenset()
    emergencies: frozenset[str] = frozenset()


class Understood(NamedTuple):
    """What a text says. Without a sure situation `likely` are those to offer, best first; where it
    begins with a topic's own question, that one is to be asked."""

    topic: str | None
    situation: str | None
    sure: bool
    likely: tuple[str, ...]
    emergency: bool
    elsewhere: str | None
    because: tuple[str, ...]
    facts: Particulars


class Standing(NamedTuple):
    """A situation on its way: how near it is, whether all its phrasings and the closest agree."""

    id: str
    topic: str | None
    score: float
    agreed: bool
    barred: bool
    matched: tuple[str, ...]


def understand(text: str, parts: Parts, index: Index, now: datetime) -> Understood:
    """What a text says, whatever was typed."""
    clauses = clauses_of(parts.lexicon, text)
    facts = particulars(text, clauses, now)
    way = way_of(clauses)
    held = signs_of(parts.signs, clauses, facts, way)
    found = standings(clauses, index, held)
    return judged(clauses, facts, found, held, parts)


def standings(clauses: Sequence[Clause], index: Index, held: Signs) -> list[Standing]:
    """The situations, and what is answered elsewhere, best first: half by the whole text, half by
    the clause that comes nearest; then by the signs."""
    recent = Recent(index)
    texts = [rewritten(clause, held.way) for clause in clauses]
    whole = {one.id: one for one in likenesses(recent, " ".join(texts))}
    single: dict[str, float] = {}
    leaders: set[str] = set()
    matched: dict[str, tuple[str, ...]] = {name: one.matched for name, one in whole.items()}
    contrary = {name for name, one in whole.items() if one.contrary}
    if len(texts) > 1:
        for clause, words in zip(clauses[:CLAUSES], texts, strict=False):
            counts = DOUBTFUL if clause.doubtful else 1.0
            for one in likenesses(recent, words):
                if one.score * counts > single.get(one.id, 0.0):
                    single[one.id] = one.score * counts
                    matched.setdefault(one.id, one.matched)
    closest = max(whole.values(), key=lambda one: one.closest, default=None)
    topics = {one.id: one.topic for one in whole.values()}
    found = []
    for name, one in whole.items():
        score = one.score if len(texts) == 1 else (1 - SINGLE) * one.score + SINGLE * single.get(name, 0.0)
        agreed = closest is not None and closest.id == name
        barred = name in contrary or held.weakens(name)
        score *= 0.6 if barred else 1.0
        score += 0.1 * min(2, held.favour(name))
        found.append(Standing(name, topics[name], score, agreed, barred, matched[name]))
    return sorted(found, key=lambda one: -one.score)


def judged(
    clauses: Sequence[Clause],
    facts: Particulars,
    found: Sequence[Standing],
    held: Signs,
    parts: Parts,
) -> Understood:
    """What is made of the standings: sure, likely, or nothing."""
    if not found or found[0].score < NOTHING:
        return Understood(None, None, False, (), False, None, (), facts)
    best = found[0]
    next_score = next((one.score for one in found[1:]), 0.0)
    sure = best.agreed and not best.barred and best.score >= SURE and best.score - next_score >= MARGIN
    own = [one for one in found if one.topic]
    emergency = any(sign.emergency for sign in held.held) 
    if best.topic is None:
        return Understood(None, None, sure, tuple(one.id for one in own[:OFFERED]), False, best.id, best.matched, facts)
    topic = best.topic
    likely = tuple(one.id for one in own[:OFFERED])
    if sure:
        return Understood(topic, best.id, True, (), emergency, None, best.matched, facts)
    return Understood(topic, None, False, likely, emergency, None, best.matched, facts)


def as_json(understood: Understood) -> Mapping[str, object]:
    """The object of the command for programs."""
    facts = understood.facts._asdict()
    return understood._asdict() | {"facts": {name.replace("_", "-"): value for name, value in facts.items()}}
