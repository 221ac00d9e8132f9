"""Asks one question: reads the answer, takes secrets out, and has doubts confirmed once."""

import sys
from datetime import datetime
from typing import NamedTuple

from bfx_help import inputs, verify
from bfx_help.cli.desk import Desk
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Option, Own, Question, Redacted, Tone, Value
from bfx_help.plain import defang, plain
from bfx_help.redact import Redaction, redact
from bfx_help.terminal import Choice, EndOfInput, Key, Prompt, Terminal

LONGEST = 5000
"""Characters of one answer; what is longer is cut, and the user is told."""

_NOTHING = ("none", "no", "nothing", "0", "无", "没有", "没", "無", "沒有")

CHOSEN = (Asks.CHOICE, Asks.SEVERAL, Asks.NETWORK)


class Around(NamedTuple):
    """What earlier answers say about this one: the coin of an amount, the network of an address."""

    asset: str | None = None
    network: str | None = None

    def read(self, question: Question, reply: str, now: datetime) -> inputs.Reading | None:
        """What the reply means, with the doubt that it does not fit the network."""
        reading = inputs.read(question.kind, reply, now)
        if reading is None:
            return None
        if reading.doubt == "doubt-amount-asset" and self.asset:
            return inputs.Reading(f"{reading.value} {self.asset}")
        if reading.doubt is None and inputs.fits(reading.value, self.network or "") is False:
            return reading._replace(doubt="doubt-other-network")
        return reading


class Echo:
    """What of an answer stays on the screen: its secrets are taken out, knowing the question."""

    field: str | None = None

    def __call__(self, text: str) -> str:
        """The text as it may be shown."""
        return redact(text, field=self.field).text


