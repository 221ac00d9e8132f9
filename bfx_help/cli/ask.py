"""The `ask` and `sos` commands: wires terminal, session and draft, and hands the result over."""

import contextlib
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bfx_help.cli import verdict
from bfx_help.cli.answering import Answering, Back, Echo, Emergency, Pressed
from bfx_help.cli.conversation import NOTHING_TO_SEND, Conversation, Ended, InChinese
from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.given import missing, read_answers, read_pairs, take
from bfx_help.cli.handover import Hands
from bfx_help.cli.outcome import Delivery
from bfx_help.cli.session import Session
from bfx_help.cli.start import search_index
from bfx_help.cli.taking import field_of, taken
from bfx_help.cli.texts import Wish
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.model import Problem, Redacted, Tone
from bfx_help.request import Request
from bfx_help.terminal import Choice, EndOfInput, Prompt, Terminal, open_terminal


class Options(NamedTuple):
    """What was said on the command line."""

    words: str
    pairs: tuple[str, ...]
    answers: str | None
    resume: bool
    save: bool
    input: bool
    sos: bool


def run(desk: Desk, options: Options, wish: Wish) -> int:
    """Have the conversation and hand its result over; the exit code."""
    given = read_answers(desk, options.answers) if options.answers else {}
    given |= read_pairs(desk, options.pairs)
    speaking, echo = [desk], Echo()
    terminal = terminal_for(lambda: speaking[-1], echo)
    while True:
        desk = speaking[-1]
        session = Session(desk, search_index(desk))
        try:
            answering = Answering(desk, terminal, echo)
            hands = Hands(answering)
            return _Run(session, answering, options, wish, hands).ended(given)
        except InChinese as wished:
            speaking.append(desk.in_chinese(wished.words))
            options = options._replace(words=wished.words)


def terminal_for(desk: Callable[[], Desk], echo: Echo | None = None) -> Terminal:
    """The terminal to ask at; it speaks the language of the desk at the time."""
    settings = desk().settings
    return open_terminal(
        words=lambda key: desk()(desk().text(key)),
        stdin=sys.stdin,
        stderr=sys.stderr,
        plain=settings.plain,
        colour=settings.colour is not False,
        echo=echo or Echo(),
    )


