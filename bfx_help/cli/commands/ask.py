"""`ask`: the conversation that leads from the first words to an answer and a letter."""

from enum import StrEnum
from typing import Annotated

import typer

from bfx_help.cli import options
from bfx_help.cli.context import Context


class TextName(StrEnum):
    """The texts that can be asked for by name: typer takes no list of literals."""

    CHAT = "chat"
    PUBLIC = "public"
    TICKET = "ticket"
    EMAIL = "email"
    FOLLOW_UP = "follow-up"
    OTHER_PARTY = "other-party"
    POLICE = "police"
    ALL = "all"


@options.as_command
def command(
    context: Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    answer: options.Answer = None,
    answers: Annotated[str | None, typer.Option("--answers", metavar="FILE")] = None,
    resume: Annotated[bool, typer.Option("--resume")] = False,
    last: Annotated[bool, typer.Option("--last")] = False,
    no_save: options.NoSave = False,
    no_input: options.NoInput = False,
    text: Annotated[list[TextName] | None, typer.Option("--text", metavar="KIND")] = None,
    form: options.RequestForm = "text",
    json: options.Json = False,
    output: options.Output = None,
    copy: options.Copy = False,
    open_: options.Open = False,
    why: Annotated[bool, typer.Option("--why")] = False,
    request_lang: options.RequestLanguage = None,
) -> int:
    """Find the channel and write the request."""
    from bfx_help.cli.ask_run import AskOptions, run
    from bfx_help.cli.result import OutputOptions

    shape, said, pairs = "json" if json else form, " ".join(words or ()), tuple(answer or ())
    asked = AskOptions(said, pairs, answers, resume, last, not no_save, not no_input)
    wanted = OutputOptions(shape, tuple(text or ()), request_lang, output, copy, why, open_)
    return run(context, asked, wanted)
