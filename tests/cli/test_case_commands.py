"""The `case` commands: the log, its ladder, evidence, and what the wizard logs."""

import hashlib
import json
import re
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bfx_help.plain import width
from tests import NOW
from tests.running import Run, run
from tests.unit import caselog

LOG = Path("home/cases.sqlite")
ADD = ("case", "add", "--about", "820 XRP without tag", "--topic", "deposit", "--channel", "ticket")


def added(ticket: str = "1234567", when: str = "2026-11-20 10:00") -> Run:
    return run(*ADD, "--ticket", ticket, "--when", when)


def data(*arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("case", *arguments, "--json").stdout)
    assert found["schema"] == 2
    return found


# -- list and show -----------------------------------------------------------------------------


def test_the_list_shows_twenty_and_counts_the_rest() -> None:
    for day in range(1, 23):
        added(when=f"2026-11-{day:02} 08:00")
    screen = run("case", "list").stdout
    assert len(re.findall(r"(?m)^ +\d+  \S", screen)) == 20
    assert "And 2 more" in screen
    assert screen.splitlines()[0] == (
        "   1  OVERDUE: follow up in the same ticket, 18 days overdue (2026-11-04)"
    )
    assert len(re.findall(r"(?m)^ +\d+  ", run("case", "list", "--all").stdout)) == 22
    assert data("list")["count"] == 22
    assert len(data("list", "--all")["cases"]) == 22  # type: ignore[arg-type]


def test_the_list_filters() -> None:
    added()
    added(when="2026-11-01 08:00")
    assert data("list", "--overdue")["count"] == 1
    assert data("list", "--topic", "withdrawal")["count"] == 0
    assert data("list", "--channel", "ticket")["count"] == 2
    assert run("case", "list", "--topic", "nothing").code == 2


def test_show_gives_everything_to_programs() -> None:
    added()
    run("case", "note", "1", "--reply", "refused", "Not eligible.", "--when", "2026-11-21 09:00")
    found = data("show", "1")
    assert [one["act"] for one in found["events"]] == ["sent", "reply"]  # type: ignore[attr-defined]
    assert (found["step"], found["due"], found["ticket"]) == ("review", "2026-11-21", "1234567")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "7"),
        ("note", "7", "words"),
        ("follow-up", "7", "--new", "x"),
        ("escalate", "7"),
        ("rate", "7", "--solved", "yes", "--effect", "1", "--manner", "1"),
        ("evidence", "add", "7", "row.png"),
        ("evidence", "list", "7"),
        ("export", "7"),
        ("close", "7"),
        ("purge", "7", "--yes"),
    ],
)
def test_a_case_that_is_not_there_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = run("case", *arguments)
    assert result.code == 2
    assert "There is no case 7" in result.screen


# -- what is typed -----------------------------------------------------------------------------


def test_secrets_reach_no_file() -> None:
    secret = "abandon " * 11 + "about"
    run(*ADD, "--ticket", "1", "--when", "3h", "--want", f"my seed phrase is {secret}")
    screen = run("case", "note", "1", f"I gave them my password: Tr0ub4dor&3, and {secret}").screen
    assert "Hidden" in screen
    kept = b"".join(path.read_bytes() for path in Path("home").rglob("*.sqlite"))
    assert b"abandon abandon" not in kept
    assert b"Tr0ub4dor" not in kept
    assert b"abandon abandon" not in run("case", "show", "1").screen.encode()


def test_what_is_missing_is_named_where_nobody_can_be_asked() -> None:
    result = run("case", "add", "--topic", "deposit")
    assert result.code == 2
    assert "about: free text" in result.screen
    assert not LOG.exists() or data("list")["count"] == 0


def test_the_way_back_leads_to_the_question_before() -> None:
    typed = ["820 XRP", "<", "900 XRP", "2", "1", "", "yesterday 16:05", ""]
    assert run("case", "add", typed=typed).code == 0
    assert run("case", "list").stdout.splitlines()[1].strip() == "900 XRP"


def test_the_emergency_lane_is_one_key_away() -> None:
    assert "STOP" in run("case", "add", typed=["!"]).screen


# -- the ladder --------------------------------------------------------------------------------


