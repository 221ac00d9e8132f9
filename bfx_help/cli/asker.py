"""Asks one question: reads the answer, takes secrets out, and has doubts confirmed once."""

import sys
from collections.abc import Mapping
from typing import Literal, assert_never

from bfx_help.answers.spans import Precision, moment
from bfx_help.cli import entry
from bfx_help.cli.context import Back, Context, Emergency, Pressed
from bfx_help.cli.note_lines import changed, in_numbers
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Option, Own, Question, Redacted, Tone, Value
from bfx_help.redact import Redaction, redact
from bfx_help.terminal import Choice, EndOfInput, Key, Prompt, Screen, open_terminal

SHORT_PASSAGE = 7  # characters of a passage of which only the first and the last are shown


class Asker:
    """Gets answers from somebody at a terminal. `prompts` counts what was asked."""

    def __init__(self, context: Context) -> None:
        self.context = context  # which may change its language
        self.intake = entry.Intake()
        self.prompts = 0
        coloured = context.settings.colour is not False
        screen = Screen(self._words, sys.stdin, sys.stderr, coloured, self.intake.echo)
        self.terminal = open_terminal(screen, plain=context.settings.plain)

    def _words(self, key: str) -> str:
        return self.context(self.context.text(key))

    def say(self, key: str, tone: Tone = Tone.PLAIN, **values: object) -> None:
        """Say a text of the interface."""
        self.terminal.say(self.context.word(key, **values), tone)

    def choose(self, prompt: Prompt, why: str = "why-none", field: str | None = None) -> str:
        """The reply to a prompt of the program's own; `?` shows the text `why`, and `redact` wants
        to know the `field`. Raises `Pressed` and `EndOfInput`."""
        while True:
            self.intake.field = field
            reply = self._ask_or_default(prompt)
            self.intake.field = None
            if not isinstance(reply, Key):
                self.prompts += 1
                return reply
            if reply is not Key.WHY:
                raise _pressed(reply)
            self.say(why, Tone.QUIET)

    def decide(self, text: str, answers: Mapping[str, str]) -> str:
        """One of the answers, each with the key of its words; Enter takes the first. Raises as
        `choose`."""
        choices = tuple(Choice(id_, self.context.word(key)) for id_, key in answers.items())
        return self.choose(Prompt(text, choices, default=choices[0].id))

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
        *,
        counter: str = "",
        known: str = "",
        current: str | None = None,
        near: entry.Surroundings = entry.NOWHERE,
    ) -> Value:
        """The answer to be kept; Enter keeps `current`. Raises `Pressed` and `EndOfInput`."""
        prompt = self._prompt(question, options, current, near.asset)
        prompt = prompt._replace(counter=counter, known=known)
        while True:
            self.intake.field = entry.field_of(question)
            reply = self.terminal.ask(prompt)
            self.intake.field = None
            if isinstance(reply, Key):
                if reply is not Key.WHY:
                    raise _pressed(reply)
                says = [self.context(question.why), self.context(question.where)]
                for text in filter(None, (*says, self.context.basis(question.facts))):
                    self.terminal.say(text, Tone.QUIET)
            elif current and reply == (prompt.default or ""):
                self.prompts += 1
                return Own(current)
            elif value := self._value(question, _whole(prompt, current, reply), near, current):
                self.prompts += 1
                return value

    def _prompt(
        self,
        question: Question,
        options: tuple[Option, ...],
        current: str | None,
        asset: str | None,
    ) -> Prompt:
        context = self.context
        choices = [Choice(option.id, context(option.name)) for option in options]
        several = question.kind is Asks.SEVERAL
        if several:
            choices.append(Choice(NONE, context.word("choice-none"), zero=True, alone=True))
        elif choices and question.unknown:
            choices.append(Choice(UNKNOWN, context.word("choice-unknown")))
        if question.kind is Asks.NOTE and current and "\n" in current:
            return _lines_of(context, question, current)
        held = current if choices else self._held(question, current)
        hint = "" if choices else context(question.where)
        if not choices and not held and (empty := _when_empty(question)):
            hint += f"\n{context.word(f'empty-{empty}')}"
        if asset and question.kind is Asks.AMOUNT and not held:
            hint = context.word("asset-heard", asset=asset)
        return Prompt(
            context(question.ask),
            tuple(choices),
            hint=hint,
            several=several,
            default=held,
            block=question.kind is Asks.NOTE,
        )

    def _held(self, question: Question, current: str | None) -> str | None:
        """An answer as the line holds it, to be changed: a time in the user's zone."""
        if current in (None, UNKNOWN, BLANK):
            return None
        at = moment(current, self.context.zone) if question.kind is Asks.TIME else None
        if at is None or at.precision is not Precision.MINUTE:
            return current
        return at.at.astimezone(self.context.zone).strftime("%Y-%m-%d %H:%M")

    def _value(
        self, question: Question, reply: str, near: entry.Surroundings, current: str | None
    ) -> Value | None:
        """The answer; None where the question is to be asked again."""
        if question.kind in entry.CHOSEN:
            return Own(reply)
        if not reply.strip():
            empty = _when_empty(question)
            if empty is None:
                self.say("empty-not-allowed", Tone.WARNING)
            elif current:
                self.say(f"emptied-{empty}", Tone.QUIET)
            return Own(empty) if empty else None
        try:
            return self._typed(question, reply, near)
        except Back:  # from a doubt to the question itself
            return None

    def _typed(self, question: Question, reply: str, near: entry.Surroundings) -> Value | None:
        text = self.take(reply, entry.field_of(question))
        reading = entry.understand_answer(question, text, (), self.context.now, near)
        if reading is None or not reading.value:  # kept as it was typed, if that is wanted
            doubt = reading.doubt if reading and reading.doubt else "not-understood"
            return text if self._confirmed(doubt) else None
        if reading.value == UNKNOWN:
            return UNKNOWN if question.unknown else None
        if reading.doubt and not self._confirmed(reading.doubt):
            return None
        if reading.shown:
            self.terminal.say(f"= {self.context(self.context.made(reading.shown))}", Tone.QUIET)
        return Redacted(reading.value)

    def _confirmed(self, doubt: str) -> bool:
        answers = {"keep": "doubt-keep", "again": "doubt-again"}
        return self.decide(self.context.word(doubt), answers) == "keep"

    def take(self, text: str, field: str | None = None) -> Redacted:
        """What was typed as it may be kept. Says what was hidden or made harmless, asks where only
        the user can tell whether it is a secret. Raises `Pressed` and `EndOfInput`."""
        if len(text) > entry.LONGEST_ANSWER:
            self.say("too-long", Tone.WARNING, number=entry.LONGEST_ANSWER)
        redaction = self.intake.redact(text, field)
        if redaction.ask and self._stays(redaction):
            redaction = redact(text[: entry.LONGEST_ANSWER], field, redaction.ask)
        made = entry.clean(self.context, text, redaction)
        for warning in made.warnings:
            self.terminal.say(warning, Tone.WARNING)
        return made.text

    def _stays(self, redaction: Redaction) -> bool:
        """Whether the user says that what looks like a secret is none."""
        word = self.context.word
        kinds = dict.fromkeys(redaction.found[place].kind for place in redaction.asked)
        names = self.context.listed(word(f"hidden-{kind}") for kind in kinds)
        # So that their writer knows which ones are meant, and nobody else reads them.
        ends = [(passage, 2 if len(passage) > SHORT_PASSAGE else 1) for passage in redaction.ask]
        shown = self.context.listed(f"{text[:end]}...{text[-end:]}" for text, end in ends)
        text = word("hidden-ask", kinds=names, shown=shown)
        return self.decide(text, {"hide": "hidden-hide", "keep": "hidden-keep"}) == "keep"


def _lines_of(context: Context, question: Question, note: str) -> Prompt:
    """A prompt for changes of single lines."""
    lines = (context(question.ask), *in_numbers(note), context.word("note-lines"))
    return Prompt("\n".join(lines), default="", block=True)


def _whole(prompt: Prompt, current: str | None, reply: str) -> str:
    """What was typed, put into the lines that the prompt showed."""
    return changed(current, reply) if current and prompt.default == "" else reply


def _when_empty(question: Question) -> str | None:
    """What Enter alone means: left blank where it only identifies, else "I don't know"."""
    if not question.unknown:
        return None
    return BLANK if question.sensitivity >= 2 else UNKNOWN


def _pressed(key: Literal[Key.BACK, Key.SOS]) -> Pressed:
    """Where a key leads; the checker of types refuses one that leads nowhere."""
    match key:
        case Key.BACK:
            return Back()
        case Key.SOS:
            return Emergency()
        case _:
            assert_never(key)
