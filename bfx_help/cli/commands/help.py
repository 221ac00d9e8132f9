"""`help`: the help of a command, or a page of the manual."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import Page, Paragraph
from bfx_help.content.folder import bundled
from bfx_help.model import Tone


@as_command
def command(
    context: Context, words: Annotated[list[str] | None, typer.Argument(metavar="[PAGE]")] = None
) -> int | Page:
    """Show the help of a command or a page; without a name, all of them. Raises `UsageProblem`."""
    from bfx_help.cli.app import COMMANDS

    name = " ".join(words or ())
    pages = pages_of(context)
    if not words:
        return _contents(context, pages)
    if name in pages:
        return paragraphs(pages[name].read_text(encoding="utf-8"))
    if any(f"{path} ".startswith(f"{name} ") for path in COMMANDS):
        from bfx_help.cli import main

        return main(["--lang", context.language, *words, "--help"], now=context.now)
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
