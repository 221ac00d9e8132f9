"""Words that carry structure rather than a matter."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Concept(NamedTuple):
    """Expressions of one language that mean the same here; a star in one stands for a few words."""

    id: str
    words: tuple[str, ...]


class ContentLanguage(NamedTuple):
    """A language of the content; one that comes `from` another is filled when compiled."""

    id: str
    name: str
    from_: str | None = None


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
    """How a demand is worded, by the names of lists (`a|b` is either): words of the first of `has`
    ask, words of each other stand close to them; `near` stand around the sentence, `unless` must
    not stand in it. A `question` demands where a reader's own would not."""

    id: str
    kind: DemandKind
    has: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    question: bool = False


class DemandExamples(NamedTuple):
    """Messages of one language that demand something of this kind; without one, harmless ones that
    sound so. What is like them is no demand where words of the lists of `unless` stand in it."""

    id: str
    messages: tuple[str, ...]
    kind: DemandKind | None = None
    unless: tuple[str, ...] = ()


class DemandWords(NamedTuple):
    """How demands are worded: the rules; the verbs and other words that they name, each list by its
    name; the frames that decide whether a verb asks the reader; and examples."""

    demands: tuple[DemandRule, ...] = ()
    verbs: Mapping[str, str] = MappingProxyType({})
    wordings: Mapping[str, str] = MappingProxyType({})
    frames: Mapping[str, str] = MappingProxyType({})
    examples: tuple[DemandExamples, ...] = ()
