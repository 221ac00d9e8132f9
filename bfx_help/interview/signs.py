"""Signs: what words and facts together decide between situations that sound alike."""

from collections.abc import Sequence
from typing import NamedTuple

from bfx_help.interview.clauses import Clause
from bfx_help.interview.direction import Way
from bfx_help.interview.particulars import Particulars
from bfx_help.model import Sign


class Signs(NamedTuple):
    """What holds of a text: the signs, by id."""

    held: tuple[Sign, ...]
    way: Way | None

    def favour(self, situation: str) -> int:
        """How many signs speak for a situation."""
        return sum(covers(sign.favours, situation) for sign in self.held)

    def weakens(self, situation: str) -> bool:
        """Whether a sign speaks against a situation, and none for it."""
        return any(covers(sign.weakens, situation) for sign in self.held)

    @property
    def emergency(self) -> bool:
        """Whether something is being taken or was given away, and nothing speaks against it."""
        return not self.calm and any(sign.emergency for sign in self.held)

    def alarms(self, situation: str) -> bool:
        """Whether a sign of an emergency speaks for a situation."""
        return any(sign.emergency and situation in sign.favours for sign in self.held)

    @property
    def calm(self) -> bool:
        """Whether a sign says that nothing was taken or given."""
        return any(sign.calm for sign in self.held)

    def settles(self, situation: str) -> bool:
        """Whether a sign settles a situation."""
        return any(sign.settles and situation in sign.favours for sign in self.held)


def covers(names: Sequence[str], situation: str) -> bool:
    """Whether a situation is named, or its topic as `topic.*`."""
    return situation in names or f"{situation.partition('.')[0]}.*" in names


def signs_of(
    signs: Sequence[Sign], clauses: Sequence[Clause], facts: Particulars, way: Way | None
) -> Signs:
    """The signs that a text holds."""
    named = frozenset(concept for clause in clauses for concept in clause.asserted)
    return Signs(tuple(sign for sign in signs if holds(sign, clauses, named, facts, way)), way)


def holds(
    sign: Sign,
    clauses: Sequence[Clause],
    named: frozenset[str],
    facts: Particulars,
    way: Way | None,
) -> bool:
    """Whether a sign holds."""
    if sign.way and sign.way != way:
        return False
    if not all(either(concept, named) for concept in sign.names):
        return False
    if any(either(concept, named) for concept in sign.lacks):
        return False
    said = facts._asdict()
    if any(said[name] is None for name in sign.known):
        return False
    if any(said[name] is not None for name in sign.unknown):
        return False
    if not sign.has and not sign.denies:
        return True
    return any(in_clause(sign, clause) for clause in clauses)


def in_clause(sign: Sign, clause: Clause) -> bool:
    """Whether a clause holds what the sign wants of one."""
    if clause.doubtful and not sign.supposed:
        return False
    asserted, denied = clause.asserted, clause.denied
    if any(either(concept, asserted) for concept in sign.without):
        return False
    return all(either(concept, asserted) for concept in sign.has) and all(
        either(concept, denied) for concept in sign.denies
    )


def either(names: str, among: frozenset[str]) -> bool:
    """Whether one of the names, parted by `|`, is there."""
    return any(name in among for name in names.split("|"))
