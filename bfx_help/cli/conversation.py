"""What a conversation works with: the asker, the interview so far, and what its words mean."""

from collections.abc import Callable, Mapping
from functools import cache

from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Context
from bfx_help.cli.entry import CHOSEN, Surroundings
from bfx_help.cli.result import formatter
from bfx_help.interview.meaning import Understood
from bfx_help.interview.progress import Interview, Origin
from bfx_help.interview.proposals import QUOTED, proposals
from bfx_help.interview.step import State, deciding, options_of, step
from bfx_help.model import Answers, Asks, DemandKind, Option, Own, Question, QuestionRoles, Value
from bfx_help.request.account import is_typed_heading

_OF_ANY = (Asks.TIME, Asks.AMOUNT, Asks.ID, Asks.TXID, Asks.ADDRESS)
"""The kinds of answers that an account names of the matter and of others."""

NONE_OF_THESE = "@none"
DONE = "@done"
Understand = Callable[[str], Understood]  # understands the first words; the same ones once


class Talk:
    """The state of one conversation; what follows from it is worked out anew each time. `hear` says
    what words mean; `reviews` is whether the answers are looked through in an emergency, too."""

    def __init__(self, asker: Asker, understand: Understand) -> None:
        self.asker = asker
        self.interview = Interview()
        self.hear = understand
        self.reviews = False

    @property
    def context(self) -> Context:
        """The context, which may change its language in the conversation."""
        return self.asker.context

    @property
    def roles(self) -> QuestionRoles:
        """Which question holds what."""
        return self.context.content.roles.questions

    @property
    def state(self) -> State:
        """What follows from the answers at this moment."""
        return step(self.context.content, self.interview.answers, self.context.now)

    @property
    def heard(self) -> Understood:
        """What the first words say."""
        words = self.interview.answers.get(self.roles.words)
        return self.hear(words) if words else Understood()

    def question(self, name: str) -> Question:
        """A question by its id."""
        return self.context.content.questionnaire.by_id[name]

    def set(self, name: str, value: Value, source: Origin) -> None:
        """Take an answer."""
        self.interview = self.interview.answer(name, value, source)

    def settle(self, situation: str, source: Origin) -> None:
        """Take a situation, with its topic."""
        self.interview = self.interview.answer_all(self._as_answers(situation), source)

    def _as_answers(self, situation: str) -> dict[str, Value]:
        topic = situation.partition(".")[0]
        return {self.roles.topic: Own(topic), self.roles.situation: Own(situation)}

    def become(self, question: Question, value: str) -> None:
        """An answer may lead to another situation; what still applies stays."""
        for option in question.options:
            if option.id == value and option.becomes:
                for name, answer in self._as_answers(option.becomes).items():
                    self.interview = self.interview.correct(name, answer, Origin.CHOSEN)

    def proposed(self, situation: str | None = None) -> dict[str, str]:
        """The answers that the facts in the words propose, as if a situation were confirmed."""
        content = self.context.content
        state = self.supposed(situation, {})
        wanted = {question.id for question in state.fields} | deciding(content)
        found = proposals(content, self.heard.said, state)
        return {name: value for name, value in found.items() if name in wanted}

    def found_in(self, account: str) -> dict[str, str]:
        """The answers that an account of what happened has for fields that are still open: what it
        tells as a whole, and none of its lines otherwise. It may speak of another transfer, and
        quote more than one, so that no moment, amount, number or quote of it is certain."""
        from bfx_help.interview.indexes import parts_of
        from bfx_help.interview.understand import facts_in

        content, now, state = self.context.content, self.context.now, self.state
        known = parts_of(content)
        open_fields = {
            field.id
            for field in state.fields
            if field.kind not in _OF_ANY and field.from_ not in QUOTED
        }
        lines = [line for line in account.splitlines() if not is_typed_heading(line, now)]
        whole, *parts = (
            proposals(content, facts_in(text, known, now), state)
            for text in ("\n".join(lines), *lines)
        )
        return {
            name: value
            for name, value in whole.items()
            if name in open_fields and all(part.get(name, value) == value for part in parts)
        }

    def supposed(self, situation: str | None, proposed: Mapping[str, str]) -> State:
        """What would follow if a situation and answers were confirmed."""
        answers: Answers = {
            **self.interview.answers,
            **(self._as_answers(situation) if situation else {}),
            **{name: Own(value) for name, value in proposed.items()},
        }
        return step(self.context.content, answers, self.context.now)

    def ask(self, question: Question, state: State, current: str | None = None) -> Value:
        """The answer to a question, `NONE_OF_THESE` for another topic; Enter keeps `current`."""
        options = options_of(self.context.content, question, state.values)
        if question.id == self.roles.situation:
            options = self._likely_first(options)
        near = Surroundings(self.heard.said.get("asset"), state.values.get(question.network or ""))
        counter, known = self.counter(), self.known()
        return self.asker.ask(
            question, options, counter=counter, known=known, current=current, near=near
        )

    def known(self) -> str:
        """In one line, the situation and the facts that were confirmed."""
        state = self.state
        if state.situation is None:
            return ""
        shown = formatter(self.context, state)
        facts = (
            shown(name) for name in self.interview.answers if self.question(name).kind in _TELLING
        )
        said = [self.context(text) for text in (state.situation.name, *facts) if text]
        return " · ".join(said)

    def _likely_first(self, options: tuple[Option, ...]) -> tuple[Option, ...]:
        likely = self.heard.likely
        by_id = {option.id: option for option in options}
        first = [by_id[name] for name in likely if name in by_id]
        rest = (option for option in options if option not in first)
        return (*first, *rest, Option(NONE_OF_THESE, self.context.text("choice-other-topic")))

    def counter(self) -> str:
        """Where the conversation stands: this prompt, of about so many."""
        asked = self.asker.prompts + 1
        usual = ALARM if self.state.emergency else EVERYDAY
        return self.context.word("counter", asked=asked, all=max(asked, usual))


_TELLING = (Asks.AMOUNT, Asks.NETWORK, Asks.TIME, Asks.ID)
"""The kinds of answers that say in one line which matter it is."""

ALARM = 4  # prompts of the emergency lane
EVERYDAY = 9  # prompts of an everyday conversation, from the first words to the text


def source_of(question: Question) -> Origin:
    """How an answer to a question comes."""
    return Origin.CHOSEN if question.kind in CHOSEN else Origin.TYPED


def heard_from(context: Context) -> Understand:
    """Understands texts with the content and the index of a context."""
    from bfx_help.interview.indexes import parts_of, situations_index
    from bfx_help.interview.pasted_message import led
    from bfx_help.interview.understand import understand

    content, now = context.content, context.now
    parts, index = parts_of(content), situations_index(content)

    @cache
    def heard(text: str) -> Understood:
        found = demanded(context, text)
        understood = led(understand(text, parts, index, now), found, content.situations)
        return understood._replace(demands=() if understood.emergency else found)

    return heard


def hear(asker: Asker) -> Understand:
    """Understands the first words for the wizard; the index is opened when it is first needed."""
    opened = cache(lambda: heard_from(asker.context))
    return lambda text: opened()(text)


def demanded(context: Context, text: str) -> tuple[DemandKind, ...]:
    """What a pasted message demands; nothing, where the writer tells an own story."""
    from bfx_help.interview.pasted_message import is_own_story
    from bfx_help.verify import demands  # loaded when there are words to read

    return () if is_own_story(text) else demands(text, context.content.demands)
