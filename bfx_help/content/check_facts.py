"""Whether what the content says rests on facts, and the facts on sources."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from bfx_help.content.decode import Place
from bfx_help.content.folder import Folder
from bfx_help.content.sheets import Row, Rows
from bfx_help.model import Basis, Kind, Text


class CitedText(NamedTuple):
    """Something the content says, where it stands, and the facts it cites."""

    table: str
    row: Row
    place: Place
    value: Any
    facts: tuple[str, ...]


PARTS = ("account", "description", "files")
"""The guide's three parts of a checklist."""


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
    for said in statements(rows):
        if not any(said.facts):
            says = Text("this rests on no fact", "没有依据：未引用任何事实")
            said.row.sheet.lack((*said.row.place, *said.place, "facts"), says)
    for row in facts.values():
        _sources(row, rows)
    _unused(rows, folder)
    for row in rows.get("guide", ()):
        _claims(rows, row.value.claims)


def _sources(row: Row, rows: Rows) -> None:
    sources = {source.id: source.value for source in rows.get("sources", ())}
    cited = [sources[name] for name in row.value.sources if name in sources]
    if not row.value.sources:
        row.fault(("sources",), Text("this fact has no source", "这条事实没有来源"))
    official = any(source.kind in (Kind.OFFICIAL, Kind.COPY, Kind.GUIDE) for source in cited)
    if row.value.basis is Basis.OWN_PAGES and cited and not official:
        says = Text("own-pages needs an official source", "own-pages 需要官方来源 (official)")
        row.fault(("basis",), says)
    if (row.value.claim is None) != (row.value.verdict is None):
        row.fault(("claim",), Text("claim and verdict belong together", "claim 和 verdict 要成对"))


def _unused(rows: Rows, folder: Folder) -> None:
    """What is inherited may stay unused; what stands in the folder may not."""
    facts = _cited(rows)
    sources = {name for row in rows.get("facts", ()) for name in row.value.sources}
    for table, used, says in (
        ("facts", facts, Text("no text cites this fact", "没有内容引用这条事实")),
        ("sources", sources, Text("no fact cites this source", "没有事实引用这个来源")),
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
            says = Text("the guide makes no such claim", "指南里没有这条说法")
            row.fault(("claim",), says)
    met = {row.value.claim for row in facts if row.id in cited}
    by_claim = {row.value.claim: row for row in facts}
    for claim in claims:
        if claim not in met:
            says = Text(f"the guide's claim {claim} is nowhere met", f"指南的说法 {claim} 没有回应")
            row = by_claim.get(claim, facts[0])
            row.sheet.fault((*row.place, "claim") if claim in by_claim else ("facts",), says)
