"""Which question comes next, and what the answers amount to, on an invented questionnaire."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfx_help.interview import state as interview
from bfx_help.model import Answers, Own, State
from tests.conftest import NOW
from tests.invented import FACTS, QUESTIONNAIRE, ROUTES

MEASURE = interview.measure(QUESTIONNAIRE, FACTS, NOW)
DECIDING = interview.deciding(QUESTIONNAIRE, ROUTES.routes)
VALUES = {
    "topic": ["parcel", "letter"],
    "status": ["sent", "lost", "stolen"],
    "since": [(NOW - timedelta(hours=hours)).isoformat() for hours in (1, 30)] + ["unknown"],
    "urgent": ["yes", "no"],
    "number": ["123", "unknown"],
}


def answers(**given: str) -> Answers:
    return {name: Own(value) for name, value in given.items()}


def state(**given: str) -> State:
    return interview.state(QUESTIONNAIRE, answers(**given), MEASURE)


def ago(hours: int) -> str:
    return (NOW - timedelta(hours=hours)).isoformat()


def test_questions_decide_when_a_route_looks_at_them_however_indirectly() -> None:
    assert {"topic", "status", "since", "urgent"} == DECIDING


@pytest.mark.parametrize(
    ("given", "following"),
    [
        ({}, "topic"),
        ({"topic": "parcel"}, "status"),
        ({"topic": "parcel", "status": "sent"}, "since"),
        ({"topic": "parcel", "status": "lost"}, "urgent"),
        ({"topic": "parcel", "status": "stolen"}, None),
        ({"topic": "letter"}, None),
    ],
)
def test_the_next_question_is_the_first_that_applies_and_has_no_answer(
    given: dict[str, str], following: str | None
) -> None:
    found = interview.next_question(QUESTIONNAIRE, state(**given), DECIDING)
    assert (found.id if found else None) == following


@pytest.mark.parametrize(
    ("hours", "age"), [("1", "under"), ("11", "under"), ("12", "over"), ("300", "over")]
)
def test_an_age_is_measured_against_the_figure_of_its_fact(hours: str, age: str) -> None:
    assert state(topic="parcel", status="sent", since=ago(int(hours))).known["age"] == age


def test_the_age_of_an_unknown_time_is_unknown() -> None:
    assert state(topic="parcel", status="sent", since="unknown").known["age"] == "unknown"


def test_answers_that_do_not_apply_count_for_nothing() -> None:
    assert "status" not in state(topic="letter", status="stolen").known


def test_a_condition_is_open_while_an_answer_may_still_come() -> None:
    found = state(topic="parcel")
    assert found.holds({"danger": ("yes",)}) is None
    assert found.holds({"topic": ("letter",)}) is False
    assert state(topic="letter").holds({"danger": ("yes",)}) is False


def test_changing_an_answer_drops_only_what_no_longer_applies() -> None:
    given = answers(topic="parcel", status="sent", since=ago(3), urgent="no", number="123")
    kept, dropped = interview.changed(QUESTIONNAIRE, given, "status", Own("lost"), MEASURE)
    assert dropped == ("since",)
    assert set(kept) == {"topic", "status", "urgent", "number"}


@given(st.fixed_dictionaries({}, optional={key: st.sampled_from(VALUES[key]) for key in VALUES}))
def test_changing_an_answer_to_itself_keeps_all_that_apply(given: dict[str, str]) -> None:
    known = state(**given).known
    for name in given:
        if name in known:
            kept, _ = interview.changed(
                QUESTIONNAIRE, answers(**given), name, Own(given[name]), MEASURE
            )
            assert set(kept) == set(given) & set(known)


def test_networks_and_topics_are_options_of_their_questions() -> None:
    asked = QUESTIONNAIRE.questions[1]
    assert [one.id for one in interview.options(asked, QUESTIONNAIRE, ())] == [
        "sent",
        "lost",
        "stolen",
    ]
