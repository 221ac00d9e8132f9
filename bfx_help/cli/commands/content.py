"""The `content` commands, for those who write the content."""

from typing import Annotated

import typer

from bfx_help.cli.context import STALE_AFTER, Context
from bfx_help.cli.options import Data, Json, Lang, Plain, as_command


def check(ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False) -> None:
    """Everything that is wrong with the content."""
    from bfx_help.cli import content

    root = ctx.find_root()
    lang, data = lang or root.params.get("lang"), data or root.params.get("data")
    raise typer.Exit(content.check(root.obj, lang, data))


@as_command
def graph(context: Context) -> int:
    """The questionnaire and the routes as Mermaid."""
    from bfx_help.cli import content

    return content.graph(context)


@as_command
def stale(
    context: Context,
    days: Annotated[int, typer.Option("--days", metavar="N", min=0)] = STALE_AFTER,
    json: Json = False,
) -> int:
    """Facts that were not looked at for so many days."""
    from bfx_help.cli import content

    return content.stale(context, days, json)


@as_command
def guide(context: Context) -> int:
    """The claims of the guide, what became of them, and where each is met."""
    from bfx_help.cli import content

    return content.guide(context)


@as_command
def new(context: Context, situation: Annotated[str, typer.Argument(metavar="TOPIC.STATE")]) -> int:
    """Write a new situation, to be filled in."""
    from bfx_help.cli import content

    return content.new(context, situation)


@as_command
def schema(context: Context) -> int:
    """The JSON Schema of each kind of file."""
    from bfx_help.cli import content

    return content.schema()
