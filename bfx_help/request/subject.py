"""The subject of a letter: what is wrong, behind the number of the ticket, with the deadline."""

import re

from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Text, TextKind, fill, joined
from bfx_help.request.phrases import CUT, brief, numbers_in
from bfx_help.request.statements import Material, Statements

LONGEST = 150
"""Characters of a subject that may have the deadline behind it."""

URGENT = re.compile(r"\bURGENT\b")
"""How a subject says that minutes count."""

_TO_THE_MINUTE = re.compile(r"(?P<at>.*?\d{1,2}:\d{2} UTC)")
_DAY = re.compile(r"(?:[A-Z][a-z]{2,8},? )?(?P<at>\d{1,2} [A-Z][a-z]{2,8}\b(?: \d{4})?)")
_BY = re.compile(rf"\b(?:by|before|until) {_DAY.pattern}")
_HOUR = re.compile(r" \d{1,2}:\d\d(?::\d\d)? UTC.*")
_ABSENT = (UNKNOWN, BLANK, NONE, "")


def subject_of(material: Material, said: Statements) -> Text:
    """The customer's own subject, or the first headline that holds and whose answers are all known;
    before it the ticket, where the letter goes into one, and behind ours when it is needed."""
    return _Subject(material, said).write()


def moment_of_deadline(material: Material, said: Statements) -> Text | None:
    """The moment or the day with which a deadline begins, or the first one behind "by" or "until",
    without the year of today; None where it begins with another word."""

    def beginning(deadline: str) -> str:
        found = _TO_THE_MINUTE.match(deadline)
        if found is None or not found[0][:1].isdigit():
            found = _DAY.match(deadline) or _BY.search(deadline)
        return found["at"].replace(f" {material.now.year}", "", 1) if found else ""

    deadline = said.stateable(material.roles.deadline)
    moment = deadline and deadline.map(beginning)
    return moment if moment and moment.en else None


class _Subject:
    """Writes one subject."""

    def __init__(self, material: Material, said: Statements) -> None:
        self._material = material
        self._said = said

    def write(self) -> Text:
        own = self._value(self._material.roles.own_subject)
        ours = self._headline() if own in _ABSENT else Text(own, own)
        ticket = self._value(self._material.roles.ticket)
        first = self._material.route.text is TextKind.LETTER
        subject = ours
        if not (first or ticket in _ABSENT or (numbers_in(ticket) or ticket) in ours.en):
            prefix = self._ticket()
            subject = joined((prefix, ours), Text(": ", "：")) if prefix else ours
        return self._with_deadline(subject) if own in _ABSENT else subject

    def _value(self, name: str) -> str:
        return self._material.known.values.get(name, UNKNOWN)

    def _headline(self) -> Text:
        found = (
            fill(headline.line, self._briefly)
            for headline in self._material.situation.subject
            if self._material.known.holds(headline.when)
        )
        return next((line for line in found if line), self._material.letters.frame["subject-other"])

    def _ticket(self) -> Text | None:
        """The number of the ticket, without what was typed beside it."""
        name = self._material.roles.ticket
        numbers = numbers_in(self._value(name))
        shown = Text(numbers, numbers) if numbers else self._briefly(name)
        return fill(self._material.letters.frame["subject-ticket"], lambda _: shown)

    def _with_deadline(self, subject: Text) -> Text:
        """The subject with the moment of a deadline, if it has one and there is room."""
        moment = moment_of_deadline(self._material, self._said)
        if not moment or moment.en in subject.en:
            return subject
        needed = fill(self._material.letters.frame["subject-deadline"], lambda _: moment)
        longer = joined((subject, needed), Text(" ", "")) if needed else subject
        return longer if len(longer.en) <= LONGEST else subject

    def _briefly(self, name: str) -> Text | None:
        """An answer for the subject: one line, not long, and of a time only the day."""
        shown = self._said.stateable(name)
        question = self._material.questions.get(name)
        if shown and question and question.kind is Asks.TIME:
            shown = shown.map(lambda said: _HOUR.sub("", said))
            shown = shown.map(lambda said: said.removesuffix(f" {self._material.now.year}"))
        short = shown and shown.map(brief)
        return None if short and short.en.endswith(CUT) else short
