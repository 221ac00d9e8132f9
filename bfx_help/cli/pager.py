"""Shows pages; at a terminal one that is longer than the window goes through a pager."""

import os
import sys
from collections.abc import Sequence

from bfx_help.cli.context import Context
from bfx_help.cli.output import Page, as_lines, columns, is_attended, is_styled, show
from bfx_help.plain import plain
from bfx_help.styles import styled

PAGER = "less -FIRX"
"""Shows long pages where PAGER does not say otherwise."""


def show_page(context: Context, page: Page) -> None:
    """Write a page to standard output, through the pager where it is long and somebody reads it."""
    if isinstance(page, str) or not is_attended() or not is_styled(context):
        show(context, page)
        return
    whole = tuple(page)
    lines = [
        styled(line, paragraph.tone, context.settings.colour is not False)
        for paragraph in whole
        for line in (
            plain(paragraph.text).split("\n")
            if paragraph.verbatim
            else as_lines(paragraph, columns())
        )
    ]
    if not (_is_long(lines) and _paged(lines)):
        show(context, whole)


def _is_long(lines: Sequence[str]) -> bool:
    try:
        return len(lines) >= os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False


def _paged(lines: Sequence[str]) -> bool:
    """Whether a pager has shown the lines. Ctrl-C is a key of the pager while it runs."""
    import shlex  # for long pages at a terminal alone
    import signal
    import subprocess

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        command = shlex.split(os.environ.get("PAGER") or PAGER)
        text = "\n".join(lines) + "\n"
        return subprocess.run(command, input=text.encode(), check=False).returncode == 0
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
