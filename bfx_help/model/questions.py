"""What is asked, and where the answers lead: questions, routes and the templates of requests."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from bfx_help.model.texts import ALWAYS, Text, When, Words


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
    public: bool = False  # may stand in a text that everybody can read
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

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The ids of the answers it is computed from, each once."""
        names = (self.of, *(name for case in self.cases for name in case.when))
        return tuple(dict.fromkeys(name for name in names if name))


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
