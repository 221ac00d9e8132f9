"""Pages to read or print: the channels and the blank request of a topic."""

from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import GAP, Page, Paragraph, as_json, heading, quiet
from bfx_help.model import (
    Channel,
    Existence,
    Language,
    Line,
    Question,
    State,
    Template,
    Text,
    Tone,
    fill,
)

# -- channels ----------------------------------------------------------------------------------

_OWN = ("wait", "other-party", "outside-help", "faq")
"""What routes lead to without being a channel of the exchange."""


def channels(desk: Desk, channel: str | None, as_data: bool) -> Page:
    """All channels in short, or one of them whole. Raises `Usage` for an unknown one."""
    there = {name: one for name, one in desk.content.channels.items() if name not in _OWN}
    if channel is not None and channel not in there:
        raise desk.unknown(channel, there, "no-channel")
    chosen = [there[channel]] if channel else list(there.values())
    if as_data:
        return as_json({"channels": [_channel_data(desk, one) for one in chosen]})
    return _channel(desk, chosen[0]) if channel else _overview(desk, chosen)


def _overview(desk: Desk, chosen: Sequence[Channel]) -> Iterator[Paragraph]:
    for existence in Existence:
        yield heading(desk.word(f"channels-{existence}"))
        for one in chosen:
            if one.existence is existence:
                yield Paragraph(f"  {one.id}  {desk(one.name)}", "    ")
                yield Paragraph(f"    {desk(one.purpose)}", "    ")
        yield GAP
    yield Paragraph(desk.word("channels-one"))


def _channel(desk: Desk, one: Channel) -> Iterator[Paragraph]:
    yield heading(desk.beside(desk(one.name), desk.word(f"existence-{one.existence}")))
    parts = [
        ("purpose", one.purpose),
        ("login", one.login),
        ("speed", one.speed),
        ("hours", one.hours),
    ]
    for key, text in parts:
        yield Paragraph(desk.word(f"channel-{key}", text=desk(text)), "  ")
    if one.reach:
        yield Paragraph(desk.word("channel-reach"))
        steps = enumerate(one.reach, 1)
        yield from (Paragraph(f" {number}. {desk(step)}", "    ") for number, step in steps)
    yield Paragraph(desk.word("channel-public" if one.public else "channel-private"))
    yield Paragraph(desk.word("channel-never", text=desk(one.never)), "  ", Tone.WARNING)
    if one.note:
        yield Paragraph(desk(one.note))
    yield quiet(desk.basis(one.facts))


def _channel_data(desk: Desk, one: Channel) -> dict[str, Any]:
    data = {
        key: value._asdict() if isinstance(value, Text) else value
        for key, value in one._asdict().items()
    }
    data["reach"] = [step._asdict() for step in one.reach]
    data["confidence"] = desk.content.confidence(one.facts)
    data["sources"] = [source.at or source.name.en for source in desk.content.sources_of(one.facts)]
    return {key.replace("_", "-"): value for key, value in data.items()}


# -- blank requests ----------------------------------------------------------------------------


def template(desk: Desk, topic: str, languages: Sequence[Language]) -> Page:
    """The blank request of a topic, to fill by hand. Raises `Usage` for an unknown topic."""
    if topic not in desk.content.topics:
        raise desk.unknown(topic, desk.content.topics, "no-topic")
    from bfx_help import request  # the other pages need none of it

    state = State({"topic": topic}, frozenset())
    found = _widest(desk, topic) or request.template_for(desk.content.requests, state)
    questions = {one.id: one for one in desk.content.questionnaire.questions}
    pages = [[*_blank(desk.speaking(one), found, questions), GAP] for one in languages]
    return [paragraph for page in pages for paragraph in page][:-1]


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
