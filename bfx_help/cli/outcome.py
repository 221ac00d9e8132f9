"""Shows how a conversation ended: the text on standard output, the action as the last lines."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TextIO

from bfx_help import routing
from bfx_help.cli import verdict
from bfx_help.cli.answering import Answering
from bfx_help.cli.conversation import Ended
from bfx_help.cli.handover import Hands
from bfx_help.cli.hearing import GENERAL
from bfx_help.cli.output import as_json
from bfx_help.cli.session import Session
from bfx_help.cli.texts import (
    KINDS,
    Wish,
    channel_for,
    kind_for,
    kinds,
    lacks,
    languages_for,
    rendered,
)
from bfx_help.model import Entry, Language, Route, Script, Tone
from bfx_help.plain import plain
from bfx_help.request import Request, chosen_text
from bfx_help.request import as_json as request_data
from bfx_help.terminal import Choice, Prompt, Terminal

EDIT = "e"
"""The key for the text in an editor."""

_REPLIES = (Script.FOLLOW_UP, Script.REVIEW, Script.COMPLAINT)
"""What is written into the ticket that there is."""


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
        log: Callable[[Ended, Request], None],
    ) -> None:
        """`log` offers to log what was sent."""
        self._session = session
        self._desk = session.desk
        self._answering = answering
        self._terminal = answering.terminal
        self._wish = wish
        self._stdout = stdout
        self._hands = hands
        self._log = log

    def hand_over(self, ended: Ended, interactive: bool) -> int:
        """Give the result; the exit code."""
        if self._wish.format == "json":
            return self._put(f"{as_json(as_data(self._session, ended))}\n".encode())
        if self._wish.why:
            show_why(self._session, self._terminal)
        if ended.request is None:
            return self._without_request(ended, interactive)
        if not self._tell_lacking(ended, ended.request):
            return 1
        code = self._put(rendered(self._desk, ended, ended.request, self._wish))
        self._tell_complete(ended.request)
        if interactive and not self._wish.texts:
            self._offer_more(ended, ended.request)
            self._log(ended, ended.request)
        name = channel_for(ended)
        reply = name == "ticket" and (ended.details or ended.request.script in _REPLIES)
        self._act(name, reply)
        return code

    def _act(self, name: str, reply: bool = False) -> None:
        """The last lines: what to do now; the page is opened where that was wished."""
        verdict.show_action(self._desk, self._terminal, name, reply)
        if self._wish.open:
            self._hands.open(self._desk.content.channels[name])

    def _without_request(self, ended: Ended, interactive: bool) -> int:
        if ended.answered:
            self._terminal.say(self._desk.word("solved"), Tone.GOOD)
            return 0 if sys.stdout.isatty() else self._put_entry(ended.answered)
        if not interactive and self._session.answers.get("topic") == GENERAL:
            return self._put_entry(self._session.entries[0]) if self._session.entries else 0
        if not interactive:
            tell = self._session.teller(ended.recommendation.route)
            lines = verdict.verdict_lines(self._desk, ended.recommendation, tell)
            return self._put("".join(f"{line}\n" for line in lines).encode())
        self._act(channel_for(ended))
        return 0

    def _put_entry(self, entry: Entry) -> int:
        """The answer to a general question, which is then the result."""
        lines = verdict.entry_lines(self._desk, entry)
        page = "\n".join([self._desk(entry.question), *lines, self._desk.basis(entry.facts)])
        return self._put(f"{plain(page)}\n".encode())

    def _put(self, data: bytes) -> int:
        output, code = self._wish.output, 0
        if output:
            code = self._write(output, data)
        if not output or code:
            self._stdout.write(data.decode().replace("\r\n", "\n"))
            self._stdout.flush()
        if self._wish.copy:
            self._hands.copy(data.decode())
        return code

    def _write(self, path: Path, data: bytes) -> int:
        from bfx_help.files import export

        try:
            export(path, data)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            text = self._desk.word("not-saved-to", path=path, reason=reason)
            self._terminal.say(text, Tone.WARNING)
            return 1
        self._terminal.say(self._desk.word("saved-to", path=path), Tone.GOOD)
        return 0

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

    def _offer_more(self, ended: Ended, request: Request) -> None:
        """Other texts of the same answers, and the text in an editor."""
        shown = kind_for(ended)
        left = [one for one in KINDS if one != shown and chosen_text(request, one, [Language.EN])]
        editable = self._wish.format in ("text", "markdown") and self._hands.can_edit
        text = rendered(self._desk, ended, request, self._wish).decode()
        while left or editable:
            reply = self._answering.reply(self._more(left, editable))
            if reply == EDIT:
                text = self._edited(text)
            elif reply in left:
                left.remove(str(reply))
                other = chosen_text(request, str(reply), self._languages())
                self._stdout.write(f"\n{plain(other)}\n")
                self._stdout.flush()
            else:
                return

    def _more(self, left: Sequence[str], editable: bool) -> Prompt:
        word = self._desk.word
        choices = [Choice("0", word("show-end"), zero=True)]
        choices += [Choice(kind, word(f"text-{kind}")) for kind in left]
        if editable:
            choices.append(Choice(EDIT, word("show-edit")))
        return Prompt(word("show-more"), tuple(choices), default="0")

    def _edited(self, text: str) -> str:
        """The text as it was edited, which then is the result; or the same as before."""
        changed = self._hands.edit(text)
        if changed is None:
            return text
        if not self._wish.output:
            self._stdout.write("\n")
        text = f"{plain(changed)}\n"
        self._put(text.encode())
        return text
