"""The halves of a bilingual letter, and the hours in what a customer typed."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bfx_help.answers.hours import dated, dates_in_words, with_bare_zones, with_utc
from bfx_help.answers.named_moments import coming
from bfx_help.model import Language, TextKind
from bfx_help.request.formats import as_text
from bfx_help.request.halves import BELOW, chinese_parts, left_to_chinese, paired
from tests.tables import each
from tests.unit.test_letter import FULL, letter, text

NOW = datetime(2026, 11, 28, 19, 30, tzinfo=timezone(timedelta(hours=1)))


@each(
    ("typed", "read"),
    [
        (
            "placed 26 Nov 20:03, cancelled 21:47",
            "19:03 UTC (20:03 local), cancelled 20:47 UTC (21:47 local)",
        ),
        ("maintenance 21:45-21:50", "20:45-20:50 UTC (21:45-21:50 local)"),
        ("03:14:00 to 03:14:35", "02:14:00-02:14:35 UTC (03:14:00 to 03:14:35 local)"),
        ("between 18:05 and 18:28 local", "17:05 and 17:28 UTC (18:05 and 18:28 local)"),
        ("18:05 my time", "17:05 UTC (18:05 local)"),
        ("18:34 (local time), then", "17:34 UTC (18:34 local), then"),
        (
            '18:34 it said "down from 13:04 UTC"',
            '17:34 UTC (18:34 local) it said "down from 13:04 UTC"',
        ),
        ("at 13:22 UTC", "at 13:22 UTC"),
        ("0:30", "0:30 (23:30 UTC the day before)"),
        ("a rate of 88:12", "a rate of 88:12"),
        ("at 10:15 pm, then", "at 21:15 UTC (10:15 pm local), then"),
        ("昨天下午3:20没到", "14:20 UTC (下午3:20)没到"),
        ("at 09:00 CST", "at 09:00 CST"),
        ("at 09:00 BTC fell", "at 08:00 UTC (09:00 local) BTC fell"),
    ],
)
def test_an_hour_stands_with_its_utc_time(typed: str, read: str) -> None:
    assert with_utc(typed, NOW).endswith(read)
    assert with_utc(typed, NOW.astimezone(UTC)) == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("10:15 BRT I asked", "13:15 UTC (10:15 BRT) I asked"),
        ("21:45-21:50 (CET) down", "20:45-20:50 UTC (21:45-21:50 (CET)) down"),
        ("(02:31 CET, twice)", "(01:31 UTC / 02:31 CET, twice)"),
        ("21:45 to 21:50 CET", "20:45-20:50 UTC (21:45 to 21:50 CET)"),
        ("23:30 PDT", "23:30 PDT (06:30 UTC the next day)"),
        ("the row of 10:15 in BRT", "the row of 13:15 UTC (10:15 in BRT)"),
        ("9:00 北京时间", "01:00 UTC (9:00 北京时间)"),
    ],
)
def test_an_hour_in_a_named_zone_stands_with_its_utc_time(typed: str, read: str) -> None:
    assert with_utc(typed, NOW) == with_utc(typed, NOW.astimezone(UTC)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I saw it only yesterday.", "I saw it only yesterday (27 Nov 2026)."),
        ("yesterday morning I asked", "yesterday morning (27 Nov 2026) I asked"),
        ("yesterday evening, 27 Nov, I asked", "yesterday evening, 27 Nov, I asked"),
        ('today it says "try again today"', 'today (28 Nov 2026) it says "try again today"'),
        ("昨天提交的，今天还没到", "昨天（2026-11-27）提交的，今天（2026-11-28）还没到"),
        ("last night at 1am", "last night at 1am"),
        ("yesterday's mail", "yesterday's mail"),
    ],
)
def test_a_day_that_is_named_by_its_distance_gets_its_date(typed: str, read: str) -> None:
    assert dated(typed, NOW) == read
    assert dated(read, NOW) == read


def test_a_deadline_says_its_moment_once() -> None:
    typed = "my broker needs it by Wednesday 2 Dec 12:00, the last instalment"
    found = coming(typed, NOW)
    assert found is not None
    assert typed[found.start : found.end] == "Wednesday 2 Dec 12:00"


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        (
            "none hard, but my rent is due on Friday",
            "Needed by: none hard, but my rent is due on Friday.",
        ),
        ("no hard deadline, but my rent is due", "There is no fixed deadline. But my rent is due."),
        ("None", ""),
        ("none. I am in no hurry", "There is no fixed deadline. I am in no hurry."),
        ("nonetheless by Friday", "Needed by: nonetheless by Friday."),
    ],
)
def test_only_a_deadline_that_there_is_not_reads_as_none(typed: str, stands: str) -> None:
    written = text(**FULL | {"needed_by": typed})
    assert stands in written if stands else not re.search("deadline|Needed", written)


def test_a_deadline_in_a_named_zone_is_no_local_time() -> None:
    at = coming("2 Dec 12:00 EST", NOW)
    assert at is not None
    assert at.at.at == datetime(2026, 12, 2, 17, tzinfo=UTC)
    assert coming("2 Dec 12:00 CST", NOW) is None  # two zones have that name


def test_a_time_of_a_log_to_the_millisecond_stays_as_it_is() -> None:
    assert with_utc("A 14:02:11.480 refused", NOW) == "A 14:02:11.480 refused"


def test_a_zone_of_several_names_is_that_of_the_writer() -> None:
    shanghai = NOW.astimezone(timezone(timedelta(hours=8)))
    assert with_utc("09:00 CST", shanghai) == "01:00 UTC (09:00 CST)"


def test_what_is_left_to_the_chinese_half_is_named_in_the_english_one() -> None:
    answers = FULL | {"account": "周一我问过\n周二没有消息", "page_shows": "没有"}
    halved = left_to_chinese(letter(**answers))
    english, chinese = (as_text(halved, [tag]) for tag in (Language.EN, Language.ZH))
    assert f"What happened:\n- 16 Nov: {BELOW}\n- 17 Nov: {BELOW}\n" in english
    assert "周一" not in english
    assert "- 2026-11-16：我问过。\n- 2026-11-17：没有消息。" in chinese


def test_what_is_in_chinese_gets_the_english_of_who_typed_it() -> None:
    answers = FULL | {
        "account": "19 Nov: I wrote.\n20 Nov 10:12 我问过 PX-77",
        "page_shows": "空白",
    }
    parts = chinese_parts(letter(**answers))
    assert parts == ("空白", "我问过 PX-77")
    said = paired(parts, "-\nI asked about PX-77.")
    english, chinese = (
        as_text(letter(**answers | {"in_english": said}), [tag])
        for tag in (Language.EN, Language.ZH)
    )
    assert "20 Nov 10:12 UTC: I asked about PX-77.\n" in english
    assert "我问过 PX-77" in chinese
    assert chinese_parts(letter(**answers | {"in_english": said})) == ("空白",)


def test_the_opener_of_a_chat_takes_the_english_of_the_first_sentence() -> None:
    own = "我的出款 PX-77 等了 20 天。页面一直是空的。"
    answers = FULL | {"beginning": own, "needed_by": "none"}
    (part,) = chinese_parts(letter(**answers))
    said = paired((part,), "My payout PX-77 is late by 20 days. The page is empty.")
    lines = letter(**answers | {"in_english": said}).texts[TextKind.CHAT]
    assert lines[0].en == "Hello, My payout PX-77 is late by 20 days."
    assert "20 天" in lines[0].zh


def test_the_english_of_a_deadline_keeps_its_moment() -> None:
    answers = FULL | {"needed_by": "2 Dec 15:00 UTC，交房租"}
    (part,) = chinese_parts(letter(**answers))
    for typed in ("rent", "2 Dec 15:00 UTC, rent"):
        written = text(**answers | {"in_english": paired((part,), typed)})
        assert "Needed by: 2 Dec 15:00 UTC, rent.\n" in written


def test_the_english_of_a_short_answer_stands_in_no_other_line() -> None:
    answers = FULL | {"page_shows": "答复", "needed_by": "为什么没有答复"}
    written = text(**answers | {"in_english": paired(("答复",), "an answer")})
    assert "The page shows: an answer\n" in written
    assert "为什么没有答复" in written


def test_the_english_of_a_request_is_polite_once() -> None:
    answers = FULL | {"requests": "own:请告诉我原因"}
    said = paired(chinese_parts(letter(**answers)), "Please tell me the reason")
    assert "Please:\n1. Tell me the reason.\n" in text(**answers | {"in_english": said})


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [
        ("one\ntwo\nthree", ["一 => one", "二 => two", "三 => three"]),
        ("1. one\n3) three", ["一 => one", "三 => three"]),
        ("3 Nov I asked\n-\nthree", ["一 => 3 Nov I asked", "三 => three"]),
        ("1. one\n9. nine", ["一 => one"]),
        ("一\n", []),
        ('1. he calls himself "官方客服" there', ['一 => he calls himself "官方客服" there']),
        ("", []),
    ],
)
def test_lines_of_english_go_to_the_parts_in_their_order_or_by_number(
    typed: str, pairs: list[str]
) -> None:
    assert paired(("一", "二", "三"), typed).splitlines() == pairs


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("币安 Binance", "Binance"),
        ("欧易", "OKX"),
        ("欧易的客服", "欧易的客服"),
        ("had had 5 5", "had had 5 5"),
    ],
)
def test_the_name_of_a_platform_is_in_latin_letters_for_support(typed: str, reads: str) -> None:
    assert f"The page shows: {reads}\n" in text(**FULL | {"page_shows": typed})


def test_figures_and_english_words_stay_in_the_english_half() -> None:
    account = (
        '11-25 提了 50 USDt 测试,ID 12345699,正常\n页面写着 "Payouts are limited to 10 acorns"'
    )
    english = as_text(left_to_chinese(letter(**FULL | {"account": account})), [Language.EN])
    assert "11-25 … 50 USDt … ID 12345699 … (in Chinese below)" in english
    assert '… "Payouts are limited to 10 acorns" (in Chinese below)' in english


def test_lone_figures_of_a_chinese_line_are_no_line() -> None:
    account = "2026 年 6 月我也充过\n11-25 又提了"
    english = as_text(left_to_chinese(letter(**FULL | {"account": account})), [Language.EN])
    assert "2026" not in english.partition("What happened:")[2].partition("\n\n")[0]


def test_attachments_in_own_words_stand_as_typed_beside_those_of_the_list() -> None:
    assert "Attached: letter of my bank (26 Nov, signed)." in text(
        **FULL | {"files": "Letter of my bank (26 Nov, signed)"}
    )
    assert "Attached: a screenshot; the list (2,311 rows)." in text(
        **FULL | {"files": "screenshot, the list (2,311 rows)"}
    )
    assert "Attached: a screenshot; API answer." in text(
        **FULL | {"files": "screenshot, API answer"}
    )


def test_a_long_amount_is_grouped_and_a_long_answer_stays_out_of_the_subject() -> None:
    assert "Amount: 60,000 USD" in text(**FULL | {"amount": "60000 USD"})
    long = "PX-" + " and ".join("many words" for _ in range(9))
    assert (
        letter(**FULL | {"payout_number": long}).subject.en == "Payout is late (by 2 Dec 15:00 UTC)"
    )


@each(
    ("typed", "reads"),
    [
        ("27 Nov, 10:12 (Brazil time, UTC-3): I asked", "27 Nov, 10:12 UTC-3: I asked"),
        ("12 Nov, 09:30 (CET, Bern): I asked", "12 Nov, 09:30 (CET): I asked"),
        ("at 09:30 (CET) and 10:00 (in Bern)", "at 09:30 (CET) and 10:00 (in Bern)"),
        ('"10:12 (Brazil time, UTC-3)"', '"10:12 (Brazil time, UTC-3)"'),
        ("13:12 UTC (10:12 local, UTC-3)", "13:12 UTC (10:12 local, UTC-3)"),
    ],
)
def test_a_bracket_behind_an_hour_is_cut_to_its_zone(typed: str, reads: str) -> None:
    assert with_bare_zones(typed) == reads


def test_an_hour_with_its_distance_from_utc_stands_behind_it() -> None:
    now = datetime(2026, 11, 27, 13, 15, tzinfo=timezone(timedelta(hours=1)))
    assert with_utc("down 21:45-21:50 (UTC+1)", now) == "down 20:45-20:50 UTC (21:45-21:50 UTC+1)"
    assert with_utc("at 10:12 UTC-3 I asked", now) == "at 13:12 UTC (10:12 UTC-3) I asked"
    for typed in ("13:12 UTC (10:12 UTC-3)", "00:30 UTC+8", '"10:12 UTC-3"', "13:12 UTC"):
        assert with_utc(typed, now) == typed


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("until 2027-01-08, a test on 11-25 went", "until 8 Jan 2027, a test on 25 Nov went"),
        ("11-20 18:20 it answered, ends 2026-11-28.", "20 Nov 18:20 it answered, ends 28 Nov."),
        ("today (22 Nov 2026) it shows 3", "today (22 Nov) it shows 3"),
        ("11-25 of them, v1-11-25, 2026-13-40", "11-25 of them, v1-11-25, 2026-13-40"),
        ('the page: "on 11-25", file 2026-11-28.pdf', 'the page: "on 11-25", file 2026-11-28.pdf'),
        ("2026-11-28 提交", "2026-11-28 提交"),
    ],
)
def test_dates_in_figures_are_said_in_words(typed: str, reads: str) -> None:
    assert dates_in_words(typed, datetime(2026, 11, 22, 12, tzinfo=UTC)) == reads
