"""Signs: what words and facts together decide between situations that sound alike."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bfx_help.interview.clauses import Clause
from bfx_help.interview.direction import Way
from bfx_help.interview.meaning import Particulars
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
    named = frozenset().union(*(clause.asserted for clause in clauses), {f"way-{way}"})
    denied = frozenset().union(*(clause.denied for clause in clauses))
    said = frozenset(name for name, value in facts._asdict().items() if value is not None)
    return Signs(
        tuple(
            sign
            for sign in signs
            if applies(sign, named, said, way) and stands_in(sign, clauses, named, denied)
        ),
        way,
    )


def applies(sign: Sign, named: frozenset[str], said: frozenset[str], way: Way | None) -> bool:
    """Whether the text as a whole is as a sign wants it."""
    return (
        (not sign.way or sign.way == way)
        and every(sign.names, named)
        and not some(sign.lacks, named)
        and said.issuperset(sign.known)
        and said.isdisjoint(sign.unknown)
    )


def stands_in(
    sign: Sign, clauses: Sequence[Clause], named: frozenset[str], denied: frozenset[str]
) -> bool:
    """Whether a clause holds what a sign wants of a clause, where it wants anything."""
    if not sign.has and not sign.denies:
        return True
    if not every(sign.has, named) or not every(sign.denies, denied):
        return False  # no clause can hold what the whole text does not
    return any(in_clause(sign, clause) for clause in clauses)


def in_clause(sign: Sign, clause: Clause) -> bool:
    """Whether a clause holds what the sign wants of one."""
    if clause.doubtful and not sign.supposed:
        return False
    if some(sign.without, clause.asserted):
        return False
    return every(sign.has, clause.asserted) and every(sign.denies, clause.denied)


def every(names: tuple[str, ...], among: frozenset[str]) -> bool:
    """Whether each is there: one of the names in it, parted by `|`."""
    return not any(map(among.isdisjoint, alternatives(names)))


def some(names: tuple[str, ...], among: frozenset[str]) -> bool:
    """Whether one of them is there."""
    return not all(map(among.isdisjoint, alternatives(names)))


@cache
def alternatives(names: tuple[str, ...]) -> tuple[list[str], ...]:
    """The names that are parted by `|`."""
    return tuple(either.split("|") for either in names)
