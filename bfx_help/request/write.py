"""Fills the texts for a recommendation from answers that are already redacted."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bfx_help.model import (
    BLANK,
    NONE,
    UNKNOWN,
    Item,
    Line,
    Part,
    Question,
    Requests,
    Route,
    Script,
    Shown,
    State,
    Template,
    Text,
    fill,
    placeholders,
)

CHAT_LIMIT = 300
PUBLIC_LIMIT = 280
"""Characters of a chat opener and of a public post (DESIGN 5)."""


SUBJECT_PART = 80
"""Characters of one answer in a subject."""


class Section(NamedTuple):
    """A heading with its lines."""

    title: Text
    lines: tuple[Text, ...]


class Request(NamedTuple):
    """Every text of one set of answers, each in both languages.

    `missing` are the questions that support would most likely ask next.
    """

    script: Script
    heading: Text  # the line with the subject
    subject: Text
    greeting: Text
    sections: tuple[Section, ...]
    closing: Text
    chat: Text
    public: Text
    other_party: tuple[Text, ...]
    police: tuple[Text, ...]
    fields: int
    missing: tuple[str, ...]


def template_for(requests: Requests, state: State) -> Template:
    """The first template whose condition holds; the last has none."""
    return next(template for template in requests.templates if state.holds(template.when))


def fields_of(template: Template, route: Route, questions: Iterable[Question]) -> tuple[str, ...]:
    """The questions that fill the text: those of the template, or for a follow-up those that belong
    to every follow-up, what is new, and who writes."""
    if route.script is not Script.FOLLOW_UP:
        return template.fields
    always = [one.id for one in questions if one.always_in is Part.FOLLOW_UP]
    identity = [name for name in ("user-name", "email") if name in template.fields]
    return tuple(dict.fromkeys((*always, *template.new, *identity)))


class Material(NamedTuple):
    """What a request is made of: the content it needs, what is known, and what was read."""

    requests: Requests
    questions: dict[str, Question]
    state: State
    shown: Shown
    files: Sequence[Item] = ()
    read: Sequence[Text] = ()


def write(material: Material, route: Route, template: Template) -> Request:
    """All texts for one recommendation. The only way to make a `Request`."""
    writer = _Writer(material, template, route)
    subject = writer.subject()
    return Request(
        script=route.script,
        heading=fill(material.requests.frame["subject"], lambda _: subject) or subject,
        subject=subject,
        greeting=material.requests.frame["greeting"],
        sections=tuple(section for section in writer.sections() if section.lines),
        closing=material.requests.frame["closing"],
        chat=_joined(writer.lines(template.chat), CHAT_LIMIT),
        public=_joined(writer.public(), PUBLIC_LIMIT),
        other_party=writer.lines(template.other_party),
        police=writer.lines(template.police),
        fields=len(writer.asked()) + bool(template.attach),
        missing=writer.missing(),
    )


class _Writer:
    """Writes the parts of one request."""

    def __init__(self, material: Material, template: Template, route: Route) -> None:
        self._material = material
        self._template = template
        self._route = route
        self._frame = material.requests.frame
        self._follows = route.script is Script.FOLLOW_UP

    def lines(self, lines: Iterable[Line], shown: Shown | None = None) -> tuple[Text, ...]:
        """The lines whose condition holds and whose placeholders are known."""
        state = self._material.state
        filled = (
            fill(line.says, shown or self._material.shown)
            for line in lines
            if state.holds(line.when)
        )
        return tuple(line for line in filled if line)

    def public(self) -> tuple[Text, ...]:
        """The public lines; none at all where the first, which says what it is about, has a gap."""
        state = self._material.state
        lines = [line for line in self._template.public if state.holds(line.when)]
        told = lines and fill(lines[0].says, self._shown_in_public)
        return self.lines(lines, self._shown_in_public) if told else ()

    def _shown_in_public(self, name: str) -> Text | None:
        """An answer only if everybody may read it."""
        question = self._material.questions.get(name)
        if question is None or not question.public:
            return None
        return self._material.shown(name)

    def _shown_briefly(self, name: str) -> Text | None:
        """An answer for the subject: one line, not long, and of a time only the UTC part."""
        told = self._material.shown(name)
        return told and told.map(_brief)

    def subject(self) -> Text:
        parts = self.lines(self._template.subject, self._shown_briefly)
        subject = Text(
            _headline([part.en for part in parts]), _headline([part.zh for part in parts])
        )
        if not self._follows:
            return subject
        first = self._either("follow-up-subject", "follow-up-subject-mail")
        return first.join(subject, " - ") if first else subject

    def sections(self) -> tuple[Section, ...]:
        frame = self._frame
        facts = Section(frame["new" if self._follows else "facts"], self._facts())
        wants = Section(frame["wants"], self._wants())
        if self._follows:
            return (wants, facts, self._attached())
        return (wants, facts, self._words(), self._checked(), self._attached())

    def _either(self, *names: str) -> Text | None:
        filled = (fill(self._frame[name], self._material.shown) for name in names)
        return next((text for text in filled if text), None)

    def _wants(self) -> tuple[Text, ...]:
        wants = self.lines(self._template.wants)[: 1 if self._follows else None]
        if not self._follows:
            return wants
        reference = self._either("follow-up", "follow-up-mail")
        return (*((reference,) if reference else ()), *wants, self._frame["ask-further"])

    def asked(self) -> tuple[Question, ...]:
        """The fields of this request that apply."""
        state = self._material.state
        return tuple(
            question
            for name in fields_of(self._template, self._route, self._material.questions.values())
            if (question := self._material.questions.get(name)) and state.holds(question.when)
        )

    def _facts(self) -> tuple[Text, ...]:
        skipped = {"attachments", *self._stated()}
        skipped |= {"ticket", "contacted-at"} if self._follows else set()
        return tuple(
            _labelled(question.label, value)
            for question in self.asked()
            if question.id not in skipped
            and question.id in self._material.state.known
            and (value := self._value(question))
        )

    def _stated(self) -> frozenset[str]:
        """The answers that stand in what is wanted already."""
        state, shown = self._material.state, self._material.shown
        return frozenset(
            name
            for line in self._template.wants
            if not self._follows and state.holds(line.when) and fill(line.says, shown)
            for name in placeholders(line.says.en)
        )

    def _value(self, question: Question) -> Text | None:
        """How an answer reads; what is not known only where support would ask for it."""
        known = self._material.state.known[question.id]
        if known == UNKNOWN:
            return self._frame["unknown"] if question.needed else None
        if known == BLANK:
            return self._frame["blank"]
        shown = self._material.shown(question.id)
        return self._frame["none"] if known == NONE and shown is None else shown

    def _words(self) -> Section:
        words = self._material.state.known.get("words") if self._template.quoted else None
        quoted = (Text(f'"{words}"', f"“{words}”"),) if words else ()
        return Section(self._frame["words"], quoted)

    def _checked(self) -> Section:
        read = tuple(_labelled(self._frame["read"], title) for title in self._material.read)
        return Section(self._frame["checked"], self.lines(self._template.checked) + read)

    def _attached(self) -> Section:
        chosen = self._material.state.known.get("attachments", "").split(",")
        files = [item for item in self._material.files if item.id in chosen]
        lines = tuple(
            Text(f"E{n} {item.says.en}", f"E{n} {item.says.zh}") for n, item in enumerate(files, 1)
        )
        return Section(self._frame["attached"], lines)

    def missing(self) -> tuple[str, ...]:
        """What support would ask next: needed fields without a value, and an attachment."""
        known = self._material.state.known
        gaps = tuple(
            question.id
            for question in self.asked()
            if question.needed and known.get(question.id, UNKNOWN) in (UNKNOWN, BLANK)
        )
        attached = known.get("attachments", NONE) not in (NONE, UNKNOWN, "")
        return gaps if attached or not self._template.attach else (*gaps, "attachments")


def _brief(text: str) -> str:
    line = re.sub(r"(?<= UTC) \(.*?\)", "", text.strip().partition("\n")[0].rstrip())
    return line if len(line) <= SUBJECT_PART else f"{line[: SUBJECT_PART - 1]}…"


def _headline(parts: Sequence[str]) -> str:
    """The parts of a subject in one line; what stands in brackets is only followed by a space."""
    return " - ".join(parts).replace("] - ", "] ")


def _labelled(label: Text, value: Text) -> Text:
    return Text(f"{label.en}: {value.en}", f"{label.zh}：{value.zh}")


def _joined(parts: Sequence[Text], limit: int) -> Text:
    """The parts in one line, without the last ones where they would not fit the limit."""
    return Text(
        _within(limit, [part.en for part in parts], " "),
        _within(limit, [part.zh for part in parts], ""),
    )


def _within(limit: int, parts: Sequence[str], space: str) -> str:
    taken = ""
    for part in parts:
        line = " ".join(part.split())
        longer = f"{taken}{space}{line}" if taken else line
        if len(longer) > limit:
            break
        taken = longer
    return taken
