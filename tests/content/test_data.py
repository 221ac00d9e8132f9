"""The promises of the shipped content: every path through the questions, every text."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bfx_help import content, search
from bfx_help.cli.desk import Desk, Settings
from bfx_help.cli.session import Session
from bfx_help.model import BLANK, UNKNOWN, Asks, Existence, Language, Own, Question, Route
from bfx_help.request import chosen_text
from tests.conftest import NOW

EXAMPLES = {
    Asks.TEXT: "plain words",
    Asks.AMOUNT: "1500 USDT",
    Asks.TXID: "9d2f0c7a5b1e48d3a6c4f0e1b2d3958677a1c0de4e5f60718293a4b5c6d7e8f9",
    Asks.ADDRESS: "TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC",
    Asks.EMAIL: "lin@example.com",
    Asks.ID: "12345678",
    Asks.LINK: "https://example.com",
}


class Path_(NamedTuple):
    """The deciding answers of one path, and the route they lead to."""

    answers: dict[str, Own]
    route: Route


@cache
def shipped() -> content.Content:
    return content.shipped()


@cache
def desk() -> Desk:
    settings = Settings(
        language=Language.EN,
        chosen=True,
        traditional=False,
        plain=True,
        colour=False,
        data=None,
        home=Path("home"),
        clock=lambda: NOW,
        term="dumb",
        editor="",
    )
    return Desk(settings, shipped())


@cache
def index() -> search.Index:
    return search.build(())


def session(answers: dict[str, Own]) -> Session:
    one = Session(desk(), index())
    one.answers = dict(answers)
    return one


def possible(one: Session, question: Question) -> list[str]:
    """Every answer that can make a difference."""
    if question.kind is Asks.TIME:
        ago = [NOW - timedelta(hours=1), NOW - timedelta(hours=20), NOW - timedelta(days=40)]
        return [at.isoformat() for at in ago] + ([UNKNOWN] if question.unknown else [])
    options = [option.id for option in one.options(question)]
    if not options:
        options = [EXAMPLES[question.kind]]
    return options + ([UNKNOWN] if question.unknown else [])


@cache
def paths() -> tuple[Path_, ...]:
    """Every path of deciding answers."""
    return tuple(_paths({"words": Own("plain words")}))


def _paths(answers: dict[str, Own]) -> Iterator[Path_]:
    one = session(answers)
    standing = one.standing()
    if standing.route is not None or standing.question is None:
        yield Path_(answers, one.recommend().route)
        return
    for value in possible(one, standing.question):
        yield from _paths({**answers, standing.question.id: Own(value)})


def test_the_content_has_no_problems() -> None:
    assert content.problems(today=NOW.date()) == ()


def test_every_path_ends_at_a_channel_that_exists() -> None:
    for path in paths():
        for name in (path.route.channel, path.route.fallback):
            assert shipped().channels[name].existence is Existence.EXISTS, path


def test_every_route_fires_on_some_path() -> None:
    fired = {path.route.id for path in paths()}
    assert fired == {route.id for route in shipped().routes.routes}


def test_nobody_who_cannot_log_in_is_sent_where_a_login_is_needed() -> None:
    for path in paths():
        if session(path.answers).state().known.get("login") == "unable":
            for name in (path.route.channel, path.route.fallback):
                assert not shipped().channels[name].needs_login, path


def test_a_decision_stands_and_a_request_is_written_after_few_prompts() -> None:
    """At most 5 prompts on everyday paths, and 11 to the request; one more where the topic is not
    heard but chosen. The emergency lane asks 4 of its own."""
    prompts = sorted(len(path.answers) for path in paths())
    assert prompts[len(prompts) // 2] <= 5 + 1
    assert prompts[-1] <= 6 + 1
    for path in paths():
        one = session(path.answers)
        filling = one.open_questions(one.filling(path.route))
        assert len(path.answers) + len(filling) <= 11 + 1, path
        if path.route.emergency:
            assert len([name for name in path.answers if name.startswith("em-")]) <= 4


def test_no_question_asks_for_a_secret() -> None:
    for question in shipped().questionnaire.questions:
        assert 0 <= question.sensitivity <= 2, question.id


def test_only_public_fields_stand_in_public_texts() -> None:
    private = {
        question.id
        for question in shipped().questionnaire.questions
        if not question.public and question.kind in EXAMPLES
    }
    for path in paths():
        one = session(path.answers)
        for question in one.open_questions(one.filling(path.route)):
            if question.kind in EXAMPLES:
                one.answers[question.id] = Own(f"mark-{question.id}")
        text = chosen_text(one.write(path.route), "public", (Language.EN, Language.ZH))
        assert not any(f"mark-{name}" in text for name in private), path
        assert len(text) <= 2 * 280 + 2


def test_every_path_gives_a_letter_in_both_languages() -> None:
    for path in paths():
        one = session(path.answers)
        for question in one.open_questions(one.filling(path.route)):
            value = BLANK if question.unknown else possible(one, question)[0]
            one.answers[question.id] = Own(value)
        request = one.write(path.route)
        for language in Language:
            letter = chosen_text(request, "letter", (language,))
            assert request.subject.in_(language), path
            assert len(letter.splitlines()) > 8, path
            assert "$" not in letter, path
            assert len(request.chat.in_(language)) <= 300, path


@pytest.mark.parametrize("topic", list(shipped().topics))
def test_every_topic_has_a_checklist(topic: str) -> None:
    assert topic in {one.id for one in shipped().checklists.lists}
