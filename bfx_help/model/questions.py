"""What is asked: questions with their options, and answers that are computed from others."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from bfx_help.model.texts import ALWAYS, UNKNOWN, Text, When


class Asks(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SEVERAL = "several"
    TEXT = "text"
    NOTE = "note"  # several lines
    TIME = "time"
    AMOUNT = "amount"
    TXID = "txid"
    ADDRESS = "address"
    EMAIL = "email"
    ID = "id"
    LINK = "link"
    NETWORK = "network"  # one of the networks of the content


class FactKind(StrEnum):
    """A fact that can be read from running text, and that fills the question that names it."""

    ASSET = "asset"
    AMOUNT = "amount"
    FEE = "fee"
    NETWORK = "network"
    TXID = "txid"
    ADDRESS = "address"
    TICKET = "ticket"
    ORDER = "order"
    SINCE = "since"
    CONTACTED = "contacted"
    LOGIN = "login"
    ERROR = "error"
    QUOTE = "quote"
    DEADLINE = "deadline"
    POSITION = "position"
    WITHDRAWAL_ID = "withdrawal-id"
    WHEN_SENT = "when-sent"
    WHEN_CONFIRMED = "when-confirmed"
    TAG = "tag"
    RETURNED_AMOUNT = "returned-amount"
    EMAIL = "email"
    PAGE = "page"
    REFERENCE = "reference"
    OPEN = "open"  # a margin position
    DOUBTED = "doubted"  # a message
    MEMO = "memo"  # what is wrong with it
    STAGE = "stage"  # how far a withdrawal is


class Option(NamedTuple):
    """One of the answers to choose from; `request` is how it reads in a letter.

    Choosing an option that `becomes` a situation changes the situation to that one.
    """

    id: str
    name: Text
    request: Text | None = None
    becomes: str | None = None


class Question(NamedTuple):
    """A question, which is a field of the letter at the same time.

    `short` is its name on the page of details, where `label` would be too long. `from_` names the
    fact of the first words that fills it. With `other`, words that are no option are an answer.
    """

    id: str
    kind: Asks
    ask: Text
    label: Text
    why: Text
    where: Text
    sensitivity: int
    when: When = ALWAYS
    options: tuple[Option, ...] = ()
    short: Text | None = None
    public: bool = False  # may stand in a text that everybody can read
    needed: bool = True  # a gap that support would ask about
    unknown: bool = True  # "I don't know" is an answer
    other: bool = False
    from_: FactKind | None = None
    network: str | None = None  # the question that holds the network an address or id belongs to
    ids: bool = False  # bare numbers in this text are ids and amounts, no codes
    facts: tuple[str, ...] = ()

    @property
    def in_brief(self) -> Text:
        """Its name where there is little room."""
        return self.short or self.label


class CaseWhen(NamedTuple):
    """One row of a table: the value of a derived answer when the condition holds."""

    when: When
    value: str


class Compute(StrEnum):
    """The computations a derived answer can name."""

    CASES = "cases"  # the first case that holds
    ANY = "any"  # a case that holds, whatever is open in those before it
    AGE = "age"  # under | over: the time since `of`, against the first figure of the fact `limit`
    FITS = "fits"  # fits | differs: whether the address or id `of` has the shape of its network
    NAMED = "named"  # named | other: whether the fact `limit` names the coin of the amount `of`


OUTCOMES: Mapping[Compute, frozenset[str]] = MappingProxyType(
    {
        Compute.AGE: frozenset({"under", "over", UNKNOWN}),
        Compute.FITS: frozenset({"fits", "differs", UNKNOWN}),
        Compute.NAMED: frozenset({"named", "other", UNKNOWN}),
    }
)
"""The values that a computation can give; those of `CASES` and `ANY` stand in the content."""


class Derived(NamedTuple):
    """An answer that is computed from others and used like any answer."""

    id: str
    compute: Compute
    of: str | None = None
    limit: str | None = None
    cases: tuple[CaseWhen, ...] = ()

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The ids of the answers it is computed from, each once."""
        names = (self.of, *(name for case in self.cases for name in case.when))
        return tuple(dict.fromkeys(name for name in names if name))


class _Asked(NamedTuple):
    questions: tuple[Question, ...]
    derived: tuple[Derived, ...]
    networks: tuple[Option, ...] = ()


class Questionnaire(_Asked):
    """The questions in their order, the derived answers, and the networks coins travel on."""

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}

    @cached_property
    def looked_at(self) -> Mapping[str, tuple[str, ...]]:
        """What each derived answer is computed from."""
        return {derived.id: derived.looks_at for derived in self.derived}

    @cached_property
    def in_order(self) -> tuple[Question | Derived, ...]:
        """The questions and derived answers, each behind all that it looks at."""
        every: dict[str, Question | Derived] = {**self.by_id}
        every |= {derived.id: derived for derived in self.derived}
        ordered: dict[str, Question | Derived] = {}
        seen = set[str]()

        def place(name: str) -> None:
            if name in every and name not in seen:
                seen.add(name)
                item = every[name]
                for other in item.looks_at if isinstance(item, Derived) else item.when:
                    place(other)
                ordered[name] = item

        for name in every:
            place(name)
        return tuple(ordered.values())


def reached(names: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    """These names, and all that they lead to."""
    waiting, seen = [*names], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += onward(name)
    return seen
