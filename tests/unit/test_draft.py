"""Drafts: what was saved comes back, and two programs at once lose nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.interview.progress import Interview, Origin, Stage
from bfx_help.model import Own

SAVED = "2026-11-22T18:10:00+08:00"
NAMES = st.text(st.characters(categories=["L", "N", "P", "Cc", "Cf"]), max_size=20)


def draft(answers: Mapping[str, str], **more: Any) -> Draft:
    """A draft of an interview in which these answers were typed."""
    own = {name: Own(value) for name, value in answers.items()}
    return Draft(Interview().answer_all(own, Origin.TYPED), saved=SAVED, **more)


DRAFT = draft({"words": "还没到账 \x1b[2J \ud83d"})

FIRST = {
    "version": 1,
    "answers": {"words": "还没到账", "topic": "withdrawal"},
    "heard": {},
    "ignored": [],
    "trail": ["words", "topic"],
    "asked": 2,
    "read": [],
    "passed": [],
    "saved": SAVED,
}
"""A draft as version 0.1 wrote it."""

WRITER = """
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.interview.progress import Interview, Origin
from bfx_help.model import Own
for number in range(80):
    words = Own(f"{sys.argv[1]} {number} " + "x" * 5000)
    found = Draft(Interview().answer("words", words, Origin.TYPED), saved=sys.argv[2])
    drafts.save(drafts.new(Path("drafts"), "draft"), found)
    drafts.save(Path("drafts/shared.json"), found)
