"""Completes ids for the shell: of what the content holds, and of the cases in the log."""

from collections.abc import Callable, Iterable

import typer

from bfx_help.cli.context import Context, open_context
from bfx_help.model import Problem


def _completing(
    ids: Callable[[Context, str], Iterable[str]],
) -> Callable[[typer.Context, str], list[str]]:
    """What completes an id that begins so; `ids` gets that beginning too."""

    def found(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            context = open_context(ctx.find_root().obj, data=ctx.params.get("data"))
            names = dict.fromkeys(ids(context, incomplete))
            return [name for name in names if name.startswith(incomplete)]
        except (Problem, OSError):
            return []  # nor a message into the line

    return found


def _open_cases(context: Context, _: str) -> list[str]:
    """The numbers of the open cases, the most pressing first."""
    from bfx_help import cases
    from bfx_help.cli.case_log import peek

    def work(log: cases.Log) -> list[str]:
        return [str(case.number) for case in log.cases(cases.CaseFilter(), None)]

    return peek(context, work) or []


def _answers(context: Context, incomplete: str) -> Iterable[str]:
    """The questions that can be answered by `ID=VALUE`; behind `ID=` the values of a choice."""
    from bfx_help.interview.step import options_of

    name = incomplete.partition("=")[0]
    questions = context.content.questionnaire.by_id
    if name not in questions:
        return [f"{question}=" for question in questions]
    if name == context.content.roles.questions.situation:
        return [f"{name}={situation}" for situation in context.content.situations]
    options = options_of(context.content, questions[name], {})
    return [f"{name}={option.id}" for option in options]


topics = _completing(lambda context, _: context.content.topics)
checklists = _completing(lambda context, _: (it.id for it in context.content.checklists.lists))
files = _completing(
    lambda context, _: (item.id for it in context.content.checklists.lists for item in it.files)
)
entries = _completing(lambda context, _: context.content.faq)
channels = _completing(lambda context, _: context.content.channels)
cases = _completing(_open_cases)
answers = _completing(_answers)
