"""The open log of cases, with its failures in words; and one case with all that belongs to it."""

import sys
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from bfx_help import cases
from bfx_help.cases import Case, CaseLogError, Event, Exhibit, Log, Rating, Sent
from bfx_help.cli.case_words import when
from bfx_help.cli.context import Context
from bfx_help.cli.output import Paragraph, as_text
from bfx_help.model import Problem, TextKind, UsageProblem

Result = TypeVar("Result")

_ROUNDS = 3  # a damaged log is set aside and a new one begun; more than once only if terminals meet


def with_log(context: Context, work: Callable[[Log], Result], *, clock: bool = False) -> Result:
    """What `work` makes of the log; a damaged one is set aside and named. With `clock` it is said
    before if the clock jumped back. Raises `Problem`."""
    home = context.settings.home
    try:
        for _ in range(_ROUNDS):
            try:
                with cases.open_log(home) as connection:
                    log = Log(connection, plan_of(context), context.now)
                    if clock:
                        warn_of_clock(context, log)
                    return work(log)
            except cases.Damaged as damage:
                aside = cases.set_aside(home, damage, context.now)
                if aside:
                    warn(context, context.word("log-damaged", path=aside))
        raise CaseLogError("log-cannot", path=home, reason="-")
    except CaseLogError as trouble:
        text = context.word(trouble.key, **trouble.values)
        wrong_line = trouble.key == "case-none"  # a case that is not there
        raise UsageProblem(text) if wrong_line else Problem(text) from None


def peek(context: Context, work: Callable[[Log], Result]) -> Result | None:
    """What `work` makes of the log where there is one that can be read; nothing is said or made."""
    home = context.settings.home
    if not cases.exists(home):
        return None
    try:
        with cases.open_log(home) as connection:
            return work(Log(connection, plan_of(context), context.now))
    except (cases.Damaged, CaseLogError):
        return None


def plan_of(context: Context) -> cases.EscalationPlan:
    """The ladder of the content, with the facts that hold its intervals."""
    return cases.EscalationPlan(context.content.escalation, context.content.facts)


def warn(context: Context, text: str) -> None:
    """A warning on standard error: standard output is left to the result."""
    said = as_text([Paragraph(context.word("terminal-warning", text=text))])
    print(said, file=sys.stderr)  # noqa: T201 - no terminal is open where this is said


def warn_of_clock(context: Context, log: Log) -> None:
    """Say that the clock jumped back, if it did since the log was last written to."""
    ahead = log.clock_was_ahead()
    if ahead:
        warn(context, context.word("log-clock", time=when(context, ahead)))


class CaseDetails(NamedTuple):
    """A case with all that belongs to it."""

    case: Case
    events: tuple[Event, ...]
    texts: tuple[Sent, ...]
    exhibits: tuple[Exhibit, ...]
    rating: Rating | None
    answers: dict[str, str]

    @property
    def sent(self) -> list[Sent]:
        """The texts that were sent, and not only stored for later ones."""
        return [text for text in self.texts if text.kind not in (TextKind.ABOUT, TextKind.WANT)]


def details(log: Log, number: int) -> CaseDetails:
    """Read everything that belongs to a case."""
    return CaseDetails(
        log.case(number),
        log.events(number),
        log.texts(number),
        log.exhibits(number),
        log.rating(number),
        dict(log.answers(number)),
    )
