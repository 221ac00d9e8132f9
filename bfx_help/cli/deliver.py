"""Hands the result of an interview over: the text on standard output, one list of what to do with
it, and the action as the last lines."""

import sys
from collections.abc import Callable
from pathlib import Path

from bfx_help.cli import verdict
from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Back, Context
from bfx_help.cli.output import as_json, columns, exported, is_styled
from bfx_help.cli.result import (
    OutputOptions,
    Result,
    as_data,
    formatter,
    kinds_asked,
    languages_for,
    rendered,
)
from bfx_help.cli.system_actions import SystemActions
from bfx_help.interview.letter_fields import left_to_account
from bfx_help.model import REPLIES, Language, TextKind, Tone, holds_chinese
from bfx_help.plain import plain, width, wrap
from bfx_help.request.account_apart import account_of, is_long, without_account
from bfx_help.request.formats import chosen_text
from bfx_help.request.halves import left_to_chinese
from bfx_help.request.letter import Letter
from bfx_help.request.repeats import is_retold
from bfx_help.styles import styled
from bfx_help.terminal import Choice, Prompt

COPY, EDIT, SAVE, SENT, LATER = "copy", "edit", "save", "sent", "later"
CHANGE, CHINESE, ACCOUNT = "change", "chinese", "account"
FILE = "request.txt"  # the file that is offered to save a text in

ACCOUNT_FILE = "account.txt"  # the file that is offered for a long account

ASKED = 5  # answers that support will probably ask for, and are named
NAMED = 8  # lines in Chinese that are named one by one

_RULE = "─"

Log = Callable[[Result, str], str | None]
"""Logs that a text was sent; what comes next and when, None where it could not be logged."""

Keep = Callable[[str], bool]
"""Keeps the text, as it is now, until it is sent or thrown away; whether it could."""


