"""The log on real files: what it keeps, what comes next, and that nothing loses it."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bfx_help import cases
from bfx_help.answers.spans import Moment, Precision
from bfx_help.cases import (
    Case,
    CaseFilter,
    CaseLogError,
    Description,
    Enclosed,
    Event,
    EventKind,
    Log,
    NewEvent,
    Rating,
    ReplyKind,
    Solved,
    StoredText,
)
from bfx_help.cases.records import sort_events
from bfx_help.cases.salvage import rows_of
from bfx_help.files import files_in
from bfx_help.model import Own, Text, TextKind
from tests import NOW, ROOT
from tests.tables import each
from tests.unit.caselog import FILE, HOME, PLAN, SENT, abouts, added, log, new


def in_another_process(script: str) -> subprocess.Popen[str]:
    """A program that uses the log of this test at the same time."""
    before = "from tests.unit.caselog import *\n"
    root = str(ROOT)
    return subprocess.Popen(
        [sys.executable, "-c", before + script],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )


# -- keeping -----------------------------------------------------------------------------------


def test_a_case_is_read_as_it_was_added() -> None:
    (number,) = added()
    with log() as open_log:
        case = open_log.case(number)
        expected = Case(
            1, "withdrawal", "ticket", Own("1234567"),
            StoredText(Own("a parcel"), Own("中a parcel")), SENT, "",
            TextKind.FOLLOW_UP, "2026-11-25",
        )  # fmt: skip
        assert case == expected
        assert open_log.answers(number) == {"wd-id": "12345678"}
        assert [one.kind for one in open_log.texts(number)] == ["about"]
        assert open_log.with_ticket(Own("1234567")) == case


def test_the_most_pressing_case_comes_first_and_the_rest_is_counted() -> None:
    with log() as open_log:
        late = open_log.add(new("late")._replace(sent="2026-11-02T02:00Z"))
        soon = open_log.add(new("soon"))
        open_log.note(open_log.add(new("done")), NewEvent(EventKind.CLOSED))
        assert [case.number for case in open_log.cases(CaseFilter())] == [late, soon]
        assert [case.number for case in open_log.cases(CaseFilter(), 1)] == [late]
        assert open_log.count(CaseFilter()) == 2
        assert open_log.count(CaseFilter(closed=True)) == 1
        assert open_log.count(CaseFilter(topic="deposit")) == 0
        assert open_log.count(CaseFilter(overdue=True)) == 1


def test_a_number_is_never_given_twice() -> None:
    added("one", "two")
    with log() as open_log:
        cases.purge(open_log, HOME, 2)
        assert open_log.add(new("three")) == 3


def test_there_is_no_case_of_another_number() -> None:
    with log() as open_log, pytest.raises(CaseLogError, match="case-none"):
        open_log.case(1)


# -- the ladder --------------------------------------------------------------------------------

D = "2026-11-20"


@each(
    ("happened", "step", "due"),
    [
        ("sent", "follow-up", "2026-11-25"),
        ("sent reply:received", "follow-up", "2026-11-25"),
        ("sent follow-up", "chat", "2026-11-25"),
        ("sent follow-up chat", "review", "2026-11-25"),
        ("sent follow-up chat review", "complaint", "2026-12-04"),
        ("sent review complaint", "outside", "2026-12-18"),
        ("sent review complaint outside", "none", cases.NEVER),
        ("sent reply:asks", "answer", D),
        ("sent reply:asks answer", "follow-up", "2026-11-25"),
        ("sent reply:refused", "review", D),
        ("sent reply:refused reply:received", "review", D),
        ("sent reply:refused review", "complaint", "2026-12-04"),
        ("sent reply:refused review reply:refused", "complaint", D),
        ("sent reply:refused review complaint reply:refused", "outside", D),
        ("sent reply:final", "outside", D),
        ("sent reply:helped", "close", cases.NEVER),
        ("sent conduct", "follow-up", "2026-11-25"),
        ("sent note call", "follow-up", "2026-11-25"),
        ("sent closed", "none", cases.NEVER),
        ("sent closed reopened", "follow-up", "2026-11-25"),
    ],
)
def test_the_ladder_says_the_next_step_and_its_day(happened: str, step: str, due: str) -> None:
    coming = cases.next_step(events(happened), PLAN, NOW)
    assert (coming.step, coming.value) == (step, due)


def events(happened: str) -> list[Event]:
    found = []
    for place, one in enumerate(happened.split()):
        act, _, said = one.partition(":")
        reply = ReplyKind(said) if said else None
        found.append(Event(place, SENT, SENT, EventKind(act), reply, Own("")))
    return found


@pytest.mark.parametrize(
    ("topic", "due"), [("security", "2026-11-22T11:00Z"), ("funding", "2026-12-18")]
)
def test_a_topic_has_its_own_interval_such_as_an_hour_in_an_emergency(topic: str, due: str) -> None:
    with log() as open_log:
        case = open_log.case(open_log.add(new(topic=topic)._replace(sent="2026-11-22T10:00Z")))
    assert (case.step, case.due) == (TextKind.FOLLOW_UP, due)


@each(
    ("step", "happened", "ticket", "lacking"),
    [
        ("complaint", "sent reply:refused review reply:refused", "", "step-needs-ticket"),
        ("review", "sent follow-up chat", "", "step-needs-ticket"),
        ("complaint", "sent", "1", "step-needs-follow-up"),
        ("complaint", "sent reply:refused", "1", "step-needs-review"),
        ("outside", "sent reply:refused review", "1", "step-needs-complaint"),
        ("review", "sent reply:asks", "1", "step-answer-first"),
        ("chat", "sent closed", "1", "step-closed"),
        ("review", "sent reply:refused", "1", None),
        ("complaint", "sent reply:refused review", "1", None),
        ("outside", "sent reply:final", "1", None),
        ("conduct", "sent", "1", None),
    ],
)
def test_a_step_says_what_it_needs_first(
    step: str, happened: str, ticket: str, lacking: str | None
) -> None:
    coming = cases.next_step(events(happened), PLAN, NOW)
    assert cases.missing_for_step(TextKind(step), events(happened), Own(ticket), coming) == lacking


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        ("2026-11-21", True),
        ("2026-11-22", False),
        ("2026-11-22T10:09Z", True),
        ("9999-12-31", False),
    ],
)
def test_a_day_is_overdue_when_it_is_over(due: str, overdue: bool) -> None:
    assert cases.is_overdue(due, NOW) is overdue


@settings(deadline=None, max_examples=30)
@given(
    st.integers(-12, 14),
    st.integers(-2 * 86_400, 2 * 86_400) | st.sampled_from([0, 59, 60, 86_400]),
    st.sampled_from([Precision.DAY, Precision.MINUTE]),
)
def test_the_list_of_the_overdue_holds_what_is_marked_so(
    hours: int, seconds: int, precision: Precision
) -> None:
    now = NOW.astimezone(timezone(timedelta(hours=hours)))
    due = Moment(now, precision).value
    now += timedelta(seconds=seconds)
    with log(now) as open_log:
        number = open_log.add(new())
        open_log.connection.execute("update cases set due = ?", [due])
        assert open_log.count(CaseFilter(overdue=True)) == cases.is_overdue(due, now)
        open_log.delete(number)


DAY = "2026-11-22"  # in China, where it is 18:10 (10:10 UTC)


@pytest.mark.parametrize(
    ("happened", "order"),
    [
        # A reply of today comes after what was sent this morning, and before what comes later.
        ([("sent", "07:10", "07:10"), ("reply", DAY, "10:10")], "sent reply"),
        ([("sent", "07:10", "07:10"), ("reply", DAY, "10:10"), ("review", "10:20", "10:20")],
         "sent reply review"),
        ([("sent", DAY, "10:10"), ("reply", "07:10", "10:20")], "sent reply"),
        ([("sent", DAY, "10:10"), ("reply", DAY, "10:10")], "sent reply"),
        ([("sent", "07:10", "07:10"), ("call", "2026-11-21", "10:10")], "call sent"),
        ([("sent", "2026-11-21T02:00Z", "10:10"), ("reply", "2026-11-21", "10:10")], "sent reply"),
        # 17:00 UTC of the 21st is the 22nd in China already.
        ([("reply", "2026-11-21", "10:10"), ("sent", "2026-11-21T17:00Z", "10:10")], "reply sent"),
    ],
)  # fmt: skip
def test_what_happened_on_a_day_stands_where_it_can_have_been(
    happened: list[tuple[str, str, str]], order: str
) -> None:
    def full(time: str) -> str:
        return f"{DAY}T{time}Z" if len(time) == 5 else time

    found = [
        Event(place, full(at), f"{full(noted)[:-1]}:00Z", EventKind(act), None, Own(""))
        for place, (act, at, noted) in enumerate(happened)
    ]
    assert " ".join(one.kind for one in sort_events(found, NOW.tzinfo)) == order


def test_a_reply_of_the_same_day_leads_to_the_next_step() -> None:
    with log() as open_log:
        number = open_log.add(new()._replace(sent="2026-11-22T07:10Z"))
        case = open_log.note(
            number, NewEvent(EventKind.REPLY, Own("No."), ReplyKind.REFUSED, at=DAY)
        )
        assert [one.kind for one in open_log.events(number)] == [EventKind.SENT, EventKind.REPLY]
        assert cases.channel_stats(open_log, NOW.tzinfo)[""].rounds == 1
    assert case.step is TextKind.REVIEW


# -- never lost --------------------------------------------------------------------------------


def test_only_the_owner_can_read_the_log() -> None:
    usual = os.umask(0)
    try:
        added()
        with log() as open_log:
            kept_copy(open_log, 1)
    finally:
        os.umask(usual)
    private = [path for path in HOME.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in private} == {0o600}
    folders = [path for path in HOME.rglob("*") if path.is_dir()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}


def test_a_symlink_is_refused(tmp_path: Path) -> None:
    HOME.mkdir(exist_ok=True)
    FILE.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CaseLogError, match="log-symlink"):
        added()
    assert not (tmp_path / "elsewhere").exists()


def test_a_log_of_a_newer_program_is_left_as_it_is() -> None:
    added()
    with sqlite3.connect(FILE) as connection:
        (mark,) = connection.execute("pragma application_id").fetchone()
        connection.execute("pragma user_version = 99")
        connection.execute(f"pragma application_id = {mark // 256 * 256 + 99}")
    connection.close()
    before = FILE.read_bytes()
    with pytest.raises(CaseLogError, match="log-newer"):
        added()
    assert FILE.read_bytes() == before


ADDING = """
with log() as open_log:
    for number in range(1000):
        print(open_log.add(new("x" * 3000)), flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 2, 7, 23])
