"""The tables of the content: what each file holds, and the types of the records in it."""

import types
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints

from bfx_help import model


def bare(kind: Any) -> Any:
    """The type without `| None` and without its new name."""
    if get_origin(kind) in (types.UnionType, Union):
        return bare(next(arm for arm in get_args(kind) if arm is not types.NoneType))
    return bare(kind.__supertype__) if isinstance(kind, NewType) else kind


@cache
def hints(record: type) -> dict[str, Any]:
    """The fields of a record with their types."""
    return {name: bare(kind) for name, kind in get_type_hints(record).items()}


class Facts(NamedTuple):
    """What a file of facts holds."""

    sources: tuple[model.Source, ...] = ()
    facts: tuple[model.Fact, ...] = ()


class Questions(NamedTuple):
    """What a file of questions holds."""

    questions: tuple[model.Question, ...] = ()
    derived: tuple[model.Derived, ...] = ()
    networks: tuple[model.Option, ...] = ()


class Rules(NamedTuple):
    """What a file of routes holds."""

    routes: tuple[model.Route, ...] = ()
    findings: tuple[model.Finding, ...] = ()


class EmergencyFile(NamedTuple):
    """The routes that come before all others, and what to do this minute."""

    routes: tuple[model.Route, ...] = ()
    card: tuple[model.Item, ...] = ()


class Guide(NamedTuple):
    """What the file of the guide's claims holds."""

    claims: tuple[str, ...]


class Situations(NamedTuple):
    """What a file of situations holds."""

    situations: tuple[model.Situation, ...] = ()


class LetterParts(NamedTuple):
    """What a file of letters holds."""

    wants: tuple[model.Want, ...] = ()
    lines: tuple[model.Statement, ...] = ()
    texts: tuple[model.OtherText, ...] = ()
    frame: Mapping[str, model.Text] = MappingProxyType({})


class Lists(NamedTuple):
    """What a file of checklists holds."""

    lists: tuple[model.Checklist, ...] = ()
    never: tuple[model.Item, ...] = ()


KINDS: Mapping[str, Any] = {
    "languages": tuple[model.ContentLanguage, ...],
    "facts": Facts,
    "channels": tuple[model.Channel, ...],
    "official": tuple[model.Official, ...],
    "topics": tuple[model.Topic, ...],
    "questions": Questions,
    "emergency": EmergencyFile,
    "routes": Rules,
    "situations": Situations,
    "letter": LetterParts,
    "checklist": Lists,
    "faq": tuple[model.Entry, ...],
    "elsewhere": tuple[model.Elsewhere, ...],
    "roles": model.Roles,
    "escalation": model.Escalation,
    "guide": Guide,
    "concepts": tuple[model.Concept, ...],
    "signs": tuple[model.Sign, ...],
    "company": Mapping[str, str],
    "demands": model.DemandWords,
    "glossary": tuple[model.GlossaryTerm, ...],
    "interface": Mapping[str, model.Text],
}
"""What each kind of file holds: one list or mapping, or a record whose fields are those."""

SINGLE = frozenset({"roles", "escalation", "guide"})  # kinds of files that hold one record

LAYOUT = (
    ("languages.yaml", "languages"),
    ("facts/*.yaml", "facts"),
    ("channels*.yaml", "channels"),
    ("official.yaml", "official"),
    ("shared/topics.yaml", "topics"),
    ("shared/opening.yaml", "questions"),
    ("topics/*/questions*.yaml", "questions"),
    ("shared/closing.yaml", "questions"),
    ("shared/emergency.yaml", "emergency"),
    ("topics/*/routes*.yaml", "routes"),
    ("shared/routes.yaml", "routes"),
    ("topics/*/situations*.yaml", "situations"),
    ("topics/*/letter*.yaml", "letter"),
    ("shared/letter.yaml", "letter"),
    ("shared/checklist.yaml", "checklist"),
    ("topics/*/checklist.yaml", "checklist"),
    ("topics/*/faq*.yaml", "faq"),
    ("faq/*.yaml", "faq"),
    ("elsewhere.yaml", "elsewhere"),
    ("elsewhere/*.yaml", "elsewhere"),
    ("roles.yaml", "roles"),
    ("escalation.yaml", "escalation"),
    ("guide.yaml", "guide"),
    ("language/*/*.yaml", "concepts"),
    ("shared/signs.yaml", "signs"),
    ("shared/glossary.yaml", "glossary"),
    ("language/company.yaml", "company"),
    ("language/demands*.yaml", "demands"),
    ("language/examples.*.yaml", "demands"),
    ("interface/*.yaml", "interface"),
)
"""Where the files of each kind lie, in the order in which their records count."""


def _tables() -> Iterator[tuple[str, str, Any]]:
    for file, kind in KINDS.items():
        if file in SINGLE:
            yield file, file, (kind, ...)
            continue
        if get_origin(kind) is None:
            for name, inner in hints(kind).items():
                yield name, file, get_args(inner)
        else:
            yield file, file, get_args(kind)


TABLES: Mapping[str, Any] = {
    name: kinds[1] if kinds[1] is not ... else kinds[0] for name, _, kinds in _tables()
}
"""The type of the records in every list and mapping of the content, by its name."""


def kinds_of(table: str) -> tuple[str, ...]:
    """The kinds of files that a table stands in."""
    return tuple(kind for name, kind, _ in _tables() if name == table)