def test_a_follow_up_holds_only_what_is_new() -> None:
    added()
    result = run("case", "follow-up", "1", "--new", "The status is Completed now.", "--sent")
    assert "1234567" in result.stdout
    assert "The status is Completed now." in result.stdout
    assert "Noted in case 1" in result.screen
    assert data("show", "1")["step"] == "chat"


@pytest.mark.parametrize(
    ("ticket", "history", "step", "said"),
    [
        ("", (), "complaint", "needs a ticket"),
        ("7", (), "complaint", "same ticket comes first"),
        ("7", (("--reply", "refused"),), "complaint", "a review comes first"),
        ("7", (("--reply", "asks"),), "review", "waits for your answer"),
        ("7", (), "chat", "same ticket comes first"),
    ],
)
def test_a_step_that_cannot_be_taken_yet_says_why(
    ticket: str, history: tuple[tuple[str, ...], ...], step: str, said: str
) -> None:
    run(*ADD, *(("--ticket", ticket) if ticket else ()), "--when", "2026-11-20 10:00")
    for one in history:
        run("case", "note", "1", *one, "words")
    result = run("case", "escalate", "1", "--to", step)
    assert result.code == 3
    assert said in result.screen.replace("\n", " ")


def test_too_early_says_from_which_day_and_whose_interval_it_is() -> None:
    added()
    result = run("case", "escalate", "1", "--new", "")
    assert result.code == 3
    assert "2026-11-25" in result.screen
    assert "our own interval" in result.screen.replace("\n", " ")
    assert run("case", "escalate", "1", "--anyway", "--new", "").code == 0


def test_a_reply_of_today_is_seen_although_its_hour_is_not_known() -> None:
    added(when="3h")
    result = run("case", "note", "1", "--reply", "refused", "--when", "2026-11-22", "No.")
    assert "ask for a review" in result.stdout
    acts = [one["act"] for one in data("show", "1")["events"]]  # type: ignore[attr-defined]
    assert acts == ["sent", "reply"]


def test_what_is_listed_as_overdue_is_overdue() -> None:
    night = datetime(2026, 11, 22, 17, 0, tzinfo=UTC).astimezone(NOW.tzinfo)
    add = ("case", "add", "--about", "x", "--topic", "security", "--channel", "ticket")
    run(*add, "--ticket", "1", "--when", "5 minutes ago", now=night)
    listed = ("case", "list", "--overdue", "--json")
    assert json.loads(run(*listed, now=night).stdout)["count"] == 0
    later = json.loads(run(*listed, now=night + timedelta(minutes=55)).stdout)
    assert [one["overdue"] for one in later["cases"]] == [True]


def test_the_file_that_was_written_is_named() -> None:
    added()
    result = run("case", "follow-up", "1", "--new", "It is Completed.", "-o", "text.txt", "--sent")
    assert result.code == 0
    assert "text.txt" in result.screen
    assert "It is Completed." in Path("text.txt").read_text("utf-8")


def test_a_follow_up_without_anything_new_waits_for_its_day() -> None:
    added()
    assert run("case", "follow-up", "1", "--new", "").code == 3
    assert run("case", "follow-up", "1", "--new", "It is Completed.").code == 0
    assert run("case", "follow-up", "1", "--new", "", "--anyway").code == 0
    assert data("follow-up", "1", "--new", "")["refused"] == "step-early"
    assert run("case", "follow-up", "1", "--new", "", now=NOW + timedelta(days=5)).code == 0


def test_nothing_new_asks_for_the_reason_instead_of_another_look() -> None:
    added()
    run("case", "note", "1", "--reply", "refused", "Not eligible.")
    without = run("case", "escalate", "1", "--new", "", "--want", "the papers").stdout
    assert "1. Tell me the reason in writing, the rule it is based on, and what I would" in without
    assert "2. The papers." in without
    again = run("case", "escalate", "1", "--new", "A new paper.").stdout
    assert "ask for a review" in again
    assert "A new paper." in again
    assert "the rule it is based on" not in again
    assert "based on" in run("case", "escalate", "1", "--new", "A new paper.", "--rule").stdout


def test_a_complaint_about_conduct_stands_apart() -> None:
    added()
    result = run("case", "escalate", "1", "--to", "conduct", "--new", "You are stupid, they said.")
    assert result.code == 0
    assert "820 XRP" not in result.stdout
    assert data("show", "1")["step"] == "follow-up"