def test_a_kill_loses_nothing_that_was_told(after: int) -> None:
    with in_another_process(ADDING) as process:
        assert process.stdout
        told = [int(process.stdout.readline()) for _ in range(after)]
        process.send_signal(signal.SIGKILL)
    with log() as open_log:
        numbers = [case.number for case in open_log.cases(CaseFilter())]
    assert numbers[:after] == told
    assert abouts()[: len(told)] == ["x" * 3000] * len(told)


@pytest.mark.slow
def test_a_kill_in_the_midst_of_a_change_leaves_what_was_before() -> None:
    added("before")
    script = """
import os
with cases.open_log(HOME) as connection:
    connection.execute("pragma cache_size = 1")  # so that changes reach the file early
    connection.execute("begin immediate")
    connection.execute("update cases set en = 'changed'")
    for number in range(200):
        connection.execute("insert into texts (number, at, kind, en, zh) values (1, '', '', ?, '')",
            ["y" * 5000])
    print(FILE.stat().st_size, flush=True)
    os.kill(os.getpid(), 9)
"""
    with in_another_process(script) as process:
        assert process.stdout
        assert int(process.stdout.readline()) > 100_000
    assert abouts() == ["before"]
    with log() as open_log:
        assert len(open_log.texts(1)) == 1


@pytest.mark.slow
def test_a_full_disk_changes_nothing() -> None:
    added("before")
    script = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (FILE.stat().st_size, FILE.stat().st_size))
