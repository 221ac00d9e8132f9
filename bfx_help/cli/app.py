"""The program: which commands there are, and what it says without one."""

from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command

from bfx_help.cli.help_text import CommandGroup, context_of, start
from bfx_help.cli.options import Data, Lang, Plain, context_for
from bfx_help.cli.output import is_attended
from bfx_help.cli.tree import SETTINGS, Commands
from bfx_help.cli.version import version_line

COMMANDS = (
    "ask",
    "sos",
    "checklist",
    "channels",
    "template",
    "faq search",
    "faq list",
    "faq show",
    "verify",
    "redact",
    "case list",
    "case show",
    "case add",
    "case note",
    "case follow-up",
    "case escalate",
    "case rate",
    "case evidence add",
    "case evidence list",
    "case export",
    "case check",
    "case stats",
    "case close",
    "case purge",
    "content check",
    "content graph",
    "content stale",
    "content guide",
    "content new",
    "content schema",
    "forget",
    "help",
)
"""Every command as it is typed; the function `command` of a module of `bfx_help.cli.commands` does
it, and the module has its name: `case_evidence_add`. The words of its help are in `data/interface/`
(`brief-`, `help-` and `examples-` with its name)."""

_app = typer.Typer(
    cls=CommandGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


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

            options = [*(["--lang", lang] if lang else []), *(["--plain"] if plain else [])]
            options += ["--data", str(data)] if data else []
            raise typer.Exit(begin(context_for(ctx, lang, data, plain), options, ctx.obj))
        typer.echo(start(ctx))


def program() -> TyperGroup:
    """The program with all its commands."""
    group = get_command(_app)
    if not isinstance(group, TyperGroup):
        raise TypeError
    group.commands = Commands(COMMANDS)
    return group
