"""The vocabulary: the records that every other module speaks of, and when a condition holds."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, NewType

Redacted = NewType("Redacted", str)
"""Text that somebody typed, after `redact` took the secrets out. Only `redact` makes it."""

Own = NewType("Own", str)
"""Text of the program's own content: nobody typed it, so it can hold no secret."""

Value = Redacted | Own
Answers = Mapping[str, Value]
"""From question id to answer. Several choices are joined by commas; `UNKNOWN` is "I don't know"."""

When = Mapping[str, tuple[str, ...]]
"""A condition: every question named must have one of the answers listed beside it."""

ALWAYS: When = MappingProxyType({})

UNKNOWN = Own("unknown")
BLANK = Own("blank")
"""The answer of a field that is left to be filled in at the site."""

NONE = Own("none")
"""The answer that there is nothing of the kind."""


class Problem(Exception):
    """What the user can be told in one sentence; every error of ours is one."""


class Language(StrEnum):
    """A language of the interface and of the content."""

    EN = "en"
    ZH = "zh"


class Text(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def in_(self, language: Language) -> str:
        """The text in one language."""
        return self.en if language is Language.EN else self.zh

    def map(self, change: Callable[[str], str]) -> "Text":
        """The text with both languages changed alike."""
        return Text(change(self.en), change(self.zh))

    def join(self, other: "Text", between: str) -> "Text":
        """This text, then the other one."""
        return Text(f"{self.en}{between}{other.en}", f"{self.zh}{between}{other.zh}")


class Words(NamedTuple):
    """Words or phrasings as people type them, per language; the numbers may differ."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


class Kind(StrEnum):
    """Who a source is."""

    OFFICIAL = "official"
    COPY = "copy"  # an unofficial copy or record of something official
    THIRD_PARTY = "third-party"
    GUIDE = "guide"  # the Chinese guide this program starts from
    OWN = "own"  # the program's own policy or suggestion


class Confidence(StrEnum):
    """How sure a fact is: high needs an official source that was read."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


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


class Fact(NamedTuple):
    """One statement about the world: the only way by which outside knowledge enters.

    `figures`, `links` and `names` are what texts that cite the fact may state beside what `says`
    holds; the first figure is the threshold where a rule needs one. `claim` and `verdict` are set
    on the statements of the guide.
    """

    id: str
    says: Text
    sources: tuple[str, ...]
    confidence: Confidence
    figures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
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
    public: bool = False
    needs_login: bool = False
    address: str | None = None
    note: Text | None = None


class Topic(NamedTuple):
    """What a request can be about; `words` are what people say when they mean it."""

    id: str
    name: Text
    words: Words
    faq: tuple[str, ...] = ()


class Asks(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SEVERAL = "several"
    TEXT = "text"
    TIME = "time"
    AMOUNT = "amount"
    TXID = "txid"
    ADDRESS = "address"
    EMAIL = "email"
    ID = "id"
    LINK = "link"
    NETWORK = "network"  # one of the networks of the questionnaire


class Public(StrEnum):
    """Whether a field may stand in a text that everybody can read."""

    YES = "yes"
    MASK = "mask"
    NO = "no"


class Part(StrEnum):
    """Where a question stands without a template naming it."""

    FOLLOW_UP = "follow-up"  # in every follow-up
    REVIEW = "review"  # offered at the review only


class Option(NamedTuple):
    """One of the answers to choose from; `request` is how it reads in a request."""

    id: str
    name: Text
    request: Text | None = None
    words: Words = Words()


class Question(NamedTuple):
    """A question, which is a field of the request at the same time."""

    id: str
    kind: Asks
    ask: Text
    label: Text
    why: Text
    where: Text
    sensitivity: int
    when: When = ALWAYS
    options: tuple[Option, ...] = ()
    public: Public = Public.NO
    needed: bool = True  # a gap that support would ask about
    unknown: bool = True  # "I don't know" is an answer
    heard: bool = False  # the first words may already answer it
    network: str | None = None  # the question that holds the network an address or id belongs to
    always_in: Part | None = None
    ids: bool = False  # bare numbers in this text are ids and amounts, no codes
    facts: tuple[str, ...] = ()


class Case(NamedTuple):
    """One row of a table: the value of a derived answer when the condition holds."""

    when: When
    value: str


class Compute(StrEnum):
    """The computations a derived answer can name."""

    CASES = "cases"  # the first case that holds
    AGE = "age"  # under | over: the time since `of`, against the first figure of the fact `limit`
    FITS = "fits"  # fits | differs: whether the address or id `of` has the shape of its network


class Derived(NamedTuple):
    """An answer that is computed from others and used like any answer."""

    id: str
    compute: Compute
    of: str | None = None
    limit: str | None = None
    cases: tuple[Case, ...] = ()


class Questionnaire(NamedTuple):
    """The questions in their order, the derived answers, and the networks coins travel on."""

    questions: tuple[Question, ...]
    derived: tuple[Derived, ...]
    networks: tuple[Option, ...] = ()


class Script(StrEnum):
    """Which text a route leads to."""

    REQUEST = "request"
    FOLLOW_UP = "follow-up"
    REVIEW = "review"
    COMPLAINT = "complaint"
    ALERT = "alert"
    OTHER_PARTY = "other-party"
    PUBLIC = "public"


class Route(NamedTuple):
    """A rule of the choice of channel. `until` names the fact whose time must pass since `since`;
    `answer_by` is a fact with the tool's own interval until the next step, `then_by` one with the
    interval from there to the step after it."""

    id: str
    channel: str
    fallback: str
    because: Text
    avoid: Text
    next: Text
    facts: tuple[str, ...]
    when: When = ALWAYS
    script: Script = Script.REQUEST
    emergency: bool = False
    since: str | None = None
    until: str | None = None
    answer_by: str | None = None
    then_by: str | None = None


class Finding(NamedTuple):
    """What the answers mean, told with the verdict."""

    id: str
    when: When
    says: Text
    facts: tuple[str, ...]


class Routes(NamedTuple):
    """The rules in their order, the first that fits wins, and what to tell beside it."""

    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]


class Line(NamedTuple):
    """A line of a request that stands there when its condition holds. A line whose placeholders
    (`$question-id`) are not all known is left out."""

    says: Text
    when: When = ALWAYS


class Template(NamedTuple):
    """The texts of one kind of problem; the first whose condition holds is taken.

    `subject`, `chat` and `public` are joined from their lines. `fields` are the questions that
    stand in the request, in order; `new` those that stand in a follow-up. `other_party` and
    `police` are letters to somebody else. `quoted` is whether the user's first words are quoted.
    """

    id: str
    subject: tuple[Line, ...]
    wants: tuple[Line, ...]
    fields: tuple[str, ...]
    facts: tuple[str, ...]
    when: When = ALWAYS
    checked: tuple[Line, ...] = ()
    chat: tuple[Line, ...] = ()
    public: tuple[Line, ...] = ()
    attach: tuple[str, ...] = ()  # ids of checklist items that are files
    new: tuple[str, ...] = ()
    other_party: tuple[Line, ...] = ()
    police: tuple[Line, ...] = ()
    then: str | None = None  # the template of the details, sent later in the same ticket
    quoted: bool = True


class Requests(NamedTuple):
    """The templates in their order, the last without a condition, and the frame of every text."""

    templates: tuple[Template, ...]
    frame: Mapping[str, Text]


class Item(NamedTuple):
    """A thing to prepare; a file also says what it must show and what it must hide."""

    id: str
    says: Text
    facts: tuple[str, ...]
    shows: Text | None = None
    hides: Text | None = None


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


class Official(NamedTuple):
    """One contact on the list that `verify` decides by: a domain, mail address or handle.

    `platform` is domain, email, or the platform of a handle or profile; `status` official, or
    unconfirmed: named somewhere but not confirmed, so neither official nor an imitation.
    """

    id: str
    platform: str
    contact: str
    status: str
    purpose: Text
    facts: tuple[str, ...]


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
    facts: tuple[str, ...] = ()
    general: bool = False
    topic: str = ""  # the name of its file


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
