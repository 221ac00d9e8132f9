"""`case follow-up`: writes what is new into the same ticket, or the answer support waits for."""

from functools import partial

from bfx_help import cases
from bfx_help.cli import options
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_step import StepOptions, further, progress, refusal, write_step
from bfx_help.cli.context import Context
from bfx_help.cli.output import CodedPage
from bfx_help.model import TextKind


@options.as_command
def command(
    context: Context,
    number: options.Number,
    new: options.New = None,
    exhibit: options.Exhibits = None,
    anyway: options.Anyway = False,
    sent: options.Sent = False,
    request_lang: options.RequestLanguage = None,
    output: options.Output = None,
    json: options.Json = False,
) -> int | CodedPage:
    """Write what is new into the same ticket; without anything new it is better to wait."""
    wish = StepOptions(new, tuple(exhibit or ()), sent, request_lang, output, json)
    case, coming = progress(context, number)
    step = TextKind.ANSWER if coming.step is TextKind.ANSWER else TextKind.FOLLOW_UP
    refuse = partial(refusal, context, number, step, wish)
    if case.case.closed:
        return refuse("step-closed")
    if cases.is_refused(case.events):
        return refuse("step-refused")
    asker = Asker(context)
    more = further(asker, case, step, wish)
    early = cases.earliest_day(coming, context.now)
    if early and not more.new and not anyway:
        return refuse("step-early", early)
    return write_step(asker, case, step, wish, more)
