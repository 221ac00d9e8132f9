"""Finds the phrases of the content in a message: words, Chinese phrases, verbs in any form."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile(r"(?m)^[ \t]*>.*$")
_WORDS_BETWEEN = r"(?:[^\w\n]+[\w'-]+){0,5}?[^\w\n]+"
_SIGNS_BETWEEN = r"[^。！？\n]{0,12}?"
_PLACEHOLDERS = {
    "{host}": r"(?:https?://\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?![\w@]))",
    "{mail}": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "{phone}": r"(?:\+?\d[\d ()-]{6,17}\d)",
}
_FIGURE = r"\d[\d,.]*\s?(?:k|万)?"
_DONE_ZH = r"(?!前|时|过(?![来去])|了(?!吗|没))"
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]")


class VerbForm(StrEnum):
    """The form in which a phrase stands: the form of a verb decides whether it asks."""

    SET = "set"  # a phrase of any other kind
    HAN = "han"
    FIRST = "first"  # send
    THIRD = "third"  # sends
    ING = "ing"  # sending
    DONE = "done"  # sent


class Spot(NamedTuple):
    """Where a phrase stands in a text, and in what form."""

    start: int
    end: int
    form: VerbForm = VerbForm.SET


class Wording(NamedTuple):
    """A phrase with a part that must stand in a text before its pattern is worth trying."""

    part: str
    words: str
    form: VerbForm = VerbForm.SET


class Wordings(NamedTuple):
    """Wordings that are looked for together."""

    phrases: tuple[Wording, ...]

    def found(self, text: str) -> Iterator[Spot]:
        """Every place of every phrase."""
        for part, words, form in self.phrases:
            if part in text:
                for match in _pattern(words, form is VerbForm.HAN).finditer(text):
                    yield Spot(match.start(), match.end(), form)

    def of(self, text: str) -> "Wordings":
        """Those that can stand in a text, to look for them in its sentences."""
        return Wordings(tuple(phrase for phrase in self.phrases if phrase.part in text))

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands in the text."""
        return any(True for _ in self.found(text))

    def blanked(self, text: str) -> str:
        """The text with blanks in the place of the phrases."""
        for start, end, _ in list(self.found(text)):
            text = text[:start] + " " * (end - start) + text[end:]
        return text


Places = Mapping[str, Mapping[str, list[tuple[str, int]]]]
"""Where wordings stand in lists, by name and number: by their part, and this by its beginning."""


def places_of(lists: Mapping[str, Wordings]) -> Places:
    """Where each wording of these lists stands."""
    places: defaultdict[str, defaultdict[str, list[tuple[str, int]]]]
    places = defaultdict(lambda: defaultdict(list))
    for name, wordings in lists.items():
        for at, phrase in enumerate(wordings.phrases):
            places[phrase.part[:2]][phrase.part].append((name, at))
    return places


def chosen(lists: Mapping[str, Wordings], places: Places, text: str) -> dict[str, Wordings]:
    """Of each list the wordings that can stand in a text, in their order."""
    found: dict[str, list[int]] = {name: [] for name in lists}
    for parts in (parts for start, parts in places.items() if start in text):
        for part, there in parts.items():
            if part in text:
                for name, at in there:
                    found[name].append(at)
    return {
        name: Wordings(tuple(map(lists[name].phrases.__getitem__, sorted(numbers))))
        for name, numbers in found.items()
    }


def phrases(words: str) -> Wordings:
    """The phrases of a list, the longest first."""
    return _arranged(dict.fromkeys(listed(words), VerbForm.SET))


def verbs(words: str) -> Wordings:
    """The verbs of a list in all their forms; `send/sent` has the last one."""
    forms: dict[str, VerbForm] = {}
    for verb in listed(words):
        first, _, done = verb.partition("/")
        bent = {VerbForm.HAN: verb} if HAN.search(verb) else _forms(first, done)
        for kind, form in bent.items():
            forms.setdefault(form, kind)
    return _arranged(forms)


def listed(words: str) -> list[str]:
    """The phrases of a list one by one."""
    return list(dict.fromkeys(filter(None, map(str.strip, words.lower().split(",")))))


def _arranged(forms: dict[str, VerbForm]) -> Wordings:
    ordered = sorted(forms, key=lambda phrase: (-len(phrase), phrase))
    return Wordings(tuple(Wording(_literal(words), words, forms[words]) for words in ordered))


def _forms(verb: str, done: str) -> dict[VerbForm, str]:
    """The forms of an English verb, of whose words the first is bent."""
    first, blank, rest = verb.partition(" ")
    stem = first[:-1] if first.endswith("e") and not first.endswith("ee") else first
    doubled = first + first[-1] if _DOUBLED.fullmatch(first[-3:]) and len(first) < 6 else stem
    third = re.sub(r"(?<=[^aeiou])y$", "ie", first)
    third += "es" if third.endswith(("s", "x", "ch", "sh")) else "s"
    past = done or (third[:-1] + "d" if third.endswith("ies") else doubled + "ed")
    bent = {
        VerbForm.FIRST: first,
        VerbForm.THIRD: third,
        VerbForm.ING: doubled + "ing",
        VerbForm.DONE: past,
    }
    return {form: word + blank + rest for form, word in bent.items()}


def _literal(phrase: str) -> str:
    """The longest part of a phrase that stands in a text as it is."""
    return max(re.split(r"\{\w+\}|#|\*|\.\.|\s+", phrase), key=len)


@lru_cache(maxsize=16384)
def _pattern(phrase: str, verb: bool) -> re.Pattern[str]:
    """What finds a phrase; a Chinese verb that tells what was done already is passed over."""
    wide = bool(HAN.search(phrase))
    parts = [_part(part.strip()) for part in phrase.split("..")]
    body = (_SIGNS_BETWEEN if wide else _WORDS_BETWEEN).join(parts)
    starts, ends = phrase[0].isascii() and phrase[0].isalnum(), phrase[-1].isalnum()
    begin = r"(?<![a-z0-9])" if starts or phrase[0] == "#" else ""
    end = r"(?![a-z0-9]|\.[a-z])" if ends and phrase[-1].isascii() else ""
    return re.compile(begin + body + end + (_DONE_ZH if verb and wide else ""))


def _part(part: str) -> str:
    return "".join(map(_piece, re.split(r"(\{\w+\}|\s*#\s*|\*|\s+)", part)))


def _piece(piece: str) -> str:
    if piece in _PLACEHOLDERS:
        return _PLACEHOLDERS[piece]
    if piece.isspace():
        return r"\s+"
    if piece.strip() == "#":
        return r"\s*" + _FIGURE + r"\s*"
    return "[a-z]*" if piece == "*" else re.escape(piece)


def plainly(text: str) -> str:
    """The message in one form of letters: lower case, simplified, without what it quotes."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    unseen = {c for c in set(text) - {"\n", "\t"} if unicodedata.category(c)[0] == "C"}
    text = text.translate(dict.fromkeys(map(ord, unseen)))
    if HAN.search(text):
        text = simplified(text)
    text = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)
    text = _QUOTED.sub("\n", text)
    # A line that is broken in the midst of a sentence goes on.
    return re.sub(r"(?<=[^\n]{50})(?<=[a-z,])\n(?=[a-z])", " ", text)


def simplified(text: str) -> str:
    from bfx_help.search.chinese import simplify  # its tables are read for Chinese alone

    return simplify(text)
