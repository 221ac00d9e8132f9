"""`template`: the blank letter of a topic or a situation, to fill by hand."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Any

import typer

from bfx_help.cli import completion
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, RequestLanguage, as_command
from bfx_help.cli.output import GAP, Page, Paragraph, as_json, as_text, data_of
from bfx_help.cli.result import languages_for
from bfx_help.model import Situation, Text, answers_of, fill


@as_command
def command(
    context: Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", autocompletion=completion.topics)],
    request_lang: RequestLanguage = None,
    json: Json = False,
) -> Page:
    """Show the blank letter of a topic or a situation. Raises `UsageProblem` for an unknown one."""
    situations = context.content.situations
    name = context.id_of(topic, context.content.topics)
    own = f"{name}.{context.content.roles.own_account}"
    situation = situations.get(name) or situations.get(own)
    if situation is None:
        raise context.unknown(name, [*context.content.topics, *situations], "no-topic")
    if json:
        return as_json(_data(context, situation))
    languages = languages_for(context, request_lang)
    blanks = ((GAP, *_blank(context.speaking(language), situation)) for language in languages)
    return list(chain.from_iterable(blanks))[1:]


def _data(context: Context, situation: Situation) -> dict[str, Any]:
    letters, questions = context.content.letters, context.content.questionnaire.by_id
    return {
        "situation": situation.id,
        **data_of(situation, context.languages, "name"),
        "wants": [
            data_of(letters.wants[want], context.languages, "id", "line")
            for want in situation.wants
        ],
        "fields": [
            data_of(questions[field], context.languages, "id", "label")
            for field in dict.fromkeys(situation.fields)
        ],
        "text": {
            language: as_text(_blank(context.speaking(language), situation))
            for language in context.languages
        },
    }


def _blank(context: Context, situation: Situation) -> Iterator[Paragraph]:
    letters, questions = context.content.letters, context.content.questionnaire.by_id
    frame, roles = letters.frame, context.content.roles.questions
    subject = (
        _open(context, situation.subject[0].line) if situation.subject else context(situation.name)
    )
    line = fill(frame["subject"], lambda _: Text(subject, subject))
    yield Paragraph(context(line) if line else subject, verbatim=True)
    yield from (GAP, Paragraph(context(frame["greeting"])), GAP, Paragraph(context(frame["wants"])))
    for want in situation.wants:
        yield Paragraph(f"  [ ] {_open(context, letters.wants[want].line)}", "      ")
    yield from (GAP, Paragraph(context(frame["details"])))
    names = (*situation.fields, roles.deadline, roles.name, roles.email)
    for name in dict.fromkeys(names):
        yield Paragraph(
            f"  {context.word('blank-line', label=context(questions[name].label))}", "    "
        )
    yield from (GAP, Paragraph(context(frame["events"])))
    yield Paragraph(f"  {context.word('blank-words')}")
    yield from (GAP, Paragraph(context(frame["closing"]), verbatim=True))


def _open(context: Context, line: Text) -> str:
    """A line whose placeholders are gaps with the names of what belongs there."""
    questions = context.content.questionnaire.by_id

    def gap(name: str) -> Text:
        question = questions.get(answers_of(name)[0])
        return question.label.map(lambda label: f"<{label}>") if question else Text("<>", "<>")

    filled = fill(line, gap)
    return context(filled) if filled else context(line)
