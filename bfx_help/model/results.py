"""What comes out: what is known in mid-conversation, a recommendation, and a judgement."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bfx_help.model.situations import Finding, Route
from bfx_help.model.texts import Text, When


class Recommendation(NamedTuple):
    """The route that fits, with what the answers mean."""

    route: Route
    findings: tuple[Finding, ...]


class Reason(NamedTuple):
    """A reason of `verify` by its name in the words of the interface, and what they name."""

    name: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def word(self) -> str:
        """The id of its words."""
        return f"reason-{self.name}"


Why = Reason | Text  # a reason, or what the content says of a contact


class Verdict(NamedTuple):
    """What `verify` says of one contact; `of` is what it is, or imitates."""

    verdict: str  # official | imitation | unknown
    of: str | None
    reasons: tuple[Why, ...]
    input: str = ""


class Known(NamedTuple):
    """The answers that apply, with the derived ones, and the ids of those that may still come."""

    values: Mapping[str, str]
    open: AbstractSet[str]

    def holds(self, when: When) -> bool | None:
        """Whether a condition holds; None while an answer it needs may still come."""
        certain, (values, still_open) = True, self
        for key, allowed in when.items():
            value = values.get(key)
            if value is None:
                if key not in still_open:
                    return False
                certain = False
            elif value not in allowed and not (
                ("," in value or "\n" in value)
                and any(part.strip() in allowed for part in value.replace("\n", ",").split(","))
            ):
                return False
        return True if certain else None
