"""The `case` commands: parse, wire, call."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.cases.parameters import (
    ChannelId,
    Number,
    Ticket,
    Topic,
    Want,
    When,
    Words,
    as_command,
)
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, Output, RequestLanguage

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


@as_command
def case_list(
    context: Context,
    topic: Topic = None,
    channel: ChannelId = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    closed: Annotated[bool, typer.Option("--closed")] = False,
    everything: Annotated[bool, typer.Option("--all")] = False,
    json: Json = False,
) -> int:
    """The most pressing cases."""
    from bfx_help.cli.cases import pages

    wanted = pages.wanted(context, topic, channel, closed=closed, overdue=overdue)
    return pages.show_list(context, wanted, everything, json)


@as_command
def case_show(context: Context, number: Number, json: Json = False) -> int:
    """One case whole."""
    from bfx_help.cli.cases import pages

    return pages.show_case(context, number, json)


@as_command
def case_add(
    context: Context,
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT")] = None,
    topic: Topic = None,
    channel: ChannelId = None,
    ticket: Ticket = None,
    when: When = None,
    want: Want = None,
    text: Annotated[Path | None, typer.Option("--text", metavar="FILE")] = None,
) -> int:
    """Log a request that was sent."""
    from bfx_help.cli.cases import keeping

    options = keeping.Given(about, topic, channel, ticket, when, want, text)
    return keeping.add(context, options)


@as_command
def case_note(
    context: Context,
    number: Number,
    words: Words = None,
    reply: Annotated[Reply | None, typer.Option("--reply", metavar="KIND")] = None,
    call: Annotated[bool, typer.Option("--call")] = False,
    when: When = None,
    ticket: Ticket = None,
) -> int:
    """Note a reply, a call or anything else."""
    from bfx_help.cases import ReplyKind
    from bfx_help.cli.cases import keeping

    said = ReplyKind(reply.value) if reply else None
    noted = keeping.Noted(" ".join(words or ()), said, call, when, ticket)
    return keeping.note(context, number, noted)


@as_command
def case_follow_up(
    context: Context,
    number: Number,
    new: New = None,
    exhibit: Exhibits = None,
    anyway: Anyway = False,
    sent: Sent = False,
    request_lang: RequestLanguage = None,
    output: Output = None,
    json: Json = False,
) -> int:
    """Write what is new into the same ticket."""
    from bfx_help.cli.cases import ladder

    wish = ladder.StepOptions(
        new=new,
        exhibits=tuple(exhibit or ()),
        anyway=anyway,
        sent=sent,
        languages=request_lang,
        output=output,
        as_data=json,
    )
    return ladder.follow_up(context, number, wish)


@as_command
def case_escalate(
    context: Context,
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
) -> int:
    """Write the text of the next step."""
    from bfx_help.cases import Step
    from bfx_help.cli.cases import ladder

    wish = ladder.StepOptions(
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
    return ladder.escalate(context, number, wish)
