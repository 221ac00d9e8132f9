"""Walks the questionnaire of the shipped content: every deciding path, and letters for them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

from bfx_help.interview.indexes import parts_of, situations_index
from bfx_help.interview.lexicon import Lexicon
from bfx_help.interview.meaning import Understood
from bfx_help.interview.standings import Parts
from bfx_help.interview.step import State, options_of, recommend, step
from bfx_help.interview.understand import understand
from bfx_help.model import NONE, UNKNOWN, Answers, Asks, Own, Question, Recommendation, Value, When
from bfx_help.search import Index
from tests.compiled import shipped

NOW = datetime(2026, 11, 22, 10, 10, tzinfo=UTC)
AGES = (timedelta(minutes=20), timedelta(days=40))
"""How long ago something was, on both sides of every limit."""


def words() -> Lexicon:
    """The words of the shipped content, ready to be looked for."""
    return _understanding()[0].lexicon


@cache
def understood(text: str) -> Understood:
    """What the first words of a person say to the shipped content."""
    return understand(text, *_understanding(), NOW)


@cache
def _understanding() -> tuple[Parts, Index]:
    return parts_of(shipped()), situations_index(shipped())


def values_of(question: Question, state: State) -> tuple[str, ...]:
    """The answers that can lead to different places."""
    if question.kind is Asks.TIME:
        times = tuple(f"{NOW - age:%Y-%m-%dT%H:%MZ}" for age in AGES)
        return (*times, UNKNOWN) if question.unknown else times
    options = tuple(option.id for option in options_of(shipped(), question, state.values))
    none = (NONE,) if question.kind is Asks.SEVERAL else ()
    unknown = (UNKNOWN,) if question.unknown else ()
    return (*options, *none, *unknown) if options else ("something", *unknown)


def start(situation: str) -> dict[str, Own]:
    """The answers with which a situation begins."""
    roles = shipped().roles.questions
    return {roles.topic: Own(situation.partition(".")[0]), roles.situation: Own(situation)}


@cache
def paths(situation: str) -> tuple[tuple[Answers, State], ...]:
    """Every set of answers that decides a route, from a situation on."""
    return tuple(_paths(situation))


def _paths(situation: str) -> Iterator[tuple[Answers, State]]:
    waiting = [start(situation)]
    while waiting:
        answers = waiting.pop()
        state = step(shipped(), answers, NOW)
        if state.question is None:
            yield answers, state
            continue
        for value in values_of(state.question, state):
            changed = {**answers, state.question.id: Own(value)}
            for option in state.question.options:
                if option.id == value and option.becomes:
                    changed |= start(option.becomes)
            waiting.append(changed)


@cache
def all_paths() -> tuple[tuple[str, Answers, State, Recommendation], ...]:
    """Every deciding path of every situation, with where it leads."""
    return tuple(
        (name, answers, state, recommend(shipped(), state))
        for name in shipped().situations
        for answers, state in paths(name)
    )


LONGEST = 3
"""So many of the longest letters of a situation are written, whatever they say."""


@cache
def telling_paths(name: str) -> tuple[Answers, ...]:
    """So many paths of a situation that each sentence of its letters, and each field and route, is
    met with every combination of the answers that it looks at, and those with about the most words.

    More paths only put the same sentences beside each other in other ways."""
    longest = sorted(paths(name), key=lambda path: _words_said(path[1]))[-LONGEST:]
    told = [(answers, _told(state)) for answers, state in paths(name)]
    left = set().union(*(looks for _, looks in told))
    left -= set().union(*(_told(state) for _, state in longest))
    chosen = [answers for answers, _ in longest]
    while left:
        answers, looks = max(told, key=lambda path: len(path[1] & left))
        left -= looks
        chosen.append(answers)
    return tuple(chosen)


def _words_said(state: State) -> int:
    """About how long a letter is: the words of its statements, of a group the first, and fields."""
    assert state.situation is not None
    said = dict[object, int]()
    for place, when, length in _lines_for(state.situation.id):
        if state.known.holds(when) is not False:
            said.setdefault(place, length)
    return sum(said.values()) + len(state.fields)


@cache
def _lines_for(situation: str) -> tuple[tuple[object, When, int], ...]:
    """The lines of a situation's letters: what each takes the place of, when, and its words."""
    return tuple(
        ((line.place, line.group or line.line), line.when, len(line.line.en.split()))
        for line in shipped().letters.about(situation).lines
    )


@cache
def _conditions(situation: str) -> tuple[When, ...]:
    """What the lines, texts and wants of a situation's letters look at, each condition once."""
    letters = shipped().letters.about(situation)
    conditions = [
        *(when for _, when, _ in _lines_for(situation)),
        *(text.when for text in letters.texts),
        *(line.when for text in letters.texts for line in text.lines),
        *(letters.wants[want].when for want in shipped().situations[situation].wants),
    ]
    return tuple({tuple(when.items()): when for when in conditions}.values())


def _told(state: State) -> set[tuple[object, ...]]:
    """The conditions that a letter meets on a path: what each looks at, and whether it holds."""
    assert state.situation is not None
    conditions = _conditions(state.situation.id)
    looks = {(*when, *map(state.values.get, when), state.known.holds(when)) for when in conditions}
    route = recommend(shipped(), state).route.id
    return {*looks, *((field.id, None) for field in state.fields), (route, None)}


SAMPLES = {
    Asks.AMOUNT: "1500 USDT",
    Asks.TXID: "ab" * 32,
    Asks.ADDRESS: "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
    Asks.EMAIL: "ann@example.com",
    Asks.ID: "12345678",
    Asks.LINK: "hxxps://example[.]com",
    Asks.TIME: "2026-11-21T08:05Z",
    Asks.TEXT: "what the page says",
    Asks.NOTE: "first this\nthen that",
}


def filled(answers: Answers) -> Answers:
    """The answers with every field of the letter filled in, choices by their first option."""
    return _filled(tuple(answers.items()))


@cache
def _filled(given: tuple[tuple[str, Value], ...]) -> Answers:
    answers: Answers = dict(given)
    for _ in range(3):  # an answer may open further fields
        state = step(shipped(), answers, NOW)
        more: dict[str, Own] = {}
        for field in state.fields:
            if field.id not in state.values:
                options = options_of(shipped(), field, state.values)
                more[field.id] = Own(options[0].id if options else SAMPLES[field.kind])
        if not more:
            break
        answers = {**answers, **more}
    return answers
