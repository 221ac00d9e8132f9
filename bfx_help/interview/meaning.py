"""What is made of a text, as records: the situation it tells of, and the facts that it states."""

from collections.abc import Mapping
from typing import NamedTuple

from bfx_help.model import DemandKind

UNCONTACTED = "no"
"""The answer that support was not asked before."""


class Particulars(NamedTuple):
    """What was said, as answers; `None` where it was not, or not for certain."""

    asset: str | None = None
    amount: str | None = None
    fee: str | None = None
    network: str | None = None
    txid: str | None = None
    address: str | None = None
    ticket: str | None = None
    order: str | None = None
    hours: int | None = None
    since: str | None = None
    contacted: str | None = None
    login: str | None = None
    error: str | None = None
    quote: str | None = None
    deadline: str | None = None
    position: str | None = None
    tag: str | None = None
    withdrawal_id: str | None = None
    email: str | None = None
    reference: str | None = None
    open: str | None = None
    doubted: str | None = None
    memo: str | None = None
    stage: str | None = None


class Understood(NamedTuple):
    """What a text says. Without a sure situation `likely` are those to offer, best first; where it
    begins with a topic's own question, that one is to be asked. `also` is a second problem, less
    grave, that the text speaks of; `demands` are those of a message that was pasted."""

    topic: str | None = None
    situation: str | None = None
    sure: bool = False
    likely: tuple[str, ...] = ()
    emergency: bool = False
    elsewhere: str | None = None
    because: tuple[str, ...] = ()
    facts: Particulars = Particulars()
    also: str | None = None
    demands: tuple[DemandKind, ...] = ()

    @property
    def said(self) -> Mapping[str, str]:
        """The facts by their names in the content, without those that were not said."""
        facts = self._facts.items()
        return {name: str(value) for name, value in facts if value is not None}

    @property
    def _facts(self) -> Mapping[str, object]:
        return {name.replace("_", "-"): value for name, value in self.facts._asdict().items()}

    def as_json(self) -> Mapping[str, object]:
        """The object of the command for programs."""
        shown = self._asdict() | {"facts": self._facts}
        del shown["demands"]
        return shown
