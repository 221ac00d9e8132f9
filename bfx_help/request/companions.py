"""The texts beside the letter: the opener of a chat, a public post, words for other readers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from bfx_help.model import (
    AGE,
    Asks,
    OtherText,
    Place,
    Sentence,
    Text,
    TextKind,
    answers_of,
    fill,
    joined,
)
from bfx_help.request.account import LineKind, ends_a_heading, sentence
from bfx_help.request.phrases import cut, lengths, lowered, numbers_in, paragraph, polite, within
from bfx_help.request.repeats import SENTENCES, substance
from bfx_help.request.statements import Material, Statements
from bfx_help.request.subject import moment_of_deadline

CHAT_LIMIT = 300
PUBLIC_LIMIT = 280
"""Characters of a chat opener and of a public post."""

_URGENT = re.compile("URGENT: |紧急：|緊急：")
"""What heads an urgent letter; whoever opens a chat waits for no answer anyway."""

_REQUEST = re.compile(r"(?:[;:] please |[；：]请)[^:;：；(（]*(?=$| ?[(（])")
"""What a subject asks for at its end; an opener says its request by itself."""

_NAMED = re.compile(r"\b[A-Z]?\d[A-Z]{1,2}\b")


class Companions:
    """Writes the other texts of a letter, from its subject and what it asks for."""

    def __init__(
        self, material: Material, said: Statements, subject: Text, wants: Sequence[Text]
    ) -> None:
        self._material = material
        self._frame = material.letters.frame
        self._said = said
        self._subject = subject
        self._wants = wants

    def texts(self) -> Iterator[tuple[TextKind, tuple[Text, ...]]]:
        """The other texts of the same answers; the first that fits of each kind."""
        found: dict[TextKind, OtherText] = {}
        for text in self._material.letters.texts:
            if self._material.known.holds(text.when):
                found.setdefault(text.kind, text)
        for kind, text in found.items():
            public = kind is TextKind.PUBLIC
            lines = tuple(self._sentences(text.lines, public=public))
            if kind is TextKind.POLICE:
                lines = self._with_account(text.lines, lines)
            if public:
                lines = within(lines, PUBLIC_LIMIT) if len(lines) == len(text.lines) else ()
            elif kind is TextKind.CHAT:
                lines = within(lines, CHAT_LIMIT)
            elif len(lines) <= sum(not line.says for line in text.lines):
                lines = ()  # nothing that the person said would stand in it
            yield kind, lines
        if TextKind.CHAT not in found:
            yield TextKind.CHAT, self._chat()

    def _sentences(self, lines: Iterable[Sentence], *, public: bool) -> Iterator[Text]:
        shown = self._in_public if public else self._material.shown
        for item in lines:
            if not self._said.may_stand(item.says, item.when):
                continue
            line = fill(item.line, shown)
            if line:
                yield line

    def _with_account(self, items: Sequence[Sentence], lines: tuple[Text, ...]) -> tuple[Text, ...]:
        """The lines with the own account before what is asked for at the end."""
        behind = len(list(takewhile(lambda item: not item.says, reversed(items))))
        account = self._said.account(self._material.roles.story)
        elsewhere = (LineKind.SECRET, LineKind.REQUEST)  # for nobody; for support
        happened = (
            sentence(line, self._material.now)
            for line in account
            if self._material.kind_of(line) not in elsewhere and not ends_a_heading(line)
        )
        at = len(lines) - behind
        return (*lines[:at], *happened, *lines[at:])

    def _in_public(self, name: str) -> Text | None:
        """An answer only if everybody may read it."""
        questions = [self._material.questions.get(answer) for answer in answers_of(name)]
        public = all(question and question.public for question in questions)
        return self._material.shown(name) if public else None

    def _chat(self) -> tuple[Text, ...]:
        """The opener of a chat: what is wrong, until when, the ids by which it is looked up, the
        first want."""
        wants = tuple(polite(want).map(cut) for want in self._wants[:1])
        room = CHAT_LIMIT - max(length + 1 for length in lengths(wants))
        first, *rest = self._opening(room)
        return (*within((first, *self._behind(first), *rest), room), *wants)

    def _behind(self, stated: Text) -> Iterator[Text]:
        """The deadline and the ids, those that are not stated yet."""
        moment = moment_of_deadline(self._material, self._said)
        if moment and moment.en not in stated.en:
            deadline = fill(self._frame["deadline"], lambda _: moment)
            yield from paragraph((deadline,) if deadline else ())
        yield from self._ids(stated)

    def _ids(self, stated: Text) -> Iterator[Text]:
        """The ids by which support looks the matter up, those that are not stated yet."""
        questions, values = self._material.questions, self._material.known.values
        for name in (*self._material.situation.keys, self._material.roles.ticket):
            question = questions.get(name)
            if question is None or question.kind not in (Asks.ID, Asks.TXID):
                continue
            shown = self._said.stateable(name)
            if shown and (numbers_in(values[name]) or values[name]) not in stated.en:
                yield from paragraph((joined((question.label, shown), Text(": ", "：")),))

    def _moments(self, sentence: Text) -> Iterator[Text]:
        """The moments of which a sentence tells how long ago they were."""
        for field in self._material.fields:
            if field.kind is Asks.TIME and (moment := self._said.stateable(field.id)):
                age = self._material.shown(f"{field.id}{AGE}")
                if age and age.en in sentence.en:
                    yield moment

    def _opening(self, room: int) -> tuple[Text, ...]:
        """The greeting with the first paragraph, where its beginning fits, and is the customer's or
        tells with what comes behind it as much as the headline; else with that, and the statements
        that name a figure of their own."""
        greeting, empty = self._frame["chat-greeting"], Text("", "")
        subject = self._subject.map(lambda said: _REQUEST.sub("", _URGENT.sub("", said)))
        opening = tuple(part for line in self._said.opening for part in _parted(line))
        if opening:
            stated = (opening[0], *self._behind(empty), *self._moments(opening[0]))
            first = joined((greeting, opening[0].map(lowered)), Text(" ", ""))
            known = _telling(" ".join(line.en for line in stated))
            own = self._said.is_known(self._material.roles.own_opening)
            if (own or _telling(subject.en) <= known) and within((first,), room):
                return (first, *opening[1:])
        head = joined((self._frame["chat-about"], subject), Text(" ", ""))
        if not subject.en.endswith(("?", "!", ".")):
            head = joined((head, empty), Text(".", "。"))
        ours, figures = self._said.lines(Place.OPENING), substance(subject.en).figures
        return (head, *(line for line in ours if substance(line.en).figures - figures))


def _parted(line: Text) -> Sequence[Text]:
    """The sentences of a paragraph, where each has its like in the other languages."""
    sentences = [[part for part in SENTENCES.split(said) if part] for said in line]
    if len({len(said) for said in sentences}) > 1:
        return (line,)
    tags = tuple(line.all)
    each = (dict(zip(tags, said, strict=True)) for said in zip(*sentences, strict=True))
    return [Text(said.pop("en"), said.pop("zh"), said) for said in each]


def _telling(text: str) -> frozenset[str]:
    """The figures of a text, without those in a name such as 2FA."""
    return substance(_NAMED.sub(" ", text)).figures
