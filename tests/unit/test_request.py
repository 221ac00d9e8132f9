"""The texts made from answers, on an invented template."""

from datetime import timedelta
from email import message_from_bytes

import pytest

from bfx_help import request
from bfx_help.interview import state as interview
from bfx_help.model import BLANK, Asks, Item, Language, Line, Own, Script, Template, Text
from bfx_help.request import Material, Request, Teller, chosen_text
from tests.conftest import NOW
from tests.invented import FACTS, QUESTIONNAIRE, REQUESTS, question, route, text

QUESTIONS = {one.id: one for one in QUESTIONNAIRE.questions}
MEASURE = interview.measure(QUESTIONNAIRE, FACTS, NOW)
EN, ZH = Language.EN, Language.ZH
TEMPLATE = REQUESTS.templates[0]
WITH_WORDS = QUESTIONNAIRE._replace(
    questions=(question("words", Asks.TEXT), *QUESTIONNAIRE.questions)
)


def written(
    answers: dict[str, str],
    script: Script = Script.REQUEST,
    template: Template = TEMPLATE,
) -> Request:
    given = {name: Own(value) for name, value in answers.items()}
    state = interview.state(WITH_WORDS, given, MEASURE)
    options = {name: one.options for name, one in QUESTIONS.items()}
    chosen = route("any", script=script)
    teller = Teller(QUESTIONS, options, FACTS, state.known, NOW, chosen)
    files = (Item("receipt", text("Receipt"), ("limit",)),)
    material = Material(REQUESTS, QUESTIONS, state, teller.tell, files, (text("An answer"),))
    return request.write(material, chosen, template)


SENT = {
    "topic": "parcel",
    "status": "sent",
    "since": (NOW - timedelta(hours=26)).isoformat(),
    "urgent": "yes",
    "number": "123",
}


def test_the_same_lines_stand_in_both_languages_under_the_same_numbers() -> None:
    one = written(SENT)
    english = [line for line in chosen_text(one, "letter", [EN]).splitlines() if ". " in line[:6]]
    chinese = [line for line in chosen_text(one, "letter", [ZH]).splitlines() if ". " in line[:6]]
    assert [line[:4] for line in english] == [line[:4] for line in chinese]
    assert len(english) >= 6


def test_times_stand_in_utc_and_local_time() -> None:
    assert "2026-11-21 08:10 UTC (16:10 UTC+8)" in chosen_text(written(SENT), "letter", [EN])


def test_a_part_whose_answer_is_unknown_is_left_out_of_the_subject() -> None:
    assert written(SENT).subject.en == "[Post] number 123 - since 26 hours"
    assert written(SENT | {"number": "unknown"}).subject.en == "[Post] since 26 hours"


def test_of_a_long_answer_the_subject_has_the_beginning_and_the_opener_one_line() -> None:
    one = written(SENT | {"number": f"12\n34 {'5' * 200}"})
    assert one.subject.en == "[Post] number 12 - since 26 hours"
    assert one.chat.en.startswith("Parcel 12 34 555")
    long = written(SENT | {"number": "5" * 200}).subject.en
    assert long == f"[Post] number {'5' * 79}… - since 26 hours"


def test_what_is_unknown_or_left_blank_says_so() -> None:
    letter = chosen_text(written(SENT | {"number": "unknown", "street": BLANK}), "letter", [EN])
    assert "number: unknown" in letter
    assert "street: blank" in letter


def test_lines_stand_only_where_their_condition_holds() -> None:
    assert "Now." in chosen_text(written(SENT), "letter", [EN])
    assert "Now." not in chosen_text(written(SENT | {"urgent": "no"}), "letter", [EN])


def test_the_public_text_holds_public_fields_alone() -> None:
    one = written(SENT | {"colour": "green"})
    assert one.public.en == "It is green."


def test_a_public_text_whose_first_line_has_a_gap_is_none_at_all() -> None:
    assert written(SENT).public.en == ""


def test_the_chat_opener_never_exceeds_its_limit() -> None:
    assert written(SENT).chat.en == f"Parcel 123. {'x' * 285}"


def test_a_follow_up_holds_only_what_is_new() -> None:
    letter = chosen_text(written(SENT | {"news": "It rained"}, Script.FOLLOW_UP), "letter", [EN])
    assert "news: It rained" in letter
    assert "number: 123" in letter
    assert "status" not in letter


def test_the_gaps_that_support_would_ask_about_are_named() -> None:
    assert written(SENT | {"number": "unknown"}).missing == ("number", "street", "attachments")


def test_what_was_read_is_told() -> None:
    assert "read: An answer" in chosen_text(written(SENT), "letter", [EN])


def test_a_mail_draft_has_no_header_that_was_typed() -> None:
    one = written(SENT | {"number": "123\r\nBcc: thief@example.com"})
    mail = message_from_bytes(request.as_email(one, [EN], "support@bitfinex.com"))
    assert sorted(mail.keys()) == sorted(
        ["To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
    )
    assert "thief" not in str(mail["To"])


@pytest.mark.parametrize("hostile", ["\x1b[2Jgone", "\u202egnorw", "a\x9b31m"])
def test_hostile_answers_reach_no_text_raw(hostile: str) -> None:
    letter = chosen_text(written(SENT | {"colour": hostile}), "letter", [EN, ZH])
    assert not any(mark in letter for mark in "\x1b\u202e\x9b")


def test_markdown_shows_typed_marks_as_they_are() -> None:
    page = request.as_markdown(written(SENT | {"colour": "*big* [x](y)"}), [EN])
    assert "\\*big\\* \\[x\\](y)" in page


def test_what_is_wanted_is_not_said_again_among_the_facts() -> None:
    wants = (Line(text("Find $number.")),)
    letter = chosen_text(written(SENT, template=TEMPLATE._replace(wants=wants)), "letter", [EN])
    assert letter.count("123") == 2  # the subject and the wish


def test_the_first_words_are_quoted_where_the_template_wants_it() -> None:
    said = SENT | {"words": "it is lost"}
    silent = TEMPLATE._replace(quoted=False)
    assert '"it is lost"' in chosen_text(written(said), "letter", [EN])
    assert "it is lost" not in chosen_text(written(said, template=silent), "letter", [EN])


def test_an_optional_answer_that_is_unknown_is_left_out() -> None:
    assert "colour" not in chosen_text(written(SENT | {"colour": "unknown"}), "letter", [EN])


def test_a_link_cannot_be_clicked() -> None:
    known = {"page": "https://bad.example/x"}
    page = QUESTIONS["colour"]._replace(id="page", kind=Asks.LINK)
    told = Teller({"page": page}, {}, FACTS, known, NOW).tell("page")
    assert told == Text("hxxps://bad[.]example/x", "hxxps://bad[.]example/x")


def test_the_step_after_the_next_is_counted_from_the_next() -> None:
    chosen = route("any", answer_by="limit", then_by="limit")
    tell = Teller(QUESTIONS, {}, FACTS, {}, NOW, chosen).tell
    dates = [told.en for name in ("by", "then-by") if (told := tell(name))]
    assert dates == [
        "2026-11-22 22:10 UTC (2026-11-23 06:10 UTC+8)",
        "2026-11-23 10:10 UTC (18:10 UTC+8)",
    ]
