"""`verify`, `redact` and `forget`."""

from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.options import Data, Json, Lang, Plain, desk_for


def verify(
    ctx: typer.Context,
    contact: Annotated[list[str], typer.Argument(metavar="CONTACT...")],
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Official, imitation or not listed."""
    from bfx_help.cli import tools

    raise typer.Exit(tools.verify(desk_for(ctx, lang, data, plain), tuple(contact), json))


def redact(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """A text with the secrets taken out."""
    from bfx_help.cli import tools

    raise typer.Exit(tools.redact(desk_for(ctx, lang, data, plain), file, json))


def forget(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Show what is kept on this computer, and delete it."""
    from bfx_help.cli import forgetting

    # What is about to be deleted is not made first.
    desk = desk_for(ctx, lang, data, plain, keep=False)
    raise typer.Exit(forgetting.forget(desk, yes))
