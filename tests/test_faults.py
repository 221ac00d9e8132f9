"""No fault loses anything: logs, drafts and copies that cannot be used, are damaged, or are open."""

import json
from pathlib import Path

import pytest

from tests.running import COMPLETE, drafts, run

LOG = Path("home/cases.sqlite")
HOME = Path("home")


def _spoil(how: str) -> None:
    HOME.mkdir(mode=0o700, exist_ok=True)
    if how == "folder":
        LOG.mkdir()
    else:
        LOG.symlink_to("/etc/hostname")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("how", ["folder", "symlink"])
def test_what_was_sent_and_cannot_be_logged_stays_in_the_draft(how: str, language: str) -> None:
    _spoil(how)
    typed = ["", "", "", "", "yes", "7654321"]
    result = run("ask", *COMPLETE, "--lang", language, typed=typed)
    assert result.code == 1
    (draft,) = drafts()
    assert "12345678" in draft.read_text("utf-8")
    assert "ask --resume" in result.screen
    assert str(LOG) in result.screen.replace("\n", "")
