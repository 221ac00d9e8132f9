"""Help in the language of the interface: typer's own would mix both."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from typer._click.exceptions import NoSuchOption, UsageError  # they have no other name
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import columns
from bfx_help.cli.start import open_desk
from bfx_help.model import Problem
from bfx_help.plain import plain, width, wrap

if TYPE_CHECKING:  # typer names the types of its own click nowhere else
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter

ARGUMENTS = "bfx-help.arguments"
"""Under this name the context keeps what was typed: help comes before options are read."""

NARROW = 60
"""With fewer columns a description stands below its name, not beside it."""

_OPTIONS_BEHIND = "Options stand behind the command: bfx-help ask --lang zh. 选项写在命令后面。"

STARTS = ("ask", "faq search", "checklist", "sos")
"""What people come for."""


@contextmanager
def _harmless_errors() -> Iterator[None]:
    """typer escapes the control characters of what was typed when it repeats it, but neither what
    hides in a text nor what turns its direction: that is done here."""
    try:
        yield
    except UsageError as error:
        error.message = plain(error.message)
        raise


class Command(TyperCommand):
    """A command whose help is ours."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read what was typed, which help wants to know too."""
        ctx.meta[ARGUMENTS] = tuple(args)
        with _harmless_errors():
            return super().parse_args(ctx, args)

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the help."""
        formatter.write("\n".join(_Help(self, ctx).lines()))


class Group(TyperGroup):
    """A group of commands whose help is ours."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read what was typed."""
        with _harmless_errors():
            try:
                return super().parse_args(ctx, args)
            except NoSuchOption as error:
                error.message = f"{error.message}. {_OPTIONS_BEHIND}"
                raise

    def list_commands(self, ctx: "Context") -> list[str]:
        """The names of the commands. typer's own way builds every one of them."""
        return list(self.commands)

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the help."""
        formatter.write("\n".join(_Help(self, ctx).lines()))


def start(ctx: "Context") -> str:
    """What `bfx-help` alone says: the few things people come for."""
    desk = _desk(ctx)
    words = {one: desk.word(f"start-{one.replace(' ', '-')}") for one in STARTS}
    rows = [_Row(f"bfx-help {one}", text) for one, text in words.items()]
    lines = [*wrap(desk.word("start"), columns()), "", *_table(rows), ""]
    return "\n".join([*lines, *wrap(desk.word("start-more"), columns())])


def content_date(ctx: "Context") -> str:
    """How new the content is, to stand behind the version; empty where it cannot be read."""
    try:
        desk = _desk(ctx)
        newest = max(one.read or "" for one in desk.content.sources.values())
    except (Problem, OSError, ValueError):
        return ""
    return f" ({desk.word('version', date=newest)})"


def _desk(ctx: "Context") -> Desk:
    """The desk, in the language that was asked for in the same line."""
    typed: tuple[str, ...] = ctx.meta.get(ARGUMENTS, ())
    lang, data = _typed(typed, "--lang"), _typed(typed, "--data")
    return open_desk(
        ctx.find_root().obj,
        lang=None if lang == "both" else lang,
        data=Path(data) if data else None,
    )


def _typed(arguments: Sequence[str], option: str) -> str | None:
    for place, argument in enumerate(arguments):
        if argument == option:
            return next(iter(arguments[place + 1 :]), None)
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return None


class _Row(NamedTuple):
    """A name with what it means."""

    name: str
    text: str


class _Help:
    """The help of one command: usage, purpose, what it takes, examples and exit codes."""

    def __init__(self, command: "AnyCommand", ctx: "Context") -> None:
        self._ctx = ctx
        self._desk = _desk(ctx)
        self._key = "-".join(ctx.command_path.split()[1:]) or "root"
        self._commands = command.list_commands(ctx) if isinstance(command, TyperGroup) else []
        parameters = command.get_params(ctx)
        self._arguments = [one for one in parameters if isinstance(one, TyperArgument)]
        self._options = [one for one in parameters if isinstance(one, TyperOption)]

    def lines(self) -> Iterator[str]:
        """The lines of the help."""
        yield from wrap(self._word("help-usage", usage=self._usage()), columns(), indent="  ")
        yield ""
        yield from wrap(self._word(f"help-{self._key}"), columns())
        yield from self._section("commands", _table([self._command(one) for one in self._commands]))
        yield from self._section("arguments", _table([self._argument(x) for x in self._arguments]))
        yield from self._section("options", _table([self._option(one) for one in self._options]))
        yield from self._section("examples", _indented(self._word(f"examples-{self._key}")))
        codes = self._own("exit-codes-{}", "exit-codes")
        yield from self._section("exit-codes", _indented(codes))

    def _section(self, name: str, lines: Sequence[str]) -> Iterator[str]:
        if lines:
            yield from ("", self._word(f"help-{name}"), *lines)

    def _word(self, key: str, **values: object) -> str:
        return self._desk.word(key, **values)

    def _own(self, own: str, general: str) -> str:
        """The text for this command alone where there is one, else the general one."""
        key = own.format(self._key)
        return self._word(key if key in self._desk.content.interface else general)

    def _usage(self) -> str:
        last = [self._metavar(one.metavar or "") for one in self._arguments]
        if self._commands:
            last = [self._word("help-usage-command")]
        return " ".join([self._ctx.command_path, self._word("help-usage-options"), *last])

    def _metavar(self, metavar: str) -> str:
        """What stands for a value, `[WORDS]` or `ID=VALUE`, in the language of the interface."""
        name = re.sub(r"\W+", "-", metavar.strip("[].")).lower()
        if f"metavar-{name}" not in self._desk.content.interface:
            return metavar  # it lists the values themselves
        return metavar.replace(metavar.strip("[]."), self._word(f"metavar-{name}"))

    def _command(self, name: str) -> _Row:
        path = name if self._key == "root" else f"{self._key}-{name}"
        return _Row(name, self._word(f"brief-{path}"))

    def _argument(self, argument: TyperArgument) -> _Row:
        text = self._own(f"argument-{{}}-{argument.name}", f"argument-{argument.name}")
        return _Row(self._metavar(argument.metavar or ""), text)

    def _option(self, option: TyperOption) -> _Row:
        names = sorted(option.opts, key=len)
        long = names[-1].removeprefix("--")
        value = f" {self._metavar(option.metavar)}" if option.metavar else ""
        text = self._own(f"option-{{}}-{long}", f"option-{long}")
        return _Row(f"{', '.join(names)}{value}", text)


def _table(rows: Sequence[_Row]) -> list[str]:
    broad = min(max((width(row.name) for row in rows), default=0), 26)
    return [line for row in rows for line in _row(row, broad)]


def _row(row: _Row, broad: int) -> list[str]:
    """A name with its meaning beside it, or below it where there is no room."""
    if width(row.name) > broad or columns() < NARROW:
        return [f"  {row.name}", *(f"    {line}" for line in wrap(row.text, columns() - 4))]
    first, *more = wrap(row.text, columns() - broad - 4)
    beside = f"  {row.name}{' ' * (broad - width(row.name))}  {first}"
    return [beside, *(f"{' ' * (broad + 4)}{line}" for line in more)]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in wrap(text, columns() - 2, indent="   ")]
