"""Asks what a `case` command still has to know; what the options say is checked the same way."""

import sys
from collections.abc import Mapping, Sequence

from bfx_help.cli.asker import Asker, Back
from bfx_help.cli.cases import unfinished
from bfx_help.cli.cases.shared import warn
from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.entry import CHOSEN, Surroundings, clean, field_of, understand_answer
from bfx_help.model import BLANK, UNKNOWN, Asks, Option, Own, Question, Text, Tone, Value
from bfx_help.redact import redact
from bfx_help.terminal import Choice, EndOfInput, Prompt


def question(
    desk: Desk,
    name: str,
    kind: Asks = Asks.TEXT,
    *,
    needed: bool = True,
    options: Mapping[str, Text] | None = None,
) -> Question:
    """A question of the `case` commands; its words are `case-ask-...` and `case-where-...`."""
    chosen = tuple(Option(id_, text) for id_, text in (options or {}).items())
    return Question(
        id=name,
        kind=kind,
        ask=desk.text(f"case-ask-{name}"),
        label=desk.text(f"case-ask-{name}"),
        why=desk.text("case-why"),
        where=desk.text("case-why" if kind in CHOSEN else f"case-where-{name}"),
        sensitivity=0,
        options=chosen,
        unknown=not needed,
        ids=kind is Asks.TEXT,
    )


def given(desk: Desk, asked: Question, text: str) -> Value:
    """What an option says: checked, and fit to be kept. Raises `Usage`."""
    if asked.kind in CHOSEN:
        allowed = [option.id for option in asked.options]
        if text in allowed:
            return Own(text)
        raise desk.wrong_choice(asked.id, text, allowed)
    reading = understand_answer(asked, text, (), desk.now, Surroundings())
    if reading is None or not reading.value:
        hint = desk(asked.where)
        raise Usage(desk.word("wrong-value", name=asked.id, kind=asked.kind, hint=hint))
    return kept(desk, reading.value, field_of(asked))


def kept(desk: Desk, text: str, field: str | None = None) -> Value:
    """Words as they may be kept; what was hidden or made harmless is told."""
    made = clean(desk, text, redact(text, field))
    for warning in made.warnings:
        warn(desk, warning)
    return made.text


def ask_all(
    asker: Asker, questions: Sequence[Question], known: Mapping[str, Value]
) -> dict[str, Value]:
    """The answers to all questions: those known are not asked. What is typed is kept from answer to
    answer until `finished`. Raises `Usage` where the input ends, and `Emergency`."""
    answers, place, trail = dict(known), 0, list[int]()
    answers |= unfinished.taken_up(asker, [one.id for one in questions if one.id not in known])
    left = [one for one in questions if one.id not in answers]
    while place < len(left):
        counter = f"{place + 1}/{len(left)}"
        try:
            reply = asker.ask(left[place], left[place].options, counter=counter)
        except EndOfInput:
            raise _ended(asker.desk, left[place:]) from None
        except Back:
            place = trail.pop() if trail else 0
        else:
            answers[left[place].id] = Own("") if reply in (UNKNOWN, BLANK) else reply
            trail.append(place)
            place += 1
            unfinished.keep(asker.desk, answers)
    return answers


def finished(desk: Desk) -> None:
    """What was asked for has its place: nothing need be kept of it any more."""
    unfinished.forget(desk)


def _ended(desk: Desk, left: Sequence[Question]) -> BaseException:
    """At a terminal Ctrl-D leaves like Ctrl-C; on a pipe the missing answers are named."""
    if sys.stdin.isatty():
        return KeyboardInterrupt()
    lines = [desk.word("missing-answers")]
    for one in left:
        allowed = ", ".join(option.id for option in one.options)
        lines.append(f"  {one.id}: {allowed or desk.word('missing-free')}")
    return Usage("\n".join(lines))


def agreed(asker: Asker, key: str, **values: object) -> bool:
    """Whether a question that has a harmless answer is answered with yes; Enter says no, so does
    `<`, and at a terminal Ctrl-D leaves. Raises `Emergency`."""
    desk = asker.desk
    choices = (Choice("no", desk.word(f"{key}-no")), Choice("yes", desk.word(f"{key}-yes")))
    try:
        return asker.choose(Prompt(desk.word(key, **values), choices, default="no")) == "yes"
    except Back:
        return False
    except EndOfInput:
        raise KeyboardInterrupt from None  # a piped input that has ended says no


def emergency(desk: Desk) -> int:
    """Go to the emergency lane; its exit code."""
    from bfx_help.cli import ask
    from bfx_help.cli.result import OutputOptions

    return ask.run(desk, ask.AskOptions(sos=True), OutputOptions())


def say(asker: Asker, text: str, tone: Tone = Tone.PLAIN) -> None:
    """Tell something, on standard error."""
    asker.terminal.say(text, tone)
