"""The compiled copy is the content itself: read instead of it, and never in its way."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bfx_help import content
from bfx_help.content.compiled import ANSWERS
from bfx_help.content.tables import TABLES
from tests import TESTS
from tests.compiled import shipped

DESK = TESTS / "desk"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return shutil.copytree(DESK, tmp_path / "desk")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "own" / "cache"


def test_the_copy_equals_what_was_read(cache: Path) -> None:
    fresh = content.load(DESK)
    for read in (content.load(DESK, cache), content.load(DESK, cache)):
        assert read.compiled
        for name in TABLES:
            assert list(read.table(name).items()) == list(fresh.table(name).items())
        assert read.questionnaire == fresh.questionnaire
        title = read.interface["checklist-title"]
        assert (title.en, title.zh) == ("Hello, $name", "您好，$name")
        assert "nothing" not in read.faq
        assert len(read.faq) == 2


def test_the_shipped_content_survives_the_copy() -> None:
    for name in TABLES:
        read = content.shipped().table(name)
        assert list(shipped().table(name).items()) == list(read.items())


def test_a_fresh_copy_needs_no_yaml(cache: Path) -> None:
    content.load(DESK, cache)
    program = f"""
import sys; from pathlib import Path; from bfx_help import content
read = content.load(Path({str(DESK)!r}), Path({str(cache)!r}))
assert read.faq["payout-late"].steps and read.compiled
sys.exit("yaml" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_copy_is_for_its_owner_alone(cache: Path) -> None:
    content.load(DESK, cache)
    assert [file.name for file in cache.iterdir()] == ["content.sqlite"]
    if os.name == "posix":
        assert cache.stat().st_mode & 0o777 == 0o700
        assert (cache / "content.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_changed_file_makes_the_copy_stale(desk: Path, cache: Path) -> None:
    content.load(desk, cache)
    file = desk / "interface/desk.yaml"
    status = file.stat()
    file.write_text(file.read_text("utf-8").replace("Hello", "Howdy"), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert content.load(desk, cache).interface["checklist-title"].en == "Howdy, $name"
    folder = desk / "topics" / "payout"
    (folder / "faq-2.yaml").write_text((folder / "faq.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(content.ContentError, match="repeated id payout-late"):
        content.load(desk, cache)


@pytest.mark.slow
@pytest.mark.parametrize("where", [0, 50, 70, 3000, -1])
def test_a_damaged_copy_is_made_anew(cache: Path, where: int) -> None:
    how = content.load(DESK, cache).faq["payout-how"]
    file = cache / "content.sqlite"
    whole = file.read_bytes()
    damaged = bytearray(whole)
    damaged[where] ^= 0x20
    for broken in (bytes(damaged), whole[: len(whole) // 2], b"", b"no database" * 100):
        file.write_bytes(broken)
        read = content.load(DESK, cache)
        assert read.compiled
        assert read.faq["payout-how"] == how
        assert file.read_bytes() != broken


def test_a_copy_behind_a_symlink_is_neither_read_nor_written(cache: Path, tmp_path: Path) -> None:
    content.load(DESK, cache)
    file, elsewhere = cache / "content.sqlite", tmp_path / "elsewhere"
    file.rename(elsewhere)
    before = elsewhere.read_bytes()
    file.symlink_to(elsewhere)
    assert content.load(DESK, cache).compiled
    assert not file.is_symlink()
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize("place", ["desk/roles.yaml", "desk/roles.yaml/below", "dir"])
def test_without_a_place_for_the_copy_the_content_is_read_all_the_same(
    desk: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "dir" / "content.sqlite").mkdir(parents=True)
    read = content.load(desk, tmp_path / place)
    assert read.compiled is None
    assert list(read.faq) == ["payout-late", "payout-how"]
    assert (desk / "facts/payout.yaml").is_file()


def test_others_may_keep_something_beside_the_content(cache: Path) -> None:
    def count(name: str, connection: sqlite3.Connection, read: content.Content) -> None:
        connection.execute("create table entries (number integer)")
        connection.execute("insert into entries values (?)", [len(read.faq)])

    def never(name: str, connection: sqlite3.Connection, read: content.Content) -> None:
        raise AssertionError("the copy is fresh")

    for extra in (count, never):
        kept = content.load(DESK, cache, extra).index(ANSWERS)
        assert kept
        assert kept.execute("select number from entries").fetchall() == [(2,)]


def test_what_is_read_outlives_the_content_it_came_from(cache: Path) -> None:
    content.load(DESK, cache)
    entries = content.load(DESK, cache).faq
    assert entries["payout-late"].channel == "email"


def test_warnings_of_a_foreign_folder_are_kept(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "own" / "faq").mkdir(parents=True)
    entry = "- id: a\n  question:\n    zh: 卡呢\n  phrasings:\n    zh: [卡]\n"
    (tmp_path / "own" / "faq" / "bank.yaml").write_text(entry, "utf-8")
    first, again = (content.load(tmp_path / "own", cache) for _ in range(2))
    assert first.warnings == again.warnings == content.load(tmp_path / "own").warnings
    assert len(first.warnings) == 3
