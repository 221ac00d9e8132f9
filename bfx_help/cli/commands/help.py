"""`help`: the help of a command, or a page of the manual."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.context import Context
from bfx_help.cli.options import Data, Lang, Plain, context_for
from bfx_help.cli.output import Paragraph, as_lines, columns, is_attended, is_styled, show
from bfx_help.content.folder import bundled
from bfx_help.model import Tone
from bfx_help.styles import styled

PAGER = "less -FIRX"
"""Shows long pages where PAGER does not say otherwise."""


def command(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[PAGE]")] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Show the help of a command or a page; without a name, all of them."""
    context = context_for(ctx, lang, data, plain)
    raise typer.Exit(_show_help(context, words or (), ctx.find_root().obj))


def _show_help(context: Context, words: Sequence[str], now: datetime | None) -> int:
    """Show the help of a command or a page; without a name, all of them. Raises `UsageProblem`."""
    from bfx_help.cli.app import COMMANDS

    name = " ".join(words)
    pages = pages_of(context)
    if not words:
        return show_page(context, _contents(context, pages))
    if name in pages:
        return show_page(context, paragraphs(pages[name].read_text(encoding="utf-8")))
    if any(f"{path} ".startswith(f"{name} ") for path in COMMANDS):
        from bfx_help.cli import main

        return main(["--lang", context.language, *words, "--help"], now=now)
    raise context.unknown(name, [*pages, *COMMANDS], "no-page")


def pages_of(context: Context) -> dict[str, Path]:
    """The pages of the manual by name, in the language of the interface where there are such."""
    found: dict[str, Path] = {}
    for language in reversed(context.language.fallbacks):
        for path in sorted((bundled() / "manual").glob(f"*.{language}.md")):
            found[path.name.partition(".")[0]] = path
    return found


def _contents(context: Context, pages: dict[str, Path]) -> Iterator[Paragraph]:
    yield Paragraph(context.word("manual-title"), tone=Tone.HEADING)
    for name, path in pages.items():
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        yield Paragraph(f"  bfx-help help {name:<8}  {title}", " " * 26)
    yield Paragraph(context.word("manual-commands"))


def paragraphs(markdown: str) -> Iterator[Paragraph]:
    """A page of the manual: headings, items, blocks to copy, paragraphs."""
    verbatim = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            verbatim = not verbatim
        elif verbatim or line.startswith("|"):
            yield Paragraph(f"  {line}" if verbatim else line, verbatim=True)
        elif line.startswith("#"):
            yield Paragraph(line.lstrip("# "), tone=Tone.HEADING)
        elif line.startswith("- "):
            yield Paragraph(line[2:].replace("`", ""), mark="-")
        else:
            yield Paragraph(line.replace("`", ""))


def show_page(context: Context, page: Iterator[Paragraph]) -> int:
    """Show a page; at a terminal one that is longer than the window goes through a pager."""
    whole = tuple(page)
    lines = [
        styled(line, paragraph.tone, context.settings.colour is not False)
        for paragraph in whole
        for line in (
            paragraph.text.split("\n") if paragraph.verbatim else as_lines(paragraph, columns())
        )
    ]
    if not (is_attended() and is_styled(context) and _is_long(lines) and _paged(lines)):
        show(context, whole)
    return 0


def _is_long(lines: Sequence[str]) -> bool:
    try:
        return len(lines) >= os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False


def _paged(lines: Sequence[str]) -> bool:
    """Whether a pager has shown the lines."""
    try:
        command = shlex.split(os.environ.get("PAGER") or PAGER)
        text = "\n".join(lines) + "\n"
        return subprocess.run(command, input=text.encode(), check=False).returncode == 0
    except (OSError, ValueError):
        return False
