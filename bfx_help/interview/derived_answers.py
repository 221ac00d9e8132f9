"""What the answers amount to: those that apply, and the derived answers computed from them.

A new computation is a member of `Compute` (with the values it can give) and a function here.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bfx_help.answers.amounts import read_amounts
from bfx_help.answers.chains import fits
from bfx_help.answers.limits import read_limit
from bfx_help.answers.spans import moment
from bfx_help.model import (
    UNKNOWN,
    Answers,
    Compute,
    Derived,
    Fact,
    Known,
    Question,
    Questionnaire,
)

Measure = Callable[[Derived, Mapping[str, str]], str]
"""Computes a derived answer that cannot be looked up (`AGE`, `FITS`, `NAMED`) from the answers
known."""


def measure(questionnaire: Questionnaire, facts: Mapping[str, Fact], now: datetime) -> Measure:
    """The computations, with their thresholds from the facts, at a moment in the user's zone.

    Where an answer says nothing the derived answer is "unknown".
    """
    questions = questionnaire.by_id

    def age(derived: Derived, values: Mapping[str, str]) -> str:
        since = moment(values[derived.of or ""], now.tzinfo)
        limit = read_limit(facts[derived.limit or ""].figures[0])
        return UNKNOWN if since is None else "over" if limit.passed(since, now) else "under"

    def shape(derived: Derived, values: Mapping[str, str]) -> str:
        network = questions[derived.of or ""].network or ""
        match = fits(values[derived.of or ""], values.get(network, UNKNOWN))
        return UNKNOWN if match is None else "fits" if match else "differs"

    def coin(derived: Derived, values: Mapping[str, str]) -> str:
        found = {amount.asset for amount in read_amounts(values[derived.of or ""]) or ()} - {None}
        if not found:
            return UNKNOWN
        return "named" if found <= {*facts[derived.limit or ""].names} else "other"

    computations: Mapping[Compute, Measure] = {
        Compute.AGE: age,
        Compute.FITS: shape,
        Compute.NAMED: coin,
    }
    return lambda derived, values: computations[derived.compute](derived, values)


Items = Iterable[Question | Derived]
"""Questions and derived answers, each behind all that it looks at."""


def reachable(items: Items, answers: Answers) -> tuple[Question | Derived, ...]:
    """Those that apply or may still come after answers that no time or address is among: whatever
    is answered beside them, no other comes."""
    known = known_from(items, answers, lambda _derived, _values: UNKNOWN)
    return tuple(item for item in items if item.id in known.values or item.id in known.open)


def known_from(items: Items, answers: Answers, measure: Measure) -> Known:
    """What the answers amount to: those that apply, the derived ones, and what may still come."""
    values: dict[str, str] = {}
    still_open: set[str] = set()
    known = Known(values, still_open)  # they grow, and it grows with them
    for item in items:
        if isinstance(item, Derived):
            value, may_come = _derived(item, known, measure)
        else:
            may_come = not item.when or known.holds(item.when) is not False
            value = answers.get(item.id) if may_come else None
        if value is not None:
            values[item.id] = value
        elif may_come:
            still_open.add(item.id)
    return Known(values, frozenset(still_open))


def _derived(derived: Derived, known: Known, measure: Measure) -> tuple[str | None, bool]:
    """The value of a derived answer, and whether it may still come where it has none."""
    if derived.compute not in (Compute.CASES, Compute.ANY):
        of = derived.of or ""
        return (measure(derived, known.values) if of in known.values else None), of in known.open
    may_come = False
    for case in derived.cases:
        holds = known.holds(case.when)
        if holds or (holds is None and derived.compute is Compute.CASES):
            return (case.value if holds else None), True
        may_come |= holds is None
    return None, may_come
