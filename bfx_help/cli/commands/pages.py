"""`checklist`, `channels` and `template`: pages to read or print."""

from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.options import (
    Data,
    Json,
    Lang,
    Output,
    Plain,
    RequestLanguage,
    SheetForm,
    SheetFormat,
    desk_for,
)


def checklist(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completing.checklists)
    ] = None,
    form: SheetForm = SheetFormat.TEXT,
    output: Output = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|zh|zh-Hant|both")] = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """What to prepare."""
    from bfx_help.cli import checklist as sheet
    from bfx_help.cli.output import deliver

    both = lang == "both"
    desk = desk_for(ctx, None if both else lang, data, plain)
    code = deliver(desk, sheet.checklist(desk, topic, form, both), output)
    raise typer.Exit(code)


def channels(
    ctx: typer.Context,
    channel: Annotated[
        str | None, typer.Argument(metavar="[ID]", autocompletion=completing.channels)
    ] = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Every way to reach support, and those that do not exist."""
    from bfx_help.cli import pages
    from bfx_help.cli.output import show

    desk = desk_for(ctx, lang, data, plain)
    show(desk, pages.channels(desk, channel, json))


def template(
    ctx: typer.Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", autocompletion=completing.topics)],
    request_lang: RequestLanguage = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """The blank request of a topic."""
    from bfx_help.cli import pages
    from bfx_help.cli.output import show
    from bfx_help.cli.texts import languages_for

    desk = desk_for(ctx, lang, data, plain)
    show(desk, pages.template(desk, topic, languages_for(request_lang, desk.language)))
