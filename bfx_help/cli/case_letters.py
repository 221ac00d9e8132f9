"""The texts after the first one: a case as the answers of an interview, and the letter for them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bfx_help.cases import MINE, Event, EventKind, Exhibit, ReplyKind
from bfx_help.cli.case_log import CaseDetails
from bfx_help.cli.case_words import event_line, utc
from bfx_help.cli.context import Context
from bfx_help.cli.result import letter_of
from bfx_help.interview.progress import Interview, Origin
from bfx_help.interview.step import State, recommend, step
from bfx_help.model import Own, Recommendation, Rung, Text, TextKind, Value, joined
from bfx_help.request.letter import Letter
from bfx_help.request.sections import Section
from bfx_help.request.wants import OWN_WANT


class Further(NamedTuple):
    """What the user adds to a further text; `exhibits` are those to be named in it."""

    new: Value = Own("")
    want: Value = Own("")
    quote: Value = Own("")
    rule: bool = False
    exhibits: tuple[Exhibit, ...] = ()


class FurtherLetter(NamedTuple):
    """A further text with the advice that goes with it."""

    letter: Letter
    found: Recommendation
    interview: Interview
    state: State


def letter_for(
    context: Context, case: CaseDetails, rung: TextKind, further: Further
) -> FurtherLetter:
    """The text for a step of the ladder, made of what the log holds and what is new."""
    plan = next(item for item in context.content.escalation.rungs if item.id == rung.value)
    interview = Interview().answer_all(_answers(context, case, plan, further), Origin.BEFOREHAND)
    state = step(context.content, interview.answers, context.now)
    found = recommend(context.content, state)
    found = found._replace(route=found.route._replace(text=plan.text))
    letter = letter_of(context, state, found)
    assert letter is not None  # every rung names a situation that has a letter
    return FurtherLetter(_with_exhibits(context, letter, further.exhibits), found, interview, state)


def _answers(context: Context, case: CaseDetails, plan: Rung, further: Further) -> dict[str, Value]:
    """The case as answers: its own, if the rung keeps its situation, then what the rung sets."""
    content = context.content
    roles = content.roles.questions
    own = case.answers.get(roles.situation, "")
    answers: dict[str, Value] = {}
    if plan.own and own in content.situations:
        answers = {name: Own(value) for name, value in case.answers.items()}
    else:
        answers[roles.topic] = Own(plan.situation.partition(".")[0])
        answers[roles.situation] = Own(plan.situation)
        for name in (roles.name, roles.email):
            if name in case.answers:
                answers[name] = Own(case.answers[name])
        answers[roles.words] = case.case.about.en
    answers |= {name: Own(value) for name, value in plan.answers.items()}
    parts = _parts(context, case, further)
    for name, part in plan.fill.items():
        if parts[part]:
            answers[name] = parts[part]
    if further.want:
        answers[roles.wants] = Own(f"{OWN_WANT}{further.want}")
    if plan.ask_why and (further.rule or not further.new):
        wants = [want for want in (plan.ask_why, answers.get(roles.wants)) if want]
        answers[roles.wants] = Own("\n".join(wants))
    return _with_everything(context, answers, further)


def _with_everything(
    context: Context, answers: dict[str, Value], further: Further
) -> dict[str, Value]:
    """The answers with all that the user adds: what no question takes stands in the account."""
    story = context.content.roles.questions.story
    lines = [answers[story]] if answers.get(story) else []
    held = "\n".join(answers.values())
    lines += [text for text in (further.new, further.quote) if text and text not in held]
    return {**answers, story: Own("\n".join(lines))} if lines else answers


def _parts(context: Context, case: CaseDetails, further: Further) -> Mapping[str, Value]:
    """What a rung can fill an answer with, by name."""
    events = case.events
    want = next((text.text.en for text in case.texts if text.kind is TextKind.WANT), Own(""))
    return {
        "ticket": case.case.ticket,
        "about": case.case.about.en,
        "last": Own(_last(case)),
        "new": further.new,
        "asked": _words(events, ReplyKind.ASKS),
        "decision": further.quote or _words(events, ReplyKind.REFUSED, ReplyKind.FINAL),
        "reasons": further.new or _words(events, EventKind.REVIEW),
        "want": Own(f"{OWN_WANT}{further.want or want}") if further.want or want else Own(""),
        "timeline": Own(timeline(context, events).en),
    }


def _words(events: Sequence[Event], *kinds: EventKind | ReplyKind) -> Value:
    """What was said in the last event of these kinds."""
    last = (event.words for event in reversed(events) if {event.kind, event.said} & {*kinds})
    return next(last, Own(""))


def _last(case: CaseDetails) -> str:
    """When the user last wrote."""
    written = MINE | {EventKind.CONDUCT}
    mine = (event.at for event in reversed(case.events) if event.kind in written)
    return next(mine, case.case.sent)


def timeline(context: Context, events: Sequence[Event]) -> Text:
    """What happened when, in UTC, a line each."""

    def line(speaking: Context, event: Event) -> str:
        known = MINE - {EventKind.SENT}  # whose text the reader has
        own = event.kind in known
        bare = event._replace(words=Own("")) if own else event
        return f"{utc(context, event.at)} {event_line(speaking, bare)}"

    return context.in_each(lambda speaking: "\n".join(line(speaking, event) for event in events))


def _with_exhibits(context: Context, letter: Letter, exhibits: Sequence[Exhibit]) -> Letter:
    """The letter with the exhibits under their own numbers."""
    lines = []
    for exhibit in exhibits:
        nothing = context.text("exhibit-shows-nothing")
        shows = Text(exhibit.shows, exhibit.shows) if exhibit.shows else nothing
        lines.append(joined([Text(exhibit.id, exhibit.id), shows], Text(" ", " ")))
    if not lines:
        return letter
    section = Section(context.text("letter-exhibits"), tuple(lines))
    return letter._replace(sections=(*letter.sections, section))
