"""The next text of a case, for `case follow-up` and `case escalate`: what it needs, and when."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from bfx_help import cases
from bfx_help.cases import EventKind, Exhibit, NewEvent, NextStep, StoredText
from bfx_help.cli import verdict
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_letters import Further, FurtherLetter, letter_for
from bfx_help.cli.case_log import CaseDetails, details, plan_of, with_log
from bfx_help.cli.case_questions import agreed, ask_all, case_question, finished, storable
from bfx_help.cli.case_words import due_line, when
from bfx_help.cli.context import Back, Context
from bfx_help.cli.output import CodedPage, Paragraph, as_json, deliver, write
from bfx_help.cli.result import formatter, languages_for
from bfx_help.model import (
    Asks,
    Language,
    Own,
    Problem,
    Question,
    TextKind,
    Tone,
    UsageProblem,
    Value,
)
from bfx_help.plain import plain, width
from bfx_help.request.formats import as_json as letter_data
from bfx_help.request.formats import chosen_text

_FORMS = {
    TextKind.CHAT: TextKind.CHAT,
    TextKind.OUTSIDE: TextKind.OTHER_PARTY,
    TextKind.PUBLIC: TextKind.PUBLIC,
}
"""The text of each step, where it is no letter."""


class StepOptions(NamedTuple):
    """What the options say."""

    new: str | None
    exhibits: tuple[str, ...]
    sent: bool
    languages: str | None
    output: Path | None
    as_data: bool
    want: str | None = None
    quote: str | None = None
    rule: bool = False


def refusal(
    context: Context, number: int, step: TextKind, wish: StepOptions, why: str, early: str = ""
) -> CodedPage:
    """Why a step is not to be taken now, or not before the day that it is too early for."""
    if wish.as_data:
        data = {"number": number, "step": step.value, "refused": why, "not-before": early or None}
        return CodedPage(3, as_json(data))
    day, name = when(context, early), context.word(f"step-{step}")
    return CodedPage(3, [Paragraph(context.word(why, step=name, date=day, number=number))])


def progress(context: Context, number: int) -> tuple[CaseDetails, NextStep]:
    """A case, and its next step."""
    return with_log(context, lambda log: (details(log, number), log.coming(number)), clock=True)


def write_step(
    asker: Asker, case: CaseDetails, step: TextKind, wish: StepOptions, further: Further
) -> int:
    context = asker.context
    made = letter_for(context, case, step, further)
    if wish.as_data:
        data = letter_data(made.letter, context.languages)
        write(as_json({"number": case.case.number, "step": step.value, "texts": data}))
    else:
        _advise(asker, case, step, made)
        kind = _FORMS.get(step, TextKind.LETTER)
        text = chosen_text(made.letter, kind, languages_for(context, wish.languages))
        if not text.strip():
            raise Problem(context.word("no-text-made"))
        code = deliver(context, text, wish.output)
        if code:
            return code
    if step is TextKind.PUBLIC:
        return 0
    if wish.sent or (not wish.as_data and agreed(asker, "case-sent")):
        _log(asker, case.case.number, step, made, further.new)
    finished(context)
    return 0


def _log(asker: Asker, number: int, step: TextKind, made: FurtherLetter, new: Value) -> None:
    """Note that the text was sent."""
    context, kind = asker.context, _FORMS.get(step, TextKind.LETTER)
    en, zh = (chosen_text(made.letter, kind, [tag]) for tag in (Language.EN, context.second))
    # The letter was filled with redacted answers and the program's own words.
    happening = NewEvent(
        EventKind(step.value), new, texts={step.value: StoredText(Own(en), Own(zh))}
    )
    case = with_log(context, lambda log: log.note(number, happening))
    asker.terminal.say(context.word("case-noted", number=number), Tone.GOOD)
    asker.terminal.say(due_line(context, case))


def _advise(asker: Asker, case: CaseDetails, step: TextKind, made: FurtherLetter) -> None:
    """Where the text goes and why, what not to do, and what follows."""
    context, terminal = asker.context, asker.terminal
    terminal.say(context.word(f"ladder-{step}"), Tone.HEADING)
    known = formatter(context, made.state)
    if step not in (TextKind.CHAT, TextKind.PUBLIC):
        careful = context.word("avoid")
        text = verdict.filled(context, made.found.route.avoid, known)
        terminal.say_labelled(careful, text, width(careful), Tone.ALERT)
    dates = cases.dates(context.now, plan_of(context), step)
    if dates:
        terminal.say(context.word("case-dates"))
        for rung, day in dates:
            terminal.say(f"{day}  {context.word(f'step-{rung}')}")
        terminal.say(context.word("case-own-dates"), Tone.QUIET)
    if not case.case.ticket:
        terminal.say(context.word("case-no-ticket", number=case.case.number), Tone.WARNING)


def further(asker: Asker, case: CaseDetails, step: TextKind, wish: StepOptions) -> Further:
    """What is new, in a tone that helps; and what is wanted, where a decision is disputed."""
    context = asker.context
    questions = _questions(context, case, step, wish)
    options = {"new": wish.new, "more-want": wish.want, "quote": wish.quote}
    _refuse_unused(context, step, options, {question.id for question in questions})
    known: dict[str, Value] = {}
    for asked in questions:
        text = options.get(asked.id)
        if text is not None:
            known[asked.id] = storable(context, text, Asks.ID)
        elif wish.new is not None or wish.as_data:
            known[asked.id] = Own("")
    calm = _calm(asker, questions, known)
    empty = Own("")
    return Further(
        new=calm.get("new", empty),
        want=calm.get("more-want", empty),
        quote=calm.get("quote", empty),
        rule=wish.rule,
        exhibits=_exhibits(context, case, step, wish),
    )


def _refuse_unused(
    context: Context, step: TextKind, options: Mapping[str, str | None], used: Collection[str]
) -> None:
    """Raise `UsageProblem` where something was typed that the text has no place for."""
    for name, text in options.items():
        if text and name not in used:
            option, of = f"--{name.removeprefix('more-')}", context.word(f"step-{step}")
            raise UsageProblem(context.word("option-unused", option=option, step=of))


def _calm(
    asker: Asker, questions: tuple[Question, ...], known: dict[str, Value]
) -> dict[str, Value]:
    """The answers, in a tone that helps; `<` at what is offered leads back to the questions."""
    while True:
        answers = ask_all(asker, questions, known)
        try:
            return {name: _calmed(asker, name in known, answer) for name, answer in answers.items()}
        except Back:
            finished(asker.context)


def _questions(
    context: Context, case: CaseDetails, step: TextKind, wish: StepOptions
) -> tuple[Question, ...]:
    """What the text can say; what the log holds is asked only if an option brings another."""
    quiet = step in (TextKind.CHAT, TextKind.PUBLIC)
    needed = step in (TextKind.CONDUCT, TextKind.ANSWER)
    questions = [] if quiet else [case_question(context, "new", needed=needed)]
    disputed = step in (TextKind.REVIEW, TextKind.COMPLAINT, TextKind.OUTSIDE, TextKind.CONDUCT)
    if disputed and (wish.want or not any(text.kind is TextKind.WANT for text in case.texts)):
        questions.append(case_question(context, "more-want", needed=False))
    if wish.quote and not quiet:
        questions.append(case_question(context, "quote"))
    return tuple(questions)


def _calmed(asker: Asker, by_option: bool, text: Value) -> Value:
    """The text, or the neutral one that is offered; where nobody is asked, it is only told."""
    context = asker.context
    found = cases.remarks(text)
    if not found:
        return text
    for passage in found:
        asker.say(f"tone-{passage.kind}", Tone.WARNING, passage=passage.passage)
    instead = {kind: context.text(f"tone-instead-{kind}") for kind in cases.REPLACED}
    offered = cases.neutral(text, instead)
    asker.say("tone-offer", text=offered)
    if by_option:
        return text
    answers = {"take": "tone-take", "keep": "tone-keep"}
    reply = asker.decide(context.word("tone-ask"), answers)
    return storable(context, offered, Asks.ID) if reply == "take" else text


def _exhibits(
    context: Context, case: CaseDetails, step: TextKind, wish: StepOptions
) -> tuple[Exhibit, ...]:
    """The exhibits to be named: those asked for; else all from the review on, and before that
    those added since the last message. Raises `UsageProblem`."""
    there = {exhibit.id: exhibit for exhibit in case.exhibits}
    unknown = next((name for name in wish.exhibits if name.upper() not in there), None)
    if unknown:
        raise UsageProblem(context.word("exhibit-none", id=plain(unknown[:20], "")))
    if wish.exhibits:
        return tuple(there[name.upper()] for name in wish.exhibits)
    if step in (TextKind.CHAT, TextKind.PUBLIC):
        return ()
    if step in (TextKind.REVIEW, TextKind.COMPLAINT, TextKind.OUTSIDE):
        return case.exhibits
    mine = [
        event.noted
        for event in case.events
        if event.kind in (EventKind.FOLLOW_UP, EventKind.ANSWER)
    ]
    return tuple(exhibit for exhibit in case.exhibits if exhibit.added > max(mine, default=""))
