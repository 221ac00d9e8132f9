"""The `template` command: the blank letter of a topic or a situation, to fill by hand."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import GAP, Paragraph, as_json, as_text, show, write
from bfx_help.model import Language, Situation, Text, fill


def show_template(
    desk: Desk, name: str, languages: Sequence[Language], as_data: bool = False
) -> int:
    """Show the blank letter of a topic or a situation. Raises `Usage` for an unknown one."""
    situations = desk.content.situations
    name = desk.id_of(name, desk.content.topics)
    own = f"{name}.{desk.content.roles.own_account}"
    situation = situations.get(name) or situations.get(own)
    if situation is None:
        raise desk.unknown(name, [*desk.content.topics, *situations], "no-topic")
    if as_data:
        write(as_json(_data(desk, situation)))
        return 0
    for place, language in enumerate(languages):
        blank = _blank(desk.speaking(language), situation)
        show(desk, chain([GAP] if place else [], blank))
    return 0


def _data(desk: Desk, situation: Situation) -> dict[str, Any]:
    letters, questions = desk.content.letters, desk.content.questionnaire.by_id
    return {
        "situation": situation.id,
        "name": situation.name._asdict(),
        "wants": [
            {"id": want, "line": letters.wants[want].line._asdict()} for want in situation.wants
        ],
        "fields": [
            {"id": field, "label": questions[field].label._asdict()}
            for field in dict.fromkeys(situation.fields)
        ],
        "text": {
            language.value: as_text(_blank(desk.speaking(language), situation))
            for language in Language
        },
    }


def _blank(desk: Desk, situation: Situation) -> Iterator[Paragraph]:
    letters, questions = desk.content.letters, desk.content.questionnaire.by_id
    frame, roles = letters.frame, desk.content.roles.questions
    subject = _open(desk, situation.subject[0]) if situation.subject else desk(situation.name)
    line = fill(frame["subject"], lambda _: Text(subject, subject))
    yield Paragraph(desk(line) if line else subject, verbatim=True)
    yield from (GAP, Paragraph(desk(frame["greeting"])), GAP, Paragraph(desk(frame["wants"])))
    for want in situation.wants:
        yield Paragraph(f"  [ ] {_open(desk, letters.wants[want].line)}", "      ")
    yield from (GAP, Paragraph(desk(frame["details"])))
    names = (*situation.fields, roles.deadline, roles.not_known, roles.name, roles.email)
    for name in dict.fromkeys(names):
        yield Paragraph(f"  {desk.word('blank-line', label=desk(questions[name].label))}", "    ")
    yield from (GAP, Paragraph(desk(frame["events"])), Paragraph(f"  {desk.word('blank-words')}"))
    yield from (GAP, Paragraph(desk(frame["closing"]), verbatim=True))


def _open(desk: Desk, line: Text) -> str:
    """A line whose placeholders are gaps with the names of what belongs there."""
    questions = desk.content.questionnaire.by_id

    def gap(name: str) -> Text:
        question = questions.get(name.removesuffix("-age"))
        return question.label.map(lambda label: f"<{label}>") if question else Text("<>", "<>")

    filled = fill(line, gap)
    return desk(filled) if filled else desk(line)