"""


def kept(folder: str = "drafts") -> list[Path]:
    return sorted(Path(folder).iterdir())


def test_a_draft_comes_back_as_it_was() -> None:
    path = drafts.new(Path("drafts"), "one")
    drafts.save(path, DRAFT)
    assert drafts.load(path) == DRAFT
    assert drafts.newest(Path("drafts")) == (path, DRAFT)
    text = path.read_text(encoding="utf-8")
    assert "还没到账" in text
    assert "\x1b" not in text


@pytest.mark.slow
def test_two_programs_that_save_at_once_lose_nothing() -> None:
    command = [sys.executable, "-c", WRITER]
    writers = [subprocess.Popen([*command, name, SAVED]) for name in ("one", "two")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    found = [drafts.load(path) for path in kept()]
    words = sorted(item.interview.answers["words"].split(" x")[0] for item in found if item)
    shared = drafts.load(Path("drafts/shared.json"))
    assert shared
    last = shared.interview.answers["words"].split(" x")[0]
    assert words == sorted(
        [last, *(f"{name} {number}" for name in ("one", "two") for number in range(80))]
    )
    assert len(kept()) == 161


def test_two_programs_that_go_on_with_the_same_draft_both_keep_theirs() -> None:
    folder = Path("drafts")
    old = drafts.new(folder, "old")
    drafts.save(old, DRAFT)
    for name in ("one", "two"):
        own = drafts.new(folder, name)
        drafts.claim(old, own)
        drafts.save(own, draft({"words": name}))
    found = [drafts.load(path) for path in kept()]
    assert [item.interview.answers["words"] for item in found if item] == ["one", "two"]


def test_an_empty_draft_is_none() -> None:
    path = drafts.new(Path("drafts"), "one")
    assert drafts.newest(Path("drafts")) is None
    assert not drafts.is_kept(path)
    assert not kept()


def test_the_draft_that_was_saved_last_is_the_newest_in_any_zone() -> None:
    folder = Path("drafts")
    for name, saved in (
        ("east", "2026-11-22T10:00:00+08:00"),
        ("utc", "2026-11-22T03:00:00+00:00"),
    ):
        drafts.save(drafts.new(folder, name), DRAFT._replace(saved=saved))
    found = drafts.newest(folder)
    assert found
    assert found[0].name == "utc-1.json"


def test_empty_files_of_long_ago_are_cleared_away() -> None:
    folder = Path("drafts")
    killed, waiting, answered = (drafts.new(folder, name) for name in ("a", "b", "c"))
    drafts.save(answered, DRAFT)
    long_ago = killed.stat().st_mtime - 2 * drafts.ABANDONED
    for path in (killed, answered):
        os.utime(path, (long_ago, long_ago))
    own = drafts.new(folder, "d")
    assert kept() == [waiting, answered, own]
    drafts.save(killed, DRAFT)
    assert drafts.load(killed) == DRAFT


def test_a_planted_name_is_not_written_to() -> None:
    Path("drafts").mkdir()
    Path("drafts/one-1.json").symlink_to("victim")
    path = drafts.new(Path("drafts"), "one")
    drafts.save(path, DRAFT)
    assert path.name == "one-2.json"
    assert not Path("drafts/victim").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "null",
        "[]",
        '{"version": 3}',
        '{"version": 1}',
        json.dumps({**FIRST, "saved": "long ago"}),
        json.dumps({**FIRST, "saved": "2026-11-22T18:10:00"}),
        json.dumps({**FIRST, "asked": "many"}),
        json.dumps({**FIRST, "answers": []}),
    ],
)
def test_what_is_no_draft_is_left_out(text: str) -> None:
    path = drafts.new(Path("drafts"), "one")
    path.write_text(text, encoding="utf-8")
    assert drafts.load(path) is None
    assert drafts.newest(Path("drafts")) is None


def test_a_draft_of_the_first_version_keeps_its_answers() -> None:
    path = drafts.new(Path("drafts"), "one")
    path.write_text(json.dumps(FIRST), encoding="utf-8")
    found = drafts.load(path)
    assert found
    assert found.interview.answers == {"words": "还没到账", "topic": "withdrawal"}
    assert (found.prompts, found.saved) == (2, SAVED)


def test_a_finished_text_is_kept_apart_from_what_is_unfinished() -> None:
    folder = Path("drafts")
    drafts.save(drafts.new(folder, "one"), DRAFT)
    path = drafts.new(folder, "two")
    finished = DRAFT._replace(text="Hello,", channel="ticket")
    drafts.save(path, finished)
    assert drafts.unsent(folder) == (path, finished)
    newest = drafts.newest(folder)
    assert newest
    assert newest[1] == DRAFT


def test_a_text_that_nobody_sent_is_forgotten_after_ninety_days() -> None:
    folder = Path("drafts")
    saved = datetime.fromisoformat(SAVED)
    drafts.save(drafts.new(folder, "one"), DRAFT._replace(text="Hello,"))
    drafts.forget_old(folder, saved + timedelta(days=90))
    assert drafts.unsent(folder)
    drafts.forget_old(folder, saved + timedelta(days=91))
    assert drafts.unsent(folder) is None


def test_no_byte_of_a_draft_can_change_without_being_told() -> None:
    path = drafts.new(Path("drafts"), "one")
    whole = draft({"words": "还没到账", "topic": "withdrawal", "wd-amount": "1500 USDT"})
    whole = whole._replace(interview=whole.interview.enter(Stage.VERDICT), prompts=3)
    drafts.save(path, whole)
    data, came_back = path.read_bytes(), 0
    for seed in range(200):
        at = Random(seed)
        place = at.randrange(len(data))
        changed = bytes([data[place] ^ at.randrange(1, 256)])
        path.write_bytes(data[:place] + changed + data[place + 1 :])
        found = drafts.load(path)
        if found is None:
            assert drafts.unreadable(Path("drafts")) == (path,)
        elif not found.lost:
            assert found == whole
        else:
            answers, written = found.interview.answers, whole.interview.answers
            assert answers.items() <= written.items(), "nothing is altered"
            came_back += len(answers) >= 2
    assert came_back > 150


@given(st.dictionaries(NAMES, NAMES))
def test_any_answer_can_be_kept(answers: dict[str, str]) -> None:
    path = Path("drafts/any.json")
    found = draft(answers)
    drafts.save(path, found)
    assert drafts.load(path) == found
