"""The clauses of a text: what each says happened, denies, reports of others, or only supposes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bfx_help.interview.lexicon import LONGEST_STORY, Lexicon, Tag, read, tags_of, within
from bfx_help.name_lists import pattern_of
from bfx_help.search.terms import (
    APOSTROPHE,
    DENIED,
    FUNCTION_CHARACTERS,
    FUNCTION_WORDS,
    Run,
    is_chinese,
    normalise,
    runs,
)

REACH = 6  # English words that a denial reaches
SIGNS = 8  # Chinese characters that it reaches
SHORT = 2  # words or characters beside "that is not true" that make it speak of what stood before

_SPLIT = (
    r"[!?;，。！？；、\n]+|\.+(?=\s|$)|,(?!\d|\s20\d\d\b)|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])"
    rf"|\s[-–—]+\s|{pattern_of('messages', 'turns')}"
)
OPENING = 3  # characters at the beginning of a clause within which a question begins
FRAMES = ("maybe", "reported", "disclaimed")
DEEDS = ("gave", "gave-it", "handed", "logged-there")
DENYING = frozenset(("not", "idiom", "double", "untrue", "turn", "deniable", "reported"))
"""The concepts that tell what a phrasing denies: all that the signs in it rest on."""
_QUOTED = r"[\"“「『«][^\"”」』»]{8,}[\"”」』»]?"


class Clause(NamedTuple):
    """A part of a sentence: its place and text, the expressions in it, the places that it denies,
    the concepts that it asserts and denies, and whether the writer says it firmly, be it long past
    or only wished: neither supposes it, nor reports it, nor says that it is not so; and how much
    it says."""

    start: int
    text: str
    tags: tuple[Tag, ...]
    denials: tuple[tuple[int, int], ...]
    asserted: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    firm: bool = True
    length: float = 0.0

    def denies(self, tag: Tag) -> bool:
        """Whether the expression stands in the reach of a denial."""
        return any(start <= tag.start < end for start, end in self.denials)

    def has(self, *concepts: str) -> bool:
        """Whether it asserts one of these concepts."""
        return not self.asserted.isdisjoint(concepts)

    @property
    def doubtful(self) -> bool:
        """Whether it need not have happened: supposed, reported, long past, somebody else's, or
        only wished. A wish after a deed is its reason: "I gave it because he wanted it"."""
        if not self.firm or self.has("formerly", "others", "general"):
            return True
        first = next((tag.concept for tag in self.tags if tag.concept in ("wish", *DEEDS)), None)
        return first == "wish" and self.has("wish")

    @property
    def marked(self) -> str:
        """The text with a sign before each word that turns into something else where denied."""
        places = {
            place
            for tag in self.tags
            if tag.concept == "deniable" and self.denies(tag)
            for place in starts(self.text, tag.start - self.start, tag.end - self.start)
        }
        signs = (f" {DENIED}{sign}" if at in places else sign for at, sign in enumerate(self.text))
        return "".join(signs)


def starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words, or runs of Chinese characters, between these places begin."""
    for run in runs(text[start:end]):
        yield start + run.start


