"""Says what is wrong with a command line in the language of the interface: typer speaks English."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from typer._click.exceptions import (  # they have no other name
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.helping import typed_option
from bfx_help.cli.start import open_desk
from bfx_help.model import Problem
from bfx_help.plain import plain


def in_words(error: ClickException, arguments: Sequence[str], now: datetime | None) -> Problem:
    """The error as one of ours, which says what is right."""
    lang, data = typed_option(arguments, "--lang"), typed_option(arguments, "--data")
    try:
        desk = open_desk(
            now, lang=None if lang == "both" else lang, data=Path(data) if data else None
        )
    except (Problem, OSError):
        return Usage(plain(error.format_message()))
    context = error.ctx if isinstance(error, UsageError) else None
    path = context.command_path if context else "bfx-help"
    return Usage(f"{_said(desk, error)}\n{desk.word('usage-help', command=path)}")


def is_bare_group(error: ClickException) -> bool:
    """Whether a group of commands was typed alone: then its help is the answer."""
    return isinstance(error, NoArgsIsHelpError)


def _said(desk: Desk, error: ClickException) -> str:
    if isinstance(error, NoSuchOption):
        said = desk.word("usage-no-option", name=plain(error.option_name[:60], ""))
        near = desk.did_you_mean(error.option_name, error.possibilities or ())
        return f"{said} {near}".strip()
    if isinstance(error, MissingParameter):
        return desk.word("usage-missing", name=_name(error))
    if isinstance(error, BadParameter):
        choices = [str(name) for name in getattr(getattr(error.param, "type", None), "choices", ())]
        if choices:
            allowed = desk.listed(choices)
            return desk.word("usage-choice", name=_name(error), allowed=allowed)
        return desk.word("usage-value", name=_name(error))
    if isinstance(error, BadOptionUsage):
        return desk.word("usage-no-value", name=error.option_name)
    return plain(error.format_message())


def _name(error: BadParameter) -> str:
    """An option as it is typed, or what stands for an argument."""
    if error.param is None:
        return ""
    options = [name for name in error.param.opts if name.startswith("-")]
    return max(options, key=len) if options else (error.param.metavar or "").strip("[].")
