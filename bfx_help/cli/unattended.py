"""`ask` where nobody can be asked: what was given counts, and what is sure in the words."""

from collections.abc import Mapping

from bfx_help.cli import verdict
from bfx_help.cli.answer_options import missing, missing_lines, take
from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Context
from bfx_help.cli.conversation import heard_from
from bfx_help.cli.deliver import Delivery
from bfx_help.cli.entry import field_of
from bfx_help.cli.output import as_json, deliver, write
from bfx_help.cli.result import OutputOptions, Result, answers_data, as_data, formatter, letter_of
from bfx_help.interview.meaning import Understood
from bfx_help.interview.progress import Interview, Origin
from bfx_help.interview.proposals import half_amounts, proposals
from bfx_help.interview.step import recommend, step
from bfx_help.model import Own, Tone, UsageProblem


def run_unattended(
    asker: Asker, words: str, output: OutputOptions, beforehand: Mapping[str, str], *, sos: bool
) -> int:
    """The result of what was given; a sure situation and the facts in the words count as given."""
    context = asker.context
    interview, warnings = take(context, Interview(), beforehand)
    for warning in warnings:
        asker.terminal.say(warning, Tone.WARNING)
    roles = context.content.roles
    question = context.content.questionnaire.by_id[roles.questions.words]
    if words:
        taken = asker.take(words, field_of(question))
        interview = interview.answer(question.id, taken, Origin.TYPED)
    text = interview.answers.get(question.id, Own(""))
    understood = heard_from(context)(text)
    interview = _with_understood(context, interview, understood, sos=sos)
    state = step(context.content, interview.answers, context.now)
    if state.route is None:
        return _incomplete(asker, interview, understood, output)
    found = recommend(context.content, state)
    result = Result(context, interview, state, found, letter_of(context, state, found))
    if output.format == "json":
        data = {"understood": understood.as_json(), **as_data(result)}
        data["missing"] = missing(context, state)
        return deliver(context, as_json(data), output.output)
    if result.letter:
        verdict.show(context, asker.terminal, found, formatter(context, state))
    return Delivery(asker, output, lambda _: False, lambda *_: None).hand_over(
        result, attended=False
    )


def _with_understood(
    context: Context, interview: Interview, understood: Understood, *, sos: bool
) -> Interview:
    roles = context.content.roles
    situation = understood.situation if understood.sure else None
    if sos or (understood.emergency and not situation):
        situation = roles.emergency.situation
    if situation and roles.questions.situation not in interview.answers:
        topic = Own(situation.partition(".")[0])
        if interview.answers.get(roles.questions.topic, topic) == topic:
            interview = interview.answer(roles.questions.topic, topic, Origin.UNDERSTOOD)
            name = roles.questions.situation
            interview = interview.answer(name, Own(situation), Origin.UNDERSTOOD)
    facts = understood.said
    while True:
        state = step(context.content, interview.answers, context.now)
        found = proposals(context.content, facts, state)
        if not found:
            halves = half_amounts(state, facts)
            answers = {name: Own(value) for name, value in halves.items()}
            return interview.answer_all(answers, Origin.UNDERSTOOD)
        said = {name: Own(value) for name, value in found.items()}
        interview = interview.answer_all(said, Origin.UNDERSTOOD)


def _incomplete(
    asker: Asker, interview: Interview, understood: Understood, output: OutputOptions
) -> int:
    """Answers are missing: they are named, and the exit code is 2."""
    context = asker.context
    state = step(context.content, interview.answers, context.now)
    if output.format != "json":
        raise UsageProblem(missing_lines(context, missing(context, state)))
    data = {
        "understood": understood.as_json(),
        "answers": answers_data(interview, interview.answers),
        "missing": missing(context, state),
    }
    write(as_json(data))
    return 2
