"""Says which version this is, and how new its content."""

from collections.abc import Callable

from bfx_help import __version__
from bfx_help.cli.context import Context
from bfx_help.model import Problem


def version_line(opened: Callable[[], Context]) -> str:
    """The version; with the date of the content, where it can be read."""
    line = f"bfx-help {__version__}"
    try:
        context = opened()
        newest = max(source.read or "" for source in context.content.sources.values())
    except (Problem, OSError, ValueError):
        return line
    return f"{line} ({context.word('version', date=newest)})"
