"""Cuts a message into sentences, and finds in them where the words of the content ask.

What asks counts for nothing where a negation stands before it, or a warning, a report or a question
of the reader's own around it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

from bfx_help.model import DemandWords
from bfx_help.verify.imperatives import Grammar, asks
from bfx_help.verify.wordings import (
    HAN,
    Places,
    Spot,
    Wordings,
    chosen,
    listed,
    phrases,
    places_of,
    plainly,
    simplified,
    verbs,
)

_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:\.(?=\S)[^.!?。！？\n]*)*[.!?。！？]*")
_CLAUSE = re.compile(r"[,;:，；：、—–()（）]|\s-\s|\b(?:but|then|so that|and then)\b|但|然后")
_OWN = " official-page "  # what stands for a link to a page of the exchange
_LONGEST = 600  # signs of a sentence; a longer one is read in pieces
_MOST = 20  # places of a list in a sentence
_FRAME = 160  # signs before and after the asking in which a warning counts


class Frame(NamedTuple):
    """Words around a place that turn it into something else, and what only looks like them."""

    words: Wordings
    but: Wordings

    def of(self, text: str) -> "Frame":
        """The words of both that can stand in a text."""
        return Frame(self.words.of(text), self.but.of(text))


class Frames(NamedTuple):
    """What turns asking into something else."""

    negation: Wordings
    carry: Wordings
    around: tuple[Frame, ...]
    no_negation: Wordings
    whole: Wordings
    abbreviated: str
    own_hosts: str

    def of(self, text: str) -> "Frames":
        """The words of all that can stand in a text."""
        return self._replace(
            negation=self.negation.of(text),
            carry=self.carry.of(text),
            around=tuple(frame.of(text) for frame in self.around),
            no_negation=self.no_negation.of(text),
        )


class Compiled(NamedTuple):
    """The words of the content, ready to be looked for."""

    frames: Frames
    grammar: Grammar
    lists: Mapping[str, Wordings]
    verbs: frozenset[str]
    places: Places

    def of(self, text: str) -> "Compiled":
        """The words that can stand in a text, of which most do not."""
        lists = chosen(self.lists, self.places, text)
        return self._replace(frames=self.frames.of(text), lists=lists)


class MessageSentence:
    """A sentence of a message, with where the words of each list stand in it."""

    def __init__(self, text: str, words: Compiled) -> None:
        self.text = text
        self._words = words
        self._found: dict[str, list[Spot]] = {}
        self._framed: dict[tuple[int, bool], bool] = {}

    def places(self, names: str) -> list[Spot]:
        """Where words of these lists stand; a bar parts the lists."""
        return [place for name in names.split("|") for place in self._places(name)]

    def may_hold(self, names: str) -> bool:
        """Whether words of these lists can stand in the message, of which this is a sentence."""
        return any(self._words.lists[name].phrases for name in names.split("|"))

    def has(self, names: str) -> bool:
        """Whether a word of these lists stands in the sentence."""
        return any(map(self._places, names.split("|")))

    def asks(self, names: str) -> bool:
        """Whether a word of these lists stands in the sentence and asks."""
        return any(not self.calls_off(place.start) for place in self.places(names))

    def calls_off(self, at: int, questions: bool = True) -> bool:
        """Whether a negation, a warning, a report or a question of the reader's own turns what
        stands at the place into something else."""
        if (at, questions) not in self._framed:
            frames = self._words.frames
            self._framed[at, questions] = _negated(self.text, at, frames) or _framed(
                self.text, at, frames.around if questions else frames.around[:-1]
            )
        return self._framed[at, questions]

    @property
    def free(self) -> bool:
        """Whether no warning, report or question of the reader's own stands in the sentence."""
        return not any(
            frame.words.within(frame.but.blanked(self.text)) for frame in self._words.frames.around
        )

    def _places(self, name: str) -> list[Spot]:
        if name not in self._found:
            places = list(islice(self._words.lists[name].found(self.text), _MOST))
            if name in self._words.verbs:
                grammar = self._words.grammar
                places = [place for place in places if asks(self.text, place, grammar)]
            self._found[name] = places
        return self._found[name]


