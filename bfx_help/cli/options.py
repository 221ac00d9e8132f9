"""What the commands share: their options, and how a function becomes a command."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Concatenate, Literal

import typer

from bfx_help.cli import completion
from bfx_help.cli.context import Context, Emergency, open_context
from bfx_help.cli.output import CodedPage, Page, keeping, show_page

Lang = Annotated[str | None, typer.Option("--lang", metavar="en|zh|zh-Hant")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR")]
Plain = Annotated[bool, typer.Option("--plain")]
Json = Annotated[bool, typer.Option("--json")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        # As everywhere else `-` is no file.
        callback=lambda path: None if path == Path("-") else path,
    ),
]
Copy = Annotated[bool, typer.Option("--copy")]
Open = Annotated[bool, typer.Option("--open")]
NoSave = Annotated[bool, typer.Option("--no-save")]
NoInput = Annotated[bool, typer.Option("--no-input")]
Yes = Annotated[bool, typer.Option("--yes", "-y")]
Answer = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="ID=VALUE", autocompletion=completion.answers),
]
# Of the log of cases:
Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, autocompletion=completion.cases)]
When = Annotated[str | None, typer.Option("--when", metavar="TIME")]
Want = Annotated[str | None, typer.Option("--want", metavar="TEXT")]
Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")]
Topic = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", autocompletion=completion.topics)
]
ChannelId = Annotated[
    str | None, typer.Option("--channel", metavar="ID", autocompletion=completion.channels)
]
Ticket = Annotated[str | None, typer.Option("--ticket", metavar="TICKET")]
New = Annotated[str | None, typer.Option("--new", metavar="TEXT")]
Exhibits = Annotated[list[str] | None, typer.Option("--exhibit", metavar="EXHIBIT")]
Anyway = Annotated[bool, typer.Option("--anyway")]
Sent = Annotated[bool, typer.Option("--sent")]
_FORM = typer.Option("--format", metavar="FORM")
PageForm = Annotated[Literal["text", "markdown", "json"], _FORM]
SheetForm = Annotated[Literal["text", "markdown", "html", "json"], _FORM]
RequestForm = Annotated[Literal["text", "markdown", "json", "eml"], _FORM]
RequestLanguage = Annotated[str | None, typer.Option("--request-lang", metavar="en|zh|both")]


def context_for(
    ctx: typer.Context, lang: str | None, data: Path | None, plain: bool, *, keep: bool = True
) -> Context:
    """The context for a command that was given these options, behind its name or before it; without
    `keep` nothing is written."""
    root = ctx.find_root()
    lang, data = chosen(ctx, lang, data)
    plain = plain or bool(root.params.get("plain"))
    return open_context(root.obj, lang=lang, data=data, plain=plain, keep=keep, tell=True)


def chosen(
    ctx: typer.Context, lang: str | None, data: Path | None
) -> tuple[str | None, Path | None]:
    """The language and the folder that a line names, behind its command or before it."""
    before = ctx.find_root().params
    folder = data or before.get("data")  # before it stands as it was typed
    return lang or before.get("lang"), Path(folder) if folder else None


Work = Callable[Concatenate[Context, ...], int | Page | CodedPage]
"""What a command does: it returns its exit code, or the page that it shows."""


def _shown(context: Context, made: int | Page | CodedPage) -> int:
    """Show what a command made; its exit code."""
    if isinstance(made, int):
        return made
    if isinstance(made, CodedPage):
        with keeping(made.code):
            show_page(context, made.page)
        return made.code
    show_page(context, made)
    return 0


def as_command(work: Work, *, keep: bool = True) -> Callable[..., None]:
    """The command that does this work: it takes the options of `work`, and after them those that
    choose the context; without `keep`, or with `--no-save`, nothing is written to open it. `!` at
    one of its prompts leads to the emergency lane."""

    def command(
        ctx: typer.Context,
        *,
        lang: Lang = None,
        data: Data = None,
        plain: Plain = False,
        **values: Any,
    ) -> None:
        context = context_for(
            ctx, lang, data, plain, keep=keep and not values.get("no_save", False)
        )
        try:
            made = work(context, **values)
        except Emergency:
            from bfx_help.cli.ask_run import AskOptions, run
            from bfx_help.cli.result import OutputOptions

            made = run(context, AskOptions(sos=True), OutputOptions())
        raise typer.Exit(_shown(context, made))

    ctx, *context_options, _ = inspect.signature(command).parameters.values()
    _, *own = inspect.signature(work).parameters.values()
    named = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in (*own, *context_options)
    ]
    command.__signature__ = inspect.Signature([ctx, *named])  # type: ignore[attr-defined]
    command.__doc__ = work.__doc__
    return command
