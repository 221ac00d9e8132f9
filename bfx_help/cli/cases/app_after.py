"""The `case` commands that judge, prove and delete: parse, wire, call."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli import completing
from bfx_help.cli.cases.parameters import Number, When, Words, as_command
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, Output, RequestLanguage

Yes = Annotated[bool, typer.Option("--yes", "-y")]
Grade = Annotated[int | None, typer.Option(metavar="1-5", min=1, max=5)]


class Solved(StrEnum):
    """Whether a matter was solved."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@as_command
def case_rate(
    context: Context,
    number: Number,
    words: Words = None,
    solved: Annotated[Solved | None, typer.Option("--solved", metavar="yes|partly|no")] = None,
    effect: Grade = None,
    manner: Grade = None,
) -> int:
    """Rate how it went."""
    from bfx_help.cli.cases import keeping

    rated = keeping.Rated(solved, effect, manner, " ".join(words) if words else None)
    return keeping.rate(context, number, rated)


@as_command
def case_evidence_add(
    context: Context,
    number: Number,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    shows: Annotated[str | None, typer.Option("--shows", metavar="TEXT")] = None,
    when: When = None,
    item: Annotated[
        str | None, typer.Option("--item", metavar="ID", autocompletion=completing.files)
    ] = None,
) -> int:
    """Keep copies of files as exhibits."""
    from bfx_help.cli.cases import evidence

    shown = evidence.Shown(shows, when, item)
    return evidence.add(context, number, files, shown)


@as_command
def case_evidence_list(context: Context, number: Number, json: Json = False) -> int:
    """The exhibits of a case, and what is still missing."""
    from bfx_help.cli.cases import evidence

    return evidence.show(context, number, json)


@as_command
def case_export(
    context: Context,
    number: Number,
    output: Output = None,
    request_lang: RequestLanguage = None,
) -> int:
    """One zip with all that belongs to a case."""
    from bfx_help.cli.cases import export

    return export.export(context, number, output, request_lang)


@as_command
def case_check(context: Context, json: Json = False) -> int:
    """Whether log and exhibits are as they were."""
    from bfx_help.cli.cases import evidence

    return evidence.check(context, json)


@as_command
def case_stats(context: Context, json: Json = False) -> int:
    """How support did."""
    from bfx_help.cli.cases import stats

    return stats.stats(context, json)


@as_command
def case_close(
    context: Context,
    number: Number,
    when: When = None,
    undo: Annotated[bool, typer.Option("--undo")] = False,
) -> int:
    """Close a case, or open it again."""
    from bfx_help.cli.cases import keeping

    return keeping.close(context, number, when, undo)


@as_command
def case_purge(context: Context, number: Number, yes: Yes = False) -> int:
    """Delete a case for good."""
    from bfx_help.cli.cases import keeping

    return keeping.purge(context, number, yes)
