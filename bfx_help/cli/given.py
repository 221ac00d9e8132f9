"""Answers that were given beforehand, on the command line or in a file."""

import difflib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from bfx_help import inputs
from bfx_help.cli.answering import CHOSEN
from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.session import Session
from bfx_help.model import BLANK, UNKNOWN, Asks, Own, Question, Value
from bfx_help.redact import redact

LARGEST = 1_000_000
"""Bytes of an answers file."""


def read_pairs(desk: Desk, pairs: Iterable[str]) -> dict[str, str]:
    """`id=value` pairs as a mapping. Raises `Usage`."""
    answers = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Usage(desk.word("wrong-pair"))
        answers[name.strip()] = value.strip()
    return answers


def read_answers(desk: Desk, path: str, stdin: TextIO) -> dict[str, str]:
    """The answers of a YAML or JSON file, `-` for standard input. Raises `Usage`.

    Every value is text: `no` is "no", and `12:30` is "12:30".
    """
    import yaml

    wrong = Usage(desk.word("wrong-file", path=path))
    try:
        text = stdin.read(LARGEST) if path == "-" else Path(path).read_text("utf-8")[:LARGEST]
        loaded = json.loads(text) if text.lstrip().startswith("{") else _lines(yaml.compose(text))
        return {str(name): _joined(value) for name, value in dict(loaded).items()}
    except (OSError, ValueError, TypeError, RecursionError, yaml.YAMLError):
        raise wrong from None


def _lines(node: object) -> Mapping[str, object]:
    """The scalars of a YAML mapping as they stand, without YAML's own ideas of their types."""
    import yaml

    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise TypeError
    return {key.value: _scalar(value) for key, value in node.value}


def _scalar(node: object) -> object:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        return [_scalar(one) for one in node.value]
    if not isinstance(node, yaml.ScalarNode):
        raise TypeError
    return node.value


def _joined(value: object) -> str:
    if isinstance(value, (dict, type(None))):
        raise TypeError
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def take(session: Session, given: Mapping[str, str]) -> None:
    """Put given answers into a session, each checked and without its secrets. Raises `Usage`.

    They are taken in the order of the questions, since what can be chosen may depend on it.
    """
    unknown = next((name for name in given if name not in session.questions), None)
    if unknown is not None:
        raise Usage(_no_question(session, unknown))
    for name, question in session.questions.items():
        if name in given:
            session.prefill({name: _value(session, question, given[name])})


def _no_question(session: Session, name: str) -> str:
    desk = session.desk
    near = difflib.get_close_matches(name, session.questions, 3)
    nearest = desk.word("did-you-mean", names=", ".join(near)) if near else ""
    return desk.word("unknown-answer", name=redact(name).text, nearest=nearest).strip()


def _value(session: Session, question: Question, given: str) -> Value:
    desk = session.desk
    if given in (UNKNOWN, BLANK) and question.unknown:
        return Own(given)
    if question.kind in CHOSEN:
        return _chosen(session, question, given)
    reading = inputs.read(question.kind, given, desk.now)
    if reading is None or not reading.value:
        hint = desk(question.where)
        raise Usage(desk.word("wrong-value", name=question.id, kind=question.kind, hint=hint))
    return redact(reading.value, field=question.kind).text


def _chosen(session: Session, question: Question, given: str) -> Value:
    allowed = allowed_values(session, question)
    parts = given.split(",") if question.kind is Asks.SEVERAL else [given]
    wrong = next((part for part in parts if part not in allowed), None)
    if wrong is None:
        return Own(given)
    raise Usage(
        session.desk.word(
            "wrong-choice",
            value=redact(wrong[:60]).text,
            name=question.id,
            allowed=", ".join(allowed),
        )
    )


def allowed_values(session: Session, question: Question) -> tuple[str, ...]:
    """What a script can answer: ids of options, or nothing in particular."""
    names = [option.id for option in session.options(question)]
    if question.kind is Asks.SEVERAL:
        names.append("none")
    elif names and question.unknown:
        names.append(UNKNOWN)
    return tuple(names)


def missing(session: Session) -> str:
    """The answers that are still missing, with what they may be, a line each: those that decide,
    and once it is decided those that fill the text."""
    lines = [session.desk.word("missing-answers")]
    route = session.standing().route
    for question in session.open_questions(session.filling(route) if route else session.deciding):
        allowed = ", ".join(allowed_values(session, question))
        lines.append(f"  {question.id}: {allowed or session.desk.word('missing-free')}")
    return "\n".join(lines)
