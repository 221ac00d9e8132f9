"""The text on its way out of the program: clipboard, editor, browser; and ids on their way in."""

import base64
import os
import sys
from pathlib import Path

import pytest

from bfx_help.content import shipped
from tests.running import run, start
from tests.screen import Screen
from tests.test_ask_terminal import environment, started

URGENT = "withdrawal of 1500 USDT Processing for 26 hours, urgent"
CALM = "withdrawal of 1500 USDT Processing for 26 hours"
DECIDED = ("--answer", "contacted=no", "--answer", "urgency=know")
SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


def script(name: str, text: str) -> Path:
    """A program of the test's own."""
    path = Path(name).absolute()
    path.write_text(f"#!{sys.executable}\n{text}\n", encoding="utf-8")
    path.chmod(0o700)
    return path


BROWSER = "import sys\nopen('opened', 'a').write(' '.join(sys.argv[1:]) + chr(10))"


@pytest.mark.parametrize(
    ("words", "opened", "said"),
    [
        (("--answer", "topic=platform"), None, "no official page"),
        ((URGENT, *DECIDED[:2]), None, "no official page"),
    ],
)
def test_a_channel_without_a_page_opens_nothing(
    words: tuple[str, ...], opened: None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", f"{script('browser', BROWSER)} %s")
    done = start("ask", *words, "--no-input", "--open")
    if done.returncode == 0:
        assert said in done.stderr.decode()
    assert not Path("opened").exists()
