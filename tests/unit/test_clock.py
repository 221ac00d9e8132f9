"""The zone of the local times of a letter is said once."""

from datetime import datetime, timedelta, timezone

from bfx_help.answers.spans import Moment, written
from bfx_help.model import Text
from bfx_help.request.clock import with_zone_once
from bfx_help.request.sections import Section

FIRST = Text(
    "Sent: 28 Nov 11:22 UTC (15:22 local, UTC+4)", "2026-11-28 11:22 UTC (当地 15:22，UTC+4) 发出"
)
LATER = Text(
    "29 Nov 21:11 UTC (30 Nov 01:11 local): done", "29 Nov 21:11 UTC (30 Nov 01:11 local): done"
)


def test_the_first_local_time_says_its_zone_and_later_ones_are_bare() -> None:
    details = Section(Text("Details:", "具体信息："), (LATER, FIRST))
    _, second, last = with_zone_once([Section(None, (FIRST,)), details, Section(None, (FIRST,))])
    assert [line.en for line in second.lines] == [
        "29 Nov 21:11 UTC (30 Nov 01:11): done",
        "Sent: 28 Nov 11:22 UTC (15:22)",
    ]
    assert second.lines[1].zh == "2026-11-28 11:22 UTC (15:22) 发出"
    assert last.lines == (FIRST,)  # a paragraph is read by itself


def test_in_a_list_utc_stands_alone_once_the_zone_is_said() -> None:
    (listed,) = with_zone_once([Section(None, (FIRST, LATER, FIRST), dashed=True)])
    assert [line.en for line in listed.lines] == [
        FIRST.en,
        "29 Nov 21:11 UTC: done",
        "Sent: 28 Nov 11:22 UTC",
    ]


def test_a_time_before_the_zone_is_said_stays_local() -> None:
    first, second = with_zone_once([Section(None, (LATER,)), Section(None, (FIRST,))])
    assert [first.lines, second.lines] == [(LATER,), (FIRST,)]


def test_with_two_zones_every_time_says_its_own() -> None:
    summer = Text(
        "1 Jul 11:22 UTC (14:22 local, UTC+3)", "2026-07-01 11:22 UTC (当地 14:22，UTC+3)"
    )
    section = Section(None, (FIRST, summer, LATER))
    assert with_zone_once([section]) == (section,)


def test_what_stands_in_brackets_behind_utc_and_is_no_time_stays() -> None:
    line = Text("11:22 UTC (the local shop opened)", "11:22 UTC (the local shop opened)")
    (section,) = with_zone_once([Section(None, (FIRST, line))])
    assert section.lines[1] == line


def test_a_local_time_of_another_year_names_it() -> None:
    zone = timezone(timedelta(hours=1))
    new_year = written(Moment(datetime(2026, 1, 1, 0, 42, tzinfo=zone)), zone)
    assert new_year.en == "31 Dec 2025 23:42 UTC (1 Jan 2026 00:42 local, UTC+1)"
