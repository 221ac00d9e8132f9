"""`content check`: everything that is wrong with a folder, as `file:line: message`."""

from collections.abc import Iterator

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
    found = found or tuple(_without_help(root.command))
    if found or not checked:
        with keeping(1):
            write("\n".join(found))
        raise typer.Exit(1)
    context = Context(settings, checked)
    for warning in context.content.warnings:
        write(warning)
    facts, entries = len(context.content.facts), len(context.content.faq)
    write(context.word("content-fine", facts=facts, entries=entries))


def _without_help(program: object) -> Iterator[str]:
    """What the help of the commands says and `data/interface/` does not, which no folder can."""
    if isinstance(program, CommandGroup):
        for name in sorted({*missing_words(program, content.shipped().interface)}):
            yield f"{content.bundled() / 'interface'}:1: missing text {name}"
