"""The README keeps its word: every command is in it, and every example does what stands there.

In a block, `$ bfx-help ...` is run, and what stands below it is what is printed. `$ cat FILE` shows
a file that the next example reads. `--update-transcripts` writes the output anew, for reading.
"""

import re
import shlex
from pathlib import Path

import pytest

from bfx_help.content import shipped
from tests import ROOT
from tests.cli.test_transcripts import played
from tests.commands import command_paths
from tests.running import run

README = ROOT / "README.md"
BLOCK = re.compile(r"(?ms)^```\n(\$ .*?)^```$")
CONVERSATION = re.compile(r"(?m)^\[exit \d+\]$")


def replayed(block: str) -> str:
    """The block with the output that its commands have now; a command without any stays so."""
    if CONVERSATION.search(block):
        return played(block)
    return "".join(map(_shown, re.split(r"(?m)^(?=\$ )", block)))


def _shown(example: str) -> str:
    if not example:
        return ""
    command, _, printed = example.partition("\n")
    _, program, *arguments = shlex.split(command)
    if program == "cat":
        Path(arguments[0]).write_text(printed, encoding="utf-8")
        return example
    screen, _, code = run(*arguments)
    asked = any(words in screen for words in shipped().interface["missing-answers"])
    assert code in (0, 3, 4) or (code == 2 and asked), screen
    return f"{command}\n{screen}" if printed else example


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [path for path in command_paths() if f"bfx-help {path}" not in text] == []


@pytest.mark.parametrize("place", range(len(BLOCK.findall(README.read_text(encoding="utf-8")))))
def test_the_examples_do_what_stands_there(place: int, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    block = BLOCK.findall(text)[place]
    now = replayed(block)
    if request.config.getoption("--update-transcripts"):
        README.write_text(text.replace(block, now), encoding="utf-8")
        return
    assert now == block


def test_the_conversation_is_one_of_the_transcripts() -> None:
    transcripts = (README.parent / "tests" / "transcripts").glob("*.txt")
    text = README.read_text(encoding="utf-8")
    assert any(path.read_text(encoding="utf-8") in text for path in transcripts)


def test_a_sentence_has_a_line_of_its_own() -> None:
    prose = re.sub(r"(?ms)^```.*?^```$", "", README.read_text(encoding="utf-8"))
    assert re.findall(r"(?m)^(?![-|\d]).*[a-z`)][.?!] [A-Z`].*$", prose) == []
