"""The loop of `ask`: first words, the questions that decide, the verdict, what fills the letter."""

from collections.abc import Callable
from typing import NamedTuple

from bfx_help.cli import verdict
from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Back, Emergency
from bfx_help.cli.conversation import DONE, NONE_OF_THESE, Talk, Understand, source_of
from bfx_help.cli.first_words import FirstWords
from bfx_help.cli.letter_questions import LetterQuestions
from bfx_help.cli.result import formatter
from bfx_help.interview.progress import Interview, Stage
from bfx_help.interview.step import State, recommend
from bfx_help.model import UNCLEAR, Entry, Question, Recommendation, TextKind
from bfx_help.terminal import Choice, Prompt

OFFERED = 3  # entries of the FAQ that are offered beside a verdict

FILLING = (Stage.DETAILS, Stage.STORY, Stage.WANTS, Stage.REVIEW, Stage.ENGLISH)
"""The stages that fill the letter, in their order."""

Save = Callable[[Interview, int], None]  # keeps an interview, with the number of prompts so far


class Outcome(NamedTuple):
    """How an interview ended: with a letter to be written, or with an answer that will do."""

    state: State
    recommendation: Recommendation
    letter: bool
    answered: Entry | None = None


class Wizard:
    """One interview at a terminal. `save` keeps what was said after each answer; `first` takes the
    first words, and leads to the emergency lane."""

    def __init__(self, asker: Asker, understand: Understand, save: Save) -> None:
        self.talk = Talk(asker, understand)
        self.first = FirstWords(self.talk, self._keep)
        self._letter = LetterQuestions(self.talk)
        self._save = save
        self._shown: str | None = None  # the route whose verdict stands on the screen
        self._found: frozenset[str] = frozenset()  # the findings that were shown with it

    def run(self) -> Outcome:
        """Talk until there is a verdict to act on. Raises `EndOfInput` and `KeyboardInterrupt`."""
        while True:
            try:
                outcome = self._advance()
            except Back:
                self._go_back()
            except Emergency:
                self.first.alarm()
            else:
                self._keep()
                if outcome:
                    return outcome

    def _keep(self) -> None:
        self._save(self.talk.interview, self.talk.asker.prompts)

    def reopen(self) -> None:
        """Go back to the review, and to what follows it."""
        self.talk.reviews = True
        self.talk.interview = self.talk.interview.leave(Stage.REVIEW, Stage.ENGLISH)

    def _go_back(self) -> None:
        self.talk.asker.prompts = max(0, self.talk.asker.prompts - 1)
        silent = {Stage.REVIEW} if self.talk.state.emergency and not self.talk.reviews else set()
        passed = [
            item for item in FILLING if self.talk.interview.passed(item) and item not in silent
        ]
        if passed and self.talk.interview.passed(Stage.VERDICT):
            behind = FILLING[FILLING.index(passed[-1]) :]  # what was typed there stays
            self.talk.interview = self.talk.interview.leave(*behind)
            return
        interview = _before_card(self.talk.interview.first_before(Stage.VERDICT))
        if self.talk.state.emergency and interview.trail[-1:] == (Stage.VERDICT,):
            interview = _before_card(interview.back())  # nobody was asked for it
        if interview.trail[-1:] == (Stage.UNDERSTOOD,):
            interview = self._before_understood(interview)
        else:
            interview = interview.back()
        self.talk.interview, self._shown = _before_card(interview), None

    def _before_understood(self, interview: Interview) -> Interview:
        """The interview before its words were settled, or before words that led to no question."""
        name, heard = self.talk.roles.words, self.talk.heard
        interview = interview.leave(Stage.UNDERSTOOD)
        if name not in interview.trail:
            return interview
        interview = interview.without(interview.trail[interview.trail.index(name) + 1 :])
        asked = heard.situation or (heard.likely and not heard.likely[0].endswith(UNCLEAR))
        return interview if asked else interview.without([name])

    def _advance(self) -> Outcome | None:
        """One prompt further."""
        talk, state = self.talk, self.talk.state
        if state.situation is None and talk.roles.words not in talk.interview.answers:
            self.first.ask()
        elif not talk.interview.passed(Stage.UNDERSTOOD):
            self.first.settle()
        elif state.emergency and not talk.interview.passed(Stage.CARD):
            verdict.show_card(talk.context, talk.asker.terminal, state.known)
            talk.interview = talk.interview.enter(Stage.CARD)
        elif state.question:
            self._ask(state.question, state)
        elif not talk.interview.passed(Stage.VERDICT):
            return self._verdict(state)
        elif stage := next((item for item in FILLING if not talk.interview.passed(item)), None):
            self._letter.ask(stage, state)
        else:
            return self._written(state)
        return None

    def _written(self, state: State) -> Outcome:
        """The outcome with a letter; what the later answers mean is said before it."""
        talk = self.talk
        found = recommend(talk.context.content, state)
        for finding in found.findings:
            if finding.id not in self._found:
                shown = formatter(talk.context, state)
                talk.asker.terminal.say(verdict.filled(talk.context, finding.says, shown))
        return Outcome(state, found, letter=True)

    def _ask(self, question: Question, state: State) -> None:
        """Ask a question that decides."""
        value = self.talk.ask(question, state, self.talk.proposed().get(question.id))
        if value == NONE_OF_THESE:  # another topic
            self.talk.interview = self.talk.interview.without([self.talk.roles.topic])
            return
        self.talk.set(question.id, value, source_of(question))
        self.talk.become(question, value)

    # -- the verdict ---------------------------------------------------------------------------

    def _verdict(self, state: State) -> Outcome | None:
        talk = self.talk
        found = recommend(talk.context.content, state)
        if self._shown != found.route.id:
            verdict.show(talk.context, talk.asker.terminal, found, formatter(talk.context, state))
            self._shown = found.route.id
            self._found = frozenset(finding.id for finding in found.findings)
        if state.emergency and state.situation and state.situation.letter:
            talk.interview = talk.interview.enter(Stage.VERDICT)
            return None
        return self._after_verdict(state, found)

    def _after_verdict(self, state: State, found: Recommendation) -> Outcome | None:
        """One list: write, read an answer, not now."""
        reply = self.talk.asker.choose(self._verdict_prompt(state, found), "write-why")
        if reply == NONE_OF_THESE:
            return Outcome(state, found, letter=False)
        if reply == DONE:
            self.talk.interview = self.talk.interview.enter(Stage.VERDICT)
            return None
        return self._read(self.talk.context.content.faq[reply], state, found)

    def _verdict_prompt(self, state: State, found: Recommendation) -> Prompt:
        context = self.talk.context
        writes = state.situation is not None and state.situation.letter
        choices = [Choice(DONE, context.word("write-yes"))] if writes else []
        faq, read = context.content.faq, self.talk.interview.read
        names = state.situation.faq if state.situation else ()
        for name in [name for name in names if name in faq and name not in read][:OFFERED]:
            title = context.word("read-entry", title=context(faq[name].question))
            choices.append(Choice(name, title))
        choices.append(Choice(NONE_OF_THESE, context.word("write-later"), zero=True))
        default = DONE if writes and found.route.text is not TextKind.NONE else NONE_OF_THESE
        return Prompt(context.word("write"), tuple(choices), default=default)

    def _read(self, entry: Entry, state: State, found: Recommendation) -> Outcome | None:
        talk = self.talk
        verdict.show_entry(talk.context, talk.asker.terminal, entry)
        talk.interview = talk.interview._replace(read=(*talk.interview.read, entry.id))
        word = talk.context.word
        choices = (Choice("0", word("offer-go-on"), zero=True), Choice("1", word("offer-solved")))
        prompt = Prompt(talk.context.word("offer-helped"), choices, default="0")
        if talk.asker.choose(prompt) == "1":
            return Outcome(state, found, letter=False, answered=entry)
        return None


def _before_card(interview: Interview) -> Interview:
    """The interview before the card, which asks for nothing."""
    while interview.trail[-1:] == (Stage.CARD,):
        interview = interview.back()
    return interview
