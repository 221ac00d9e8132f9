"""The halves of a bilingual letter, and the hours in what a customer typed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bfx_help.answers.running import coming, without_time
from bfx_help.answers.spans import with_utc
from bfx_help.model import Language
from bfx_help.request.formats import as_text
from bfx_help.request.halves import BELOW, left_to_chinese
from tests.unit.test_letter import FULL, letter, text

NOW = datetime(2026, 11, 28, 19, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("placed 26 Nov 20:03, cancelled 21:47", "20:03 (19:03 UTC), cancelled 21:47 (20:47 UTC)"),
        ("maintenance 21:45-21:50", "21:45-21:50 (20:45-20:50 UTC)"),
        ("at 13:22 UTC", "at 13:22 UTC"),
        ("0:30", "0:30 (23:30 UTC)"),
        ("a rate of 88:12", "a rate of 88:12"),
    ],
)
def test_an_hour_stands_with_its_utc_time(typed: str, read: str) -> None:
    assert with_utc(typed, NOW).endswith(read)
    assert with_utc(typed, NOW.astimezone(UTC)) == typed


def test_a_deadline_says_its_moment_once() -> None:
    typed = "Wednesday 2 Dec 12:00, my broker needs it"
    at = coming(typed, NOW)
    assert at is not None
    assert without_time(typed, at, NOW) == "my broker needs it"


def test_what_is_left_to_the_chinese_half_is_named_in_the_english_one() -> None:
    answers = FULL | {"account": "周一我问过\n周二没有消息", "page_shows": "没有"}
    halved = left_to_chinese(letter(**answers))
    english, chinese = (as_text(halved, [tag]) for tag in (Language.EN, Language.ZH))
    assert f"What happened:\n{BELOW}\n\n" in english
    assert "周一" not in english
    assert "周一我问过\n周二没有消息" in chinese


def test_attachments_in_own_words_stand_as_typed_beside_those_of_the_list() -> None:
    assert "Attached: Letter of my bank (26 Nov, signed)." in text(
        **FULL | {"files": "Letter of my bank (26 Nov, signed)"}
    )
    assert "Attached: a screenshot; API answer." in text(
        **FULL | {"files": "screenshot, API answer"}
    )


def test_a_long_amount_is_grouped_and_a_long_answer_stays_out_of_the_subject() -> None:
    assert "Amount: 60,000 USD" in text(**FULL | {"amount": "60000 USD"})
    long = "PX-" + " and ".join("many words" for _ in range(9))
    assert letter(**FULL | {"payout_number": long}).subject.en == "Payout is late"
