"""What a command has no use for it does not load: start-up time is import time."""

import subprocess
import sys

import pytest

LOADED = """
import sys
from bfx_help.cli import main
for command in sys.argv[1:]:
    main(command.split())
sys.__stdout__.write("\\n".join(["", "-- loaded --", *sys.modules]))
"""

NEVER = {
    *("pydantic", "importlib.metadata", "ssl", "asyncio", "email.message", "urllib.request"),
    *("rich", "questionary", "prompt_toolkit", "pyperclip", "bfx_help.terminal.arrow_keys"),
    # While the compiled content is fresh nothing of it is read and checked anew.
    *(
        "yaml",
        "bfx_help.content.decode",
        "bfx_help.content.check_references",
        "bfx_help.content.read_folder",
    ),
}
"""Without a terminal no command loads any of these."""

ALONE = {
    *("bfx_help.cases", "bfx_help.search", "bfx_help.answers.read_answer", "bfx_help.interview"),
    *("bfx_help.redact", "bfx_help.request", "bfx_help.interview.routing", "bfx_help.terminal"),
    *("bfx_help.verify", "mnemonic", "rapidfuzz"),
}
"""Of these a command loads only what is its own."""


OF_NONE = (
    *("--version", "", "--help", "serch", "ask --help", "case --help"),
    *("checklist withdrawal", "checklist nonsense", "channels"),
)
OF_SEARCH = (
    "faq search --help",
    "faq list",
    "faq search withdrawal fees",
    "faq search 提现 手续费",
)


@pytest.mark.parametrize(
    ("commands", "own"),
    [
        (OF_NONE, {}),
        (OF_SEARCH, {"bfx_help.search"}),
        (("verify bitfinex.com",), {"bfx_help.verify", "bfx_help.redact"}),
        (("redact",), {"bfx_help.redact"}),
        (("ask",), ALONE - {"rapidfuzz", "bfx_help.verify"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(commands: tuple[str, ...], own: set[str]) -> None:
    assert sorted(loaded(*commands) & (NEVER | ALONE.difference(own))) == []


def loaded(*commands: str) -> set[str]:
    """The modules that are loaded when these commands have run, one after another."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *commands],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.partition("-- loaded --\n")[2].split())
