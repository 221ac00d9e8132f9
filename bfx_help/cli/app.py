"""The program: which commands there are; only the branch that was called for is built."""

from collections.abc import Mapping
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.main import get_command

from bfx_help.cli.context import version_line
from bfx_help.cli.help_text import ARGUMENTS, Build, Command, CommandGroup, context_of, start
from bfx_help.cli.options import Data, Lang, Plain, context_for
from bfx_help.cli.output import is_attended

if TYPE_CHECKING:  # typer names the types of its own click nowhere else
    from typer._click import Command as AnyCommand

COMMANDS = (
    *("ask", "sos", "checklist", "channels", "template"),
    *("faq search", "faq list", "faq show", "verify", "redact"),
    *("case list", "case show", "case add", "case note", "case follow-up", "case escalate"),
    *("case rate", "case evidence add", "case evidence list", "case export", "case check"),
    *("case stats", "case close", "case purge"),
    *("content check", "content graph", "content stale", "content guide", "content new"),
    *("content schema", "forget", "help"),
)
"""Every command as it is typed; the function `command` of a module of `bfx_help.cli.commands` does
it, and the module has its name: `case_evidence_add`. The words of its help are in `data/interface/`
(`brief-`, `help-` and `examples-` with its name)."""

SETTINGS = {"help_option_names": ["-h", "--help"]}

_TYPER = partial(
    typer.Typer, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=SETTINGS
)
_app = _TYPER(cls=CommandGroup)


@_app.callback(invoke_without_command=True, cls=CommandGroup)
def _root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V")] = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Say the version, or what there is where no command is given."""
    if version:
        typer.echo(version_line(lambda: context_of(ctx)))
    elif ctx.invoked_subcommand is None:
        if is_attended():
            from bfx_help.cli.start_list import begin

            context = context_for(ctx, lang, data, plain)
            raise typer.Exit(begin(context, ctx.meta[ARGUMENTS], ctx.obj))
        typer.echo(start(ctx))


@cache
def program() -> CommandGroup:
    """The program with all its commands, which are the same for every line of a process."""
    group = get_command(_app)
    if not isinstance(group, CommandGroup):
        raise TypeError
    group.below = _below("")
    return group


def _below(path: str) -> Mapping[str, Build]:
    """The commands below a path by name."""
    paths = (command.removeprefix(path) for command in COMMANDS if command.startswith(path))
    names = dict.fromkeys(rest.split()[0] for rest in paths)
    return {name: cache(partial(_built, name, f"{path}{name}")) for name in names}


def _built(name: str, path: str) -> "AnyCommand":
    if path not in COMMANDS:
        group = CommandGroup(
            name=name, no_args_is_help=True, rich_markup_mode=None, context_settings=SETTINGS
        )
        group.below = _below(f"{path} ")
        return group
    module = import_module(f"bfx_help.cli.commands.{path.replace(' ', '_').replace('-', '_')}")
    alone = _TYPER(add_completion=False)
    alone.command(name, cls=Command)(module.command)
    return get_command(alone)
