"""Says what is wrong with a command line in the language of the interface: typer speaks English."""

from collections.abc import Sequence
from datetime import datetime

from typer._click import exceptions

from bfx_help.cli.context import Context
from bfx_help.cli.help_text import context_typed
from bfx_help.model import Problem, UsageProblem
from bfx_help.plain import plain


def in_words(
    error: exceptions.ClickException, arguments: Sequence[str], now: datetime | None
) -> Problem:
    """The error as one of ours, which says what is right."""
    try:
        context = context_typed(arguments, now)
    except (Problem, OSError):
        return UsageProblem(plain(error.format_message()))
    ctx = error.ctx if isinstance(error, exceptions.UsageError) else None
    path = ctx.command_path if ctx else "bfx-help"
    return UsageProblem(f"{_said(context, error)}\n{context.word('usage-help', command=path)}")


def _said(context: Context, error: exceptions.ClickException) -> str:
    if isinstance(error, exceptions.NoSuchOption):
        said = context.word("usage-no-option", name=plain(error.option_name[:60], ""))
        near = context.did_you_mean(error.option_name, error.possibilities or ())
        return f"{said} {near}".strip()
    if isinstance(error, exceptions.MissingParameter):
        return context.word("usage-missing", name=_name(error))
    if isinstance(error, exceptions.BadParameter):
        choices = [str(name) for name in getattr(getattr(error.param, "type", None), "choices", ())]
        if choices:
            allowed = context.listed(choices)
            return context.word("usage-choice", name=_name(error), allowed=allowed)
        return context.word("usage-value", name=_name(error))
    if isinstance(error, exceptions.BadOptionUsage):
        return context.word("usage-no-value", name=error.option_name)
    return plain(error.format_message())


def _name(error: exceptions.BadParameter) -> str:
    """An option as it is typed, or what stands for an argument."""
    if error.param is None:
        return ""
    options = [name for name in error.param.opts if name.startswith("-")]
    return max(options, key=len) if options else (error.param.metavar or "").strip("[].")
