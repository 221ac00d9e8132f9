"""What every command works with: the content, the language, the clock and the places on disk."""

import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from functools import reduce
from pathlib import Path
from typing import NamedTuple, Protocol

from bfx_help import __version__, content
from bfx_help.cli.settings import Settings, read_settings
from bfx_help.content import Content, shipped
from bfx_help.files import is_open_to_others
from bfx_help.model import DemandKind, Language, Problem, Text, UsageProblem, fill
from bfx_help.plain import plain as harmless

STALE_AFTER = 180  # days since a fact was read after which a warning stands beside it
FEW = 20  # so many names are listed whole where none of them looks like a mistyped one


NAMED_COMMAND = re.compile(
    r"\bbfx-help (?=(?:ask|sos|checklist|channels|template|faq|verify|redact|case|content|forget|"
    r"help)\b)"
)
"""How a command begins that a text names."""


class Pressed(Exception):
    """A key was pressed that leads away from the prompt."""


class Back(Pressed):
    """`<`: to what was asked before."""


class Emergency(Pressed):
    """`!`: to the emergency lane."""


class Named(Protocol):
    """A record that has a name for people."""

    @property
    def name(self) -> Text:
        """The name."""


class Context(NamedTuple):
    """The settings with the content they lead to."""

    settings: Settings
    content: Content

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.settings.language

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the content, and the one of the reader."""
        return tuple(dict.fromkeys((*self.content.own_languages, self.language)))

    @property
    def second(self) -> Language:
        """The language beside English: that of the reader, else the first other one."""
        others = [language for language in self.content.own_languages if language != Language.EN]
        return self.language if self.language != Language.EN or not others else others[0]

    def speaking(self, language: Language) -> "Context":
        """The same context in another language."""
        return self._replace(settings=self.settings._replace(language=language))

    def in_chinese(self, words: str) -> "Context":
        """The same context in Chinese, in the script in which these words are typed."""
        from bfx_help.content.traditional import is_traditional

        return self.speaking(Language("zh-Hant") if is_traditional(words) else Language.ZH)

    def in_each(self, say: Callable[["Context"], str]) -> Text:
        """A text of what is said in each language."""
        texts: dict[str, str] = {
            language: say(self.speaking(language)) for language in self.languages
        }
        return Text(texts["en"], texts.get("zh", texts["en"]), texts)

    @property
    def now(self) -> datetime:
        """The time, in the user's zone."""
        return self.settings.now

    @property
    def zone(self) -> tzinfo | None:
        """The user's zone."""
        return self.now.tzinfo

    def __call__(self, text: Text) -> str:
        """A text in the language of the interface."""
        return text.in_(self.language)

    def text(self, key: str) -> Text:
        """A text of the interface as it is written; the shipped one where a folder has none."""
        found = self.content.interface.get(key)
        if found:
            return found
        words = shipped().interface.get(key)  # the check of the content names what is missing
        return self.made(words) if words else Text(key, key)

    def made(self, text: Text) -> Text:
        """A text that the program made, not the content, also in the language of the interface."""
        if self.language in text.all:
            return text
        from bfx_help.content.traditional import CONVERSIONS  # for those who read it

        if self.language not in CONVERSIONS:
            return text
        source, convert = CONVERSIONS[self.language]
        return text.also(self.language, convert(text.all[source]))

    def word(self, key: str, **values: object) -> str:
        """A text of the interface, with its placeholders filled in. The commands in it carry the
        language where a call without it would speak another one."""
        texts = {name.replace("_", "-"): str(value) for name, value in values.items()}

        def shown(name: str) -> Text:
            return Text(texts[name], texts[name])

        filled = fill(self.text(key), shown)
        said = self(filled) if filled else key
        if self.language == self.settings.usual:
            return said
        return NAMED_COMMAND.sub(f"bfx-help --lang {self.language} ", said)

    def id_of(self, name: str, records: Mapping[str, Named]) -> str:
        """The id that is meant: itself, or a name in any language; as it is where it is neither."""
        if name in records:
            return name
        wanted = name.strip().casefold()
        names = ((id_, text) for id_, record in records.items() for text in record.name)
        return next((id_ for id_, text in names if text.casefold() == wanted), name)

    def known_id(
        self, name: str | None, records: Mapping[str, Named], key: str = "no-topic"
    ) -> str | None:
        """The id that is meant; None without a name. Raises `UsageProblem` for an unknown one."""
        found = self.id_of(name, records) if name else None
        if found is not None and found not in records:
            raise self.unknown(found, records, key)
        return found

    def unknown(self, name: str, names: Iterable[str], key: str) -> UsageProblem:
        """The error for an id that is not there, with the ids that look like it: three of many."""
        names = list(names)
        near = [*_near(name, names), *(other for other in names if name and name in other)]
        if not near:
            near = names if len(names) <= FEW else _near(name, names, surely=False)
        shown = self.listed(dict.fromkeys(near[: FEW if len(names) <= FEW else 3]))
        return UsageProblem(self.word(key, name=harmless(name[:60], ""), names=shown))

    def did_you_mean(self, name: str, names: Iterable[str]) -> str:
        """The names that look like a mistyped one, as a question; empty where none does."""
        near = _near(name, names)
        return self.word("did-you-mean", names=self.listed(near)) if near else ""

    def wrong_choice(self, question: str, answer: str, allowed: Sequence[str]) -> UsageProblem:
        """The error for an answer that is not allowed; never repeated, it may be a password."""
        names = self.listed(allowed)
        said = self.word("wrong-choice", name=question, allowed=names)
        nearest = self.did_you_mean(answer, allowed)
        return UsageProblem(self.row("wrong-choice-near", filter(None, (said, nearest))))

    def basis(self, facts: Iterable[str]) -> str:
        """What a statement rests on, in one line; with a warning where the oldest fact was read too
        long ago. Empty where no fact carries it."""
        facts = tuple(facts)
        basis = self.content.basis(facts)
        parts = [self.word(f"basis-{basis}")] if basis else []
        read = self.content.oldest_read(facts)
        if read and (self.now.date() - date.fromisoformat(read)).days > STALE_AFTER:
            parts.append(self.word("basis-stale", days=STALE_AFTER, date=read))
        return self.row("sentences", parts)

    def demanded(self, demands: Sequence[DemandKind]) -> Iterator[str]:
        """A line for each thing that a message demands, and one for whoever has met it already."""
        for demand in demands:
            yield self.word("verify-demand", what=self.word(f"demand-{demand}"))
        if demands:
            yield self.word("verify-demand-met")

    def listed(self, names: Iterable[str]) -> str:
        """Several names in a row."""
        return self.row("listed", names)

    def row(self, key: str, parts: Iterable[str]) -> str:
        """Several parts in a row, two by two as a text of the interface joins them."""

        def both(first: str, more: str) -> str:
            return self.word(key, first=first, more=more)

        each = list(parts)
        return reduce(both, each) if each else ""