def test_a_public_text_holds_nothing_personal() -> None:
    asked("sent", "7654321", about=("situation=api.key-page", "scope=only-me", "user-name=Lin"))
    result = run("case", "escalate", "1", "--to", "public")
    assert result.code == 0
    assert result.stdout
    assert "7654321" not in result.stdout
    assert "Lin" not in result.stdout
    assert "impostors" in result.screen
    assert "Not in public" not in result.screen


def test_a_threat_is_pointed_out_and_neutral_words_are_offered() -> None:
    added()
    typed = ["You thieves! The status is Completed.", "1", "1"]
    result = run("case", "follow-up", "1", typed=typed)
    assert "reads as an insult" in result.screen
    assert "thieves" not in result.stdout
    assert "The status is Completed." in result.stdout


# -- evidence and export -----------------------------------------------------------------------


def test_evidence_is_kept_and_an_identity_document_refused() -> None:
    added()
    for name in ("row.png", "passport.png"):
        Path(name).write_bytes(b"a picture")
    result = run("case", "evidence", "add", "1", "row.png", "passport.png", "--shows", "the row")
    assert result.code == 3
    assert "https://www.bitfinex.com/verification" in result.screen
    listed = data("evidence", "list", "1")
    assert [one["name"] for one in listed["exhibits"]] == ["row.png"]  # type: ignore[attr-defined]
    assert not list(Path("home").rglob("*passport*"))


def test_evidence_is_asked_what_it_shows_and_must_hide() -> None:
    added()
    Path("row.png").write_bytes(b"a picture")
    result = run("case", "evidence", "add", "1", "row.png", typed=["1", "the row", ""])
    assert result.code == 0
    assert "(hide " in result.screen or "hide " in result.screen.split("row.png")[1]
    assert "E1  the row (row.png)" in result.stdout


SECRETS = "Me: my password: Blue-Kettle-77!"


def test_a_text_with_secrets_is_named_before_it_is_kept() -> None:
    added()
    Path("chat.txt").write_text(SECRETS)
    command = ("case", "evidence", "add", "1", "chat.txt", "--shows", "the chat")
    refused = run(*command)
    assert refused.code == 3
    assert "chat.txt may hold secrets: password" in refused.screen
    assert "chat.txt was not kept" in refused.screen
    assert data("evidence", "list", "1")["exhibits"] == []
    agreed = run(*command, typed=["yes"])
    assert (agreed.code, agreed.stdout) == (0, "E1  the chat (chat.txt)\n")
    assert Path("home/evidence/1/E1-chat.txt").read_text() == SECRETS
    assert run("case", "check").code == 0


def test_one_file_that_is_not_kept_does_not_keep_the_others_away() -> None:
    added()
    Path("chat.txt").write_text(SECRETS)
    Path("row.png").write_bytes(b"\x89PNG\0\0\0 password: Blue-Kettle-77!")
    result = run("case", "evidence", "add", "1", "chat.txt", "no.txt", "row.png", "--shows", "x")
    assert (result.code, result.stdout) == (3, "E1  x (row.png)\n")


def test_a_secret_in_the_name_of_a_file_is_hidden() -> None:
    added()
    name = "password Blue-Kettle-77!.txt"
    Path(name).write_text("a page")
    result = run("case", "evidence", "add", "1", name, "--shows", "a page")
    assert result.code == 0
    assert "Hidden: password" in result.screen
    assert "Blue-Kettle" not in result.screen
    assert run("case", "export", "1", "--output", "out.zip").code == 0
    with zipfile.ZipFile("out.zip") as archive:
        assert not [name for name in archive.namelist() if "Blue-Kettle" in name]


def test_check_finds_what_was_changed() -> None:
    added()
    Path("row.png").write_bytes(b"a picture")
    run("case", "evidence", "add", "1", "row.png", "--shows", "the row")
    assert run("case", "check").code == 0
    next(Path("home/evidence/1").glob("E1-*")).write_bytes(b"another")
    assert run("case", "check").code == 3
    assert data("check")["faults"] == [{"case": 1, "id": "E1", "fault": "changed"}]
    assert run("case", "export", "1").code == 3


