"""A whole interview as one value: the answers, how each came, and how far it went."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from bfx_help.model import Answers, Value


class Origin(StrEnum):
    """How an answer came."""

    TYPED = "typed"
    CHOSEN = "chosen"
    CONFIRMED = "confirmed"  # understood in the first words, then confirmed by the person
    BEFOREHAND = "given"  # with an option or a file
    UNDERSTOOD = "understood"  # not confirmed yet, or by nobody who could be asked


class Stage(StrEnum):
    """What an interview passes once, beside its questions."""

    UNDERSTOOD = "@understood"  # what the first words say was confirmed or set aside
    CARD = "@card"  # what to do this minute was shown
    VERDICT = "@verdict"  # the letter is wanted
    DETAILS = "@details"
    STORY = "@story"
    WANTS = "@wants"
    REVIEW = "@review"  # the answers are right
    ENGLISH = "@english"  # what was typed in Chinese has its English, or stays


class Interview(NamedTuple):
    """Everything that was said. `trail` holds ids and stages in the order in which they were
    answered, `read` the entries of the FAQ that were opened."""

    answers: Answers = MappingProxyType({})
    sources: Mapping[str, Origin] = MappingProxyType({})
    trail: tuple[str, ...] = ()
    read: tuple[str, ...] = ()

    def passed(self, stage: Stage) -> bool:
        """Whether a stage is behind."""
        return stage in self.trail

    def answer(self, name: str, value: Value, source: Origin) -> "Interview":
        """The interview with one more answer, or another one."""
        trail = (*(item for item in self.trail if item != name), name)
        return self._replace(
            answers={**self.answers, name: value},
            sources={**self.sources, name: source},
            trail=trail,
        )

    def answer_all(self, answers: Answers, source: Origin) -> "Interview":
        """The interview with several answers from one source."""
        interview = self
        for name, value in answers.items():
            interview = interview.answer(name, value, source)
        return interview

    def without(self, names: Iterable[str]) -> "Interview":
        """The interview without some answers."""
        gone = frozenset(names)
        return self._replace(
            answers={key: value for key, value in self.answers.items() if key not in gone},
            sources={key: value for key, value in self.sources.items() if key not in gone},
            trail=tuple(item for item in self.trail if item not in gone),
        )

    def correct(self, name: str, value: Value, source: Origin) -> "Interview":
        """The interview with one answer changed in its place; the order of the rest stays."""
        return self._replace(
            answers={**self.answers, name: value}, sources={**self.sources, name: source}
        )

    def confirmed(self) -> "Interview":
        """The interview after the person saw all answers and called them right."""
        sources = {
            name: Origin.CONFIRMED if source is Origin.UNDERSTOOD else source
            for name, source in self.sources.items()
        }
        return self._replace(sources=sources)

    def enter(self, stage: Stage) -> "Interview":
        """The interview with a stage behind it."""
        return self._replace(trail=(*(item for item in self.trail if item != stage), stage))

    def leave(self, *stages: Stage) -> "Interview":
        """The interview before some stages again."""
        return self._replace(trail=tuple(item for item in self.trail if item not in stages))

    def first_before(self, stage: Stage) -> "Interview":
        """The interview with what was answered behind a stage as if it came first of all, so that
        the way back leads from the stage to what was answered before it."""
        later = self.behind(stage)
        return self._replace(trail=(*later, *self.trail[: len(self.trail) - len(later)]))

    def behind(self, stage: Stage) -> tuple[str, ...]:
        """What was answered and passed behind a stage, in its order."""
        return self.trail[self.trail.index(stage) + 1 :] if stage in self.trail else ()

    def back(self) -> "Interview":
        """The interview before its last step: what was answered since is taken back.

        Answers that came in one go, such as those that were confirmed together, go together.
        """
        if not self.trail:
            return self
        last = self.trail[-1]
        if last not in self.answers:
            return self._replace(trail=self.trail[:-1])
        return self.without(self._together(last))

    def _together(self, last: str) -> tuple[str, ...]:
        if self.sources.get(last) is not Origin.CONFIRMED:
            return (last,)
        names: list[str] = []
        for name in reversed(self.trail):
            if self.sources.get(name) is not Origin.CONFIRMED:
                break
            names.append(name)
        return tuple(names)
