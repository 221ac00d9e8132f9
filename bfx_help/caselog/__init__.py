"""Keeps requests, what became of them, evidence and ratings in a file that only its owner reads."""

from bfx_help.caselog.file import Damaged, damaged, opened, set_aside
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

__all__ = [
    "NEVER",
    "NOTHING",
    "RUNGS",
    "Act",
    "Case",
    "Damaged",
    "Event",
    "Exhibit",
    "Happening",
    "Log",
    "New",
    "Next",
    "Rating",
    "Said",
    "Sent",
    "Step",
    "Told",
    "Trouble",
    "Wanted",
    "damaged",
    "dates",
    "is_overdue",
    "lacking",
    "next_step",
    "not_before",
    "opened",
    "set_aside",
]
