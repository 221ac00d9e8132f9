"""The `case evidence`, `case check` and `case recover` commands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bfx_help import caselog
from bfx_help.caselog import Case, Description, Exhibit, Fault, Log, Trouble, Wanted
from bfx_help.cli import output
from bfx_help.cli.answering import Answering
from bfx_help.cli.cases.asks import answering, ask_all, given, question, say
from bfx_help.cli.cases.pages import exhibit_data, exhibit_line
from bfx_help.cli.cases.shared import told, warn, with_log
from bfx_help.cli.desk import Desk, Usage
from bfx_help.cli.output import GAP, Paragraph, as_json, heading, tell, write
from bfx_help.model import Asks, Item, Own, Tone, Value
from bfx_help.plain import plain

_OTHER = "other"


class Shown(NamedTuple):
    """What the options of `case evidence add` say of the files."""

    shows: str | None
    dated: str | None
    item: str | None


def add(desk: Desk, number: int, files: Sequence[Path], shown: Shown) -> int:
    """Keep copies of files as exhibits; 1 where one of them could not be kept, 3 where one shows an
    identity document."""
    case = with_log(desk, lambda log: log.case(number))
    clerk, code = answering(desk), 0
    for path in files:
        if caselog.is_identity(path.name):
            code = max(code, _refused(desk, path))
            continue
        says = _described(clerk, case, path, shown)
        if caselog.is_identity(says.shows):
            code = max(code, _refused(desk, path))
            continue
        try:
            exhibit = _added(desk, number, path, says)
        except Trouble as trouble:
            warn(desk, str(told(desk, trouble)))
            code = max(code, 1)
        else:
            output.show(desk, [Paragraph(exhibit_line(desk, exhibit), "    ")])
    return code


def _added(desk: Desk, number: int, path: Path, says: Description) -> Exhibit:
    """Keep one file. Raises `Trouble` of the file, which the others need not suffer for."""

    def work(log: Log) -> Exhibit | Trouble:
        try:
            return caselog.add_evidence(log, desk.settings.home, number, path, says)
        except Trouble as trouble:
            return trouble

    found = with_log(desk, work)
    if isinstance(found, Trouble):
        raise found
    return found


def _refused(desk: Desk, path: Path) -> int:
    warn(desk, desk.word("evidence-identity", name=plain(path.name, "")))
    return 3


def _described(clerk: Answering, case: Case, path: Path, shown: Shown) -> Description:
    """What a file shows and when: from the options, or asked for."""
    desk = clerk.desk
    items = {one.id: one for one in _items(desk, case.topic)}
    names = {name: one.says for name, one in items.items()}
    names[_OTHER] = desk.text("evidence-other")
    questions = (
        question(desk, "item", Asks.CHOICE, options=names),
        question(desk, "shows"),
        question(desk, "dated", Asks.TIME, needed=False),
    )
    values = {"item": shown.item, "shows": shown.shows, "dated": shown.dated}
    known: dict[str, Value] = {
        one.id: given(desk, one, text) for one in questions if (text := values[one.id]) is not None
    }
    if shown.shows is not None:
        known = {"item": Own(_OTHER), "dated": Own(""), **known}
    if not known:
        say(clerk, desk.word("evidence-file", name=plain(path.name, "")), Tone.HEADING)
    answers = ask_all(clerk, questions[:1], known)
    if "shows" not in known and answers["item"] in items:
        _tell_item(clerk, items[answers["item"]])
    answers = ask_all(clerk, questions, answers)
    item = "" if answers["item"] == _OTHER else answers["item"]
    return Description(answers["shows"], answers["dated"], item)


def _tell_item(clerk: Answering, item: Item) -> None:
    """What the file must show, and hide."""
    desk = clerk.desk
    for key, text in (("checklist-shows", item.shows), ("checklist-hides", item.hides)):
        if text:
            say(clerk, desk.word(key, text=desk(text)))


def _items(desk: Desk, topic: str) -> tuple[Item, ...]:
    """The files of the checklist of a topic."""
    lists = {one.id: one for one in desk.content.checklists.lists}
    return lists[topic].files if topic in lists else ()


def show(desk: Desk, number: int, as_data: bool) -> int:
    """The exhibits of a case, and what the checklist names beside them."""

    def work(log: Log) -> tuple[Case, tuple[Exhibit, ...]]:
        return log.case(number), log.exhibits(number)

    case, exhibits = with_log(desk, work)
    missing = [one for one in _items(desk, case.topic) if one.id not in {e.item for e in exhibits}]
    if as_data:
        rows = [exhibit_data(one) for one in exhibits]
        write(as_json({"number": number, "exhibits": rows, "missing": [x.id for x in missing]}))
        return 0
    lines = [exhibit_line(desk, one) for one in exhibits] or [desk.word("exhibits-none")]
    kept = [Paragraph(line, "    ") for line in lines]
    output.show(desk, [*kept, *_missing(desk, missing)])
    return 0


def _missing(desk: Desk, items: Sequence[Item]) -> Iterator[Paragraph]:
    if items:
        yield GAP
        yield heading(desk.word("evidence-missing"))
    for item in items:
        yield Paragraph(f"- {desk(item.says)}", "    ")
        for key, text in (("checklist-shows", item.shows), ("checklist-hides", item.hides)):
            if text:
                yield Paragraph(f"    {desk.word(key, text=desk(text))}", "    ")


def check(desk: Desk, as_data: bool) -> int:
    """Look at every copy, and at the log itself; 3 where something is missing or was changed."""

    def work(log: Log) -> tuple[int, list[Fault]]:
        home, number, found = desk.settings.home, 0, list[Fault]()
        for closed in (False, True):
            for case in log.cases(Wanted(closed=closed)):
                number += len(log.exhibits(case.number))
                found += caselog.faults(log, home, case.number)
        log.check()
        return number, found

    number, found = with_log(desk, work)
    if as_data:
        rows = [{"case": one.number, "id": one.exhibit.id, "fault": one.kind} for one in found]
        write(as_json({"exhibits": number, "faults": rows}))
    for one in () if as_data else found:
        name = one.exhibit.name
        told_of = desk.word(f"check-{one.kind}", number=one.number, id=one.exhibit.id, name=name)
        tell(desk, told_of)
    if not found and not as_data:
        tell(desk, desk.word("check-fine", number=number))
    return 3 if found else 0


def recover(desk: Desk, path: Path) -> int:
    """Take what is readable of a damaged log into the present one; 3 where nothing is."""
    if not path.is_file():
        raise Usage(desk.word("cannot-read", path=path, reason="-"))
    found = with_log(desk, lambda log: caselog.recover(log.connection, path))
    for old, new in found.numbers:
        if old != new:
            tell(desk, desk.word("recovered-as", old=old, new=new))
    if not found.numbers:
        tell(desk, desk.word("recovered-nothing"))
        return 3
    tell(desk, desk.word("recovered", number=len(found.numbers), lost=found.lost))
    return 0
