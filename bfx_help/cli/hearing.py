"""Understands the first words: which topic they mean, and what they already answer."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help import search
from bfx_help.answers.hearing import hear
from bfx_help.cli.cues import matched, plain, weight
from bfx_help.content import Content
from bfx_help.model import Asks, Entry, Own, Question, Value
from bfx_help.redact import redact
from bfx_help.search.chinese import simplify

GENERAL = "contact"
"""The topic of questions that need no personal data."""

_LONGEST = 4000  # characters; what matters stands at the beginning of a long story
_OFFERED = 3  # entries of the FAQ that are offered as an answer
_VOTING = 5  # and those that have a say in the topic
# What an entry adds, times the square of how well it fits: where cues contradict each other, it
# decides between those of about the same length.
_VOTE = 30.0
_TOLD = 5.0  # what a heard state of a topic adds: as much as a short cue
# Without any cue the best entry decides, if it fits so much better than those of other topics.
_CLEARLY = 1.05
_CERTAIN = {"sec-kind": ("impostor",), "cp-state": ("conduct", "closed")}
"""Answers that nobody gives to a general question: what was heard of them settles the topic."""

_ASKING = re.compile(
    r"[?？吗呢]|怎么|如何|怎样|什么|多少|几点|几个|哪|是否|能不能|可以.*么"
    r"|^(?:how|what|which|where|when|who|is|are|can|do|does|may|should)\b",
    re.I,
)
_ENOUGH = 0.4  # a hit below this does not settle that a general question was asked
_IN_GENERAL = re.compile(
    r"\b(?:how|what)\b.*\b(?:prevent|protect|avoid|safe|secure)|^\s*(?:prevent|protect|avoid)"
    r"|\b(?:tips|advice|afraid|what if|protection against)\b|\b2016\b|\byears ago\b"
    r"|\b(?:bitfinex|exchange) (?:(?:ever|been|was|got|get|has) )*hacked"
    r"|(?:怎|如何).*(?:防|避免|保护|不.{0,3}被)|^\s*(?:防|预防|避免)|万一|怕被"
    r"|(?:20)?16 ?年|历史上|历史被|当年|(?:交易所|平台|你们).{0,6}被[盗黑]",
    re.I,
)
"""A clause about losses in general: how to prevent one, or one that the exchange had."""

_BY_KIND = {
    Asks.TIME: "time",
    Asks.AMOUNT: "amount",
    Asks.NETWORK: "network",
    Asks.TXID: "txid",
    Asks.ADDRESS: "address",
    Asks.EMAIL: "email",
}


class Heard(NamedTuple):
    """What the first words say: answers by question id, the words that led to the topic, the FAQ
    entries that fit, and a coin that was named."""

    answers: Mapping[str, Value]
    because: tuple[str, ...]
    entries: tuple[Entry, ...]
    asset: str | None


class _Choice(NamedTuple):
    """An option that the words name, the places that do, and whether it means danger."""

    question: Question
    option: str
    places: tuple[str, ...]
    danger: bool

    @property
    def rank(self) -> tuple[bool, int]:
        """Danger goes first, then what is named at greatest length."""
        return self.danger, max(map(len, self.places))

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics whose first question this answers."""
        return self.question.when.get("topic", ()) if len(self.question.when) == 1 else ()


def listen(typed: Value, content: Content, index: search.Index, now: datetime) -> Heard:
    """What can be understood of the first words."""
    words = typed[:_LONGEST]
    found = search.search(index, words, _VOTING)
    entries = tuple(content.faq[hit.id] for hit in found)
    said = hear(simplify(words), now)
    chosen = _chosen(words, content)
    answers: dict[str, Value] = {one.question.id: Own(one.option) for one in chosen}
    for question in content.questionnaire.questions:
        value = _given(question, content, said) if question.heard else None
        if value:
            answers[question.id] = value
    hits = zip(found, entries, strict=True)
    voting = tuple((hit, entry) for hit, entry in hits if entry.topic in content.topics)
    topic, because = _topic(words, content, voting, chosen, _happened(said))
    if topic:
        answers |= {"topic": Own(topic), **_locked_out(topic, content, answers)}
    return Heard(answers, because, entries[:_OFFERED], said.get("asset"))


def _given(question: Question, content: Content, said: Mapping[str, str]) -> Value | None:
    """The answer to a question that is not answered by choosing: a time, an amount, an id ..."""
    value = said.get("ticket" if question.id == "ticket" else _BY_KIND.get(question.kind, ""))
    networks = {option.id for option in content.questionnaire.networks}
    if not value or (question.kind is Asks.NETWORK and value not in networks):
        return None
    return redact(value, field=question.kind).text


def _happened(said: Mapping[str, str]) -> bool:
    """Whether the words speak of something that happened, not of how things are in general."""
    return any(kind in said for kind in ("time", "amount", "txid", "address", "ticket"))


# -- options -----------------------------------------------------------------------------------


