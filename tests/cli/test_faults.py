"""No fault loses anything: logs, drafts and copies that are unusable, damaged or open to others."""

import json
import os
import re
import subprocess
import sys
import time
import zlib
from pathlib import Path
from random import Random

import pytest

from bfx_help import cases
from bfx_help.cases import CaseFilter, EventKind, NewEvent, Rating, ReplyKind, Solved
from bfx_help.content import compiled
from bfx_help.content.folder import look
from bfx_help.model import Own
from tests import NOW
from tests.running import COMPLETE, drafts, run
from tests.unit.caselog import log, new
from tests.unit.desk import DESK
from tests.unit.test_caselog import kept_copy

LOG = Path("home/cases.sqlite")
HOME = Path("home")


def _spoil(how: str) -> None:
    HOME.mkdir(mode=0o700, exist_ok=True)
    if how == "folder":
        LOG.mkdir()
    else:
        LOG.symlink_to("/etc/hostname")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("how", ["folder", "symlink"])
def test_what_was_sent_and_cannot_be_logged_stays_in_the_draft(how: str, language: str) -> None:
    _spoil(how)
    typed = ["", "", "", "", "", "", "sent", "7654321", "later"]
    result = run("ask", *COMPLETE, "--lang", language, typed=typed)
    assert result.code == 1
    (draft,) = drafts()
    assert "12345678" in draft.read_text("utf-8")
    assert "ask --resume" in result.screen
    assert str(LOG) in result.screen.replace("\n", "")


# -- what others can write ---------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("verify", "bitfinex.com"), ("case", "list"), ("sos",)])
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_home_that_others_can_write_is_refused_with_what_to_do(
    mode: int, arguments: tuple[str, ...]
) -> None:
    HOME.mkdir(exist_ok=True)
    HOME.chmod(mode)
    for language, words in (("en", "Other people can write"), ("zh", "其他人可以写入")):
        result = run(*arguments, "--lang", language)
        assert result.code == 1
        assert words in result.screen
        assert "chmod 700 home" in result.screen
        assert "BFX_HELP_HOME" in result.screen


def test_a_home_that_is_a_link_is_judged_by_where_it_leads() -> None:
    elsewhere = HOME.rename("elsewhere")
    HOME.symlink_to(elsewhere)
    assert run("channels", "email").code == 0
    elsewhere.chmod(0o777)
    assert run("channels", "email").code == 1


@pytest.mark.usefixtures("own_content")
@pytest.mark.parametrize("spot", ["home/cache", "home/cache/content.sqlite"])
def test_a_copy_that_others_can_write_is_not_believed(tmp_path: Path, spot: str) -> None:
    run("channels", "email")
    (copy,) = HOME.glob("cache/content.sqlite")
    data = copy.read_bytes().replace(b"support@bitfinex.com", b"support@evil-dsk.com")
    copy.write_bytes(data[:68] + _checksum(data) + data[72:])
    Path(spot).chmod(0o777 if Path(spot).is_dir() else 0o666)
    result = run("verify", "support@evil-dsk.com")
    assert result.code != 0
    assert "support@evil-dsk.com" not in run("channels", "email").stdout
    assert Path(spot).stat().st_mode & 0o077 == 0


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data[72:], zlib.crc32(data[:68])).to_bytes(4, "big")


# -- damage ------------------------------------------------------------------------------------

FLIPS = 200


def flipped(data: bytes, seed: int) -> bytes:
    """The bytes with one of them changed."""
    at = Random(seed)
    place = at.randrange(len(data))
    return data[:place] + bytes([data[place] ^ at.randrange(1, 256)]) + data[place + 1 :]


def _filled() -> bytes:
    with log() as open_log:
        for about in ("a parcel", "一个包裹", "z" * 6000):
            number = open_log.add(new(about))
            open_log.note(number, NewEvent(EventKind.REPLY, Own(f"No. {about}"), ReplyKind.REFUSED))
        kept_copy(open_log, 1)
        open_log.rate(2, Rating("2026-11-20T02:00Z", Solved.NO, 1, 2, Own("slow")))
    return LOG.read_bytes()


def _content() -> dict[int, object]:
    with log() as open_log:
        return {
            case.number: (
                case,
                open_log.events(case.number),
                open_log.texts(case.number),
                open_log.answers(case.number),
                open_log.exhibits(case.number),
                open_log.rating(case.number),
            )
            for case in open_log.cases(CaseFilter())
        }


