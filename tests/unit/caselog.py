"""A log of parcels to test by; apart, since a program that writes into it has to start quickly."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bfx_help import cases
from bfx_help.cases import CaseFilter, Log, NewCase, StoredText
from bfx_help.model import Basis, Escalation, Fact, Own, Rung, Text, TextKind
from tests import NOW

FACTS = {
    name: Fact(name, Text(figure, figure), ("own",), Basis.NOT_PUBLISHED, figures=(figure,))
    for name, figure in (
        ("practice-follow-up-interval", "3 working days"),
        ("practice-emergency-looks", "1 hour"),
        ("complaint-formal", "10 working days"),
        ("complaint-outside", "20 working days"),
    )
}
AFTER = {
    TextKind.FOLLOW_UP: "practice-follow-up-interval",
    TextKind.ANSWER: "practice-follow-up-interval",
    TextKind.CHAT: "practice-follow-up-interval",
    TextKind.REVIEW: "practice-follow-up-interval",
    TextKind.COMPLAINT: "complaint-formal",
    TextKind.OUTSIDE: "complaint-outside",
}
PLAN = cases.EscalationPlan(
    Escalation(
        tuple(
            Rung(step, fact, TextKind.LETTER, "complaint.silent") for step, fact in AFTER.items()
        ),
        {"security": "practice-emergency-looks", "funding": "complaint-outside"},
    ),
    FACTS,
)
HOME = Path("home")
FILE = HOME / "cases.sqlite"
SENT = "2026-11-20T02:00Z"
"""A Friday morning."""


@contextmanager
def log(now: datetime = NOW) -> Iterator[Log]:
    with cases.open_log(HOME) as connection:
        yield Log(connection, PLAN, now)


def new(about: str = "a parcel", topic: str = "withdrawal", ticket: str = "1234567") -> NewCase:
    words = StoredText(Own(about), Own(f"中{about}"))
    return NewCase(
        topic, "ticket", Own(ticket), words, SENT, {"wd-id": Own("12345678")}, {"about": words}
    )


def added(*abouts: str) -> list[int]:
    with log() as open_log:
        return [open_log.add(new(about)) for about in abouts or ("a parcel",)]


def abouts() -> list[str]:
    with log() as open_log:
        return [case.about.en for case in open_log.cases(CaseFilter())]
