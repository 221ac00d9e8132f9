"""Answers that were given beforehand, on the command line or in a file."""

import json
from collections.abc import Collection, Iterable, Mapping

from bfx_help.cli import entry
from bfx_help.cli.context import Context
from bfx_help.cli.read_text import NoText, read_text
from bfx_help.interview.progress import Interview, Origin
from bfx_help.interview.step import State, fields_of, options_of, step
from bfx_help.model import BLANK, NONE, UNKNOWN, Asks, Option, Question, Redacted, UsageProblem
from bfx_help.redact import redact

LARGEST = 100_000  # characters of an answers file


def read_pairs(context: Context, pairs: Iterable[str]) -> dict[str, str]:
    """`id=value` pairs as a mapping. Raises `UsageProblem`."""
    answers = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageProblem(context.word("wrong-pair"))
        answers[name.strip()] = value.strip()
    return answers


def read_answers(context: Context, path: str) -> dict[str, str]:
    """The answers of a YAML or JSON file, `-` for standard input, every value as text: `no` is
    "no", and `12:30` is "12:30". Raises `UsageProblem`."""
    import yaml

    try:
        text = read_text(context, path, LARGEST)
        as_text = yaml.BaseLoader  # without YAML's own ideas of the types of scalars
        is_json = text.lstrip().startswith("{")
        loaded = json.loads(text) if is_json else yaml.load(text, as_text) or {}
        if not isinstance(loaded, dict):
            raise TypeError
        return {str(name): _joined(value) for name, value in loaded.items()}
    except NoText as problem:
        raise UsageProblem(str(problem)) from None
    except (ValueError, TypeError, RecursionError, yaml.YAMLError):
        raise UsageProblem(context.word("wrong-file", path=path)) from None


def _joined(value: object) -> str:
    """The text of an answer. Raises TypeError for lists of lists, which could grow without end."""
    parts = value if isinstance(value, list) else [value]
    if any(isinstance(part, (dict, list, type(None))) for part in parts):
        raise TypeError
    return ",".join(map(str, parts))


def take(
    context: Context, interview: Interview, beforehand: Mapping[str, str]
) -> tuple[Interview, list[str]]:
    """Put answers into an interview, in the order of the questions, each checked and without its
    secrets; the warnings on what was hidden or made harmless. Raises `UsageProblem`."""
    questions, roles = context.content.questionnaire.by_id, context.content.roles.questions
    warnings: list[str] = []
    for number, name in enumerate(beforehand, 1):
        if name not in questions:
            nearest = context.did_you_mean(name, questions)
            raise UsageProblem(
                context.word("unknown-answer", number=number, nearest=nearest).strip()
            )
    situation = beforehand.get(roles.situation)
    if situation and roles.topic not in beforehand:
        beforehand = {roles.topic: situation.partition(".")[0], **beforehand}
    for name, question in questions.items():
        if name in beforehand:
            state = step(context.content, interview.answers, context.now)
            made = value_of(context, question, beforehand[name], state)
            interview = interview.answer(name, made.text, Origin.BEFOREHAND)
            warnings += made.warnings
    return interview, list(dict.fromkeys(warnings))


def value_of(context: Context, question: Question, text: str, state: State) -> entry.Clean:
    """The answer, and the warnings for whoever gave it. Raises `UsageProblem`."""
    if len(text) > entry.LONGEST_ANSWER:
        raise UsageProblem(
            context.word("answer-long", name=question.id, number=entry.LONGEST_ANSWER)
        )
    if text in (UNKNOWN, BLANK) and question.unknown:
        return entry.Clean(Redacted(text))
    options = options_of(context.content, question, state.values)
    if question.kind in entry.CHOSEN:
        return entry.Clean(_chosen(context, question, text, options))
    redaction = redact(text, entry.field_of(question))
    made = entry.clean(context, text, redaction)
    near = entry.Surroundings(None, state.values.get(question.network or ""))
    reading = entry.understand_answer(question, made.text, (), context.now, near)
    if question.id == context.content.roles.questions.words:
        return made
    if question.kind is Asks.NOTE:
        return entry.Clean(_listed(made.text, options), made.warnings)
    if reading is None or not reading.value:
        hint = context.word(reading.doubt) if reading and reading.doubt else context(question.where)
        raise UsageProblem(context.word("wrong-value", name=question.id, hint=hint))
    return entry.Clean(Redacted(reading.value), made.warnings)


def _listed(text: Redacted, options: tuple[Option, ...]) -> Redacted:
    """Ids of options a line each, where nothing else was typed; other text as it is."""
    parts = [part.strip() for part in text.replace(",", "\n").splitlines()]
    known = {option.id for option in options}
    return Redacted("\n".join(parts)) if options and known.issuperset(parts) else text


def _chosen(
    context: Context, question: Question, text: str, options: tuple[Option, ...]
) -> Redacted:
    allowed = allowed_values(question, options)
    parts = text.split(",") if question.kind is Asks.SEVERAL else [text]
    if all(part in allowed for part in parts):
        return Redacted(text)
    if question.other:
        return redact(text, entry.field_of(question)).text
    wrong = next(part for part in parts if part not in allowed)
    raise context.wrong_choice(question.id, wrong, allowed)


def allowed_values(question: Question, options: tuple[Option, ...]) -> tuple[str, ...]:
    """What a script can answer: ids of options, or nothing in particular."""
    names = [option.id for option in options]
    if question.kind is Asks.SEVERAL:
        names.append(NONE)
    elif names and question.unknown:
        names.append(UNKNOWN)
    return tuple(names)


def missing(context: Context, state: State) -> dict[str, tuple[str, ...]]:
    """The missing answers with their possible values: what decides, then what fills the letter."""
    decisive, content = (state.question,) if state.question else (), context.content
    questions = decisive or fields_of(content, state.known, state.situation)
    return {
        question.id: allowed_values(question, options_of(content, question, state.values))
        for question in questions
        if question.id not in state.values
    }


def missing_lines(context: Context, wanted: Mapping[str, Collection[str]]) -> str:
    """The missing answers with their possible values as they are shown, a line each."""
    lines = [context.word("missing-answers")]
    for name, allowed in wanted.items():
        lines.append(f"  {name}: {', '.join(allowed) or context.word('missing-free')}")
    return "\n".join(lines)
