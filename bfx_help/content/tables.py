"""The tables of the content: what each file holds, and the types of the records in it."""

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints

from bfx_help.model import (
    Channel,
    Checklists,
    DemandWords,
    Elsewhere,
    Entry,
    Fact,
    Official,
    Questionnaire,
    Requests,
    Routes,
    Source,
    Text,
    Topic,
)


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
    """What `facts.yaml` holds."""

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]


FILES: Mapping[str, Any] = {
    "facts": Facts,
    "channels": tuple[Channel, ...],
    "topics": tuple[Topic, ...],
    "questionnaire": Questionnaire,
    "routes": Routes,
    "requests": Requests,
    "checklist": Checklists,
    "official": tuple[Official, ...],
    "language/company": Mapping[str, str],
    "language/demands": DemandWords,
    "interface": Mapping[str, Text],
    "faq": tuple[Entry, ...],
    "elsewhere": tuple[Elsewhere, ...],
}
"""What each file holds: one list or mapping, or a record whose fields are lists and mappings."""


def _tables() -> Iterator[tuple[str, str, Any]]:
    for file, kind in FILES.items():
        if get_origin(kind) is None:
            for name, inner in hints(kind).items():
                yield name, file, get_args(inner)
        else:
            yield file, file, get_args(kind)


TABLES: Mapping[str, tuple[str, Any]] = {
    name: (file, kinds[1] if kinds[1] is not ... else kinds[0]) for name, file, kinds in _tables()
}
"""Every list and mapping of the content by name: the file it stands in, and its records."""
