"""A folder is read whole or refused: hostile files, absent files, foreign questions."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bfx_help import content
from bfx_help.content.graph import graph
from bfx_help.content.guide import claims, stale
from bfx_help.model import Claim, Language
from tests import TESTS

DESK = TESTS / "desk"
TODAY = date(2026, 3, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return shutil.copytree(DESK, tmp_path / "desk")


HOSTILE = [
    (b"- id: &a x\n", 1, "anchors and aliases"),
    (b"- [1]\n- *a\n", 2, "anchors and aliases"),
    (b"- &a [x]\n- &b [*a, *a]\n- &c [*b, *b]\n", 1, "anchors and aliases"),
    (b"\n- !!python/name:os.system\n", 2, "tags"),
    (b"- id: !x y\n", 1, "tags"),
    (b"[" * 100_000, 1, "nested too deep"),
    (b"- " * 100_000, 1, "nested too deep"),
    (b"[\n" * 100_000, 21, "nested too deep"),
    (b"- a: " + b"{b: " * 100_000, 1, "nested too deep"),
    (b"- id: a\n  b: " + b"[" * 5_000 + b"]" * 5_000, 2, "nested too deep"),
    (b"".join(b" " * at + b"a:\n" for at in range(2000)), 21, "nested too deep"),
    (b"- id: a\n  question: [\n", 3, "cannot be read as YAML"),
    (b"- id: a\n---\n- id: b\n", 2, "cannot be read as YAML"),
    (b"- id: a\n\tquestion: b\n", 2, "cannot be read as YAML"),
    (b"- id: a\n- id: \x00\n", 2, "cannot be read as YAML"),
    (b"- id: a\n- id: \x1b[31m\n", 2, "cannot be read as YAML"),
    (b"- id: a\n- id: \xff\n", 2, "not UTF-8"),
    (b"\xff\xfe-\x00", 1, "not UTF-8"),
    (b"# " + b"x" * 6_000_000, 1, "larger than 5 MB"),
    (b"- {}\n" * 100_000, 100_000, "too many values"),
    (b"- id: a\n  question:\n    en: " + b"a" * 20_001, 3, "too long"),
    (b"", 1, "the file is empty"),
    (b"# nothing\n", 1, "the file is empty"),
    (b"just words\n", 1, "a list is wanted"),
    (b"- just words\n", 1, "keys and values are wanted"),
    (b"- [a]: b\n", 1, "unknown key ?"),
    (b"- id: a\n  id: b\n  <<: c\n", 2, "repeated key id"),
]


@pytest.mark.parametrize(("written", "line", "says"), HOSTILE)
def test_hostile_yaml_is_refused_without_a_traceback_or_a_sentence_of_a_library(
    desk: Path, written: bytes, line: int, says: str
) -> None:
    file = desk / "topics" / "payout" / "faq.yaml"
    file.write_bytes(written)
    with pytest.raises(content.ContentError) as refused:
        content.load(desk)
    told = str(refused.value)
    place = f"{file}:{line}: "
    assert [fault for fault in told.splitlines() if fault.startswith(place) and says in fault], told
    assert "\x1b" not in told
    assert not re.search("yaml[.]|expected <|found character|mark|codec", told), told


def test_a_file_that_cannot_be_read_is_the_only_fault(desk: Path) -> None:
    path = desk / "shared/opening.yaml"
    path.write_text(path.read_text("utf-8") + "  - a: [\n", "utf-8")
    assert len(content.problems(desk)) == 1


def test_what_cannot_be_read_is_told(desk: Path, tmp_path: Path) -> None:
    (desk / "facts/payout.yaml").unlink()
    (desk / "facts/payout.yaml").mkdir()
    (desk / "shared/routes.yaml").unlink()
    (desk / "shared/routes.yaml").symlink_to("routes.yaml")
    told = content.problems(desk)
    assert f"{desk}/facts/payout.yaml:1: this is not a file" in told
    assert any(one.startswith(f"{desk}/shared/routes.yaml:1: cannot be read") for one in told)
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "none", DESK / "facts/payout.yaml"):
        assert len(content.problems(folder)) == 1


def test_the_guide_shows_where_a_claim_is_met_and_what_is_stale() -> None:
    read = content.load(DESK)
    facts = dict(read.facts)
    facts["desk-slow"] = facts["desk-slow"]._replace(claim="q2-hours", verdict=Claim.UNCONFIRMED)
    tables = {"facts": facts, "guide": content.shipped().table("guide")}
    marked = content.Content(lambda name: tables.get(name) or read.table(name))
    places = ("channel:email", "finding:broken")
    assert list(claims(marked)) == [("q2-hours", Claim.UNCONFIRMED, places)]
    assert [name for name, _ in stale(read, 27, TODAY)] == ["desk-slow"]
    assert stale(read, 28, TODAY) == ()


def test_the_graph_shows_questions_conditions_and_routes() -> None:
    lines = graph(content.load(DESK), Language.ZH).splitlines()
    assert lines[0] == "flowchart TD"
    assert '  n_case_of -->|"晚到"| n_since' in lines
    assert "  n_since -.-> n_age" in lines
    assert '  n_written -->|"有，没回复 / 有，回复了"| n_written_at' in lines
    assert '  route_n_wait(["wait: 邮件"])' in lines
    assert '  start -->|"其他情况"| route_n_write' in lines


def test_files_that_are_absent_come_from_the_shipped_folder_except_the_faq(desk: Path) -> None:
    (desk / "official.yaml").unlink()
    shutil.rmtree(desk / "interface")
    told = content.problems(desk)
    assert told  # the shipped list cites facts this desk does not have
    assert all(one.startswith(str(content.bundled())) for one in told)
    (desk / "topics" / "payout" / "faq.yaml").unlink()
    situations = desk / "topics" / "payout" / "situations.yaml"
    assert f"{situations}:28: there is no FAQ entry payout-late" in content.problems(desk)


def test_a_folder_need_only_hold_the_words_that_read_differently(desk: Path) -> None:
    words, shipped = content.load(desk).interface, content.shipped().interface
    assert words["checklist-title"].en == "Hello, $name"
    assert words["greeting"] == shipped["greeting"]
    assert words.keys() == shipped.keys()


FOREIGN = """
- id: Card_Arrival?
  question:
    en: When does my card arrive?
  phrasings:
    en: [where is my card, "12 days and nothing"]
