"""`content new`: writes a new situation into the folder of its topic, to be filled in."""

from typing import Annotated

import typer

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import write
from bfx_help.content.folder import bundled
from bfx_help.content.skeleton import file_for, is_name, skeleton
from bfx_help.files import reason_of
from bfx_help.model import Problem, UsageProblem


@as_command
def command(
    context: Context, situation: Annotated[str, typer.Argument(metavar="TOPIC.STATE")]
) -> int:
    """Write a new situation. Raises `UsageProblem`, or `Problem` if the file cannot be written."""
    path = file_for(context.settings.data or bundled(), situation)
    if not is_name(situation):
        raise UsageProblem(context.word("content-new-name"))
    if not path.parent.is_dir():
        raise context.unknown(situation.partition(".")[0], context.content.topics, "no-topic")
    if situation in context.content.situations:
        raise Problem(context.word("content-new-there", name=situation))
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(situation))
    except OSError as error:
        raise Problem(context.word("not-saved-to", path=path, reason=reason_of(error))) from None
    write(context.word("content-new-done", path=path))
    return 0
