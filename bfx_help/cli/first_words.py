"""The first words: what was understood is shown once, and confirmed, changed or set aside."""

from collections.abc import Callable

from bfx_help.cli.conversation import DONE, NONE_OF_THESE, Talk
from bfx_help.cli.result import formatter
from bfx_help.interview.meaning import UNCONTACTED
from bfx_help.interview.progress import Origin, Stage
from bfx_help.interview.step import deciding
from bfx_help.model import UNCLEAR, Own, Tone, Value
from bfx_help.terminal import Choice, Prompt

OFFERED = 3  # situations that are offered first


class FirstWords:
    """Takes the first words of a conversation, and settles what they mean. `keep` saves them."""

    def __init__(self, talk: Talk, keep: Callable[[], None]) -> None:
        self._talk = talk
        self._keep = keep
        self._before: str | None = None  # the words before `<` led back to them

    def ask(self) -> None:
        """Ask what happened. Raises `Pressed` and `EndOfInput`."""
        question = self._talk.question(self._talk.roles.words)
        self.take(self._talk.asker.ask(question, (), current=self._before))

    def take(self, words: Value) -> None:
        """Take the first words. Somebody who types Chinese to English is offered Chinese."""
        talk = self._talk
        settings = talk.context.settings
        self._before = words
        talk.set(talk.roles.words, words, Origin.TYPED)
        self._keep()  # before anything else is asked
        if not settings.language.is_chinese and not settings.chosen and _is_chinese(words):
            names = talk.context.content.languages
            choices = tuple(Choice(tag, names[tag].name) for tag in ("zh", "en"))
            prompt = Prompt(talk.context.word("offer-chinese"), choices, default="zh")
            if talk.asker.choose(prompt) == "zh":
                talk.asker.context = talk.context.in_chinese(words)
        for line in talk.context.demanded(talk.heard.demands):
            talk.asker.terminal.say(line, Tone.WARNING)
        if talk.heard.emergency:
            self.alarm(talk.heard.situation)

    def alarm(self, situation: str | None = None) -> None:
        """Go to the emergency lane; what was answered is kept. A situation that is no emergency by
        the content's own condition leads to the one that `sos` has."""
        talk = self._talk
        roles = talk.context.content.roles
        lane = roles.emergency.situation
        same_topic = situation is not None and situation.startswith(f"{lane.partition('.')[0]}.")
        talk.settle(situation if situation and same_topic else lane, Origin.CHOSEN)
        if not talk.state.emergency:
            talk.settle(lane, Origin.CHOSEN)
        talk.interview = talk.interview.leave(Stage.CARD, Stage.VERDICT, Stage.REVIEW)
        talk.interview = talk.interview.enter(Stage.UNDERSTOOD)

    def settle(self) -> None:
        """Settle what the words mean: confirm it, choose among what is likely, or pass it by."""
        heard = self._talk.heard
        if self._talk.state.situation:
            self._confirm(None)
        elif heard.situation:
            self._confirm(heard.situation)
        elif heard.likely and heard.likely[0].endswith(UNCLEAR):
            # The topic's own question decides; its list leads to the other topics too.
            topic = heard.likely[0].removesuffix(UNCLEAR)
            self._talk.set(self._talk.roles.topic, Own(topic), Origin.UNDERSTOOD)
            self._pass()
        elif heard.likely:
            self._choose_likely(heard.likely)
        else:
            if heard.elsewhere:
                says = self._talk.context.content.elsewhere[heard.elsewhere].says
                self._talk.asker.terminal.say(self._talk.context(says))
            self._pass()

    def _pass(self) -> None:
        self._talk.interview = self._talk.interview.enter(Stage.UNDERSTOOD)

    def _names(self, situation: str) -> tuple[str, str]:
        """The name of the topic of a situation, and its own."""
        content, context = self._talk.context.content, self._talk.context
        item = content.situations[situation]
        return context(content.topics[item.topic].name), context(item.name)

    def _choose_likely(self, likely: tuple[str, ...]) -> None:
        """Offer the likely situations first; the topics are asked for where none is right."""
        talk, word = self._talk, self._talk.context.word
        names = [name for name in likely if name in talk.context.content.situations][:OFFERED]
        choices = []
        for name in names:
            topic, own = self._names(name)
            choices.append(Choice(name, word("review-line", label=topic, value=own)))
        choices.append(Choice(NONE_OF_THESE, word("choice-none-of-these"), zero=True))
        reply = talk.asker.choose(Prompt(word("likely"), tuple(choices)), "likely-why")
        if reply == NONE_OF_THESE:
            self._pass()
        else:
            talk.settle(reply, Origin.CHOSEN)
            self._confirm(None)

    def _confirm(self, situation: str | None) -> None:
        """Show what was understood once, in one list; Enter confirms all of it."""
        talk = self._talk
        proposed = self._certain(talk.proposed(situation))
        while situation or deciding(talk.context.content) & proposed.keys():
            reply = talk.asker.choose(self._prompt(situation, proposed), "understood-why")
            if reply == talk.roles.situation:
                self._pass()
                return
            if reply == DONE:
                break
            value = talk.ask(talk.question(reply), talk.state, proposed.pop(reply))
            talk.set(reply, value, Origin.TYPED)
        if situation:
            talk.settle(situation, Origin.CONFIRMED)
        confirmed = {name: Own(value) for name, value in proposed.items()}
        talk.interview = talk.interview.answer_all(confirmed, Origin.CONFIRMED)
        self._pass()

    def _certain(self, proposed: dict[str, str]) -> dict[str, str]:
        """What is proposed, without an earlier contact that no ticket number goes with: whether it
        was a ticket or the chat has to be asked."""
        name, facts = self._talk.roles.contacted, self._talk.heard.said
        if facts.get("contacted") == UNCONTACTED or facts.get("ticket"):
            return proposed
        return {key: value for key, value in proposed.items() if key != name}

    def _prompt(self, situation: str | None, proposed: dict[str, str]) -> Prompt:
        context = self._talk.context
        choices = [Choice(DONE, context.word("understood-right"), zero=True)]
        if situation:
            topic, own = self._names(situation)
            choices.append(Choice(self._talk.roles.situation, topic, value=own))
        shown = formatter(context, self._talk.supposed(situation, proposed))
        for name, value in proposed.items():
            text = shown(name)
            label = context(self._talk.question(name).label)
            choices.append(Choice(name, label, value=context(text) if text else value))
        return Prompt(context.word("understood"), tuple(choices), default=DONE)


def _is_chinese(text: str) -> bool:
    """Whether a third of the characters are Chinese ones."""
    han = sum("一" <= char <= "鿿" for char in text)
    return han * 3 > len(text.replace(" ", ""))
