"""What `content check` accepts runs to the end: another desk, a folder with nothing but questions,
and a desk from which any one piece was taken away."""

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from bfx_help import content
from tests import TESTS
from tests.commands import command_paths
from tests.compiled import compiled
from tests.running import run

DESK = TESTS / "desk"
QUESTIONS = TESTS / "questions"

ANSWERS = [*["1", "26h"] * 20, *["0"] * 5]
"""Whatever is asked, in turn: every kind of prompt takes one of them."""

Play = dict[tuple[str, ...], tuple[int, ...]]
"""Commands, each with the exit codes that are right."""


def pages(entry: str, topic: str) -> Play:
    """What can be read."""
    played: Play = {
        ("template", topic): (0,),
        ("faq", "list"): (0,),
        ("faq", "list", "--json"): (0,),
        ("faq", "search", "where is my money"): (0, 3),
        ("channels",): (0,),
        ("channels", "email"): (0,),
        ("channels", "--json"): (0,),
        ("verify", "https://desk.acorn.com", "desk@acorn.com", "@acorn"): (0, 3, 4),
        ("content", "check"): (0,),
        ("content", "graph"): (0,),
        ("content", "guide"): (0,),
        ("content", "stale"): (0, 3),
    }
    for form in ("text", "markdown", "html", "json"):
        played["checklist", "--format", form] = (0,)
        played["checklist", "--format", form, "--lang", "both"] = (0,)
    for form in ("text", "markdown", "json"):
        played["faq", "show", entry, "--format", form] = (0,)
    return played


def talks(topic: str) -> Play:
    """Conversations, and the log of what was sent."""
    words = "where is my money? stolen, and fees"
    played: Play = {("ask",): (0,), ("ask", words): (0,), ("sos",): (0,)}
    for form in ("text", "markdown", "json", "eml"):
        played["ask", "--format", form, "--text", "all", "--why", words] = (0,)
    sent = ("case", "add", "--about", "my money", "--topic", topic, "--channel", "email")
    played[(*sent, "--when", "26h", "--ticket", "1234567")] = (0,)
    played["case", "note", "1", "--reply", "refused", "No."] = (0,)
    for command in ("follow-up", "escalate"):
        played["case", command, "1", "--new", "It is in the rules.", "--anyway"] = (0, 3)
    for command in ("show", "export"):
        played["case", command, "1"] = (0,)
    played["case", "list"] = played["case", "stats"] = (0,)
    return played


def crashes(played: Play, *more: str) -> list[str]:
    """What does not end as it should."""
    found = []
    for arguments, codes in played.items():
        one = run(*arguments, *(() if "--lang" in arguments else more), typed=ANSWERS)
        if one.code not in codes:
            found.append(f"{' '.join(arguments)}: {one.code}\n{one.screen[-600:]}")
    return found


def use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program work with a folder that no test changes, which is compiled once for all."""
    monkeypatch.setenv("BFX_HELP_DATA", str(folder))
    cache = Path("home/cache")
    cache.unlink()
    cache.symlink_to(compiled(folder))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_another_desk_runs_to_the_end(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(DESK, monkeypatch)
    played = pages("payout-late", "payout") | talks("payout")
    assert crashes(played, "--lang", language) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_folder_with_nothing_but_questions_runs_to_the_end(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(QUESTIONS, monkeypatch)
    played = pages("card_lost", "deposit") | talks("deposit")
    played |= {("ask", "where is my card, it is lost 丢卡"): (0,)}
    assert crashes(played, "--lang", language) == []


def test_the_help_of_another_desk_says_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {path: run(*path.split(), "--help") for path in command_paths()}
    use(DESK, monkeypatch)
    theirs = {path: run(*path.split(), "--help") for path in command_paths()}
    assert [path for path in ours if ours[path] != theirs[path]] == ["verify"]  # its examples


def test_a_phone_number_is_judged_without_a_word_on_another_exchange() -> None:
    found = run("verify", "+1 555 010 0123", "--data", str(DESK))
    assert found.code == 4
    assert "Bitfinex" not in found.screen


def test_the_folder_can_stand_before_the_command() -> None:
    behind = run("channels", "--data", str(DESK))
    assert run("--data", str(DESK), "channels") == behind
    assert behind.code == 0


def places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where anything stands in a file that could be taken away, but a language."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        if key not in ("en", "zh"):
            yield (*place, key)
        if isinstance(one, (dict, list)):
            yield from places(one, (*place, key))


SAMPLE = 15
"""Pieces that are taken away: all of them would take minutes."""


@pytest.mark.usefixtures("empty_cache")
def test_a_desk_that_lacks_any_one_thing_is_refused_or_runs_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check tells of what is missing, or the program can do without."""
    folder = shutil.copytree(DESK, tmp_path / "desk")
    monkeypatch.setenv("BFX_HELP_DATA", str(folder))
    played: Play = {
        ("ask",): (0,),
        ("ask", "--format", "eml", "stolen"): (0,),
        ("sos",): (0,),
        ("template", "payout"): (0,),
        ("checklist", "--format", "html"): (0,),
    }
    read = {
        file: yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        for file in sorted(folder.rglob("*.yaml"))
    }
    pieces = [(file, place) for file, whole in read.items() for place in places(whole)]
    accepted = 0
    for file, place in Random(1).sample(pieces, SAMPLE):
        whole = file.read_text("utf-8")
        less = inner = copy.deepcopy(read[file])
        for key in place[:-1]:
            inner = inner[key]
        del inner[place[-1]]
        file.write_text(yaml.safe_dump(less, allow_unicode=True, sort_keys=False), "utf-8")
        if not content.problems(folder):
            accepted += 1
            assert crashes(played) == [], (file.name, place)
        file.write_text(whole, "utf-8")
    assert accepted > 1
