"""Letters of the shipped content: with all facts and with none, in both languages."""

import re

import pytest

from bfx_help.cli.context import Context
from bfx_help.cli.result import letter_of
from bfx_help.interview.step import first_wants, options_of, recommend, step
from bfx_help.model import Answers, Asks, Language, Own, TextKind
from bfx_help.request.companions import CHAT_LIMIT, PUBLIC_LIMIT
from bfx_help.request.formats import as_text, chosen_text
from bfx_help.request.letter import Letter
from tests.compiled import shipped
from tests.content.paths import NOW, SAMPLES, filled, paths, start, telling_paths
from tests.tables import each
from tests.unit.desk import settings

WORDS = 260
"""So many words a letter may have, without the account in one's own words."""

HAN = re.compile("[一-鿿]")


def desk() -> Context:
    return Context(settings()._replace(clock=lambda: NOW), shipped())


def letter(answers: Answers) -> Letter | None:
    state = step(shipped(), answers, NOW)
    return letter_of(desk(), state, recommend(shipped(), state))


LETTERS = sorted(name for name, item in shipped().situations.items() if item.letter)


def first_path(name: str) -> Answers:
    return paths(name)[0][0]


def without_quotes(text: str) -> str:
    """A letter without quotes."""
    return re.sub('"[^"\n]*"', "", text)


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_with_all_facts_is_whole_and_its_short_texts_hold_nothing_private(
    name: str,
) -> None:
    for answers in telling_paths(name):
        written = letter(filled(answers))
        assert written is not None
        lines = [line.en for section in written.sections for line in section.lines]
        assert not [line for line in lines if line.endswith(":")]  # each heading has its lines
        texts = {language: as_text(written, [language]) for language in (Language.EN, Language.ZH)}
        for text in texts.values():
            assert "$" not in text, text
        assert len(without_quotes(texts[Language.EN]).split()) <= WORDS, texts[Language.EN]
        assert len(texts[Language.EN].splitlines()) == len(texts[Language.ZH].splitlines())
        assert not HAN.search(texts[Language.EN]), texts[Language.EN]
        assert written.missing == (), (name, dict(answers))
        check_short_texts(written)


def check_short_texts(written: Letter) -> None:
    """Short texts keep their bounds, and what is public holds nothing private."""
    private = {SAMPLES[Asks(kind)] for kind in ("email", "id", "txid", "address", "amount")}
    for kind, limit in ((TextKind.CHAT, CHAT_LIMIT), (TextKind.PUBLIC, PUBLIC_LIMIT)):
        for language in (Language.EN, Language.ZH):
            text = chosen_text(written, kind, [language]) if kind in written.texts else ""
            assert len(text) <= limit, text
            if kind is TextKind.PUBLIC:
                assert not any(value in text for value in private), text


@each("name", LETTERS)
def test_a_letter_without_facts_states_nothing(name: str) -> None:
    written = letter(first_path(name))
    assert written is not None
    text = as_text(written, [Language.EN])
    assert written.subject.en in text
    assert "Please:" in text
    assert "$" not in text


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_typed_into_a_field_stands_in_the_letter_as_long_as_it_is_there(name: str) -> None:
    answers = filled(first_path(name))
    fields = step(shipped(), answers, NOW).fields
    free = [field.id for field in fields if field.kind in (Asks.ID, Asks.AMOUNT, Asks.EMAIL)]
    with_them = letter({**answers, **{id_: Own(f"zzz-{id_}-zzz") for id_ in free}})
    without = letter({id_: value for id_, value in answers.items() if id_ not in free})
    assert with_them is not None
    assert without is not None
    text, rest = (as_text(written, [Language.EN]) for written in (with_them, without))
    assert [id_ for id_ in free if f"zzz-{id_}-zzz" not in text] == []
    assert [id_ for id_ in free if answers[id_] in rest] == []


def test_a_want_is_offered_while_a_field_is_open_and_goes_where_it_speaks_against_it() -> None:
    inside, credit = "dep-terms", "dep-credit"
    answers = {
        **start("deposit.missing"),
        "dep-explorer": Own("confirmed"),
        "contacted": Own("no"),
        "wants": Own(f"{credit}\n{inside}"),
    }
    question = shipped().questionnaire.by_id["wants"]
    offered = {option.id for option in options_of(shipped(), question, answers)}
    assert {inside, credit} <= offered
    for kind, count in {"plain": 1, "contract": 2}.items():
        written = letter({**answers, "dep-contract-sender": Own(kind)})
        assert written is not None
        wants = next(section for section in written.sections if section.numbered)
        assert len(wants.lines) == count


@each("name", LETTERS)
def test_what_gives_something_away_is_asked_for_only_by_choice(name: str) -> None:
    wants = shipped().letters.wants
    for answers in telling_paths(name):
        unasked = first_wants(shipped(), step(shipped(), filled(answers), NOW))
        assert not [want for want in unasked if wants[want].if_chosen], dict(answers)


@pytest.mark.parametrize(
    ("name", "first"),
    [("security.losing", "Please:"), ("withdrawal.processing", "Details:")],
)
def test_requests_stand_behind_the_facts_unless_minutes_count(name: str, first: str) -> None:
    written = letter(filled(first_path(name)))
    assert written is not None
    titles = [part.title.en for part in written.sections if part.title]
    assert titles[0] == first
