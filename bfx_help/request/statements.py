"""Which answers a letter can state, and the statements that stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.answers.amounts import is_bare
from bfx_help.answers.spans import moment
from bfx_help.model import (
    AGE,
    BLANK,
    NONE,
    OR,
    UNKNOWN,
    Asks,
    Item,
    Known,
    Letters,
    Place,
    Question,
    QuestionRoles,
    Route,
    Shown,
    Situation,
    Statement,
    Text,
    When,
    answers_of,
    fill,
    holds_chinese,
    placeholders,
)
from bfx_help.name_lists import pattern_of
from bfx_help.request.account import KindOf
from bfx_help.request.phrases import after_quotes, as_sentence, items
from bfx_help.request.repeats import is_retold

LONGEST_AMOUNT = 40
"""Characters of an amount that a sentence can hold."""

LONGEST_ADDRESS = 4
"""Words of an address, with what may stand beside it."""


def _is_sentence(address: str) -> bool:
    return len(address.split()) > LONGEST_ADDRESS or holds_chinese(address)


_ALONE = re.compile(r"\$([a-z0-9-]+)")
_LABELLED = re.compile(r"[^:$\[]{2,60}: \"?\$([a-z0-9-]+)\"?\.?")
"""A label with one answer."""

_BULLET = re.compile(r"^\s*[-–—*•·]\s+(?=\S)")
_NOT_KNOWN = re.compile(
    r"(?i)(?:i (?:do not|don['’]?t) know|not known|not sure|unknown|不知道|不清楚|不确定)"
)
"""How an answer begins that is none."""


def no_deadline(value: str) -> re.Match[str] | None:
    """How an answer begins that says there is no deadline."""
    return re.match(pattern_of("account", "no deadline"), value, re.IGNORECASE)


def denial(answer: Text) -> tuple[Text, ...] | None:
    """An own answer that there is nothing of the kind, as a sentence, for a label would ask for
    what it denies; without a line where it says no more. None for another answer."""
    found = re.match(pattern_of("account", "nothing"), answer.en, re.IGNORECASE)
    if found is None or answer.en != answer.zh:
        return None
    more = re.search(r"\w", answer.en[found.end() :])
    return (answer.map(as_sentence),) if more else ()


class Material(NamedTuple):
    """What a letter is made of; `letters` are those about its situation. `fields` are the questions
    that fill it, `shown` says how an answer reads and `kind_of` what a typed line tells;
    `first_wants` stand where none was chosen."""

    letters: Letters
    roles: QuestionRoles
    situation: Situation
    route: Route
    known: Known
    questions: Mapping[str, Question]
    fields: Sequence[Question]
    shown: Shown
    kind_of: KindOf
    now: datetime
    files: Sequence[Item] = ()
    first_wants: Sequence[str] = ()
    review_want: str | None = None


class Statements:
    """What can be said from the answers.

    A statement stands only where every answer that it states is known.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._values = material.known.values
        standing = tuple(self._standing(material.letters.lines))
        self._statements = {
            place: tuple(pair for pair in standing if pair[0].place is place) for place in Place
        }
        self._retold = frozenset[str]()
        self.opening = self._opening()

    def is_known(self, name: str) -> bool:
        """Whether an answer can be stated: it is there, and no "I don't know"."""
        answers = answers_of(name)
        if answers != (name,):
            return (any if OR in name else all)(map(self.is_known, answers))
        value = self._values.get(name, UNKNOWN)
        question = self._material.questions.get(name)
        if question and question.kind is Asks.AMOUNT and not re.search(r"\d", value):
            return False  # a coin without its amount is a detail, and no statement
        if question and question.kind is Asks.AMOUNT and len(value) > LONGEST_AMOUNT:
            return False  # so is an amount with a story
        if question and question.kind is Asks.AMOUNT and is_bare(value):
            return False  # and a bare number, which may be an id
        if question and question.kind is Asks.ADDRESS and _is_sentence(value):
            return False  # so is an address that is a sentence
        if question and question.kind is Asks.TIME and not moment(value, None):
            return False  # and a time that was not understood
        if question and question.kind in (Asks.TEXT, Asks.NOTE) and _NOT_KNOWN.match(value):
            return False  # and what is not known for certain
        if name == self._material.roles.deadline and no_deadline(value):
            return False  # and that there is none
        return name == "now" or value not in (UNKNOWN, BLANK, "")

    def may_stand(self, says: Iterable[str], when: When) -> bool:
        return all(map(self.is_known, says)) and bool(self._material.known.holds(when))

    def _denies(self, statement: Statement) -> bool:
        """Whether an own answer that a sentence states in words of ours says that there is none."""
        placed = {part for name in placeholders(statement.line.en) for part in answers_of(name)}
        return any(
            re.match(pattern_of("account", "there is none"), self._values[name], re.IGNORECASE)
            for name in statement.says
            if name not in placed
            and (question := self._material.questions.get(name))
            and question.kind in (Asks.TEXT, Asks.NOTE)
        )

    def _standing(self, lines: Iterable[Statement]) -> Iterator[tuple[Statement, Text]]:
        """Those that stand, each with its words; of a group only the first."""
        groups: set[str] = set()
        for statement in lines:
            if statement.group in groups or not self.may_stand(statement.says, statement.when):
                continue
            if statement.place is not Place.DETAILS and self._denies(statement):
                continue
            line = fill(statement.line, self.stateable)
            if line is None:
                continue
            if statement.group:
                groups.add(statement.group)
            yield statement, line.map(after_quotes)

    def lines(self, place: Place) -> tuple[Text, ...]:
        """The statements of a place; of one that is a note alone, each item is a line."""
        return tuple(
            part
            for statement, line in self._statements[place]
            for part in self._parts(statement, line)
        )

    def _parts(self, statement: Statement, line: Text) -> tuple[Text, ...]:
        """The lines of a statement: each item of a note, and the answer alone where it denies."""
        labelled = _LABELLED.fullmatch(statement.line.en)
        answer = self.stateable(labelled[1]) if labelled else None
        if answer and (denied := denial(answer)) is not None:
            return denied
        return items(line) if self._is_note(statement) else (line,)

    def _opening(self) -> tuple[Text, ...]:
        """The first paragraph: ours, or the customer's own in its place. What that tells of the
        answers in ours is not stated elsewhere, and neither is a check."""
        ours = self._statements[Place.OPENING]
        own = self.stateable(self._material.roles.own_opening)
        if own is None:
            return tuple(line for _, line in ours)
        self._statements[Place.OPENING] = ()
        self._retold = frozenset(
            name
            for statement, line in ours
            for name in (*self._placed(statement), *self._worded(statement))
            if name in self._material.situation.checked
            or is_retold(line.en, own.en)
            or ((value := self.stateable(name)) and is_retold(value.en, own.en))
        )
        return (own.map(as_sentence),)

    def _is_note(self, statement: Statement) -> bool:
        alone = _ALONE.fullmatch(statement.line.en)
        question = self._material.questions.get(alone[1]) if alone else None
        return question is not None and question.kind is Asks.NOTE

    def stated(self) -> frozenset[str]:
        """The answers whose values stand in a statement, or in the customer's own for it."""
        return self._retold | frozenset(
            name.removesuffix(AGE)
            for standing in self._statements.values()
            for statement, _ in standing
            for name in (*self._placed(statement), *self._worded(statement))
        )

    def _placed(self, statement: Statement) -> Iterator[str]:
        """The answers whose values stand in a statement."""
        for name in placeholders(statement.line.en):
            either = answers_of(name) if OR in name else (name,)
            yield from [part for part in either if self.stateable(part) is not None][:1]

    def stateable(self, name: str) -> Text | None:
        """The words for an answer that can be stated."""
        if OR in name:
            return next(filter(None, map(self.stateable, answers_of(name))), None)
        return self._material.shown(name) if self.is_known(name) else None

    def _worded(self, statement: Statement) -> Iterator[str]:
        """The choices that a statement states in words of its own, and the "none" it stands for."""
        return (
            name
            for name in statement.says
            if name in self._material.situation.checked
            or self._values.get(name) == NONE
            or ((question := self._material.questions.get(name)) and question.options)
        )

    def account(self, name: str) -> tuple[str, ...]:
        """The lines of an account, as they were typed, without the dashes of a list."""
        if not self.is_known(name) or self._values[name] == NONE:
            return ()
        lines = (_BULLET.sub("", line) for line in self._values[name].splitlines())
        return tuple(line for line in lines if line.strip())
