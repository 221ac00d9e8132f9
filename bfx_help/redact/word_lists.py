"""The BIP39 word lists of all languages, read from the `mnemonic` package when they are needed."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from bfx_help.name_lists import read_list, sections_of

_ALPHABETIC = (
    *("english", "french", "italian", "spanish", "portuguese", "czech", "turkish", "russian"),
    *("japanese", "korean"),
)
_CHINESE = ("chinese_simplified", "chinese_traditional")


def words_in(name: str) -> Callable[[], frozenset[str]]:
    """The words of a file in `words/`, read at first use."""
    return cache(lambda: frozenset(read_lines(name).split()))


def _characters_in(name: str) -> Callable[[], frozenset[str]]:
    return cache(lambda: frozenset(read_lines(name)) - {"\n"})


stop_words = words_in("stop_words")
"""Words that every sentence is full of, in the languages of the lists and some more."""

ordinary_words = words_in("ordinary")
"""Words that customers write after "password" and that are no password."""

words_before_numbers = words_in("before_numbers")
"""Words that make a number the name of something else: `Windows 11`."""

numbering_words = words_in("numbering")  # words that count or join the words of a seed phrase

ordinals = words_in("ordinals")
"""Words that count the words of a seed phrase and may be on its list, too."""

help_desk = words_in("help_desk")
"""Words that messages to a help desk are full of; many are on a list, too."""

stop_characters = _characters_in("stop_characters")
"""Chinese characters that every sentence is full of."""

help_desk_characters = _characters_in("help_desk_han")
"""Characters that Chinese messages to a help desk are full of."""


def is_common(word: str) -> bool:
    """Whether sentences are full of a word, or customers write it after "password"."""
    return word in ordinary_words() or word in stop_words()


@cache
def everyday_words() -> frozenset[str]:
    """Words that sentences are full of, with those of the English list."""
    return stop_words() | frozenset(read_lines("everyday").split())


@cache
def words() -> dict[str, str]:
    """Every word of the alphabetic lists, without accents, to the languages that have it."""
    table: dict[str, str] = {}
    for number, language in enumerate(_ALPHABETIC):
        found = plain("\n".join(_read(language))).split("\n")
        short = [word[:4] for word in found] if language == "english" else []
        for form in dict.fromkeys((*found, *short)):
            table[form] = table.get(form, "") + str(number)
    return table


@cache
def english() -> dict[str, int]:
    """The words of the English list, each with its place."""
    return {word: place for place, word in enumerate(_read("english"))}


@cache
def places(number: str) -> dict[str, int]:
    """The words of the list that `words` calls by this number, each with its place."""
    listed = _read(_ALPHABETIC[int(number)])
    return {plain(word): place for place, word in enumerate(listed)}


@cache
def beside(section: str) -> re.Pattern[str]:
    """A pattern of what tells of a number or token that it stands beside: lines of `beside.txt`."""
    lines = dict(read_sections("beside"))[section].split("\n")
    words, characters = (
        [line for line in lines if line and (line < "\u2e80") is latin] for latin in (True, False)
    )
    return re.compile("|".join([rf"\b(?:{'|'.join(words)})\b", *characters]), re.I)


def read_lines(name: str) -> str:
    """The text of a file in `words/`, without its comments."""
    return read_list(Path(__file__).parent / "words" / (name if "." in name else f"{name}.txt"))


def read_sections(name: str) -> Iterator[tuple[str, str]]:
    """The sections of a file in `words/`: the heading in brackets, and the text."""
    return sections_of(read_lines(name))


def either(section: str) -> str:
    """The alternatives of a pattern that stand in a section of `parts.txt`."""
    return "|".join(dict(read_sections("parts"))[section].strip("\n").split("\n"))


@cache
def shape(section: str) -> re.Pattern[str]:
    """A pattern of tokens that their shape alone tells: the lines of a section of `shapes.txt`."""
    return re.compile("|".join(dict(read_sections("shapes"))[section].split()))


@cache
def characters() -> dict[str, dict[str, int]]:
    """The two Chinese lists: each character and its place."""
    return {
        language: {character: place for place, character in enumerate(_read(language))}
        for language in _CHINESE
    }


@cache
def slips() -> frozenset[str]:
    """What English words of the list become when one letter is lost or replaced by `?`."""
    return frozenset(form for word in _read("english") for form in forms(plain(word)))


def forms(word: str) -> set[str]:
    """The word with any one letter left out: two words that share a form are one slip apart."""
    return {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}


def plain(word: str) -> str:
    """Small letters without accents, as people type them."""
    if word.isascii():
        return word.lower()
    marked = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    first = marked[:1]
    if "\u1100" <= first <= "\u11ff" or "\u3040" <= first <= "\u30ff":
        return unicodedata.normalize("NFKC", word)
    return "".join(c for c in marked if not unicodedata.combining(c)).replace("ł", "l")


def _read(language: str) -> list[str]:
    from importlib.resources import files  # takes 10 ms, and few texts hold so many words

    path = files("mnemonic") / "wordlist" / f"{language}.txt"
    return path.read_text(encoding="utf-8").split()
