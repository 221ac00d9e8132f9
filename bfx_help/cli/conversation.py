"""The wizard: asks what decides, says the verdict, offers answers, then asks for the text."""

from pathlib import Path
from typing import NamedTuple

from bfx_help.cli import prompts, verdict
from bfx_help.cli.answering import Answering, Back, Emergency, Pressed
from bfx_help.cli.cues import is_chinese
from bfx_help.cli.hearing import GENERAL
from bfx_help.cli.session import FIRST, Session, Stage
from bfx_help.interview import drafts
from bfx_help.model import Entry, Language, Question, Recommendation, Text, Tone, Value
from bfx_help.request import Request

NOTHING_TO_SEND = ("wait", "help-centre", "faq", "status-page")
"""Channels that need no text first."""


class InChinese(Exception):
    """The conversation is to begin again in Chinese, with these first words."""

    def __init__(self, words: Value) -> None:
        super().__init__()
        self.words = words


class Ended(NamedTuple):
    """How a conversation ended: with a request, or before one was written (`request` is None), when
    a FAQ entry may have answered it."""

    recommendation: Recommendation
    request: Request | None = None
    answered: Entry | None = None
    details: bool = False  # the second text of an emergency, a reply in the same ticket


class Conversation:
    """One run of the wizard over a session. `file` is where the draft is kept, if it is."""

    def __init__(self, session: Session, answering: Answering, file: Path | None) -> None:
        self.session = session
        self.desk = session.desk
        self._answering = answering
        self._terminal = answering.terminal
        self._file = file
        self._prompts: dict[str, int] = {}  # how many each answer took, with those of its doubts

    def start(self, words: Value) -> None:
        """Take the first words, which were given with the command."""
        self._set("words", words)

    def run(self) -> Ended:
        """Talk until there is a result."""
        ended = None
        while ended is None:
            try:
                ended = self._step()
            except Pressed as pressed:
                self.turn(pressed)
        return ended

    def turn(self, pressed: Pressed) -> None:
        """Go where a key leads: to the emergency lane, from the text to the review of the answers,
        or one answer back. The next `run` goes on there."""
        session = self.session
        if isinstance(pressed, Emergency):
            session.emergency()
        elif Stage.REVIEW in session.passed:
            session.passed.remove(Stage.REVIEW)
        else:
            name = session.back()
            self._answering.asked -= self._prompts.pop(name, 1) if name else 0
        self._save()

    def _step(self) -> Ended | None:
        for name in self.session.take_heard():
            self._tell_heard(name)
        standing = self.session.standing()
        if standing.state.known.get("danger") == "yes" and Stage.CARD not in self.session.passed:
            self.session.passed.add(Stage.CARD)
            verdict.show_card(self.desk, self._terminal)
        if standing.route is None and standing.question:
            self._ask(standing.question, self.session.deciding)
            return None
        found = self.session.recommend()
        if found.route.emergency:
            return self._alert(found)
        self._show_verdict(found)
        return self._after_verdict(found)

    def _alert(self, found: Recommendation) -> Ended | None:
        """The emergency lane: nothing but its questions, then the text at once."""
        wanted = self.session.filling(found.route) - FIRST
        waiting = self.session.open_questions(wanted)
        if waiting:
            self._ask(waiting[0], wanted)
            return None
        self._show_verdict(found)
        details = self.session.detailed is not None
        return Ended(found, self.session.write(found.route), details=details)

    def goes_on(self, ended: Ended) -> bool:
        """After an alert: whether what is to be sent later, as a reply in the same ticket, is to be
        written now. The next `run` writes it."""
        then = self.session.template().then
        if ended.request is None or ended.details or then is None:
            return False
        if self._answering.reply(prompts.details(self.desk)) != "yes":
            return False
        self.session.detail(then)
        return True

    def _show_verdict(self, found: Recommendation) -> None:
        if self.session.told != found.route.id:
            self.session.told = found.route.id
            verdict.show(self.desk, self._terminal, found, self.session.teller(found.route))

    def _after_verdict(self, found: Recommendation) -> Ended | None:
        passed = self.session.passed
        if Stage.OFFER not in passed:
            return self._offer(found)
        wanted = self.session.filling(found.route)
        waiting = self.session.open_questions(wanted)
        if Stage.WRITE not in passed:
            return self._whether_to_write(found, len(waiting))
        if waiting:
            self._ask(waiting[0], wanted)
            return None
        if Stage.REVIEW not in passed:
            self._review()
            return None
        return Ended(found, self.session.write(found.route))

    # -- questions -----------------------------------------------------------------------------

    def _ask(self, question: Question, wanted: frozenset[str]) -> None:
        asked = self._answering.asked
        left = max(len(self.session.open_questions(wanted)), 1)
        counter = f"{asked + 1}/{asked + left}"
        options = self.session.options(question)
        answer = self._answering.ask(question, options, counter, self.session.around(question))
        self._prompts[question.id] = self._answering.asked - asked
        self._set(question.id, answer)

    def _set(self, name: str, value: Value) -> None:
        if name == "words" and self._wants_chinese(value):
            raise InChinese(value)
        self.session.set(name, value)
        if name == "words":
            self._tell_topic()
        self._save()

    def _wants_chinese(self, words: Value) -> bool:
        """Somebody who types Chinese to an English interface is offered Chinese, with one key."""
        settings = self.desk.settings
        if settings.language is Language.ZH or settings.chosen or not is_chinese(words):
            return False
        return self._answering.reply(prompts.chinese(self.desk)) == "zh"

    def _tell_topic(self) -> None:
        """Say which topic the first words led to, and which of them."""
        topic = self.session.heard.get("topic")
        if topic is None or "topic" in self.session.answers:
            return
        name = self.desk(self.desk.content.topics[topic].name)
        before, after = (self.desk(self.desk.made(Text('"', mark))) for mark in "“”")
        because = self.desk.listed(f"{before}{word}{after}" for word in self.session.because)
        key = "understood" if because else "understood-topic"
        self._terminal.say(self.desk.word(key, topic=name, because=because), Tone.GOOD)

    def _tell_heard(self, name: str) -> None:
        value = self.session.teller()(name)
        if name != "topic" and value:
            label = self.desk(self.session.questions[name].label)
            text = self.desk.word("heard", label=label, value=self.desk(value))
            self._terminal.say(text, Tone.QUIET)

    def _save(self) -> None:
        if self._file is None:
            return
        try:
            drafts.save(self._file, self.session.draft(self._answering.asked))
        except OSError:
            self._file = None
            self._terminal.say(self.desk.word("draft-not-saved"), Tone.WARNING)

    # -- answers that may do -------------------------------------------------------------------

    def _offer(self, found: Recommendation) -> Ended | None:
        entries = self._offered()
        if self._general() and entries and not self.session.read:
            return self._open(entries[0], found)  # its answer is the result, if it is one
        reply = self._answering.reply(prompts.offer(self.desk, entries)) if entries else "0"
        if reply != "0":
            return self._open(self.desk.content.faq[reply], found)
        self.session.passed.add(Stage.OFFER)
        self._save()
        return None

    def _general(self) -> bool:
        """Whether a general question was asked, which the FAQ answers."""
        return self.session.answers.get("topic") == GENERAL

    def _offered(self) -> tuple[Entry, ...]:
        topic = self.desk.content.topics.get(self.session.answers.get("topic", ""))
        listed = tuple(self.desk.content.faq[name] for name in topic.faq) if topic else ()
        fitting = [
            one for one in self.session.fitting() if topic and topic.id in (GENERAL, one.topic)
        ]
        entries = {one.id: one for one in (*fitting, *listed, *self.session.entries)}
        return tuple(entry for entry in entries.values() if entry.id not in self.session.read)[:3]

    def _open(self, entry: Entry, found: Recommendation) -> Ended | None:
        verdict.show_entry(self.desk, self._terminal, entry)
        self.session.read.append(entry.id)
        self._save()
        solved = self._answering.reply(prompts.helped(self.desk)) == "1"
        return Ended(found, answered=entry) if solved else None

    def _whether_to_write(self, found: Recommendation, number: int) -> Ended | None:
        later = found.route.channel in NOTHING_TO_SEND
        prompt = prompts.write(self.desk, number, self._file is not None, later)
        if self._answering.reply(prompt) == "no":
            return Ended(found)
        self.session.passed.add(Stage.WRITE)
        self._save()
        return None

    # -- review --------------------------------------------------------------------------------

    def _review(self) -> None:
        try:
            reply = self._answering.reply(prompts.review(self.session))
        except Back:
            self.session.passed.remove(Stage.WRITE)
            return
        if reply == "0":
            self.session.passed.add(Stage.REVIEW)
        else:
            self._change(self.session.questions[reply])

    def _change(self, question: Question) -> None:
        before = self.session.recommend()
        options = self.session.options(question)
        try:
            answer = self._answering.ask(question, options, around=self.session.around(question))
        except Back:
            return
        dropped = self.session.change(question.id, answer)
        self._after_change(before, dropped)
        self._save()

    def _after_change(self, before: Recommendation, dropped: tuple[str, ...]) -> None:
        for name in dropped:
            label = self.desk(self.session.questions[name].label)
            self._terminal.say(self.desk.word("dropped", label=label), Tone.QUIET)
        if self.session.recommend() != before:
            self.session.passed &= {Stage.OFFER, Stage.WRITE}
            self.session.told = None
