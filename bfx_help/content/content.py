"""The content as the rest of the program uses it, part by part and each only when it is wanted."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, TypeVar

from bfx_help import model

Table = Callable[[str], Mapping[str, Any]]
"""Gives the records of a table by their ids, in the order of the file."""

Made = TypeVar("Made")

Indexes = Callable[[str], sqlite3.Connection | None]  # opens an index; None where there is none


def _table(name: str) -> Any:
    return cached_property(lambda content: content.table(name))


class Content:
    """Everything that one folder says. Each part is read when it is first used.

    `table` gives the records of one list by their ids, whatever file it stands in. `warnings` tell
    what a foreign FAQ leaves out; `compiled` is the open compiled copy, and `None` where there is
    none.
    """

    languages: Mapping[str, model.ContentLanguage] = _table("languages")
    """The languages that the content is in, those filled from others too."""
    sources: Mapping[str, model.Source] = _table("sources")
    """Where the facts were read."""
    facts: Mapping[str, model.Fact] = _table("facts")
    """What is known."""
    channels: Mapping[str, model.Channel] = _table("channels")
    """The ways to reach support, and those that do not exist."""
    topics: Mapping[str, model.Topic] = _table("topics")
    """What a request can be about."""
    situations: Mapping[str, model.Situation] = _table("situations")
    """Every situation, topic by topic."""
    company: Mapping[str, str] = _table("company")
    """What may stand beside official contacts in a message: lists of words by name."""
    official: Mapping[str, model.Official] = _table("official")
    """The list that `verify` decides by."""
    interface: Mapping[str, model.Text] = _table("interface")
    """The program's own words."""
    faq: Mapping[str, model.Entry] = _table("faq")
    """The FAQ entries, by topic in alphabetical order, within a topic as in its file."""
    elsewhere: Mapping[str, model.Elsewhere] = _table("elsewhere")
    """What people ask this desk although it is answered elsewhere."""

    def __init__(
        self,
        table: Table,
        warnings: tuple[str, ...] = (),
        compiled: sqlite3.Connection | None = None,
        indexes: Indexes = lambda _: None,
    ) -> None:
        self.table = table
        self.warnings = warnings
        self.compiled = compiled
        self.index = cache(indexes)  # by the name of its file: the one compiled with the content
        self._made: dict[Callable[[Content], Any], Any] = {}

    def once(self, make: "Callable[[Content], Made]") -> Made:
        """What `make` makes of this content, made when it is first wanted."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def _lists(self, *names: str) -> Iterator[tuple[Any, ...]]:
        return (tuple(self.table(name).values()) for name in names)

    @cached_property
    def own_languages(self) -> tuple[model.Language, ...]:
        """The languages that come from no other, English first."""
        return tuple(
            model.Language(tag) for tag, item in self.languages.items() if item.from_ is None
        )

    @cached_property
    def questionnaire(self) -> model.Questionnaire:
        """The questions in their order, the derived answers, and the networks."""
        return model.Questionnaire(*self._lists("questions", "derived", "networks"))

    @cached_property
    def routes(self) -> model.Routes:
        """The rules of the choice of channel, and the findings."""
        return model.Routes(*self._lists("routes", "findings"))

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """The claims of the guide that this content starts from, in their order."""
        return tuple(claim for guide in self.table("guide").values() for claim in guide.claims)

    @cached_property
    def escalation(self) -> model.Escalation:
        """The ladder of a case."""
        escalation: model.Escalation = self.table("escalation")["escalation"]
        return escalation

    @cached_property
    def signs(self) -> tuple[model.Sign, ...]:
        """What words and facts together decide between situations that sound alike."""
        return tuple(self.table("signs").values())

    @cached_property
    def demands(self) -> model.DemandWords:
        """How demands are worded that no support makes."""
        rules, examples = self._lists("demands", "examples")
        verbs, wordings, frames = map(self.table, ("verbs", "wordings", "frames"))
        return model.DemandWords(rules, verbs, wordings, frames, examples)

    @cached_property
    def concepts(self) -> tuple[model.Concept, ...]:
        """Words that carry structure, of all languages."""
        return tuple(self.table("concepts").values())

    @cached_property
    def roles(self) -> model.Roles:
        """The names that the program knows."""
        roles: model.Roles = self.table("roles")["roles"]
        return roles

    @cached_property
    def letters(self) -> model.Letters:
        """What letters are made of."""
        lines, texts = self._lists("lines", "texts")
        return model.Letters(self.table("wants"), lines, texts, self.table("frame"))

    @cached_property
    def checklists(self) -> model.Checklists:
        """All printouts."""
        return model.Checklists(*self._lists("lists", "never", "card"))

    def basis(self, facts: Iterable[str]) -> model.Basis | None:
        """What a statement rests on: the weakest of its facts, this program's own suggestions
        apart; None where no fact counts."""
        order = tuple(model.Basis)
        found = {self.facts[name].basis for name in facts}
        counted = found - {model.Basis.NOT_PUBLISHED} or found
        return max(counted, key=order.index, default=None)

    def sources_of(self, facts: Iterable[str]) -> tuple[model.Source, ...]:
        """The sources of these facts, each once."""
        ids = dict.fromkeys(source for name in facts for source in self.facts[name].sources)
        return tuple(self.sources[name] for name in ids)

    def read(self, fact: str) -> str | None:
        """The day on which a fact was last looked at."""
        days = (self.sources[source].read for source in self.facts[fact].sources)
        return max((day for day in days if day), default=None)

    def oldest_read(self, facts: Iterable[str]) -> str | None:
        """How old a statement is that rests on these facts: as old as the oldest of them."""
        return min((day for fact in facts if (day := self.read(fact))), default=None)
