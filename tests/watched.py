"""Runs commands in a process of its own that may use neither the network nor another program.

Reads `[[arguments, typed lines], ...]` as JSON from standard input and writes the screens, the exit
codes and what was refused. Run as a module.
"""

import gc
import json
import os
import sys
from datetime import timedelta
from typing import Any

REFUSED = (
    *("socket.", "urllib.", "http.", "ftplib.", "imaplib.", "poplib.", "smtplib.", "webbrowser."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile"),
    *("os.system", "pty."),
)


def main() -> None:
    """Run what standard input says."""
    from tests import NOW
    from tests.running import run

    later = NOW + timedelta(days=30)  # no fact of the shipped content was read after that
    refused: list[str] = []

    def watch(event: str, arguments: Any) -> None:
        if event.startswith(REFUSED):
            refused.append(f"{event} {arguments}")
            raise RuntimeError(event)

    gc.set_threshold(200_000)  # as in all tests
    wanted = json.load(sys.stdin)
    os.umask(0)
    sys.addaudithook(watch)
    done = [run(*arguments, typed=typed, now=later) for arguments, typed in wanted]
    json.dump({"done": [[one.screen, one.code] for one in done], "refused": refused}, sys.stdout)


if __name__ == "__main__":
    main()
