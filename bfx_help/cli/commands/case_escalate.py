"""`case escalate`: writes the text of the next rung, or says why it is not time for it."""

from functools import partial
from typing import Annotated, Literal

import typer

from bfx_help import cases
from bfx_help.cli import options
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_step import StepOptions, further, progress, refusal, write_step
from bfx_help.cli.context import Context
from bfx_help.cli.output import CodedPage
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
) -> int | CodedPage:
    """Write the text of the next step."""
    names = tuple(exhibit or ())
    wish = StepOptions(new, names, sent, request_lang, output, json, want, quote, rule)
    case, coming = progress(context, number)
    step = TextKind(to) if to else coming.step
    refuse = partial(refusal, context, number, step, wish)
    if step in (TextKind.CLOSE, TextKind.NONE):
        return refuse(f"step-{step}-now")
    lacking = cases.missing_for_step(step, case.events, case.case.ticket, coming)
    if lacking:
        return refuse(lacking)
    early = cases.earliest_day(coming, context.now) if step is coming.step else None
    if early and not anyway:
        return refuse("step-early", early)
    asker = Asker(context)
    return write_step(asker, case, step, wish, further(asker, case, step, wish))
