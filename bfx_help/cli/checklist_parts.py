"""What a checklist says: its parts, items, notes and facts, for every form of the page."""

from collections.abc import Callable, Iterator, Sequence

from bfx_help.cli.context import Context
from bfx_help.model import Checklist, Item, Text

PARTS = ("account", "description", "files")
"""The three parts of every checklist."""

Contexts = Sequence[Context]
"""The context of each language that the sheet is written in."""

Says = Callable[[Context], str]


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
    return lambda context: context.row(
        "checklist-notes", (context.word(key, text=context(text)) for key, text in texts)
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
