"""What is known of the world, and the pages that tell it: facts, channels, checklists, answers."""

from enum import StrEnum
from typing import NamedTuple

from bfx_help.model.texts import ALWAYS, Text, When, Words


class Kind(StrEnum):
    """Who a source is."""

    OFFICIAL = "official"
    COPY = "copy"  # an unofficial copy or record of something official
    THIRD_PARTY = "third-party"
    GUIDE = "guide"  # the Chinese guide this program starts from
    OWN = "own"  # the program's own policy or suggestion


class Basis(StrEnum):
    """What a statement rests on, in words; the first is the surest."""

    OWN_PAGES = "own-pages"
    UNDATED_COPY = "undated-copy"
    SEEN_BY_OTHERS = "seen-by-others"
    GENERAL_PRACTICE = "general-practice"
    NOT_PUBLISHED = "not-published"


class Takes(StrEnum):
    """What can be handed to a channel."""

    LETTER = "letter"
    CHAT = "chat"
    POST = "post"
    OTHER_PARTY = "other-party"
    NOTHING = "nothing"


class Claim(StrEnum):
    """What became of a claim of the guide."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    UNCONFIRMED = "unconfirmed"


class Source(NamedTuple):
    """Where a fact was read.

    `at` is its address, if it has one; `dated` the date of the source where it is known ("a copy of
    unknown date" otherwise); `read` the day it was looked at (absent: the source is only cited
    elsewhere). Dates are ISO.
    """

    id: str
    kind: Kind
    name: Text
    at: str | None = None
    dated: str | None = None
    read: str | None = None

    @property
    def official(self) -> bool:
        """Whether these are words of the exchange, in an official place or in a copy."""
        return self.kind in (Kind.OFFICIAL, Kind.COPY)


class Fact(NamedTuple):
    """One statement about the world: the only way by which outside knowledge enters.

    `figures`, `links` and `names` are what texts that cite the fact may state beside what `says`
    holds; the first figure is the threshold where a rule needs one. `money` says that it costs
    money when it is wrong (wire levels, networks, memos, fees, collateral). `claim` and `verdict`
    are set on the statements of the guide.
    """

    id: str
    says: Text
    sources: tuple[str, ...]
    basis: Basis
    figures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    money: bool = False
    claim: str | None = None
    verdict: Claim | None = None


class Existence(StrEnum):
    """Whether a channel is known to exist."""

    EXISTS = "exists"
    UNCONFIRMED = "unconfirmed"
    NONE = "none"  # nothing official was found: whoever offers it is not support


class Channel(NamedTuple):
    """A way to reach support, or one that people believe in and that does not exist."""

    id: str
    name: Text
    existence: Existence
    purpose: Text
    reach: tuple[Text, ...]
    login: Text
    speed: Text
    hours: Text
    never: Text
    facts: tuple[str, ...]
    takes: Takes = Takes.NOTHING
    public: bool = False
    address: str | None = None
    note: Text | None = None
    own: bool = False  # this program's word for what to do, no channel of the exchange


class Topic(NamedTuple):
    """What a request can be about."""

    id: str
    name: Text


class Item(NamedTuple):
    """A thing to prepare; a file also says what it must show and what it must hide."""

    id: str
    says: Text
    rests_on: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    shows: Text | None = None
    hides: Text | None = None
    when: When = ALWAYS

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact it cites."""
        return self.rests_on + self.also


class Checklist(NamedTuple):
    """What to prepare for a topic, in the guide's three parts; `general` is for every topic."""

    id: str
    name: Text
    account: tuple[Item, ...]
    description: tuple[Item, ...]
    files: tuple[Item, ...]


class Checklists(NamedTuple):
    """All printouts: the lists, what never to send, and the emergency card."""

    lists: tuple[Checklist, ...]
    never: tuple[Item, ...]
    card: tuple[Item, ...]


class Status(StrEnum):
    """What is known of a contact on the list."""

    OFFICIAL = "official"
    UNCONFIRMED = "unconfirmed"  # named somewhere: neither official nor an imitation
    OTHER = "other"  # somebody else, whose name only sounds alike


class Official(NamedTuple):
    """One contact on the list that `verify` decides by: a domain, mail address or handle, or the
    id of an app. `names` are short names of its owner, which impostors use too."""

    id: str
    platform: str
    contact: str
    status: Status
    purpose: Text
    facts: tuple[str, ...]
    names: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A FAQ entry. `general` marks a question that needs no request; `note` says where sources
    disagree or nothing official is known."""

    id: str
    question: Text
    phrasings: Words
    answer: Text
    steps: tuple[Text, ...] = ()
    if_not: Text | None = None
    note: Text | None = None
    channel: str | None = None
    links: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    general: bool = False
    topic: str = ""  # the name of its folder

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact it cites."""
        return self.rests_on + self.also


class Elsewhere(NamedTuple):
    """A matter that this desk knows nothing of: how people ask about it, and what it says then."""

    id: str
    says: Text
    phrasings: Words
