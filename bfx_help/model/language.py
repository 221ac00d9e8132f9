"""Words that carry structure rather than a matter."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Concept(NamedTuple):
    """Expressions of one language that mean the same here; a star in one stands for a few words."""

    id: str
    words: tuple[str, ...]


class GlossaryTerm(NamedTuple):
    """The word for a thing in each language, and the Chinese words that are not used for it.

    `zh_but` are longer words in which one of those may stand."""

    id: str
    en: str
    zh: str
    zh_not: tuple[str, ...]
    zh_but: tuple[str, ...] = ()


class Sign(NamedTuple):
    """What decides between situations that sound alike. It holds where one clause `has` all these
    concepts (`a|b` is either) and `denies` those `without` these others, the text `names` and
    `lacks` those, the facts are `known` or `unknown`, and the direction is this; in a clause that
    is supposed or reported only with `supposed`. A `calm` one says that nothing was taken."""

    id: str
    has: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    way: str | None = None
    supposed: bool = False
    favours: tuple[str, ...] = ()
    weakens: tuple[str, ...] = ()
    settles: bool = False
    emergency: bool = False
    calm: bool = False


class DemandKind(StrEnum):
    """What a message demands that no support demands."""

    MONEY_FIRST = "money-first"
    SECRET = "secret"
    DOCUMENT = "document"
    REMOTE_CONTROL = "remote-control"
    INSTALL = "install"
    MOVE_FUNDS = "move-funds"
    SIGN = "sign"
    OTHER_CHANNEL = "other-channel"


class DemandRule(NamedTuple):
    """How a demand is worded: lists of phrases, separated by commas. One of `asks` before one of
    `objects` in a sentence, one of `after` behind an object, or one of `alone`; one of `needs` in
    the sentence, one of `beside` near it, and none of `unless` in the sentence. In a
    `loose` rule asking and what is asked for stand anywhere in the sentence."""

    id: str
    kind: DemandKind
    asks: str = ""
    objects: str = ""
    after: str = ""
    alone: str = ""
    needs: str = ""
    beside: str = ""
    unless: str = ""
    loose: bool = False


class DemandWords(NamedTuple):
    """What `language/demands.yaml` holds: the rules, and the frames that turn a demand into
    something else, such as a negation or a warning."""

    demands: tuple[DemandRule, ...]
    frames: Mapping[str, str]


class Demand(NamedTuple):
    """What a message demands of its reader, with the sentence that does."""

    kind: DemandKind
    sentence: str
