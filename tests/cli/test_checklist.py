"""The checklist as a page to print, and as text in both languages at once."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bfx_help.model import Known
from tests import TESTS
from tests.compiled import shipped
from tests.running import run

VOID = {"meta"}


class Page(HTMLParser):
    """Reads a page: its elements in their order, its attributes and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def items(topic: str) -> list[dict[str, Any]]:
    """Everything that stands on the page of a topic."""
    data = json.loads(run("checklist", topic, "--json").stdout)
    return [item for part in ("account", "description", "files", "never") for item in data[part]]


@pytest.mark.parametrize("topic", [one.id for one in shipped().checklists.lists])
def test_the_page_holds_everything_in_both_languages(topic: str) -> None:
    found = Page(run("checklist", topic, "--lang", "both", "--format", "html").stdout)
    assert found.open == []
    text = "\n".join(found.text)
    losing = Known({"situation": "security.losing"}, frozenset())
    card = [item.says.as_dict() for item in shipped().checklists.card if losing.holds(item.when)]
    assert len(card) > 3
    said = [item["says"] for item in items(topic)] + card
    said += [item[key] for item in items(topic) for key in ("shows", "hides") if item[key]]
    assert [both for both in said if both["en"] not in text or both["zh"] not in text] == []


def test_the_page_stands_alone() -> None:
    html = run("checklist", "withdrawal", "--format", "html").stdout
    found = Page(html)
    assert html.startswith("<!doctype html>")
    assert not set(found.tags) & {"script", "link", "img", "iframe", "a", "object", "base"}
    assert found.attributes <= {"lang", "charset", "name", "content", "class"}
    assert not re.search(r"url\(|@import", html)
    assert found.tags.count("b") == len(items("withdrawal"))


def test_the_page_names_the_addresses_that_nobody_should_have_to_search_for() -> None:
    found = Page(run("checklist", "--lang", "both", "--format", "html").stdout)
    for channel in ("ticket", "email", "status-page"):
        assert shipped().channels[channel].address in found.text
    assert "https://t.me/bitfinex" not in found.text  # no place for what concerns an account


def test_what_a_folder_says_cannot_become_a_part_of_the_page(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "desk", tmp_path / "mine")
    text = (tmp_path / "mine/shared/checklist.yaml").read_text(encoding="utf-8")
    first = "en: Your mail address"
    assert first in text
    evil = text.replace(first, "en: '<script>\"&amp;'", 1)
    (tmp_path / "mine/shared/checklist.yaml").write_text(evil, encoding="utf-8")
    screen, html, code = run("checklist", "--format", "html", "--data", "mine")
    assert code == 0, screen
    assert "script" not in Page(html).tags
    assert "&lt;script&gt;&quot;&amp;amp;" in html


def test_the_page_goes_into_a_file_or_is_printed_all_the_same() -> None:
    screen, stdout, code = run("checklist", "--format", "html", "-o", "sheet.html")
    assert (code, stdout) == (0, "")
    assert "sheet.html" in screen
    assert Page(Path("sheet.html").read_text(encoding="utf-8")).open == []
    Path("folder").mkdir()
    screen, stdout, code = run("checklist", "-o", "folder")
    assert code == 1
    assert "- [ ] " in stdout
    assert "folder" in screen


def test_markdown_pastes_as_a_list_of_tasks() -> None:
    stdout = run("checklist", "withdrawal", "--lang", "both", "--format", "markdown").stdout
    for line in filter(None, stdout.splitlines()[:-1]):
        assert re.match(r"#{1,2} \S|- \[ \] \S|- \S", line), line
        assert " / " in line
