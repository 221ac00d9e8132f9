"""Completes ids for the shell: of what the content holds, and of the cases in the log."""

from collections.abc import Callable, Iterable

import typer

from bfx_help.cli.context import Context
from bfx_help.model import Problem


def topics(ctx: typer.Context, incomplete: str) -> list[str]:
    """The topics that begin so."""
    return _found(ctx, incomplete, lambda context: context.content.topics)


def checklists(ctx: typer.Context, incomplete: str) -> list[str]:
    """The checklists that begin so."""
    return _found(
        ctx,
        incomplete,
        lambda context: [checklist.id for checklist in context.content.checklists.lists],
    )


def files(ctx: typer.Context, incomplete: str) -> list[str]:
    """The files to attach, as the checklists name them, that begin so."""
    return _found(
        ctx,
        incomplete,
        lambda context: [
            item.id for checklist in context.content.checklists.lists for item in checklist.files
        ],
    )


def entries(ctx: typer.Context, incomplete: str) -> list[str]:
    """The FAQ entries that begin so."""
    return _found(ctx, incomplete, lambda context: context.content.faq)


def channels(ctx: typer.Context, incomplete: str) -> list[str]:
    """The channels that begin so."""
    return _found(ctx, incomplete, lambda context: context.content.channels)


def cases(ctx: typer.Context, incomplete: str) -> list[str]:
    """The numbers of the open cases that begin so, the most pressing first."""
    return _found(ctx, incomplete, _open_cases)


def answers(ctx: typer.Context, incomplete: str) -> list[str]:
    """The questions that can be answered by `ID=VALUE`, and behind `ID=` the values of a choice."""
    return _found(ctx, incomplete, lambda context: _answers(context, incomplete.partition("=")[0]))


def _open_cases(context: Context) -> list[str]:
    from bfx_help import cases

    home = context.settings.home
    if not cases.exists(home):  # who presses Tab wants no log begun
        return []
    try:
        with cases.open_log(home) as connection:
            log = cases.Log(
                connection,
                cases.EscalationPlan(context.content.escalation, context.content.facts),
                context.now,
            )
            return [str(case.number) for case in log.cases(cases.CaseFilter(), None)]
    except (cases.Damaged, cases.CaseLogError):
        return []


def _answers(context: Context, name: str) -> list[str]:
    from bfx_help.interview.step import options_of

    questions = context.content.questionnaire.by_id
    if name not in questions:
        return [f"{question}=" for question in questions]
    if name == context.content.roles.questions.situation:
        return [f"{name}={situation}" for situation in context.content.situations]
    options = options_of(context.content, questions[name], {})
    return [f"{name}={option.id}" for option in options]


def _found(
    ctx: typer.Context, incomplete: str, ids: Callable[[Context], Iterable[str]]
) -> list[str]:
    from bfx_help.cli.context import open_context

    try:
        context = open_context(ctx.find_root().obj, data=ctx.params.get("data"))
        return [name for name in dict.fromkeys(ids(context)) if name.startswith(incomplete)]
    except (Problem, OSError):
        return []  # nor a message into the line
