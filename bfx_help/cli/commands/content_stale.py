"""`content stale`: the facts that nobody has looked at for some days."""

from typing import Annotated

import typer

from bfx_help.cli.context import STALE_AFTER, Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.output import CodedPage, as_json
from bfx_help.content.guide import stale


@as_command
def command(
    context: Context,
    days: Annotated[int, typer.Option("--days", metavar="N", min=0)] = STALE_AFTER,
    json: Json = False,
) -> CodedPage:
    """List the facts not looked at for so many days; exit code 3 if there are any."""
    found = stale(context.content, days, context.now.date())
    code = 3 if found else 0
    if json:
        facts = [{"id": name, "read": read} for name, read in found]
        return CodedPage(code, as_json({"days": days, "facts": facts}))
    lines = [f"{name}  {read or context.word('never-read')}" for name, read in found]
    return CodedPage(code, "\n".join(lines) or context.word("content-fresh", days=days))
