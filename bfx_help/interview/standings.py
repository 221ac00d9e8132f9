"""How near the situations come to a text, and whether the best of them is sure."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from bfx_help.interview.clauses import Clause
from bfx_help.interview.direction import rewritten
from bfx_help.interview.lexicon import Lexicon
from bfx_help.interview.meaning import Particulars
from bfx_help.interview.signs import Signs
from bfx_help.model import Sign
from bfx_help.search import Compared, Index, compare
from bfx_help.search.likeness import FEW
from bfx_help.search.terms import runs

SETTLED = 0.2  # how far ahead a situation is sure that the facts settle
CAREFUL = 0.55  # and one of a topic whose own question goes first
MARGIN = 0.42  # how much nearer than the next a sure situation is, the more the less is said
AWAY = 0.3  # what a situation loses that the text denies
FAVOUR = 0.1  # what a sign adds
FOREIGN = 0.55  # how near the closest phrasing of a matter of others must come
GRAVE = 1.05  # how far ahead one of the topic of emergencies is sure that no sign speaks for
KNOWN = 0.97  # how near a phrasing comes that is the text itself
HALF_KNOWN = 0.8  # below it a situation is not sure where a sign speaks of an emergency


class Parts(NamedTuple):
    """What of the content is needed: the lexicon of both languages, the signs that decide between
    neighbours, the topics whose own question goes first where nothing is sure, and the situations
    that are an emergency."""

    lexicon: Lexicon
    signs: tuple[Sign, ...] = ()
    asked_first: frozenset[str] = frozenset()
    emergencies: frozenset[str] = frozenset()
    questions: str = ""


class Standing(NamedTuple):
    """A situation on its way: how near it is, what bars it (a denial, a sign, or that the text says
    what is another matter), and whether as a matter of others it would be sure."""

    id: str
    topic: str | None
    score: float
    near: float
    barred: bool
    unlike: bool
    nearest: float
    foreign: bool


class Standings(NamedTuple):
    """The standings, best first, and the comparison that they come from."""

    each: list[Standing]
    compared: Compared

    def words(self, name: str | None) -> tuple[str, ...]:
        """The words of the text that lead to one of them."""
        like = next((like for like in self.compared.found if like.id == name), None)
        return self.compared.words(like) if like else ()


def standings(clauses: Sequence[Clause], index: Index, held: Signs) -> Standings:
    """The situations, and what is answered elsewhere, best first: half by the whole text, half by
    the clause that comes nearest; then by the signs."""
    texts = [rewritten(clause, held.way) for clause in clauses]
    whole = compare(index, " ".join(texts), lambda name: held.favour(name) > 0)
    closest = max((like.closest for like in whole.found), default=0.0)
    found: list[Standing] = []
    for like in whole.found:
        barred = like.contrary or held.weakens(like.id)
        score = like.score - (AWAY if barred else 0.0) + FAVOUR * min(2, held.favour(like.id))
        foreign = like.closest >= max(closest, FOREIGN)
        near = like.near, barred, like.unlike, like.nearest, foreign
        found.append(Standing(like.id, like.topic, score, *near))
    found.sort(key=lambda like: -like.score)
    return Standings(found, whole)


def is_sure(
    clauses: Sequence[Clause],
    facts: Particulars,
    found: Sequence[Standing],
    held: Signs,
    parts: Parts,
) -> bool:
    """Whether the best situation is far enough ahead, and nothing says that it is another one:
    neither a sign, nor words that are known to mean another matter."""
    best = next(each for each in found if each.topic)
    next_score = max((each.score for each in found if each is not best), default=0.0)
    margin = (best.score - next_score) * math.sqrt(length_of(clauses) + FEW)
    if best.barred or best.unlike or margin < least_margin(best, held, parts):
        return False
    if held.emergency and not held.alarms(best.id) and best.nearest < HALF_KNOWN:
        return False
    closest = max(each.nearest for each in found)
    if best.nearest < KNOWN and is_one_word(clauses):
        return False
    if closest >= KNOWN:
        return best.nearest >= closest
    return not only_asks(clauses, facts, best, parts)


def is_one_word(clauses: Sequence[Clause]) -> bool:
    """Whether a text says one word or Chinese character alone, however often."""
    words = {
        part
        for clause in clauses
        for run in runs(clause.text)
        for part in (run.text if run.chinese else (run.text,))
    }
    return len(words) == 1


def least_margin(best: Standing, held: Signs, parts: Parts) -> float:
    """How far ahead a situation must be that it is sure."""
    if held.settles(best.id):
        return SETTLED
    if best.topic in {name.partition(".")[0] for name in parts.emergencies}:
        return CAREFUL if held.favour(best.id) else GRAVE
    return CAREFUL if best.topic in parts.asked_first else MARGIN


def only_asks(clauses: Sequence[Clause], facts: Particulars, best: Standing, parts: Parts) -> bool:
    """Whether a text asks how something works, and says of no event: sure of questions alone."""
    event = facts.hours or facts.since or facts.amount or facts.txid or facts.ticket or facts.error
    if event or best.topic == parts.questions or facts.contacted:
        return False
    asks = any(clause.has("explains") for clause in clauses)
    return asks and not any(clause.has("mine") or clause.denials for clause in clauses)


def length_of(clauses: Sequence[Clause]) -> float:
    """How much is said, in words that carry something."""
    return sum(clause.length for clause in clauses)
