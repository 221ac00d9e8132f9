"""Reads what a message demands of its reader, by the words of the content.

A demand is a word that asks and what it asks for, close together, where neither a negation stands
before it nor a warning, a report or a question of the reader's own around it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

from bfx_help.model import Demand, DemandRule, DemandWords
from bfx_help.verify.asking import Grammar, asks
from bfx_help.verify.wordings import HAN, Spot, VerbForm, Wordings, listed, phrases, verbs

_QUOTED = re.compile(r"(?m)^[ \t]*>.*$")
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:\.(?=\S)[^.!?。！？\n]*)*[.!?。！？]*")
_CLAUSE = re.compile(r"[,;:，；：、—–()（）]|\s-\s|\b(?:but|then|so that|and then)\b|但|然后")
_BACKWARDS = re.compile(
    r"\s*(?:(?:it|them|this|these|those|both|that|here|over|to|back|$)(?![\w'])"
    r"|(?:[\w']+\s+){1,3}(?:there|into it|to it|with them|with it)(?![\w']))"
)
_OWN = " official-page "  # what stands for a link to a page of the exchange
_STOPS = re.compile(r"[,，;；:：。]")
_LATIN = re.compile(r"[a-z]+")
_PRONOUNS = re.compile(
    r"\s*(?:it|them|this|these|those|both)(?![\w'])(?!\s+(?:the|a|an|your?|what|how)\b)"
)
_READ = 20_000  # signs of a message that are read: no fraud is longer
_LONGEST = 600  # signs of a sentence; a longer one is read in pieces
_MOST = 20  # places of a list in a sentence
_FRAME = 160  # signs before and after the asking in which a warning counts
_PRONOUN = 2  # sentences before one that a pronoun may stand for
_BESIDE = 3  # sentences around one in which what belongs to a demand may stand
_AFTER, _BEFORE, _SIGNS = 18, 8, 24
"""So far what is asked for may stand from the asking: words behind it, words before it, and Chinese
signs on either side."""


class Frame(NamedTuple):
    """Words around a place that turn it into something else, and what only looks like them."""

    words: Wordings
    but: Wordings


class Frames(NamedTuple):
    """What turns asking into something else."""

    negation: Wordings
    carry: Wordings
    around: tuple[Frame, ...]
    no_negation: Wordings
    whole: Wordings
    abbreviated: str
    own_hosts: str


class Compiled(NamedTuple):
    """The words of the content, ready to be looked for."""

    frames: Frames
    grammar: Grammar
    lists: Mapping[str, Wordings]
    verbs: frozenset[str]


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

    def has(self, names: str) -> bool:
        """Whether a word of these lists stands in the sentence."""
        return any(map(self._places, names.split("|")))

    def calls_off(self, at: int, questions: bool = True) -> bool:
        """Whether a negation, a warning, a report or a question of the reader's own turns what
        stands at the place into something else."""
        if (at, questions) not in self._framed:
            frames = self._words.frames
            self._framed[at, questions] = _negated(self.text, at, frames) or _framed(
                self.text, at, frames.around if questions else frames.around[:-1]
            )
        return self._framed[at, questions]

    def _places(self, name: str) -> list[Spot]:
        if name not in self._found:
            places = list(islice(self._words.lists[name].found(self.text), _MOST))
            if name in self._words.verbs:
                grammar = self._words.grammar
                places = [place for place in places if asks(self.text, place, grammar)]
            self._found[name] = places
        return self._found[name]


def demands(text: str, words: DemandWords) -> tuple[Demand, ...]:
    """What the message demands of its reader, each kind once, with the sentence that does."""
    message = _plainly(text[:_READ])
    lists = (tuple(lists.items()) for lists in words[1:])
    compiled = _compiled(*lists, bool(HAN.search(message)))
    message = re.sub(compiled.frames.abbreviated, r"\1", message)
    message = re.sub(compiled.frames.own_hosts, _OWN, message)
    sentences = [
        MessageSentence(whole[start : start + _LONGEST], compiled)
        for whole in _SENTENCE.findall(message)
        for start in range(0, len(whole), _LONGEST)
    ]
    found: dict[str, Demand] = {}
    if compiled.frames.whole.within(message):
        return ()
    for rule in words.demands:
        if rule.kind in found:
            continue
        for at in range(len(sentences)):
            if _demanded(sentences, at, rule):
                found[rule.kind] = Demand(rule.kind, sentences[at].text.strip())
                break
    return tuple(found.values())


def _plainly(text: str) -> str:
    """The message in one form of letters: lower case, simplified, without what it quotes."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    text = "".join(c for c in text if c in "\n\t " or unicodedata.category(c)[0] != "C")
    if HAN.search(text):
        text = _simplified(text)
    text = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)
    text = _QUOTED.sub("\n", text)
    # A line that is broken in the midst of a sentence goes on.
    return re.sub(r"(?<=[^\n]{50})(?<=[a-z,])\n(?=[a-z])", " ", text)


