"""A language is data: the invented desk speaks a third one, without a line of code."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bfx_help import content
from bfx_help.cli.context import Context
from bfx_help.cli.result import letter_of
from bfx_help.interview.step import recommend, step
from bfx_help.model import Language
from bfx_help.request.formats import as_text
from tests import NOW, TESTS
from tests.running import run
from tests.unit import desk as invented
from tests.unit.test_letter import FULL

ESPERANTO = Language("eo")
MARK = "eo·"


def translated(node: Any) -> Any:
    """The node with a third language beside English: the same words with a mark before them."""
    if isinstance(node, list):
        return [translated(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "en" in node:
        said = node["en"]
        return (
            {**node, "eo": [f"{MARK}{item}" for item in said]}
            if isinstance(said, list)
            else {
                **node,
                "eo": f"{MARK}{said}",
            }
        )
    return {key: translated(value) for key, value in node.items()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("speaking") / "desk"
    shutil.copytree(TESTS / "desk", folder)
    for path in folder.rglob("*.yaml"):
        node = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        path.write_text(yaml.safe_dump(translated(node), allow_unicode=True), "utf-8")
    (folder / "languages.yaml").write_text(
        "- id: en\n  name: English\n- id: zh\n  name: 中文\n- id: eo\n  name: Esperanto\n", "utf-8"
    )
    return folder


@pytest.fixture(autouse=True)
def _compiled_once(desk: Path, _content: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_HOME", str(desk.with_name("home")))


def test_the_desk_has_no_problems_and_names_a_text_that_is_missing(
    desk: Path, tmp_path: Path
) -> None:
    assert content.problems(desk) == ()
    topics = shutil.copytree(desk, tmp_path / "desk") / "shared" / "topics.yaml"
    topics.write_text(topics.read_text("utf-8").replace(f"    eo: {MARK}", "    en: ", 1), "utf-8")
    assert content.problems(tmp_path / "desk") != ()


@pytest.mark.parametrize(
    "command",
    [
        ("checklist",),
        ("checklist", "all", "--format", "html"),
        ("channels",),
        ("faq", "list"),
        ("faq", "show", "payout-late"),
        ("template", "payout"),
        ("ask", "--no-input", "where is my payout", "--answer", "since=26h"),
    ],
)
def test_lists_and_pages_are_shown_in_it(desk: Path, command: tuple[str, ...]) -> None:
    shown = run(*command, "--data", str(desk), "--lang", "eo")
    assert MARK in shown.screen
    assert not any("一" <= sign <= "鿿" for sign in shown.screen)


def test_a_letter_is_written_in_it(desk: Path) -> None:
    context = Context(invented.desk().settings._replace(language=ESPERANTO), content.load(desk))
    state = step(context.content, invented.answers(**FULL), NOW)
    letter = letter_of(context, state, recommend(context.content, state))
    assert letter
    lines = as_text(letter, [ESPERANTO]).splitlines()
    assert lines[0].startswith(f"{MARK}Subject: {MARK}Payout PX-77 is late")
    assert len(lines) == len(as_text(letter, [Language.EN]).splitlines())
    own = [line for line in lines if line and MARK not in line]
    typed = ("2. Call me, please", "- 16 Nov: I asked.", "- 17 Nov: nothing came.")
    assert all(line.startswith(typed) for line in own), own


def test_data_for_programs_hold_it(desk: Path) -> None:
    shown = run("faq", "show", "payout-late", "--json", "--data", str(desk))
    assert f'"eo": "{MARK}' in shown.stdout


def test_only_the_languages_of_the_desk_can_be_chosen(desk: Path) -> None:
    shown = run("channels", "--data", str(desk), "--lang", "zh-Hant")
    assert (shown.screen.strip(), shown.code) == ("--lang is en, zh or eo, not 'zh-Hant'", 2)
