"""What the first words say: the situation, if it is sure, those that are likely, and the facts."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.interview.clauses import Clause, clauses_of
from bfx_help.interview.direction import rewritten, way_of
from bfx_help.interview.lexicon import Lexicon
from bfx_help.interview.particulars import Particulars, particulars
from bfx_help.interview.signs import Signs, signs_of
from bfx_help.model import Sign
from bfx_help.search import Index, Recent, compare
from bfx_help.search.likeness import FEW
from bfx_help.search.terms import FUNCTION_WORDS, runs

OFFERED = 3
MARGIN = 0.45  # how much nearer than the next a sure situation is, the more the less is said
NOTHING = 0.25  # below this likeness a short text means no situation
NEARLY_NOTHING = 0.08  # and a longer one
SURE = 0.34  # a situation less near than this is not sure
DOUBTFUL = 0.6  # what a clause counts that is supposed, reported, or long past
SINGLE = 0.0  # what the best clause alone counts, against the whole text
CLAUSES = 24  # clauses that are compared alone
NOT_NEAR = -0.1  # the score of a document that no clause comes near to
AWAY = 0.2  # what a situation loses that the text denies
FAVOUR = 0.1  # what a sign adds
AGREED = 1.0  # of the closest phrasing of all: a situation whose own is nearer agrees
FOREIGN = 0.55  # how near the closest phrasing of a matter of others must come
ELSEWHERE = 0.04  # how much nearer than any situation a matter of others is
HERE = 0.2  # and where the exchange is named
CLOSE = 0.05  # how much nearer another situation may be where an emergency is hinted at
HINTS = ("takes", "foreign", "gave", "stranger", "whom", "installed")
STATE = ".unclear"  # after a topic: its own question is to be asked first
SHORT = 4  # words, or Chinese characters by two, below which little is said


class Parts(NamedTuple):
    """What of the content is needed: the lexicon of both languages, the signs that decide between
    neighbours, the topics whose own question goes first where nothing is sure, and the situations
    that are an emergency."""

    lexicon: Lexicon
    signs: tuple[Sign, ...] = ()
    asked_first: frozenset[str] = frozenset()
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
    near: float
    agreed: bool
    barred: bool
    foreign: bool
    matched: tuple[str, ...]


def understand(text: str, parts: Parts, index: Index, now: datetime) -> Understood:
    """What a text says, whatever was typed."""
    clauses = clauses_of(parts.lexicon, text)
    facts = particulars(text, clauses, now)
    way = way_of(clauses)
    held = signs_of(parts.signs, clauses, facts, way)
    recent = index if isinstance(index, Recent) else Recent(index)
    found = standings(clauses, recent, held)
    return judged(clauses, facts, found, held, parts)


def standings(clauses: Sequence[Clause], index: Recent, held: Signs) -> list[Standing]:
    """The situations, and what is answered elsewhere, best first: half by the whole text, half by
    the clause that comes nearest; then by the signs."""
    texts = [rewritten(clause, held.way) for clause in clauses]
    whole = compare(index, " ".join(texts))
    single = nearest_clauses(index, clauses, texts) if len(texts) > 1 and SINGLE else None
    closest = max((one.closest for one in whole.found), default=0.0)
    found: list[Standing] = []
    for one in whole.found:
        score, near = one.score, one.near
        if single is not None:
            clause = single.get(one.id, (NOT_NEAR, 0.0))
            score = (1 - SINGLE) * score + SINGLE * clause[0]
            near = max(near, clause[1])
        barred = one.contrary or held.weakens(one.id)
        score -= AWAY if barred else 0.0
        score += FAVOUR * min(2, held.favour(one.id))
        agreed = one.closest >= AGREED * closest
        found.append(
            Standing(
                one.id,
                one.topic,
                score,
                near,
                agreed,
                barred,
                agreed and one.closest >= FOREIGN,
                whole.words(one) if len(found) < 3 else (),
            )
        )
    return sorted(found, key=lambda one: -one.score)


def nearest_clauses(
    index: Recent, clauses: Sequence[Clause], texts: Sequence[str]
) -> Mapping[str, tuple[float, float]]:
    """For each document how near the nearest clause comes; what need not have happened counts
    less."""
    single: dict[str, tuple[float, float]] = {}
    for clause, words in zip(clauses[:CLAUSES], texts, strict=False):
        counts = DOUBTFUL if clause.doubtful else 1.0
        for one in compare(index, words).found:
            before = single.get(one.id, (NOT_NEAR, 0.0))
            score = one.score * (counts if one.score > 0 else 1.0)
            single[one.id] = max(before[0], score), max(before[1], one.near)
    return single


def judged(
    clauses: Sequence[Clause],
    facts: Particulars,
    found: Sequence[Standing],
    held: Signs,
    parts: Parts,
) -> Understood:
    """What is made of the standings: sure, likely, or nothing."""
    least = NEARLY_NOTHING if length_of(clauses) > SHORT else NOTHING
    if not found or max(one.near for one in found) < least:
        return Understood(None, None, False, (), False, None, (), facts)
    own = [one for one in found if one.topic]
    others = [one for one in found if not one.topic]
    here = any(clause.has("bitfinex") for clause in clauses)
    ahead = HERE if here else ELSEWHERE
    if others and (not own or others[0].score > own[0].score + ahead):
        likely = tuple(one.id for one in own[:OFFERED])
        sure = others[0].foreign
        return Understood(None, None, sure, likely, False, others[0].id, others[0].matched, facts)
    best = own[0]
    next_score = max((one.score for one in found if one is not best), default=0.0)
    margin = (best.score - next_score) * math.sqrt(length_of(clauses) + FEW)
    sure = not best.barred and margin >= MARGIN
    emergency = held.emergency or by_likeness(clauses, own, held, parts, sure)
    likely = tuple(one.id for one in own)
    if best.topic in parts.asked_first:
        likely = (f"{best.topic}{STATE}", *likely)
    likely = likely[:OFFERED]
    if sure:
        return Understood(best.topic, best.id, True, (), emergency, None, best.matched, facts)
    return Understood(best.topic, None, False, likely, emergency, None, best.matched, facts)


def by_likeness(
    clauses: Sequence[Clause], own: Sequence[Standing], held: Signs, parts: Parts, sure: bool
) -> bool:
    """Whether an emergency is told in other words than the signs know: it comes nearest, or nearly
    so, and something in the text hints at it."""
    near = [one for one in own[:OFFERED] if one.id in parts.emergencies and not one.barred]
    if not near or near[0].score < own[0].score - CLOSE or held.calm:
        return False
    if sure and near[0] is own[0]:
        return not any(clause.has("general", "formerly", "maybe") for clause in clauses)
    return any(not clause.doubtful and clause.has(*HINTS) for clause in clauses)


def length_of(clauses: Sequence[Clause]) -> float:
    """How much is said, in words that carry something; a Chinese character is half a word, and
    anger says nothing."""
    length = 0.0
    for clause in clauses:
        anger = [tag for tag in clause.tags if tag.concept == "insult"]
        for run in runs(clause.text):
            place = clause.start + run.start
            if run.text in FUNCTION_WORDS or any(one.start <= place < one.end for one in anger):
                continue
            length += len(run.text) / 2 if run.chinese else 1
    return length


def as_json(understood: Understood) -> Mapping[str, object]:
    """The object of the command for programs."""
    facts = understood.facts._asdict()
    return understood._asdict() | {
        "facts": {name.replace("_", "-"): value for name, value in facts.items()}
    }
