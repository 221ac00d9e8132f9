"""Where the lines of an account stand, and in which order."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bfx_help.model import Text
from bfx_help.request.account import LineKind, arranged

NOW = datetime(2026, 11, 28, 19, 30, tzinfo=UTC)
OTHER = LineKind.OTHER
WEST = NOW.astimezone(timezone(timedelta(hours=-3)))


def any_kind(_: str) -> LineKind:
    """No line is known for a check or the like."""
    return LineKind.OTHER


def happened(*lines: str, ours: Iterable[Text] = ()) -> list[str]:
    """What stands as having happened, of typed lines and the letter's own events."""
    return [line.en for line in arranged(ours, lines, NOW, any_kind).events]


def test_lines_with_a_day_stand_in_their_order_with_what_was_typed_behind_them() -> None:
    lines = [
        "It is about my payout.",
        "27 Nov 10:12 I asked for the payout",
        "Then nothing came.",
        "The address is my own.",
        "On 3 Aug 2026 the same address worked.",
        "It had been quick.",
        "26 Nov I moved the coins.",
        "11-28 09:00 还是没到",
        "I changed nothing.",
    ]
    ours = Text("28 Nov 10:00: the page was empty", "x")
    assert happened(*lines, ours=(ours,)) == [
        "It is about my payout.",
        "27 Nov 10:12 UTC: I asked for the payout. Then nothing came.",
        "The address is my own.",
        "3 Aug: the same address worked.",
        "It had been quick.",
        "26 Nov: I moved the coins.",
        "28 Nov 09:00 UTC: 还是没到。",
        "28 Nov 10:00: the page was empty",
        "I changed nothing.",
    ]


def test_lines_below_a_heading_stay_together_as_typed() -> None:
    lines = ["20 Nov I sent it.", "The fee:", "It was 5 USD.", "On 18 Nov it was 1 USD.", "End:"]
    account = arranged((), lines, NOW, any_kind)
    assert [line.en for line in account.events] == ["20 Nov: I sent it."]
    assert [
        (part.title and part.title.en, [line.en for line in part.lines]) for part in account.parts
    ] == [("The fee:", ["It was 5 USD.", "18 Nov: it was 1 USD."])]
    assert account.left_out == ("End:",)
    assert arranged((), ["20 Nov:", "21 Nov 10:00:"], NOW, any_kind).parts == ()


def test_a_line_of_a_field_gets_its_time_in_utc_like_one_of_the_account() -> None:
    typed = Text("27 Nov 10:12 pressed sell", "27 Nov 10:12 pressed sell")
    account = arranged((typed,), ["26 Nov 09:00 I asked"], WEST, any_kind)
    assert [line.en for line in account.events] == [
        "26 Nov 12:00 UTC (09:00 local, UTC-3): I asked.",
        "27 Nov 13:12 UTC (10:12 local, UTC-3): pressed sell.",
    ]


def test_a_heading_over_who_the_customer_is_goes() -> None:
    lines = [
        "20 Nov I sent it.",
        "My desk:",
        "The desk is mine.",
        "What I saw:",
        "22 Nov: nothing.",
    ]
    account = arranged((), lines, NOW, lambda line: LineKind.HOLDER if "desk" in line else OTHER)
    assert [line.en for line in account.holder] == ["The desk is mine."]
    assert [part.title and part.title.en for part in account.parts] == ["What I saw:"]
    assert [line.en for line in account.events] == ["20 Nov: I sent it."]


def test_what_goes_on_with_an_event_of_the_letter_stays_where_a_typed_line_tells_it() -> None:
    ours = [
        Text("18 Nov: the desk said: it is closed", "x"),
        Text("it was open", "it was open"),
    ]
    lines = ["18 Nov: the desk said that it is closed.", "19 Nov: I asked."]
    assert happened(*lines, ours=ours) == [
        f"{lines[0]} It was open.",
        lines[1],
    ]
    below = arranged(ours, ["The desk:", *lines], NOW, any_kind)
    assert below.events == ()
    assert [line.en for line in below.parts[0].lines] == [lines[0], "It was open.", lines[1]]


def test_hours_below_a_heading_in_utc_stay_as_they_are() -> None:
    lines = ["Example of 27 Nov (UTC):", "A 14:02:11 sent", "27 Nov 14:03 refused"]
    account = arranged((), lines, WEST, any_kind)
    assert [line.en for line in account.parts[0].lines] == lines[1:]


def test_a_dash_ends_what_is_below_a_heading() -> None:
    lines = ["20 Nov: I asked.", "The fee:", "It was 5 USD.", "-", "21 Nov: nothing."]
    account = arranged((), lines, NOW, any_kind)
    assert [line.en for line in account.parts[0].lines] == ["It was 5 USD."]
    assert [line.en for line in account.events] == lines[::4]


