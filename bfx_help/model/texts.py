"""Texts in several languages, what may stand in them, and the errors that users are told."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import ClassVar, Generic, NewType, Self, TypeVar

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
BLANK = Own("blank")  # the answer of a field that is left to be filled in at the site
NONE = Own("none")  # the answer that there is nothing of the kind


class Problem(Exception):
    """An error that the user is told in one sentence; exit code 1."""


class UsageProblem(Problem):
    """The command line cannot be followed; exit code 2."""


@cache
def _fallbacks(tag: str) -> tuple[str, ...]:
    parts = tag.split("-")
    return (*("-".join(parts[:size]) for size in range(len(parts), 0, -1)), "en")


class Language(str):
    """A language by its tag: `en`, `zh`, `zh-Hant`. Which there are is data (`languages.yaml`)."""

    __slots__ = ()

    EN: ClassVar["Language"]
    ZH: ClassVar["Language"]

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """The tags to look for, the nearest first: `zh-Hant`, `zh`, `en`."""
        return _fallbacks(self)

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters, of either script: without spaces."""
        return self.fallbacks[-2] == "zh"


Language.EN = Language("en")
Language.ZH = Language("zh")


Said = TypeVar("Said")


class ByLanguage(Generic[Said]):
    """Something said in several languages, by their tags; English and Chinese are always there."""

    __slots__ = ("all",)

    def __init__(self, en: Said, zh: Said, more: Mapping[str, Said] = MappingProxyType({})) -> None:
        self.all: Mapping[str, Said] = {"en": en, "zh": zh, **more}

    @property
    def en(self) -> Said:
        """What is said in English."""
        return self.all["en"]

    @property
    def zh(self) -> Said:
        """What is said in Chinese."""
        return self.all["zh"]

    def in_(self, language: Language) -> Said:
        """What is said in one language, or in the nearest one that has it."""
        found = self.all.get(language)
        if found is None:
            found = next(self.all[tag] for tag in language.fallbacks if tag in self.all)
        return found

    def also(self, language: str, said: Said) -> Self:
        """The same, also in that language."""
        return type(self)(self.en, self.zh, {**self.all, language: said})

    def as_dict(self, languages: Collection[str] = ("en", "zh")) -> dict[str, Said]:
        """What is said by the tags of these languages, for programs."""
        return {tag: said for tag, said in self.all.items() if tag in languages}

    def __iter__(self) -> Iterator[Said]:
        return iter(self.all.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.all == other.all

    def __hash__(self) -> int:
        return hash((self.en, self.zh))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.all!r})"


def holds_chinese(text: str) -> bool:
    """Whether a text is, or is partly, in Chinese."""
    return bool(re.search("[㐀-鿿]", text))


class Text(ByLanguage[str]):
    """A text in every language that has it."""

    __slots__ = ()

    @classmethod
    def made(cls, parts: Iterable["Text"], make: Callable[[Language, list[str]], str]) -> "Text":
        """A text made of others, language by language: of each that one of the parts is in."""
        parts = tuple(parts)
        tags = dict.fromkeys(("en", "zh", *(tag for part in parts for tag in part.all)))
        languages = map(Language, tags)
        texts: dict[str, str] = {
            tag: make(tag, [part.in_(tag) for part in parts]) for tag in languages
        }
        return cls(texts["en"], texts["zh"], texts)

    def map(self, change: Callable[[str], str]) -> "Text":
        """The text with all languages changed alike."""
        return Text.made((self,), lambda _, parts: change(parts[0]))

    def join(self, other: "Text", between: str) -> "Text":
        """This text, then the other one."""
        return Text.made((self, other), lambda _, parts: between.join(parts))