def sentences_of(text: str, words: DemandWords) -> list[MessageSentence]:
    """The sentences of a message; none, where the whole asks what to think of one."""
    message = plainly(text)
    lists = (tuple(lists.items()) for lists in (words.verbs, words.wordings, words.frames))
    compiled = _compiled(*lists, bool(HAN.search(message)))
    message = re.sub(compiled.frames.abbreviated, r"\1", message)
    message = re.sub(compiled.frames.own_hosts, _OWN, message)
    if compiled.frames.whole.within(message):
        return []
    words_there = compiled.of(message)
    return [
        MessageSentence(whole[start : start + _LONGEST], words_there)
        for whole in _SENTENCE.findall(message)
        for start in range(0, len(whole), _LONGEST)
    ]


def _framed(sentence: str, at: int, frames: tuple[Frame, ...]) -> bool:
    """Whether a warning, a report or a question of the reader's own stands around the place."""
    near = slice(max(0, at - _FRAME), at + _FRAME)
    return any(frame.words.within(frame.but.blanked(sentence)[near]) for frame in frames)


def _negated(sentence: str, at: int, frames: Frames) -> bool:
    """Whether a negation stands before the place, in its clause or in one that this carries on."""
    start = 0
    for mark in _CLAUSE.finditer(sentence, 0, at):
        clause = sentence[mark.end() : at].lstrip()
        if mark[0] != "、" and all(found.start for found in frames.carry.found(clause)):
            start = mark.end()
    return frames.negation.within(frames.no_negation.blanked(sentence)[start : at + 1])


_Lists = tuple[tuple[str, str], ...]


@cache
def _compiled(verb_lists: _Lists, word_lists: _Lists, frame_lists: _Lists, han: bool) -> Compiled:
    """The words ready to be looked for, without the Chinese ones where there is no Chinese."""
    verbal, worded, framing = (
        {name: _readable(words, han) for name, words in lists}
        for lists in (verb_lists, word_lists, frame_lists)
    )
    lists = {name: phrases(words) for name, words in worded.items()}
    lists |= {name: verbs(words) for name, words in verbal.items()}
    framing = defaultdict(str, framing)  # a folder of its own may do without some
    verb_names, places = frozenset(verbal), places_of(lists)
    return Compiled(_frames(framing), _grammar(framing), lists, verb_names, places)


def _readable(words: str, han: bool) -> str:
    if not han:
        return ", ".join(phrase for phrase in listed(words) if not HAN.search(phrase))
    return simplified(words)


def _frames(lists: Mapping[str, str]) -> Frames:
    around = ("warning", "reported", "own")
    return Frames(
        phrases(lists["negation"]),
        phrases(lists["carry"]),
        tuple(Frame(phrases(lists[name]), phrases(lists[f"no-{name}"])) for name in around),
        phrases(lists["no-negation"]),
        phrases(lists["whole"]),
        rf"\b({_either(lists['abbreviated'])})\.(?=\s)",
        rf"(?<![a-z0-9-])(?:https?://)?(?:[a-z0-9-]+\.)*(?:{_either(lists['own-hosts'])})"
        r"(?![\w-]|\.[a-z])(?:/[^\s,;)]*)?",  # no longer host
    )


def _either(words: str) -> str:
    """A pattern of any word of a list; of an empty one, what is nowhere."""
    return "|".join(map(re.escape, listed(words))) or "(?!)"


def _grammar(lists: Mapping[str, str]) -> Grammar:
    others, compounds = phrases(lists["others-han"]), phrases(lists["compounds"])
    single = Grammar._fields[:-2]
    words = {name: frozenset(listed(lists[name.replace("_", "-")])) for name in single}
    return Grammar(**words, others_han=others, compounds=compounds)
