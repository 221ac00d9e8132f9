"""The manual keeps its word: its pages are there in their languages, its commands run, and the keys
of all data stand in it."""

import json
import re
import shlex
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bfx_help.plain import width
from tests import NOW, ROOT
from tests.running import run

LATER = NOW + timedelta(days=14)  # no fact of the shipped content was read after that
PAGES = sorted((ROOT / "data" / "manual").glob("*.md"))
BLOCK = re.compile(r"(?ms)^```\n(.*?)^```$")


def commands(path: Path) -> list[list[str]]:
    """The commands of a page, in their order."""
    lines = (line for block in BLOCK.findall(path.read_text("utf-8")) for line in block.split("\n"))
    return [shlex.split(line.partition(" > ")[0])[1:] for line in lines if line]


def test_the_pages_are_there_in_their_languages() -> None:
    names = [path.name for path in PAGES]
    both = ("cases", "files", "letters")
    assert names == sorted(
        [*(f"{name}.en.md" for name in (*both, "content", "json")), *(f"{n}.zh.md" for n in both)]
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_commands_of_a_page_run(path: Path) -> None:
    Path("bank.txt").write_text("Sent on 2026-11-20.", encoding="utf-8")
    Path("answers.yaml").write_text("topic: withdrawal\n", encoding="utf-8")
    for arguments in commands(path):
        if arguments[:2] == ["content", "new"] or arguments in (["ask"], ["forget"]):
            continue  # they write into the content, or ask
        screen, _, code = run(*arguments, now=LATER)
        assert code in (0, 2, 3), (arguments, screen)
        assert not screen.startswith("There is no")
        assert "--help explains" not in screen


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["cases", "content", "files", "json", "letters"])
def test_a_page_is_shown_in_the_language_it_has(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, stdout, code = run("help", name, "--lang", language)
    assert (screen, code) == (stdout, 0)
    own = ROOT / "data" / "manual" / f"{name}.{language}.md"
    source = own if own.exists() else own.with_name(f"{name}.en.md")
    assert stdout.startswith(source.read_text("utf-8").partition("\n")[0].removeprefix("# "))
    assert "`" not in stdout
    monkeypatch.setenv("COLUMNS", "60")
    prose = [line for line in run("help", name).stdout.splitlines() if not line.startswith("  b")]
    assert max(width(line) for line in prose if "|" not in line) <= 60


def test_help_names_its_pages_and_leads_to_commands() -> None:
    assert len(re.findall(r"(?m)^  bfx-help help \w+", run("help").stdout)) == 5
    assert run("help", "faq", "search").stdout == run("faq", "search", "--help").stdout
    assert run("help", "case").stdout == run("case", "--help").stdout
    assert run("help", "--lang", "zh", "ask").stdout.startswith("用法：")
    screen, _, code = run("help", "leters")
    assert code == 2
    assert "letters" in screen


CALLS = [
    "ask --no-input --json withdrawal stuck",
    "ask --no-input --json sos",
    "faq search --json fees",
    "faq list --json",
    "faq show withdraw-fees --json",
    "channels ticket --json",
    "checklist withdrawal --json",
    "template deposit --json",
    "verify --json @bitfinex",
    "case list --json",
    "case show 1 --json",
    "case evidence list 1 --json",
    "case check --json",
    "case stats --json",
    "case escalate 1 --json",
    "content stale --days 0 --json",
    "content schema",
]


def keys(data: Any, deep: int = 2) -> Iterator[str]:
    if isinstance(data, dict) and deep:
        for key, value in data.items():
            yield key
            rows = value if isinstance(value, list) else []
            yield from keys(rows[0] if rows and key != "missing" else None, deep - 1)


@pytest.mark.parametrize("call", CALLS)
def test_the_keys_of_all_data_are_documented(call: str) -> None:
    run(
        "case",
        "add",
        "--about",
        "Wire",
        "--topic",
        "deposit",
        "--channel",
        "ticket",
        "--when",
        "26h",
    )
    stdout = run(*call.split()).stdout
    data = json.loads(stdout)
    assert data["schema"] == 2
    page = (ROOT / "data" / "manual" / "json.en.md").read_text("utf-8")
    known = ("schema", "en", "zh")
    assert [key for key in keys(data) if key not in known and f"`{key}`" not in page] == []
