"""Pages to read or print: the channels and the blank request of a topic."""

import difflib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bfx_help.cli.desk import Desk, Usage
from bfx_help.model import (
    Channel,
    Existence,
    Language,
    Line,
    Question,
    State,
    Template,
    Text,
    fill,
)
from bfx_help.plain import plain, plain_json, wrap

PAGE_WIDTH = 80


def write(text: str) -> None:
    """Write a page to standard output, as harmless text."""
    shown = plain(text)
    sys.stdout.write(shown if shown.endswith("\n") else f"{shown}\n")
    sys.stdout.flush()


def deliver(desk: Desk, text: str, output: Path | None) -> int:
    """Write a page to a file, or to standard output where there is none or it fails; the code."""
    if output is None:
        write(text)
        return 0
    from bfx_help.files import export

    try:
        export(output, f"{plain(text)}\n".encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        said, code = desk.word("not-saved-to", path=output, reason=reason), 1
        write(text)
    else:
        said, code = desk.word("saved-to", path=output), 0
    print(plain(said), file=sys.stderr)  # noqa: T201 - the page alone goes to standard output
    return code


def as_json(data: Any) -> str:
    """Data with the version of its keys."""
    return plain_json(json.dumps({"schema": 1, **data}, ensure_ascii=False, indent=2))


def nearest(desk: Desk, wanted: str, names: Iterable[str], key: str) -> Usage:
    """The error for an id that is not there, with the ids that look like it, or all of them."""
    names = list(names)
    near = difflib.get_close_matches(wanted, names, 3) or [one for one in names if wanted in one]
    return Usage(desk.word(key, name=plain(wanted[:60], ""), names=", ".join(near or names)))


def columns() -> int:
    """How broad a page is: the terminal, 80 where there is none, and never more than 100."""
    import shutil

    return max(20, min(shutil.get_terminal_size((PAGE_WIDTH, 24)).columns, 100))


def wrapped(lines: Iterable[str], indent: str = "") -> str:
    """Lines broken to the width of the page."""
    broken = [
        part for line in lines for part in (wrap(plain(line), columns(), indent=indent) or ("",))
    ]
    return "\n".join(broken)


# -- channels ----------------------------------------------------------------------------------

_OWN = ("wait", "other-party", "outside-help", "faq")
"""What routes lead to without being a channel of the exchange."""


def channels(desk: Desk, channel: str | None, as_data: bool) -> str:
    """All channels in short, or one of them whole. Raises `Usage` for an unknown one."""
    there = {name: one for name, one in desk.content.channels.items() if name not in _OWN}
    if channel is not None and channel not in there:
        raise nearest(desk, channel, there, "no-channel")
    chosen = [there[channel]] if channel else list(there.values())
    if as_data:
        return as_json({"channels": [_channel_data(desk, one) for one in chosen]})
    if channel:
        return "\n".join(_channel(desk, chosen[0]))
    return "\n".join(_overview(desk, chosen))


def _overview(desk: Desk, chosen: Sequence[Channel]) -> Iterator[str]:
    for existence in Existence:
        yield desk.word(f"channels-{existence}")
        for one in chosen:
            if one.existence is existence:
                yield wrapped([f"  {one.id}  {desk(one.name)}"], "    ")
                yield wrapped([f"    {desk(one.purpose)}"], "    ")
        yield ""
    yield wrapped([desk.word("channels-one")])


def _channel(desk: Desk, one: Channel) -> Iterator[str]:
    yield wrapped([desk.beside(desk(one.name), desk.word(f"existence-{one.existence}"))])
    parts = [
        ("purpose", one.purpose),
        ("login", one.login),
        ("speed", one.speed),
        ("hours", one.hours),
    ]
    for key, text in parts:
        yield wrapped([desk.word(f"channel-{key}", text=desk(text))], "  ")
    if one.reach:
        yield desk.word("channel-reach")
        yield from (
            wrapped([f" {number}. {desk(step)}"], "    ")
            for number, step in enumerate(one.reach, 1)
        )
    yield wrapped([desk.word("channel-public" if one.public else "channel-private")])
    yield wrapped([desk.word("channel-never", text=desk(one.never))], "  ")
    if one.note:
        yield wrapped([desk(one.note)])
    yield wrapped([desk.basis(one.facts)])


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


def template(desk: Desk, topic: str, languages: Sequence[Language]) -> str:
    """The blank request of a topic, to fill by hand. Raises `Usage` for an unknown topic."""
    if topic not in desk.content.topics:
        raise nearest(desk, topic, desk.content.topics, "no-topic")
    from bfx_help import request  # the other pages need none of it

    state = State({"topic": topic}, frozenset())
    found = _widest(desk, topic) or request.template_for(desk.content.requests, state)
    questions = {one.id: one for one in desk.content.questionnaire.questions}
    return "\n\n".join("\n".join(_blank(desk.speaking(one), found, questions)) for one in languages)


def _widest(desk: Desk, topic: str) -> Template | None:
    """The template for the whole topic, not for one of its problems."""
    templates = desk.content.requests.templates
    return next((one for one in templates if dict(one.when) == {"topic": (topic,)}), None)


def _blank(desk: Desk, found: Template, questions: dict[str, Question]) -> Iterator[str]:
    frame = desk.content.requests.frame
    always = [line for line in found.subject if not line.when]
    subject = " - ".join(_open(desk, always, questions)).replace("] - ", "] ")
    heading = fill(frame["subject"], lambda _: Text(subject, subject))
    yield desk(heading) if heading else subject
    yield ""
    yield desk(frame["greeting"])
    yield ""
    yield desk(frame["wants"])
    yield from (
        wrapped([f"  [ ] {line}"], "      ") for line in _open(desk, found.wants, questions)
    )
    yield ""
    yield desk(frame["facts"])
    for number, name in enumerate(found.fields, 1):
        if name in questions:
            yield wrapped(
                [f"{number:>3}. {desk.word('blank-line', label=desk(questions[name].label))}"],
                "     ",
            )
    yield ""
    yield desk(frame["words"])
    yield f"     {desk.word('blank-words')}"
    yield ""
    yield desk(frame["closing"])


def _open(desk: Desk, lines: Sequence[Line], questions: dict[str, Question]) -> Iterator[str]:
    """Lines whose placeholders are gaps with the names of what belongs there."""
    for line in lines:
        filled = fill(line.says, lambda name: _gap(name, questions))
        if filled:
            yield desk(filled)


def _gap(name: str, questions: dict[str, Question]) -> Text:
    question = questions.get(name.removesuffix("-age"))
    return question.label.map(lambda label: f"<{label}>") if question else Text("<...>", "<...>")
