"""Writes results to standard output: data as it is, pages in lines, long ones through a pager."""

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import typer

from bfx_help.cli.context import Context
from bfx_help.files import reason_of
from bfx_help.model import ByLanguage, Tone
from bfx_help.plain import plain, plain_json, width, wrap
from bfx_help.styles import STYLES, styled

PAGE_WIDTH = 80
SCHEMA = 2  # the version of the keys of all data; they are described on a page of the manual


class Paragraph(NamedTuple):
    """A text of a page, broken to its width; the second and later lines begin with `hanging`. One
    that is `verbatim` stays as it is, to be copied. An item of a list begins with its `mark`, such
    as `1.`, and its later lines stand below its text."""

    text: str
    hanging: str = ""
    tone: Tone = Tone.PLAIN
    verbatim: bool = False
    mark: str = ""
    cells: tuple[str, ...] = ()  # a row of a table; the first row is its head


GAP = Paragraph("")  # an empty line

Page = str | Iterable[Paragraph]
"""What a command prints: paragraphs, or a text that is no page, such as JSON."""


class CodedPage(NamedTuple):
    """A page with an exit code that stands, even where whoever reads leaves early."""

    code: int
    page: Page


def heading(text: str, hanging: str = "") -> Paragraph:
    """What stands above other paragraphs."""
    return Paragraph(text, hanging, Tone.HEADING)


def quiet(text: str, hanging: str = "") -> Paragraph:
    """What most readers pass over: sources, how sure something is."""
    return Paragraph(text, hanging, Tone.QUIET)


def columns() -> int:
    """How broad a page is: the terminal, 80 where there is none, and never more than 100."""
    import shutil

    broad = shutil.get_terminal_size((PAGE_WIDTH, 24)).columns
    # Some terminals break a line that fills the last cell.
    return max(20, min(broad - sys.stdout.isatty(), 100))


def as_text(page: Page) -> str:
    """A page without styles, as harmless text."""
    if isinstance(page, str):
        return plain(page)
    return "\n".join(map(_broken, page))


def as_markdown(page: Iterable[Paragraph]) -> str:
    """A page as Markdown: headings, items and paragraphs. The first heading is the title; lines of
    one paragraph, such as its two languages, stand in one line, since a break would be a gap."""
    from bfx_help.request.formats import literal

    lines: list[str] = []
    listed = False
    for paragraph in page:
        if paragraph.cells:
            lines += _markdown_row(paragraph.cells, first=not (lines and lines[-1][:1] == "|"))
            continue
        text = " / ".join(line.strip() for line in plain(paragraph.text).split("\n") if line)
        text = literal(text)
        if not text:
            continue
        if paragraph.tone in (Tone.HEADING, Tone.WARNING):
            text = f"{'##' if lines else '#'} {text}"
        if lines and not (listed and paragraph.mark):
            lines.append("")
        listed = bool(paragraph.mark)
        mark = paragraph.mark if paragraph.mark[:1] in "-123456789" else "-"
        lines.append(f"{mark} {text}" if listed else text)
    return "\n".join(lines)


def _markdown_row(cells: tuple[str, ...], *, first: bool) -> list[str]:
    from bfx_help.request.formats import literal

    row = f"| {' | '.join(' '.join(literal(cell).split()) for cell in cells)} |"
    return ["", row, f"|{' --- |' * len(cells)}"] if first else [row]


def _broken(paragraph: Paragraph) -> str:
    text = plain(paragraph.text)
    if paragraph.verbatim:
        return text
    return "\n".join(as_lines(paragraph, columns()))


def as_lines(paragraph: Paragraph, cells: int) -> tuple[str, ...]:
    """A paragraph in lines of so many cells."""
    text = plain(paragraph.text)
    if not paragraph.mark:
        return wrap(text, cells, indent=paragraph.hanging)
    mark = f"{paragraph.mark} "
    under = " " * width(mark)
    lines = f"{mark}{text}".replace("\n", f"\n{under}")
    return wrap(lines, cells, indent=under)


def as_json(data: Any, indent: int | None = 2) -> str:
    """Data with the version of its keys."""
    return plain_json(json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False, indent=indent))


