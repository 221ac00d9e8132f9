"""Completes ids for the shell: of what the content holds, and of the cases in the log."""

from collections.abc import Callable, Iterable

import typer

from bfx_help.cli.desk import Desk
from bfx_help.model import Problem


def topics(ctx: typer.Context, incomplete: str) -> list[str]:
    """The topics that begin so."""
    return _found(ctx, incomplete, lambda desk: desk.content.topics)


def checklists(ctx: typer.Context, incomplete: str) -> list[str]:
    """The checklists that begin so."""
    return _found(ctx, incomplete, lambda desk: [one.id for one in desk.content.checklists.lists])


def files(ctx: typer.Context, incomplete: str) -> list[str]:
    """The files to attach, as the checklists name them, that begin so."""
    return _found(
        ctx,
        incomplete,
        lambda desk: [item.id for one in desk.content.checklists.lists for item in one.files],
    )


def entries(ctx: typer.Context, incomplete: str) -> list[str]:
    """The FAQ entries that begin so."""
    return _found(ctx, incomplete, lambda desk: desk.content.faq)


def channels(ctx: typer.Context, incomplete: str) -> list[str]:
    """The channels that begin so."""
    return _found(ctx, incomplete, lambda desk: desk.content.channels)


def cases(ctx: typer.Context, incomplete: str) -> list[str]:
    """The numbers of the open cases that begin so, the most pressing first."""
    return _found(ctx, incomplete, _open_cases)


def answers(ctx: typer.Context, incomplete: str) -> list[str]:
    """The questions that can be answered by `ID=VALUE`, and behind `ID=` the values of a choice."""
    return _found(ctx, incomplete, lambda desk: _answers(desk, incomplete.partition("=")[0]))


def _open_cases(desk: Desk) -> list[str]:
    from bfx_help import cases

    home = desk.settings.home
    if not cases.exists(home):  # who presses Tab wants no log begun
        return []
    try:
        with cases.open_log(home) as connection:
            log = cases.Log(
                connection,
                cases.EscalationPlan(desk.content.escalation, desk.content.facts),
                desk.now,
            )
            return [str(case.number) for case in log.cases(cases.CaseFilter(), None)]
    except (cases.Damaged, cases.CaseLogError):
        return []


def _answers(desk: Desk, name: str) -> list[str]:
    from bfx_help.interview.step import options_of

    questions = desk.content.questionnaire.by_id
    if name not in questions:
        return [f"{one}=" for one in questions]
    if name == desk.content.roles.questions.situation:
        return [f"{name}={situation}" for situation in desk.content.situations]
    options = options_of(desk.content, questions[name], {})
    return [f"{name}={option.id}" for option in options]


def _found(ctx: typer.Context, incomplete: str, ids: Callable[[Desk], Iterable[str]]) -> list[str]:
    from bfx_help.cli.start import open_desk

    try:
        desk = open_desk(ctx.find_root().obj, data=ctx.params.get("data"))
        return [one for one in dict.fromkeys(ids(desk)) if one.startswith(incomplete)]
    except (Problem, OSError):
        return []  # nor a message into the line
