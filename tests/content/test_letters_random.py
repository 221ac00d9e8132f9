"""Random answers: short texts keep their length, public ones hold nothing private, and no letter
states what was not answered."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bfx_help.interview.step import options_of, step
from bfx_help.model import Answers, Language, Own, TextKind
from bfx_help.request.companions import CHAT_LIMIT, PUBLIC_LIMIT
from bfx_help.request.formats import as_text, chosen_text
from tests.compiled import shipped
from tests.content.paths import NOW, SAMPLES, start
from tests.content.test_letters import LETTERS, letter

MARK = "Qx7"
"""Stands in every free answer, so that it is found again."""


@st.composite
def some_answers(draw: st.DrawFn) -> Answers:
    """A situation with some of its questions answered in some way."""
    answers: Answers = start(draw(st.sampled_from(LETTERS)))
    for _ in range(2):  # an answer may open further questions
        state = step(shipped(), answers, NOW)
        asked = [state.question] if state.question else []
        for question in (*asked, *state.fields):
            if question.id in answers or not draw(st.booleans()):
                continue
            options = options_of(shipped(), question, state.values)
            names = [option.id for option in options]
            free = SAMPLES.get(question.kind, "")
            marked = f"{free} {MARK}{question.id}"
            value = draw(st.sampled_from([*names, "unknown"] if names else [marked, "unknown"]))
            answers = {**answers, question.id: Own(value)}
    return answers


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_answers())
def test_random_answers_give_texts_within_their_bounds(answers: Answers) -> None:
    written = letter(answers)
    assert written is not None
    questions = shipped().questionnaire.by_id
    private = [
        f"{MARK}{name}" for name in answers if name in questions and not questions[name].public
    ]
    for language in (Language.EN, Language.ZH):
        chat = chosen_text(written, TextKind.CHAT, [language])
        public = chosen_text(written, TextKind.PUBLIC, [language])
        assert len(chat) <= CHAT_LIMIT, chat
        assert len(public) <= PUBLIC_LIMIT, public
        assert not any(value in public for value in private), public
        whole = as_text(written, [language])
        assert "$" not in whole, whole
        assert "None" not in whole, whole


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_answers(), st.data())
def test_what_is_typed_stands_in_the_letter_and_goes_with_its_answer(
    answers: Answers, data: st.DataObject
) -> None:
    fields = {field.id for field in step(shipped(), answers, NOW).fields}
    typed = [name for name in answers if name in fields and MARK in answers[name]]
    if not typed:
        return
    name = data.draw(st.sampled_from(typed))
    written = letter(answers)
    without = letter({key: value for key, value in answers.items() if key != name})
    assert written is not None
    assert without is not None
    assert f"{MARK}{name}" in as_text(written, [Language.EN])
    assert f"{MARK}{name}" not in as_text(without, [Language.EN])