def _chosen(words: str, content: Content) -> tuple[_Choice, ...]:
    """The options that the words name, one to a question."""
    named = tuple(_named(words, content))
    harmless = tuple(place for one in named if not one.danger for place in one.places)
    best: dict[str, _Choice] = {}
    for one in named:
        name = one.question.id
        if one.danger and not _is_danger(one, words, harmless):
            continue
        if name not in best or one.rank > best[name].rank:
            best[name] = one
    return tuple(best.values())


def _named(words: str, content: Content) -> Iterator[_Choice]:
    dangers = {
        (name, value)
        for derived in content.questionnaire.derived
        if derived.id == "danger"
        for case in derived.cases
        for name, values in case.when.items()
        for value in values
    }
    for question in content.questionnaire.questions:
        for option in question.options if question.heard else ():
            places = tuple(matched(option.words, words).values())
            if places:
                danger = (question.id, option.id) in dangers
                yield _Choice(question, option.id, places, danger)


def _is_danger(one: _Choice, words: str, harmless: Collection[str]) -> bool:
    """Whether it has come to this person. What stands inside a longer cue means what that one
    means: a stolen phone is a lost one."""
    places = {
        plain(place)
        for place in one.places
        if not any(place in other and place != other for other in harmless)
    }
    return any(
        place in clause and not _IN_GENERAL.search(clause)
        for clause in re.split(r"[,.](?!\d)|[;!?，。；！？\n]", plain(words))
        for place in places
    )


def _locked_out(topic: str, content: Content, answers: Mapping[str, Value]) -> dict[str, Value]:
    """What follows where somebody says that the login fails: nothing can be looked at, and of an
    account that is what is wrong, if nothing else was said."""
    return {
        question.id: Own(option.id)
        for question in content.questionnaire.questions
        if answers.get("can-log-in") == "unable" and question.when.get("topic") == (topic,)
        for option in question.options
        if option.id == "cannot-look" or (option.id == "login-error" and question.id not in answers)
    }


# -- the topic ---------------------------------------------------------------------------------

_Hits = Sequence[tuple[search.Hit, Entry]]
_Led = tuple[str | None, tuple[str, ...]]  # a topic, and the words that led to it


def _topic(
    words: str, content: Content, hits: _Hits, chosen: Collection[_Choice], happened: bool
) -> _Led:
    cues = {topic.id: matched(topic.words, words) for topic in content.topics.values()}
    for one in sorted(chosen, key=lambda one: not one.danger):
        if one.topics and (one.danger or one.option in _CERTAIN.get(one.question.id, ())):
            return one.topics[0], _quoted(cues[one.topics[0]].values() or one.places)
    told = {topic for one in chosen if one.option != "how" for topic in one.topics}
    told &= content.topics.keys() - {GENERAL}
    if hits and not told and not happened and _is_general(*hits[0], words, cues.get(GENERAL, ())):
        return GENERAL, _phrases(hits[0][0].matched, words)
    if not told and not any(cues.values()):
        return _by_faq(words, hits)
    scores = {name: float(sum(map(weight, found))) for name, found in cues.items()}
    for hit, entry in hits[:_OFFERED]:
        scores[entry.topic] += _VOTE * hit.score**2
    for name in told:
        scores[name] += _TOLD
    if told:  # something is wrong: no general question
        scores.pop(GENERAL, None)
    best = max(scores, key=lambda name: scores[name])
    states = [place for one in chosen if best in one.topics for place in one.places]
    return best, _quoted(cues[best].values() or states)


def _by_faq(words: str, hits: _Hits) -> _Led:
    """The topic of the entry that fits best, where no other topic's entry comes near and the words
    that led there are worth quoting."""
    best = hits[0] if hits else None
    others = (hit.score for hit, entry in hits if best and entry.topic != best[1].topic)
    because = _phrases(best[0].matched, words) if best else ()
    if best is None or not because or best[0].score < _CLEARLY * max(others, default=0.0):
        return None, ()
    return best[1].topic, because


def _is_general(hit: search.Hit, entry: Entry, words: str, cues: Collection[str]) -> bool:
    """Whether the words ask how things are: a general entry fits, and they are a question or name
    what such questions are about (fees, hours)."""
    return entry.general and hit.score >= _ENOUGH and bool(cues or _ASKING.search(words))


def _quoted(places: Collection[str]) -> tuple[str, ...]:
    """The places worth quoting: each once, none that is part of another, only a few."""
    whole = (
        place
        for place in places
        if '"' not in place and not any(place in other and place != other for other in places)
    )
    return tuple(dict.fromkeys(whole))[:4]


def _phrases(pieces: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The pieces as they stand together in the text, the longest few: single characters say little
    to a reader."""
    pattern = "|".join(re.escape(piece) for piece in sorted(pieces, key=len, reverse=True))
    runs = (run.group() for run in re.finditer(f"(?:{pattern})+", text, re.IGNORECASE))
    told = dict.fromkeys(run for run in runs if len(run) > 1)
    return tuple(sorted(told, key=len, reverse=True)[:3])
