"""The `ask` and `sos` commands: an interview, its draft, and the result handed over."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from bfx_help.cli.answer_options import missing, missing_lines, read_answers, read_pairs, take
from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Back, Context, Emergency, Pressed
from bfx_help.cli.conversation import hear, heard_from
from bfx_help.cli.draft_file import DraftFile
from bfx_help.cli.entry import field_of
from bfx_help.cli.output import as_json_line, write
from bfx_help.cli.read_text import read_text
from bfx_help.cli.result import OutputOptions, Result, letter_of
from bfx_help.cli.wizard import Outcome, Wizard
from bfx_help.interview.drafts import Draft
from bfx_help.interview.progress import Interview, Origin
from bfx_help.interview.step import possible, recommend
from bfx_help.model import Tone
from bfx_help.terminal import EndOfInput

LARGEST = 100_000  # characters of a text on standard input


class AskOptions(NamedTuple):
    """What was said on the command line."""

    words: str = ""
    pairs: tuple[str, ...] = ()
    answers: str | None = None
    resume: bool = False
    last: bool = False
    save: bool = True
    input: bool = True
    sos: bool = False


def run(context: Context, options: AskOptions, output: OutputOptions) -> int:
    """Have the interview and hand its result over; the exit code."""
    if options.words.strip() == "-" and output.format == "json":
        return _understand_lines(context)
    beforehand = read_answers(context, options.answers) if options.answers else {}
    beforehand |= read_pairs(context, options.pairs)
    if options.words.strip() == "-":
        options = options._replace(words=read_text(context, "-", LARGEST))
    asker = Asker(context)
    if options.last:
        return _Conversation(asker, options, output).last()
    if not options.input:
        from bfx_help.cli.unattended import run_unattended

        return run_unattended(asker, options.words, output, beforehand, sos=options.sos)
    return _Conversation(asker, options, output).attended(beforehand)


def _understand_lines(context: Context) -> int:
    """One message a line of standard input, one object a line with what was understood."""
    understand = heard_from(context)
    for line in sys.stdin:
        text = line.rstrip("\n")
        write(as_json_line({"understood": understand(text).as_json()}))
    return 0


class _Conversation:
    """One interview with its draft, and every way in which it can end."""

    def __init__(self, asker: Asker, options: AskOptions, output: OutputOptions) -> None:
        self._asker = asker
        self._options = options
        self._output = output
        self._file = DraftFile(asker)
        self._unlogged = False  # whether the log did not take what was sent
        self._case: int | None = None  # in which case an earlier text of this interview is logged
        self._wizard = Wizard(asker, hear(asker), self._save)

    def attended(self, beforehand: Mapping[str, str]) -> int:
        """Talk to the end; the exit code."""
        interview, warnings = take(self._asker.context, Interview(), beforehand)
        self._wizard.talk.interview = interview

        def begin() -> int:
            self._open(warnings)
            return self._talk()

        return self._ended(begin)

    def last(self) -> int:
        """Show the last text again that was not sent; exit code 3 where there is none."""
        draft = self._file.last_unsent()
        if draft is None:
            self._asker.say("last-none")
            return 3
        self._wizard.talk.interview = draft.interview
        state = self._wizard.talk.state
        result = self._result(Outcome(state, recommend(self._asker.context.content, state), True))

        def again() -> int:
            code = self._delivered(result)
            return self._talk() if code is None else code

        return self._ended(again)

    def _ended(self, talk: Callable[[], int]) -> int:
        """The exit code of a conversation, however it ends."""
        try:
            return talk()
        except KeyboardInterrupt:
            self._say_left()
            return 130
        except EndOfInput:
            return self._end_of_input()
        finally:
            self._file.is_kept()  # an empty one is not left behind

    def _talk(self) -> int:
        talk = self._wizard.talk
        if self._options.words and talk.roles.words not in talk.interview.answers:
            self._take_words()
        while True:
            outcome = self._wizard.run()
            code = self._delivered(self._result(outcome))
            if code is None:
                continue
            if outcome.answered and self._file.path:
                self._file.discard()
            elif not outcome.letter or self._unlogged:
                self._say_left()
            self._say_also()
            return 1 if self._unlogged else code

    def _say_also(self) -> None:
        """Say how to go on with the second problem that the first words spoke of."""
        talk, context = self._wizard.talk, self._asker.context
        situation = talk.heard.also
        if situation and (talk.state.situation is None or situation != talk.state.situation.id):
            question = context.content.roles.questions.situation
            name = context(context.content.situations[situation].name)
            self._asker.say("also", name=name, question=question, situation=situation)

    def _result(self, outcome: Outcome) -> Result:
        context, interview = self._asker.context, self._wizard.talk.interview
        state, found = outcome.state, outcome.recommendation
        letter = letter_of(context, state, found) if outcome.letter else None
        return Result(context, interview, state, found, letter, outcome.answered)

    def _delivered(self, result: Result) -> int | None:
        """Hand a result over; the exit code, None where the conversation goes on."""
        from bfx_help.cli.deliver import Delivery  # the first question need not wait for it

        keep = partial(self._keep, result)
        try:
            return Delivery(self._asker, self._output, keep, self._log).hand_over(result)
        except Back:
            self._wizard.reopen()
        except Emergency:
            self._wizard.first.alarm()
        return None

    def _log(self, result: Result, text: str) -> str | None:
        """Log what was sent. Only then is the draft deleted."""
        if not self._options.save:
            self._asker.say("not-logged")
            return self._asker.context.word("sent-unlogged")
        from bfx_help.cli.case_from_request import log_sent
        from bfx_help.cli.case_words import due_line

        logged = log_sent(self._asker, result, text, self._case)
        self._unlogged = logged is None
        if logged is None:
            return None
        self._case = logged.number
        self._file.discard()
        return due_line(self._asker.context, logged)

    # -- the draft -----------------------------------------------------------------------------

    def _save(self, interview: Interview, prompts: int) -> None:
        self._file.write(Draft(interview, prompts, self._asker.context.now.isoformat()))

    def _keep(self, result: Result, text: str) -> bool:
        now = self._asker.context.now.isoformat()
        draft = Draft(result.interview, self._asker.prompts, now, text, result.channel.id)
        return self._file.write(draft)

    def _open(self, warnings: Iterable[str]) -> None:
        """Greet, find the draft, and take the first words; an emergency begins with the card."""
        words = self._options.words
        urgent = self._options.sos or bool(words and self._wizard.talk.hear(words).emergency)
        if self._options.sos:
            self._wizard.first.alarm()
        if not urgent:
            self._asker.say("greeting")
            self._asker.say("never", Tone.WARNING)
        for warning in warnings:
            self._asker.terminal.say(warning, Tone.WARNING)
        begun = self._options.words or self._wizard.talk.interview.answers
        if self._options.save:
            self._file.tidy()
        if self._options.save and (self._options.resume or not begun):
            self._offer_draft()
        if self._options.save and self._file.path is None:
            self._file.create()
        if not urgent:
            self._asker.say("draft-where" if self._file.path else "draft-none", Tone.QUIET)

    def _offer_draft(self) -> None:
        found = self._file.newest()
        if found is None:
            return
        path, draft = found
        if self._options.resume or self._wants(draft):
            self._file.go_on(path, draft)
            now = self._wizard.talk.interview.answers
            draft_answers = self._known(draft.interview)
            self._wizard.talk.interview = draft_answers.answer_all(now, Origin.BEFOREHAND)
            self._asker.prompts = draft.prompts

    def _known(self, interview: Interview) -> Interview:
        """An interview without the answers that the content no longer asks for or offers."""
        content = self._asker.context.content
        questions = content.questionnaire.by_id
        answers = interview.answers
        return interview.without(
            name
            for name, value in answers.items()
            if name not in questions or not possible(content, questions[name], value, answers)
        )

    def _wants(self, draft: Draft) -> bool:
        """Whether to go on with a draft."""
        saved = datetime.fromisoformat(draft.saved).strftime("%Y-%m-%d %H:%M")
        words = draft.interview.answers.get(self._wizard.talk.roles.words, "")[:60]
        text = f"{self._asker.context.word('draft-found', date=saved)} {words}"
        while True:
            try:
                answers = {"resume": "draft-resume", "new": "draft-new"}
                return self._asker.decide(text, answers) == "resume"
            except Back:
                continue  # there is nothing before it
            except Emergency:
                self._wizard.first.alarm()
                return False

    def _take_words(self) -> None:
        talk = self._wizard.talk
        try:
            field = field_of(talk.question(talk.roles.words))
            self._wizard.first.take(self._asker.take(self._options.words, field))
        except Emergency:
            self._wizard.first.alarm()
        except Pressed:
            return

    # -- leaving -------------------------------------------------------------------------------

    def _end_of_input(self) -> int:
        self._say_left()
        if sys.stdin.isatty():
            return 130
        context = self._asker.context
        wanted = missing(context, self._wizard.talk.state)
        self._asker.terminal.say(missing_lines(context, wanted))
        return 2

    def _say_left(self) -> None:
        self._asker.say("draft-left" if self._file.is_kept() else "left")
