"""`content check`: everything that is wrong with a folder, as `file:line: message`."""

import typer

from bfx_help import content
from bfx_help.cli.context import Context
from bfx_help.cli.help_text import CommandGroup, missing_words
from bfx_help.cli.options import Data, Lang, Plain, chosen
from bfx_help.cli.output import keeping, write
from bfx_help.cli.settings import read_settings


def command(ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False) -> None:
    """Name everything that is wrong with the content; exit code 1 if there is anything."""
    root = ctx.find_root()
    lang, data = chosen(ctx, lang, data)
    settings = read_settings(lang=lang, data=data, now=root.obj)
    checked, found = content.examine(settings.data, settings.now.date())
    if not found and isinstance(root.command, CommandGroup):  # what no folder can lack
        words = sorted({*missing_words(root.command, content.shipped().interface)})
        found = tuple(f"{content.bundled() / 'interface'}:1: missing text {name}" for name in words)
    if found or not checked:
        with keeping(1):
            write("\n".join(found))
        raise typer.Exit(1)
    context = Context(settings, checked)
    for warning in context.content.warnings:
        write(warning)
    facts, entries = len(context.content.facts), len(context.content.faq)
    write(context.word("content-fine", facts=facts, entries=entries))
