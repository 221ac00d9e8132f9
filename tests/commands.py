"""The commands that there are, by their paths."""

from collections.abc import Iterator
from functools import cache

from typer.core import TyperCommand, TyperGroup

from bfx_help.cli.app import program


@cache
def command_paths() -> tuple[str, ...]:
    """Every command as it is typed after `bfx-help`: `ask`, `faq`, `faq search` ..."""
    return tuple(_paths(program()))


def _paths(group: TyperGroup, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        yield f"{before}{name}"
        if isinstance(command, TyperGroup):
            yield from _paths(command, f"{before}{name} ")


def command_at(path: str) -> TyperCommand | TyperGroup:
    """The command of that path."""
    found: object = program()
    for name in path.split():
        assert isinstance(found, TyperGroup)
        found = found.commands[name]
    assert isinstance(found, (TyperCommand, TyperGroup))
    return found