class Delivery:
    """Hands one result over at a terminal."""

    def __init__(self, asker: Asker, options: OutputOptions, keep: Keep, log: Log) -> None:
        self._asker = asker
        self._options = options
        self._keep = keep
        self._log = log
        self._actions = SystemActions(asker)

    @property
    def _context(self) -> Context:
        return self._asker.context

    def hand_over(self, result: Result, *, attended: bool = True) -> int:
        """Give the result and say what to do with it; the exit code. Raises `Pressed`.

        Where it is not `attended`, nobody is asked anything.
        """
        if self._options.format == "json":
            return self._put(f"{as_json(as_data(result))}\n")
        if self._options.why:
            verdict.show_why(self._context, self._asker.terminal, result.state.known)
        if result.answered:
            self._asker.say("solved", Tone.GOOD)
            return 0
        if result.letter is None and not attended:
            lines = verdict.verdict_lines(
                self._context, result.found, formatter(self._context, result.state)
            )
            return self._put("".join(f"{plain(line)}\n" for line in lines))
        if result.letter is None:
            self._last_lines(result, None)
            return 0
        return self._give(result, attended)

    # -- the text ------------------------------------------------------------------------------

    def _give(self, result: Result, attended: bool) -> int:
        text = rendered(result, self._options)
        self._say_gaps(result)
        if attended and result.letter and result.letter.left_out:
            self._asker.say("left-out", Tone.QUIET, lines="\n".join(result.letter.left_out))
        on_screen = sys.stdout.isatty() and self._options.output is None
        code = 0
        if on_screen:
            self._show(result.kind, text)
        elif self._options.output:
            code = self._put(text)
        if self._options.copy:
            self._actions.copy(text)
        if not attended:
            return code if on_screen or self._options.output else self._put(text)
        final, sent = self._list(result, text)
        if not on_screen and (self._options.output is None or final != text):
            code = self._put(final)
        self._last_lines(result, sent)
        return code

    def _say_gaps(self, result: Result) -> None:
        """What support would still ask for, before the text is called ready; and what stays in
        Chinese in the English half."""
        letter, context = result.letter, self._context
        if letter and not result.state.emergency and (labels := self._missing(result, letter)):
            self._asker.say("still-missing", Tone.WARNING, missing=context.listed(labels))
        if context.language.is_chinese and (chinese := self._chinese_lines(result)):
            more = [f"... (+{len(chinese) - NAMED})"] if len(chinese) > NAMED else []
            lines = "\n".join([*chinese[:NAMED], *more])
            self._asker.say("still-chinese", Tone.WARNING, lines=lines)

    def _missing(self, result: Result, letter: Letter) -> list[str]:
        """The names of what support would still ask for, without those that are left to the account
        or of which a line of it speaks."""
        content = self._context.content
        story = result.state.values.get(content.roles.questions.story, "").splitlines()
        left = {
            field.id for field in left_to_account(content, result.state, self._context.language)
        }
        open_ = [content.questionnaire.by_id[name] for name in letter.missing if name not in left]
        labels = [self._context(field.label) for field in open_]
        unsaid = [label for label in labels if not any(is_retold(label, line) for line in story)]
        return unsaid[:ASKED]

    def _chinese_lines(self, result: Result) -> list[str]:
        """The lines of the English half that are in Chinese, but for who signs."""
        if result.letter is None:
            return []
        english = chosen_text(result.letter, result.kind, [Language.EN])
        signed = {line.en for line in result.letter.closing}
        lines = (line.strip() for line in english.splitlines())
        return [line for line in lines if holds_chinese(line) and line not in signed]

    def _show(self, kind: TextKind, text: str) -> None:
        """The text between two rules, broken at words for the eye; what is copied is not broken."""
        wide = min(columns(), 80)
        name = self._context.word("text-title", kind=self._context.word(f"text-{kind}"))
        rule = f"{_RULE * 2} {name} "
        line = f"{rule}{_RULE * max(2, wide - width(rule))}"
        if is_styled(self._context):
            line = styled(line, Tone.HEADING, coloured=False)
        sys.stdout.write(f"\n{line}\n\n")
        for line in text.rstrip("\n").split("\n"):
            sys.stdout.write("\n".join(wrap(plain(line), wide)) + "\n")
        sys.stdout.write(f"\n{_RULE * wide}\n")
        sys.stdout.flush()

    def _put(self, text: str) -> int:
        """A result to its file, or to standard output; the exit code."""
        code = self._export(text, self._options.output) if self._options.output else 0
        if code or not self._options.output:
            sys.stdout.write(text.replace("\r\n", "\n"))
            sys.stdout.flush()
        return code

    def _export(self, text: str, path: Path) -> int:
        """Write a text to a file, and say so; the exit code."""
        said, code = exported(self._context, text.encode(), path)
        self._asker.terminal.say(said, Tone.WARNING if code else Tone.GOOD)
        return code

    # -- what to do with it --------------------------------------------------------------------

    def _list(self, result: Result, text: str) -> tuple[str, str | None]:
        """One list under the text, until it is sent or left for later: the text as it is then, and
        what comes next where it was sent. Raises `Pressed`."""
        kind, kinds = result.kind, (result.kind, *self._other_kinds(result))
        saved = self._keep(text)
        while True:
            left = [other for other in kinds if other is not kind]
            reply = self._asker.choose(self._prompt(result, kind, left, saved))
            if reply == COPY:
                self._actions.copy(text)
            elif reply == EDIT:
                text = self._edited(kind, text)
            elif reply == CHANGE:
                raise Back
            elif reply == SAVE:
                self._save_as(text)
            elif reply == SENT:
                following = self._log(result, text)
                if following is not None:
                    return text, following
            elif reply in (CHINESE, ACCOUNT) and result.letter:
                apart = left_to_chinese if reply == CHINESE else self._account_apart
                letter = apart(result.letter)
                if letter is result.letter:
                    continue
                result = result._replace(letter=letter)
                kind, text = result.kind, rendered(result, self._options)
                saved = self._keep(text)
                self._show(result.kind, text)
            elif reply in left and result.letter:
                kind = TextKind(reply)
                text = f"{plain(chosen_text(result.letter, kind, self._languages()))}\n"
                self._show(kind, text)
            else:
                return text, None

    def _other_kinds(self, result: Result) -> tuple[TextKind, ...]:
        if result.letter is None:
            return ()
        kinds = dict.fromkeys((result.letter.kind, *result.letter.texts))
        shown = kinds_asked(result, self._options)
        return tuple(
            kind
            for kind in kinds
            if kind not in shown and (kind is not TextKind.PUBLIC or result.is_public)
        )

    def _languages(self) -> tuple[Language, ...]:
        return languages_for(self._context, self._options.languages)

    def _prompt(self, result: Result, kind: TextKind, left: list[TextKind], saved: bool) -> Prompt:
        """What can be done with the text of this kind, and the others that can be shown."""
        word = self._context.word
        choices = [Choice(COPY, word("do-copy"))]
        if self._actions.can_edit:
            choices.append(Choice(EDIT, word("do-edit")))
        choices.append(Choice(SAVE, word("do-save")))
        choices += [
            Choice(other.value, word("do-show", kind=word(f"text-{other}"))) for other in left
        ]
        if kind is not TextKind.POLICE:  # which is no request to be followed up here
            choices.append(Choice(SENT, word("do-sent")))
        choices.append(Choice(CHANGE, word("do-change")))
        if self._chinese_lines(result) and len(self._languages()) > 1:
            choices.append(Choice(CHINESE, word("do-chinese")))
        frame = self._context.content.letters.frame
        if result.letter and is_long(account_of(result.letter, frame)):
            choices.append(Choice(ACCOUNT, word("do-account")))
        choices.append(Choice(LATER, word("do-later" if saved else "do-leave"), zero=True))
        police = kind is TextKind.POLICE
        todo = word("action-police") if police else self._action(result, kind).last(self._context)
        return Prompt(word("do-what"), tuple(choices), default=LATER, hint=todo)

    def _edited(self, kind: TextKind, text: str) -> str:
        try:
            changed = self._actions.edit(text)
        except Back:  # what was hidden may be typed again
            return text
        if not changed:
            return text
        self._keep(changed)
        self._show(kind, changed)
        return f"{plain(changed)}\n"

    def _save_as(self, text: str, asked: str = "do-save-name", default: str = FILE) -> bool:
        """Write a text to a file that is asked for, over no other one unasked; whether it could be
        written."""
        prompt = Prompt(self._context.word(asked), default=default)
        over = {"no": "do-over-no", "yes": "do-over-yes"}
        while True:
            path = Path(self._asker.choose(prompt) or default).expanduser()
            question = self._context.word("do-save-over")
            if not path.is_file() or self._asker.decide(question, over) == "yes":
                return not self._export(text, path)

    def _account_apart(self, letter: Letter) -> Letter:
        """The letter without its account, which is written to a file; as it was where that
        failed."""
        frame = self._context.content.letters.frame
        account = f"{account_of(letter, frame)}\n"
        written = self._save_as(account, "do-account-name", ACCOUNT_FILE)
        return without_account(letter, frame) if written else letter

    # -- the last lines ------------------------------------------------------------------------

    def _last_lines(self, result: Result, sent: str | None) -> None:
        """The action, and one warning once."""
        if result.kind is TextKind.POLICE:
            self._asker.say("action", Tone.HEADING)
            self._asker.say("action-police")
            return
        action = self._action(result, result.kind)
        if self._options.open:
            self._actions.open(action.channel)
        if sent:
            self._asker.terminal.say(sent, Tone.HEADING)
            return
        self._asker.say("action", Tone.HEADING)
        for step in action.steps(self._context):
            self._asker.terminal.say(f"- {step}", indent="  ")
        self._asker.terminal.say(action.never(self._context), Tone.WARNING)

    def _action(self, result: Result, kind: TextKind) -> verdict.Action:
        reply = result.letter is not None and result.letter.kind in REPLIES
        channel = result.channel_for(kind)
        default = self._context.content.roles.channels.default
        return verdict.Action(channel, reply and channel.id == default)
