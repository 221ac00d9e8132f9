"""The tree of commands, of which only the branch that was called for is built."""

from collections.abc import Collection, Iterator, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING

import typer
from typer.main import get_command

from bfx_help.cli.help_text import Command, CommandGroup

if TYPE_CHECKING:  # typer names the types of its own click nowhere else
    from typer._click import Command as AnyCommand

SETTINGS = {"help_option_names": ["-h", "--help"]}


class Commands(MutableMapping[str, "AnyCommand"]):
    """The commands below `path` by name, each built when it is first wanted: to build them all
    takes as long as most commands do. `paths` are all commands as they are typed."""

    def __init__(self, paths: Collection[str], path: str = "") -> None:
        self._paths = paths
        self._path = path
        self._built: dict[str, AnyCommand] = {}

    def __getitem__(self, name: str) -> "AnyCommand":
        if name not in self._built:
            self._built[name] = self._build(name)
        return self._built[name]

    def _build(self, name: str) -> "AnyCommand":
        path = f"{self._path}{name}"
        if path in self._paths:
            return _command(name, path)
        if name not in self._names():
            raise KeyError(name)
        below = Commands(self._paths, f"{path} ")
        # typer wants a dict where it only looks up and lists
        return CommandGroup(
            name=name,
            commands=below,  # type: ignore[arg-type]
            no_args_is_help=True,
            rich_markup_mode=None,
            context_settings=SETTINGS,
        )

    def __setitem__(self, name: str, command: "AnyCommand") -> None:
        self._built[name] = command

    def __delitem__(self, name: str) -> None:
        del self._built[name]

    def _names(self) -> dict[str, None]:
        paths = [path for path in self._paths if path.startswith(self._path)]
        return dict.fromkeys(path.removeprefix(self._path).split()[0] for path in paths)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names() | dict.fromkeys(self._built))

    def __len__(self) -> int:
        return len(self._names() | dict.fromkeys(self._built))


def _command(name: str, path: str) -> "AnyCommand":
    module = import_module(f"bfx_help.cli.commands.{path.replace(' ', '_').replace('-', '_')}")
    alone = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings=SETTINGS,
    )
    alone.command(name, cls=Command)(module.command)
    return get_command(alone)
