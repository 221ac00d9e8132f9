"""Where an answer leads: situations, and the routes to a channel."""

from typing import NamedTuple

from bfx_help.model.language import DemandKind
from bfx_help.model.letters import Headline, TextKind
from bfx_help.model.texts import ALWAYS, Text, When, Words

UNCLEAR = ".unclear"  # behind a topic, in place of a state: its own question is to be asked first


class Situation(NamedTuple):
    """A topic and a state, such as `withdrawal.processing`: what is decided first.

    `phrasings` are how people say it, `not_phrasings` what sounds like it and is another one.
    `subject` are headlines of the letter: the first that holds and whose placeholders are all known
    stands.
    `deciding_facts` are the questions that support would ask first, `keys` those by which support
    looks the matter up, `checked` what the person looked at. `wants` are offered, the first is
    preselected. `attach` are files of the checklist. `demands` are the kinds of demands in messages
    that are of this situation.
    """

    id: str
    name: Text
    phrasings: Words = Words()
    not_phrasings: Words = Words()
    subject: tuple[Headline, ...] = ()
    wants: tuple[str, ...] = ()
    deciding_facts: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    attach: tuple[str, ...] = ()
    faq: tuple[str, ...] = ()
    letter: bool = True
    demands: tuple[DemandKind, ...] = ()

    @property
    def topic(self) -> str:
        """The topic it belongs to."""
        return self.id.partition(".")[0]

    @property
    def fields(self) -> tuple[str, ...]:
        """The questions that fill its letter, most important first, each once."""
        return tuple(dict.fromkeys((*self.deciding_facts, *self.keys, *self.checked)))


class Route(NamedTuple):
    """A rule of the choice of channel. `until` names the fact whose time must pass since `since`;
    `answer_by` is a fact with the interval until the next step, `then_by` one with the interval
    from there to the step after it."""

    id: str
    channel: str
    fallback: str
    because: Text
    avoid: Text
    next: Text
    rests_on: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    when: When = ALWAYS
    text: TextKind = TextKind.LETTER
    emergency: bool = False
    since: str | None = None
    until: str | None = None
    answer_by: str | None = None
    then_by: str | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact it cites."""
        return self.rests_on + self.also


class Finding(NamedTuple):
    """What the answers mean, shown with the verdict."""

    id: str
    when: When
    says: Text
    rests_on: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact it cites."""
        return self.rests_on + self.also


class Routes(NamedTuple):
    """The rules in their order, the first that fits wins, and what to show beside it."""

    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]
