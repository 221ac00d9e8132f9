"""Help in the language of the interface: typer's own would mix both."""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from bfx_help.cli.context import Context, open_context
from bfx_help.cli.output import columns, is_styled
from bfx_help.model import Tone
from bfx_help.plain import width, wrap
from bfx_help.styles import styled

if TYPE_CHECKING:  # typer names the types of its own click nowhere else
    from typer._click import Command as AnyCommand
    from typer._click import Context as ClickContext
    from typer._click import HelpFormatter

ARGUMENTS = "bfx-help.arguments"
"""Under this name the context keeps what was typed: help comes before options are read."""

NARROW = 60  # with fewer columns a description stands below its name, not beside it

SECTIONS = ("commands", "arguments", "options", "examples", "exit-codes")
"""The headings of a page of help."""

OWN = ("brief", "help", "examples")  # what each command has words of its own for

STARTS = ("ask", "faq search", "checklist", "sos")  # what people come for


class Command(TyperCommand):
    """A command whose help is ours."""

    def parse_args(self, ctx: "ClickContext", args: list[str]) -> list[str]:
        """Read what was typed, which help wants to know too."""
        _note_arguments(ctx, args)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: "ClickContext", formatter: "HelpFormatter") -> None:
        """Write the help."""
        formatter.write(_Help(self, ctx).text())


Build = Callable[[], "AnyCommand"]


class CommandGroup(TyperGroup):
    """A group of commands whose help is ours. Each command `below`, by its name, is built when it
    is first wanted: to build them all takes as long as most commands do."""

    below: Mapping[str, Build] = {}

    def parse_args(self, ctx: "ClickContext", args: list[str]) -> list[str]:
        """Read what was typed; below the program itself, the options that every command takes."""
        _note_arguments(ctx, args)
        if ctx.parent is not None:
            args = _without_shared(ctx.find_root().params, args)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: "ClickContext", args: list[str]
    ) -> "tuple[str | None, AnyCommand | None, list[str]]":
        """The command that the words name; words that name none are no dead end."""
        if args[0] not in self.below:
            from bfx_help.cli.unknown_command import meant

            within = ctx.command_path.split()[1:]
            args = meant(context_of(ctx), args, tuple(self.below), within)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: "ClickContext") -> list[str]:
        """The names of the commands."""
        return list(self.below)

    def get_command(self, ctx: "ClickContext", cmd_name: str) -> "AnyCommand | None":
        """The command of that name."""
        return self.below[cmd_name]() if cmd_name in self.below else None

    def format_help(self, ctx: "ClickContext", formatter: "HelpFormatter") -> None:
        """Write the help."""
        formatter.write(_Help(self, ctx).text())


def _note_arguments(ctx: "ClickContext", args: Sequence[str]) -> None:
    """Keep the whole line, of which commands below get only what stands behind their name."""
    ctx.meta.setdefault(ARGUMENTS, tuple(args))


def _without_shared(options: dict[str, Any], args: Sequence[str]) -> list[str]:
    """The rest of a line after shared options, whose values count as typed before all commands."""
    rest = list(args)
    while rest:
        name, equals, value = rest[0].partition("=")
        if name == "--plain":
            options["plain"], rest = True, rest[1:]
        elif name in ("--lang", "--data") and (equals or rest[1:]):
            value = value if equals else rest[1]
            rest = rest[1 if equals else 2 :]
            options[name.removeprefix("--")] = Path(value) if name == "--data" else value
        else:
            break
    return rest


def start(ctx: "ClickContext") -> str:
    """What `bfx-help` alone says: the few things people come for."""
    context = context_of(ctx)
    words = {command: context.word(f"start-{command.replace(' ', '-')}") for command in STARTS}
    rows = [(f"bfx-help {command}", text) for command, text in words.items()]
    lines = [*wrap(context.word("start"), columns()), "", *_table(rows), ""]
    return "\n".join([*lines, *wrap(context.word("start-more"), columns())])


def context_of(ctx: "ClickContext") -> Context:
    """The context, in the language that was asked for in the same line."""
    return context_typed(ctx.meta.get(ARGUMENTS, ()), ctx.find_root().obj)


def context_typed(arguments: Sequence[str], now: datetime | None) -> Context:
    """The context by the options of a line that was not understood yet."""
    lang, data = _typed_option(arguments, "--lang"), _typed_option(arguments, "--data")
    lang = None if lang == "both" else lang
    return open_context(now, lang=lang, data=Path(data) if data else None)


def _typed_option(arguments: Sequence[str], option: str) -> str | None:
    """The value of an option as it was typed, before the line is understood."""
    for place, argument in enumerate(arguments):
        if argument == option:
            return next(iter(arguments[place + 1 :]), None)
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return None


