"""Plays all transcripts and keeps facts, not screens: what is compared when the program is rebuilt.

    python tests/recorder.py RECORD.json               of the package in the folder it is run in
    python tests/recorder.py --compare OLD.json NEW.json     what differs; exit code 1 if anything

A record of another commit is made by running this file in a checkout of that commit.
"""

import io
import json
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

TRANSCRIPTS = Path(__file__).resolve().parent / "transcripts"
NOW = datetime.fromisoformat("2026-11-22T18:10:00+08:00")
ENVIRONMENT = {"COLUMNS": "80", "LC_ALL": "en_US.UTF-8", "NO_COLOR": "1", "TERM": "dumb"}
DECIDED = ("route", "channel", "fallback", "answers", "derived", "faq", "answered")
FORMS = ("--json", "--format", "--why", "--no-input", "--output", "--text")


class Transcript(NamedTuple):
    """A command line with the lines that were typed."""

    arguments: tuple[str, ...]
    typed: tuple[str, ...]


def main(arguments: list[str]) -> int:
    """Make a record or compare two; the exit code."""
    if arguments[0] == "--compare":
        old, new = (json.loads(Path(one).read_text("utf-8")) for one in arguments[1:])
        differing = list(_differences(old, new))
        print(*differing, sep="\n")  # noqa: T201 - a script
        return 1 if differing else 0
    target = Path(arguments[0]).absolute()
    facts = recorded()
    target.write_text(json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
    return 0


def recorded() -> dict[str, Any]:
    """The facts of every transcript by its name."""
    sys.path.insert(0, str(Path.cwd()))
    with tempfile.TemporaryDirectory() as home:
        environment = {**ENVIRONMENT, "PATH": os.environ.get("PATH", ""), "BFX_HELP_HOME": home}
        with mock.patch.dict(os.environ, environment, clear=True):
            return {
                path.stem: _facts(_read(path.read_text("utf-8")), Path(home))
                for path in sorted(TRANSCRIPTS.glob("*.txt"))
            }


def _read(transcript: str) -> Transcript:
    first, *rest = transcript.splitlines()
    piped = list(takewhile(lambda line: line.startswith("| "), rest))
    typed = [line for line in rest if line == ">" or line.startswith("> ")]
    return Transcript(tuple(shlex.split(first)[2:]), tuple(line[2:] for line in piped or typed))


def _facts(played: Transcript, home: Path) -> dict[str, Any]:
    code, stdout = _run(played.arguments, played.typed, home)
    facts: dict[str, Any] = {"exit": code, "text": stdout}
    if played.arguments[0] not in ("ask", "sos"):
        return facts
    facts["understood"] = _understood(played, home)
    if not set(FORMS) & set(played.arguments):
        _, data = _run((*played.arguments, "--json"), played.typed, home)
        results = list(_results(data))
        facts["results"] = [{name: one.get(name) for name in DECIDED} for one in results]
    return facts


def _results(data: str) -> Iterator[dict[str, Any]]:
    """The results of a conversation: one that goes on may have two."""
    while data.startswith("{"):
        found, end = json.JSONDecoder().raw_decode(data)
        data = data[end:].lstrip()
        yield found


def _understood(played: Transcript, home: Path) -> Any:
    """What a draft keeps of the first words, where they are all that was typed."""
    arguments = tuple(one for one in played.arguments if one != "--no-save")
    words = next((number for number, line in enumerate(played.typed) if line.strip(" 0123")), -1)
    _run(arguments, played.typed[: words + 1], home)
    drafts = [one.read_text("utf-8") for one in (home / "drafts").glob("*.json")]
    return _heard(drafts[-1]) if drafts else None


def _heard(draft: str) -> Any:
    """What was heard: drafts were one mapping once, and have a line for each answer now."""
    if draft.startswith("{"):
        return json.loads(draft).get("heard")
    rows = [json.loads(line)[1] for line in draft.splitlines()]
    return {name: value for field, name, value in rows if field == "heard"}


def _run(arguments: tuple[str, ...], typed: tuple[str, ...], home: Path) -> tuple[int, str]:
    """Run the program with an empty home, but for the cache; exit code and standard output."""
    from bfx_help.cli import main as program

    _empty(home)
    stdout, stdin = io.StringIO(), io.StringIO("".join(f"{line}\n" for line in typed))
    folder = Path.cwd()
    with tempfile.TemporaryDirectory() as elsewhere:
        os.chdir(elsewhere)
        try:
            with redirect_stdout(stdout), redirect_stderr(io.StringIO()):
                sys.stdin = stdin
                code = program(arguments, now=NOW)
        finally:
            os.chdir(folder)
            sys.stdin = sys.__stdin__
    return code, stdout.getvalue()


def _empty(home: Path) -> None:
    for path in sorted(home.rglob("*"), reverse=True):
        if "cache" not in path.relative_to(home).parts:
            path.rmdir() if path.is_dir() else path.unlink()


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, {}), new.get(name, {})
        for fact in sorted(before.keys() | after.keys()):
            if before.get(fact) != after.get(fact):
                yield f"{name}: {fact}\n  - {before.get(fact)!r}\n  + {after.get(fact)!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
