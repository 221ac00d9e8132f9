"""`checklist`: what to prepare, as a page, as Markdown, as HTML to print and as data; in both
languages at once each line stands below its twin."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Annotated, Any

import typer

from bfx_help.cli import completion
from bfx_help.cli.checklist_page import PARTS, Contexts, for_topic, page, sheet, title
from bfx_help.cli.context import Context
from bfx_help.cli.options import Data, Json, Output, Plain, SheetForm, context_for
from bfx_help.cli.output import (
    GAP,
    Page,
    Paragraph,
    as_json,
    as_lines,
    as_markdown,
    columns,
    data_of,
    deliver,
    show_page,
)
from bfx_help.model import Checklist, Item, Language
from bfx_help.plain import width

TWO_COLUMNS = 99  # with so many cells the items stand in two columns


def command(
    ctx: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", autocompletion=completion.checklists)
    ] = None,
    form: SheetForm = "text",
    json: Json = False,
    output: Output = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|zh|zh-Hant|both")] = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """What to prepare, in general or for a topic. Raises `UsageProblem` for an unknown topic."""
    both = lang == "both"
    context = context_for(ctx, None if both else lang, data, plain)
    made = _checklist(context, topic, "json" if json else form, both)
    if output is None:
        show_page(context, made)
    else:
        raise typer.Exit(deliver(context, made, output))


def _checklist(context: Context, topic: str | None, form: str, both: bool) -> Page:
    lists = {item.id: item for item in context.content.checklists.lists}
    topic = context.known_id(topic, lists)
    chosen = for_topic(context, topic)
    languages = (Language.EN, context.second) if both else (context.language,)
    contexts = [context.speaking(language) for language in languages]
    if form == "json":
        return as_json(_data(context, chosen))
    if form == "html":
        from bfx_help.cli.page_html import as_html

        return as_html(sheet(contexts, chosen), languages, title(contexts, chosen, " / "))
    if form == "markdown":
        return as_markdown(page(contexts, chosen))
    return _text(contexts, chosen)


def _text(contexts: Contexts, checklist: Checklist) -> Iterator[Paragraph]:
    """The page, in two columns where there is room."""
    if columns() < TWO_COLUMNS or len(contexts) > 1:
        yield from page(contexts, checklist)
        return
    items: list[Paragraph] = []
    for paragraph in (*page(contexts, checklist), GAP):
        if paragraph.mark:
            items.append(paragraph)
        else:
            yield from _side_by_side(items)
            items.clear()
            yield paragraph


def _side_by_side(items: Sequence[Paragraph]) -> Iterator[Paragraph]:
    broad = (columns() - 2) // 2
    blocks = [as_lines(item, broad) for item in items]
    half = (sum(map(len, blocks)) + 1) // 2
    left: list[str] = []
    right: list[str] = []
    for block in blocks:
        (left if len(left) < half else right).extend(block)
    for first, second in zip_longest(left, right, fillvalue=""):
        gap = " " * (broad + 2 - width(first)) if second else ""
        yield Paragraph(f"{first}{gap}{second}", verbatim=True)


def _data(context: Context, checklist: Checklist) -> dict[str, Any]:
    lists = {part: getattr(checklist, part) for part in PARTS}
    lists["never"] = context.content.checklists.never
    return {
        **data_of(checklist, context.languages, "id", "name"),
        **{part: [_item_data(context, item) for item in items] for part, items in lists.items()},
    }


def _item_data(context: Context, item: Item) -> dict[str, Any]:
    data = data_of(item, context.languages, "id", "says", "shows", "hides", "facts")
    return {**data, "basis": context.content.basis(item.rests_on)}
