"""What several `case` commands take, and how they end."""

from collections.abc import Callable
from typing import Annotated

import typer

from bfx_help.cli.desk import Desk

Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1)]
When = Annotated[str | None, typer.Option("--when", metavar="TIME")]
Want = Annotated[str | None, typer.Option("--want", metavar="TEXT")]


def done(desk: Desk, work: Callable[[], int]) -> typer.Exit:
    """Do the work of a command; `!` at a prompt leads to the emergency lane."""
    from bfx_help.cli.cases.asks import Emergency, emergency

    try:
        return typer.Exit(work())
    except Emergency:
        return typer.Exit(emergency(desk))
