"""The program follows whatever name the content gives: renamed questions and channels are followed
everywhere, or refused by `content check`; the log of another desk writes a whole letter."""

import re
import shutil
from pathlib import Path

import pytest

from bfx_help import content
from tests import TESTS
from tests.cli.test_desks import Play, crashes, pages, talks
from tests.running import run
from tests.unit.desk import desk_content

DESK = TESTS / "desk"
NO_IDS = re.compile(r"^\s*(- )?(kind|from|platform): ")
"""Lines that hold a name of the program's own."""

PROSE = re.compile(r"^\s*(- )?(en|zh): ")
KEYS_OF_THE_PROGRAM = {"roles.yaml": r"(?<=: ){}$", "checklist.yaml": r"(?<=facts: \[){}(?=\])"}
"""Where an id can stand in a file whose keys are the program's."""

ANYWHERE = r"(?<![\w.-]){}(?![\w.-])(?!: since$)"
"""A route has a key `since`, as a question has."""

IN_PROSE = r"(?<=\$){}(?=-age|(?![\w-]))"
AS_DEFINITION = r"(?<=^- id: ){}$"


def ids() -> list[str]:
    """Every question and channel of the invented desk."""
    desk = desk_content()
    return sorted({*desk.questionnaire.by_id, *desk.channels})


def renamed(line: str, names: list[str], pattern: str, in_prose: bool = True) -> str:
    """A line in which ids read differently."""
    if NO_IDS.match(line) or (PROSE.match(line) and not in_prose):
        return line
    either = "(" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")"
    found = re.compile((IN_PROSE if PROSE.match(line) else pattern).replace("{}", either))
    return found.sub(r"other-\1", line)


def rename(folder: Path, names: list[str], pattern: str) -> None:
    """Rename ids in all files."""
    for file in folder.rglob("*.yaml"):
        there = KEYS_OF_THE_PROGRAM.get(file.name, pattern)
        in_prose = "topics" in file.parts  # the sentences that all letters share name no question
        lines = file.read_text("utf-8").splitlines()
        text = "\n".join(renamed(line, names, there, in_prose) for line in lines) + "\n"
        file.write_text(text, "utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(DESK, tmp_path / "desk"))
    monkeypatch.setenv("BFX_HELP_DATA", str(folder))
    return folder


@pytest.mark.usefixtures("empty_cache")
def test_names_that_are_changed_everywhere_are_followed(desk: Path) -> None:
    rename(desk, ids(), ANYWHERE)
    assert content.problems(desk) == ()
    played: Play = {
        tuple("other-email" if part == "email" else part for part in arguments): codes
        for arguments, codes in (pages("payout-late", "payout") | talks("payout")).items()
    }
    assert crashes(played) == []


def test_a_name_that_is_changed_in_one_place_is_refused_there(desk: Path) -> None:
    files = [file for file in desk.rglob("*.yaml") if file.name not in KEYS_OF_THE_PROGRAM]
    written = {file: file.read_text("utf-8") for file in files}
    found = {}
    for name in ids():
        for file, text in written.items():
            lines = (renamed(line, [name], AS_DEFINITION) for line in text.splitlines())
            file.write_text("\n".join(lines) + "\n", "utf-8")
        found[name] = content.problems(desk)
    silent = {name: told for name, told in found.items() if not any(name in one for one in told)}
    assert silent == {}


def test_the_log_of_another_desk_writes_a_whole_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_DATA", str(DESK))
    sent = ("--topic", "payout", "--channel", "email", "--ticket", "1234567", "--when", "30h")
    assert run("case", "add", "--about", "my payout of 20 acorns", *sent).code == 0
    letter = run("case", "escalate", "1", "--new", "The bank says nothing came.", "--anyway")
    assert letter.code == 0, letter.screen
    subject, _, body = letter.stdout.partition("\n\n")
    assert subject.startswith("Subject: ")
    assert "1234567" in letter.stdout
    assert "The bank says nothing came." in body