def clauses_of(lexicon: Lexicon, text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in their order."""
    plain = read(text)
    tags = tags_of(lexicon, plain)
    quotes = quoted(plain, tags)
    found: list[Clause] = []
    for start, end in cut(plain):
        inner = tuple(tag for tag in within(tags, start, end) if tag.end <= end)
        if any(first <= start < last for first, last in quotes):
            inner = (Tag(start, start, "reported"), *inner)
        if found and (frame := open_frame(found[-1])):
            inner = (Tag(start, start, frame), *inner)
        if found and follows(found[-1], inner, start):
            inner = (Tag(start, start, "maybe"), *inner)
        clause = Clause(start, plain[start:end], inner, ())
        clause = clause._replace(denials=tuple(denials(clause)))
        if found and (speaks_of_before(clause) or answers(clause, plain, found[-1])):
            found[-1] = contradicted(found[-1])
        if not says_only(clause, "affirmed"):
            clause = without(clause, ("affirmed",))
        elif found:
            found[-1] = without(found[-1], ("maybe", "reported", "wish"))
        found.append(clause)
    return tuple(map(sorted_out, found))


def contradicted(clause: Clause) -> Clause:
    """A clause of which the next says that it is not so: what it says, or what it reports."""
    says = [tag.end for tag in clause.tags if tag.concept == "reported"]
    whole = (max(says, default=clause.start), clause.start + len(clause.text))
    return clause._replace(denials=(*clause.denials, whole))


def without(clause: Clause, concepts: tuple[str, ...]) -> Clause:
    """A clause without the expressions of some concepts."""
    return clause._replace(tags=tuple(tag for tag in clause.tags if tag.concept not in concepts))


def answers(clause: Clause, text: str, before: Clause) -> bool:
    """Whether it says no to the question before it, and nothing else: "hacked? no"."""
    asked = "?" in text[before.start + len(before.text) : clause.start]
    return asked and says_only(clause, "denied-answer")


def says_only(clause: Clause, concept: str) -> bool:
    """Whether a clause holds expressions of one concept, and beside them nothing that counts."""
    rest, at = [], clause.start
    for tag in (tag for tag in clause.tags if tag.concept == concept):
        rest.append(clause.text[at - clause.start : tag.start - clause.start])
        at = tag.end
    rest.append(clause.text[at - clause.start :])
    return at > clause.start and not any(map(counts, (run for part in rest for run in runs(part))))


def says_nothing(clause: Clause) -> bool:
    """Whether a clause names no matter: it only calls for help, denies, or is denied as a whole, or
    it is a link or a number alone."""
    if re.fullmatch(r"\s*(?:https?://\S+|[#\d\s]+)\s*", clause.text):
        return True
    end = clause.start + len(clause.text)
    denied = any(start <= clause.start and end <= last for start, last in clause.denials)
    return denied or says_only(clause, "vague") or says_only(clause, "denied-answer")


def counts(run: Run) -> bool:
    """Whether a word, or one of these Chinese characters, carries something."""
    if run.chinese:
        return any(sign not in FUNCTION_CHARACTERS for sign in run.text)
    return run.text not in FUNCTION_WORDS


def as_typed(text: str, clause: Clause) -> str:
    """A clause in the spelling of the text."""
    dropped = {found.start() for found in APOSTROPHE.finditer(text)}
    places_left = (place for place in range(len(text[:LONGEST_STORY])) if place not in dropped)
    places = [place for place in places_left for _ in as_read(text[place])]
    end = clause.start + len(clause.text)
    if not clause.text or end > len(places):
        return clause.text
    return text[places[clause.start] : places[end - 1] + 1]


def as_read(sign: str) -> str:
    """A character as it is read."""
    return sign if sign.isascii() else normalise(sign)


def sorted_out(clause: Clause) -> Clause:
    """The clause with the concepts that it asserts, and those that it denies."""
    denied = {tag for tag in clause.tags if clause.denies(tag)}
    return clause._replace(
        asserted=frozenset(tag.concept for tag in clause.tags if tag not in denied),
        denied=frozenset(tag.concept for tag in denied),
        firm=all(tag.concept not in FRAMES for tag in clause.tags),
        length=length_of(clause),
    )


def length_of(clause: Clause) -> float:
    """How much is said: a Chinese character is half a word, and anger says nothing."""
    anger = [tag for tag in clause.tags if tag.concept == "insult"]
    length = 0.0
    for run in runs(clause.text):
        place = clause.start + run.start
        if run.text in FUNCTION_WORDS or any(tag.start <= place < tag.end for tag in anger):
            continue
        length += len(run.text) / 2 if run.chinese else 1
    return length


def open_frame(clause: Clause) -> str | None:
    """How what follows is meant, where the clause ends with the words that say so: "they say"."""
    last = next((tag for tag in reversed(clause.tags) if tag.concept in FRAMES), None)
    if last is None:
        return None
    rest = runs(clause.text[max(0, last.end - clause.start) :])
    return None if any(run.text not in FUNCTION_WORDS for run in rest) else last.concept


def follows(before: Clause, tags: tuple[Tag, ...], start: int) -> bool:
    """Whether a clause asks what follows from the supposition before it."""
    supposed = any(tag.concept == "maybe" for tag in before.tags)
    asked = any(tag.concept == "asks" and tag.start <= start + OPENING for tag in tags)
    return supposed and asked


def quoted(text: str, tags: tuple[Tag, ...]) -> tuple[tuple[int, int], ...]:
    """The places in quotation marks after somebody's words were announced."""
    reported = min((tag.end for tag in tags if tag.concept == "reported"), default=len(text))
    return tuple(found.span() for found in re.finditer(_QUOTED, text) if found.start() >= reported)


def marked(lexicon: Lexicon, text: str) -> str:
    """A phrasing as it is to be indexed: with a sign before the words that it denies. Most hold
    nothing that could be denied, or no denial."""
    plain = read(text)
    concepts = {tag.concept for tag in tags_of(lexicon, plain)}
    if "deniable" not in concepts or concepts.isdisjoint(("not", "untrue", "denied-answer")):
        return " ".join(plain[start:end] for start, end in cut(plain))
    return " ".join(clause.marked for clause in clauses_of(lexicon, text))


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses stand."""
    start = 0
    for gap in re.finditer(_SPLIT, text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
            start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def denials(clause: Clause) -> Iterator[tuple[int, int]]:
    """The places that the clause denies; two denials side by side affirm."""
    idioms = [tag for tag in clause.tags if tag.concept in ("idiom", "double")]
    signs = [tag for tag in clause.tags if tag.concept == "not"]
    ended = -1
    for at, tag in enumerate(signs):
        if any(idiom.start <= tag.start < idiom.end for idiom in idioms):
            continue
        beside = clause.text[ended - clause.start : tag.start - clause.start] if ended >= 0 else "-"
        if not beside.strip():
            ended = -1
            continue
        ended = tag.end
        second = signs[at + 1] if at + 1 < len(signs) else None
        if second and not clause.text[tag.end - clause.start : second.start - clause.start].strip():
            continue
        yield tag.end, reach_of(clause, tag)
    for tag in clause.tags:
        if tag.concept == "untrue":
            yield clause.start, tag.start


def reach_of(clause: Clause, tag: Tag) -> int:
    """How far a denial reaches: so many words, or up to a word that turns the sentence."""
    end = next_words(clause, tag.end, REACH)
    turns = (turn.start for turn in clause.tags if turn.concept == "turn" and turn.start > tag.end)
    return min([end, *turns])


def next_words(clause: Clause, place: int, words: int) -> int:
    """The place so many words after this one; a Chinese character is less than a word."""
    left = words * (SIGNS / REACH)
    offset = place - clause.start
    for run in runs(clause.text[offset:]):
        if run.chinese:
            if len(run.text) >= left:
                return place + run.start + int(left)
            left -= len(run.text)
        else:
            left -= 0 if run.text in FUNCTION_WORDS else SIGNS / REACH
            if left <= 0:
                return place + run.start + len(run.text)
    return clause.start + len(clause.text)


def speaks_of_before(clause: Clause) -> bool:
    """Whether it is only a denial of what was said before: "that is not true"."""
    untrue = [tag for tag in clause.tags if tag.concept == "untrue"]
    if not untrue:
        return False
    before = clause.text[: untrue[0].start - clause.start]
    words = [run for run in runs(before) if run.text not in FUNCTION_WORDS]
    return sum(len(run.text) if is_chinese(run.text[0]) else 1 for run in words) <= SHORT
