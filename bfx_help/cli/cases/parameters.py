"""What several `case` commands take, and the desk that all of them work at."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from bfx_help.cli import completing, options
from bfx_help.cli.desk import Desk
from bfx_help.cli.options import Work

Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, autocompletion=completing.cases)]
When = Annotated[str | None, typer.Option("--when", metavar="TIME")]
Want = Annotated[str | None, typer.Option("--want", metavar="TEXT")]
Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")]
Topic = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", autocompletion=completing.topics)
]
ChannelId = Annotated[
    str | None, typer.Option("--channel", metavar="ID", autocompletion=completing.channels)
]
Ticket = Annotated[str | None, typer.Option("--ticket", metavar="TICKET")]


def at_desk(work: Work) -> Callable[..., None]:
    """A command as everywhere, but `!` at one of its prompts leads to the emergency lane."""

    @wraps(work)
    def guarded(desk: Desk, **given: Any) -> int:
        from bfx_help.cli.answering import Emergency
        from bfx_help.cli.cases.asks import emergency

        try:
            return work(desk, **given)
        except Emergency:
            return emergency(desk)

    return options.at_desk(guarded)
