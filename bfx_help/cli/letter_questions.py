"""What fills the letter: the wants, the page of details, the own account, the review."""

from bfx_help.cli import details
from bfx_help.cli.result import formatter
from bfx_help.cli.talk import DONE, NONE_OF_THESE, Talk, source_of
from bfx_help.interview.progress import Origin, Stage
from bfx_help.interview.proposals import half_amounts
from bfx_help.interview.step import State, deciding, options_of
from bfx_help.model import (
    NONE,
    UNKNOWN,
    Asks,
    Option,
    Question,
    Redacted,
    Tone,
    Value,
)
from bfx_help.request.letter import OWN_WANT
from bfx_help.terminal import Choice, Prompt

SHORTENED = 160
"""Characters of an answer in the list of the review."""


class LetterQuestions:
    """Asks for what stands in the letter beside what decided the route."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def ask(self, stage: Stage, state: State) -> None:
        """Pass one of the stages that fill the letter. Raises `Pressed` and `EndOfInput`."""
        stages = {
            Stage.WANTS: self._wants,
            Stage.DETAILS: self._details,
            Stage.STORY: self._story,
            Stage.REVIEW: self._review,
        }
        stages[stage](state)

    def _pass(self, stage: Stage) -> None:
        self._talk.interview = self._talk.interview.enter(stage)

    # -- wants ---------------------------------------------------------------------------------

    def _wants(self, state: State) -> None:
        """Which wants, in which order; a line in own words is one too."""
        talk, context = self._talk, self._talk.context
        question = talk.question(talk.roles.wants)
        options = options_of(context.content, question, state.values)
        lines = [context(question.ask)]
        lines += [f"  {number}  {context(option.name)}" for number, option in enumerate(options, 1)]
        lines.append(context(question.where))
        prompt = Prompt("\n".join(lines), default="", block=True, counter=talk.counter())
        text = talk.asker.choose(prompt, "wants-why", Asks.ID)
        chosen = _wanted(talk.asker.take(text, Asks.ID) if text else "", options)
        if not chosen and options:
            chosen = [options[0].id]
        talk.set(talk.roles.wants, Redacted("\n".join(chosen)), Origin.CHOSEN)
        self._pass(Stage.WANTS)

    # -- details -------------------------------------------------------------------------------

    def _details(self, state: State) -> None:
        talk = self._talk
        page = details.page_of(talk.context.content, state, talk.proposed())
        if page.fields:
            filled = details.ask_details(talk.asker, page, talk.heard.facts, talk.counter())
            for name, value in filled.answers.items():
                confirmed = page.proposed.get(name) == value
                talk.set(name, value, Origin.CONFIRMED if confirmed else Origin.TYPED)
            if filled.rest:  # nobody said that they take the place of the first words
                words = talk.interview.answers.get(talk.roles.words)
                self._add_to_story("\n".join(filled.rest), words)
        for name, half in half_amounts(talk.state, talk.heard.facts).items():
            talk.set(name, Redacted(half), Origin.CONFIRMED)  # the review shows it
        self._pass(Stage.DETAILS)

    def _add_to_story(self, text: str, words: str | None = None) -> None:
        """Put lines below the account that was typed so far; below the `words` without one."""
        name = self._talk.roles.story
        story = self._talk.interview.answers.get(name, "")
        before = [story] if story and story != UNKNOWN else [words] if words else []
        self._talk.set(name, Redacted("\n".join([*before, text])), Origin.TYPED)

    # -- story ---------------------------------------------------------------------------------

    def _story(self, state: State) -> None:
        """The account in own words; without one, the first words stand in its place."""
        if not state.emergency:
            reply = self._talk.asker.choose(self._story_prompt(), "story-why", Asks.ID)
            if reply:
                self._add_to_story(self._talk.asker.take(reply, Asks.ID))
        self._pass(Stage.STORY)

    def _story_prompt(self) -> Prompt:
        talk, context = self._talk, self._talk.context
        question = talk.question(talk.roles.story)
        answers = talk.interview.answers
        text = f"{context(question.ask)}\n{context(question.where)}"
        if typed := answers.get(talk.roles.story):
            text += f"\n{context.word('story-so-far')}\n{typed}"
        elif words := answers.get(talk.roles.words):
            text += f"\n{context.word('story-words')}\n{words}"
        if context.language.is_chinese:
            text += f"\n{context.word('free-line-english')}"
        return Prompt(text, default="", block=True, counter=talk.counter())

    # -- review --------------------------------------------------------------------------------

    def _review(self, state: State) -> None:
        """All answers with stable numbers, gaps marked; Enter is done."""
        talk = self._talk
        reply = DONE if state.emergency else talk.asker.choose(self._review_prompt(state))
        if reply == DONE:
            self._pass(Stage.REVIEW)
        elif reply == talk.roles.wants:
            talk.interview = talk.interview.leave(Stage.WANTS)
        else:
            question = talk.question(reply)
            value = talk.ask(question, state, talk.interview.answers.get(reply))
            if value == NONE_OF_THESE:
                talk.interview = talk.interview.without([talk.roles.topic, talk.roles.situation])
            else:
                self._correct(question, value)

    def _review_prompt(self, state: State) -> Prompt:
        talk, context, shown = self._talk, self._talk.context, formatter(self._talk.context, state)
        names = {*talk.interview.answers, *(field.id for field in state.fields)}
        names.discard(talk.roles.topic)
        choices = [Choice(DONE, context.word("review-done"), zero=True)]
        for name, question in context.content.questionnaire.by_id.items():
            if name not in names or state.known.holds(question.when) is not True:
                continue
            value = shown(name)
            text = context(value) if value else self._gap(name)
            if name == talk.roles.wants:
                text = self._wants_shown(state)
            label = context(question.short or question.label)
            tone = Tone.PLAIN if value or name == talk.roles.wants else Tone.QUIET
            choices.append(Choice(name, label, value=_shortened(text), tone=tone))
        return Prompt(context.word("review"), tuple(choices), default=DONE, counter=talk.counter())

    def _gap(self, name: str) -> str:
        """What stands where an answer says nothing."""
        value = self._talk.interview.answers.get(name)
        if value == NONE:
            return self._talk.context(self._talk.context.content.letters.frame["none"])
        return self._talk.context.word("gap-unknown" if value == UNKNOWN else "gap-open")

    def _wants_shown(self, state: State) -> str:
        wants = self._talk.context.content.letters.wants
        chosen = state.values.get(self._talk.roles.wants, "").split("\n")
        return " / ".join(
            self._talk.context(wants[name].line) if name in wants else name.removeprefix(OWN_WANT)
            for name in chosen
        )

    def _correct(self, question: Question, value: Value) -> None:
        """Change one answer; those that no longer apply go, and are named."""
        talk, before = self._talk, self._talk.state
        if question.id == talk.roles.situation:
            talk.interview = talk.interview.correct(
                talk.roles.topic, Redacted(value.partition(".")[0]), Origin.CHOSEN
            )
        talk.interview = talk.interview.correct(question.id, value, source_of(question))
        talk.become(question, value)
        after = talk.state
        dropped = self._gone(before, after)
        for name in dropped:
            label = talk.context(talk.question(name).label)
            talk.asker.say("dropped", Tone.QUIET, label=label)
        talk.interview = talk.interview.without(dropped)
        if after.situation != before.situation:
            self._keep_wants(after)
            talk.interview = talk.interview.leave(Stage.DETAILS)
        if after.route != before.route or after.question:
            talk.interview = talk.interview.leave(Stage.CARD, Stage.VERDICT)

    def _gone(self, before: State, after: State) -> list[str]:
        """The answers that no longer apply: nothing asks for them, and no line of the letter."""
        fields = {field.id for field in before.fields} - {field.id for field in after.fields}
        fields -= deciding(self._talk.context.content)
        return [
            name
            for name in self._talk.interview.answers
            if name in before.values and (name not in after.values or name in fields)
        ]

    def _keep_wants(self, state: State) -> None:
        """Keep the wants that another situation has too, and those in own words; if there are
        none, ask again."""
        talk = self._talk
        question = talk.question(talk.roles.wants)
        offered = {option.id for option in options_of(talk.context.content, question, state.values)}
        chosen = state.values.get(question.id, "").split("\n")
        wants = [name for name in chosen if name in offered or name.startswith(OWN_WANT)]
        if wants:
            value = Redacted("\n".join(wants))
            talk.interview = talk.interview.correct(question.id, value, Origin.CHOSEN)
        else:
            talk.interview = talk.interview.without([question.id]).leave(Stage.WANTS)


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


def _shortened(text: str) -> str:
    line = " / ".join(text.splitlines())
    return line if len(line) <= SHORTENED else f"{line[: SHORTENED - 1]}…"
