"""What a conversation knows so far: the answers, what the first words said, and how far it went."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from bfx_help import request, search
from bfx_help.cli.desk import Desk
from bfx_help.cli.hearing import listen
from bfx_help.cli.taking import Around
from bfx_help.interview import routing
from bfx_help.interview import state as interview
from bfx_help.interview.drafts import Draft
from bfx_help.model import (
    NONE,
    UNKNOWN,
    Answers,
    Entry,
    Item,
    Option,
    Own,
    Question,
    Recommendation,
    Route,
    Shown,
    State,
    Template,
    Text,
    Value,
)
from bfx_help.request import Material, Request, Teller

FIRST = frozenset({"words", "topic"})
"""Asked before anything else, whatever the routes look at."""


class Stage(StrEnum):
    """What a conversation leaves behind, each stage once."""

    CARD = "card"  # what to do this minute was shown
    OFFER = "offer"  # none of the answers of the FAQ will do
    WRITE = "write"  # the request is wanted
    REVIEW = "review"  # the answers are right


_KEPT = (Stage.OFFER, Stage.WRITE, Stage.REVIEW)
"""What the user settled. What was shown is shown again to somebody who comes back."""


class Standing(NamedTuple):
    """Where the conversation stands: what is known, the route if it is decided, the next question
    that decides."""

    state: State
    route: Route | None
    question: Question | None


class Session:
    """The answers, and everything that follows from them. It talks to nobody.

    `told` is the route whose verdict was shown, `detailed` the template of the details that follow
    an alert, once they are asked for.
    """

    def __init__(self, desk: Desk, index: search.Index) -> None:
        self.desk = desk
        self._index = index
        content = desk.content
        self.questions = {one.id: one for one in content.questionnaire.questions}
        self.deciding = interview.deciding(content.questionnaire, content.routes.routes) | FIRST
        self.answers: dict[str, Value] = {}
        self.heard: dict[str, Value] = {}
        self.entries: tuple[Entry, ...] = ()
        self.because: tuple[str, ...] = ()
        self.asset: str | None = None
        self.read: list[str] = []
        self.passed: set[Stage] = set()
        self.told: str | None = None
        self.detailed: str | None = None
        self._alerted = 0  # how long the trail was when the details were asked for
        self._ignored: set[str] = set()
        self._trail: list[str] = []

    def state(self) -> State:
        """What the answers amount to."""
        return interview.state(self.desk.content.questionnaire, self.answers, self._measure())

    def _measure(self) -> interview.Measure:
        """What can be computed at this moment: a conversation may last for hours."""
        content = self.desk.content
        return interview.measure(content.questionnaire, content.facts, self.desk.now)

    def standing(self) -> Standing:
        """Where the conversation stands."""
        content, state = self.desk.content, self.state()
        route = routing.decided(content.routes, state)
        question = interview.next_question(content.questionnaire, state, self.deciding)
        return Standing(state, route, question)

    def recommend(self) -> Recommendation:
        """The route that fits what is known."""
        return routing.recommend(self.desk.content.routes, self.state())

    def open_questions(self, wanted: frozenset[str]) -> tuple[Question, ...]:
        """The wanted questions that still have to be asked."""
        return interview.still_to_ask(self.desk.content.questionnaire, self.state(), wanted)

    def template(self) -> Template:
        """The template for what is known."""
        if self.detailed:
            return next(
                one for one in self.desk.content.requests.templates if one.id == self.detailed
            )
        return request.template_for(self.desk.content.requests, self.state())

    def filling(self, route: Route) -> frozenset[str]:
        """The questions that fill the text of a route."""
        template = self.template()
        return FIRST | frozenset(request.fields_of(template, route, self.questions.values()))

    def teller(self, route: Route | None = None) -> Shown:
        """How the answers read."""
        choices = {name: self.options(one) for name, one in self.questions.items()}
        known = self.state().known
        facts = self.desk.content.facts
        tell = Teller(self.questions, choices, facts, known, self.desk.now, route).tell

        def shown(name: str) -> Text | None:
            text = tell(name)
            # What the user typed stays as it is; how long ago it was is told by the program.
            return self.desk.made(text) if text and name.endswith("-age") else text

        return shown

    def options(self, question: Question) -> tuple[Option, ...]:
        """What a question lets one choose from."""
        if question.id == "attachments":
            return tuple(Option(item.id, item.says) for item in self.files())
        content = self.desk.content
        return interview.options(question, content.questionnaire, content.topics.values())

    def around(self, question: Question) -> Around:
        """What is known already that an answer to this question goes with."""
        return Around(self.asset, self.answers.get(question.network or ""))

    def files(self) -> tuple[Item, ...]:
        """What can be attached to the request."""
        template = self.template()
        lists = self.desk.content.checklists.lists
        files = {item.id: item for one in lists for item in one.files}
        return tuple(files[name] for name in template.attach)

    def write(self, route: Route) -> Request:
        """The texts for a route."""
        read = tuple(self.desk.content.faq[name].question for name in self.read)
        teller = self.teller(route)
        requests = self.desk.content.requests
        material = Material(requests, self.questions, self.state(), teller, self.files(), read)
        return request.write(material, route, self.template())

    # -- changing what is known ----------------------------------------------------------------

    def set(self, name: str, value: Value) -> None:
        """Take an answer; the first words are understood at once."""
        self.answers[name] = value
        self._trail.append(name)
        if name == "words":
            self.listen()

    def prefill(self, answers: Answers) -> None:
        """Take answers that were given beforehand."""
        self.answers.update(answers)
        if "words" in answers:
            self.listen()

    def listen(self) -> None:
        """Understand the first words."""
        heard = listen(self.answers["words"], self.desk.content, self._index, self.desk.now)
        self.heard = dict(heard.answers)
        self.because, self.entries, self.asset = heard.because, heard.entries, heard.asset

    def fitting(self) -> tuple[Entry, ...]:
        """The entries of the FAQ that fit the first words and the state chosen since."""
        topic = self.answers.get("topic", "")
        states = [
            option.name.in_(self.desk.language)
            for question in self.questions.values()
            if dict(question.when) == {"topic": (topic,)}
            for option in question.options
            if option.id == self.answers.get(question.id)
        ]
        if not states:
            return self.entries
        hits = search.search(self._index, " ".join([self.answers.get("words", ""), *states]))
        return tuple(self.desk.content.faq[hit.id] for hit in hits)

    def take_heard(self) -> tuple[str, ...]:
        """Put what was heard among the answers where its question applies; the ids of those."""
        taken = []
        while name := self._applicable():
            self.answers[name] = self.heard[name]
            self._trail.append(name)
            taken.append(name)
        return tuple(taken)

    def _applicable(self) -> str | None:
        state = self.state()
        candidates = (one for one in self.questions.values() if one.id in self.heard)
        return next(
            (
                one.id
                for one in candidates
                if one.id not in self._ignored and one.id in state.open and state.holds(one.when)
            ),
            None,
        )

    def back(self) -> str | None:
        """Take back the last answer that was given to a question, with all after it; what was heard
        will be heard again. Behind the first words it is the topic that can be corrected. The
        question whose answer was taken back, unless it had only been heard."""
        asked = [name for name in self._trail if name not in self.heard or name in self._ignored]
        given = last = asked[-1] if asked else None
        if last == "words" and "topic" in self._trail:
            given, last = None, "topic"
            self._ignored.add(last)
        while self._trail and last:
            name = self._trail.pop()
            self.answers = interview.without(self.answers, name)
            if name == last:
                break
        if last is None or last in self.deciding:  # else the verdict stands as it was
            self.passed &= {Stage.CARD}
            self.told = None
        if len(self._trail) < self._alerted:
            self.detailed = None
        return given

    def change(self, name: str, value: Value) -> tuple[str, ...]:
        """Change one answer; the ids of the answers that were dropped with it."""
        self.answers, dropped = interview.changed(
            self.desk.content.questionnaire, self.answers, name, value, self._measure()
        )
        self._trail = [one for one in self._trail if one in self.answers and one != name]
        self._trail.append(name)
        self._ignored.add(name)
        return dropped

    def emergency(self) -> None:
        """Jump to the emergency lane, with its card; what was answered is kept, and nobody has to
        tell a story."""
        self.deciding -= {"words"}
        self.passed.clear()
        for name, value in (("topic", "security"), ("sec-kind", "losing")):
            self.answers[name] = Own(value)
            self._trail.append(name)

    def detail(self, template: str) -> None:
        """After an alert: ask for the details, which are sent later in the same ticket."""
        self.detailed = template
        self._alerted = len(self._trail)

    # -- keeping it ----------------------------------------------------------------------------

    def draft(self, asked: int) -> Draft:
        """What has to be kept to go on later; `asked` is the number of prompts so far."""
        return Draft(
            answers=self.answers,
            heard=self.heard,
            ignored=tuple(sorted(self._ignored)),
            trail=tuple(self._trail),
            asked=asked,
            read=tuple(self.read),
            passed=tuple(sorted(self.passed.intersection(_KEPT))),
            saved=self.desk.now.isoformat(),
        )

    def resume(self, draft: Draft) -> None:
        """Go on where a draft ends; what the content no longer knows is left out, and what was
        given beforehand counts."""
        self.answers = self._known(draft.answers) | self.answers
        if "words" in self.answers:
            self.listen()
        self._ignored = set(draft.ignored)
        self._trail = [name for name in draft.trail if name in self.answers]
        self.read = [name for name in draft.read if name in self.desk.content.faq]
        self.passed = {stage for stage in _KEPT if stage in draft.passed}

    def _known(self, answers: Mapping[str, Value]) -> dict[str, Value]:
        return {
            name: value
            for name, value in answers.items()
            if name in self.questions and self._possible(self.questions[name], value)
        }

    def _possible(self, question: Question, value: Value) -> bool:
        allowed = {option.id for option in self.options(question)} | {UNKNOWN, NONE}
        return not self.options(question) or set(value.split(",")) <= allowed
