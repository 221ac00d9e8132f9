"""The pages people print and look up: channels and checklists."""

import json
from collections import Counter

import pytest

from bfx_help.model import Existence, Language
from bfx_help.plain import width
from tests.compiled import shipped
from tests.running import run
from tests.tables import each

TOPICS = [one.id for one in shipped().checklists.lists]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_channels_are_a_table_with_addresses_and_one_line_of_what_does_not_exist(
    language: str,
) -> None:
    page = run("channels", "--lang", language).stdout
    channels = [item for item in shipped().channels.values() if not item.own]
    for item in channels:
        name = item.name.in_(Language(language))
        assert name in page.replace("\n    ", " " if language == "en" else "")
        if item.existence is Existence.EXISTS and item.address:
            line = next(row for row in page.splitlines() if row.startswith(f"  {name}  "))
            assert line.endswith(item.address)
    assert len(page.splitlines()) <= 40
    assert not any(item.purpose.en in page for item in channels if item.existence == "none")


@pytest.mark.parametrize("name", ["live-chat", "Live chat", "LIVE CHAT", "在线聊天"])
def test_a_channel_is_known_by_its_name_in_any_language(name: str) -> None:
    assert run("channels", name).stdout == run("channels", "live-chat").stdout


@pytest.mark.parametrize(("name", "id_"), [("提现", "withdrawal"), ("Withdrawal", "withdrawal")])
def test_a_topic_is_known_by_its_name_in_any_language(name: str, id_: str) -> None:
    for command in (("checklist",), ("faq", "list"), ("template",)):
        assert run(*command, name).stdout == run(*command, id_).stdout


@each("topic", TOPICS)
def test_a_checklist_names_nothing_twice(topic: str) -> None:
    data = json.loads(run("checklist", topic, "--json").stdout)
    assert data["schema"] == 2
    items = [*data["account"], *data["description"], *data["files"], *data["never"]]
    assert max(Counter(item["id"] for item in items).values()) == 1
    bare = [item["says"]["en"] for item in items]
    assert sum("e-mail address" in text for text in bare if text.startswith("Registered")) <= 1
    assert sum("User name or user ID" in text for text in bare) <= 1


def test_a_broad_screen_shows_a_checklist_in_two_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = run("checklist", "withdrawal").stdout
    monkeypatch.setenv("COLUMNS", "100")
    for language in ("en", "zh"):
        broad = run("checklist", "withdrawal", "--lang", language).stdout
        assert max(map(width, broad.splitlines())) <= 100
    broad = run("checklist", "withdrawal").stdout
    assert len(broad.splitlines()) < len(narrow.splitlines())
    assert broad.count("[ ]") == narrow.count("[ ]")
    assert any(line.count("[ ]") == 2 for line in broad.splitlines())


def test_the_printout_has_lines_to_write_on_and_the_address_of_the_exchange() -> None:
    page = run("checklist", "withdrawal", "--format", "html").stdout
    assert page.count("<i></i>") == 3
    assert "https://www.bitfinex.com</strong>" in page


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_channel_that_does_not_exist_has_no_log_in_and_no_hours(language: str) -> None:
    for item in shipped().channels.values():
        if item.existence is Existence.NONE:
            page = run("channels", item.id, "--lang", language).stdout
            assert item.login.in_(Language(language)) not in page
            assert item.never.in_(Language(language)).replace(" ", "") in "".join(page.split())
