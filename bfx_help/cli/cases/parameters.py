"""What several `case` commands take as options."""

from collections.abc import Callable
from typing import Annotated

import typer

from bfx_help.cli import completing, options
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


def as_command(work: Work) -> Callable[..., None]:
    """A command as everywhere, but it may ask."""
    return options.as_command(options.asking(work))
