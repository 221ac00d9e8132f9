"""In which order the lines of an account stand."""

from datetime import UTC, datetime

from bfx_help.model import Text
from bfx_help.request.in_order import in_order

NOW = datetime(2026, 11, 28, 19, 30, tzinfo=UTC)


def parted(*lines: str) -> tuple[list[str], list[str]]:
    account = in_order((Text(line, line) for line in lines), NOW)
    return [line.en for line in account.dated], [line.en for line in account.undated]


def test_lines_with_a_day_stand_in_their_order_and_what_goes_on_stays_behind_them() -> None:
    assert parted(
        "27 Nov 10:12 I asked for the payout.",
        "Then nothing came.",
        "The address is my own.",
        "On 3 Aug 2026 the same address worked.",
        "11-28 09:00 还是没到",
    ) == (
        [
            "On 3 Aug 2026 the same address worked.",
            "27 Nov 10:12 I asked for the payout.",
            "Then nothing came.",
            "11-28 09:00 还是没到",
        ],
        ["The address is my own."],
    )


def test_with_fewer_than_two_days_the_lines_stand_as_typed() -> None:
    lines = ["The address is my own.", "27 Nov I asked.", "At 10:15 the page was empty."]
    assert parted(*lines) == (lines, [])


def test_a_day_to_come_is_no_event_of_last_year() -> None:
    dated, undated = parted("2 Dec is a bank holiday.", "20 Nov I sent it.", "21 Nov it left.")
    assert dated == ["20 Nov I sent it.", "21 Nov it left."]
    assert undated == ["2 Dec is a bank holiday."]
