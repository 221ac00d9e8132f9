"""Decides which rows of a damaged log come back, and which cases they change."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bfx_help.cases.records import NEVER, Act, Form, Step
from bfx_help.cases.rows import TABLES, Row
from bfx_help.cases.salvage import Salvage

_EXACT = ("answers", "exhibits")
"""Tables that fill later letters: an altered row would be worse than a lost one."""


class Recovered(NamedTuple):
    """What was read of a damaged log: the numbers of the cases, of those with altered entries, and
    the least number of lost entries."""

    numbers: tuple[int, ...]
    altered: tuple[int, ...]
    lost: int


class RestoredRows(NamedTuple):
    """The restored rows by table, the last case number of the log, and a summary for the user."""

    rows: Mapping[str, list[Row]]
    last: int
    recovered: Recovered


def plan(salvaged: Salvage) -> RestoredRows:
    """The rows to restore. A case without its own row is rebuilt from its other rows."""
    case_rows = {row[0]: row for row in salvaged.altered["cases"].values()}
    altered = set(case_rows) - {key[0] for key in salvaged.whole["cases"]}
    case_rows |= {row[0]: row for row in salvaged.whole["cases"].values()}
    for number in _numbers(salvaged) - case_rows.keys():
        case_rows[number] = _rebuilt(salvaged, number)
        altered.add(number)
    rows: dict[str, list[Row]] = {"cases": [case_rows[number] for number in sorted(case_rows)]}
    lost = salvaged.lost
    for name in [number for number in TABLES if number != "cases"]:
        rows[name] = list(salvaged.whole[name].values())
        for row in salvaged.altered[name].values():
            number = row[_place(name)]
            if name in _EXACT or number not in case_rows:
                lost += 1
            else:
                rows[name].append(row)
            altered |= {number} & case_rows.keys()
    summary = Recovered(tuple(sorted(case_rows)), tuple(sorted(altered)), lost)
    return RestoredRows(rows, max([salvaged.last, *case_rows]), summary)


def _place(table: str) -> int:
    return list(TABLES[table].columns).index("number")


def _numbers(salvaged: Salvage) -> set[Any]:
    """The numbers of the cases with an intact row."""
    return {row[_place(name)] for name in TABLES for row in salvaged.whole[name].values()}


def _rebuilt(salvaged: Salvage, number: int) -> Row:
    """The row of a case, rebuilt from the first request and its answers."""
    answers = {row[1]: row[2] for row in salvaged.whole["answers"].values() if row[0] == number}
    events = sorted(row for row in salvaged.whole["events"].values() if row[1] == number)
    sent = next((row for row in events if row[4] == Act.SENT), None)
    texts = [row for row in salvaged.whole["texts"].values() if row[1] == number]
    about = next((row[4:6] for row in texts if row[3] == Form.ABOUT), ("", ""))
    closed = [row for row in events if row[4] in (Act.CLOSED, Act.REOPENED)][-1:]
    return (
        number,
        answers.get("topic", "contact"),
        sent[6] if sent else "ticket",
        answers.get("ticket", ""),
        *about,
        sent[2] if sent else next((row[2] for row in [*events, *texts]), NEVER),
        closed[0][2] if closed and closed[0][4] == Act.CLOSED else "",
        Step.NONE,
        NEVER,
    )
