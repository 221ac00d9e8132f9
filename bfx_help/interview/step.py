"""One step of the interview: from all answers so far to what follows from them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from bfx_help.content import Content
from bfx_help.interview import routing
from bfx_help.interview.derived_answers import known_from, measure, reachable
from bfx_help.model import (
    UNKNOWN,
    Answers,
    Asks,
    Derived,
    Known,
    Option,
    Question,
    Recommendation,
    Route,
    Situation,
    Value,
    reached,
)


class State(NamedTuple):
    """What follows from the answers. `question` is the next one that decides, `fields` are those
    that fill the letter of the situation, answered or not."""

    known: Known
    situation: Situation | None
    emergency: bool
    route: Route | None
    question: Question | None
    fields: tuple[Question, ...]

    @property
    def values(self) -> Mapping[str, str]:
        """The answers that apply, with the derived ones."""
        return self.known.values


Given = tuple[tuple[str, Value], ...]
"""Answers as they are remembered."""


def step(content: Content, answers: Answers, now: datetime) -> State:
    """What follows from these answers at this moment. It changes nothing."""
    return content.once(_steps)(tuple(answers.items()), now)


def _steps(content: Content) -> Callable[[Given, datetime], State]:
    """The steps of a content; a conversation asks for each several times."""
    return lru_cache(200)(lambda answers, now: _step(content, dict(answers), now))


def _step(content: Content, answers: Answers, now: datetime) -> State:
    roles = content.roles
    first = (roles.questions.topic, roles.questions.situation)
    items = content.once(_items)(tuple((name, answers[name]) for name in first if name in answers))
    known = known_from(items, answers, measure(content.questionnaire, content.facts, now))
    situation = content.situations.get(known.values.get(roles.questions.situation, ""))
    route = routing.decided(content.routes, known) if situation else None
    return State(
        known=known,
        situation=situation,
        emergency=bool(known.holds(roles.emergency.when)),
        route=route,
        question=None if route else _next(content, known, situation),
        fields=fields_of(content, known, situation),
    )


def _items(content: Content) -> Callable[[Given], Sequence[Question | Derived]]:
    """What may come after a topic and a situation; most questions are of other ones."""
    in_order = content.questionnaire.in_order
    return lru_cache(200)(lambda chosen: reachable(in_order, dict(chosen)))


def recommend(content: Content, state: State) -> Recommendation:
    """The first route that fits what is known, and the findings that do.

    The last route has no condition, so there always is one.
    """
    known = state.known
    route = next(route for route in content.routes.routes if known.holds(route.when))
    findings = tuple(item for item in content.routes.findings if known.holds(item.when))
    return Recommendation(route, findings)


def _next(content: Content, known: Known, situation: Situation | None) -> Question | None:
    questions, roles = content.questionnaire.by_id, content.roles.questions
    if situation is None:
        chosen = roles.topic in known.values
        return questions[roles.situation if chosen else roles.topic]
    route = routing.undecided(content.routes, known)
    needed = _needed(content, known, route.when if route else ())
    return next((question for question in questions.values() if question.id in needed), None)


def _needed(content: Content, known: Known, names: Iterable[str]) -> set[str]:
    """The questions that can be asked now and on which these open answers depend."""
    questions, looked_at = content.questionnaire.by_id, content.questionnaire.looked_at

    def can_be_asked(name: str) -> bool:
        return name not in looked_at and bool(known.holds(questions[name].when))

    def behind(name: str) -> Iterable[str]:
        if can_be_asked(name):
            return ()
        return known.open & {*(looked_at[name] if name in looked_at else questions[name].when)}

    return set(filter(can_be_asked, reached(known.open & {*names}, behind)))


def deciding(content: Content) -> frozenset[str]:
    """The questions that a route looks at, directly or through computed answers."""
    looked_at = content.questionnaire.looked_at
    names = (name for route in content.routes.routes for name in route.when)
    found = reached(names, lambda name: looked_at.get(name, ()))
    return frozenset(found & content.questionnaire.by_id.keys())


def fields_of(content: Content, known: Known, situation: Situation | None) -> tuple[Question, ...]:
    """The questions that fill the letter, as far as is known: the situation's, then the shared."""
    if situation is None or not situation.letter:
        return ()
    roles, questions = content.roles.questions, content.questionnaire.by_id
    shared = (
        *(roles.ticket, roles.contacted_at, roles.answered_at, roles.support_said),
        *(roles.support_wrong, roles.deadline, roles.name, roles.email),
    )
    names = dict.fromkeys((*situation.fields, *shared))
    found = (questions[name] for name in names if name in questions)
    return tuple(question for question in found if known.holds(question.when) is not False)


def options_of(
    content: Content, question: Question, values: Mapping[str, str]
) -> tuple[Option, ...]:
    """What a question lets one choose from. Topics, situations and networks are lists of their
    own; so are the files and the wants of the situation."""
    roles = content.roles.questions
    situation = content.situations.get(values.get(roles.situation, ""))
    if question.id == roles.topic:
        return tuple(Option(topic.id, topic.name) for topic in content.topics.values())
    if question.id == roles.situation:
        topic = values.get(roles.topic, "")
        found = [item for item in content.situations.values() if item.topic == topic]
        return tuple(Option(item.id, item.name) for item in found)
    if question.id == roles.attachments:
        files = {item.id: item for part in content.checklists.lists for item in part.files}
        names = situation.attach if situation else ()
        return tuple(Option(name, files[name].says) for name in names if name in files)
    if question.id == roles.wants:
        known = _known_to_wants(content, situation, values)
        wants = (content.letters.wants[name] for name in _wants_of(content, situation))
        return tuple(
            Option(want.id, want.line) for want in wants if known.holds(want.when) is not False
        )
    return content.questionnaire.networks if question.kind is Asks.NETWORK else question.options


def _wants_of(content: Content, situation: Situation | None) -> tuple[str, ...]:
    review = (content.roles.review_want,) if content.roles.review_want else ()
    return (*situation.wants, *review) if situation else ()


def _known_to_wants(
    content: Content, situation: Situation | None, values: Mapping[str, str]
) -> Known:
    """The answers with the fields of the letter as open, and what is computed from them: a want
    fits for certain, or not, or a field that is still open says."""
    fields = frozenset(situation.fields) if situation else frozenset()
    looked_at = content.questionnaire.looked_at
    computed = {name for name, names in looked_at.items() if not fields.isdisjoint(names)}
    return Known(values, fields | computed)


USUAL_WANTS = 4
"""Wants of a letter for which none was chosen, before that for a review."""


def first_wants(content: Content, state: State) -> tuple[str, ...]:
    """The wants that stand where none was chosen: the first of those that fit the answers and may
    stand unasked."""
    situation, values = state.situation, state.values
    known = _known_to_wants(content, situation, values)
    wants = (content.letters.wants[name] for name in _wants_of(content, situation))
    names = [want.id for want in wants if not want.if_chosen and known.holds(want.when)]
    review = [name for name in names if name == content.roles.review_want]
    return (*[name for name in names if name not in review][:USUAL_WANTS], *review)


def possible(content: Content, question: Question, value: str, values: Mapping[str, str]) -> bool:
    """Whether a value is one that the question can have; free words always are."""
    options = options_of(content, question, values)
    if (
        not options
        or question.other
        or question.kind not in (Asks.CHOICE, Asks.SEVERAL, Asks.NETWORK)
    ):
        return True
    return set(value.split(",")) <= {option.id for option in options} | {UNKNOWN, "none"}
