"""The first route that fits, on invented rules."""

import pytest

from bfx_help.interview import routing
from bfx_help.model import State
from tests.invented import ROUTES


def state(*opened: str, **known: str) -> State:
    return State(known, frozenset(opened))


@pytest.mark.parametrize(
    ("now", "route"),
    [
        (state(danger="yes", urgent="yes"), "emergency"),
        (state(danger="no", age="under", urgent="yes"), "wait"),
        (state(danger="no", urgent="yes"), "chat"),
        (state(), "ticket"),
        (state("danger"), None),
        (state("urgent", danger="no", age="under"), "wait"),
        (state("urgent", danger="no", age="over"), None),
    ],
)
def test_a_route_is_decided_once_no_open_answer_can_change_it(
    now: State, route: str | None
) -> None:
    found = routing.decided(ROUTES, now)
    assert (found.id if found else None) == route


def test_without_further_answers_the_last_route_is_left() -> None:
    assert routing.recommend(ROUTES, state("danger", "urgent")).route.id == "ticket"


def test_every_rule_tried_is_told_with_its_outcome() -> None:
    outcome = routing.tried(ROUTES, state(urgent="yes"))
    assert [(route.id, fits) for route, fits in outcome] == [
        ("emergency", False),
        ("wait", False),
        ("chat", True),
    ]
