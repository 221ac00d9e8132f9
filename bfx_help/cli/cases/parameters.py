"""What several `case` commands take, and the desk that all of them work at."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Concatenate

import typer

from bfx_help.cli.desk import Desk
from bfx_help.cli.options import Data, Lang, Plain, desk_for

Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1)]
When = Annotated[str | None, typer.Option("--when", metavar="TIME")]
Want = Annotated[str | None, typer.Option("--want", metavar="TEXT")]
Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")]
Topic = Annotated[str | None, typer.Option("--topic", metavar="TOPIC")]
ChannelId = Annotated[str | None, typer.Option("--channel", metavar="ID")]
Ticket = Annotated[str | None, typer.Option("--ticket", metavar="TICKET")]


def at_desk(work: Callable[Concatenate[Desk, ...], int]) -> Callable[..., None]:
    """A command of what is done at a desk: it takes the options of `work`, and after them those
    that say which desk. `!` at one of its prompts leads to the emergency lane."""

    def command(
        ctx: typer.Context,
        *,
        lang: Lang = None,
        data: Data = None,
        plain: Plain = False,
        **given: Any,
    ) -> None:
        from bfx_help.cli.cases.asks import Emergency, emergency

        desk = desk_for(ctx, lang, data, plain)
        try:
            code = work(desk, **given)
        except Emergency:
            code = emergency(desk)
        raise typer.Exit(code)

    ctx, *desk_options, _ = inspect.signature(command).parameters.values()
    _, *own = inspect.signature(work).parameters.values()
    named = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*own, *desk_options)]
    command.__signature__ = inspect.Signature([ctx, *named])  # type: ignore[attr-defined]
    command.__doc__ = work.__doc__
    return command
