"""`verify`, `redact` and `forget`."""

from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.desk import Desk
from bfx_help.cli.options import Data, Json, Lang, Plain, at_desk, desk_for


@at_desk
def verify(
    desk: Desk,
    contact: Annotated[list[str], typer.Argument(metavar="CONTACT...")],
    json: Json = False,
) -> int:
    """Official, imitation or not listed."""
    from bfx_help.cli import tools

    return tools.verify(desk, tuple(contact), json)


@at_desk
def redact(
    desk: Desk,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None,
    json: Json = False,
) -> int:
    """A text with the secrets taken out."""
    from bfx_help.cli import tools

    return tools.redact(desk, file, json)


def forget(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Show what is kept on this computer, and delete it."""
    from bfx_help.cli import forgetting
    from bfx_help.cli.answering import Emergency
    from bfx_help.cli.cases.asks import emergency

    # What is about to be deleted is not made first.
    desk = desk_for(ctx, lang, data, plain, keep=False)
    try:
        code = forgetting.forget(desk, yes)
    except Emergency:
        code = emergency(desk)
    raise typer.Exit(code)