def _demanded(sentences: list[MessageSentence], at: int, rule: DemandRule) -> bool:
    """Whether a sentence demands by this rule."""
    sentence = sentences[at]
    first, *rest = rule.has
    places = sentence.places(first)
    if not places or any(map(sentence.has, rule.unless)):
        return False
    around = sentences[max(0, at - _BESIDE) : at + _BESIDE + 1]
    if not all(any(other.has(names) for other in around) for names in rule.near):
        return False
    earlier = sentences[max(0, at - _PRONOUN) : at]
    return any(
        not sentence.calls_off(place.start, not rule.question)
        and all(_belongs(sentence, place, names, earlier) for names in rest)
        for place in places
    )


def _belongs(
    sentence: MessageSentence, ask: Spot, names: str, earlier: list[MessageSentence]
) -> bool:
    """Whether one of the words belongs to the asking; a pronoun may stand for one of the sentences
    before."""
    for thing in sentence.places(names):
        if _close(sentence.text, ask, thing) and not sentence.calls_off(thing.start):
            return True
    pronoun = _PRONOUNS.match(sentence.text, ask.end)
    return bool(pronoun) and any(before.has(names) for before in earlier)


def _close(text: str, ask: Spot, thing: Spot) -> bool:
    """Whether two places are near enough, and in an order that makes sense."""
    behind = ask.end <= thing.start
    if not behind and thing.end > ask.start:
        return False
    between = text[ask.end : thing.start] if behind else text[thing.end : ask.start]
    if HAN.search(text, ask.start, ask.end):
        return _close_han(between, ask.end - ask.start)
    if ";" in between:
        return False
    if behind:
        return len(between.split()) <= _AFTER
    loose = ask.form in (VerbForm.SET, VerbForm.DONE, VerbForm.THIRD) or _BACKWARDS.match(
        text, ask.end
    )
    return bool(loose) and len(between.split()) <= _BEFORE


def _close_han(between: str, length: int) -> bool:
    """The same beside a Chinese word: the shorter it is, the nearer the other must stand."""
    apart = len(HAN.findall(between)) + len(_LATIN.findall(between))
    return apart <= min(_SIGNS, _SIGNS // 2 * length) and (length > 1 or not _STOPS.search(between))


def _framed(sentence: str, at: int, frames: tuple[Frame, ...]) -> bool:
    """Whether a warning, a report or a question of the reader's own stands around the place."""
    near = slice(max(0, at - _FRAME), at + _FRAME)
    return any(frame.words.within(frame.but.blanked(sentence)[near]) for frame in frames)


def _negated(sentence: str, at: int, frames: Frames) -> bool:
    """Whether a negation stands before the place, in its clause or in one that this carries on."""
    start = 0
    for mark in _CLAUSE.finditer(sentence, 0, at):
        if mark[0] != "、" and not _carried(sentence[mark.end() : at], frames):
            start = mark.end()
    return frames.negation.within(frames.no_negation.blanked(sentence)[start : at + 1])


def _carried(clause: str, frames: Frames) -> bool:
    """Whether a clause goes on with the one before it."""
    clause = clause.lstrip()
    return any(not found.start for found in frames.carry.found(clause))


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
    return Compiled(_frames(framing), _grammar(framing), lists, frozenset(verbal))


def _readable(words: str, han: bool) -> str:
    if not han:
        return ", ".join(phrase for phrase in listed(words) if not HAN.search(phrase))
    return _simplified(words)


def _simplified(text: str) -> str:
    from bfx_help.search.chinese import simplify  # its tables are read for Chinese alone

    return simplify(text)


def _frames(lists: Mapping[str, str]) -> Frames:
    around = ("warning", "reported", "own")
    return Frames(
        phrases(lists["negation"]),
        phrases(lists["carry"]),
        tuple(Frame(phrases(lists[name]), phrases(lists[f"no-{name}"])) for name in around),
        phrases(lists["no-negation"]),
        phrases(lists["whole"]),
        rf"\b({_either(lists['abbreviated'])})\.(?=\s)",
        _hosts(lists["own-hosts"]),
    )


def _hosts(hosts: str) -> str:
    """What finds a link to one of these hosts, and to no longer one."""
    return rf"(?:https?://)?(?:[\w-]+\.)*(?:{_either(hosts)})(?![\w-]|\.[a-z])(?:/[^\s,;)]*)?"


def _either(words: str) -> str:
    """A pattern of any word of a list; of an empty one, what is nowhere."""
    return "|".join(map(re.escape, listed(words))) or "(?!)"


def _grammar(lists: Mapping[str, str]) -> Grammar:
    def words(name: str) -> frozenset[str]:
        return frozenset(listed(lists[name]))

    return Grammar(
        leading=words("leading"),
        others=words("others"),
        readers=words("readers"),
        beginning=words("beginning"),
        before_ing=words("before-ing"),
        passive=words("passive"),
        conditions=words("conditions"),
        others_han=phrases(lists["others-han"]),
        compounds=phrases(lists["compounds"]),
    )
