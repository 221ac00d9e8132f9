"""The program: which commands there are, and what it says without one."""

from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command

from bfx_help import __version__
from bfx_help.cli.helping import CommandGroup, content_date, start
from bfx_help.cli.options import Data, Lang, Plain, context_for
from bfx_help.cli.output import is_attended
from bfx_help.cli.tree import SETTINGS, Commands

COMMANDS = {
    "ask": "commands.ask:ask",
    "sos": "commands.ask:sos",
    "checklist": "commands.pages:checklist",
    "channels": "commands.pages:channels",
    "template": "commands.pages:template",
    "faq search": "commands.faq:search",
    "faq list": "commands.faq:list_",
    "faq show": "commands.faq:show",
    "verify": "commands.tools:verify",
    "redact": "commands.tools:redact",
    "case list": "cases.app:case_list",
    "case show": "cases.app:case_show",
    "case add": "cases.app:case_add",
    "case note": "cases.app:case_note",
    "case follow-up": "cases.app:case_follow_up",
    "case escalate": "cases.app:case_escalate",
    "case rate": "cases.app_after:case_rate",
    "case evidence add": "cases.app_after:case_evidence_add",
    "case evidence list": "cases.app_after:case_evidence_list",
    "case export": "cases.app_after:case_export",
    "case check": "cases.app_after:case_check",
    "case stats": "cases.app_after:case_stats",
    "case close": "cases.app_after:case_close",
    "case purge": "cases.app_after:case_purge",
    "content check": "commands.content:check",
    "content graph": "commands.content:graph",
    "content stale": "commands.content:stale",
    "content guide": "commands.content:guide",
    "content new": "commands.content:new",
    "content schema": "commands.content:schema",
    "forget": "commands.tools:forget",
    "help": "commands.help:help_",
}
"""Every command as it is typed, with the module and the function it calls. A new command is one
more line here: nothing else registers it."""

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
        typer.echo(f"bfx-help {__version__}{content_date(ctx)}")
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
