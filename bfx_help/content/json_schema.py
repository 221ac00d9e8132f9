"""A JSON Schema of each kind of file, made from the records, for editors."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin, get_type_hints

from bfx_help.content.decode import key_of
from bfx_help.content.tables import KINDS, LAYOUT, bare, hints
from bfx_help.model import Text, Words

_SCALARS: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"enum": ["yes", "no"]},
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, with the patterns of the files that it is for."""
    return {
        kind: {"files": [pattern for pattern, of in LAYOUT if of == kind], "schema": _of(record)}
        for kind, record in KINDS.items()
    }


def _of(kind: Any) -> dict[str, Any]:
    kind, origin = bare(kind), get_origin(bare(kind))
    if kind is Text:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    if kind is Words:
        several = {"type": "array", "items": {"type": "string"}}
        return {"type": "object", "additionalProperties": several}
    if origin is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0])}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(get_args(kind)[1])}
    if hasattr(kind, "_fields"):
        return _of_record(kind)
    return dict(_SCALARS[kind]) if kind in _SCALARS else {"enum": [*map(str, kind)]}


def _of_record(record: Any) -> dict[str, Any]:
    fields = {key_of(name): _of(kind) for name, kind in hints(record).items()}
    needed = [key_of(name) for name in get_type_hints(record) if name not in record._field_defaults]
    return {
        "type": "object",
        "description": " ".join((record.__doc__ or "").split()),
        "properties": fields,
        "required": needed,
        "additionalProperties": False,
    }
