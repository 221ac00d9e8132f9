"""`case escalate`: writes the text of the next rung, or says why it is not time for it."""

from typing import Annotated, Literal

import typer

from bfx_help import cases
from bfx_help.cli import options
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_step import StepOptions, further, progress, refuse, write_step
from bfx_help.cli.context import Context
from bfx_help.model import TextKind

EscalateTo = Literal["chat", "review", "complaint", "outside", "conduct", "public"]
"""The rungs of the ladder that can be named, and the texts beside it."""


@options.as_command
def command(
    context: Context,
    number: options.Number,
    to: Annotated[EscalateTo | None, typer.Option("--to", metavar="STEP")] = None,
    new: options.New = None,
    rule: Annotated[bool, typer.Option("--rule")] = False,
    quote: Annotated[str | None, typer.Option("--quote", metavar="TEXT")] = None,
    want: options.Want = None,
    exhibit: options.Exhibits = None,
    anyway: options.Anyway = False,
    sent: options.Sent = False,
    request_lang: options.RequestLanguage = None,
    output: options.Output = None,
    json: options.Json = False,
) -> int:
    """Write the text of the next step."""
    names, chosen = tuple(exhibit or ()), TextKind(to) if to else None
    wish = StepOptions(
        *(new, names, anyway, sent, request_lang, output, json), want, quote, rule, chosen
    )
    case, coming = progress(context, number)
    step = wish.to or coming.step
    if step in (TextKind.CLOSE, TextKind.NONE):
        return refuse(context, number, step, f"step-{step}-now", wish)
    lacking = cases.missing_for_step(step, case.events, case.case.ticket, coming)
    if lacking:
        return refuse(context, number, step, lacking, wish)
    early = cases.earliest_day(coming, context.now) if step is coming.step else None
    if early and not wish.anyway:
        return refuse(context, number, step, "step-early", wish, early)
    asker = Asker(context)
    return write_step(asker, case, step, wish, further(asker, case, step, wish))
