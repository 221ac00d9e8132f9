"""The checklist as a page, and as a sheet to print, each language below the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from bfx_help.cli.context import Context
from bfx_help.cli.output import GAP, Paragraph, heading, quiet
from bfx_help.cli.page_html import BLANK, BOX, CROSS
from bfx_help.model import Checklist, Existence, Item, Known, Status, Text, Tone

PARTS = ("account", "description", "files")  # the three parts of every checklist
Contexts = Sequence[Context]  # the context of each language that the page is written in


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
    account, description, files = (tuple(_together(own, general, part)) for part in PARTS)
    return own._replace(account=account, description=description, files=files)


def _together(own: Checklist, general: Checklist, part: str) -> Iterator[Item]:
    """The topic's items, and those of the general ones that rest on other facts."""
    held = {fact for item in getattr(own, part) for fact in item.rests_on}
    yield from getattr(own, part)
    yield from (item for item in getattr(general, part) if held.isdisjoint(item.rests_on))


def page(contexts: Contexts, checklist: Checklist) -> Iterator[Paragraph]:
    """What to prepare; last what is never to be sent."""
    yield heading(title(contexts, checklist))
    for part in PARTS:
        if items := getattr(checklist, part):
            yield from (GAP, heading(_word(contexts, f"checklist-{part}")))
            yield from _items(contexts, items, BOX)
    yield from (GAP, Paragraph(_word(contexts, "checklist-never"), tone=Tone.WARNING))
    yield from _items(contexts, contexts[0].content.checklists.never, CROSS)
    facts = [fact for part in PARTS for item in getattr(checklist, part) for fact in item.facts]
    if basis := _basis(contexts, facts):
        yield from (GAP, quiet(basis))


def sheet(contexts: Contexts, checklist: Checklist) -> Iterator[Paragraph]:
    """The page for a printer, with what is on no other paper when it is needed."""
    yield quiet(_word(contexts, "printout-about"))
    yield heading(_word(contexts, "printout-card"))
    card = card_items(contexts[0], None)
    yield from _items(contexts, card, "1.")
    yield Paragraph(_word(contexts, "printout-sos"))
    yield Paragraph(_word(contexts, "card-nobody"), tone=Tone.STRONG)
    yield quiet(_basis(contexts, [fact for item in card for fact in item.facts]))
    if addresses := [*_addresses(contexts)]:
        yield from (heading(_word(contexts, "printout-addresses")), *addresses)
    yield heading(_word(contexts, "printout-lines"))
    roles, questions = contexts[0].content.roles.questions, contexts[0].content.questionnaire.by_id
    for name in (roles.name, roles.email, roles.ticket):
        if name in questions:
            yield Paragraph(_text(contexts, questions[name].label), mark=BLANK)
    yield from page(contexts, checklist)


def card_items(context: Context, known: Known | None) -> tuple[Item, ...]:
    """What to do this minute, by what is known; without that, in the emergency that `!` opens."""
    roles = context.content.roles
    unsaid = Known({roles.questions.situation: roles.emergency.situation}, frozenset())
    card = context.content.checklists.card
    return tuple(item for item in card if (known or unsaid).holds(item.when))


def title(contexts: Contexts, checklist: Checklist, between: str = "\n") -> str:
    """What stands above a checklist."""
    names = (context.word("checklist-title", name=context(checklist.name)) for context in contexts)
    return between.join(names)


def _said(contexts: Contexts, says: Callable[[Context], str]) -> str:
    return "\n".join(map(says, contexts))


def _word(contexts: Contexts, key: str) -> str:
    return _said(contexts, lambda context: context.word(key))


def _text(contexts: Contexts, text: Text) -> str:
    return _said(contexts, lambda context: context(text))


def _basis(contexts: Contexts, facts: Sequence[str]) -> str:
    return _said(contexts, lambda context: context.basis(facts)).strip()


def _items(contexts: Contexts, items: Iterable[Item], mark: str) -> Iterator[Paragraph]:
    for item in items:
        notes = (context.row("checklist-notes", notes_of(context, item)) for context in contexts)
        yield Paragraph("\n".join([_text(contexts, item.says), *notes]).rstrip(), mark=mark)


def notes_of(context: Context, item: Item) -> Iterator[str]:
    """What a screenshot must show, and hide."""
    for key, text in (("checklist-shows", item.shows), ("checklist-hides", item.hides)):
        if text:
            yield context.word(key, text=context(text))


def _addresses(contexts: Contexts) -> Iterator[Paragraph]:
    """Where support is written to: the exchange itself, then its channels by their addresses."""
    content = contexts[0].content
    places = {address: [contexts[0].text("printout-exchange")] for address in _sites(contexts[0])}
    for channel in content.channels.values():
        hidden = channel.public or channel.own or channel.existence is not Existence.EXISTS
        if channel.address and not hidden:
            places.setdefault(channel.address, []).append(channel.name)
    for address, names in places.items():
        said = "\n".join(context.listed(context(name) for name in names) for context in contexts)
        yield Paragraph(said, mark=address)


def _sites(context: Context) -> list[str]:
    """The address of the exchange itself: the main site of the domain that names its owner."""
    official = [
        item for item in context.content.official.values() if item.status is Status.OFFICIAL
    ]
    owners = {f"www.{item.contact}" for item in official if item.names}
    return [f"https://{item.contact}" for item in official if item.contact in owners]
