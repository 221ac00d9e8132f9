"""The review before a letter is written: every answer on a line, and the change of one of them."""

from collections.abc import Mapping

from bfx_help.cli.conversation import DONE, NONE_OF_THESE, Talk, source_of
from bfx_help.cli.details import Page
from bfx_help.cli.details_asking import ask_details
from bfx_help.cli.result import formatter, letter_of
from bfx_help.interview.letter_fields import left_to_account
from bfx_help.interview.progress import Origin, Stage
from bfx_help.interview.step import State, deciding, options_of, recommend
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Question, Redacted, Tone, Value, fill
from bfx_help.request.letter import Letter
from bfx_help.request.wants import OWN_WANT, USUAL
from bfx_help.terminal import Choice, Prompt

LONG = 260
"""Words from which on a letter is said to be long."""

SHORTENED = 160
"""Characters of an answer in the list of the review."""


def offered_wants(talk: Talk, state: State) -> dict[str, str]:
    """What can be asked for, by its id, as it would stand in the letter now."""
    context, question = talk.context, talk.question(talk.roles.wants)
    shown = formatter(context, state)
    return {
        option.id: context(fill(option.name, shown) or option.name)
        for option in options_of(context.content, question, state.values)
    }


class Review:
    """Lists the answers, and has one of them changed."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def ask(self, state: State) -> None:
        """Show all answers with stable numbers, gaps marked; Enter is done. An emergency has no
        time for it, unless somebody wants it. Raises `Pressed` and `EndOfInput`."""
        talk = self._talk
        reply, beginning = DONE, dict[str, str]()
        if talk.reviews or not state.emergency:
            letter = letter_of(talk.context, state, recommend(talk.context.content, state))
            beginning = self._beginning(letter) if letter else {}
            prompt = self._prompt(state, beginning)
            reply = talk.asker.choose(prompt._replace(text=self._title(letter)))
        if reply == DONE:
            talk.interview = talk.interview.confirmed().enter(Stage.REVIEW)
        elif reply == talk.roles.wants:
            talk.interview = talk.interview.leave(Stage.WANTS)
        elif talk.question(reply).kind is Asks.SEVERAL and talk.question(reply).other:
            self._ask_again(state, talk.question(reply))
        else:
            question = talk.question(reply)
            current = beginning.get(reply, talk.interview.answers.get(reply))
            value = talk.ask(question, state, current)
            if value == NONE_OF_THESE:
                talk.interview = talk.interview.without([talk.roles.topic, talk.roles.situation])
            elif value != beginning.get(reply):  # else it stays what the answers make of it
                self._correct(question, value)

    def _ask_again(self, state: State, question: Question) -> None:
        """Ask for one field as the page of details does: a list would take no own words."""
        talk = self._talk
        options = {question.id: options_of(talk.context.content, question, state.values)}
        page = Page((question,), options, {}, {})
        filled = ask_details(talk.asker, page, talk.heard.said, talk.counter())
        for name, value in filled.answers.items():
            self._correct(talk.question(name), value)

    def _title(self, letter: Letter | None) -> str:
        """What stands above the list: also how long the letter is, where an account makes it so."""
        talk, context = self._talk, self._talk.context
        length = _words(letter) if letter and talk.roles.story in talk.interview.answers else 0
        if length <= LONG:
            return context.word("review")
        name = context(talk.question(talk.roles.story).label)
        return f"{context.word('review')}\n{context.word('review-long', number=length, name=name)}"

    def _prompt(self, state: State, beginning: Mapping[str, str]) -> Prompt:
        talk, context, shown = self._talk, self._talk.context, formatter(self._talk.context, state)
        choices = [Choice(DONE, context.word("review-done"), zero=True)]
        for name, text in beginning.items():
            choices.append(Choice(name, context(talk.question(name).label), value=text))
        left = left_to_account(context.content, state, context.language)
        asked = (field.id for field in state.fields if field not in left)
        names = {*talk.interview.answers, *asked}
        names -= {*beginning, talk.roles.topic}
        for name, question in context.content.questionnaire.by_id.items():
            typed = name in talk.interview.answers
            if name not in names or not (typed or state.known.holds(question.when)):
                continue
            value = shown(name)
            text = context(value) if value else self._gap(name)
            if talk.interview.sources.get(name) is Origin.UNDERSTOOD:
                text = f"{text} {context.word('details-understood')}"
            label = context(question.in_brief)
            tone = Tone.PLAIN if value else Tone.QUIET
            choices.append(Choice(name, label, value=_shortened(text), tone=tone))
        return Prompt("", tuple(choices), default=DONE, counter=talk.counter())

    def _beginning(self, letter: Letter) -> dict[str, str]:
        """How the letter begins, by the question with which one changes it: the subject, the first
        paragraph and what it asks for."""
        talk, context = self._talk, self._talk.context
        texts = {talk.roles.own_subject: letter.subject, talk.roles.own_opening: letter.opening}
        first = {name: context(text) for name, text in texts.items() if text}
        title = context.content.letters.frame["wants"]
        asked = (line for part in letter.sections if part.title == title for line in part.lines)
        wants = " ".join(f"{at}. {context(line)}" for at, line in enumerate(asked, 1))
        return {**first, talk.roles.wants: wants}

    def _gap(self, name: str) -> str:
        """What stands where an answer says nothing."""
        value = self._talk.interview.answers.get(name, BLANK)
        gaps: dict[str, str] = {NONE: "gap-none", UNKNOWN: "gap-unknown"}
        return self._talk.context.word(gaps.get(value, "gap-open"))

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
        name = talk.roles.wants
        offered = {USUAL, *offered_wants(talk, state)}
        chosen = state.values.get(name, "").split("\n")
        wants = [want for want in chosen if want in offered or want.startswith(OWN_WANT)]
        if wants and wants != [USUAL]:
            value = Redacted("\n".join(wants))
            talk.interview = talk.interview.correct(name, value, Origin.CHOSEN)
        else:
            talk.interview = talk.interview.without([name]).leave(Stage.WANTS)


def _words(letter: Letter) -> int:
    """The words of the English letter between the greeting and the thanks."""
    return sum(len(line.en.split()) for part in letter.sections for line in part.lines)


def _shortened(text: str) -> str:
    line = " / ".join(text.splitlines())
    return line if len(line) <= SHORTENED else f"{line[: SHORTENED - 1]}…"