def test_an_event_of_the_letter_goes_where_a_typed_line_tells_it() -> None:
    ours = [
        Text("18 Nov: my bank sent it back", "18 Nov：退回"),
        Text("19 Nov: it was booked", "x"),
    ]
    lines = ["18 Nov: my bank sent it back in full.", "19 Nov: I called the bank."]
    assert happened(*lines, ours=ours) == [
        lines[0],
        "19 Nov: it was booked",
        lines[1],
    ]


def test_a_secret_below_a_heading_stands_nowhere() -> None:
    lines = ["Who I am:", "my code is 123456"]
    account = arranged((), lines, NOW, lambda line: LineKind.SECRET if "code" in line else OTHER)
    assert account.parts == ()
    assert "123456" in account.left_out[0]


def test_a_month_stands_in_its_place_as_it_was_typed() -> None:
    lines = ["In May 2026 the last one came.", "June 2026: a small one.", "20 Nov I sent it."]
    assert happened(*lines, "May I ask for it?") == [
        *lines[:2],
        "20 Nov: I sent it.",
        "May I ask for it?",
    ]
    assert happened(lines[2], *lines[:2]) == ["20 Nov: I sent it.", *lines[:2]]


def test_a_relative_word_goes_where_its_date_stands_behind_it() -> None:
    lines = ["26 Nov I asked.", "Today (28 Nov 2026), 16:10: done"]
    account = arranged((), lines, WEST, any_kind)
    assert account.events[1].en == "28 Nov 19:10 UTC (16:10 local, UTC-3): done."


def test_a_year_stands_as_it_was_typed() -> None:
    lines = ["20 Nov I sent it.", "2017: the address was given to me.", "2018 coins came."]
    assert happened(*lines)[:2] == ["20 Nov: I sent it.", lines[1]]


def test_what_begins_with_an_hour_has_the_day_of_the_line_before_it() -> None:
    lines = ["The address is my own.", "27 Nov 09:00: I asked.", "At 10:15 the page was empty."]
    assert happened(*lines) == [
        *lines[:1],
        "27 Nov 09:00 UTC: I asked.",
        "27 Nov 10:15 UTC: the page was empty.",
    ]


def test_a_day_to_come_is_no_event_of_last_year() -> None:
    lines = ("2 Dec is a bank holiday.", "20 Nov I sent it.", "21 Nov it left.")
    assert happened(*lines) == [lines[0], "20 Nov: I sent it.", "21 Nov: it left."]


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("Friday 27 Nov 10:12: wallet down", "27 Nov 13:12 UTC (10:12 local, UTC-3): wallet down."),
        ("27 Nov, 10:12:05 (13:12:05 UTC): so", "27 Nov 13:12:05 UTC (10:12:05 local, UTC-3): so."),
        ("14 Mar 2025, 0.20 BTC sold", "14 Mar 2025, 0.20 BTC sold."),
        ("27 Nov 10:12 (Chile): sent", "27 Nov 13:12 UTC (10:12 local, UTC-3): sent."),
        ("27 Nov 10:12, in the app", "27 Nov 13:12 UTC (10:12 local, UTC-3): in the app."),
        ("27 Nov 10:12:05.480 sent", "27 Nov 13:12:05.480 UTC (10:12:05.480 local, UTC-3): sent."),
        ("27 Nov 10:12:05,48: sent", "27 Nov 13:12:05,48 UTC (10:12:05,48 local, UTC-3): sent."),
        ("27 Nov 14.30 sold it", "27 Nov 17:30 UTC (14:30 local, UTC-3): sold it."),
        ("11-27 09:15 和11-28 收到", "11-27 12:15 UTC (本地 09:15) 和11-28 收到。"),
        ("27 Nov 23:10 sent", "28 Nov 02:10 UTC (27 Nov 23:10 local, UTC-3): sent."),
        ("27 Nov 09:20 UTC 1 ETH came", "27 Nov 09:20 UTC (06:20 local, UTC-3): 1 ETH came."),
        ("16 Nov, 11:12 CET: completed", "16 Nov 10:12 UTC (07:12 local, UTC-3): completed."),
        ("25 Nov 13:20 UTC (10:20 local): came", "25 Nov 13:20 UTC (10:20 local, UTC-3): came."),
        ("3 Aug 2025 it worked", "3 Aug 2025: it worked."),
        ("11-03 14:20 提了", "3 Nov 17:20 UTC (14:20 local, UTC-3): 提了。"),
        ("11月27日 23:48 从币安提了", "28 Nov 02:48 UTC (27 Nov 23:48 local, UTC-3): 从币安提了。"),
    ],
)  # fmt: skip
def test_an_event_begins_with_its_time_in_utc(typed: str, reads: str) -> None:
    assert arranged((), [typed], WEST, lambda _: LineKind.OTHER).events[0].en == reads


