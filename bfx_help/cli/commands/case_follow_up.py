"""`case follow-up`: writes what is new into the same ticket, or the answer support waits for."""

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
    asking_command,
)
from bfx_help.model import TextKind


@asking_command
def command(
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
    """Write what is new into the same ticket; without anything new it is better to wait."""
    options = StepOptions(
        new=new,
        exhibits=tuple(exhibit or ()),
        anyway=anyway,
        sent=sent,
        languages=request_lang,
        output=output,
        as_data=json,
    )
    case, coming = progress(context, number)
    step = TextKind.ANSWER if coming.step is TextKind.ANSWER else TextKind.FOLLOW_UP
    if case.case.closed:
        return refuse(context, number, step, "step-closed", options)
    if cases.is_refused(case.events):
        return refuse(context, number, step, "step-refused", options)
    asker = Asker(context)
    more = further(asker, case, step, options)
    early = cases.earliest_day(coming, context.now)
    if early and not more.new and not options.anyway:
        return refuse(context, number, step, "step-early", options, early)
    return write_step(asker, case, step, options, more)
