"""A text goes to the clipboard, or not; either way the program goes on."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from bfx_help.cli import clipboard

HANGS = "#!/bin/sh\necho $$ > hung\nsleep 60\n"


def programs(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clipboard programs that do this."""
    for name in ("xclip", "xsel", "wl-copy", "wl-paste"):
        Path(name).write_text(script)
        Path(name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{Path.cwd()}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def runs(process: int) -> bool:
    """Whether a process still runs; one that has ended may wait for its parent to take note."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


@pytest.mark.slow  # it waits for two seconds
def test_a_program_that_hangs_is_ended_after_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    programs(HANGS, monkeypatch)
    start = time.monotonic()
    assert not clipboard.copied("a letter")
    assert time.monotonic() - start < 30
    assert not runs(int(Path("hung").read_text()))


def test_without_a_program_nothing_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    programs("#!/bin/sh\nexit 1\n", monkeypatch)
    assert not clipboard.copied("a letter")


def test_what_the_clipboard_gives_back_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    script = '#!/bin/sh\ncase "$*" in *-o*) cat clip;; *) cat > clip;; esac\n'
    programs(script, monkeypatch)
    assert clipboard.copied("one letter, 提现\nand its end")
    assert Path("clip").read_text() == "one letter, 提现\nand its end"