def _near(name: str, names: Iterable[str], *, surely: bool = True) -> list[str]:
    import difflib  # for those who mistyped

    return difflib.get_close_matches(name, list(names), 3, 0.6 if surely else 0.0)


def open_context(
    now: datetime | None = None,
    *,
    lang: str | None = None,
    data: Path | None = None,
    plain: bool = False,
    keep: bool = True,
    tell: bool = False,
) -> Context:
    """The context of one command. Without `keep` nothing is written, not even a compiled copy of
    the content. With `tell`, a person at a terminal reads why it takes two seconds. Raises
    `UsageProblem`, or `Problem` with all that is wrong with the content."""

    def say_preparing() -> None:
        if tell and sys.stderr.isatty():
            says = " ".join(shipped().interface["preparing"].as_dict().values())
            print(says, file=sys.stderr)  # noqa: T201 - no terminal is open before the content is

    settings = read_settings(lang=lang, data=data, plain=plain, now=now)
    _refuse_shared(settings.home, settings.language)
    data, cache = settings.data, settings.cache
    try:
        loaded = content.load(data, cache, _add_index, keep=keep, before_compiling=say_preparing)
    except content.ContentError as error:
        raise Problem(str(error)) from None
    if settings.language not in loaded.languages:
        *some, last = loaded.languages
        allowed, wish = f"{', '.join(some)} or {last}", harmless(settings.language[:20], "")
        raise UsageProblem(f"--lang is {allowed}, not {wish!r}")
    return Context(settings, loaded)


def _add_index(name: str, connection: sqlite3.Connection, made: content.Content) -> None:
    from bfx_help.interview import indexes  # which only the first search has to make

    indexes.add(name, connection, made)


def _refuse_shared(home: Path, language: Language) -> None:
    """Raise `Problem` where others can write in the home: they could change what is kept there, the
    list of official contacts too. It is said before anything is read from it."""
    if not is_open_to_others(home):
        return
    import shlex

    where = shlex.quote(harmless(str(home), keep=""))
    says = fill(shipped().interface["home-open"], lambda _: Text(where, where))
    raise Problem(says.in_(language) if says else where)


def version_line(opened: Callable[[], Context]) -> str:
    """Which version this is; with the date of its content, where that can be read."""
    line = f"bfx-help {__version__}"
    try:
        context = opened()
        newest = max(source.read or "" for source in context.content.sources.values())
    except (Problem, OSError, ValueError):
        return line
    return f"{line} ({context.word('version', date=newest)})"
