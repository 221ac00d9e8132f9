"""The loop of `ask`: what was understood, the questions that decide, the verdict, the letter."""

from collections.abc import Callable
from typing import NamedTuple

from bfx_help.cli import details, verdict
from bfx_help.cli.asker import Asker, Back, Emergency
from bfx_help.cli.desk import Desk
from bfx_help.cli.entry import CHOSEN, Surroundings
from bfx_help.interview.interview import Interview, Source, Stage
from bfx_help.interview.proposals import Facts, proposals
from bfx_help.interview.step import State, options_of, recommend, step
from bfx_help.model import (
    NONE,
    UNKNOWN,
    Answers,
    Asks,
    Entry,
    Language,
    Option,
    Own,
    Question,
    QuestionRoles,
    Recommendation,
    Redacted,
    Shown,
    TextKind,
    Tone,
    Value,
)
from bfx_help.request.formatter import AnswerFormatter
from bfx_help.request.letter import OWN_WANT
from bfx_help.terminal import Choice, Prompt

NONE_OF_THESE = "@none"
DONE = "@done"
OFFERED = 3
"""Situations that are offered first, and entries of the FAQ beside a verdict."""


class Heard(NamedTuple):
    """What the first words say, as far as the wizard needs it."""

    situation: str | None
    likely: tuple[str, ...]
    emergency: bool
    elsewhere: str | None
    facts: Facts


Understand = Callable[[str], Heard]
"""Understands the first words."""


class Outcome(NamedTuple):
    """How an interview ended: with a letter to be written, or with an answer that will do."""

    state: State
    recommendation: Recommendation
    letter: bool
    answered: Entry | None = None


