"""What comes out: a recommendation, a judgement, and what is known in mid-conversation."""

from collections.abc import Mapping
from typing import NamedTuple

from bfx_help.model.facts import DemandKind
from bfx_help.model.questions import Finding, Route
from bfx_help.model.texts import Text, When


class Recommendation(NamedTuple):
    """The route that fits, with what was found out on the way."""

    route: Route
    findings: tuple[Finding, ...]


class Verdict(NamedTuple):
    """What `verify` says of one contact; `of` is what it is, or imitates."""

    verdict: str  # official | imitation | unknown
    of: str | None
    reasons: tuple[Text, ...]
    input: str = ""


class Demand(NamedTuple):
    """What a message demands of its reader, with the sentence that does."""

    kind: DemandKind
    sentence: str


class State(NamedTuple):
    """What is known in mid-conversation: answers that apply with the derived ones, and the ids of
    those that may still come."""

    known: Mapping[str, str]
    open: frozenset[str]

    def holds(self, when: When) -> bool | None:
        """Whether a condition holds; None while an answer it needs may still come."""
        results = [self._allowed(key, values) for key, values in when.items()]
        if False in results:
            return False
        return None if None in results else True

    def _allowed(self, key: str, values: tuple[str, ...]) -> bool | None:
        if key in self.known:
            return any(part in values for part in self.known[key].split(","))
        return None if key in self.open else False
