"""`verify`, `redact` and `forget`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.desk import Desk
from bfx_help.cli.options import Json, asking, at_desk


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


@partial(at_desk, keep=False)  # what is about to be deleted is not made first
@asking
def forget(desk: Desk, yes: Annotated[bool, typer.Option("--yes", "-y")] = False) -> int:
    """Show what is kept on this computer, and delete it."""
    from bfx_help.cli import forgetting

    return forgetting.forget(desk, yes)