@pytest.mark.parametrize(
    "typed",
    ["About 27 Nov: the page changed.", "27 Nov in the morning it left.", "Since 20 Nov it waits.",
     "20-22 Nov nothing came.", "26 Nov 2 of 3 payments came.",
     "26 Nov until 27 Nov it worked."],
)  # fmt: skip
def test_a_time_that_is_no_moment_stays_as_it_was_typed(typed: str) -> None:
    assert arranged((), [typed], WEST, lambda _: LineKind.OTHER).events[0].en == typed


def test_events_of_the_letter_and_of_the_account_stand_in_one_order() -> None:
    events = [Text("25 Nov 2026 13:20 UTC (10:20 local, UTC-3): credited", "25")]
    account = arranged(events, ["18 Nov: returned", "26 Nov: a letter"], WEST, any_kind)
    assert [line.en for line in account.events] == [
        "18 Nov: returned.",
        "25 Nov 13:20 UTC (10:20 local, UTC-3): credited",
        "26 Nov: a letter.",
    ]


def test_what_happened_in_one_minute_stands_on_one_line() -> None:
    events = [Text("25 Nov 2026 13:20 UTC: credited, 5 USD", "2026-11-25 13:20 UTC：入账 5 USD")]
    lines = ["25 Nov 13:20: ledger line +5.00", "26 Nov a letter", "26 Nov: a call"]
    account = arranged(events, lines, NOW, any_kind)
    assert [line.en for line in account.events] == [
        "25 Nov 13:20 UTC: credited, 5 USD; ledger line +5.00",
        "26 Nov: a letter.",
        "26 Nov: a call.",
    ]
    assert account.events[0].zh == "2026-11-25 13:20 UTC：入账 5 USD；ledger line +5.00"


def test_a_lone_event_of_the_letter_stands_before_what_was_typed() -> None:
    account = arranged([Text("9 Nov 2026: sent back", "9")], ["Nothing came."], NOW, any_kind)
    assert [line.en for line in account.events] == ["9 Nov: sent back", "Nothing came."]


def test_each_kind_of_line_has_its_place() -> None:
    kinds = {"later": LineKind.OFFER, "me": LineKind.HOLDER, "sigh": LineKind.FEELING}
    account = arranged((), [*kinds, "else"], NOW, lambda line: kinds.get(line, LineKind.OTHER))
    assert [line.en for line in account.offers] == ["Later."]
    assert [line.en for line in account.holder] == ["Me."]
    assert [line.en for line in account.events] == ["Else."]
    assert account.left_out == ("Sigh.",)


def test_the_sentences_of_a_line_stand_where_each_belongs() -> None:
    def kind_of(line: str) -> LineKind:
        return LineKind.HOLDER if "username" in line else LineKind.OTHER

    line = "I have no open withdrawal. No hold is shown. My username is ann."
    account = arranged((), [line], NOW, kind_of)
    assert [line.en for line in account.events] == ["I have no open withdrawal. No hold is shown."]
    assert [line.en for line in account.holder] == ["My username is ann."]


def test_sentences_that_go_on_with_the_one_before_are_not_torn_apart() -> None:
    def by_word(line: str) -> LineKind:
        return LineKind.HOLDER if "since 2017" in line else LineKind.OTHER

    torn = arranged((), ["An account since 2017. The laptop is here."], NOW, by_word)
    whole = arranged((), ["My father, since 2017. He spoke of lending."], NOW, by_word)
    assert [line.en for line in torn.holder] == ["An account since 2017."]
    assert [line.en for line in whole.holder] == ["My father, since 2017. He spoke of lending."]


def test_requests_stand_apart() -> None:
    def by_beginning(line: str) -> LineKind:
        return LineKind.REQUEST if line.startswith("Please") else LineKind.OTHER

    account = arranged(
        (), ["Please tell me the rule.", "It is mine. Please say so."], NOW, by_beginning
    )
    assert [line.en for line in account.requests] == ["Please tell me the rule."]
    assert [line.en for line in account.events] == ["It is mine. Please say so."]


def test_a_sentence_that_leans_on_one_that_is_left_out_goes_with_it() -> None:
    def kind_of(line: str) -> LineKind:
        return LineKind.HEARSAY if "friend" in line else OTHER

    lines = ["A friend says the desk is empty. I know neither.", "I know neither of the two keys."]
    account = arranged((), lines, NOW, kind_of)
    assert [line.en for line in account.events] == ["I know neither of the two keys."]
    assert account.left_out == ("A friend says the desk is empty. I know neither.",)


def test_a_day_before_the_first_one_that_was_typed_stays_where_it_was_told() -> None:
    lines = ["24 Nov 17:46 I sent it.", "2 Oct: I sent 1 ETH, that was quick.", "25 Nov: nothing."]
    assert happened(*lines) == [
        "24 Nov 17:46 UTC: I sent it.",
        "2 Oct: I sent 1 ETH, that was quick.",
        "25 Nov: nothing.",
    ]
