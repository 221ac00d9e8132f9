"""`redact`: a text with its secrets taken out."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.output import as_json_line, write
from bfx_help.cli.read_text import read_text
from bfx_help.plain import plain
from bfx_help.redact import LIMIT, Redaction, redact


@as_command
def command(
    context: Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None,
    json: Json = False,
) -> int:
    """Print a text with its secrets taken out; what was hidden is told on standard error."""
    found = redact(read_text(context, file, LIMIT))
    if json:
        keys = ("kind", "start", "end", "reason")
        passages = [{key: getattr(secret, key) for key in keys} for secret in found.found]
        data = {"text": found.text, "found": passages, "ask": list(found.asked)}
        write(as_json_line(data))
        return 0
    sys.stdout.write(plain(found.text))
    sys.stdout.flush()
    if found.found:
        warning = "\n".join([*_hidden(context, found), context.word("hidden-run-sos")])
        print(warning, file=sys.stderr)  # noqa: T201 - the text alone goes to standard output
    return 0


def _hidden(context: Context, found: Redaction) -> Iterator[str]:
    """What was hidden: its kind and length, never more."""
    passages = Counter((secret.kind, secret.end - secret.start) for secret in found.found)
    for (kind, length), count in passages.items():
        name = context.word(f"hidden-{kind}")
        if count == 1:
            yield context.word("hidden", kind=name, length=length)
        else:
            yield context.word("hidden-times", kind=name, length=length, count=count)
