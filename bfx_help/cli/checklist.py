"""The checklist: what to prepare, as a page, as Markdown and as data; in both languages at once
each line stands below its twin. (The page to print is made by `printout`.)"""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from bfx_help.cli.context import Context
from bfx_help.cli.output import (
    GAP,
    Page,
    Paragraph,
    as_json,
    as_lines,
    as_markdown,
    columns,
)
from bfx_help.model import Checklist, Item, Language, Text, Tone
from bfx_help.plain import width

PARTS = ("account", "description", "files")
"""The three parts of every checklist."""

TWO_COLUMNS = 99
"""With so many cells the items stand in two columns."""

BOX, CROSS = "- [ ]", "x"

Contexts = Sequence[Context]
"""The context of each language that the sheet is written in."""

Says = Callable[[Context], str]


def checklist(context: Context, topic: str | None, form: str, both: bool) -> Page:
    """What to prepare, in general or for a topic. Raises `UsageProblem` for an unknown topic."""
    lists = {item.id: item for item in context.content.checklists.lists}
    topic = context.id_of(topic, lists) if topic else None
    if topic is not None and topic not in lists:
        raise context.unknown(topic, lists, "no-topic")
    chosen = for_topic(context, topic)
    contexts = [context.speaking(language) for language in Language] if both else [context]
    if form == "json":
        return as_json(_data(context, chosen))
    if form == "html":
        from bfx_help.cli.printout import page

        return page(contexts, chosen)
    if form == "markdown":
        return as_markdown(_page(contexts, chosen))
    return _text(contexts, chosen)


def for_topic(context: Context, topic: str | None) -> Checklist:
    """The checklist of a topic, with what is asked for in every request and the topic's own list
    does not say already; the one for every request without a topic."""
    roles = context.content.roles
    lists = {item.id: item for item in context.content.checklists.lists}
    general = lists[roles.general_checklist]
    if topic in (None, general.id):
        return general
    own = lists[topic]
    if topic == roles.general_topic:
        return own
    return own._replace(
        account=_together(own.account, general.account),
        description=_together(own.description, general.description),
        files=_together(own.files, general.files),
    )


def _together(own: tuple[Item, ...], general: tuple[Item, ...]) -> tuple[Item, ...]:
    """The topic's items, and those of the general ones that rest on other facts."""
    held = {fact for item in own for fact in item.rests_on}
    return (*own, *(item for item in general if held.isdisjoint(item.rests_on)))


def named(key: str) -> Says:
    """A text of the interface."""
    return lambda context: context.word(key)


def as_said(text: Text) -> Says:
    """A text of the content."""
    return lambda context: context(text)


def title(checklist: Checklist) -> Says:
    """What stands above a checklist."""
    return lambda context: context.word("checklist-title", name=context(checklist.name))


def note(item: Item) -> Says | None:
    """What a screenshot must show and must hide."""
    texts = [(f"checklist-{key}", text) for key, text in _shown(item) if text]
    if not texts:
        return None
    between = Text("; ", "；")
    return lambda context: context(between).join(
        context.word(key, text=context(text)) for key, text in texts
    )


def _shown(item: Item) -> tuple[tuple[str, Text | None], ...]:
    return (("shows", item.shows), ("hides", item.hides))


def facts_of(checklist: Checklist) -> tuple[str, ...]:
    """The facts that the list rests on."""
    return tuple(fact for part in PARTS for item in getattr(checklist, part) for fact in item.facts)


def sections(context: Context, checklist: Checklist) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The parts that have something in them, with the keys of their headings; last what is never
    to be sent."""
    for part in PARTS:
        if getattr(checklist, part):
            yield f"checklist-{part}", getattr(checklist, part)
    yield "checklist-never", context.content.checklists.never


def _page(contexts: Contexts, checklist: Checklist) -> Iterator[Paragraph]:
    """The page, each text in all its languages."""

    def said(says: Says) -> str:
        return "\n".join(says(context) for context in contexts)

    yield Paragraph(said(title(checklist)), tone=Tone.HEADING)
    for key, items in sections(contexts[0], checklist):
        never = key == "checklist-never"
        yield from (GAP, Paragraph(said(named(key)), tone=Tone.WARNING if never else Tone.HEADING))
        for item in items:
            note_ = note(item)
            text = said(as_said(item.says)) + (f"\n{said(note_)}" if note_ else "")
            yield Paragraph(text, mark=CROSS if never else BOX)
    if basis := said(lambda context: context.basis(facts_of(checklist))).strip():
        yield from (GAP, Paragraph(basis, tone=Tone.QUIET))


def _text(contexts: Contexts, checklist: Checklist) -> Iterator[Paragraph]:
    """The page, in two columns where there is room."""
    if columns() < TWO_COLUMNS or len(contexts) > 1:
        yield from _page(contexts, checklist)
        return
    items: list[Paragraph] = []
    for paragraph in (*_page(contexts, checklist), GAP):
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
    return {
        "id": checklist.id,
        "name": checklist.name._asdict(),
        **{
            part: [_item_data(context, item) for item in getattr(checklist, part)] for part in PARTS
        },
        "never": [_item_data(context, item) for item in context.content.checklists.never],
    }


def _item_data(context: Context, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "says": item.says._asdict(),
        "shows": item.shows._asdict() if item.shows else None,
        "hides": item.hides._asdict() if item.hides else None,
        "facts": list(item.facts),
        "basis": context.content.basis(item.rests_on),
    }
