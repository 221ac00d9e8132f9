"""For authors: a new situation is one file, and editors know each kind of file."""

import json
import shutil
from pathlib import Path

import pytest

from tests import TESTS
from tests.running import run


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A copy of the invented desk."""
    return Path(shutil.copytree(TESTS / "desk", tmp_path / "mine"))


def test_a_new_situation_has_every_place_and_the_check_names_what_is_empty(mine: Path) -> None:
    _, stdout, code = run("content", "new", "payout.some-state", "--data", "mine")
    path = mine / "topics" / "payout" / "situations-some-state.yaml"
    assert code == 0
    assert "situations-some-state.yaml" in stdout
    assert path.read_text("utf-8").startswith("situations:\n- id: payout.some-state\n  name:\n")
    _, stdout, code = run("content", "check", "--data", "mine")
    assert code == 1
    assert sum("situations-some-state.yaml:" in line for line in stdout.splitlines()) >= 5
    assert run("content", "new", "payout.some-state", "--data", "mine").code == 1


@pytest.mark.usefixtures("empty_cache")
def test_a_name_that_is_none_writes_nothing(mine: Path) -> None:
    before = sorted(mine.rglob("*"))
    for name in ("payout", "../x.y", "payout.Some", "nosuch.state"):
        assert run("content", "new", name, "--data", "mine").code == 2
        assert sorted(mine.rglob("*")) == before


def test_the_schema_knows_every_kind_of_file_and_its_keys() -> None:
    kinds = json.loads(run("content", "schema").stdout)["kinds"]
    situation = kinds["situations"]["schema"]["properties"]["situations"]["items"]
    assert "topics/*/situations*.yaml" in kinds["situations"]["files"]
    assert {"id", "name", "not-phrasings", "deciding-facts"} <= set(situation["properties"])
    assert situation["required"] == ["id", "name"]
    assert all(kind["files"] and kind["schema"] for kind in kinds.values())


@pytest.mark.usefixtures("mine")
def test_the_folder_may_stand_before_the_command_that_checks_it() -> None:
    assert run("--data", "mine", "content", "check") == run("content", "check", "--data", "mine")
