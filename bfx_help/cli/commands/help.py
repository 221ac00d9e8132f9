"""`help`: the manual."""

from typing import Annotated

import typer

from bfx_help.cli.options import Data, Lang, Plain, context_for


def help_(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[PAGE]")] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """The help of a command, or a page of the manual."""
    from bfx_help.cli.manual import show_help

    context = context_for(ctx, lang, data, plain)
    raise typer.Exit(show_help(context, words or (), ctx.find_root().obj))
