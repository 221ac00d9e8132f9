"""Shows how a conversation ended: the text on standard output, the action as the last lines."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TextIO

from bfx_help.cli import verdict
from bfx_help.cli.answering import Answering, Back, Pressed
from bfx_help.cli.conversation import Ended
from bfx_help.cli.handover import Hands
from bfx_help.cli.hearing import GENERAL
from bfx_help.cli.output import as_json, exported
from bfx_help.cli.session import Session
from bfx_help.cli.sheet import Sheet
from bfx_help.cli.texts import (
    KINDS,
    REPLIES,
    Wish,
    channel_for,
    kind_for,
    kinds,
    lacks,
    languages_for,
    printed,
    rendered,
)
from bfx_help.interview import routing
from bfx_help.model import Entry, Language, Redacted, Route, Tone
from bfx_help.plain import plain
from bfx_help.request import Request, chosen_text
from bfx_help.request import as_json as request_data
from bfx_help.terminal import Choice, Prompt, Terminal

EDIT = "e"
"""The key for the text in an editor."""


def as_data(session: Session, ended: Ended) -> dict[str, Any]:
    """Everything for scripts: answers, route and texts, with stable keys."""
    found, state, desk = ended.recommendation, session.state(), session.desk
    route = found.route
    lines = verdict.verdict_lines(desk, found, session.teller(route))
    return {
        "answers": {name: state.known[name] for name in session.answers if name in state.known},
        "derived": {
            name: value for name, value in state.known.items() if name not in session.answers
        },
        "route": route.id,
        "channel": route.channel,
        "fallback": route.fallback,
        "emergency": route.emergency,
        "verdict": lines,
        "confidence": desk.content.confidence(route.facts),
        "facts": list(route.facts),
        "sources": [
            source.at or desk(source.name) for source in desk.content.sources_of(route.facts)
        ],
        "tried": [{"rule": one.id, "fits": fits} for one, fits in _tried(session)],
        "faq": [entry.id for entry in session.entries],
        "answered": ended.answered.id if ended.answered else None,
        "request": request_data(ended.request) if ended.request else None,
    }


def _tried(session: Session) -> tuple[tuple[Route, bool], ...]:
    return routing.tried(session.desk.content.routes, session.state())


def show_why(session: Session, terminal: Terminal) -> None:
    """Every rule that was tried, with its outcome."""
    desk = session.desk
    terminal.say(desk.word("rules-tried"), Tone.HEADING)
    for route, fits in _tried(session):
        when = "; ".join(f"{key}: {' | '.join(values)}" for key, values in route.when.items())
        outcome = desk.word("rule-yes" if fits else "rule-no")
        terminal.say(f"{route.id}: {outcome}  {{{when}}}", Tone.QUIET)


class Delivery:
    """Hands the result over: to standard output, a file, the clipboard; says what is next."""

    def __init__(
        self,
        session: Session,
        answering: Answering,
        wish: Wish,
        stdout: TextIO,
        hands: Hands,
        log: Callable[[Ended, Request, Redacted | None], str | None],
    ) -> None:
        """`log` offers to log what was sent, which may be the text as it was edited; it returns
        what comes next, if it was sent."""
        self._session = session
        self._desk = session.desk
        self._answering = answering
        self._terminal = answering.terminal
        self._wish = wish
        self._stdout = stdout
        self._hands = hands
        self._log = log
        self._action: verdict.Action | None = None
        self._sent: str | None = None  # what comes next where the text was sent
        self._replies = 0

    def hand_over(self, ended: Ended, interactive: bool) -> int:
        """Give the result and say what to do with it; the exit code. Raises `Pressed`."""
        self._action = self._sent = None
        if self._wish.format == "json":
            return self._put(f"{as_json(as_data(self._session, ended))}\n", Sheet(self._stdout))
        if self._wish.why:
            show_why(self._session, self._terminal)
        if ended.request is None:
            return self._without_request(ended, interactive)
        if not self._tell_lacking(ended, ended.request):
            return 1
        code, edited = self._give(ended, ended.request, interactive)
        name = channel_for(ended)
        reply = name == "ticket" and (ended.details or ended.request.script in REPLIES)
        self._act(name, reply)
        if interactive and kind_for(ended) in printed(ended, self._wish, ended.request):
            self._sent = self._log(ended, ended.request, edited)
        return code

    def finish(self) -> None:
        """The last lines on the screen: where anything was asked below the action, it stands there
        once more in short, or what comes next where the text was sent."""
        if self._action and self._answering.replies > self._replies:
            verdict.show_last(self._desk, self._terminal, self._action, self._sent)

    def _act(self, name: str, reply: bool = False) -> None:
        """What to do now; the page is opened where that was wished."""
        action = verdict.Action(self._desk.content.channels[name], reply)
        verdict.show_action(self._desk, self._terminal, action)
        if self._wish.open:
            self._hands.open(action.channel)
        self._action, self._replies = action, self._answering.replies

    def _without_request(self, ended: Ended, interactive: bool) -> int:
        if ended.answered:
            self._terminal.say(self._desk.word("solved"), Tone.GOOD)
            # Who reads both streams in one place has the answer before them.
            seen = _is_one_place(self._stdout, sys.stderr)
            return 0 if seen else self._put_entry(ended.answered)
        if not interactive and self._session.answers.get("topic") == GENERAL:
            return self._put_entry(self._session.entries[0]) if self._session.entries else 0
        if not interactive:
            tell = self._session.teller(ended.recommendation.route)
            lines = verdict.verdict_lines(self._desk, ended.recommendation, tell)
            return self._put("".join(f"{line}\n" for line in lines), Sheet(self._stdout))
        self._act(channel_for(ended))
        return 0

    def _put_entry(self, entry: Entry) -> int:
        """The answer to a general question, which is then the result."""
        lines = (line.text for line in verdict.entry_lines(self._desk, entry))
        page = "\n".join([self._desk(entry.question), *lines, self._desk.basis(entry.facts)])
        return self._put(f"{plain(page)}\n", Sheet(self._stdout))

    def _give(
        self, ended: Ended, request: Request, interactive: bool
    ) -> tuple[int, Redacted | None]:
        """The text, and what is made of it; the exit code, and the text as it was edited."""
        # Somebody at a terminal whose result goes elsewhere may still change it.
        waits = interactive and sys.stdin.isatty() and not self._stdout.isatty()
        sheet, edited = Sheet(self._stdout, waits=waits), None
        code = self._put(rendered(self._desk, ended, request, self._wish).decode(), sheet)
        self._tell_complete(request)
        try:
            if interactive and not self._wish.texts:
                edited = self._offer_more(ended, request, sheet)
        except Pressed:
            sheet.drop()
            raise
        finally:
            sheet.close()
        return code, edited

    def _put(self, text: str, sheet: Sheet, changed: bool = False) -> int:
        """A result to its place, the first time or `changed`; the exit code."""
        output, code = self._wish.output, 0
        if output:
            said, code = exported(self._desk, text.encode(), output)
            self._terminal.say(said, Tone.WARNING if code else Tone.GOOD)
        if not output or code:
            put = sheet.change_first if changed else sheet.add
            put(text.replace("\r\n", "\n"))
        if self._wish.copy:
            self._hands.copy(text)
        return code

    def _tell_lacking(self, ended: Ended, request: Request) -> bool:
        """Name the texts that were asked for and are not there; whether there is any to give."""
        lacking = [self._desk.word(f"text-{one}") for one in lacks(self._wish, request)]
        if lacking:
            text = self._desk.word("no-such-text", kinds=self._desk.listed(lacking))
            self._terminal.say(text, Tone.WARNING)
        return bool(kinds(ended, self._wish, request))

    def _tell_complete(self, request: Request) -> None:
        desk, labels = self._desk, self._session.questions
        everything = request.fields
        if not request.missing:
            self._terminal.say(desk.word("complete-all", done=everything, all=everything))
            return
        missing = desk.listed(desk(labels[name].label) for name in request.missing)
        done = everything - len(request.missing)
        text = desk.word("complete", done=done, all=everything, missing=missing)
        self._terminal.say(text, Tone.WARNING)

    def _languages(self) -> tuple[Language, ...]:
        return languages_for(self._wish.languages, self._desk.language)

    def _offer_more(self, ended: Ended, request: Request, sheet: Sheet) -> Redacted | None:
        """Other texts of the same answers, and the text in an editor; as it was edited, if it
        was. Raises `Pressed`."""
        shown = printed(ended, self._wish, request)
        left = [one for one in KINDS if one not in shown and _is_told(request, one)]
        editable = self._wish.format in ("text", "markdown") and self._hands.can_edit
        text, edited = rendered(self._desk, ended, request, self._wish).decode(), None
        while left or editable:
            reply = self._answering.reply(self._more(left, editable))
            if reply == EDIT:
                changed = self._changed(edited or text)
                if changed:
                    edited = changed
                    self._put(f"{plain(edited)}\n", sheet, changed=True)
            elif reply in left:
                left.remove(reply)
                sheet.add(f"{plain(chosen_text(request, reply, self._languages()))}\n")
            else:
                break
        return edited

    def _changed(self, text: str) -> Redacted | None:
        try:
            return self._hands.edit(text)
        except Back:  # what was hidden may be typed again
            return None

    def _more(self, left: Sequence[str], editable: bool) -> Prompt:
        word = self._desk.word
        choices = [Choice("0", word("show-end"), zero=True)]
        choices += [Choice(kind, word(f"text-{kind}")) for kind in left]
        if editable:
            choices.append(Choice(EDIT, word("show-edit")))
        return Prompt(word("show-more"), tuple(choices), default="0")


def _is_told(request: Request, kind: str) -> bool:
    return bool(chosen_text(request, kind, [Language.EN]))


def _is_one_place(one: TextIO, other: TextIO) -> bool:
    """Whether two streams lead to the same file, pipe or terminal."""
    try:
        return os.path.sameopenfile(one.fileno(), other.fileno())
    except OSError:  # one of them is no file at all
        return False
