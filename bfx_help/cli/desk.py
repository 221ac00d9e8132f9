"""What every command works with: the content, the language, the clock and the places on disk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import NamedTuple, Protocol

from bfx_help.content import Content, shipped
from bfx_help.model import Language, Problem, Text, fill
from bfx_help.plain import plain

STALE_AFTER = 180
"""Days since a fact was read after which a warning stands beside it (DESIGN 6)."""


FEW = 20
"""So many names are listed whole where none of them looks like a mistyped one."""


class Usage(Problem):
    """The command line cannot be followed; exit code 2."""


class Named(Protocol):
    """A record that has a name for people."""

    @property
    def name(self) -> Text:
        """The name."""


class Settings(NamedTuple):
    """What options, environment and system decide, read once."""

    language: Language
    chosen: bool  # whether somebody chose the language
    traditional: bool  # whether Chinese is written in traditional characters
    plain: bool
    colour: bool | None  # whether there are to be styles; None where nobody said
    data: Path | None
    home: Path
    clock: Callable[[], datetime]
    term: str  # what kind of terminal it is
    editor: str  # the command that starts the user's editor; empty where there is none
    cache: Path = Path("cache")  # where the compiled content lies
    homes: tuple[Path, ...] = ()  # every folder that may hold drafts and cases, older ones too

    @property
    def now(self) -> datetime:
        """The time, in the user's zone; a conversation may last for hours."""
        return self.clock()


class Desk(NamedTuple):
    """The settings with the content they lead to."""

    settings: Settings
    content: Content

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.settings.language

    @property
    def tag(self) -> str:
        """The language and its script, as HTML calls them."""
        traditional = self.language is Language.ZH and self.settings.traditional
        return "zh-Hant" if traditional else self.language

    def speaking(self, language: Language) -> "Desk":
        """The same desk in another language."""
        return self._replace(settings=self.settings._replace(language=language))

    def in_traditional(self) -> "Desk":
        """The same desk, with its Chinese in traditional characters."""
        from bfx_help.content.traditional import in_traditional  # for those who read it

        settings = self.settings._replace(traditional=True)
        return Desk(settings, in_traditional(self.content))

    def in_chinese(self, words: str) -> "Desk":
        """The same desk in Chinese, in the script in which these words are typed."""
        from bfx_help.content.traditional import is_traditional

        chinese = self.speaking(Language.ZH)
        return chinese.in_traditional() if is_traditional(words) else chinese

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
        """A text that the program made, not the content, in the script of the interface."""
        if not self.settings.traditional:
            return text
        from bfx_help.content.traditional import traditional  # for those who read it

        return Text(text.en, traditional(text.zh))

    def word(self, key: str, **values: object) -> str:
        """A text of the interface, with its placeholders filled in."""
        texts = {name.replace("_", "-"): str(value) for name, value in values.items()}

        def shown(name: str) -> Text:
            return Text(texts[name], texts[name])

        filled = fill(self.text(key), shown)
        return self(filled) if filled else key

    def id_of(self, name: str, records: Mapping[str, Named]) -> str:
        """The id that is meant: itself, or a name in any language; as it is where it is neither."""
        if name in records:
            return name
        wanted = name.strip().casefold()
        names = ((id_, text) for id_, record in records.items() for text in record.name)
        return next((id_ for id_, text in names if text.casefold() == wanted), name)

    def unknown(self, name: str, names: Iterable[str], key: str) -> Usage:
        """The error for an id that is not there, with the ids that look like it: three of many."""
        names = list(names)
        near = [*_near(name, names), *(other for other in names if name and name in other)]
        if not near:
            near = names if len(names) <= FEW else _near(name, names, surely=False)
        shown = self.listed(dict.fromkeys(near[: FEW if len(names) <= FEW else 3]))
        return Usage(self.word(key, name=plain(name[:60], ""), names=shown))

    def did_you_mean(self, name: str, names: Iterable[str]) -> str:
        """The names that look like a mistyped one, as a question; empty where none does."""
        near = _near(name, names)
        return self.word("did-you-mean", names=self.listed(near)) if near else ""

    def wrong_choice(self, question: str, given: str, allowed: Sequence[str]) -> Usage:
        """The error for an answer that is none of the allowed ones; it is not repeated, since it
        may be anything, a password too."""
        names = self.listed(allowed)
        said = self.word("wrong-choice", name=question, allowed=names)
        nearest = self.did_you_mean(given, allowed)
        return Usage(self(Text(". ", "。")).join(filter(None, (said, nearest))))

    def basis(self, facts: Iterable[str]) -> str:
        """What a statement rests on, in one line; with a warning where the oldest fact was read too
        long ago. Empty where no fact carries it."""
        facts = tuple(facts)
        basis = self.content.basis(facts)
        parts = [self.word(f"basis-{basis}")] if basis else []
        read = self.content.oldest_read(facts)
        if read and (self.now.date() - date.fromisoformat(read)).days > STALE_AFTER:
            parts.append(self.word("basis-stale", days=STALE_AFTER, date=read))
        return self(Text(" ", "")).join(parts)

    def listed(self, names: Iterable[str]) -> str:
        """Several names in a row."""
        return self(Text(", ", "、")).join(names)

    def beside(self, name: str, note: str) -> str:
        """A name with a note in brackets."""
        return self(Text(f"{name} ({note})", f"{name}（{note}）"))


def _near(name: str, names: Iterable[str], *, surely: bool = True) -> list[str]:
    import difflib  # for those who mistyped

    return difflib.get_close_matches(name, list(names), 3, 0.6 if surely else 0.0)
