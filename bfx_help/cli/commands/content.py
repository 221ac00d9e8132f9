"""The `content` commands, for those who write the content."""

from typing import Annotated

import typer

from bfx_help.cli.desk import STALE_AFTER, Desk
from bfx_help.cli.options import Data, Json, Lang, Plain, at_desk


def check(ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False) -> None:
    """Everything that is wrong with the content."""
    from bfx_help.cli import content

    root = ctx.find_root()
    lang, data = lang or root.params.get("lang"), data or root.params.get("data")
    raise typer.Exit(content.check(root.obj, lang, data))


@at_desk
def graph(desk: Desk) -> int:
    """The questionnaire and the routes as Mermaid."""
    from bfx_help.cli import content

    return content.graph(desk)


@at_desk
def stale(
    desk: Desk,
    days: Annotated[int, typer.Option("--days", metavar="N", min=0)] = STALE_AFTER,
    json: Json = False,
) -> int:
    """Facts that were not looked at for so many days."""
    from bfx_help.cli import content

    return content.stale(desk, days, json)


@at_desk
def guide(desk: Desk) -> int:
    """The claims of the guide, what became of them, and where each is met."""
    from bfx_help.cli import content

    return content.guide(desk)
