"""`sos`: the emergency lane of `ask`: what to do this minute, then the alert."""

from bfx_help.cli.context import Context
from bfx_help.cli.options import (
    Answer,
    Copy,
    Json,
    NoInput,
    NoSave,
    Open,
    Output,
    RequestLanguage,
    as_command,
)


@as_command
def command(
    context: Context,
    answer: Answer = None,
    no_save: NoSave = False,
    no_input: NoInput = False,
    output: Output = None,
    copy: Copy = False,
    open_: Open = False,
    json: Json = False,
    request_lang: RequestLanguage = None,
) -> int:
    """Show the emergency card and write the alert."""
    from bfx_help.cli.ask_run import AskOptions, run
    from bfx_help.cli.result import OutputOptions

    asked = AskOptions(pairs=tuple(answer or ()), save=not no_save, input=not no_input, sos=True)
    shape = "json" if json else "text"
    wanted = OutputOptions(shape, languages=request_lang, output=output, copy=copy, open=open_)
    return run(context, asked, wanted)
