"""The texts after the first one: a case as answers of the questionnaire, and the request for them.

The topic `complaint` has the questions, rules and letters of the ladder; a case fills them in.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bfx_help import request
from bfx_help.answers.spans import moment, stamp
from bfx_help.cases import MINE, Act, Event, Exhibit, Form, Said, Step
from bfx_help.cli.cases.pages import Whole, event_line
from bfx_help.cli.cases.shared import both, utc
from bfx_help.cli.desk import Desk
from bfx_help.cli.session import Session
from bfx_help.cli.start import search_index
from bfx_help.model import Language, Own, Recommendation, Script, Text, Value
from bfx_help.request import Material, Request, Section

_STATES: Mapping[Step, dict[str, str]] = {
    Step.FOLLOW_UP: {"cp-state": "mine", "cp-sent": "request"},
    Step.CHAT: {"cp-state": "mine", "cp-sent": "request"},
    Step.ANSWER: {"cp-state": "theirs"},
    Step.CONDUCT: {"cp-state": "conduct"},
    Step.COMPLAINT: {"cp-state": "silent", "cp-sent": "review"},
    Step.OUTSIDE: {"cp-state": "silent", "cp-sent": "complaint"},
}
"""What the complaint's questions are answered with where nobody has decided anything."""


_LONG_AGO = Own("2000-01-01")
"""The ladder, and not the age of the last message, decides which text is due."""

_FILLED = Own("-")
"""An answer for which another text stands in the request."""


class Further(NamedTuple):
    """What the user adds to a further text. `rule` is whether the new point is a rule that was
    quoted, `exhibits` those to be named."""

    new: Value = Own("")
    want: Value = Own("")
    quote: Value = Own("")
    rule: bool = False
    exhibits: tuple[Exhibit, ...] = ()


class Letter(NamedTuple):
    """A further text with the advice that goes with it."""

    request: Request
    found: Recommendation
    session: Session


def letter(desk: Desk, case: Whole, step: Step, further: Further) -> Letter:
    """The text for a step of the ladder, made of what the log holds and what is new."""
    session = (step is Step.FOLLOW_UP and _own_session(desk, case)) or _session(
        desk, _complaint(case, step, further)
    )
    found = session.recommend()
    silent = step is Step.REVIEW and not _decision(case.events)
    if silent or step in (Step.FOLLOW_UP, Step.CHAT, Step.PUBLIC):
        route = found.route._replace(script=Script.FOLLOW_UP)
        found = found._replace(route=route)
    texts = _texts(desk, case, step, further)
    tell = session.teller(found.route)
    material = Material(
        desk.content.requests,
        session.questions,
        session.state(),
        lambda name: texts.get(name) or tell(name),
    )
    written = request.write(material, found.route, session.template())
    return Letter(_with_exhibits(desk, written, further.exhibits), found, session)


def _session(desk: Desk, answers: Mapping[str, Value]) -> Session:
    session = Session(desk, search_index(desk))
    session.prefill(answers)
    return session


def _own_session(desk: Desk, case: Whole) -> Session | None:
    """The answers of the request itself, now that it was sent and nobody answered; `None` where
    they know no follow-up."""
    answers: dict[str, Value] = {n: Own(value) for n, value in case.answers.items() if n != "words"}
    answers |= {"contacted": Own("silent"), "whats-new": _FILLED, "contacted-at": _LONG_AGO}
    answers["ticket"] = case.case.ticket or _FILLED
    session = _session(desk, answers)
    return session if session.state().known.get("written-before") == "yes" else None


def _complaint(case: Whole, step: Step, further: Further) -> dict[str, Value]:
    """The case as answers of the complaint topic."""
    decision = _decision(_since(case.events, step))
    answers: dict[str, Value] = {
        "topic": Own("complaint"),
        "ticket": case.case.ticket or Own("unknown"),
        "contacted-at": _LONG_AGO,
        "whats-new": _FILLED,
        "cp-about": case.case.about.en,
        "cp-want": further.want or _want(case) or Own(""),
        "cp-timeline": _FILLED,
        "cp-evidence": further.new or _reasons(case.events),
        "cp-conduct": further.new,
        "cp-reply": further.new,
        "cp-asked": _asked(case.events),
        "email": Own(case.answers.get("email", "blank")),
    }
    answers = {name: value for name, value in answers.items() if value}  # a gap is left out
    if decision and is_disputed(case, step):
        answers |= _disputed(decision, step, further)
    else:
        state = _STATES.get(step, _STATES[Step.FOLLOW_UP])
        answers |= {name: Own(value) for name, value in state.items()}
    return answers