try:
    added("x" * 100_000)
except cases.CaseLogError as trouble:
    print(trouble.key)
"""
    with in_another_process(script) as process:
        assert process.stdout
        assert process.stdout.read() in ("log-full\n", "log-cannot\n")
    assert abouts() == ["before"]
    added("after")
    assert abouts() == ["before", "after"]


@pytest.mark.slow
def test_two_terminals_write_at_once() -> None:
    script = "for number in range(20): added(str(number))"
    processes = [in_another_process(script) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    for process in processes:
        assert process.stdout
        process.stdout.close()
    assert sorted(abouts()) == sorted([str(number) for number in range(20)] * 2)


def damaged_by(damage: str) -> None:
    added(*(f"case {number} {'z' * 2000}" for number in range(12)))
    data = FILE.read_bytes()
    half = len(data) // 2
    FILE.write_bytes(
        {
            "garbage": os.urandom(len(data)),
            "header": b"\0" * 100 + data[100:],
            "cut": data[:half],
            "hole": data[: 4096 * 2] + b"\xff" * 4096 * 3 + data[4096 * 5 :],
            "schema": data[:100] + b"\0" * 3996 + data[4096:],
        }[damage]
    )


def set_aside() -> Path:
    """Open the log, which is damaged; where it is kept."""
    with pytest.raises(cases.Damaged) as caught, log():
        pass
    kept = cases.set_aside(HOME, caught.value, NOW)
    assert kept is not None
    return kept


@pytest.mark.parametrize("damage", ["garbage", "header", "cut", "hole", "schema"])
def test_a_damaged_log_is_set_aside_and_its_copy_takes_its_place(damage: str) -> None:
    damaged_by(damage)
    before = FILE.read_bytes()
    kept = set_aside()
    assert kept.read_bytes() == before
    assert cases.damaged(HOME) == (kept,)
    assert abouts() == [f"case {number} {'z' * 2000}" for number in range(12)]
    assert added("new") == [13]


def unchecked(statement: str) -> None:
    """Change the log as damage would: the checksums stay."""
    with sqlite3.connect(FILE) as connection:
        connection.execute(statement)
    connection.close()


DAMAGES = (
    "update cases set step = 'follow-\ufffdp'",
    "update cases set sent = x'ff'",
    "update cases set ticket = '1234566'",
    "update events set act = 'se\ufffdt'",
    "update events set at = 'yesterday'",
    "update events set words = 'tickeu'",
    "update texts set kind = '../lett'",
    "update texts set en = 'a parcek'",
    "update answers set value = '12345679'",
    "update exhibits set name = '../../cases.sqlite'",
    "update exhibits set label = 'E1'",
    "update ratings set solved = 'maybe'",
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_entry_that_is_not_as_it_was_written_is_a_damage(damage: str) -> None:
    added("a parcel", "other")
    with log() as open_log:
        kept_copy(open_log, 1)
        open_log.rate(1, Rating(SENT, Solved.YES, 5, 5, Own("")))
        before = [open_log.events(1), open_log.texts(1), open_log.exhibits(1), open_log.rating(1)]
    unchecked(damage)
    set_aside()
    with log() as open_log:
        after = [open_log.events(1), open_log.texts(1), open_log.exhibits(1), open_log.rating(1)]
        assert after == before
        assert "12345679" not in open_log.answers(1).values(), "no letter is filled with it"
        assert not list(cases.faults(open_log, HOME, 1))
        assert open_log.note(1, NewEvent(EventKind.FOLLOW_UP)).step is TextKind.CHAT


def test_a_damaged_copy_does_not_come_back() -> None:
    added("a parcel")
    for path in (FILE, HOME / "cases-copy.sqlite"):
        path.write_bytes(b"garbage" * 1000)
    set_aside()
    assert abouts() == []


@pytest.mark.parametrize("damage", ["header", "schema", "hole"])
def test_where_the_copy_is_damaged_too_what_can_be_read_comes_back(damage: str) -> None:
    damaged_by(damage)
    (HOME / "cases-copy.sqlite").write_bytes(FILE.read_bytes())
    whole = {f"case {number} {'z' * 2000}" for number in range(12)}
    set_aside()
    back = set(abouts())
    assert back <= whole
    assert len(back) >= (12 if damage in ("header", "schema") else 3)
    with log() as open_log:
        assert all(open_log.events(case.number) for case in open_log.cases(CaseFilter()))


def test_of_log_and_copy_each_gives_back_what_the_other_lost() -> None:
    added(*(f"case {number} {'y' * 9000}" for number in range(8)))
    data = FILE.read_bytes()
    half = len(data) // 4096 // 2 * 4096
    FILE.write_bytes(b"\0" * 100 + data[100:half] + b"\xff" * (len(data) - half))
    copy = HOME / "cases-copy.sqlite"
    copy.write_bytes(data[: 4096 * 2] + b"\xff" * (half - 4096 * 4) + data[half - 4096 * 2 :])
    parts = []
    for path in (FILE, copy):
        parts.append({row[0] for name, row in rows_of(path.read_bytes()) if name == "cases"})
    set_aside()
    with log() as open_log:
        back = {case.number for case in open_log.cases(CaseFilter())}
    assert back == parts[0] | parts[1]
    assert len(back) > max(map(len, parts)), "each held what the other had lost"


def test_a_row_with_a_wrong_checksum_does_not_come_back() -> None:
    added("a parcel", "a letter")
    unchecked("update cases set en = 'a parcex' where number = 1")
    (HOME / "cases-copy.sqlite").write_bytes(FILE.read_bytes())
    set_aside()
    assert abouts() == ["a letter"]


def test_a_log_of_the_first_version_goes_on() -> None:
    with log() as open_log:
        open_log.add(new())
        kept_copy(open_log, 1)
    with sqlite3.connect(FILE) as connection:
        for table in ("cases", "answers", "events", "texts", "exhibits", "ratings"):
            connection.execute(f"alter table {table} drop column sum")
        connection.execute("pragma user_version = 1")
        connection.execute("pragma application_id = 0")
    connection.close()
    whole = FILE.read_bytes()
    assert abouts() == ["a parcel"]
    assert not cases.damaged(HOME)
    FILE.write_bytes(b"\0" * 100 + whole[100:])
    set_aside()
    assert abouts() == ["a parcel"]


def test_an_empty_file_is_a_damaged_log() -> None:
    added()
    FILE.write_bytes(b"")
    set_aside()
    assert abouts() == ["a parcel"]


def test_after_a_damage_no_case_gets_the_exhibits_of_an_old_one() -> None:
    added("one", "two")
    with log() as open_log:
        kept_copy(open_log, 2)
    FILE.write_bytes(b"garbage" * 1000)
    with pytest.raises(cases.Damaged) as caught, log():
        pass
    cases.set_aside(HOME, caught.value, NOW)
    assert added("three") == [3]


def test_a_second_terminal_does_not_set_the_new_log_aside() -> None:
    damaged_by("garbage")
    with pytest.raises(cases.Damaged) as caught, log():
        pass
    assert cases.set_aside(HOME, caught.value, NOW)
    added("new")
    assert cases.set_aside(HOME, caught.value, NOW) is None
    assert "new" in abouts()


def test_after_the_clock_jumped_back_nothing_comes_before_its_cause() -> None:
    with log(NOW + timedelta(days=400)) as open_log:
        number = open_log.add(new()._replace(sent="2027-12-27T10:10Z"))
    with log() as open_log:
        assert open_log.clock_was_ahead()
        case = open_log.note(number, NewEvent(EventKind.REPLY, Own("no"), ReplyKind.REFUSED))
        assert [one.kind for one in open_log.events(number)] == [EventKind.SENT, EventKind.REPLY]
    assert (case.step, case.due) == (TextKind.REVIEW, "2026-11-22")


# -- evidence ----------------------------------------------------------------------------------


def evidence(name: str, content: bytes = b"a picture") -> Path:
    path = Path(name)
    path.write_bytes(content)
    return path


def kept_copy(open_log: Log, number: int, name: str = "row.png") -> None:
    says = Description(Own(name), Own("a row"))
    cases.add_evidence(open_log, HOME, number, evidence(name), says)


def test_exhibits_are_numbered_copies() -> None:
    added()
    with log() as open_log:
        for name in ("row.png", "../tmp-row.png"):
            says = Description(Own(name), Own("a row"), "2026-11-14")
            cases.add_evidence(open_log, HOME, 1, evidence(name), says)
        found = open_log.exhibits(1)
        assert [one.id for one in found] == ["E1", "E2"]
        assert found[0].size == len(b"a picture")
        assert cases.copy_of(HOME, 1, found[1]).read_bytes() == b"a picture"
        assert not list(cases.faults(open_log, HOME, 1))


def test_a_copy_that_was_changed_or_is_missing_is_found() -> None:
    added()
    with log() as open_log:
        for name in ("one.png", "two.png", "three.png"):
            kept_copy(open_log, 1, name)
        one, two, _ = open_log.exhibits(1)
        cases.copy_of(HOME, 1, one).write_bytes(b"another")
        cases.copy_of(HOME, 1, two).unlink()
        found = [(fault.exhibit.id, fault.kind) for fault in cases.faults(open_log, HOME, 1)]
    assert found == [("E1", "changed"), ("E2", "missing")]


def test_what_is_no_file_is_refused_and_leaves_nothing() -> None:
    added()
    os.mkfifo("pipe")
    with log() as open_log:
        for path in (Path("pipe"), Path(), Path("nowhere.png")):
            with pytest.raises(CaseLogError, match="evidence"):
                cases.add_evidence(open_log, HOME, 1, path, Description(Own("x"), Own("")))
        assert open_log.exhibits(1) == ()
    assert not [path for path in (HOME / "evidence").rglob("*") if path.is_file()]


def test_where_a_copy_cannot_be_noted_nothing_is_kept() -> None:
    added()
    with log() as open_log, log() as other:
        open_log.connection.execute("pragma busy_timeout = 0")
        other.connection.execute("begin")
        other.case(1)  # whoever reads keeps others from the last step of writing
        with pytest.raises(sqlite3.OperationalError):
            kept_copy(open_log, 1)
    assert not files_in(HOME / "evidence/1", ".*")
    with log() as open_log:
        kept_copy(open_log, 1)
        assert [one.id for one in open_log.exhibits(1)] == ["E1"]


def test_copies_never_lie_behind_a_symlink(tmp_path: Path) -> None:
    added()
    (tmp_path / "elsewhere").mkdir()
    (HOME / "evidence").symlink_to(tmp_path / "elsewhere")
    with log() as open_log, pytest.raises(CaseLogError, match="evidence-cannot"):
        kept_copy(open_log, 1)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_purge_leaves_the_files_of_others() -> None:
    added()
    with log() as open_log:
        kept_copy(open_log, 1)
        (HOME / "evidence/1/tmpabcd1234.tmp").write_bytes(b"of a copy that was cut short")
        for name in ("my-own-photo.jpg", "E1.png"):
            (HOME / "evidence/1" / name).write_bytes(b"mine")
        cases.purge(open_log, HOME, 1)
    there = sorted(path.name for path in (HOME / "evidence/1").iterdir())
    assert there == ["E1.png", "my-own-photo.jpg"]


@each(
    ("name", "identity"),
    [
        ("passport.jpg", True),
        ("my_passport_scan.png", True),
        ("ID-card front.jpg", True),
        ("drivers licence.pdf", True),
        ("身份证正面.jpg", True),
        ("护照.png", True),
        ("手持证件照.jpg", True),
        ("selfie.jpg", True),
        ("withdrawal-id-12345678.png", False),
        ("verification level.png", False),
        ("提现记录.png", False),
        ("ticket 1234567.eml", False),
    ],
)
def test_identity_documents_are_known_by_their_names(name: str, identity: bool) -> None:
    assert cases.is_identity(name) is identity


def test_of_a_purged_case_no_byte_is_left() -> None:
    marks = [f"mark{part}{'q' * 30}" for part in range(5)]
    with log() as open_log:
        for number in range(30):  # so that there are pages to be reorganised
            open_log.add(new(f"other {number} {'o' * 500}"))
        case = new(marks[0], ticket=marks[1])._replace(
            answers={"words": Own(marks[2])},
            texts={"letter": StoredText(Own(marks[3]), Own(marks[3]))},
        )
        number = open_log.add(case)
        open_log.note(number, NewEvent(EventKind.NOTE, Own(marks[4])))
        open_log.rate(number, Rating(SENT, Solved.YES, 5, 5, Own(marks[4])))
        source = evidence("row.png", marks[0].encode())
        says = Description(Own("row.png"), Own(marks[2]))
        cases.add_evidence(open_log, HOME, number, source, says)
        cases.purge(open_log, HOME, number)
    left = b"".join(path.read_bytes() for path in HOME.rglob("*") if path.is_file())
    assert left
    assert not [mark for mark in marks if mark.encode() in left]
    assert len(abouts()) == 30


# -- judging, exporting, tone ------------------------------------------------------------------


def test_the_figures_are_medians_by_channel() -> None:
    with log() as open_log:
        for hours in (2, 4, 90):
            number = open_log.add(new()._replace(sent="2026-11-16T00:00Z"))
            at = datetime.fromisoformat("2026-11-16T00:00+00:00") + timedelta(hours=hours)
            said = at.strftime("%Y-%m-%dT%H:%MZ")
            open_log.note(number, NewEvent(EventKind.REPLY, said=ReplyKind.HELPED, at=said))
            solved = Solved.YES if hours < 50 else Solved.NO
            open_log.rate(number, Rating(SENT, solved, 3, 5, Own("")))
        open_log.add(new()._replace(channel="live-chat"))
        found = cases.channel_stats(open_log, NOW.tzinfo)
    assert found["ticket"].first_reply == 4
    assert found["ticket"].total is None
    assert found["ticket"].solved == pytest.approx(2 / 3)
    assert (found["ticket"].effect, found["ticket"].manner) == (3, 5)
    assert found["live-chat"].first_reply is None
    assert found[""].cases == 4


def test_the_checksums_of_the_zip_are_those_of_its_files(tmp_path: Path) -> None:
    files = [Enclosed("a.txt", b"text"), Enclosed("exhibits/E1-图 1.png", evidence("row.png"))]
    cases.write_zip(Path("case.zip"), "case-1", files, NOW)
    with zipfile.ZipFile("case.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "case-1"
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=folder, check=True)
    assert (folder / "exhibits/E1-图 1.png").read_bytes() == b"a picture"


@each(
    ("said", "kinds"),
    [
        ("Answer or else!", "threat"),
        ("I will sue you all.", "threat"),
        ("You are thieves.", "insult"),
        ("PLEASE ANSWER ME NOW", "capitals"),
        ("Where is it???", "shouting"),
        ("再不退钱我就曝光你们。", "threat"),
        ("你们这些骗子。", "insult"),
        ("什么时候处理！！！", "shouting"),
        ("Please send 1,500 USDT on TRON; the TXID is below.", ""),
        ("USDT BTC ETH were moved.", ""),
        ("My account was emptied by a thief.", ""),
        ("我被骗子骗走了 USDT，请冻结。", ""),
        ("I would be grateful for an answer in writing.", ""),
        ("You are a scam.", "insult"),
        ("你们就是骗子！", "insult"),
        ("Support asked whether a scammer has my password.", ""),
        ("我被冒充客服的骗子骗了。", ""),
        ("I will make sure to answer at once.", ""),
        ("I have reported the theft to the police.", ""),
        ("我已经报警，回执见附件。", ""),
    ],
)
def test_what_does_not_help_is_pointed_out(said: str, kinds: str) -> None:
    assert " ".join(one.kind for one in cases.remarks(said)) == kinds


RUDE = st.sampled_from(
    [
        "You thieves!",
        "I will expose you.",
        "ANSWER ME RIGHT NOW",
        "骗子！",
        "否则后果自负。",
        "Why???",
    ]
)
CALM = st.sampled_from(["The status is Completed. ", "请查看工单。", "It is 3 days old; I wait. "])


INSTEAD = {kind: Text("I see it otherwise.", "我的看法不同。") for kind in cases.REPLACED}


@given(st.lists(RUDE | CALM, max_size=6))
def test_the_neutral_wording_has_nothing_left_to_point_out(parts: list[str]) -> None:
    offered = cases.neutral(" ".join(parts), INSTEAD)
    assert not cases.remarks(offered)
    assert cases.neutral(offered, INSTEAD) == offered


@given(st.lists(CALM, max_size=4))
def test_calm_words_stay_as_they_are(parts: list[str]) -> None:
    said = "".join(parts).strip()
    assert cases.neutral(said, INSTEAD) == said
