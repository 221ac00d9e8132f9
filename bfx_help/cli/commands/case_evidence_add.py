"""`case evidence add`: keeps copies of files as exhibits."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bfx_help import cases
from bfx_help.cases import Case, Description
from bfx_help.cli import case_questions, completion, output
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import warn, with_log
from bfx_help.cli.case_words import exhibit_line
from bfx_help.cli.checklist_page import notes_of
from bfx_help.cli.commands.case_evidence_list import files_of
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, When, as_command
from bfx_help.cli.output import Paragraph
from bfx_help.cli.read_text import NoText, read_text
from bfx_help.model import Asks, Own, Problem, Tone, Value
from bfx_help.plain import plain
from bfx_help.redact import LIMIT, redact

_OTHER = "other"


@as_command
def command(
    context: Context,
    number: Number,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    shows: Annotated[str | None, typer.Option("--shows", metavar="TEXT")] = None,
    when: When = None,
    item: Annotated[
        str | None, typer.Option("--item", metavar="ID", autocompletion=completion.files)
    ] = None,
) -> int:
    """Keep copies of files as exhibits; 1 if one of them cannot be kept, 3 if one shows an identity
    document, or holds secrets and nobody wants to keep it all the same."""
    case = with_log(context, lambda log: log.case(number))
    options, asker = {"item": item, "shows": shows, "dated": when}, Asker(context)
    return max([_add(asker, case, path, options) for path in files], default=0)


def _add(asker: Asker, case: Case, path: Path, options: Mapping[str, str | None]) -> int:
    """Keep a copy of one file; the exit code."""
    context = asker.context
    name = case_questions.storable(context, path.name, Asks.ID)
    if cases.is_identity(path.name):
        return _refused(context, "evidence-identity", name)
    secrets = _secrets(context, path)
    if secrets:
        kinds = context.listed(secrets)
        warn(context, context.word("evidence-secrets", name=plain(name, ""), kinds=kinds))
        if not case_questions.agreed(asker, "evidence-keep"):
            return _refused(context, "evidence-left", name)
    says = _described(asker, case, name, options)
    if cases.is_identity(says.shows):
        return _refused(context, "evidence-identity", name)
    home, number = context.settings.home, case.number
    try:
        work = partial(cases.add_evidence, home=home, number=number, source=path, description=says)
        exhibit = with_log(context, work)
    except Problem as problem:  # of this file, which the others need not suffer for
        warn(context, str(problem))
        return 1
    case_questions.finished(context)
    output.show(context, [Paragraph(exhibit_line(context, exhibit), "    ")])
    return 0


def _secrets(context: Context, path: Path) -> list[str]:
    """What secrets a file may hold, by name; none are seen in what is no text, or a very long one:
    a copy is exact, so nothing can be hidden in it."""
    if not path.is_file():
        return []
    try:
        found = redact(read_text(context, path, LIMIT)).found
    except NoText:
        return []
    return list(dict.fromkeys(context.word(f"hidden-{secret.kind}") for secret in found))


def _refused(context: Context, why: str, name: Value) -> int:
    warn(context, context.word(why, name=plain(name, "")))
    return 3


def _described(
    asker: Asker, case: Case, name: Value, options: Mapping[str, str | None]
) -> Description:
    """What a file shows and when: from the options, or asked for."""
    context = asker.context
    items = {item.id: item for item in files_of(context, case.topic)}
    names = {id_: item.says for id_, item in items.items()}
    names[_OTHER] = context.text("evidence-other")
    questions = (
        case_questions.case_question(context, "item", Asks.CHOICE, options=names),
        case_questions.case_question(context, "shows"),
        case_questions.case_question(context, "dated", Asks.TIME, needed=False),
    )
    known = case_questions.from_options(context, questions, options)
    if options["shows"] is not None:
        known = {"item": Own(_OTHER), "dated": Own(""), **known}
    if not known:
        asker.say("evidence-file", Tone.HEADING, name=plain(name, ""))
    answers = case_questions.ask_all(asker, questions[:1], known)
    if "shows" not in known and answers["item"] in items:
        for line in notes_of(context, items[answers["item"]]):
            asker.terminal.say(line)
    answers = case_questions.ask_all(asker, questions, answers)
    item = "" if answers["item"] == _OTHER else answers["item"]
    return Description(name, answers["shows"], answers["dated"], item)
