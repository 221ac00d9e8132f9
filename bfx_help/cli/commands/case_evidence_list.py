"""`case evidence list`: the exhibits of a case, and what the checklist names beside them."""

from collections.abc import Iterator, Sequence

from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_words import exhibit_data, exhibit_line, one_line
from bfx_help.cli.checklist_page import notes_of
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, Number, as_command
from bfx_help.cli.output import GAP, Page, Paragraph, as_json, heading
from bfx_help.model import Item


@as_command
def command(context: Context, number: Number, json: Json = False) -> Page:
    """Show the exhibits of a case, and what is still missing."""
    case, exhibits = with_log(context, lambda log: (log.case(number), log.exhibits(number)))
    missing = [
        item for item in files_of(context, case.topic) if item.id not in {e.item for e in exhibits}
    ]
    if json:
        rows = [exhibit_data(exhibit) for exhibit in exhibits]
        return as_json({"number": number, "exhibits": rows, "missing": [x.id for x in missing]})
    lines = [one_line(exhibit_line(context, exhibit)) for exhibit in exhibits] or [
        context.word("exhibits-none")
    ]
    listed = [Paragraph(line, "    ") for line in lines]
    return [*listed, *_missing(context, missing)]


def _missing(context: Context, items: Sequence[Item]) -> Iterator[Paragraph]:
    if items:
        yield GAP
        yield heading(context.word("evidence-missing"))
    for item in items:
        yield Paragraph(f"- {context(item.says)}", "    ")
        yield from (Paragraph(f"    {line}", "    ") for line in notes_of(context, item))


def files_of(context: Context, topic: str) -> tuple[Item, ...]:
    """The files of the checklist of a topic."""
    lists = {checklist.id: checklist for checklist in context.content.checklists.lists}
    return lists[topic].files if topic in lists else ()
