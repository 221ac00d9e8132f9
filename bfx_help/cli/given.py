"""Answers that were given beforehand, on the command line or in a file."""

import json
from collections.abc import Iterable, Mapping

from bfx_help.cli.answering import CHOSEN, LONGEST
from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.reading import NoText, read_text
from bfx_help.cli.session import FIRST, Session
from bfx_help.cli.taking import field_of, meant, taken
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Own, Question, Value

LARGEST = 100_000
"""Characters of an answers file."""


def read_pairs(desk: Desk, pairs: Iterable[str]) -> dict[str, str]:
    """`id=value` pairs as a mapping. Raises `Usage`."""
    answers = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Usage(desk.word("wrong-pair"))
        answers[name.strip()] = value.strip()
    return answers


def read_answers(desk: Desk, path: str) -> dict[str, str]:
    """The answers of a YAML or JSON file, `-` for standard input. Raises `Usage`.

    Every value is text: `no` is "no", and `12:30` is "12:30".
    """
    import yaml

    try:
        text = read_text(desk, path, LARGEST)
        loaded = json.loads(text) if text.lstrip().startswith("{") else _lines(yaml.compose(text))
        return {str(name): _joined(value) for name, value in dict(loaded).items()}
    except NoText as problem:
        raise Usage(str(problem)) from None
    except (ValueError, TypeError, RecursionError, yaml.YAMLError):
        raise Usage(desk.word("wrong-file", path=path)) from None


def _lines(node: object) -> Mapping[str, object]:
    """The scalars of a YAML mapping as they stand, without YAML's own ideas of their types."""
    import yaml

    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise TypeError
    return {_scalar(key): _listed(value) for key, value in node.value}


def _listed(node: object) -> object:
    import yaml

    # One level is enough; lists of lists by reference would grow without end.
    return [*map(_scalar, node.value)] if isinstance(node, yaml.SequenceNode) else _scalar(node)


def _scalar(node: object) -> str:
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        raise TypeError
    return str(node.value)


def _joined(value: object) -> str:
    if isinstance(value, (dict, type(None))):
        raise TypeError
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def take(session: Session, given: Mapping[str, str]) -> tuple[str, ...]:
    """Put given answers into a session, each checked and without its secrets; the warnings on what
    was hidden or made harmless. Raises `Usage`.

    They are taken in the order of the questions, since what can be chosen may depend on it.
    """
    warnings: list[str] = []
    for number, name in enumerate(given, 1):
        if name not in session.questions:
            raise Usage(_no_question(session, name, number))
    for name, question in session.questions.items():
        if name in given:
            value, told = _value(session, question, given[name])
            session.prefill({name: value})
            warnings += told
    return tuple(dict.fromkeys(warnings))


def _no_question(session: Session, name: str, number: int) -> str:
    """What came from a file is not repeated: it may be anything, a password too."""
    desk = session.desk
    nearest = desk.did_you_mean(name, session.questions)
    return desk.word("unknown-answer", number=number, nearest=nearest).strip()


def _value(session: Session, question: Question, given: str) -> tuple[Value, tuple[str, ...]]:
    """The answer, and the warnings for whoever gave it."""
    desk = session.desk
    if len(given) > LONGEST:
        raise Usage(desk.word("answer-long", name=question.id, number=LONGEST))
    if given in (UNKNOWN, BLANK) and question.unknown:
        return Own(given), ()
    if question.kind in CHOSEN:
        return _chosen(session, question, given), ()
    reading = meant(desk, question, given, session.around(question))
    if reading is None or not reading.value:
        hint = desk.word(reading.doubt) if reading and reading.doubt else desk(question.where)
        raise Usage(desk.word("wrong-value", name=question.id, hint=hint))
    return taken(desk, reading.value, field_of(question))


def _chosen(session: Session, question: Question, given: str) -> Value:
    allowed = allowed_values(session, question)
    parts = given.split(",") if question.kind is Asks.SEVERAL else [given]
    if all(part in allowed for part in parts):
        return Own(given)
    wrong = next(part for part in parts if part not in allowed)
    raise session.desk.wrong_choice(question.id, wrong, allowed)


def allowed_values(session: Session, question: Question) -> tuple[str, ...]:
    """What a script can answer: ids of options, or nothing in particular."""
    names = [option.id for option in session.options(question)]
    if question.kind is Asks.SEVERAL:
        names.append(NONE)
    elif names and question.unknown:
        names.append(UNKNOWN)
    return tuple(names)


def missing(session: Session) -> str:
    """The answers that are still missing, with what they may be, a line each: those that decide,
    and once it is decided those that fill the text."""
    lines = [session.desk.word("missing-answers")]
    route = session.standing().route
    wanted = session.filling(route) if route else session.deciding
    if route and route.emergency:
        wanted -= FIRST
    for question in session.open_questions(wanted):
        allowed = ", ".join(allowed_values(session, question))
        lines.append(f"  {question.id}: {allowed or session.desk.word('missing-free')}")
    return "\n".join(lines)
