"""The interview as one value: answers, how they came, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from bfx_help.interview.progress import Interview, Origin, Stage
from bfx_help.model import Own

NAMES = st.sampled_from(["a", "b", "c", "d"])
VALUES = st.sampled_from([Own("1"), Own("2")])
STEPS = st.lists(st.tuples(NAMES, VALUES, st.sampled_from(Origin)) | st.sampled_from(Stage))


def played(steps: list[tuple[str, Own, Origin] | Stage]) -> Interview:
    interview = Interview()
    for step in steps:
        interview = interview.enter(step) if isinstance(step, Stage) else interview.answer(*step)
    return interview


@given(STEPS)
def test_every_answer_has_a_source_and_a_place_in_the_trail(
    steps: list[tuple[str, Own, Origin] | Stage],
) -> None:
    interview = played(steps)
    assert interview.answers.keys() == interview.sources.keys()
    assert set(interview.answers) <= set(interview.trail)
    assert len(set(interview.trail)) == len(interview.trail)


@given(STEPS)
def test_back_always_ends_at_the_beginning(steps: list[tuple[str, Own, Origin] | Stage]) -> None:
    interview = played(steps)
    for _ in range(len(interview.trail)):
        interview = interview.back()
    assert (interview.answers, interview.trail) == ({}, ())


def test_back_takes_the_last_answer_alone() -> None:
    interview = played([("a", Own("1"), Origin.TYPED), ("b", Own("2"), Origin.CHOSEN)]).back()
    assert interview.answers == {"a": "1"}


def test_what_was_confirmed_together_goes_together() -> None:
    interview = played(
        [
            ("a", Own("1"), Origin.TYPED),
            ("b", Own("1"), Origin.CONFIRMED),
            ("c", Own("2"), Origin.CONFIRMED),
        ]
    )
    assert interview.back().answers == {"a": "1"}


def test_a_correction_keeps_its_place() -> None:
    interview = played([("a", Own("1"), Origin.TYPED), ("b", Own("1"), Origin.TYPED)])
    corrected = interview.correct("a", Own("2"), Origin.TYPED)
    assert (corrected.answers["a"], corrected.trail) == ("2", ("a", "b"))


def test_leaving_a_stage_opens_it_again() -> None:
    interview = played([Stage.VERDICT, Stage.REVIEW])
    assert not interview.leave(Stage.REVIEW).passed(Stage.REVIEW)
