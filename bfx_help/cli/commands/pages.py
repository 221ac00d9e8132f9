"""`checklist`, `channels` and `template`: pages to read or print."""

from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.options import (
    Data,
    Form,
    Json,
    Lang,
    PageFormat,
    Plain,
    RequestLanguage,
    desk_for,
)


def checklist(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completing.checklists)
    ] = None,
    form: Form = PageFormat.TEXT,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|zh|both")] = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """What to prepare."""
    from bfx_help.cli import pages

    both = lang == "both"
    desk = desk_for(ctx, None if both else lang, data, plain)
    pages.write(pages.checklist(desk, topic, form, both))


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

    desk = desk_for(ctx, lang, data, plain)
    pages.write(pages.channels(desk, channel, json))


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
    from bfx_help.cli.outcome import languages_for

    desk = desk_for(ctx, lang, data, plain)
    pages.write(pages.template(desk, topic, languages_for(request_lang, desk.language)))
