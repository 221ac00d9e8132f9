"""Which question comes next, what the answers so far amount to, and changing one of them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime

from bfx_help.answers.chains import fits
from bfx_help.answers.limits import read_limit
from bfx_help.answers.spans import moment
from bfx_help.model import (
    UNKNOWN,
    Answers,
    Asks,
    Case,
    Compute,
    Derived,
    Fact,
    Option,
    Question,
    Questionnaire,
    Route,
    State,
    Topic,
    Value,
    When,
)

Measure = Callable[[Derived, Mapping[str, str]], str]
"""Computes a derived answer that cannot be looked up (`AGE`, `FITS`) from the answers known."""


def measure(questionnaire: Questionnaire, facts: Mapping[str, Fact], now: datetime) -> Measure:
    """The computations, with their thresholds from the facts, at a moment in the user's zone.

    Where an answer says nothing the derived answer is "unknown".
    """
    questions = {question.id: question for question in questionnaire.questions}

    def compute(derived: Derived, known: Mapping[str, str]) -> str:
        value = known[derived.of or ""]
        if derived.compute is Compute.AGE:
            since = moment(value, now.tzinfo)
            limit = read_limit(facts[derived.limit or ""].figures[0])
            return UNKNOWN if since is None else "over" if limit.passed(since, now) else "under"
        network = questions[derived.of or ""].network or ""
        match = fits(value, known.get(network, UNKNOWN))
        return UNKNOWN if match is None else "fits" if match else "differs"

    return compute


def options(
    question: Question, questionnaire: Questionnaire, topics: Iterable[Topic]
) -> tuple[Option, ...]:
    """What can be chosen. The topics and the networks stand in lists of their own."""
    if question.id == "topic":
        return tuple(Option(topic.id, topic.name, words=topic.words) for topic in topics)
    return questionnaire.networks if question.kind is Asks.NETWORK else question.options


class _Resolver:
    """Works out each answer once, asking for those it depends on as it goes."""

    def __init__(self, questionnaire: Questionnaire, answers: Answers, measure: Measure) -> None:
        self._questions = {question.id: question for question in questionnaire.questions}
        self._derived = {derived.id: derived for derived in questionnaire.derived}
        self._answers = answers
        self._measure = measure
        self.known: dict[str, str] = {}
        self.open: set[str] = set()
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
            self.settle(name)
        return State(self.known, frozenset(self.open)).holds(when)

    def _settle_question(self, question: Question) -> None:
        applies = self._holds(question.when)
        if applies is False:
            return
        if question.id in self._answers:
            self.known[question.id] = self._answers[question.id]
        else:
            self.open.add(question.id)

    def _settle_derived(self, derived: Derived) -> None:
        if derived.compute is Compute.CASES:
            self._settle_cases(derived.id, derived.cases)
            return
        of = derived.of or ""
        self.settle(of)
        if of in self.known:
            self.known[derived.id] = self._measure(derived, self.known)
        elif of in self.open:
            self.open.add(derived.id)

    def _settle_cases(self, name: str, cases: tuple[Case, ...]) -> None:
        for case in cases:
            holds = self._holds(case.when)
            if holds:
                self.known[name] = case.value
                return
            if holds is None:
                self.open.add(name)
                return


def state(questionnaire: Questionnaire, answers: Answers, measure: Measure) -> State:
    """What the answers amount to: those that apply, the derived ones, and what may still come."""
    resolver = _Resolver(questionnaire, answers, measure)
    for question in questionnaire.questions:
        resolver.settle(question.id)
    for derived in questionnaire.derived:
        resolver.settle(derived.id)
    return State(resolver.known, frozenset(resolver.open))


def next_question(
    questionnaire: Questionnaire, now: State, wanted: Collection[str]
) -> Question | None:
    """The first question that is wanted, applies and has no answer."""
    return next(iter(still_to_ask(questionnaire, now, wanted)), None)


def still_to_ask(
    questionnaire: Questionnaire, now: State, wanted: Collection[str]
) -> tuple[Question, ...]:
    """The wanted questions that apply as things stand and have no answer, in their order."""
    return tuple(
        question
        for question in questionnaire.questions
        if question.id in wanted and question.id in now.open and now.holds(question.when)
    )


def deciding(questionnaire: Questionnaire, routes: Iterable[Route]) -> frozenset[str]:
    """The ids of the questions that a route looks at, directly or through other answers."""
    derived = {item.id: item for item in questionnaire.derived}
    questions = {item.id: item for item in questionnaire.questions}
    found: set[str] = set()
    waiting = [name for route in routes for name in route.when]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name in derived:
            waiting += derived[name].looks_at
        elif name in questions:
            waiting += questions[name].when
    return frozenset(found & questions.keys())


def changed(
    questionnaire: Questionnaire, answers: Answers, name: str, value: Value, measure: Measure
) -> tuple[dict[str, Value], tuple[str, ...]]:
    """The answers with one changed, and the ids of those dropped because they no longer apply."""
    kept = {**answers, name: value}
    known = state(questionnaire, kept, measure).known
    dropped = tuple(key for key in kept if key not in known)
    return {key: kept[key] for key in kept if key in known}, dropped


def without(answers: Answers, name: str) -> dict[str, Value]:
    """The answers without one: going back to its question."""
    return {key: value for key, value in answers.items() if key != name}
