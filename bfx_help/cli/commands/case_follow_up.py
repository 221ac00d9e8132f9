"""`case follow-up`: writes what is new into the same ticket, or the answer support waits for."""

from bfx_help import cases
from bfx_help.cli import options
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_step import StepOptions, further, progress, refuse, write_step
from bfx_help.cli.context import Context
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
) -> int:
    """Write what is new into the same ticket; without anything new it is better to wait."""
    names = tuple(exhibit or ())
    wish = StepOptions(new, names, anyway, sent, request_lang, output, json)
    case, coming = progress(context, number)
    step = TextKind.ANSWER if coming.step is TextKind.ANSWER else TextKind.FOLLOW_UP
    if case.case.closed:
        return refuse(context, number, step, "step-closed", wish)
    if cases.is_refused(case.events):
        return refuse(context, number, step, "step-refused", wish)
    asker = Asker(context)
    more = further(asker, case, step, wish)
    early = cases.earliest_day(coming, context.now)
    if early and not more.new and not wish.anyway:
        return refuse(context, number, step, "step-early", wish, early)
    return write_step(asker, case, step, wish, more)
