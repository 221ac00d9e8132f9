"""What became of the claims of the guide this program starts from, and which facts grow old."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bfx_help.content.content import Content
from bfx_help.model import Claim, Fact, Item, Kind


class Met(NamedTuple):
    """A claim of the guide: the verdict on it, and where a user meets it (`faq:contact-hours`)."""

    claim: str
    verdict: Claim
    places: tuple[str, ...]


class Stale(NamedTuple):
    """A fact that was not looked at for long; `read` is the last day, `None` where never."""

    fact: Fact
    read: str | None


def claims(content: Content) -> tuple[Met, ...]:
    """Every claim of the guide in its order."""
    cited = tuple(_cited(content))
    order = content.claims
    found = [fact for fact in content.facts.values() if fact.claim and fact.verdict]
    verdicts = {fact.claim: fact.verdict for fact in found if fact.claim and fact.verdict}
    return tuple(
        Met(
            claim,
            verdict,
            tuple(
                dict.fromkeys(
                    place
                    for place, facts in cited
                    for fact in found
                    if fact.claim == claim and fact.id in facts
                )
            ),
        )
        for claim, verdict in sorted(verdicts.items(), key=lambda item: order.index(item[0]))
    )


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


def stale(content: Content, days: int, today: date) -> tuple[Stale, ...]:
    """The facts that nobody looked at for more than so many days, those of longest ago first.

    What the program itself decided needs no looking at.
    """
    own = {source.id for source in content.sources.values() if source.kind is Kind.OWN}
    found = [
        Stale(fact, content.read(fact.id))
        for fact in content.facts.values()
        if not own.issuperset(fact.sources)
    ]
    old = [fact for fact in found if _age(fact.read, today) > days]
    return tuple(sorted(old, key=lambda fact: fact.read or ""))


def _age(read: str | None, today: date) -> float:
    return (today - date.fromisoformat(read)).days if read else float("inf")