class Words(ByLanguage[tuple[str, ...]]):
    """Words or phrasings as people type them; the numbers may differ by language."""

    __slots__ = ()

    def __init__(
        self,
        en: tuple[str, ...] = (),
        zh: tuple[str, ...] = (),
        more: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        super().__init__(en, zh, more)


def joined(parts: Iterable[Text], between: Text) -> Text:
    """Several texts as one, with what stands between them in each language."""
    return Text.made((between, *parts), lambda _, said: said[0].join(said[1:]))


class Tone(StrEnum):
    """How something is said. What it means stands in the words, never in the style alone."""

    PLAIN = "plain"
    HEADING = "heading"
    WARNING = "warning"
    GOOD = "good"
    QUIET = "quiet"
    STRONG = "strong"
    ALERT = "alert"  # a warning whose words say that it is one
    POINTED = "pointed"  # the option at the pointer


Shown = Callable[[str], Text | None]
"""How the answer to a question, or a computed name, reads in a text; None if it is not known."""

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_PLACEHOLDER = rf"\$(?:(?P<name>{_NAME})|\{{(?P<braced>{_NAME})\}})"
_QUOTES = ('""', "“”", "「」")
_QUOTES_ALL = '"“”「」'
_STOPS = ".。"
_PART = r"\[\[(.*?)\]\]"
_SURROUNDED = rf"(?P<before>[\"“「])?{_PLACEHOLDER}(?P<after>[\"”」]?[.。]?)"


def placeholders(text: str) -> tuple[str, ...]:
    """The names of a text's placeholders, `$wd-amount` or `${wd-amount}`, in their order."""
    if "$" not in text:
        return ()
    return tuple(found["name"] or found["braced"] for found in re.finditer(_PLACEHOLDER, text))


AGE = "-age"  # the ending of a placeholder that shows how long ago the time of an answer was

MINUS = "-minus-"
"""What stands in a placeholder between two answers of which it shows the difference."""


PLUS = "-plus-"
"""What stands in a placeholder between two answers of which it shows the sum."""

OR = "-or-"
"""What stands in a placeholder between two answers of which it shows the first that is known."""


def answers_of(placeholder: str) -> tuple[str, ...]:
    """The questions whose answers a placeholder needs: `since-age`, `sent-minus-arrived`,
    `first-plus-others`, `arrived-or-sent`."""
    return tuple(re.split(f"{MINUS}|{PLUS}|{OR}", placeholder.removesuffix(AGE)))


def required(text: str) -> tuple[str, ...]:
    """The placeholders without which a text cannot stand: those outside its optional parts."""
    return placeholders(re.sub(_PART, "", text))


def parts(text: str) -> tuple[str, ...]:
    """What each optional part of a text waits for: its placeholders, joined by a plus."""
    return tuple("+".join(placeholders(found[1])) for found in re.finditer(_PART, text))


def _with_parts(says: Text, shown: Shown) -> Text:
    """A text with those of its `[[optional parts]]` whose placeholders are all known."""
    if "[[" not in says.en:
        return says

    def part(found: re.Match[str]) -> str:
        known = all(shown(name) is not None for name in placeholders(found[1]))
        return found[1] if known else ""

    def in_language(said: str) -> str:
        left = re.sub(_PART, part, said)
        return left if left[:1] == said.lstrip("[")[:1] else left[:1].upper() + left[1:]

    return Text.made((says,), lambda _, parts: in_language(parts[0]))


def fill(says: Text, shown: Shown) -> Text | None:
    """A text with its placeholders filled in; None if one of them is not known, unless it stands in
    an optional part. Quotes within quotes and a second full stop are left out."""
    says = _with_parts(says, shown)
    values: dict[str, Text] = {}
    for name in placeholders(says.en):
        value = shown(name)
        if value is None:
            return None
        values[name] = value
    if not values:
        return says

    def in_language(language: Language, said: str) -> str:
        def value(found: re.Match[str]) -> str:
            text = values[found["name"] or found["braced"]].in_(language)
            before, after = found["before"] or "", found["after"] or ""
            if before and after and (aside := re.search(r" ?[(（][^()（）]*[)）]$", text)):
                quote, stop = after[:1], after[1:]
                return f"{before}{text[: aside.start()]}{quote}{aside[0]}{stop}"
            if (before[:1] + after[:1]) in _QUOTES and any(sign in text for sign in _QUOTES_ALL):
                before, after = "", after[1:]
            if text.rstrip(_QUOTES_ALL).endswith(tuple(_STOPS)) and after.endswith(tuple(_STOPS)):
                after = after[:-1]
            return f"{before}{text}{after}"

        return re.sub(_SURROUNDED, value, said)

    return Text.made((says,), lambda language, parts: in_language(language, parts[0]))