class Wizard:
    """One interview at a terminal. `save` keeps what was said after each answer."""

    def __init__(
        self, asker: Asker, understand: Understand, save: Callable[[Interview, int], None]
    ) -> None:
        self.asker = asker
        self.interview = Interview()
        self._understand = understand
        self._save = save
        self._heard: tuple[str, Heard] | None = None
        self._shown_route: str | None = None

    # -- what is known -------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """The desk, which may change its language in the conversation."""
        return self.asker.desk

    @property
    def state(self) -> State:
        """What follows from the answers at this moment."""
        return step(self.desk.content, self.interview.answers, self.desk.now)

    @property
    def heard(self) -> Heard:
        """What the first words say."""
        words = self.interview.answers.get(self._roles.words, "")
        if self._heard is None or self._heard[0] != words:
            self._heard = (words, self._understand(words))
        return self._heard[1]

    @property
    def _roles(self) -> QuestionRoles:
        return self.desk.content.roles.questions

    def formatter(self, state: State) -> Shown:
        """How the answers read."""
        content = self.desk.content
        questions = content.questionnaire.by_id
        options = {
            name: options_of(content, question, state.values)
            for name, question in questions.items()
        }
        route = state.route
        return AnswerFormatter(
            questions, options, content.facts, state.values, self.desk.now, route
        ).format

    # -- the loop ------------------------------------------------------------------------------

    def run(self) -> Outcome:
        """Talk until there is a verdict to act on. Raises `EndOfInput` and `KeyboardInterrupt`."""
        while True:
            try:
                outcome = self._advance()
            except Back:
                self._go_back()
            except Emergency:
                self.alarm()
            else:
                self._save(self.interview, self.asker.prompts)
                if outcome:
                    return outcome

    def reopen(self, *stages: Stage) -> None:
        """Go back before some stages: to the review, to the verdict."""
        self.interview = self.interview.leave(*stages)

    def alarm(self) -> None:
        """Jump to the emergency lane; what was answered is kept."""
        roles = self.desk.content.roles
        situation = roles.emergency.situation
        self._set(roles.questions.topic, Own(situation.partition(".")[0]), Source.CHOSEN)
        self._set(roles.questions.situation, Own(situation), Source.CHOSEN)
        self.interview = self.interview.leave(Stage.CARD, Stage.VERDICT, Stage.REVIEW)
        self.interview = self.interview.enter(Stage.UNDERSTOOD)

    def _go_back(self) -> None:
        self.interview = self.interview.back()
        while self.interview.trail and self.interview.trail[-1] == Stage.CARD:
            self.interview = self.interview.back()
        self._shown_route = None

    def _set(self, name: str, value: Value, source: Source) -> None:
        self.interview = self.interview.answer(name, value, source)

    def _advance(self) -> Outcome | None:
        """One prompt further."""
        interview, state = self.interview, self.state
        if state.situation is None and self._roles.words not in interview.answers:
            self._first_words()
        elif not interview.passed(Stage.UNDERSTOOD):
            self._understood(state)
        elif state.emergency and not interview.passed(Stage.CARD):
            verdict.show_card(self.desk, self.asker.terminal, state.known)
            self.interview = interview.enter(Stage.CARD)
        elif state.question:
            self._ask(state.question, state)
        elif not interview.passed(Stage.VERDICT):
            return self._verdict(state)
        else:
            return self._fill(state)
        return None

    def _fill(self, state: State) -> Outcome | None:
        """The stages that fill the letter; the outcome once all are passed."""
        stages = (
            (Stage.WANTS, self._wants),
            (Stage.DETAILS, self._details),
            (Stage.STORY, self._story),
            (Stage.REVIEW, self._review),
        )
        for stage, fill in stages:
            if not self.interview.passed(stage):
                fill(state)
                return None
        return Outcome(state, recommend(self.desk.content, state), letter=True)

    # -- first words ---------------------------------------------------------------------------

    def _first_words(self) -> None:
        question = self.desk.content.questionnaire.by_id[self._roles.words]
        self.take_words(self.asker.ask(question, ()))

    def take_words(self, words: Value) -> None:
        """Take the first words. Somebody who types Chinese to English is offered Chinese."""
        settings = self.desk.settings
        if settings.language is not Language.ZH and not settings.chosen and _is_chinese(words):
            choices = (Choice("zh", "中文"), Choice("en", "English"))
            prompt = Prompt(self.desk.word("offer-chinese"), choices, default="zh")
            if self.asker.choose(prompt) == "zh":
                self.asker.desk = self.desk.in_chinese(words)
        self._set(self._roles.words, words, Source.TYPED)
        if self.heard.emergency:
            self.alarm()
            if self.heard.situation in self._emergencies():
                self._set(self._roles.situation, Own(self.heard.situation), Source.UNDERSTOOD)

    def _emergencies(self) -> tuple[str, ...]:
        """The situations that are emergencies by themselves."""
        topic = self.desk.content.roles.emergency.situation.partition(".")[0]
        return tuple(
            name for name, item in self.desk.content.situations.items() if item.topic == topic
        )

    def _understood(self, state: State) -> None:
        heard = self.heard if self._roles.words in self.interview.answers else None
        if heard is None or state.situation:
            self._confirm(None, state)
        elif heard.situation:
            self._confirm(heard.situation, state)
        elif heard.elsewhere and not heard.likely:
            self._elsewhere(heard.elsewhere)
        elif heard.likely:
            self._choose_likely(heard.likely)
        else:
            self.interview = self.interview.enter(Stage.UNDERSTOOD)

    def _elsewhere(self, name: str) -> None:
        """What somebody else has the answer to is said, with the way back to this desk."""
        self.asker.terminal.say(self.desk(self.desk.content.elsewhere[name].says))
        self.interview = self.interview.enter(Stage.UNDERSTOOD)

    def _choose_likely(self, likely: tuple[str, ...]) -> None:
        """Offer the likely situations first, and the rest below."""
        content = self.desk.content
        names = [name for name in likely if name in content.situations][:OFFERED]
        topics = content.topics
        choices = [
            Choice(
                name,
                f"{self.desk(topics[content.situations[name].topic].name)}: "
                f"{self.desk(content.situations[name].name)}",
            )
            for name in names
        ]
        choices.append(Choice(NONE_OF_THESE, self.desk.word("choice-none-of-these"), zero=True))
        reply = self.asker.choose(Prompt(self.desk.word("likely"), tuple(choices)), "likely-why")
        if reply == NONE_OF_THESE:
            self.interview = self.interview.enter(Stage.UNDERSTOOD)
            return
        self._set(self._roles.topic, Own(content.situations[reply].topic), Source.CHOSEN)
        self._set(self._roles.situation, Own(reply), Source.CHOSEN)
        self._confirm(None, self.state)

    def _confirm(self, situation: str | None, state: State) -> None:
        """Show what was understood once, in one list; Enter confirms all of it."""
        proposed = self._proposed(situation)
        while situation or self._deciding(proposed, state):
            reply = self.asker.choose(
                self._understood_prompt(situation, proposed), "understood-why"
            )
            if reply == DONE:
                break
            if reply == self._roles.situation:
                self.interview = self.interview.enter(Stage.UNDERSTOOD)
                return
            question = self.desk.content.questionnaire.by_id[reply]
            value = self._ask_value(question, state, proposed[reply])
            proposed = {name: one for name, one in proposed.items() if name != reply}
            self._set(reply, value, Source.TYPED)
        if situation:
            topic = situation.partition(".")[0]
            answers: Answers = {
                self._roles.topic: Own(topic),
                self._roles.situation: Own(situation),
            }
            self.interview = self.interview.answer_all(answers, Source.CONFIRMED)
        confirmed = {name: Own(value) for name, value in proposed.items()}
        self.interview = self.interview.answer_all(confirmed, Source.CONFIRMED)
        self.interview = self.interview.enter(Stage.UNDERSTOOD)

    def _proposed(self, situation: str | None) -> dict[str, str]:
        """The answers that the facts propose, as if the situation were confirmed."""
        answers = dict(self.interview.answers)
        if situation:
            answers[self._roles.topic] = Own(situation.partition(".")[0])
            answers[self._roles.situation] = Own(situation)
        if self._roles.words not in answers:
            return {}
        state = step(self.desk.content, answers, self.desk.now)
        wanted = {question.id for question in state.fields}
        found = proposals(self.desk.content, self.heard.facts, state)
        return {
            name: value
            for name, value in found.items()
            if name in wanted or name in self._deciding_ids(state)
        }

    def _deciding_ids(self, state: State) -> set[str]:
        return {name for route in self.desk.content.routes.routes for name in route.when} & set(
            self.desk.content.questionnaire.by_id
        )

    def _deciding(self, proposed: Answers | dict[str, str], state: State) -> bool:
        return bool(self._deciding_ids(state) & proposed.keys())

    def _understood_prompt(self, situation: str | None, proposed: dict[str, str]) -> Prompt:
        content, desk = self.desk.content, self.desk
        choices = [Choice(DONE, desk.word("understood-right"), zero=True)]
        if situation:
            item = content.situations[situation]
            name = f"{desk(content.topics[item.topic].name)}: {desk(item.name)}"
            choices.append(Choice(self._roles.situation, name))
        shown = self._formatter_of(situation, proposed)
        for name in proposed:
            question = content.questionnaire.by_id[name]
            value = shown(name)
            text = desk(value) if value else proposed[name]
            line = desk.word("review-line", label=desk(question.label), value=text)
            choices.append(Choice(name, line))
        return Prompt(desk.word("understood"), tuple(choices), default=DONE)

    def _formatter_of(self, situation: str | None, proposed: dict[str, str]) -> Shown:
        answers = {**self.interview.answers, **{k: Own(v) for k, v in proposed.items()}}
        if situation:
            answers[self._roles.topic] = Own(situation.partition(".")[0])
            answers[self._roles.situation] = Own(situation)
        return self.formatter(step(self.desk.content, answers, self.desk.now))

    # -- questions that decide -----------------------------------------------------------------

    def _ask(self, question: Question, state: State) -> None:
        proposed = self._proposed(None).get(question.id)
        value = self._ask_value(question, state, proposed)
        if value == NONE_OF_THESE:  # another topic
            self.interview = self.interview.without([self._roles.topic])
            return
        self._set(question.id, value, self._source(question))
        self._become(question, value)

    def _source(self, question: Question) -> Source:
        return Source.CHOSEN if question.kind in CHOSEN else Source.TYPED

    def _ask_value(self, question: Question, state: State, current: str | None) -> Value:
        options = options_of(self.desk.content, question, state.values)
        if question.id == self._roles.situation:
            other = self.desk.text("choice-other-topic")
            likely = self.heard.likely if self._roles.words in self.interview.answers else ()
            first = [option for name in likely for option in options if option.id == name]
            rest = [option for option in options if option not in first]
            options = (*first, *rest, Option(NONE_OF_THESE, other))
        facts = self.heard.facts if self._roles.words in self.interview.answers else {}
        network = state.values.get(question.network or "")
        near = Surroundings(facts.get("asset"), network)
        return self.asker.ask(
            question, options, counter=self._counter(), current=current, near=near
        )

    def _become(self, question: Question, value: str) -> None:
        """An answer may lead to another situation; what still applies stays."""
        for option in question.options:
            if option.id == value and option.becomes:
                topic = option.becomes.partition(".")[0]
                answers = self.interview
                answers = answers.correct(self._roles.topic, Own(topic), Source.CHOSEN)
                self.interview = answers.correct(
                    self._roles.situation, Own(option.becomes), Source.CHOSEN
                )

    def _counter(self) -> str:
        asked = self.asker.prompts + 1
        return f"{asked}/{max(asked, 9)}"

    # -- the verdict ---------------------------------------------------------------------------

    def _verdict(self, state: State) -> Outcome | None:
        found = recommend(self.desk.content, state)
        if self._shown_route != found.route.id:
            verdict.show(self.desk, self.asker.terminal, found, self.formatter(state))
            self._shown_route = found.route.id
        if state.emergency:
            self.interview = self.interview.enter(Stage.VERDICT).enter(Stage.WANTS)
            return None
        return self._after_verdict(state, found)

    def _after_verdict(self, state: State, found: Recommendation) -> Outcome | None:
        """One list: write, read an answer, not now."""
        entries = self._entries(state)
        writes = state.situation is not None and state.situation.letter
        later = found.route.text is TextKind.NONE or not writes
        choices = [Choice(DONE, self.desk.word("write-yes"))] if writes else []
        choices += [
            Choice(entry.id, self.desk.word("read-entry", title=self.desk(entry.question)))
            for entry in entries
        ]
        choices.append(Choice("no", self.desk.word("write-later"), zero=True))
        default = "no" if later else DONE
        reply = self.asker.choose(
            Prompt(self.desk.word("write"), tuple(choices), default=default), "write-why"
        )
        if reply == "no":
            return Outcome(state, found, letter=False)
        if reply == DONE:
            self.interview = self.interview.enter(Stage.VERDICT)
            return None
        return self._read(self.desk.content.faq[reply], state, found)

    def _entries(self, state: State) -> tuple[Entry, ...]:
        names = state.situation.faq if state.situation else ()
        faq = self.desk.content.faq
        left = [name for name in names if name in faq and name not in self.interview.read]
        return tuple(faq[name] for name in left)[:OFFERED]

    def _read(self, entry: Entry, state: State, found: Recommendation) -> Outcome | None:
        verdict.show_entry(self.desk, self.asker.terminal, entry)
        self.interview = self.interview._replace(read=(*self.interview.read, entry.id))
        choices = (
            Choice("0", self.desk.word("offer-go-on"), zero=True),
            Choice("1", self.desk.word("offer-solved")),
        )
        prompt = Prompt(self.desk.word("offer-helped"), choices, default="0")
        if self.asker.choose(prompt) == "1":
            return Outcome(state, found, letter=False, answered=entry)
        return None

    # -- what fills the letter -----------------------------------------------------------------

    def _wants(self, state: State) -> None:
        """Which wants, in which order; a line in own words is one too."""
        question = self.desk.content.questionnaire.by_id[self._roles.wants]
        options = options_of(self.desk.content, question, state.values)
        lines = [self.desk(question.ask)]
        lines += [
            f"  {number}  {self.desk(option.name)}" for number, option in enumerate(options, 1)
        ]
        lines.append(self.desk(question.where))
        text = self.asker.choose(Prompt("\n".join(lines), default="", block=True), "wants-why")
        chosen = _wanted(self.asker.take(text) if text else "", options)
        if not chosen and options:
            chosen = [options[0].id]
        self._set(self._roles.wants, Redacted("\n".join(chosen)), Source.CHOSEN)
        self.interview = self.interview.enter(Stage.WANTS)

    def _details(self, state: State) -> None:
        page = details.page_of(self.desk.content, state, self._proposed(None))
        if page.fields:
            facts = self.heard.facts if self._roles.words in self.interview.answers else {}
            filled = details.ask_details(self.asker, page, facts, self._counter())
            for name, value in filled.answers.items():
                proposed = page.proposed.get(name) == value
                self._set(name, value, Source.CONFIRMED if proposed else Source.TYPED)
            if filled.rest:
                self._add_story(filled.rest)
        self.interview = self.interview.enter(Stage.DETAILS)

    def _add_story(self, lines: tuple[str, ...]) -> None:
        story = self.interview.answers.get(self._roles.story, "")
        before = [story] if story and story != UNKNOWN else []
        self._set(self._roles.story, Redacted("\n".join([*before, *lines])), Source.TYPED)

    def _story(self, state: State) -> None:
        """The account in own words; without one, the first words stand in its place."""
        if state.emergency:
            self.interview = self.interview.enter(Stage.STORY)
            return
        question = self.desk.content.questionnaire.by_id[self._roles.story]
        answers = self.interview.answers
        before = answers.get(self._roles.story) or answers.get(self._roles.words) or ""
        text = f"{self.desk(question.ask)} {self.desk(question.where)}"
        if before:
            text += f"\n{self.desk.word('story-before')}\n{before}"
        if self.desk.language is Language.ZH:
            text += f"\n{self.desk.word('free-line-english')}"
        prompt = Prompt(text, default="", block=True, counter=self._counter())
        reply = self.asker.choose(prompt, "story-why", Asks.ID)
        if reply:
            typed = answers.get(self._roles.story)
            lines = [typed] if typed and typed != UNKNOWN else []
            story = "\n".join([*lines, self.asker.take(reply, Asks.ID)])
            self._set(self._roles.story, Redacted(story), Source.TYPED)
        self.interview = self.interview.enter(Stage.STORY)

    def _review(self, state: State) -> None:
        """All answers with stable numbers, gaps marked; Enter is done."""
        if state.emergency:
            self.interview = self.interview.enter(Stage.REVIEW)
            return
        reply = self.asker.choose(self._review_prompt(state))
        if reply == DONE:
            self.interview = self.interview.enter(Stage.REVIEW)
            return
        question = self.desk.content.questionnaire.by_id[reply]
        if reply == self._roles.wants:
            self.reopen(Stage.WANTS)
            return
        value = self._ask_value(question, state, self.interview.answers.get(reply))
        self._correct(question, value)

    def _review_prompt(self, state: State) -> Prompt:
        desk, shown = self.desk, self.formatter(state)
        questions = desk.content.questionnaire.by_id
        names = dict.fromkeys((*self.interview.answers, *(field.id for field in state.fields)))
        names.pop(self._roles.topic, None)
        choices = [Choice(DONE, desk.word("review-done"), zero=True)]
        for name in questions:
            if name not in names or state.known.holds(questions[name].when) is not True:
                continue
            value = shown(name)
            text = desk(value) if value else self._gap(name)
            if name == self._roles.wants:
                text = self._wants_shown(state)
            label = desk(questions[name].short or questions[name].label)
            choices.append(Choice(name, desk.word("review-line", label=label, value=_brief(text))))
        return Prompt(desk.word("review"), tuple(choices), default=DONE)

    def _gap(self, name: str) -> str:
        value = self.interview.answers.get(name)
        if value == NONE:
            return self.desk(self.desk.content.letters.frame["none"])
        return self.desk.word("gap-unknown" if value == UNKNOWN else "gap-open")

    def _wants_shown(self, state: State) -> str:
        wants = self.desk.content.letters.wants
        chosen = state.values.get(self._roles.wants, "").split("\n")
        return "; ".join(
            self.desk(wants[name].line) if name in wants else name.removeprefix(OWN_WANT)
            for name in chosen
        )

    def _correct(self, question: Question, value: Value) -> None:
        """Change one answer; those that no longer apply go, and are named."""
        before = self.state
        if question.id == self._roles.situation and value != NONE_OF_THESE:
            topic = Own(value.partition(".")[0])
            self.interview = self.interview.correct(self._roles.topic, topic, Source.CHOSEN)
        self.interview = self.interview.correct(question.id, value, self._source(question))
        self._become(question, value)
        after = self.state
        dropped = [
            name
            for name in self.interview.answers
            if name in before.values and name not in after.values
        ]
        for name in dropped:
            label = self.desk(self.desk.content.questionnaire.by_id[name].label)
            self.asker.say("dropped", Tone.QUIET, label=label)
        self.interview = self.interview.without(dropped)
        if after.route != before.route or after.question:
            self.interview = self.interview.leave(Stage.CARD, Stage.VERDICT)


def _wanted(text: str, options: tuple[Option, ...]) -> list[str]:
    """The wants in the order in which they were typed: numbers of the list, or own words."""
    chosen: list[str] = []
    for line in text.splitlines():
        words = line.replace(",", " ").replace("，", " ").replace("、", " ").split()
        numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
        if words and len(numbers) == len(words) and all(1 <= n <= len(options) for n in numbers):
            chosen += [options[number - 1].id for number in numbers]
        elif line.strip():
            chosen.append(f"{OWN_WANT}{line.strip()}")
    return list(dict.fromkeys(chosen))


def _is_chinese(text: str) -> bool:
    han = sum("一" <= char <= "鿿" for char in text)
    return han * 3 > len(text.replace(" ", ""))


def _brief(text: str) -> str:
    line = " / ".join(text.splitlines())
    return line if len(line) <= 160 else f"{line[:159]}…"
