"""What the answers amount to: those that apply, and the derived answers computed from them.

A new computation is a member of `Compute` (with the values it can give) and a function here.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from bfx_help.answers.chains import fits
from bfx_help.answers.limits import read_limit
from bfx_help.answers.spans import moment
from bfx_help.model import (
    UNKNOWN,
    Answers,
    CaseWhen,
    Compute,
    Derived,
    Fact,
    Known,
    Question,
    Questionnaire,
    When,
)

Measure = Callable[[Derived, Mapping[str, str]], str]
"""Computes a derived answer that cannot be looked up (`AGE`, `FITS`) from the answers known."""


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

    computations: Mapping[Compute, Measure] = {Compute.AGE: age, Compute.FITS: shape}
    return lambda derived, values: computations[derived.compute](derived, values)


class _Resolver:
    """Works out each answer once, asking for those it depends on as it goes."""

    def __init__(self, questionnaire: Questionnaire, answers: Answers, measure: Measure) -> None:
        self._questions = questionnaire.by_id
        self._derived = questionnaire.derived_by_id
        self._answers = answers
        self._measure = measure
        self.values: dict[str, str] = {}
        self.open: set[str] = set()
        self._known = Known(self.values, self.open)  # they grow, and it grows with them
        self._settled: set[str] = set()

    def settle(self, name: str) -> None:
        """Put `name` among the known or the open answers, or in neither where it does not apply."""
        if name in self._settled:
            return
        self._settled.add(name)
        if name in self._questions:
            self._settle_question(self._questions[name])
        elif name in self._derived:
            self._settle_derived(self._derived[name])

    def _holds(self, when: When) -> bool | None:
        for name in when:
            if name not in self._settled:
                self.settle(name)
        return self._known.holds(when)

    def _settle_question(self, question: Question) -> None:
        if self._holds(question.when) is False:
            return
        if question.id in self._answers:
            self.values[question.id] = self._answers[question.id]
        else:
            self.open.add(question.id)

    def _settle_derived(self, derived: Derived) -> None:
        if derived.compute is Compute.CASES:
            self._settle_cases(derived.id, derived.cases)
            return
        of = derived.of or ""
        self.settle(of)
        if of in self.values:
            self.values[derived.id] = self._measure(derived, self.values)
        elif of in self.open:
            self.open.add(derived.id)

    def _settle_cases(self, name: str, cases: tuple[CaseWhen, ...]) -> None:
        for case in cases:
            holds = self._holds(case.when)
            if holds:
                self.values[name] = case.value
                return
            if holds is None:
                self.open.add(name)
                return


def known_from(questionnaire: Questionnaire, answers: Answers, measure: Measure) -> Known:
    """What the answers amount to: those that apply, the derived ones, and what may still come."""
    resolver = _Resolver(questionnaire, answers, measure)
    for name in (*questionnaire.by_id, *questionnaire.derived_by_id):
        resolver.settle(name)
    return Known(resolver.values, frozenset(resolver.open))