class Answering:
    """Gets an answer to a question from somebody at a terminal. Counts the prompts."""

    def __init__(self, desk: Desk, terminal: Terminal, echo: Echo) -> None:
        self.desk = desk
        self.terminal = terminal
        self._echo = echo
        self.asked = 0

    def reply(self, prompt: Prompt) -> str | Key:
        """The reply to a prompt that is no question of the questionnaire, so `?` has no answer."""
        while True:
            reply = self._ask_or_default(prompt)
            if reply is not Key.WHY:
                return reply
            self.terminal.say(self.desk.word("why-none"), Tone.QUIET)

    def _ask_or_default(self, prompt: Prompt) -> str | Key:
        """A piped input that has ended takes the default: nothing is missing then."""
        try:
            return self.terminal.ask(prompt)
        except EndOfInput:
            if prompt.default is None or sys.stdin.isatty():
                raise
            return prompt.default

    def ask(
        self,
        question: Question,
        options: tuple[Option, ...],
        counter: str = "",
        around: Around | None = None,
    ) -> Value | Key:
        """The answer, ready to be kept, or the key to go back or to the emergency lane."""
        around = around or Around()
        prompt = self._prompt(question, options, counter, around.asset)
        while True:
            self._echo.field = _field(question)
            reply = self.terminal.ask(prompt)
            self._echo.field = None
            if reply is Key.WHY:
                self._explain(question)
            elif isinstance(reply, Key):
                return reply
            else:
                value = self._value(question, reply, around)
                if value is not None:
                    self.asked += 1
                    return value

    def _prompt(
        self, question: Question, options: tuple[Option, ...], counter: str, asset: str | None
    ) -> Prompt:
        desk = self.desk
        choices = [Choice(option.id, desk(option.name)) for option in options]
        several = question.kind is Asks.SEVERAL
        if several:
            choices.append(Choice(NONE, desk.word("choice-none"), zero=True, alone=True))
        if question.kind in CHOSEN and question.unknown and not several:
            choices.append(Choice(UNKNOWN, desk.word("choice-unknown")))
        text = desk(question.ask)
        if asset and question.kind is Asks.AMOUNT:
            text = f"{text}\n{desk.word('asset-heard', asset=asset)}"
        elif not choices:
            text = f"{text}\n{self._hint(question)}"
        return Prompt(text, tuple(choices), several=several, counter=counter)

    def _hint(self, question: Question) -> str:
        example = self.desk(question.where)
        empty = self._when_empty(question)
        return f"{example}\n{self.desk.word(f'empty-{empty}')}" if empty else example

    @staticmethod
    def _when_empty(question: Question) -> str | None:
        """What Enter alone means: left blank where it only identifies, else "I don't know"."""
        if not question.unknown:
            return None
        return BLANK if question.sensitivity >= 2 else UNKNOWN

    def _explain(self, question: Question) -> None:
        self.terminal.say(self.desk(question.why), Tone.QUIET)
        self.terminal.say(self.desk(question.where), Tone.QUIET)
        if question.facts:
            self.terminal.say(self.desk.basis(question.facts), Tone.QUIET)

    def _value(self, question: Question, reply: str, around: Around) -> Value | None:
        if question.kind in CHOSEN:
            return Own(reply)
        if not reply.strip():
            empty = self._when_empty(question)
            if empty is None:
                self.terminal.say(self.desk.word("empty-not-allowed"), Tone.WARNING)
            return Own(empty) if empty else None
        return self._typed(question, reply, around)

    def _typed(self, question: Question, reply: str, around: Around) -> Value | None:
        reply = self.bounded(reply)
        if question.ids and reply.strip(" .。").lower() in _NOTHING:
            return NONE
        reading = around.read(question, reply, self.desk.now)
        if reading is not None and reading.value == UNKNOWN and question.unknown:
            return UNKNOWN
        if reading is None or not reading.value:
            doubt = reading.doubt if reading and reading.doubt else "not-understood"
            self.terminal.say(self.desk.word(doubt), Tone.WARNING)
            self.terminal.say(self.desk(question.where), Tone.QUIET)
            return None
        if reading.doubt and not self._confirmed(reading.doubt):
            return None
        value = self._dated(reading.value) if question.ids else reading.value
        taken = self.taken(value, _field(question))
        if reading.shown and taken == reading.value:
            self.terminal.say(f"= {self.desk(self.desk.made(reading.shown))}", Tone.QUIET)
        return taken

    def bounded(self, text: str) -> str:
        """The text, cut where it is too long, which the user is told."""
        if len(text) > LONGEST:
            self.terminal.say(self.desk.word("too-long", number=LONGEST), Tone.WARNING)
        return text[:LONGEST]

    def _dated(self, text: str) -> str:
        """A text that says "10 minutes ago" with the time it means, which is true tomorrow too."""
        said = inputs.hear(text, self.desk.now).get("time")
        moment = inputs.moment(said, self.desk.zone) if said else None
        if moment is None or moment.value[:10] in text:
            return text
        utc, _, _ = inputs.stamp(moment, self.desk.zone).en.partition(" (")
        return f"{text} ({utc})"

    def _confirmed(self, doubt: str) -> bool:
        choices = (
            Choice("keep", self.desk.word("doubt-keep")),
            Choice("again", self.desk.word("doubt-again")),
        )
        self.asked += 1
        return self.reply(Prompt(self.desk.word(doubt), choices, default="keep")) == "keep"

    def taken(self, text: str, field: str | None) -> Redacted:
        """What was typed as it may be kept: contacts that imitate are told and made harmless,
        secrets are taken out. Says what was hidden, asks where only the user can tell."""
        text = self._judged(text)
        found = redact(text, field=field)
        if found.ask:
            found = self._undone(text, field, found)
        if found.found:
            self._tell_hidden(found)
        return found.text

    def _judged(self, text: str) -> str:
        """The text with the imitations in it defanged."""
        for one in verify.judge(text, tuple(self.desk.content.official.values())):
            if one.verdict == "imitation":
                harmless = defang(plain(one.input, ""))
                said = self.desk.word("contact-imitation", contact=harmless, of=one.of or "")
                self.terminal.say(said, Tone.WARNING)
                text = text.replace(one.input, harmless)
        return text

    def _undone(self, text: str, field: str | None, found: Redaction) -> Redaction:
        kinds = self.desk.listed(dict.fromkeys(self._kind(found, place) for place in found.asked))
        choices = (
            Choice("hide", self.desk.word("hidden-hide")),
            Choice("keep", self.desk.word("hidden-keep")),
        )
        prompt = Prompt(self.desk.word("hidden-ask", kinds=kinds), choices, default="hide")
        self.asked += 1
        if self.reply(prompt) != "keep":
            return found
        return redact(text, field=field, kept=found.ask)

    def _kind(self, found: Redaction, place: int) -> str:
        return self.desk.word(f"hidden-{found.found[place].kind}")

    def _tell_hidden(self, found: Redaction) -> None:
        for place, one in enumerate(found.found):
            length = one.end - one.start
            text = self.desk.word("hidden", kind=self._kind(found, place), length=length)
            self.terminal.say(text, Tone.WARNING)
        self.terminal.say(self.desk.word("hidden-sent"), Tone.WARNING)


def _field(question: Question) -> str:
    """What the answer holds, as `redact` wants to know it."""
    return Asks.ID if question.ids else question.kind
