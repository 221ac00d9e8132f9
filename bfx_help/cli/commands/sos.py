"""`sos`: the emergency lane of `ask`: what to do this minute, then the alert."""

from bfx_help.cli import options
from bfx_help.cli.context import Context


@options.as_command
def command(
    context: Context,
    answer: options.Answer = None,
    no_save: options.NoSave = False,
    no_input: options.NoInput = False,
    output: options.Output = None,
    copy: options.Copy = False,
    open_: options.Open = False,
    json: options.Json = False,
    request_lang: options.RequestLanguage = None,
) -> int:
    """Show the emergency card and write the alert."""
    from bfx_help.cli.ask_run import AskOptions, run
    from bfx_help.cli.result import OutputOptions

    asked = AskOptions(pairs=tuple(answer or ()), save=not no_save, input=not no_input, sos=True)
    shape = "json" if json else "text"
    wanted = OutputOptions(shape, languages=request_lang, output=output, copy=copy, open=open_)
    return run(context, asked, wanted)