@pytest.mark.slow
def test_no_byte_of_the_log_can_change_without_being_told() -> None:
    whole = _filled()
    before = _content()
    copy = (HOME / "cases-copy.sqlite").read_bytes()
    silent = []
    for seed in range(FLIPS):
        for path in (*HOME.glob("cases*"),):
            path.unlink()
        for path, data in ((LOG, flipped(whole, seed)), (HOME / "cases-copy.sqlite", copy)):
            path.write_bytes(data)
            path.chmod(0o600)
        try:
            after = _content()
        except cases.Damaged as damage:
            cases.set_aside(HOME, damage, NOW)
            after = _content()
        if after != before:
            silent.append(seed)
    assert not silent


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_log_never_ends_in_a_traceback(seed: int, language: str) -> None:
    whole = _filled()
    data = bytearray(whole)
    for place in range(seed, len(data), 997):
        data[place] ^= 0xFF
    LOG.write_bytes(data)
    result = run("case", "list", "--lang", language)
    assert result.code == 0
    assert "Internal error" not in result.screen
    assert "cases-damaged-" in result.screen.replace("\n", "")


def _saved_draft() -> Path:
    run("ask", "withdrawal of 1500 USDT on TRON Processing for 26 hours", typed=["0"])
    (draft,) = drafts()
    return draft


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("resume", [("--resume",), ()])
def test_a_draft_that_cannot_be_read_is_told_and_kept(
    language: str, resume: tuple[str, ...]
) -> None:
    draft = _saved_draft()
    draft.write_bytes(draft.read_bytes()[:20])
    result = run("ask", *resume, "--lang", language)
    kept = draft.with_name(f"{draft.name}.damaged")
    assert kept.exists()
    assert str(kept) in result.screen.replace("\n", "")
    assert str(kept) in run("forget", "--yes").stdout
    assert not kept.exists()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_readable_of_a_damaged_draft_comes_back(language: str) -> None:
    draft = _saved_draft()
    lines = draft.read_bytes().splitlines(keepends=True)
    place = next(
        at for at, line in enumerate(lines) if b'"wd-network"' in line and b"answers" in line
    )
    damaged = b"".join([*lines[:place], b"#", *lines[place:]])
    draft.write_bytes(damaged)
    result = run("ask", "--resume", "--lang", language)
    kept = draft.with_name(f"{draft.name}.damaged")
    assert kept.read_bytes() == damaged
    assert str(kept) in result.screen.replace("\n", "")
    (own,) = (one for one in drafts() if one != kept)
    assert b"1500 USDT" in own.read_bytes()


@pytest.mark.usefixtures("empty_cache")
def test_no_byte_of_the_copy_of_the_content_can_change_without_being_seen() -> None:
    assert run("channels", "email", "--data", str(DESK)).code == 0
    (copy,) = HOME.glob("cache/content.sqlite")
    whole = copy.read_bytes()
    key = compiled.key_for(look(DESK))
    assert compiled.opened(copy.parent, key)
    for seed in range(FLIPS):
        copy.write_bytes(flipped(whole, seed))
        assert compiled.opened(copy.parent, key) is None


# -- nothing that was typed is dropped ---------------------------------------------------------

ADD = ("case", "add", "--topic", "deposit", "--channel", "ticket", "--when", "30 days ago")


def _case(about: str = "820 XRP") -> None:
    assert run(*ADD, "--ticket", "1234567", "--about", about).code == 0


def test_a_title_cannot_draw_an_entry_of_its_own() -> None:
    _case("Real\n   9  Next: pay the fee, OVERDUE")
    run("case", "note", "1", "words\n- 2026-01-01  Reply: send 500 USDT\u2028- and more")
    for command in (("case", "list"), ("case", "show", "1")):
        lines = run(*command).stdout.splitlines()
        assert not [line for line in lines if line.lstrip().startswith(("9 ", "- 2026-01-01"))]
        assert any("pay the fee" in line for line in lines), "it is still there"


@pytest.mark.parametrize("step", ["chat", "public"])
@pytest.mark.parametrize("option", ["--new", "--quote", "--want"])
def test_an_option_that_a_text_has_no_place_for_is_refused(option: str, step: str) -> None:
    _case()
    run("case", "follow-up", "1", "--new", "Still nothing.", "--sent", "--anyway")
    before = run("case", "show", "1").stdout
    result = run("case", "escalate", "1", "--to", step, option, "some words", "--anyway", "--sent")
    assert result.code == 2
    assert option in result.screen
    assert run("case", "show", "1").stdout == before


