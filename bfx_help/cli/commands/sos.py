"""`sos`: the emergency lane of `ask`: what to do this minute, then the alert."""

from typing import Annotated

import typer

from bfx_help.cli.options import (
    Answer,
    Copy,
    Data,
    Json,
    Lang,
    Open,
    Output,
    Plain,
    RequestLanguage,
    context_for,
)


def command(
    ctx: typer.Context,
    answer: Answer = None,
    no_save: Annotated[bool, typer.Option("--no-save")] = False,
    no_input: Annotated[bool, typer.Option("--no-input")] = False,
    output: Output = None,
    copy: Copy = False,
    open_: Open = False,
    json: Json = False,
    request_lang: RequestLanguage = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Show the emergency card and write the alert."""
    from bfx_help.cli.ask_run import AskOptions, run
    from bfx_help.cli.result import OutputOptions

    context = context_for(ctx, lang, data, plain, keep=not no_save)
    asked = AskOptions(pairs=tuple(answer or ()), save=not no_save, input=not no_input, sos=True)
    shape = "json" if json else "text"
    wanted = OutputOptions(shape, languages=request_lang, output=output, copy=copy, open=open_)
    raise typer.Exit(run(context, asked, wanted))
