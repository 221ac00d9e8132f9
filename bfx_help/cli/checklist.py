"""The checklist: what to prepare, as text, as Markdown and as data; in both languages at once each
line stands below its twin. (The page to print is made by `printout`.)"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import GAP, Page, Paragraph, as_json
from bfx_help.model import Checklist, Item, Language, Text, Tone
from bfx_help.request.formats import literal

PARTS = ("account", "description", "files")
"""The three parts of every checklist."""

Desks = Sequence[Desk]
"""The desk of each language that the sheet is written in."""

Says = Callable[[Desk], str]


def checklist(desk: Desk, topic: str | None, form: str, both: bool) -> Page:
    """What to prepare, in general and for a topic. Raises `Usage` for an unknown topic."""
    lists = {one.id: one for one in desk.content.checklists.lists}
    if topic is not None and topic not in lists:
        raise desk.unknown(topic, lists, "no-topic")
    chosen = [lists["general"]] + ([lists[topic]] if topic and topic != "general" else [])
    desks = [desk.speaking(one) for one in Language] if both else [desk]
    if form == "json":
        return as_json(_data(desk, chosen))
    if form == "html":
        from bfx_help.cli.printout import page

        return page(desks, chosen)
    return "\n".join(_markdown(desks, chosen)) if form == "markdown" else _text(desks, chosen)


def named(key: str) -> Says:
    """A text of the interface."""
    return lambda desk: desk.word(key)


def told(text: Text) -> Says:
    """A text of the content."""
    return lambda desk: desk(text)


def title(one: Checklist) -> Says:
    """What stands above a checklist."""
    return lambda desk: desk.word("checklist-title", name=desk(one.name))


def notes(item: Item) -> Iterator[Says]:
    """What a screenshot must show and must hide."""
    for key, text in (("shows", item.shows), ("hides", item.hides)):
        if text:
            yield _note(f"checklist-{key}", text)


def _note(key: str, text: Text) -> Says:
    return lambda desk: desk.word(key, text=desk(text))


def facts_of(lists: Sequence[Checklist]) -> tuple[str, ...]:
    """The facts that the lists rest on."""
    items = (item for one in lists for part in PARTS for item in getattr(one, part))
    return tuple(fact for item in items for fact in item.facts)


def _text(desks: Desks, lists: Sequence[Checklist]) -> Iterator[Paragraph]:
    def said(says: Says, tone: Tone) -> Iterator[Paragraph]:
        yield from (Paragraph(says(desk), tone=tone) for desk in desks)

    def listed(says: Says, first: str, more: str) -> Iterator[Paragraph]:
        for at, desk in enumerate(desks):
            yield Paragraph(f"{more if at else first}{says(desk)}", more)

    for one in lists:
        yield from (*said(title(one), Tone.HEADING), GAP)
        for part in PARTS:
            yield from said(named(f"checklist-{part}"), Tone.HEADING)
            for item in getattr(one, part):
                yield from listed(told(item.says), "- [ ] ", " " * 6)
                for note in notes(item):
                    yield from listed(note, " " * 6, " " * 6)
            yield GAP
    yield from said(named("checklist-never"), Tone.WARNING)
    for item in desks[0].content.checklists.never:
        yield from listed(told(item.says), "  x ", "    ")
    yield from (GAP, *said(lambda desk: desk.basis(facts_of(lists)), Tone.QUIET))


def _markdown(desks: Desks, lists: Sequence[Checklist]) -> Iterator[str]:
    """An item is one line, however long: a break inside would be a gap in the Chinese."""

    def line(says: Says) -> str:
        return " / ".join(literal(says(desk)) for desk in desks)

    for one in lists:
        yield from (f"## {line(title(one))}", "")
        for part in PARTS:
            yield f"### {line(named(f'checklist-{part}'))}"
            yield ""
            for item in getattr(one, part):
                yield f"- [ ] {line(told(item.says))}"
                yield from (f"  - {line(note)}" for note in notes(item))
            yield ""
    yield from (f"## {line(named('checklist-never'))}", "")
    for item in desks[0].content.checklists.never:
        yield f"- {line(told(item.says))}"
    yield from ("", line(lambda desk: desk.basis(facts_of(lists))))


def _data(desk: Desk, lists: Sequence[Checklist]) -> dict[str, Any]:
    return {
        "lists": [
            {
                "id": one.id,
                "name": one.name._asdict(),
                **{part: [_item_data(desk, item) for item in getattr(one, part)] for part in PARTS},
            }
            for one in lists
        ],
        "never": [_item_data(desk, item) for item in desk.content.checklists.never],
    }


def _item_data(desk: Desk, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "says": item.says._asdict(),
        "shows": item.shows._asdict() if item.shows else None,
        "hides": item.hides._asdict() if item.hides else None,
        "facts": list(item.facts),
        "basis": desk.content.basis(item.rests_on),
    }