def test_a_quote_and_a_want_are_in_the_text_where_a_decision_is_disputed() -> None:
    assert run(*ADD, "--ticket", "1", "--about", "XRP", "--want", "First wish.").code == 0
    run("case", "note", "1", "--reply", "refused", "The wire cannot be credited.")
    options = ("--new", "A new receipt.", "--quote", "Not in our list.", "--want", "The reason.")
    text = run("case", "escalate", "1", *options, "--anyway", "--sent").stdout
    for typed in ("A new receipt.", "Not in our list.", "The reason."):
        assert typed in text


def test_a_second_rating_keeps_the_words_of_the_first() -> None:
    _case()
    for words in ("They were slow.", "In the end it worked."):
        run("case", "rate", "1", "--solved", "yes", "--effect", "5", "--manner", "5", words)
    shown = run("case", "show", "1").stdout.replace("\n", " ")
    assert "They were slow." in shown
    assert "In the end it worked." in shown


def test_a_ticket_number_without_end_makes_no_empty_text() -> None:
    _case()
    run("case", "note", "1", "--ticket", "9" * 400)
    run("case", "follow-up", "1", "--new", "Still nothing.", "--sent", "--anyway")
    result = run("case", "escalate", "1", "--to", "chat", "--sent", "--anyway")
    events = json.loads(run("case", "show", "1", "--json").stdout)["events"]
    logged = "chat" in [one["act"] for one in events]
    assert bool(result.stdout.strip()) == logged
    assert (result.code == 0) == logged


@pytest.mark.parametrize("command", [("ask",), ("case", "add")])
def test_a_million_empty_lines_end_in_a_second(command: tuple[str, ...]) -> None:
    begun = time.monotonic()
    result = run(*command, "--plain", typed=[""] * 1_000_000)
    assert result.code in (1, 2)
    assert len(result.screen) < 200_000
    assert time.monotonic() - begun < 10


def test_markup_of_a_foreign_folder_is_text() -> None:
    (Path("own") / "faq").mkdir(parents=True)
    evil = "<script>alert(1)</script> [pay here](https://evil.example) `x`"
    entry = f"""- id: evil
  question:
    en: '{evil}'
  phrasings:
    en: [evil]
  answer:
    en: '{evil}'
  steps:
    - en: '{evil}'
"""
    (Path("own") / "faq" / "evil.yaml").write_text(entry, "utf-8")
    shown = run("faq", "show", "evil", "--data", "own", "--format", "markdown").stdout
    assert "alert(1)" in shown
    assert not re.search(r"(?<!\\)[<\[`]", shown)


UNFINISHED = Path("home/drafts/case.unfinished")


def test_what_was_typed_for_a_case_is_kept_until_the_log_has_it() -> None:
    assert run("case", "add", typed=["820 XRP without tag", "deposit"]).code == 2
    assert "820 XRP without tag" in UNFINISHED.read_text("utf-8")
    typed = ["820 XRP without tag", "deposit", "ticket", "", "26h", ""]
    LOG.mkdir()
    assert run("case", "add", typed=typed).code == 1
    assert "820 XRP without tag" in UNFINISHED.read_text("utf-8")
    LOG.rmdir()
    assert run("case", "add", typed=typed).code == 0
    assert not UNFINISHED.exists()


def test_forget_names_what_was_kept_of_a_case_and_of_an_editor(tmp_path: Path) -> None:
    run("case", "add", typed=["820 XRP without tag"])
    edited = tmp_path / "bfx-help-abcd1234"
    edited.mkdir(mode=0o700)
    (edited / "request.txt").write_text("my letter", "utf-8")
    named = run("forget", "--yes").stdout
    assert str(UNFINISHED) in named
    assert str(edited / "request.txt") in named.replace("\n", "")
    assert not UNFINISHED.exists()
    assert not edited.exists()


EDITING = """
import sys
from pathlib import Path
from bfx_help.__main__ import _leave_on_signals
from bfx_help.cli.system_actions import _edited
_leave_on_signals([])
try:
    _edited(sys.argv[1], "as it was", lambda text: Path("kept.txt").write_text(text))
except KeyboardInterrupt:
    sys.exit(9)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["HUP", "TERM"])
def test_what_an_editor_had_saved_is_kept_when_a_signal_closes_it(name: str) -> None:
    editor = Path("editor.sh")
    editor.write_text(f"#!/bin/sh\necho my own letter > $1\nkill -{name} $PPID\nexec sleep 1\n")
    command = [sys.executable, "-c", EDITING, f"/bin/sh {editor.absolute()}"]
    done = subprocess.run(command, check=False, capture_output=True, timeout=60)
    assert done.returncode == 9
    assert Path("kept.txt").read_text() == "my own letter"
