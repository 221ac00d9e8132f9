"""The ladder of escalation: what is written next in a case, and when."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from bfx_help.model.letters import TextKind


class Rung(NamedTuple):
    """A step of the ladder: after how long (a fact) without an answer, which text, and of which
    situation.

    With `own`, a case that knows its own situation keeps it. `answers` are set; `fill` names the
    parts of the case that answer a question. `ask_why` is what is wanted too where there is nothing
    new, or the rule is asked for.
    """

    id: str
    after: str
    text: TextKind
    situation: str
    own: bool = False
    answers: Mapping[str, str] = MappingProxyType({})
    fill: Mapping[str, str] = MappingProxyType({})
    ask_why: str | None = None


class Escalation(NamedTuple):
    """The whole ladder. In an urgent topic one looks for an answer after `urgent_after`."""

    urgent_topics: tuple[str, ...]
    urgent_after: str
    rungs: tuple[Rung, ...]
