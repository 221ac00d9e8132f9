"""`case escalate`: writes the text of the next rung, or says why it is not time for it."""

from typing import Annotated, Literal

import typer

from bfx_help import cases
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_step import StepOptions, further, progress, refuse, write_step
from bfx_help.cli.context import Context
from bfx_help.cli.options import (
    Anyway,
    Exhibits,
    Json,
    New,
    Number,
    Output,
    RequestLanguage,
    Sent,
    Want,
    asking_command,
)
from bfx_help.model import TextKind

EscalateTo = Literal["chat", "review", "complaint", "outside", "conduct", "public"]
"""The rungs of the ladder that can be named, and the texts beside it."""


@asking_command
def command(
    context: Context,
    number: Number,
    to: Annotated[EscalateTo | None, typer.Option("--to", metavar="STEP")] = None,
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
    options = StepOptions(
        new=new,
        want=want,
        quote=quote,
        rule=rule,
        exhibits=tuple(exhibit or ()),
        to=TextKind(to) if to else None,
        anyway=anyway,
        sent=sent,
        languages=request_lang,
        output=output,
        as_data=json,
    )
    return _escalate(context, number, options)


def _escalate(context: Context, number: int, options: StepOptions) -> int:
    case, coming = progress(context, number)
    step = options.to or coming.step
    if step in (TextKind.CLOSE, TextKind.NONE):
        return refuse(context, number, step, f"step-{step}-now", options)
    lacking = cases.missing_for_step(step, case.events, case.case.ticket, coming)
    if lacking:
        return refuse(context, number, step, lacking, options)
    early = cases.earliest_day(coming, context.now) if step is coming.step else None
    if early and not options.anyway:
        return refuse(context, number, step, "step-early", options, early)
    asker = Asker(context)
    return write_step(asker, case, step, options, further(asker, case, step, options))
