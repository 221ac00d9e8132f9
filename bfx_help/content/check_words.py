"""Whether every kind that the program names has its words in `data/interface/`."""

from collections.abc import Iterable, Mapping

from bfx_help.content.decode import Sheet
from bfx_help.content.sheets import Rows
from bfx_help.model import Basis, DemandKind, Existence
from bfx_help.redact.secret_kinds import SecretKind

NAMED: Mapping[str, Iterable[str]] = {
    "basis": Basis,
    "demand": DemandKind,
    "existence": Existence,
    "hidden": SecretKind,
}
"""By the first part of the name of a text, the kinds that each have one."""


def check(rows: Rows, sheets: Mapping[str, Sheet]) -> None:
    """Notes the kinds without words."""
    there = {row.id for row in rows.get("interface", ())}
    for first, kinds in NAMED.items():
        for kind in kinds:
            if (name := f"{first}-{kind}") not in there:
                sheets["interface"].fault((), f"missing text {name}")
