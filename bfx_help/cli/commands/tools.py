"""`verify`, `redact` and `forget`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command, asking


@as_command
def verify(
    context: Context,
    contact: Annotated[list[str], typer.Argument(metavar="CONTACT...")],
    json: Json = False,
) -> int:
    """Official, imitation or not listed."""
    from bfx_help.cli import tools

    return tools.verify(context, tuple(contact), json)


@as_command
def redact(
    context: Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None,
    json: Json = False,
) -> int:
    """A text with the secrets taken out."""
    from bfx_help.cli import tools

    return tools.redact(context, file, json)


@partial(as_command, keep=False)  # what is about to be deleted is not made first
@asking
def forget(context: Context, yes: Annotated[bool, typer.Option("--yes", "-y")] = False) -> int:
    """Show what is kept on this computer, and delete it."""
    from bfx_help.cli import forgetting

    return forgetting.forget(context, yes)
