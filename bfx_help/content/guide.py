"""What became of the claims of the guide this program starts from, and which facts grow old."""

from collections.abc import Iterator
from datetime import date

from bfx_help.content.content import Content
from bfx_help.model import Claim, Item, Kind


def claims(content: Content) -> Iterator[tuple[str, Claim, tuple[str, ...]]]:
    """Every claim of the guide in its order, with the verdict on it, and where a user meets it
    (`faq:contact-hours`)."""
    cited = tuple(_cited(content))
    for claim in content.claims:
        facts = [fact for fact in content.facts.values() if fact.claim == claim]
        verdicts = [fact.verdict for fact in facts if fact.verdict]
        ids = {fact.id for fact in facts}
        if verdicts:
            places = dict.fromkeys(place for place, names in cited if ids.intersection(names))
            yield claim, verdicts[-1], tuple(places)


def _cited(content: Content) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything a user can meet, by name, with the facts it cites."""
    for kind, records in (
        ("faq", content.faq.values()),
        ("channel", content.channels.values()),
        ("question", content.questionnaire.questions),
        ("route", content.routes.routes),
        ("finding", content.routes.findings),
        ("verify", content.official.values()),
    ):
        for record in records:
            yield f"{kind}:{record.id}", record.facts
    for checklist in content.checklists.lists:
        yield from _items(checklist.id, checklist.account + checklist.description + checklist.files)
    yield from _items("never", content.checklists.never)
    yield from _items("card", content.checklists.card)


def _items(name: str, items: tuple[Item, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for item in items:
        yield f"checklist:{name}", item.facts


def stale(content: Content, days: int, today: date) -> tuple[tuple[str, str | None], ...]:
    """The facts that nobody looked at for more than so many days, with the last day, those of
    longest ago first. What the program itself decided needs no looking at."""
    own = {source.id for source in content.sources.values() if source.kind is Kind.OWN}
    facts = (fact for fact in content.facts.values() if not own.issuperset(fact.sources))
    found = ((fact.id, content.read(fact.id)) for fact in facts)
    old = (item for item in found if _age(item[1], today) > days)
    return tuple(sorted(old, key=lambda item: item[1] or ""))


def _age(read: str | None, today: date) -> float:
    return (today - date.fromisoformat(read)).days if read else float("inf")
