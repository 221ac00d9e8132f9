"""Whether what the content says rests on facts, and the facts on sources."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bfx_help.content.decode import Place
from bfx_help.content.figures import figures
from bfx_help.content.folder import Folder
from bfx_help.content.sheets import Row, Rows
from bfx_help.model import Basis, Fact, Kind, Source


class CitedText(NamedTuple):
    """Something the content says, where it stands, and the facts it cites."""

    table: str
    row: Row
    place: Place
    value: Any
    facts: tuple[str, ...]


OFFICIAL = frozenset({Basis.OWN_PAGES, Basis.UNDATED_COPY})
"""What is shown as the words of the exchange."""

WANTED = {
    Basis.OWN_PAGES: frozenset({Kind.OFFICIAL, Kind.COPY, Kind.GUIDE}),
    Basis.UNDATED_COPY: frozenset({Kind.OFFICIAL, Kind.COPY, Kind.GUIDE}),
    Basis.SEEN_BY_OTHERS: frozenset(set(Kind) - {Kind.OWN}),
}
"""Of which sources a fact needs at least one, by its basis."""

MONEY = frozenset({"percent", "USD", "EUR", "GBP", "JPY", "CNH", "TRY"})
"""The units of figures that somebody pays or holds."""

PARTS = ("account", "description", "files")  # the guide's three parts of a checklist


def statements(rows: Rows) -> Iterator[CitedText]:
    """Everything that must rest on facts."""
    for table in ("channels", "findings", "official", "faq", "never", "card"):
        for row in rows.get(table, ()):
            yield CitedText(table, row, (), row.value, row.value.facts)
    for row in rows.get("routes", ()):
        value = row.value
        more = tuple(text for text in (value.until, value.answer_by, value.then_by) if text)
        yield CitedText("routes", row, (), value, value.facts + more)
    for row in rows.get("lists", ()):
        for part in PARTS:
            for at, item in enumerate(getattr(row.value, part)):
                yield CitedText("lists", row, (part, at), item, item.facts)


def check(rows: Rows, folder: Folder) -> None:
    """Notes statements without facts, facts without what they need, and what nobody uses."""
    facts = {row.id: row for row in rows.get("facts", ())}
    bases = {id_: row.value.basis for id_, row in facts.items()}
    for said in statements(rows):
        if not any(said.facts):
            said.row.sheet.lack((*said.row.place, *said.place, "facts"), "this rests on no fact")
        _advice(said, bases)
    sources = {row.id: row.value for row in rows.get("sources", ())}
    for row in facts.values():
        _rests(row, [sources[name] for name in row.value.sources if name in sources])
    _checked(rows, facts)
    _addresses(rows)
    _unused(rows, folder)
    for row in rows.get("guide", ()):
        _claims(rows, row.value.claims)


def _advice(said: CitedText, bases: Mapping[str, Basis]) -> None:
    """The first fact carries the statement: where it is our advice, no other makes it official."""
    rests_on = [bases[fact] for fact in getattr(said.value, "rests_on", ()) if fact in bases]
    if rests_on[:1] == [Basis.NOT_PUBLISHED] and set(rests_on) & OFFICIAL:
        says = "the answer is our advice or a search without result: name official facts under also"
        said.row.fault((*said.place, "rests-on"), says)


def _rests(row: Row, cited: Sequence[Source]) -> None:
    """A fact has the sources that its basis needs. What costs money when it is wrong has two
    official ones, or tells to check it."""
    fact: Fact = row.value
    if not fact.sources:
        row.fault(("sources",), "this fact has no source")
    wanted = WANTED.get(fact.basis, frozenset(Kind))
    if cited and not any(source.kind in wanted for source in cited):
        row.fault(
            ("basis",), f"{fact.basis} needs a source of this kind: {', '.join(sorted(wanted))}"
        )
    if (fact.claim is None) != (fact.verdict is None):
        row.fault(("claim",), "claim and verdict belong together")
    units = {figure.partition(" ")[2] for says in fact.says for figure in figures(says)}
    official = sum(source.official for source in cited)
    if fact.basis is Basis.OWN_PAGES and official < 2 and (fact.money or units & MONEY):
        says = "this is about money: two official sources, or the basis undated-copy"
        row.fault(("basis",), says)


def _addresses(rows: Rows) -> None:
    """A reader can open every source that is not our own advice or the guide."""
    for row in rows.get("sources", ()):
        if row.value.kind not in (Kind.OWN, Kind.GUIDE) and not row.value.at:
            row.fault(("id",), "this source needs an address (at)")


def _checked(rows: Rows, facts: Mapping[str, Row]) -> None:
    """An answer that cites an unsure fact about money carries the line that tells to check."""
    for row in rows.get("faq", ()):
        cited = {fact: facts[fact].value for fact in row.value.facts if fact in facts}
        bases = {cited[fact].basis for fact in row.value.rests_on if fact in cited}
        unsure = [
            id_ for id_, fact in cited.items() if fact.money and fact.basis is not Basis.OWN_PAGES
        ]
        if unsure and bases - {Basis.NOT_PUBLISHED} == {Basis.OWN_PAGES}:
            says = f"this needs the line that tells to check: name {unsure[0]} under rests-on"
            row.fault(("rests-on",), says)


def _unused(rows: Rows, folder: Folder) -> None:
    """What is inherited may stay unused; what stands in the folder may not."""
    facts = _cited(rows)
    sources = {name for row in rows.get("facts", ()) for name in row.value.sources}
    for table, used, says in (
        ("facts", facts, "no text cites this fact"),
        ("sources", sources, "no fact cites this source"),
    ):
        for row in rows.get(table, ()):
            if row.id not in used and row.sheet.path in folder.own:
                row.fault(("id",), says)


def _cited(rows: Rows) -> set[str]:
    """The facts that some text or rule cites."""
    cited = {fact for said in statements(rows) for fact in said.facts}
    for row in rows.get("questions", ()):
        cited.update(row.value.facts)
    return cited | {row.value.limit for row in rows.get("derived", ()) if row.value.limit}


def _claims(rows: Rows, claims: tuple[str, ...]) -> None:
    """Each claim has its fact, and each fact is cited somewhere."""
    facts, cited = rows["facts"], _cited(rows)
    for row in facts:
        if row.value.claim and row.value.claim not in claims:
            row.fault(("claim",), "the guide makes no such claim")
    met = {row.value.claim for row in facts if row.id in cited}
    by_claim = {row.value.claim: row for row in facts}
    for claim in claims:
        if claim not in met:
            says = f"the guide's claim {claim} is nowhere met"
            row = by_claim.get(claim, facts[0])
            row.sheet.fault((*row.place, "claim") if claim in by_claim else ("facts",), says)
