"""The `case` commands that judge, prove and delete: parse, wire, call."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.cases.parameters import Number, When, done
from bfx_help.cli.options import (
    Data,
    Json,
    Lang,
    Output,
    Plain,
    RequestLanguage,
    desk_for,
)

Yes = Annotated[bool, typer.Option("--yes", "-y")]
Grade = Annotated[int | None, typer.Option(metavar="1-5", min=1, max=5)]


class Solved(StrEnum):
    """Whether a matter was solved."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


def case_rate(
    ctx: typer.Context,
    number: Number,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    solved: Annotated[Solved | None, typer.Option("--solved", metavar="yes|partly|no")] = None,
    effect: Grade = None,
    manner: Grade = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Rate how it went."""
    from bfx_help.cli.cases import keeping

    desk = desk_for(ctx, lang, data, plain)
    rated = keeping.Rated(solved, effect, manner, " ".join(words) if words else None)
    raise done(desk, lambda: keeping.rate(desk, number, rated))


def case_evidence_add(
    ctx: typer.Context,
    number: Number,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    shows: Annotated[str | None, typer.Option("--shows", metavar="TEXT")] = None,
    when: When = None,
    item: Annotated[str | None, typer.Option("--item", metavar="ID")] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Keep copies of files as exhibits."""
    from bfx_help.cli.cases import evidence

    desk = desk_for(ctx, lang, data, plain)
    shown = evidence.Shown(shows, when, item)
    raise done(desk, lambda: evidence.add(desk, number, files, shown))


def case_evidence_list(
    ctx: typer.Context,
    number: Number,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """The exhibits of a case, and what is still missing."""
    from bfx_help.cli.cases import evidence

    raise typer.Exit(evidence.show(desk_for(ctx, lang, data, plain), number, json))


def case_export(
    ctx: typer.Context,
    number: Number,
    output: Output = None,
    request_lang: RequestLanguage = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """One zip with all that belongs to a case."""
    from bfx_help.cli.cases import export

    desk = desk_for(ctx, lang, data, plain)
    raise typer.Exit(export.export(desk, number, output, request_lang))


def case_check(
    ctx: typer.Context,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Whether log and exhibits are as they were."""
    from bfx_help.cli.cases import evidence

    raise typer.Exit(evidence.check(desk_for(ctx, lang, data, plain), json))


def case_stats(
    ctx: typer.Context,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """How support did."""
    from bfx_help.cli.cases import stats

    raise typer.Exit(stats.stats(desk_for(ctx, lang, data, plain), json))


def case_close(
    ctx: typer.Context,
    number: Number,
    when: When = None,
    undo: Annotated[bool, typer.Option("--undo")] = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Close a case, or open it again."""
    from bfx_help.cli.cases import keeping

    raise typer.Exit(keeping.close(desk_for(ctx, lang, data, plain), number, when, undo))


def case_purge(
    ctx: typer.Context,
    number: Number,
    yes: Yes = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Delete a case for good."""
    from bfx_help.cli.cases import keeping

    desk = desk_for(ctx, lang, data, plain)
    raise done(desk, lambda: keeping.purge(desk, number, yes))


def case_recover(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Take what is readable out of a damaged log."""
    from bfx_help.cli.cases import evidence

    raise typer.Exit(evidence.recover(desk_for(ctx, lang, data, plain), file))
