"""Results have styles on a terminal or where they are wished, and mean the same without them."""

import re
import sys
from pathlib import Path

import pytest
from prompt_toolkit.styles import ANSI_COLOR_NAMES

from bfx_help.styles import STYLES
from bfx_help.terminal.arrow_keys import STYLE
from tests.running import run
from tests.screen import Screen

STYLED = ["faq search withdrawal fees", "faq show withdraw-fees", "checklist withdrawal",
          "channels status-page", "verify @bitfinex @bitfinex_help_desk", "case list"]  # fmt: skip
ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


@pytest.fixture(autouse=True)
def _nobody_said_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm-256color")


def log_a_case() -> None:
    channel = ["--topic", "deposit", "--channel", "ticket"]
    run("case", "add", "--about", "Wire", *channel, "--when", "2026-11-01")


@pytest.mark.parametrize("command", STYLED)
def test_styles_add_nothing_but_styles(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    log_a_case()
    bare = run(*command.split()).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    styled = run(*command.split()).stdout
    assert "\x1b" not in bare
    assert ESCAPE.search(styled)
    assert ESCAPE.sub("", styled) == bare


@pytest.mark.parametrize("command", STYLED)
def test_no_colour_is_left_where_none_is_wished(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_a_case()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    used = {int(code) for codes in ESCAPE.findall(run(*command.split()).stdout) for code in codes}
    assert not any(30 <= code <= 107 for code in used)


@pytest.mark.parametrize(
    ("name", "value", "styled"),
    [
        ("BFX_HELP_PLAIN", "1", False),
        ("BFX_HELP_PLAIN", "0", True),
        ("ACCESSIBLE", "1", False),
        ("ACCESSIBLE", "", True),
        ("ACCESSIBLE", "false", True),
        ("TERM", "dumb", False),
        ("FORCE_COLOR", "0", False),
    ],
)
def test_the_environment_decides(
    name: str, value: str, styled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv(name, value)
    assert ("\x1b" in run("checklist").stdout) == styled


def test_what_is_to_be_copied_or_kept_has_no_styles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    answers = ["--answer", "contacted=no", "--answer", "wd-id=12345678"]
    words = "withdrawal of 1500 USDT on TRON Processing for 26 hours, urgent"
    sheet = tmp_path / "sheet.txt"
    run("checklist", "--output", str(sheet))
    texts = [
        run("template", "deposit").stdout,
        run("ask", "--no-input", "--no-save", *answers, words).stdout,
        run("checklist", "--format", "markdown").stdout,
        run("faq", "list", "--json").stdout,
        sheet.read_text(encoding="utf-8"),
    ]
    assert all(texts)
    assert "\x1b" not in "".join(texts)


@pytest.mark.slow
def test_a_terminal_shows_styles_and_the_same_words() -> None:
    environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "BFX_HELP_HOME": "home"}
    screen = Screen([sys.executable, "-m", "bfx_help", "channels", "phone"], environment, 80, 24)
    screen.wait("Never send there")
    assert screen.is_bold("Phone")


def luminance(red: int, green: int, blue: int) -> float:
    """The relative luminance of a colour, as WCAG 2.1 has it."""
    shares = [one / 255 for one in (red, green, blue)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


XTERM = {"red": (205, 0, 0), "magenta": (205, 0, 205)}
"""The colours in use, as xterm shows them."""


def test_every_colour_can_be_read_on_a_light_and_on_a_dark_background() -> None:
    words = " ".join([*STYLES.values(), *(style for _, style in STYLE.style_rules)]).split()
    colours = {word.removeprefix("ansi") for word in words} - {"bold", "dim"}
    assert colours == XTERM.keys()
    for colour in colours:
        assert f"ansi{colour}" in ANSI_COLOR_NAMES
        light = luminance(*XTERM[colour])
        assert 1.05 / (light + 0.05) >= 3  # on white
        assert (light + 0.05) / 0.05 >= 3  # on black


@pytest.mark.slow
def test_the_first_start_says_why_it_takes_a_moment(tmp_path: Path) -> None:
    environment = {"TERM": "xterm", "LANG": "C.UTF-8", "BFX_HELP_HOME": str(tmp_path / "new")}
    command = [sys.executable, "-m", "bfx_help", "channels", "phone"]
    for first in (True, False):
        screen = Screen(command, environment, 80, 24)
        assert ("One moment" in screen.wait("Never send there")) is first
        assert screen.leave() == 0