def test_a_stranger_can_follow_the_export() -> None:
    added()
    Path("row.png").write_bytes(b"a picture")
    run("case", "evidence", "add", "1", "row.png", "--shows", "the row", "--when", "2026-11-19")
    run("case", "follow-up", "1", "--new", "Completed <b>now</b> | see E1", "--sent")
    run("case", "note", "1", "--reply", "refused", "Not eligible.")
    assert run("case", "export", "1", "--output", "out.zip").code == 0
    with zipfile.ZipFile("out.zip") as archive:
        names = archive.namelist()
        sums = archive.read("case-1/SHA256SUMS").decode().splitlines()
        for line in sums:
            digest, _, name = line.partition("  ")
            assert hashlib.sha256(archive.read(f"case-1/{name}")).hexdigest() == digest
        timeline = archive.read("case-1/timeline.en.md").decode()
        page = archive.read("case-1/timeline.en.html").decode()
        index = archive.read("case-1/index.en.md").decode()
    assert len(sums) == len(names) - 1
    order = [timeline.index(one) for one in ("E1 the row", "Request sent", "Follow-up", "Refused")]
    assert order == sorted(order)
    assert "2026-11-20 02:00 UTC" in timeline
    assert "exhibits/E1-row.png" in index
    assert "&lt;b&gt;now&lt;/b&gt;" in page
    assert any(name.startswith("case-1/texts/") for name in names)
    assert any(name.startswith("case-1/replies/") for name in names)


# -- rating and closing ------------------------------------------------------------------------


def test_few_cases_prove_little() -> None:
    assert "No cases yet" in run("case", "stats").stdout
    added()
    run("case", "note", "1", "--reply", "helped", "Done.")
    run("case", "close", "1")
    assert run("case", "rate", "1", "--solved", "yes", "--effect", "4", "--manner", "5").code == 0
    screen = run("case", "stats").stdout
    assert "prove little" in screen
    found = data("stats")
    assert found["all"]["solved"] == 1.0  # type: ignore[index]
    assert found["channels"]["ticket"]["first-reply"] == pytest.approx(56.17)  # type: ignore[index]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pages_fit_a_narrow_screen(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    Path("row.png").write_bytes(b"a picture of the row")
    added()
    run("case", "evidence", "add", "1", "row.png", "--shows", "the row")
    run("case", "note", "1", "--reply", "refused", "It is not eligible for any recovery.")
    for command in ("list", "show 1", "evidence list 1", "export 1", "check", "stats", "close 1"):
        screen = run("case", *command.split(), "--lang", language).screen
        assert max(map(width, screen.splitlines())) <= 40, screen


def test_a_closed_case_can_be_opened_again() -> None:
    added()
    run("case", "close", "1")
    assert data("list")["count"] == 0
    assert run("case", "escalate", "1").code == 3
    run("case", "close", "1", "--undo")
    assert data("list")["count"] == 1


def test_a_purge_says_where_files_of_others_lie() -> None:
    added()
    Path("row.png").write_bytes(b"a picture")
    run("case", "evidence", "add", "1", "row.png", "--shows", "the row")
    Path("home/evidence/1/my-own-photo.jpg").write_bytes(b"mine")
    assert "The other files in home/evidence/1" in run("case", "purge", "1", "--yes").stdout
    assert [path.name for path in Path("home/evidence/1").iterdir()] == ["my-own-photo.jpg"]


def test_purge_asks_and_forget_takes_everything() -> None:
    added()
    assert run("case", "purge", "1").code == 1
    assert data("list")["count"] == 1
    assert run("case", "purge", "1", typed=["yes"]).code == 0
    assert data("list")["count"] == 0
    assert run("case", "purge", "1", "--yes").code == 0, "what is gone is cleared away once more"
    assert run("case", "purge", "2", "--yes").code == 2
    assert run("forget", "--yes").code == 0
    assert not LOG.exists()


