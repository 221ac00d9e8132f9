"""`case purge`: deletes a case for good."""

from bfx_help import cases
from bfx_help.cases import Log
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_questions import agreed
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, Yes, as_command
from bfx_help.cli.output import tell


@as_command
def command(context: Context, number: Number, yes: Yes = False) -> int:
    """Delete a case with its texts and exhibits, so that nothing of it is left in any file."""

    def about(log: Log) -> str:
        return "" if log.was_deleted(number) else context(log.case(number).about.text)

    named = with_log(context, about)
    if not yes and not agreed(Asker(context), "purge", number=number, about=named):
        tell(context, context.word("forget-left"))
        return 1
    with_log(context, lambda log: cases.purge(log, context.settings.home, number))
    tell(context, context.word("purged", number=number))
    others = cases.folder(context.settings.home, number)
    if others.exists():
        tell(context, context.word("forget-others", path=others))
    for path in cases.damaged(context.settings.home):  # nobody can tell what lies in them
        tell(context, context.word("purge-aside", path=path))
    return 0
