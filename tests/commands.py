"""The commands that there are, by their paths."""

from collections.abc import Iterator
from functools import cache

from typer.core import TyperGroup
from typer.main import get_command

from bfx_help.cli.app import app


@cache
def command_paths() -> tuple[str, ...]:
    """Every command as it is typed after `bfx-help`: `ask`, `faq`, `faq search` ..."""
    root = get_command(app)
    assert isinstance(root, TyperGroup)
    return tuple(_paths(root))


def _paths(group: TyperGroup, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        yield f"{before}{name}"
        if isinstance(command, TyperGroup):
            yield from _paths(command, f"{before}{name} ")
