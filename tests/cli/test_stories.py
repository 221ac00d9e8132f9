"""Whole conversations as they are seen, each named for what happens in it.

A story in `golden/` is a row of commands with their screens: what is typed stands after `> `, a `>`
alone is where the input ends, each command ends with its exit code, `# 2026-11-25 09:00` sets the
clock (UTC). `--update-stories` plays the commands and lines of each file again and writes what is
seen now. Options are typed as ids.
"""

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import NOW, TESTS
from tests.running import run

STORIES = sorted((TESTS / "cli" / "golden").glob("*.txt"))


def without_days_to_come(screen: str, now: datetime) -> str:
    """The screen without the days that an interval leads to."""

    def shown(found: re.Match[str]) -> str:
        written = "%Y-%m-%d" if "-" in found[0] else "%d %b %Y"
        day = datetime.strptime(found[0], written).date()  # noqa: DTZ007 - a day has no zone
        return "(day to come)" if day > now.date() else found[0]

    return re.sub(r"\b(?:20\d\d-\d\d-\d\d|\d{1,2} [A-Z][a-z]{2} 20\d\d)\b", shown, screen)


def played(story: str) -> Iterator[str]:
    """The story with the screens of today."""
    now = NOW
    for block in story.split("\n$ "):
        first, *rest = block.removeprefix("$ ").splitlines()
        typed = [line.removeprefix("> ") for line in rest if line.startswith("> ")]
        screen, _, code = run(*shlex.split(first)[1:], typed=typed, now=now)
        screen = without_days_to_come(screen, now)
        yield f"$ {first}"
        yield from _shown(screen, len(typed))
        yield f"[exit {code}]"
        for line in rest:
            if line.startswith("# "):
                now = datetime.fromisoformat(line[2:]).replace(tzinfo=UTC)
                yield line


def _shown(screen: str, typed: int) -> Iterator[str]:
    """The lines of a screen; a prompt at which the input ends is `>` alone, and types nothing."""
    for line in screen.splitlines():
        if line.startswith(">"):
            typed -= 1
        yield (line if line != ">" else "> ") if typed >= 0 or line.strip() != ">" else ">"


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_story_goes_as_written(path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")
    seen = "\n".join(played(written)) + "\n"
    if request.config.getoption("--update-stories"):
        path.write_text(seen, encoding="utf-8")
    else:
        assert seen == written