def data_of(value: Any, languages: Collection[str], *names: str) -> Any:
    """What JSON keeps of a value: texts by language; of a record these fields, or all."""
    if isinstance(value, ByLanguage):
        return value.as_dict(languages)
    if hasattr(value, "_fields"):
        fields = {field.replace("_", "-"): field for field in names or value._fields}
        return {key: data_of(getattr(value, field), languages) for key, field in fields.items()}
    return [data_of(part, languages) for part in value] if isinstance(value, tuple) else value


def as_json_line(data: Any) -> str:
    """The same in one line of many."""
    return as_json(data, indent=None)


def write(text: str) -> None:
    """Write a text to standard output, as harmless text, whatever shows it."""
    shown = plain(text)
    sys.stdout.write(shown if shown.endswith("\n") else f"{shown}\n")
    sys.stdout.flush()


@contextmanager
def keeping(code: int) -> Iterator[None]:
    """While a verdict is shown: its exit code stands, even where whoever reads leaves early."""
    try:
        yield
    except BrokenPipeError:
        raise typer.Exit(code) from None


def show(context: Context, page: Page) -> None:
    """Write a page to standard output, with its styles where there are any."""
    if isinstance(page, str):
        write(page)
    elif is_styled(context):
        _show_styled(context, page)
    else:
        sys.stdout.writelines(f"{_broken(paragraph)}\n" for paragraph in page)
        sys.stdout.flush()


def tell(context: Context, *sentences: str) -> None:
    """Write sentences to standard output, each a paragraph."""
    show(context, [Paragraph(sentence) for sentence in sentences])


def is_attended() -> bool:
    """Whether somebody sits at a terminal who sees everything and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty() and sys.stdout.isatty()


def is_styled(context: Context) -> bool:
    """Whether results are shown with styles: on a terminal, or where FORCE_COLOR wishes it."""
    settings = context.settings
    return not settings.plain and (bool(settings.colour) or sys.stdout.isatty())


def _show_styled(context: Context, page: Iterable[Paragraph]) -> None:
    from rich.console import Console  # 40 ms that a pipe need not pay

    console = Console(
        force_terminal=True,  # it is one, or FORCE_COLOR says that styles are wished all the same
        no_color=context.settings.colour is False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
    try:
        for paragraph in page:
            console.print(_broken(paragraph), style=STYLES[paragraph.tone])
    except SystemExit:  # so rich ends where whoever reads has left
        raise BrokenPipeError from None


def exported(context: Context, data: bytes, output: Path) -> tuple[str, int]:
    """Write a result to a file: what to say of it, and the exit code."""
    from bfx_help.files import export

    try:
        export(output, data)
    except OSError as error:
        return context.word("not-saved-to", path=output, reason=reason_of(error)), 1
    return context.word("saved-to", path=output), 0


def deliver(context: Context, page: Page, output: Path | None) -> int:
    """Write a page to a file, or to standard output where there is none or it fails; the code."""
    if output is None:
        show(context, page)
        return 0
    text = as_text(page)
    said, code = exported(context, f"{text}\n".encode(), output)
    if code:
        write(text)
    print(plain(said), file=sys.stderr)  # noqa: T201 - the page alone goes to standard output
    return code


PAGER = "less -FIRX"  # shows long pages where PAGER does not say otherwise


def show_page(context: Context, page: Page) -> None:
    """Write a page to standard output, through the pager where it is long and somebody reads it."""
    if isinstance(page, str) or not is_attended() or not is_styled(context):
        show(context, page)
        return
    whole = tuple(page)
    lines = [
        styled(line, paragraph.tone, context.settings.colour is not False)
        for paragraph in whole
        for line in _broken(paragraph).split("\n")
    ]
    if not (_is_long(lines) and _paged(lines)):
        show(context, whole)


def _is_long(lines: Sequence[str]) -> bool:
    try:
        return len(lines) >= os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return False


def _paged(lines: Sequence[str]) -> bool:
    """Whether a pager has shown the lines. Ctrl-C is a key of the pager while it runs."""
    import shlex  # for long pages at a terminal alone
    import signal
    import subprocess

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        command = shlex.split(os.environ.get("PAGER") or PAGER)
        text = "\n".join(lines) + "\n"
        return subprocess.run(command, input=text.encode(), check=False).returncode == 0
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
