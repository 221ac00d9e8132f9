"""The `case` commands: parse, wire, call."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.cases.parameters import Number, Want, When, done
from bfx_help.cli.options import (
    Data,
    Json,
    Lang,
    Output,
    Plain,
    RequestLanguage,
    desk_for,
)

New = Annotated[str | None, typer.Option("--new", metavar="TEXT")]
Exhibits = Annotated[list[str] | None, typer.Option("--exhibit", metavar="EXHIBIT")]
Anyway = Annotated[bool, typer.Option("--anyway")]
Sent = Annotated[bool, typer.Option("--sent")]


class Reply(StrEnum):
    """What a reply of support amounts to."""

    RECEIVED = "received"
    ASKS = "asks"
    REFUSED = "refused"
    FINAL = "final"
    HELPED = "helped"


class Rung(StrEnum):
    """A rung of the ladder, or a text beside it."""

    CHAT = "chat"
    REVIEW = "review"
    COMPLAINT = "complaint"
    OUTSIDE = "outside"
    CONDUCT = "conduct"
    PUBLIC = "public"


def case_list(
    ctx: typer.Context,
    topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC")] = None,
    channel: Annotated[str | None, typer.Option("--channel", metavar="ID")] = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    closed: Annotated[bool, typer.Option("--closed")] = False,
    everything: Annotated[bool, typer.Option("--all")] = False,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """The most pressing cases."""
    from bfx_help.cli.cases import pages

    desk = desk_for(ctx, lang, data, plain)
    wanted = pages.wanted(desk, topic, channel, closed=closed, overdue=overdue)
    raise typer.Exit(pages.show_list(desk, wanted, everything, json))


def case_show(
    ctx: typer.Context,
    number: Number,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """One case whole."""
    from bfx_help.cli.cases import pages

    raise typer.Exit(pages.show_case(desk_for(ctx, lang, data, plain), number, json))


def case_add(
    ctx: typer.Context,
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC")] = None,
    channel: Annotated[str | None, typer.Option("--channel", metavar="ID")] = None,
    ticket: Annotated[str | None, typer.Option("--ticket", metavar="TICKET")] = None,
    when: When = None,
    want: Want = None,
    text: Annotated[Path | None, typer.Option("--text", metavar="FILE")] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Log a request that was sent."""
    from bfx_help.cli.cases import keeping

    desk = desk_for(ctx, lang, data, plain)
    given = keeping.Given(about, topic, channel, ticket, when, want, text)
    raise done(desk, lambda: keeping.add(desk, given))


def case_note(
    ctx: typer.Context,
    number: Number,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    reply: Annotated[Reply | None, typer.Option("--reply", metavar="KIND")] = None,
    call: Annotated[bool, typer.Option("--call")] = False,
    when: When = None,
    ticket: Annotated[str | None, typer.Option("--ticket", metavar="TICKET")] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Note a reply, a call or anything else."""
    from bfx_help.caselog import Said
    from bfx_help.cli.cases import keeping

    desk = desk_for(ctx, lang, data, plain)
    said = Said(reply.value) if reply else None
    noted = keeping.Noted(" ".join(words or ()), said, call, when, ticket)
    raise done(desk, lambda: keeping.note(desk, number, noted))


def case_follow_up(
    ctx: typer.Context,
    number: Number,
    new: New = None,
    exhibit: Exhibits = None,
    anyway: Anyway = False,
    sent: Sent = False,
    request_lang: RequestLanguage = None,
    output: Output = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Write what is new into the same ticket."""
    from bfx_help.cli.cases import ladder

    desk = desk_for(ctx, lang, data, plain)
    wish = ladder.Wish(
        new=new,
        exhibits=tuple(exhibit or ()),
        anyway=anyway,
        sent=sent,
        languages=request_lang,
        output=output,
        as_data=json,
    )
    raise done(desk, lambda: ladder.follow_up(desk, number, wish))


def case_escalate(
    ctx: typer.Context,
    number: Number,
    to: Annotated[Rung | None, typer.Option("--to", metavar="STEP")] = None,
    new: New = None,
    rule: Annotated[bool, typer.Option("--rule")] = False,
    quote: Annotated[str | None, typer.Option("--quote", metavar="TEXT")] = None,
    want: Want = None,
    exhibit: Exhibits = None,
    anyway: Anyway = False,
    sent: Sent = False,
    request_lang: RequestLanguage = None,
    output: Output = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Write the text of the next step."""
    from bfx_help.caselog import Step
    from bfx_help.cli.cases import ladder

    desk = desk_for(ctx, lang, data, plain)
    wish = ladder.Wish(
        new=new,
        want=want,
        quote=quote,
        rule=rule,
        exhibits=tuple(exhibit or ()),
        to=Step(to.value) if to else None,
        anyway=anyway,
        sent=sent,
        languages=request_lang,
        output=output,
        as_data=json,
    )
    raise done(desk, lambda: ladder.escalate(desk, number, wish))
