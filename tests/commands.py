"""The commands that there are, by their paths."""

from collections.abc import Iterator
from functools import cache

from typer.core import TyperCommand, TyperGroup

from bfx_help.cli.app import program
from bfx_help.cli.help_text import CommandGroup


@cache
def command_paths() -> tuple[str, ...]:
    """Every command as it is typed after `bfx-help`: `ask`, `faq`, `faq search` ..."""
    return tuple(_paths(program()))


def _paths(group: CommandGroup, before: str = "") -> Iterator[str]:
    for name, build in group.below.items():
        yield f"{before}{name}"
        if isinstance(command := build(), CommandGroup):
            yield from _paths(command, f"{before}{name} ")


def command_at(path: str) -> TyperCommand | TyperGroup:
    """The command of that path."""
    found: object = program()
    for name in path.split():
        assert isinstance(found, CommandGroup)
        found = found.below[name]()
    assert isinstance(found, (TyperCommand, TyperGroup))
    return found