def missing_words(group: CommandGroup, words: Container[str], before: str = "") -> Iterator[str]:
    """The texts that the help of the commands of a group needs and that are not among these."""
    for name, build in group.below.items():
        key, command = f"{before}{name}", build()
        needed: list[tuple[str, ...]] = [(f"{part}-{key}",) for part in OWN]
        for parameter in command.params:
            kind = "argument" if isinstance(parameter, TyperArgument) else "option"
            called = parameter.name if kind == "argument" else _long(parameter.opts)
            needed.append((f"{kind}-{called}", f"{kind}-{key}-{called}"))
        yield from (names[0] for names in needed if not any(name in words for name in names))
        if isinstance(command, CommandGroup):
            yield from missing_words(command, words, f"{key}-")


def _long(names: Sequence[str]) -> str:
    """The name of an option without its dashes: the longest of those it has."""
    return max(names, key=len).removeprefix("--")


_Line = tuple[str, str]  # a name with what it means


class _Help:
    """The help of one command: usage, purpose, what it takes, examples and exit codes."""

    def __init__(self, command: "AnyCommand", ctx: "ClickContext") -> None:
        self._ctx = ctx
        self._context = context_of(ctx)
        self._word = self._context.word
        self._key = "-".join(ctx.command_path.split()[1:]) or "root"
        self._commands = command.list_commands(ctx) if isinstance(command, TyperGroup) else []
        parameters = command.get_params(ctx)
        self._arguments = [item for item in parameters if isinstance(item, TyperArgument)]
        self._options = [item for item in parameters if isinstance(item, TyperOption)]

    def text(self) -> str:
        """The help, with its headings in bold where there are styles."""
        styles = is_styled(self._context)
        headings = {self._word(f"help-{name}") for name in SECTIONS}
        return "\n".join(
            styled(line, Tone.HEADING, coloured=False) if styles and line in headings else line
            for line in self.lines()
        )

    def lines(self) -> Iterator[str]:
        """The lines of the help."""
        yield from wrap(self._word("help-usage", usage=self._usage()), columns(), indent="  ")
        yield ""
        yield from wrap(self._word(f"help-{self._key}"), columns())
        sections = {
            "commands": _table([*map(self._command, self._commands)]),
            "arguments": _table([*map(self._argument, self._arguments)]),
            "options": _table([*map(self._option, self._options)]),
            "examples": _indented(self._word(f"examples-{self._key}")),
            "exit-codes": _indented(self._own("exit-codes-{}", "exit-codes")),
        }
        for name, lines in sections.items():
            if lines:
                yield from ("", self._word(f"help-{name}"), *lines)

    def _own(self, own: str, general: str) -> str:
        """The text for this command alone where there is one, else the general one."""
        key = own.format(self._key)
        return self._word(key if key in self._context.content.interface else general)

    def _usage(self) -> str:
        last = [self._metavar(argument.metavar or "") for argument in self._arguments]
        if self._commands:
            last = [self._word("help-usage-command")]
        return " ".join([self._ctx.command_path, self._word("help-usage-options"), *last])

    def _metavar(self, metavar: str) -> str:
        """What stands for a value, `[WORDS]` or `ID=VALUE`, in the language of the interface."""
        name = re.sub(r"\W+", "-", metavar.strip("[].")).lower()
        if f"metavar-{name}" not in self._context.content.interface:
            return metavar  # it lists the values themselves
        return metavar.replace(metavar.strip("[]."), self._word(f"metavar-{name}"))

    def _command(self, name: str) -> _Line:
        path = name if self._key == "root" else f"{self._key}-{name}"
        return name, self._word(f"brief-{path}")

    def _argument(self, argument: TyperArgument) -> _Line:
        text = self._own(f"argument-{{}}-{argument.name}", f"argument-{argument.name}")
        return self._metavar(argument.metavar or ""), text

    def _option(self, option: TyperOption) -> _Line:
        names, long = sorted(option.opts, key=len), _long(option.opts)
        value = f" {self._metavar(option.metavar)}" if option.metavar else ""
        text = self._own(f"option-{{}}-{long}", f"option-{long}")
        return f"{', '.join(names)}{value}", text


def _table(rows: Sequence[_Line]) -> list[str]:
    broad = min(max((width(name) for name, _ in rows), default=0), 26)
    return [line for row in rows for line in _row(*row, broad)]


def _row(name: str, text: str, broad: int) -> list[str]:
    """A name with its meaning beside it, or below it where there is no room."""
    if width(name) > broad or columns() < NARROW:
        return [f"  {name}", *(f"    {line}" for line in wrap(text, columns() - 4))]
    first, *more = wrap(text, columns() - broad - 4)
    beside = f"  {name}{' ' * (broad - width(name))}  {first}"
    return [beside, *(f"{' ' * (broad + 4)}{line}" for line in more)]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in wrap(text, columns() - 2, indent="   ")]