# -- when something is wrong -------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_damaged_log_is_told_and_what_is_readable_is_there_again(language: str) -> None:
    caselog.added(*["820 XRP"] * 60)
    data_before = LOG.read_bytes()
    LOG.write_bytes(data_before[: len(data_before) * 4 // 5])
    result = run("case", "list", "--lang", language)
    assert result.code == 0
    (kept,) = Path("home").glob("cases-damaged-*.sqlite")
    assert str(kept) in result.screen.replace("\n", "")
    assert str(kept) in result.stdout.replace("\n", "")
    assert data("list")["count"]
    assert kept.read_bytes() == data_before[: len(data_before) * 4 // 5]
    again = run("case", "list")
    assert "The log was damaged" not in again.screen


@pytest.mark.parametrize("wrong", ["symlink", "newer", "folder"])
def test_a_log_that_cannot_be_used_is_left_alone(wrong: str) -> None:
    LOG.parent.mkdir(exist_ok=True)
    if wrong == "symlink":
        LOG.symlink_to("/etc/hostname")
    elif wrong == "folder":
        LOG.mkdir()
    else:
        added()
        with sqlite3.connect(LOG) as connection:
            (mark,) = connection.execute("pragma application_id").fetchone()
            connection.execute("pragma user_version = 9")
            connection.execute(f"pragma application_id = {mark // 256 * 256 + 9}")
        connection.close()
    result = run("case", "list")
    assert result.code == 1
    assert str(LOG) in result.screen.replace("\n", "")
    assert not list(Path("home").glob("cases-damaged-*"))


def test_a_clock_that_jumped_back_is_told() -> None:
    run(*ADD, "--ticket", "1", "--when", "3h", now=NOW + timedelta(days=30))
    result = run("case", "note", "1", "words")
    assert "clock" in result.screen
    assert [one["act"] for one in data("show", "1")["events"]] == ["sent", "note"]  # type: ignore[attr-defined]


# -- from the wizard ---------------------------------------------------------------------------


PROCESSING = (
    "situation=withdrawal.processing",
    "wd-submitted=2026-11-21T08:05Z",
    "wd-amount=1500 USDT",
    "wd-id=12345678",
)


def asked(
    *sent: str,
    about: tuple[str, ...] = PROCESSING,
    contacted: str = "no",
    more: tuple[str, ...] = (),
) -> Run:
    """A conversation that ends with a letter, and what is typed at its list."""
    pairs = (*about, f"contacted={contacted}", *more)
    answers = [part for pair in pairs for part in ("--answer", pair)]
    to_the_list = ("@done", "", "", "", "@done")
    return run("ask", "it is stuck", *answers, typed=(*to_the_list, *sent))


def test_what_was_written_is_logged_when_it_was_sent() -> None:
    asked("sent", "7654321")
    found = data("show", "1")
    assert (found["topic"], found["ticket"]) == ("withdrawal", "7654321")
    assert found["answers"]["wd-id"] == "12345678"  # type: ignore[index]
    assert "12345678" in found["about"]["en"]  # type: ignore[index]
    assert found["texts"]
    follow_up = run("case", "follow-up", "1", "--new", "No mail has come.").stdout
    assert "12345678" in follow_up
    assert "No mail has come." in follow_up


def test_a_follow_up_of_the_wizard_joins_the_case_of_its_ticket() -> None:
    asked("sent", "7654321")
    asked("sent", contacted="silent", more=("ticket=7654321", "contacted-at=2026-11-21"))
    assert data("list")["count"] == 1
    events = data("show", "1")["events"]
    assert [one["act"] for one in events] == ["sent", "follow-up"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", [(), ("later",), ("c", "later"), ("letter",)])
def test_nothing_is_logged_unless_it_was_sent(typed: tuple[str, ...]) -> None:
    asked(*typed)
    assert data("list")["count"] == 0


def test_a_reply_is_noted_with_its_day_where_nobody_gave_options() -> None:
    added()
    assert (
        run("case", "note", "1", typed=["refused", "Not eligible.", "2026-11-21 09:00"]).code == 0
    )
    last = data("show", "1")["events"][-1]  # type: ignore[index]
    assert (last["said"], last["at"]) == ("refused", "2026-11-21T01:00Z")
    assert run("case", "note", "1", typed=["note", "Called the bank.", ""]).code == 0
    assert data("show", "1")["events"][-1]["act"] == "note"  # type: ignore[index]


def test_after_a_refusal_no_follow_up_says_that_nobody_answered() -> None:
    added()
    run("case", "note", "1", "--reply", "refused", "Not eligible.")
    result = run("case", "follow-up", "1", "--new", "I have a screenshot.")
    assert result.code == 3
    assert "bfx-help case escalate 1" in result.screen
