"""The `case evidence` and `case check` commands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bfx_help import cases
from bfx_help.cases import Case, CaseFilter, CaseLogError, Description, Exhibit, ExhibitFault, Log
from bfx_help.cli import output
from bfx_help.cli.asker import Asker
from bfx_help.cli.cases.asks import (
    agreed,
    ask_all,
    case_question,
    finished,
    option_value,
    say,
    storable,
)
from bfx_help.cli.cases.pages import exhibit_data, exhibit_line, one_line
from bfx_help.cli.cases.shared import problem_of, warn, with_log
from bfx_help.cli.context import Context
from bfx_help.cli.output import GAP, Paragraph, as_json, heading, keeping, tell, write
from bfx_help.cli.read_text import NoText, read_text
from bfx_help.model import Asks, Item, Own, Tone, Value
from bfx_help.plain import plain
from bfx_help.redact import LIMIT, redact

_OTHER = "other"


class Shown(NamedTuple):
    """What the options of `case evidence add` say of the files."""

    shows: str | None
    dated: str | None
    item: str | None


def add(context: Context, number: int, files: Sequence[Path], shown: Shown) -> int:
    """Keep copies of files as exhibits; 1 where one of them could not be kept, 3 where one shows an
    identity document, or holds secrets and nobody wanted it kept all the same."""
    case = with_log(context, lambda log: log.case(number))
    asker = Asker(context)
    return max([_add(asker, case, path, shown) for path in files], default=0)


def _add(asker: Asker, case: Case, path: Path, shown: Shown) -> int:
    """Keep a copy of one file; the exit code."""
    context = asker.context
    name = storable(context, path.name, Asks.ID)
    if cases.is_identity(path.name):
        return _refused(context, "evidence-identity", name)
    secrets = _secrets(context, path)
    if secrets:
        warn(
            context,
            context.word("evidence-secrets", name=plain(name, ""), kinds=context.listed(secrets)),
        )
        if not agreed(asker, "evidence-keep"):
            return _refused(context, "evidence-left", name)
    says = _described(asker, case, name, shown)
    if cases.is_identity(says.shows):
        return _refused(context, "evidence-identity", name)
    try:
        exhibit = _added(context, case.number, path, says)
    except CaseLogError as trouble:
        warn(context, str(problem_of(context, trouble)))
        return 1
    finished(context)
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


def _added(context: Context, number: int, path: Path, says: Description) -> Exhibit:
    """Keep one file. Raises `CaseLogError` of the file, which the others need not suffer for."""

    def work(log: Log) -> Exhibit | CaseLogError:
        try:
            return cases.add_evidence(log, context.settings.home, number, path, says)
        except CaseLogError as trouble:
            return trouble

    found = with_log(context, work)
    if isinstance(found, CaseLogError):
        raise found
    return found


def _refused(context: Context, why: str, name: Value) -> int:
    warn(context, context.word(why, name=plain(name, "")))
    return 3


def _described(asker: Asker, case: Case, name: Value, shown: Shown) -> Description:
    """What a file shows and when: from the options, or asked for."""
    context = asker.context
    items = {item.id: item for item in _items(context, case.topic)}
    options = {id_: item.says for id_, item in items.items()}
    options[_OTHER] = context.text("evidence-other")
    questions = (
        case_question(context, "item", Asks.CHOICE, options=options),
        case_question(context, "shows"),
        case_question(context, "dated", Asks.TIME, needed=False),
    )
    values = {"item": shown.item, "shows": shown.shows, "dated": shown.dated}
    known: dict[str, Value] = {
        question.id: option_value(context, question, text)
        for question in questions
        if (text := values[question.id]) is not None
    }
    if shown.shows is not None:
        known = {"item": Own(_OTHER), "dated": Own(""), **known}
    if not known:
        say(asker, context.word("evidence-file", name=plain(name, "")), Tone.HEADING)
    answers = ask_all(asker, questions[:1], known)
    if "shows" not in known and answers["item"] in items:
        _tell_item(asker, items[answers["item"]])
    answers = ask_all(asker, questions, answers)
    item = "" if answers["item"] == _OTHER else answers["item"]
    return Description(name, answers["shows"], answers["dated"], item)


def _tell_item(asker: Asker, item: Item) -> None:
    """What the file must show, and hide."""
    context = asker.context
    for key, text in (("checklist-shows", item.shows), ("checklist-hides", item.hides)):
        if text:
            say(asker, context.word(key, text=context(text)))


def _items(context: Context, topic: str) -> tuple[Item, ...]:
    """The files of the checklist of a topic."""
    lists = {checklist.id: checklist for checklist in context.content.checklists.lists}
    return lists[topic].files if topic in lists else ()


def show(context: Context, number: int, as_data: bool) -> int:
    """The exhibits of a case, and what the checklist names beside them."""

    def work(log: Log) -> tuple[Case, tuple[Exhibit, ...]]:
        return log.case(number), log.exhibits(number)

    case, exhibits = with_log(context, work)
    missing = [
        item for item in _items(context, case.topic) if item.id not in {e.item for e in exhibits}
    ]
    if as_data:
        rows = [exhibit_data(exhibit) for exhibit in exhibits]
        write(as_json({"number": number, "exhibits": rows, "missing": [x.id for x in missing]}))
        return 0
    lines = [one_line(exhibit_line(context, exhibit)) for exhibit in exhibits] or [
        context.word("exhibits-none")
    ]
    listed = [Paragraph(line, "    ") for line in lines]
    output.show(context, [*listed, *_missing(context, missing)])
    return 0


def _missing(context: Context, items: Sequence[Item]) -> Iterator[Paragraph]:
    if items:
        yield GAP
        yield heading(context.word("evidence-missing"))
    for item in items:
        yield Paragraph(f"- {context(item.says)}", "    ")
        for key, text in (("checklist-shows", item.shows), ("checklist-hides", item.hides)):
            if text:
                yield Paragraph(f"    {context.word(key, text=context(text))}", "    ")


def check(context: Context, as_data: bool) -> int:
    """Look at every copy, as opening looked at the log; 3 where something is missing or changed."""

    def work(log: Log) -> tuple[int, list[ExhibitFault]]:
        home, number, found = context.settings.home, 0, list[ExhibitFault]()
        for closed in (False, True):
            for case in log.cases(CaseFilter(closed=closed)):
                number += len(log.exhibits(case.number))
                found += cases.faults(log, home, case.number)
        return number, found

    number, found = with_log(context, work)
    code = 3 if found else 0
    with keeping(code):
        if as_data:
            rows = [
                {"case": fault.number, "id": fault.exhibit.id, "fault": fault.kind}
                for fault in found
            ]
            write(as_json({"exhibits": number, "faults": rows}))
        elif found:
            tell(context, *(_fault(context, fault) for fault in found))
        else:
            tell(context, context.word("check-fine", number=number))
    return code


def _fault(context: Context, fault: ExhibitFault) -> str:
    exhibit = fault.exhibit
    return context.word(
        f"check-{fault.kind}", number=fault.number, id=exhibit.id, name=exhibit.name
    )
