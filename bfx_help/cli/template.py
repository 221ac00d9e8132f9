"""The `template` command: the blank request of a topic, to fill by hand."""

from collections.abc import Iterator, Sequence
from itertools import chain

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import GAP, Paragraph, show
from bfx_help.model import Language, Line, Question, State, Template, Text, fill


def show_template(desk: Desk, topic: str, languages: Sequence[Language]) -> int:
    """Show the blank request of a topic. Raises `Usage` for an unknown topic."""
    if topic not in desk.content.topics:
        raise desk.unknown(topic, desk.content.topics, "no-topic")
    from bfx_help import request  # the other pages need none of it

    state = State({"topic": topic}, frozenset())
    found = _widest(desk, topic) or request.template_for(desk.content.requests, state)
    questions = {one.id: one for one in desk.content.questionnaire.questions}
    for place, language in enumerate(languages):
        blank = _blank(desk.speaking(language), found, questions)
        show(desk, chain([GAP] if place else [], blank))
    return 0


def _widest(desk: Desk, topic: str) -> Template | None:
    """The template for the whole topic, not for one of its problems."""
    templates = desk.content.requests.templates
    return next((one for one in templates if dict(one.when) == {"topic": (topic,)}), None)


def _blank(desk: Desk, found: Template, questions: dict[str, Question]) -> Iterator[Paragraph]:
    frame = desk.content.requests.frame
    always = [line for line in found.subject if not line.when]
    subject = " - ".join(_open(desk, always, questions)).replace("] - ", "] ")
    line = fill(frame["subject"], lambda _: Text(subject, subject))
    yield Paragraph(desk(line) if line else subject, verbatim=True)
    yield from (GAP, Paragraph(desk(frame["greeting"])), GAP, Paragraph(desk(frame["wants"])))
    wants = _open(desk, found.wants, questions)
    yield from (Paragraph(f"  [ ] {want}", "      ") for want in wants)
    yield from (GAP, Paragraph(desk(frame["facts"])))
    for number, name in enumerate(found.fields, 1):
        if name in questions:
            label = desk.word("blank-line", label=desk(questions[name].label))
            yield Paragraph(f"{number:>3}. {label}", "     ")
    yield from (GAP, Paragraph(desk(frame["words"])), Paragraph(f"     {desk.word('blank-words')}"))
    yield from (GAP, Paragraph(desk(frame["closing"]), verbatim=True))


def _open(desk: Desk, lines: Sequence[Line], questions: dict[str, Question]) -> Iterator[str]:
    """Lines whose placeholders are gaps with the names of what belongs there."""
    for line in lines:
        filled = fill(line.says, lambda name: _gap(name, questions))
        if filled:
            yield desk(filled)


def _gap(name: str, questions: dict[str, Question]) -> Text:
    question = questions.get(name.removesuffix("-age"))
    return question.label.map(lambda label: f"<{label}>") if question else Text("<...>", "<...>")
