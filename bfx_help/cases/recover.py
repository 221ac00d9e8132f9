"""Decides which rows of a damaged log come back, and which cases they change."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bfx_help.cases.records import NEVER, Act, Form, Step
from bfx_help.cases.rows import TABLES, Row
from bfx_help.cases.salvage import Salvage

_EXACT = ("answers", "exhibits")
"""What further letters are filled with: of these an altered row is worse than none."""


class Recovered(NamedTuple):
    """What came back of a damaged log: the numbers of the cases, those in which something is not as
    it was written, and how many entries at least are lost."""

    numbers: tuple[int, ...]
    altered: tuple[int, ...]
    lost: int


class Plan(NamedTuple):
    """The rows that come back by table, the last number that the log gave, and what to tell."""

    rows: Mapping[str, list[Row]]
    last: int
    recovered: Recovered


def plan(found: Salvage) -> Plan:
    """What comes back. A case whose own row is lost is made anew from what belongs to it."""
    case_rows = {row[0]: row for row in found.altered["cases"].values()}
    altered = set(case_rows) - {key[0] for key in found.whole["cases"]}
    case_rows |= {row[0]: row for row in found.whole["cases"].values()}
    for number in _numbers(found) - case_rows.keys():
        case_rows[number] = _rebuilt(found, number)
        altered.add(number)
    rows: dict[str, list[Row]] = {"cases": [case_rows[one] for one in sorted(case_rows)]}
    lost = found.lost
    for name in [one for one in TABLES if one != "cases"]:
        rows[name] = list(found.whole[name].values())
        for row in found.altered[name].values():
            number = row[_place(name)]
            if name in _EXACT or number not in case_rows:
                lost += 1
            else:
                rows[name].append(row)
            altered |= {number} & case_rows.keys()
    told = Recovered(tuple(sorted(case_rows)), tuple(sorted(altered)), lost)
    return Plan(rows, max([found.last, *case_rows]), told)


def _place(table: str) -> int:
    return list(TABLES[table].columns).index("number")


def _numbers(found: Salvage) -> set[Any]:
    """The cases to which a whole row belongs."""
    return {row[_place(name)] for name in TABLES for row in found.whole[name].values()}


def _rebuilt(found: Salvage, number: int) -> Row:
    """The row of a case, from what was sent first and the answers it was made of."""
    answers = {row[1]: row[2] for row in found.whole["answers"].values() if row[0] == number}
    events = sorted(row for row in found.whole["events"].values() if row[1] == number)
    sent = next((row for row in events if row[4] == Act.SENT), None)
    texts = [row for row in found.whole["texts"].values() if row[1] == number]
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
