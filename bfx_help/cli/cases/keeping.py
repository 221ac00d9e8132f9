"""Writes to the log: what was sent, what came back, how it went; and deletes a case for good."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from bfx_help import cases
from bfx_help.cases import (
    NOTHING,
    Act,
    Case,
    Log,
    NewCase,
    NewEvent,
    Rating,
    ReplyKind,
    Solved,
    StoredText,
)
from bfx_help.cli.asker import Asker
from bfx_help.cli.cases.asks import agreed, ask_all, case_question, finished, option_value, storable
from bfx_help.cli.cases.shared import due_line, warn, warn_of_clock, with_log
from bfx_help.cli.context import Context
from bfx_help.cli.output import tell
from bfx_help.cli.read_text import read_text
from bfx_help.model import Asks, Existence, Own, Question, Takes, Text, Value

LARGEST = 100_000
"""Characters of a text that was sent."""


class Given(NamedTuple):
    """What the options of `case add` say."""

    about: str | None
    topic: str | None
    channel: str | None
    ticket: str | None
    when: str | None
    want: str | None
    text: Path | None


def writable(context: Context) -> dict[str, Text]:
    """The channels that take a letter or a chat; what everybody reads is not among them."""
    return {
        name: channel.name
        for name, channel in context.content.channels.items()
        if channel.existence is Existence.EXISTS
        and not channel.public
        and channel.takes not in (Takes.NOTHING, Takes.POST)
    }


def _questions(context: Context) -> tuple[Question, ...]:
    topics = {topic.id: topic.name for topic in context.content.topics.values()}
    return (
        case_question(context, "about"),
        case_question(context, "topic", Asks.CHOICE, options=topics),
        case_question(context, "channel", Asks.CHOICE, options=writable(context)),
        case_question(context, "ticket", Asks.ID, needed=False),
        case_question(context, "when", Asks.TIME),
        case_question(context, "want", needed=False),
    )


def add(context: Context, options: Given) -> int:
    """Log a request that was sent by hand; the number goes to standard output."""
    questions = _questions(context)
    known = _known(context, questions, options._asdict())
    text = _read(context, options.text) if options.text else None
    if options.about and options.topic and options.channel and options.when:
        known = {"ticket": NOTHING, "want": NOTHING, **known}
    answers = ask_all(Asker(context), questions, known)
    about = StoredText(answers["about"], answers["about"])
    texts = {"about": about}
    if answers["want"]:
        texts["want"] = StoredText(answers["want"], answers["want"])
    if text:
        texts["letter"] = StoredText(text, text)
    new = NewCase(
        topic=answers["topic"],
        channel=answers["channel"],
        ticket=answers["ticket"],
        about=about,
        sent=answers["when"],
        answers={},
        texts=texts,
    )
    return tell_added(context, add_new(context, new))


def _known(
    context: Context, questions: tuple[Question, ...], options: Mapping[str, object]
) -> dict[str, Value]:
    return {
        question.id: option_value(context, question, str(options[question.id]))
        for question in questions
        if options.get(question.id) is not None
    }


def _read(context: Context, path: Path) -> Value:
    """A text that was sent, without its secrets."""
    return storable(context, read_text(context, path, LARGEST))


def add_new(context: Context, new: NewCase) -> Case:
    """Log a case; how it stands then."""

    def work(log: Log) -> Case:
        warn_of_clock(context, log)
        return log.case(log.add(new))

    case = with_log(context, work)
    finished(context)
    return case


def tell_added(context: Context, case: Case) -> int:
    """Say the number of a new case and its next step."""
    added = context.word("case-added", number=case.number)
    tell(context, added, due_line(context, case), context.word("case-own-dates"))
    return 0


class Noted(NamedTuple):
    """What the options of `case note` say."""

    words: str
    said: ReplyKind | None
    call: bool
    when: str | None
    ticket: str | None


def note(context: Context, number: int, noted: Noted) -> int:
    """Note a reply, a call or anything else; what comes next goes to standard output."""
    case = with_log(context, lambda log: log.case(number))
    ticket = noted.ticket and option_value(
        context, case_question(context, "ticket", Asks.ID), noted.ticket
    )
    happening = _happened(context, noted)._replace(ticket=ticket or None)
    after = _noted(context, number, happening)
    if case.closed:
        warn(context, context.word("case-is-closed", number=number))
    tell(context, context.word("case-noted", number=number), due_line(context, after))
    return 0


def _noted(context: Context, number: int, happening: NewEvent) -> Case:
    def work(log: Log) -> Case:
        warn_of_clock(context, log)
        return log.note(number, happening)

    case = with_log(context, work)
    finished(context)
    return case


def _happened(context: Context, noted: Noted) -> NewEvent:
    """What is to be noted; asked for where the options say nothing of it."""
    at = case_question(context, "when", Asks.TIME, needed=False)
    known: dict[str, Value] = {"when": option_value(context, at, noted.when)} if noted.when else {}
    if noted.said or noted.call or noted.ticket or noted.words:
        act = Act.REPLY if noted.said else Act.CALL if noted.call else Act.NOTE
        known["act"] = Own(noted.said or act)
        known["words"] = storable(context, noted.words, Asks.ID) if noted.words else NOTHING
        known.setdefault("when", NOTHING)
    kinds = {kind.value: context.text(f"said-{kind}") for kind in ReplyKind}
    kinds |= {kind.value: context.text(f"act-{kind}") for kind in (Act.CALL, Act.NOTE)}
    questions = (
        case_question(context, "act", Asks.CHOICE, options=kinds),
        case_question(context, "words", needed=False),
        at,
    )
    answers = ask_all(Asker(context), questions, known)
    chosen, words, when = answers["act"], answers["words"], answers["when"] or None
    if chosen in [str(kind) for kind in ReplyKind]:
        return NewEvent(Act.REPLY, words, ReplyKind(chosen), when)
    return NewEvent(Act(chosen), words, None, when)


def close(context: Context, number: int, moment: str | None, undo: bool) -> int:
    """Close a case, or open it again."""
    at = (
        option_value(context, case_question(context, "when", Asks.TIME), moment) if moment else None
    )
    act = Act.REOPENED if undo else Act.CLOSED
    after = _noted(context, number, NewEvent(act, at=at))
    lines = [due_line(context, after)]
    if not undo and with_log(context, lambda log: log.rating(number)) is None:
        lines.append(context.word("case-rate-it", number=number))
    tell(context, *lines)
    return 0


class Rated(NamedTuple):
    """What the options of `case rate` say."""

    solved: str | None
    effect: int | None
    manner: int | None
    words: str | None


def rate(context: Context, number: int, rated: Rated) -> int:
    """Rate how a case went; the time, the third of the guide's measures, follows from the log."""
    with_log(context, lambda log: log.case(number))
    solved = {answer.value: context.text(f"solved-{answer}") for answer in Solved}
    grades = {
        str(grade): context.text(f"grade-{grade}") for grade in range(1, 6)
    }  # the number is the grade
    questions = (
        case_question(context, "solved", Asks.CHOICE, options=solved),
        case_question(context, "effect", Asks.CHOICE, options=grades),
        case_question(context, "manner", Asks.CHOICE, options=grades),
        case_question(context, "rating", needed=False),
    )
    options = {"rating": rated.words, **rated._asdict()}
    known = _known(context, questions, options)
    if rated.solved and rated.effect and rated.manner:
        known.setdefault("rating", NOTHING)
    answers = ask_all(Asker(context), questions, known)
    effect, manner = int(answers["effect"]), int(answers["manner"])

    def work(log: Log) -> None:
        before, words = log.rating(number), answers["rating"]
        if before and before.words and before.words != words:  # what was said once stays
            words = Own(f"{before.words}\n{words}".strip())
        log.rate(number, Rating(log.stamp, Solved(answers["solved"]), effect, manner, words))

    with_log(context, work)
    finished(context)
    tell(context, context.word("case-rated", number=number))
    return 0


def purge(context: Context, number: int, yes: bool) -> int:
    """Delete a case with its texts and exhibits, so that nothing of it is left in any file."""

    def about(log: Log) -> str:
        return "" if log.was_deleted(number) else context(log.case(number).about.text)

    named = with_log(context, about)
    if not yes and not agreed(Asker(context), "purge", number=number, about=named):
        tell(context, context.word("forget-left"))
        return 1
    with_log(context, lambda log: cases.purge(log, context.settings.home, number))
    tell(context, context.word("purged", number=number))
    others = cases.folder(context.settings.home, number)
    if others.exists():
        tell(context, context.word("forget-others", path=others))
    for path in cases.damaged(context.settings.home):  # nobody can tell what lies in them
        tell(context, context.word("purge-aside", path=path))
    return 0
