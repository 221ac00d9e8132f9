"""Help in the language of the interface: typer's own would mix both."""

from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from bfx_help.plain import width, wrap

Words = Callable[[str], str | None]
"""Gives a text of the interface by key, in the language of the run."""


def _words(ctx: Any) -> Words:
    from bfx_help.cli.start import open_desk

    desk = open_desk(ctx.find_root().obj)
    return lambda key: desk(desk.content.interface[key]) if key in desk.content.interface else None


def _command_key(ctx: Any) -> str:
    return "-".join(ctx.command_path.split()[1:]) or "root"


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Usage, purpose, commands, arguments and options, examples and exit codes."""
    words, key = _words(ctx), _command_key(ctx)
    usage = f"{ctx.command_path} {' '.join(_pieces(command, ctx))}"
    formatter.write(f"{words('help-usage')}{usage}\n\n")
    for line in wrap(words(f"help-{key}") or "", _columns()):
        formatter.write(f"{line}\n")
    commands = [
        (name, words(f"brief-{key}-{name}" if key != "root" else f"brief-{name}") or "")
        for name in _subcommands(command, ctx)
    ]
    _table(formatter, words("help-commands") or "", commands)
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    _table(
        formatter,
        words("help-arguments") or "",
        [(one.make_metavar(ctx=ctx), words(f"argument-{one.name}") or "") for one in arguments],
    )
    options = [one for one in command.params if one.param_type_name == "option"]
    _table(formatter, words("help-options") or "", [_option(one, ctx, words) for one in options])
    for title, text in (
        ("help-examples", words(f"examples-{key}")),
        ("help-exit-codes", words(f"exit-codes-{key}") or words("exit-codes")),
    ):
        if text:
            formatter.write(f"\n{words(title)}\n")
            formatter.write("".join(f"  {line}\n" for line in text.splitlines()))


def _subcommands(command: Any, ctx: Any) -> list[str]:
    return list(command.list_commands(ctx)) if hasattr(command, "list_commands") else []


def _pieces(command: Any, ctx: Any) -> list[str]:
    arguments = [
        one.make_metavar(ctx=ctx) for one in command.params if one.param_type_name == "argument"
    ]
    commands = ["COMMAND"] if hasattr(command, "list_commands") else []
    return [*commands, "[...]", *arguments] if commands else ["[--...]", *arguments]


def _option(option: Any, ctx: Any, words: Words) -> tuple[str, str]:
    names = ", ".join(option.opts)
    value = "" if option.is_flag else f" {option.make_metavar(ctx=ctx)}"
    return f"{names}{value}", words(f"option-{option.name.replace('_', '-')}") or ""


def _columns() -> int:
    import shutil

    return max(20, min(shutil.get_terminal_size().columns - 1, 100))


def _table(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    formatter.write(f"\n{title}\n")
    broad = min(max(width(left) for left, _ in rows), 26)
    for left, right in rows:
        _row(formatter, left, right, broad)


def _row(formatter: Any, left: str, right: str, broad: int) -> None:
    beside = max(_columns() - broad - 4, 20)
    lines = wrap(right, beside) or ("",)
    if width(left) > broad or _columns() < 60:
        formatter.write(f"  {left}\n")
        formatter.write("".join(f"      {line}\n" for line in wrap(right, _columns() - 6)))
        return
    formatter.write(f"  {left}{' ' * (broad - width(left))}  {lines[0]}\n")
    formatter.write("".join(f"  {' ' * broad}  {line}\n" for line in lines[1:]))


class Command(TyperCommand):
    """A command whose help is ours."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        write_help(self, ctx, formatter)


class Group(TyperGroup):
    """A group of commands whose help is ours."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        write_help(self, ctx, formatter)