class _Run:
    """One run: the conversation with its draft, and every way in which it can end."""

    def __init__(
        self,
        session: Session,
        answering: Answering,
        options: Options,
        wish: Wish,
        hands: Hands,
    ) -> None:
        self._session = session
        self._desk = session.desk
        self._answering = answering
        self._terminal = answering.terminal
        self._options = options
        self._wish = wish
        self._file: Path | None = None
        self._case: int | None = None  # under which number what was sent is in the log
        self._unlogged = False  # whether the log did not take what was sent
        self._warnings: tuple[str, ...] = ()  # on what was given beforehand
        self._delivery = Delivery(session, answering, wish, sys.stdout, hands, self._offer_log)

    def ended(self, given: dict[str, str]) -> int:
        """Run to the end; the exit code."""
        self._warnings = take(self._session, given)
        if not self._options.input:
            return self._without_input()
        try:
            self._open()
            ended, code = self._talked()
        except KeyboardInterrupt:
            self._say_left()
            return 130
        except EndOfInput:
            return self._end_of_input()
        finally:
            self._kept()
        if self._unlogged:
            self._say_left()
            return 1
        if self._file and (ended.request or ended.answered):
            drafts.discard(self._file)
        elif self._file:
            self._say_left()
        return code

    def _talked(self) -> tuple[Ended, int]:
        """The conversation and its result, until nobody turns back or goes on: how it ended, and
        the exit code."""
        conversation, code = Conversation(self._session, self._answering, self._file), 0
        if self._options.words and "words" not in self._session.answers:
            self._take_words(conversation)
        while True:
            try:
                ended = conversation.run()
                code = self._delivery.hand_over(ended, interactive=True) or code
                if not conversation.goes_on(ended):
                    break
            except Pressed as pressed:
                conversation.turn(pressed)
        self._delivery.finish()
        return ended, code

    def _end_of_input(self) -> int:
        self._say_left()
        if sys.stdin.isatty():
            return 130
        self._terminal.say(missing(self._session))
        return 2

    def _say_left(self) -> None:
        self._terminal.say(self._desk.word("draft-left" if self._kept() else "left"))

    def _kept(self) -> bool:
        """Whether there is a draft with an answer in it."""
        return self._file is not None and drafts.is_kept(self._file)

    def _without_input(self) -> int:
        warnings = self._warnings
        if self._options.words:
            field = field_of(self._session.questions["words"])
            words = taken(self._desk, self._answering.bounded(self._options.words), field)
            warnings += words.warnings
            self._session.set("words", words.text)
        self._warn(warnings)
        if self._options.sos:
            self._session.emergency()
        self._session.take_heard()
        if "topic" in self._session.answers:
            self._session.deciding -= {"words"}
        standing = self._session.standing()
        if standing.route is None and standing.question:
            raise Usage(missing(self._session))
        found = self._session.recommend()
        nothing = found.route.channel in NOTHING_TO_SEND and not self._wish.texts
        request = None if nothing else self._session.write(found.route)
        if request and self._wish.format != "json":
            verdict.show(self._desk, self._terminal, found, self._session.teller(found.route))
        return self._delivery.hand_over(Ended(found, request), interactive=False)

    def _warn(self, warnings: Iterable[str]) -> None:
        for warning in warnings:
            self._terminal.say(warning, Tone.WARNING)

    def _offer_log(self, ended: Ended, request: Request, edited: Redacted | None) -> str | None:
        """One key logs what was sent, where anything may be kept; then, what is next and when."""
        if not self._options.save:
            return None
        from bfx_help.cli.cases.offering import Sending, offer

        sending = Sending(ended, request, edited, self._case)
        self._unlogged = False
        try:
            logged = offer(self._session, self._answering, sending)
        except Problem as problem:
            self._terminal.say(str(problem), Tone.WARNING)
            self._unlogged = True
            return None
        if logged is None:
            return None
        self._case = logged.number
        return logged.next

    # -- the start -----------------------------------------------------------------------------

    def _open(self) -> None:
        """Greet, find the draft, and take the first words."""
        if self._options.sos:
            self._session.emergency()
        else:
            self._terminal.say(self._desk.word("greeting"))
            self._terminal.say(self._desk.word("never"), Tone.WARNING)
        self._warn(self._warnings)
        folder = self._desk.settings.home / "drafts"
        given = self._options.words or self._session.answers
        if self._options.save and (self._options.resume or not given):
            self._offer_draft(folder)
        if self._options.save and self._file is None:
            self._file = self._new_file(folder)
        if not self._options.sos:
            self._say_where()

    def _say_where(self) -> None:
        desk = self._desk
        text = desk.word("draft-where", path=self._file) if self._file else desk.word("draft-none")
        self._terminal.say(text, Tone.QUIET)

    def _new_file(self, folder: Path) -> Path | None:
        try:
            return drafts.new(folder, self._desk.now.astimezone().strftime("%Y%m%d-%H%M%S"))
        except OSError:
            self._terminal.say(self._desk.word("draft-not-saved"), Tone.WARNING)
            return None

    def _offer_draft(self, folder: Path) -> None:
        self._set_aside_damaged(folder)
        found = drafts.newest(folder)
        if found is None:
            return
        path, draft = found
        if self._options.resume or self._wants(draft):
            self._file = self._new_file(folder)
            if self._file:
                self._go_on(path, draft, self._file)
            self._session.resume(draft)
            self._answering.asked = draft.asked

    def _go_on(self, path: Path, draft: Draft, own: Path) -> None:
        """Move a draft to a file of one's own; of a damaged one, what can be read."""
        if not draft.lost:
            drafts.claim(path, own)
            return
        with contextlib.suppress(OSError):  # the damaged one is there all the same
            drafts.save(own, draft)
            self._set_aside(path, "draft-altered", number=draft.lost)

    def _set_aside_damaged(self, folder: Path) -> None:
        """Keep the drafts of which nothing can be read under another name, and say so."""
        try:
            for path in drafts.unreadable(folder):
                self._set_aside(path, "draft-damaged")
        except OSError:
            return  # what cannot be renamed stays as it is

    def _set_aside(self, path: Path, says: str, **values: object) -> None:
        kept = drafts.set_aside(path)
        self._terminal.say(self._desk.word(says, path=kept, **values), Tone.WARNING)

    def _wants(self, draft: Draft) -> bool:
        if self._options.sos:
            return False
        choices = (
            Choice("resume", self._desk.word("draft-resume")),
            Choice("new", self._desk.word("draft-new")),
        )
        saved = datetime.fromisoformat(draft.saved).strftime("%Y-%m-%d %H:%M")
        words = draft.answers.get("words", "")[:60]
        text = f"{self._desk.word('draft-found', date=saved)} {words}"
        while True:
            try:
                return self._answering.reply(Prompt(text, choices, default="resume")) == "resume"
            except Back:
                continue  # there is nothing before it
            except Emergency:
                self._session.emergency()
                return False

    def _take_words(self, conversation: Conversation) -> None:
        field = field_of(self._session.questions["words"])
        words = self._answering.bounded(self._options.words)
        try:
            conversation.start(self._answering.taken(words, field))
        except Pressed as pressed:
            conversation.turn(pressed)
