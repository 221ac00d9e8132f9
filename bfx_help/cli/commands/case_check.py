"""`case check`: whether log and exhibits are as they were."""

from bfx_help import cases
from bfx_help.cases import CaseFilter, ExhibitFault, Log
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_words import fault_line
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.output import CodedPage, Paragraph, as_json


@as_command
def command(context: Context, json: Json = False) -> CodedPage:
    """Look at every copy, as opening looked at the log; 3 where something is missing or changed."""

    def work(log: Log) -> tuple[int, list[ExhibitFault]]:
        home, number, found = context.settings.home, 0, list[ExhibitFault]()
        for closed in (False, True):
            for case in log.cases(CaseFilter(closed=closed)):
                number += len(log.exhibits(case.number))
                found += cases.faults(log, home, case.number)
        return number, found

    number, found = with_log(context, work)
    code = 3 if found else 0
    if json:
        rows = [{"case": at, "id": exhibit.id, "fault": kind} for at, exhibit, kind in found]
        return CodedPage(code, as_json({"exhibits": number, "faults": rows}))
    faults = [fault_line(context, fault) for fault in found]
    fine = [context.word("check-fine", number=number)]
    return CodedPage(code, map(Paragraph, faults or fine))