def is_disputed(case: Whole, step: Step) -> bool:
    """Whether the text of a step goes against a decision, which it then quotes."""
    disputes = step in (Step.REVIEW, Step.COMPLAINT, Step.OUTSIDE)
    return disputes and _decision(_since(case.events, step)) is not None


def _disputed(decision: Event, step: Step, further: Further) -> dict[str, Value]:
    """The answers where there is a decision that the user disagrees with."""
    new = "rule" if further.rule else "evidence" if further.new else "none"
    if step is Step.COMPLAINT:
        new = "refused"
    elif step is Step.OUTSIDE:
        new = "final"
    return {
        "cp-state": Own("disagree"),
        "cp-new": Own(new),
        "cp-answered": Own(decision.at),
        "cp-quote": further.quote or decision.words or Own("unknown"),
    }


def _decision(events: Sequence[Event]) -> Event | None:
    """The last answer that the user disagrees with."""
    said = (Said.REFUSED, Said.FINAL)
    return next((one for one in reversed(events) if one.said in said), None)


def _asked(events: Sequence[Event]) -> Value:
    """What support asked last."""
    return next((one.words for one in reversed(events) if one.said is Said.ASKS), Own(""))


def _reasons(events: Sequence[Event]) -> Value:
    """What was brought forward in the last review."""
    return next((one.words for one in reversed(events) if one.act is Act.REVIEW), Own(""))


def _since(events: Sequence[Event], step: Step) -> Sequence[Event]:
    """What counts as an answer to the rung below: what came after it."""
    below = {Step.COMPLAINT: Act.REVIEW, Step.OUTSIDE: Act.COMPLAINT}.get(step)
    places = [place for place, one in enumerate(events) if one.act is below]
    return events[places[-1] :] if places else events


def _last(case: Whole) -> str:
    """When the user last wrote."""
    passive = (Act.REPLY, Act.CALL, Act.NOTE, Act.CLOSED, Act.REOPENED)
    return next((one.at for one in reversed(case.events) if one.act not in passive), case.case.sent)


def _want(case: Whole) -> Value | None:
    return next((one.text.en for one in case.texts if one.kind is Form.WANT), None)


def _texts(desk: Desk, case: Whole, step: Step, further: Further) -> dict[str, Text]:
    """What reads differently in each language, or is more than one answer."""
    texts: dict[str, Text] = {}
    new = [Text(further.new, further.new)] if further.new else []
    if step is Step.REVIEW and not _decision(case.events):
        new.insert(0, desk.text("case-ask-decision"))
    texts["whats-new"] = both(new) if new else desk.text("case-nothing-new")
    last = when_sent(desk, _last(case))
    texts |= {"cp-about": case.case.about.text, "contacted-at": last}
    if case.case.ticket:
        texts["ticket"] = Text(case.case.ticket, case.case.ticket)
    want = next((one.text for one in case.texts if one.kind is Form.WANT), None)
    if want and not further.want:
        texts["cp-want"] = want.text
    texts["cp-timeline"] = timeline(desk, case.events)
    return texts


def when_sent(desk: Desk, value: str) -> Text:
    """A moment of the log as it reads in a request."""
    at = moment(value, desk.zone)
    return stamp(at, desk.zone) if at else Text(value, value)


def timeline(desk: Desk, events: Sequence[Event]) -> Text:
    """What happened when, in UTC, in both languages."""

    def line(one: Event, language: Language) -> str:
        own = one.act in MINE and one.act is not Act.SENT  # its text is known to whoever reads it
        bare = one._replace(words=Own("")) if own else one
        return f"{utc(desk, one.at)} {event_line(desk.speaking(language), bare)}"

    lines = [Text(line(one, Language.EN), line(one, Language.ZH)) for one in events]
    return Text("; ".join(one.en for one in lines), "；".join(one.zh for one in lines))


def _with_exhibits(desk: Desk, written: Request, exhibits: Sequence[Exhibit]) -> Request:
    """The request with the exhibits under their own numbers."""
    lines = []
    for one in exhibits:
        shows = Text(one.shows, one.shows) if one.shows else desk.text("exhibit-shows-nothing")
        lines.append(Text(f"{one.id} {shows.en}", f"{one.id} {shows.zh}"))
    if not lines:
        return written
    section = Section(desk.content.requests.frame["attached"], tuple(lines))
    return written._replace(sections=(*written.sections, section))
