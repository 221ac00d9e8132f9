"""What a word near a value can say about it; allows for slips of the finger.

`words/keywords*.txt` hold the words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum, auto
from functools import cache

from bfx_help.redact.secret_kinds import SecretKind
from bfx_help.redact.word_lists import plain, read_sections, words_in


class Meaning(IntEnum):
    """What a word says about the value beside it."""

    SEED = auto()
    KEY = auto()
    TOTP = auto()
    CODE = auto()
    BACKUP = auto()
    PASSWORD = auto()
    PIN = auto()
    API = auto()
    TOKEN = auto()
    GIFT = auto()
    CARD = auto()
    CVV = auto()
    IDENTITY = auto()
    PUBLIC = auto()  # a transaction, an address, a hash
    NUMBER = auto()  # an order, a ticket, an amount, a time
    ENTRY = auto()  # getting in, typing, how a word is spelt: a password may stand near


def meanings(names: str) -> frozenset[Meaning]:
    """The meanings of these names."""
    return frozenset(Meaning[name] for name in names.split())


def kinds_of(names: str) -> dict[Meaning, SecretKind]:
    """The kinds of secrets that have the names of their meanings."""
    return {meaning: SecretKind[meaning.name] for meaning in meanings(names)}


Meanings = Mapping[Meaning, bool]
"""What a phrase says of a value, and whether it is weak: decides only if nothing better is near."""


_no_slips = words_in("no_slips")
"""Words that differ from a keyword by one letter and mean something else."""


def keyword_table(name: str) -> Iterator[tuple[Meaning, bool, str]]:
    """The rows of a file of keywords: what they mean, whether they are weak, and the phrases."""
    for heading, phrases in read_sections(name):
        meaning, _, weak = heading.partition(" ")
        yield Meaning[meaning.upper()], weak == "weak", phrases


def look_up(phrase: str) -> Meanings | None:
    """What a phrase of words means, if it is in the tables."""
    phrases, stems, _ = _tables()
    if phrase in phrases:
        return phrases[phrase]
    shortest = max(2, phrase.rfind(" "))  # the ending is of the last word alone
    sizes = range(len(phrase), shortest, -1)
    found = next((stems[phrase[:size]] for size in sizes if phrase[:size] in stems), None)
    bent = _bent().get(phrase[:3], ()) if found is None and " " in phrase else ()
    return found or next((meant for pattern, meant in bent if pattern.fullmatch(phrase)), None)


def named_by(value: str) -> Meanings | None:
    """What a value says of itself by the letters that it begins with: `Ticket#8812`."""
    letters = re.match("[A-Za-z]+", value)
    return look_up(letters.group().lower()) if letters else None


@cache
def _tables() -> tuple[dict[str, Meanings], dict[str, Meanings], int]:
    """Whole phrases, beginnings of phrases, and the number of words in the longest."""
    phrases: dict[str, dict[Meaning, bool]] = {}
    stems: dict[str, dict[Meaning, bool]] = {}
    for meaning, weak, listed in keyword_table("keywords"):
        for phrase in re.split(r",\s*", plain(listed.strip())):
            target = stems if phrase.endswith("*") else phrases
            target.setdefault(" ".join(phrase.rstrip("*").split()), {})[meaning] = weak
    longest = max(phrase.count(" ") for phrase in (*phrases, *stems)) + 1
    return {**phrases}, {**stems}, longest


@cache
def _bent() -> dict[str, list[tuple[re.Pattern[str], Meanings]]]:
    """By their first three letters, the phrases of which not only the last word has any ending."""
    phrases, stems, _ = _tables()
    bent: dict[str, list[tuple[re.Pattern[str], Meanings]]] = {}
    ended = {f"{stem}*": meant for stem, meant in stems.items()}
    for phrase, meant in (*phrases.items(), *ended.items()):
        if "*" in phrase[:-1]:
            pattern = re.compile(re.escape(phrase).replace(r"\*", r"\w*"))
            bent.setdefault(phrase[:3], []).append((pattern, meant))
    return bent


def longest_phrase() -> int:
    """The number of words in the longest phrase of the tables."""
    return _tables()[2]


@cache
def openers() -> frozenset[str]:
    """The first words of all phrases; of a phrase with any ending, its first four letters."""
    phrases, stems, _ = _tables()
    first = {phrase.split()[0] for phrase in (*phrases, *stems)}
    begun = {stem[:4] for stem in stems if " " not in stem}
    begun |= {word[:4].rstrip("*") for word in first if word.endswith("*")}
    return frozenset(first | begun)


@cache
def unspaced() -> tuple[re.Pattern[str], dict[str, Meanings]]:
    """A pattern of all phrases in scripts without spaces, and what each of them means."""
    table: dict[str, dict[Meaning, bool]] = {}
    for meaning, weak, phrases in keyword_table("keywords_unspaced"):
        for phrase in phrases.lower().split():
            table.setdefault(phrase, {})[meaning] = weak
    longest_first = sorted(table, key=len, reverse=True)
    pattern = "|".join(phrase.replace("_", r"\s?") for phrase in longest_first)
    joined = {phrase.replace("_", ""): meanings for phrase, meanings in table.items()}
    return re.compile(pattern, re.I), {**joined}


def corrected(word: str) -> str:
    """The word of the tables that this is, or is a slip of the finger away from."""
    letters = plain(word)
    if len(letters) < 5 or not letters.isalpha():
        return letters
    vocabulary, slips = _vocabulary()
    if letters in vocabulary or letters in _no_slips() or look_up(letters):
        return letters
    for variant in (letters, *(_deletions(letters) if len(letters) > 5 else ())):
        for meant in slips.get(variant, ()):
            if meant[0] == letters[0] and abs(len(meant) - len(letters)) <= 1:
                return meant
    return letters


@cache
def _vocabulary() -> tuple[frozenset[str], dict[str, list[str]]]:
    """The longer words of the tables, and what they become when a letter is lost."""
    phrases, stems, _ = _tables()
    words = {word for phrase in (*phrases, *stems) for word in phrase.split() if len(word) >= 6}
    slips: dict[str, list[str]] = {}
    for word in sorted(words):
        for variant in (word, *_deletions(word)):
            slips.setdefault(variant, []).append(word)
    return frozenset(words), slips


def _deletions(word: str) -> Iterable[str]:
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))
