"""The README keeps its word: short, every command named, every example as it is printed today.

In a block, `$ bfx-help ...` is run, and what stands below it is what is printed; a last line of
`...` stands for the rest.
`--update-stories` writes the output and the picture anew, for reading.
"""

import re
import shlex

import pytest

from tests import ROOT
from tests.commands import command_paths
from tests.make_picture import PICTURE, picture
from tests.running import run

README = ROOT / "README.md"
BLOCK = re.compile(r"(?ms)^```\n(\$ .*?)^```$")
MANUAL = ROOT / "data" / "manual"


def replayed(block: str) -> str:
    """The block with the output that its commands have now."""
    return "".join(map(_shown, re.split(r"(?m)^(?=\$ )", block)))


def _shown(example: str) -> str:
    if not example:
        return ""
    command, *shown = example.rstrip("\n").split("\n")
    screen, _, code = run(*shlex.split(command)[2:])
    assert code in (0, 3), screen
    if shown[-1:] == ["..."]:
        screen = "\n".join([*screen.split("\n")[: len(shown) - 1], "...\n"])
    return f"{command}\n{screen}"


def test_the_readme_can_be_read_in_one_go() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 180


def test_every_command_is_in_the_readme_or_the_manual() -> None:
    pages = (README, *MANUAL.glob("*.md"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    named = set(re.findall(r"[a-z][a-z -]+[a-z]", text))
    assert [path for path in command_paths() if not any(path in name for name in named)] == []


@pytest.mark.parametrize("place", range(len(BLOCK.findall(README.read_text(encoding="utf-8")))))
def test_the_examples_print_what_stands_there(place: int, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    block = BLOCK.findall(text)[place]
    now = replayed(block)
    if request.config.getoption("--update-stories"):
        README.write_text(text.replace(block, now), encoding="utf-8")
        return
    assert now == block


def test_the_picture_shows_a_real_run(request: pytest.FixtureRequest) -> None:
    now = picture()
    if request.config.getoption("--update-stories"):
        PICTURE.write_text(now, encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", README.read_text("utf-8")))
def test_what_the_readme_links_to_is_there(link: str) -> None:
    assert (ROOT / link).is_file()
