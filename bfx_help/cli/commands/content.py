"""The `content` commands, for those who write the content."""

from typing import Annotated

import typer

from bfx_help.cli.options import Data, Lang, Plain, desk_for


def check(ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False) -> None:
    """Everything that is wrong with the content."""
    from bfx_help.cli import authors

    raise typer.Exit(authors.check(ctx.find_root().obj, lang, data))


def graph(ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False) -> None:
    """The questionnaire and the routes as Mermaid."""
    from bfx_help.cli import authors

    authors.graph(desk_for(ctx, lang, data, plain))


def stale(
    ctx: typer.Context,
    days: Annotated[int, typer.Option("--days", metavar="N", min=0)] = 180,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Facts that were not looked at for so many days."""
    from bfx_help.cli import authors

    raise typer.Exit(authors.stale(desk_for(ctx, lang, data, plain), days))


def guide(ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False) -> None:
    """The claims of the guide, what became of them, and where each is met."""
    from bfx_help.cli import authors

    authors.guide(desk_for(ctx, lang, data, plain))
