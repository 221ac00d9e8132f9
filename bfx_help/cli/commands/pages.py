"""`checklist`, `channels` and `template`: pages to read or print."""

from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.context import Context
from bfx_help.cli.options import (
    Data,
    Json,
    Output,
    Plain,
    RequestLanguage,
    SheetForm,
    SheetFormat,
    as_command,
    context_for,
)


def checklist(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completing.checklists)
    ] = None,
    form: SheetForm = SheetFormat.TEXT,
    json: Json = False,
    output: Output = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|zh|zh-Hant|both")] = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """What to prepare."""
    from bfx_help.cli import checklist as sheet
    from bfx_help.cli.output import deliver

    both = lang == "both"
    context = context_for(ctx, None if both else lang, data, plain)
    shape = SheetFormat.JSON if json else form
    raise typer.Exit(deliver(context, sheet.checklist(context, topic, shape, both), output))


@as_command
def channels(
    context: Context,
    channel: Annotated[
        str | None, typer.Argument(metavar="[ID]", autocompletion=completing.channels)
    ] = None,
    json: Json = False,
) -> int:
    """Every way to reach support, and those that do not exist."""
    from bfx_help.cli.channels import show_channels

    return show_channels(context, channel, json)


@as_command
def template(
    context: Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", autocompletion=completing.topics)],
    request_lang: RequestLanguage = None,
    json: Json = False,
) -> int:
    """The blank request of a topic."""
    from bfx_help.cli.result import languages_for
    from bfx_help.cli.template import show_template

    return show_template(context, topic, languages_for(request_lang, context.language), json)
