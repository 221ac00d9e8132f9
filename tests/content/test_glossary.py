"""One thing has one word in Chinese: the glossary of a folder holds its texts to it."""

import shutil
from pathlib import Path

import pytest

from bfx_help import content
from tests import TESTS
from tests.compiled import shipped

GLOSSARY = """\
- id: ticket
  en: ticket
  zh: 工单
  zh-not:
  - 服务单
  - 单子
  zh-but:
  - 菜单子项
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = shutil.copytree(TESTS / "desk", tmp_path / "desk")
    (folder / "shared" / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return folder


def write(desk: Path, old: str, new: str) -> Path:
    file = desk / "shared" / "letter.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return file


def test_a_folder_that_keeps_to_its_glossary_has_no_problem(desk: Path) -> None:
    assert content.problems(desk) == ()


def test_a_word_beside_the_glossary_is_refused_with_the_right_one(desk: Path) -> None:
    file = write(desk, "工单 $ticket", "服务单 $ticket")
    (found,) = content.problems(desk)
    assert found.startswith(f"{file}:")
    assert "write 工单, not 服务单 (ticket)" in found


def test_a_longer_word_may_hold_a_refused_one(desk: Path) -> None:
    write(desk, "工单 $ticket", "菜单子项 $ticket")
    assert content.problems(desk) == ()
    write(desk, "菜单子项 $ticket", "单子 $ticket")
    assert len(content.problems(desk)) == 1


def test_what_people_type_may_hold_any_word(desk: Path) -> None:
    file = desk / "topics" / "payout" / "faq.yaml"
    file.write_text(file.read_text("utf-8").replace("[钱呢]", "[钱呢, 我的服务单]"), "utf-8")
    assert content.problems(desk) == ()


def test_the_shipped_words_are_those_of_the_site() -> None:
    terms = shipped().table("glossary")
    assert terms["two-factor"].zh == "双重验证 (2FA)"
    assert all(term.zh_not and term.en for term in terms.values())
