"""`ask` and `sos`: the conversations that lead to a request."""

from enum import StrEnum
from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.options import (
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

Answer = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="ID=VALUE", autocompletion=completing.answers),
]


class AskFormat(StrEnum):
    """The forms of a request."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    EML = "eml"


class TextName(StrEnum):
    """The texts that can be asked for by name."""

    CHAT = "chat"
    PUBLIC = "public"
    TICKET = "ticket"
    EMAIL = "email"
    FOLLOW_UP = "follow-up"
    OTHER_PARTY = "other-party"
    POLICE = "police"
    ALL = "all"


# As long as its list of options, which typer reads from the signature.
def ask(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    answer: Answer = None,
    answers: Annotated[str | None, typer.Option("--answers", metavar="FILE")] = None,
    resume: Annotated[bool, typer.Option("--resume")] = False,
    last: Annotated[bool, typer.Option("--last")] = False,
    no_save: Annotated[bool, typer.Option("--no-save")] = False,
    no_input: Annotated[bool, typer.Option("--no-input")] = False,
    text: Annotated[list[TextName] | None, typer.Option("--text", metavar="KIND")] = None,
    form: Annotated[AskFormat, typer.Option("--format", metavar="FORM")] = AskFormat.TEXT,
    json: Json = False,
    output: Output = None,
    copy: Copy = False,
    open_: Open = False,
    why: Annotated[bool, typer.Option("--why")] = False,
    request_lang: RequestLanguage = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Find the channel and write the request."""
    from bfx_help.cli import ask as asking
    from bfx_help.cli.result import OutputOptions

    context = context_for(ctx, lang, data, plain, keep=not no_save)
    options = asking.AskOptions(
        words=" ".join(words or ()),
        pairs=tuple(answer or ()),
        answers=answers,
        resume=resume,
        last=last,
        save=not no_save,
        input=not no_input,
    )
    output_options = OutputOptions(
        "json" if json else form.value,
        tuple(text or ()),
        request_lang,
        output,
        copy,
        why,
        open_,
    )
    raise typer.Exit(asking.run(context, options, output_options))


def sos(
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
    """The emergency lane."""
    from bfx_help.cli import ask as asking
    from bfx_help.cli.result import OutputOptions

    context = context_for(ctx, lang, data, plain, keep=not no_save)
    options = asking.AskOptions(
        pairs=tuple(answer or ()), save=not no_save, input=not no_input, sos=True
    )
    output_options = OutputOptions(
        "json" if json else "text",
        (),
        request_lang,
        output,
        copy,
        False,
        open_,
    )
    raise typer.Exit(asking.run(context, options, output_options))
