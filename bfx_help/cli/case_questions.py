"""Asks what a `case` command still has to know. Options are checked in the same way; what was typed
is kept until the log has it, and offered the next time."""

import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from bfx_help import model
from bfx_help.cli.answer_options import missing_lines
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import warn
from bfx_help.cli.context import Back, Context
from bfx_help.cli.entry import CHOSEN, NOWHERE, clean, field_of, understand_answer
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.interview.progress import Interview, Origin
from bfx_help.redact import redact
from bfx_help.terminal import EndOfInput

FILE = "case.unfinished"  # where answers are kept until the log has them


def case_question(
    context: Context,
    name: str,
    kind: model.Asks = model.Asks.TEXT,
    *,
    needed: bool = True,
    options: Mapping[str, model.Text] | None = None,
) -> model.Question:
    """A question of the `case` commands; its words are `case-ask-...` and `case-where-...`."""
    chosen = tuple(model.Option(id_, text) for id_, text in (options or {}).items())
    return model.Question(
        id=name,
        kind=kind,
        ask=context.text(f"case-ask-{name}"),
        label=context.text(f"case-ask-{name}"),
        why=context.text("case-why"),
        where=context.text("case-why" if kind in CHOSEN else f"case-where-{name}"),
        sensitivity=0,
        options=chosen,
        unknown=not needed,
        ids=kind is model.Asks.TEXT,
    )


def option_value(context: Context, asked: model.Question, text: str) -> model.Value:
    """What an option says: checked, and fit to be kept. Raises `UsageProblem`."""
    if asked.kind in CHOSEN:
        allowed = [option.id for option in asked.options]
        if text in allowed:
            return model.Own(text)
        raise context.wrong_choice(asked.id, text, allowed)
    reading = understand_answer(asked, text, (), context.now, NOWHERE)
    if reading is None or not reading.value:
        hint = context(asked.where)
        raise model.UsageProblem(
            context.word("wrong-value", name=asked.id, kind=asked.kind, hint=hint)
        )
    return storable(context, reading.value, field_of(asked))


def from_options(
    context: Context, questions: Sequence[model.Question], options: Mapping[str, object]
) -> dict[str, model.Value]:
    """The answers that options give, by the names of the questions. Raises `UsageProblem`."""
    return {
        question.id: option_value(context, question, str(options[question.id]))
        for question in questions
        if options.get(question.id) is not None
    }


def storable(context: Context, text: str, field: str | None = None) -> model.Value:
    """Words as they may be kept; what was hidden or made harmless is told."""
    made = clean(context, text, redact(text, field))
    for warning in made.warnings:
        warn(context, warning)
    return made.text


def ask_all(
    asker: Asker, questions: Sequence[model.Question], known: Mapping[str, model.Value]
) -> dict[str, model.Value]:
    """The answers to all questions: those known are not asked. What is typed is kept from answer to
    answer until `finished`. Raises `UsageProblem` where the input ends, and `Emergency`."""
    answers, place, trail = dict(known), 0, list[int]()
    answers |= _taken_up(asker, [question.id for question in questions if question.id not in known])
    left = [question for question in questions if question.id not in answers]
    while place < len(left):
        counter = f"{place + 1}/{len(left)}"
        try:
            reply = asker.ask(left[place], left[place].options, counter=counter)
        except EndOfInput:
            raise _ended(asker.context, left[place:]) from None
        except Back:
            place = trail.pop() if trail else 0
        else:
            answers[left[place].id] = (
                model.Own("") if reply in (model.UNKNOWN, model.BLANK) else reply
            )
            trail.append(place)
            place += 1
            _keep(asker.context, answers)
    return answers


def finished(context: Context) -> None:
    """Delete what was kept: the log has it."""
    drafts.discard(_file(context))


def _file(context: Context) -> Path:
    return context.settings.home / "drafts" / FILE


def _keep(context: Context, answers: Mapping[str, model.Value]) -> None:
    """Keep the answers so far; where nothing can be written, the command goes on without."""
    try:
        interview = Interview().answer_all(answers, Origin.TYPED)
        drafts.save(_file(context), Draft(interview, saved=context.now.isoformat()))
    except OSError:
        return


def _taken_up(asker: Asker, wanted: Collection[str]) -> dict[str, model.Value]:
    """The answers that were kept of the same questions, if somebody at a terminal wants them."""
    if not wanted or not sys.stdin.isatty():
        return {}
    found = drafts.load(_file(asker.context))
    typed = found.interview.answers if found else {}
    answers = {name: answer for name, answer in typed.items() if name in wanted}
    if not answers:
        return {}
    asker.say("unfinished-found", model.Tone.HEADING)
    for answer in answers.values():
        asker.terminal.say(f"  {answer}")
    text, choices = "unfinished-ask", {"use": "unfinished-use", "new": "unfinished-new"}
    try:
        return answers if asker.decide(asker.context.word(text), choices) == "use" else {}
    except Back:
        return {}


def _ended(context: Context, left: Sequence[model.Question]) -> BaseException:
    """At a terminal Ctrl-D leaves like Ctrl-C; on a pipe the missing answers are named."""
    if sys.stdin.isatty():
        return KeyboardInterrupt()
    wanted = {question.id: [option.id for option in question.options] for question in left}
    return model.UsageProblem(missing_lines(context, wanted))


def agreed(asker: Asker, key: str, **values: object) -> bool:
    """Whether a question that has a harmless answer is answered with yes; Enter says no, so does
    `<`, and at a terminal Ctrl-D leaves. Raises `Emergency`."""
    text, answers = asker.context.word(key, **values), {"no": f"{key}-no", "yes": f"{key}-yes"}
    try:
        return asker.decide(text, answers) == "yes"
    except Back:
        return False
    except EndOfInput:
        raise KeyboardInterrupt from None  # a piped input that has ended says no
