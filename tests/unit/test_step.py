"""One step of the interview, on an invented desk."""

import pytest

from bfx_help.interview.step import deciding, options_of
from tests.tables import each
from tests.unit.desk import desk_content, state

LATE = {"matter": "payout", "case_of": "payout.late"}


@each(
    ("given", "asked"),
    [
        ({}, "matter"),
        ({"matter": "payout"}, "case-of"),
        (LATE, "since"),
        (LATE | {"since": "2026-11-02"}, "written"),
        (LATE | {"since": "unknown"}, "written"),
        (LATE | {"since": "2026-11-21"}, None),  # it waits, whatever else is answered
        (LATE | {"since": "unknown", "written": "no"}, None),
        ({"matter": "security", "case_of": "security.losing"}, None),
    ],
)
def test_the_next_question_is_one_that_can_still_change_the_route(
    given: dict[str, str], asked: str | None
) -> None:
    question = state(**given).question
    assert (question.id if question else None) == asked


@pytest.mark.parametrize(
    ("given", "route"),
    [
        (LATE | {"since": "2026-11-21"}, "wait"),
        (LATE | {"since": "2026-11-02", "written": "no"}, "write"),
        (LATE | {"since": "2026-11-02", "written": "silent"}, "reply"),
        ({"matter": "security", "case_of": "security.losing"}, "alert"),
        (LATE, None),
    ],
)
def test_a_route_is_decided_once_no_open_answer_can_change_it(
    given: dict[str, str], route: str | None
) -> None:
    decided = state(**given).route
    assert (decided.id if decided else None) == route


def test_an_emergency_is_known_by_the_condition_of_the_roles() -> None:
    assert state(matter="security", case_of="security.losing").emergency
    assert not state(**LATE).emergency


def test_the_fields_of_a_letter_are_those_of_the_situation_then_those_all_share() -> None:
    names = [field.id for field in state(**LATE, written="no").fields]
    assert names[:4] == ["since", "page-shows", "payout-number", "amount"]
    assert "number-of-ticket" not in names  # nothing was written before
    assert "number-of-ticket" in [field.id for field in state(**LATE, written="silent").fields]


def test_a_situation_without_a_letter_has_no_fields() -> None:
    assert state(matter="help", case_of="help.other").fields == ()


def test_situations_are_offered_for_the_topic_alone() -> None:
    content = desk_content()
    question = content.questionnaire.by_id["case-of"]
    offered = options_of(content, question, {"matter": "payout"})
    assert [option.id for option in offered] == ["payout.late", "payout.other"]


def test_what_decides_is_found_through_computed_answers() -> None:
    assert deciding(desk_content()) == {"since", "case-of", "written"}


def test_what_no_longer_applies_is_not_known() -> None:
    known = state(matter="security", case_of="security.losing", since="2026-11-02").values
    assert "since" not in known