- id: card_lost
  question:
    zh: 卡丢了\u200b怎么办？
  phrasings:
    zh: [丢卡]
  answer:
"""


def test_a_folder_with_nothing_but_foreign_questions_loads_with_warnings(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / "faq" / "bank.yaml").write_text(FOREIGN, "utf-8")
    read = content.load(tmp_path)
    assert list(read.faq) == ["Card_Arrival?", "card_lost"]
    assert read.faq["Card_Arrival?"].question.zh == "When does my card arrive?"
    assert read.faq["card_lost"].question.en == r"卡丢了\u200b怎么办？"
    assert read.channels == content.shipped().channels
    told = "\n".join(read.warnings)
    for kind in ("key answer", "key en", "key zh", "not kebab-case", "no fact", "shown"):
        assert kind in told
    assert read.warnings[0].startswith(f"{tmp_path}/faq/bank.yaml:2: ")


ELSEWHERE = """
- id: parcels
  says:
    en: We do not carry parcels. Write to help@parcels.example.
    zh: 我们不送包裹，请写信到 help@parcels.example。
  phrasings:
    en: [where is my parcel]
    zh: [包裹在哪里]
"""


def test_what_is_answered_elsewhere_belongs_to_one_desk(desk: Path) -> None:
    assert content.shipped().elsewhere
    assert content.load(desk).elsewhere == {}
    file = desk / "elsewhere.yaml"
    file.write_text(ELSEWHERE.replace("help@parcels.example", "them"), "utf-8")
    assert list(content.load(desk).elsewhere) == ["parcels"]
    file.write_text(ELSEWHERE, "utf-8")
    told = content.problems(desk)
    assert f"{file}:4: no cited fact holds help@parcels.example" in told


def test_foreign_questions_may_say_what_is_answered_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / "faq" / "bank.yaml").write_text(FOREIGN, "utf-8")
    (tmp_path / "elsewhere.yaml").write_text(
        ELSEWHERE.replace("help@parcels.example", "them"), "utf-8"
    )
    assert list(content.load(tmp_path).elsewhere) == ["parcels"]


@pytest.mark.parametrize("lacking", ["id: card_lost", "question:\n    zh: 卡丢了\u200b怎么办？\n"])
def test_an_id_and_a_question_are_needed_even_of_foreign_entries(
    tmp_path: Path, lacking: str
) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / "faq" / "bank.yaml").write_text(FOREIGN.replace(lacking, "note:\n"), "utf-8")
    with pytest.raises(content.ContentError, match=r"bank\.yaml:7: missing key (id|question)"):
        content.load(tmp_path)
