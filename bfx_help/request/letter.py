"""Writes the letter and its companions from answers that are already redacted.

A statement stands only where every answer that it states is known. What is known and stands in no
statement is printed as `label: value`; of an account, what is said already or would not help stands
in `Letter.left_out`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from bfx_help.model import (
    NONE,
    REPLIES,
    UNKNOWN,
    Place,
    Question,
    Shown,
    Text,
    TextKind,
    fill,
    joined,
)
from bfx_help.request.account import Account, LineKind
from bfx_help.request.beside_account import (
    is_of,
    not_retold,
    with_checks,
    with_few_headings,
    without_quotes,
)
from bfx_help.request.companions import Companions
from bfx_help.request.dated_lines import day_of
from bfx_help.request.own_account import own_account
from bfx_help.request.phrases import (
    as_sentence,
    listed,
    numbers_in,
    paragraph,
    unchained,
    under_please,
)
from bfx_help.request.repeats import is_retold
from bfx_help.request.sections import Section, blocks, is_heading
from bfx_help.request.statements import Material, Statements, denial, no_deadline
from bfx_help.request.subject import URGENT, subject_of
from bfx_help.request.wants import asked_for, spoken_against


class Letter(NamedTuple):
    """The letter with its companions, each in both languages.

    `missing` are the questions that support would most likely ask next, best first. `texts` are the
    other texts of the same answers, by kind; a kind that these answers do not give is absent.
    `left_out` was typed and stands nowhere in the letter, since nothing in it helps.
    """

    kind: TextKind
    heading: Text  # the line with the subject
    subject: Text
    greeting: Text
    sections: tuple[Section, ...]
    opening: Text | None  # the first paragraph, which `sections` begin with
    closing: tuple[Text, ...]
    texts: Mapping[TextKind, tuple[Text, ...]]
    fields: int
    missing: tuple[str, ...]
    left_out: tuple[str, ...] = ()


_LETTERS = (*REPLIES, TextKind.ALERT)
"""What a letter can be beside the first one; other kinds of text stand next to the letter."""


def write(material: Material) -> Letter:
    """All texts for one set of answers. The only way to make a `Letter`."""
    said = Statements(material)
    writer = _Writer(material, said)
    subject = subject_of(material, said)
    companions = Companions(
        material, said, subject, asked_for(material, leave_out=material.review_want)
    )
    frame = material.letters.frame
    sections, left_out = writer.parts(subject)
    return Letter(
        kind=material.route.text if material.route.text in _LETTERS else TextKind.LETTER,
        heading=fill(frame["subject"], lambda _: subject) or subject,
        subject=subject,
        greeting=frame["greeting"],
        opening=next(iter(paragraph(said.opening)), None),
        sections=tuple(section for section in sections if section.lines),
        closing=writer.closing(),
        texts={kind: lines for kind, lines in companions.texts() if lines},
        fields=len(material.fields),
        missing=writer.missing(),
        left_out=left_out,
    )


class _Writer:
    """Writes the parts of one letter."""

    def __init__(self, material: Material, said: Statements) -> None:
        self._material = material
        self._frame = material.letters.frame
        self._values = material.known.values
        self._said = said

    # -- the parts -----------------------------------------------------------------------------

    def parts(self, subject: Text) -> tuple[tuple[Section, ...], tuple[str, ...]]:
        """The sections in their order: in a review with what support said above the details, and
        with the requests behind the story, before it where minutes count; and what was typed and
        stands in none."""
        frame, said = self._frame, self._said
        support = paragraph(said.lines(Place.SUPPORT))
        answered = support if self._answered() else ()
        first = (Section(None, paragraph(said.opening)), Section(None, answered))
        asked = tuple(under_please(want) for want in asked_for(self._material))
        holder, details, promise = self._holder(), self._details(), said.lines(Place.PROMISE)
        said_elsewhere = (
            *(subject, *asked, *first[0].lines, *support, *holder, *details),
            *(*self._checked, *promise, *self._deadline, *self._attached),
        )
        own = own_account(self._material, said, said_elsewhere)
        late = tuple(part for part in own.parts if is_of(part, "deadline heading"))
        until = self._told_deadline(own)
        happened = [line for line in own.events if line not in until]
        quoted = without_quotes(happened, answered, frame["quoted-above"])
        own = own._replace(events=tuple(quoted))
        facts = (*holder, *own.holder, *with_few_headings(details))
        story = (
            *blocks(frame["details"], facts, self._material.now),
            *self._account(own, late),
        )
        asks = (
            Section(frame["wants"], (*asked, *map(under_please, own.requests)), numbered=True),
            *self._until(own, late, until),
        )
        sections = (
            *first,
            *((*asks, *story) if URGENT.search(subject.en) else (*story, *asks)),
            *(Section(None, part) for part in (promise, paragraph(self._attached), own.offers)),
        )
        return sections, (*own.left_out, *spoken_against(self._material))

    def _until(
        self, own: Account, late: Sequence[Section], said: Sequence[Text]
    ) -> Iterator[Section]:
        """The deadline: the line of the account that tells it, or ours with what was typed of it
        below a heading, the parts `late`."""
        deadline = said or not_retold(self._deadline, own.lines)
        typed = chain.from_iterable(part.lines for part in late) if deadline else ()
        yield Section(None, paragraph((*deadline, *typed)))
        yield from () if deadline else late

    def _told_deadline(self, own: Account) -> tuple[Text, ...]:
        """The line of the account, without a day of its own, that alone tells the deadline."""
        deadline = [line.en for line in self._deadline]
        lines = [line for line in own.events if any(is_retold(said, line.en) for said in deadline)]
        alone = len(lines) == 1 and not day_of(lines[0].en, self._material.now)
        return tuple(lines) if alone else ()

    def _contact(self, own: Account) -> tuple[Text, ...]:
        """What we say of the contact with support: nothing where the account tells of it, and we
        would without words of it."""
        lines, kind_of = self._said.lines(Place.SUPPORT), self._material.kind_of
        quoted = any(re.search(r"[\d\"“]", line.en) for line in lines)
        is_there = not quoted and any(kind_of(line.en) is LineKind.CONTACT for line in own.lines)
        return () if is_there else lines

    def _account(self, own: Account, late: Sequence[Section]) -> Iterator[Section]:
        """What happened and what was typed below headings but those `late`; then what stands in no
        line of that: checks and the contact with support."""
        frame, checked = self._frame, self._checked
        typed = [part for part in own.parts if part not in late]
        if any(is_of(part, "checks heading") for part in typed):
            typed, checked = list(with_checks(typed, checked, frame["own-checks"])), ()
        contact = () if self._answered() else self._contact(own)
        events = Section(frame["events"], own.events, dashed=True)
        yield from (*typed, events) if own.headed else (events, *typed)
        yield Section(fill(frame["checked"], self._material.shown), checked, dashed=True)
        yield Section(None, paragraph(not_retold(contact, own.lines)))

    def _framed(self, key: str, shown: Shown) -> Text | None:
        """A sentence of the frame: its placeholders are roles, filled with their answers."""
        roles = self._material.roles
        return fill(self._frame[key], lambda name: shown(getattr(roles, name.replace("-", "_"))))

    def _answered(self) -> bool:
        """Whether the letter speaks against an answer."""
        reviewed = self._material.route.text in (TextKind.REVIEW, TextKind.COMPLAINT)
        return reviewed and bool(self._said.lines(Place.SUPPORT))

    def _holder(self) -> tuple[Text, ...]:
        """By which address support finds the account."""
        email = self._material.roles.email
        fields = [field for field in self._material.fields if field.id == email]
        return tuple(self._labelled((), fields))

    def _details(self) -> tuple[Text, ...]:
        """What support looks the matter up by: lines of several answers, then each answer that is
        known and stands in no statement, then the parts with a heading of their own."""
        roles, skipped = self._material.roles, self._said.stated()
        ticket = self._values.get(roles.ticket, "")
        if self._material.route.text is not TextKind.LETTER and numbers_in(ticket) in ("", ticket):
            skipped |= {roles.ticket}  # it stands in the subject
        apart = {
            *(roles.deadline, roles.support_said, roles.support_wrong),
            *(roles.own_subject, roles.own_opening),
            *(roles.name, roles.email, roles.attachments, *self._material.situation.checked),
        }
        keys = self._material.situation.keys
        fields = sorted(self._material.fields, key=lambda field: field.id not in keys)
        lines = self._said.lines(Place.DETAILS)
        whole = next((at for at, line in enumerate(lines) if is_heading(line)), len(lines))
        labelled = self._labelled(apart | skipped, fields)
        return tuple(
            chain.from_iterable(map(unchained, (*lines[:whole], *labelled, *lines[whole:])))
        )

    @cached_property
    def _checked(self) -> tuple[Text, ...]:
        """What was checked: lines of several answers, then each of the others."""
        names = frozenset(self._material.situation.checked)
        fields = [
            question
            for question in self._material.fields
            if question.id in names and self._values.get(question.id) != UNKNOWN
        ]
        labelled = self._labelled(self._said.stated(), fields)
        return (*self._said.lines(Place.CHECKED), *labelled)

    def _labelled(self, skipped: Collection[str], fields: Iterable[Question]) -> Iterator[Text]:
        for question in fields:
            if question.id in skipped or question.id not in self._values:
                continue
            value = self._material.shown(question.id)
            deciding = question.id in self._material.situation.deciding_facts
            if self._values[question.id] == UNKNOWN and deciding:
                value = self._frame["unknown"]
            if value is None:
                continue
            denied = denial(value)
            labelled = joined((question.label, value), Text(": ", "："))
            yield from (labelled,) if denied is None else denied

    @cached_property
    def _deadline(self) -> tuple[Text, ...]:
        roles = self._material.roles
        value = self._values.get(roles.deadline, "")
        if none := no_deadline(value):
            rest = as_sentence(value[none.end() :].strip(" ,.;:，。；："))
            return paragraph((self._frame["no-deadline"], Text(rest, rest))) if rest else ()
        if not self._said.is_known(roles.deadline) or roles.deadline in self._said.stated():
            return ()
        line = self._framed("deadline", self._material.shown)
        return paragraph((line,)) if line else ()

    @cached_property
    def _attached(self) -> tuple[Text, ...]:
        name = self._material.roles.attachments
        if not self._said.is_known(name) or self._values[name] == NONE:
            return ()
        says = {item.id: item.says for item in self._material.files}
        value = self._values[name]
        parts = [part.strip() for part in re.split(r",(?!\d)", value) if part.strip()]
        apart = says.keys() & set(parts) or all(re.match(r"[A-Z]|(?:the|my) ", p) for p in parts)
        chosen = parts if apart else [value]
        files = [says.get(part, Text(part, part)) for part in chosen]
        line = fill(self._frame["attached"], lambda _: listed(files))
        return (line,) if line else ()

    def closing(self) -> tuple[Text, ...]:
        """The thanks, and who writes; the account's address stands among the details."""
        who = self._said.stateable(self._material.roles.name)
        if who is None:
            return (self._frame["closing-alone"],)
        return (self._frame["closing"], fill(self._frame["signature"], lambda _: who) or who)

    def missing(self) -> tuple[str, ...]:
        """The deciding facts and keys that support would ask for, most important first."""
        situation = self._material.situation
        fields = {question.id: question for question in self._material.fields}
        return tuple(
            name
            for name in dict.fromkeys((*situation.deciding_facts, *situation.keys))
            if name in fields and fields[name].needed and name not in self._values
            if self._material.known.holds(fields[name].when)  # else another answer comes first
        )
