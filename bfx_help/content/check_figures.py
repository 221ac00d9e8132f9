"""Checks texts: every figure, link and name stands in a cited fact, and in each language."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from bfx_help.content.check_facts import statements
from bfx_help.content.decode import Place, key_of
from bfx_help.content.faults import shown
from bfx_help.content.figures import figures, mentions
from bfx_help.content.sheets import Row, Rows
from bfx_help.content.tables import bare, hints
from bfx_help.model import Entry, Fact, Text, answers_of, parts, placeholders

_EXAMPLE = re.compile(r"(?:for example|例如|比如).*", re.IGNORECASE | re.DOTALL)
"""An example in a question states nothing."""

COMPUTED = frozenset({"until", "by", "then-by", "now"})
"""Names that stand for times the program works out: `until` a fact's time has passed, the next
step `by` when, and the one after it `then-by` when."""


Find = Callable[[str], Collection[str]]


class Held(NamedTuple):
    """What a fact allows the texts that cite it to state."""

    figures: frozenset[str]
    mentions: frozenset[str]


def texts(value: Any, place: Place = ()) -> Iterator[tuple[Place, Text]]:
    """Every text inside a record, with its place. What people may type is none."""
    inside: Iterable[tuple[str | int, Any]]
    if isinstance(value, Text):
        yield place, value
        return
    if hasattr(value, "_fields"):
        inside = ((key, value[at]) for at, key in _text_fields(value.__class__))
    elif isinstance(value, tuple):
        inside = enumerate(value)
    elif isinstance(value, Mapping):
        inside = value.items()
    else:
        return
    for key, part in inside:
        if part:
            yield from texts(part, (*place, key))


def texts_in(rows: Rows, *tables: str) -> Iterator[tuple[Row, Place, Text]]:
    """Every text of these tables, or of all, with its row and its place there."""
    for table in tables or rows:
        for row in rows.get(table, ()):
            yield from ((row, place, text) for place, text in texts(row.value))


@cache
def _text_fields(record: type) -> tuple[tuple[int, str], ...]:
    """The places and keys of the fields in which texts can stand: most hold none."""
    fields = enumerate(hints(record).items())
    return tuple((at, key_of(name)) for at, (name, kind) in fields if _may_hold(kind))


def _may_hold(kind: Any) -> bool:
    """Whether texts can stand in a value of this type."""
    if hasattr(kind, "_fields"):
        return bool(_text_fields(kind))
    return kind is Text or any(_may_hold(bare(inner)) for inner in get_args(kind))


def check(rows: Rows) -> None:
    """Notes texts that differ between the languages, or state what no cited fact holds."""
    for row, place, text in texts_in(rows):
        for difference in _differences(*text):
            row.sheet.lack(row.place + place, difference)
    held = {row.id: _held(row.value) for row in rows.get("facts", ())}
    for said in statements(rows):
        if not held.keys() >= {*said.facts} or (said.row.sheet.lenient and not said.facts):
            continue  # told already: a fact is missing, or a foreign FAQ has none
        value, allowed = said.value, _together(held, said.facts)
        if isinstance(value, Entry):  # what people ask may hold any figure
            value = value._replace(question=Text("", ""))
        for place, text in texts(value, said.place):
            _holds(said.row, place, text, allowed)
    for row, place, text in texts_in(rows, "questions"):
        stated = text.map(lambda said: _EXAMPLE.sub("", said))
        _holds(row, place, stated, _together(held, row.value.facts))
    _addresses(rows, held)
    _own_words(rows, held)
    _placeholders(rows)


@lru_cache(20_000)
def _differences(english: str, *others: str) -> tuple[str, ...]:
    """In what the languages of a text differ. Most folders take their words from the shipped one,
    whose texts are compared once."""
    found = []
    for what, find in (
        ("placeholders", placeholders),
        ("optional parts", parts),
        ("figures", figures),
        ("links, addresses or handles", mentions),
    ):
        alone = {name for said in others for name in {*find(english)} ^ {*find(said)}}
        if alone:
            listed = shown(", ".join(sorted(alone)))
            found.append(f"the languages differ in {what}: {listed}")
    return tuple(found)


def _held(fact: Fact) -> Held:
    """What the fact itself says, and what it lists beside that."""
    said = (fact.says.en, fact.says.zh)
    listed = (*fact.links, *fact.names)
    named = frozenset(name.lower().removeprefix("@") for name in fact.names)
    return Held(
        _all(figures, (*said, *fact.figures)) | frozenset(fact.figures),
        _all(mentions, (*said, *listed)) | {f"@{name}" for name in named},
    )


def _all(find: Find, said: Iterable[str]) -> frozenset[str]:
    return frozenset(name for text in said for name in find(text))


def _together(held: Mapping[str, Held], facts: Iterable[str]) -> Held:
    """What these facts allow together."""
    several = [held[fact] for fact in facts if fact in held]
    figures_, mentions_ = zip(*several, strict=True) if several else ((), ())
    return Held(frozenset().union(*figures_), frozenset().union(*mentions_))


def _holds(row: Row, place: Place, text: Text, held: Held) -> None:
    for inside, match in _found(text, figures):
        if match not in held.figures:
            _unheld(row, (*place, inside), match)
    for inside, match in _found(text, mentions):
        if not _is_known(match, held.mentions):
            _unheld(row, (*place, inside), match)


def _found(text: Text, find: Find) -> Iterator[tuple[str, str]]:
    """What is found in a text, each once, with the language in which it stands first."""
    first: dict[str, str] = {}
    for tag, said in text.all.items():
        for match in find(said):
            first.setdefault(match, tag)
    for match in sorted(first):
        yield first[match], match


def _unheld(row: Row, place: Place, what: str) -> None:
    row.fault(place, f"no cited fact holds {shown(what)}")


def _addresses(rows: Rows, held: Mapping[str, Held]) -> None:
    """Links and addresses that stand outside of texts."""
    for table, field in (("channels", "address"), ("faq", "links"), ("official", "contact")):
        for row in rows.get(table, ()):
            facts = [held[fact] for fact in row.value.facts if fact in held]
            names = frozenset(name for fact in facts for name in fact.mentions)
            for place, address in _strings(getattr(row.value, field), (field,)):
                found = mentions(address) or {f"@{address.lower().removeprefix('@')}"}
                for match in sorted(found if facts else ()):
                    if not _is_known(match, names):
                        _unheld(row, place, match)


def _is_known(mention: str, names: frozenset[str]) -> bool:
    """The host of a known page is known too, and the name at the end of a known profile."""
    return mention in names or any(
        name.startswith(mention + "/") or name.endswith("/" + mention.removeprefix("@"))
        for name in names
    )


def _strings(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif value is not None:
        for at, part in enumerate(value):
            yield (*place, at), part


def _own_words(rows: Rows, held: Mapping[str, Held]) -> None:
    """The program's own words cite nothing; an address in them must stand in some fact."""
    known = frozenset(name for fact in held.values() for name in fact.mentions)
    for row, place, text in texts_in(rows, "interface", "frame", "elsewhere"):
        for inside, match in _found(text, mentions):
            if match not in known:
                _unheld(row, (*place, inside), match)


def _placeholders(rows: Rows) -> None:
    """A placeholder in a request or reason must be an answer, or a time that is worked out."""
    names = {row.id for table in ("questions", "derived") for row in rows.get(table, ())}
    names |= COMPUTED
    filled = ("questions", "routes", "findings", "situations", "wants", "lines", "texts")
    for row, place, text in texts_in(rows, *filled):
        for inside, name in _found(text, placeholders):
            if not {*answers_of(name)} <= names:
                row.fault((*place, inside), f"nothing provides ${name}")
