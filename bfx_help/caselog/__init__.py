"""Keeps requests, what became of them, evidence and ratings in a file that only its owner reads."""

from bfx_help.caselog.evidence import (
    Description,
    Fault,
    add_evidence,
    copy_of,
    faults,
    is_identity,
    purge,
)
from bfx_help.caselog.export import Enclosed, write_zip
from bfx_help.caselog.file import Damaged, damaged, opened, set_aside
from bfx_help.caselog.judging import FEW, Figures, figures
from bfx_help.caselog.ladder import (
    RUNGS,
    Next,
    dates,
    is_overdue,
    lacking,
    next_step,
    not_before,
)
from bfx_help.caselog.log import Happening, Log
from bfx_help.caselog.records import (
    NEVER,
    NOTHING,
    Act,
    Case,
    Event,
    Exhibit,
    New,
    Rating,
    Said,
    Sent,
    Step,
    Told,
    Trouble,
    Wanted,
)
from bfx_help.caselog.recover import Recovered, recover
from bfx_help.caselog.tone import Remark, neutral, remarks

__all__ = [
    "FEW",
    "NEVER",
    "NOTHING",
    "RUNGS",
    "Act",
    "Case",
    "Damaged",
    "Description",
    "Enclosed",
    "Event",
    "Exhibit",
    "Fault",
    "Figures",
    "Happening",
    "Log",
    "New",
    "Next",
    "Rating",
    "Recovered",
    "Remark",
    "Said",
    "Sent",
    "Step",
    "Told",
    "Trouble",
    "Wanted",
    "add_evidence",
    "copy_of",
    "damaged",
    "dates",
    "faults",
    "figures",
    "is_identity",
    "is_overdue",
    "lacking",
    "neutral",
    "next_step",
    "not_before",
    "opened",
    "purge",
    "recover",
    "remarks",
    "set_aside",
    "write_zip",
]
