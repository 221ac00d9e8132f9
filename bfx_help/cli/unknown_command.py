"""What to do with words that name no command: most are the first words of a conversation."""

import shlex
import sys
from collections.abc import Sequence
from difflib import get_close_matches

from bfx_help.cli.context import Context, Pressed
from bfx_help.model import UsageProblem
from bfx_help.plain import plain

_LEAVE = "leave"


def meant(context: Context, words: list[str], below: Sequence[str], within: list[str]) -> list[str]:
    """The command that is meant, as it is typed below the group `within`: chosen by somebody at a
    terminal. Raises `UsageProblem`, which names the line to type, where nobody is asked."""
    near = _near(words[0], below, within)
    name = plain(words[0][:60], "")
    if within:
        typed = [" ".join(("bfx-help", *within, *path)) for path in near]
    else:
        typed = [_line((*path, *words[1:])) for path in near]
        near, typed = [*near, ("ask", words[0])], [*typed, _line(("ask", *words))]
    if not (near and sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageProblem(_said(context, name, typed))
    chosen = _chosen(context, name, typed)
    return [*near[chosen], *words[1:]]


def _near(word: str, below: Sequence[str], within: list[str]) -> list[tuple[str, ...]]:
    """The commands that look like a mistyped one, and options that people take for commands."""
    from bfx_help.cli.app import COMMANDS

    paths = [tuple(path.split()) for path in COMMANDS]
    depth = len(within)
    paths = [path[depth:] for path in paths if list(path[:depth]) == within]
    paths += [(name,) for name in below] + ([] if within else [("--version",), ("--help",)])
    names = {part: None for path in paths for part in (path[0], path[-1])}
    options = {name.lstrip("-"): name for name in names}
    close = get_close_matches(word.lower(), list(options), 3, 0.7)
    found = [path for name in close for path in paths if path[-1] == options[name]]
    return list(dict.fromkeys(found))[:3]


def _line(words: Sequence[str]) -> str:
    """A line to type, as a shell reads it."""
    return plain(f"bfx-help {shlex.join(words)}", "")[:200]


def _said(context: Context, name: str, typed: Sequence[str]) -> str:
    said = context.word("no-command", name=name)
    lines = "\n".join(f"  {line}" for line in typed)
    return f"{said} {context.word('no-command-try')}\n{lines}" if typed else said


def _chosen(context: Context, name: str, typed: Sequence[str]) -> int:
    """Which of the lines is meant; a list that is left ends the program."""
    from bfx_help.cli.asker import Asker
    from bfx_help.terminal import Choice, Prompt

    choices = [Choice(str(place), line) for place, line in enumerate(typed)]
    choices.append(Choice(_LEAVE, context.word("faq-leave"), zero=True))
    prompt = Prompt(context.word("no-command", name=name), tuple(choices))
    try:
        reply = Asker(context).choose(prompt)
    except Pressed:
        reply = _LEAVE
    if reply == _LEAVE:
        raise KeyboardInterrupt
    return int(reply)
