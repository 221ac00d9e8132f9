"""Asks one question: reads the answer, takes secrets out, and has doubts confirmed once."""

import sys

from bfx_help.cli.desk import Desk
from bfx_help.cli.taking import ALONE, Around, field_of, meant, taken
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Option, Own, Question, Redacted, Tone, Value
from bfx_help.redact import Redaction, redact
from bfx_help.terminal import Choice, EndOfInput, Key, Prompt, Terminal

LONGEST = 5000
"""Characters of one answer; what is longer is cut, and the user is told."""

CHOSEN = (Asks.CHOICE, Asks.SEVERAL, Asks.NETWORK)


class Pressed(Exception):
    """A key was pressed that leads away from the prompt."""


class Back(Pressed):
    """`<`: to what was asked before."""


class Emergency(Pressed):
    """`!`: to the emergency lane."""


class Echo:
    """What of an answer stays on the screen: its secrets are taken out, knowing the question."""

    field: str | None = None

    def __call__(self, text: str) -> str:
        """The text as it may be shown."""
        return redact(text[:LONGEST], field=self.field).text


class Answering:
    """Gets an answer to a question from somebody at a terminal. `asked` counts the prompts of the
    questionnaire, `replies` the others."""

    def __init__(self, desk: Desk, terminal: Terminal, echo: Echo) -> None:
        self.desk = desk
        self.terminal = terminal
        self._echo = echo
        self.asked = 0
        self.replies = 0

    def reply(self, prompt: Prompt) -> str:
        """The reply to a prompt that is no question of the questionnaire, so `?` has no answer.
        Raises `Pressed` and `EndOfInput`."""
        self.replies += 1
        while True:
            reply = self._ask_or_default(prompt)
            if reply is Key.WHY:
                self.terminal.say(self.desk.word("why-none"), Tone.QUIET)
            elif isinstance(reply, Key):
                raise _pressed(reply)
            else:
                return reply

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
        around: Around = ALONE,
    ) -> Value:
        """The answer, ready to be kept. Raises `Pressed` and `EndOfInput`."""
        before = self.asked
        prompt = self._prompt(question, options, counter, around.asset)
        while True:
            self._echo.field = field_of(question)
            reply = self.terminal.ask(prompt)
            self._echo.field = None
            if reply is Key.WHY:
                self._explain(question)
            elif isinstance(reply, Key):
                self.asked = before
                raise _pressed(reply)
            elif value := self._value(question, reply, around):
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
        """The answer; None where the question is to be asked again."""
        if question.kind in CHOSEN:
            return Own(reply)
        if not reply.strip():
            empty = self._when_empty(question)
            if empty is None:
                self.terminal.say(self.desk.word("empty-not-allowed"), Tone.WARNING)
            return Own(empty) if empty else None
        try:
            return self._typed(question, reply, around)
        except Back:  # from a doubt to the question itself
            return None

    def _typed(self, question: Question, reply: str, around: Around) -> Value | None:
        reading = meant(self.desk, question, self.bounded(reply), around)
        if reading is not None and reading.value == UNKNOWN and question.unknown:
            return UNKNOWN
        if reading is None or not reading.value:
            doubt = reading.doubt if reading and reading.doubt else "not-understood"
            self.terminal.say(self.desk.word(doubt), Tone.WARNING)
            self.terminal.say(self.desk(question.where), Tone.QUIET)
            return None
        if reading.doubt and not self._confirmed(reading.doubt):
            return None
        value = self.taken(reading.value, field_of(question))
        if reading.shown and value == reading.value:
            self.terminal.say(f"= {self.desk(self.desk.made(reading.shown))}", Tone.QUIET)
        return value

    def bounded(self, text: str) -> str:
        """The text, cut where it is too long, which the user is told."""
        if len(text) > LONGEST:
            self.terminal.say(self.desk.word("too-long", number=LONGEST), Tone.WARNING)
        return text[:LONGEST]

    def _confirmed(self, doubt: str) -> bool:
        choices = (
            Choice("keep", self.desk.word("doubt-keep")),
            Choice("again", self.desk.word("doubt-again")),
        )
        self.asked += 1
        return self.reply(Prompt(self.desk.word(doubt), choices, default="keep")) == "keep"

    def taken(self, text: str, field: str | None) -> Redacted:
        """What was typed as it may be kept. Says what was hidden or made harmless, asks where only
        the user can tell whether it is a secret. Raises `Pressed` and `EndOfInput`."""
        found = redact(text, field)
        kept = found.ask if found.ask and self._stays(found) else ()
        made = taken(self.desk, text, field, kept)
        for warning in made.warnings:
            self.terminal.say(warning, Tone.WARNING)
        return made.text

    def _stays(self, found: Redaction) -> bool:
        """Whether the user says that what looks like a secret is none."""
        hidden = dict.fromkeys(found.found[place].kind for place in found.asked)
        kinds = self.desk.listed(self.desk.word(f"hidden-{kind}") for kind in hidden)
        choices = (
            Choice("hide", self.desk.word("hidden-hide")),
            Choice("keep", self.desk.word("hidden-keep")),
        )
        prompt = Prompt(self.desk.word("hidden-ask", kinds=kinds), choices, default="hide")
        self.asked += 1
        return self.reply(prompt) == "keep"


def _pressed(key: Key) -> Pressed:
    return Emergency() if key is Key.SOS else Back()
