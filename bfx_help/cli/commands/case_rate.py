"""`case rate`: rates how a case went, by the guide's measures."""

from typing import Annotated

import typer

from bfx_help.cases import NOTHING, Log, Rating, Solved
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_questions import ask_all, case_question, finished, from_options
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, Words, as_command
from bfx_help.cli.output import tell
from bfx_help.model import Asks, Own, Question, Value

Grade = Annotated[int | None, typer.Option(metavar="1-5", min=1, max=5)]


@as_command
def command(
    context: Context,
    number: Number,
    words: Words = None,
    solved: Annotated[Solved | None, typer.Option("--solved", metavar="yes|partly|no")] = None,
    effect: Grade = None,
    manner: Grade = None,
) -> int:
    """Rate how a case went; the time, the third of the measures, follows from the log."""
    with_log(context, lambda log: log.case(number))
    questions = _questions(context)
    options = {"solved": solved, "effect": effect, "manner": manner}
    known = from_options(
        context, questions, {**options, "rating": " ".join(words) if words else None}
    )
    if solved and effect and manner:
        known.setdefault("rating", NOTHING)
    answers = ask_all(Asker(context), questions, known)
    with_log(context, lambda log: _rate(log, number, answers))
    finished(context)
    tell(context, context.word("case-rated", number=number))
    return 0


def _questions(context: Context) -> tuple[Question, ...]:
    solved = {answer.value: context.text(f"solved-{answer}") for answer in Solved}
    grades = {str(grade): context.text(f"grade-{grade}") for grade in range(1, 6)}
    return (
        case_question(context, "solved", Asks.CHOICE, options=solved),
        case_question(context, "effect", Asks.CHOICE, options=grades),
        case_question(context, "manner", Asks.CHOICE, options=grades),
        case_question(context, "rating", needed=False),
    )


def _rate(log: Log, number: int, answers: dict[str, Value]) -> None:
    """Store the rating; the words of an earlier rating stay."""
    before, words = log.rating(number), answers["rating"]
    if before and before.words and before.words != words:
        words = Own(f"{before.words}\n{words}".strip())
    effect, manner = int(answers["effect"]), int(answers["manner"])
    log.rate(number, Rating(log.stamp, Solved(answers["solved"]), effect, manner, words))
