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
    """The whole ladder. A topic `in_topic` has its own interval up to the review: a fact."""

    rungs: tuple[Rung, ...]
    in_topic: Mapping[str, str] = MappingProxyType({})
