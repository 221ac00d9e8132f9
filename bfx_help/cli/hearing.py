"""Understands the first words: which topic they mean, and what they already answer."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from bfx_help import faq, inputs
from bfx_help.content import Content
from bfx_help.interview import options
from bfx_help.model import Asks, Entry, Own, Question, Value, Words
from bfx_help.redact import redact

EMERGENCY = ("losing", "gave")
"""The answers to `sec-kind` that open the emergency lane."""

GENERAL = "contact"
"""The topic of questions that need no personal data."""

_TOLD = 5.0  # what a heard state of a topic adds to its score: as much as a short word of its own
_CERTAIN = {
    "sec-kind": ("security", (*EMERGENCY, "impostor")),
    "cp-state": ("complaint", ("conduct", "closed")),
}
"""Answers that nobody gives to a general question: what was heard of them settles the topic."""

_ASKING = re.compile(
    r"[?？吗呢]|怎么|如何|怎样|什么|多少|几点|几个|哪|是否|能不能|可以.*么"
    r"|^(?:how|what|which|where|when|who|is|are|can|do|does|may|should)\b",
    re.I,
)
_ENOUGH = 0.4  # a hit below this does not settle that a general question was asked
_CHINESE = re.compile(r"[\u3400-\u9fff]")
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


def is_chinese(text: str) -> bool:
    """Whether somebody types Chinese."""
    return bool(_CHINESE.search(text))


def listen(words: Value, content: Content, index: faq.Index, now: datetime) -> Heard:
    """What can be understood of the first words."""
    hits = faq.search(index, words, 3)
    said = inputs.hear(words, now)
    answers: dict[str, Value] = {}
    for question in content.questionnaire.questions:
        if question.heard and question.id != "topic":
            value = _answer(question, words, content, said)
            if value:
                answers[question.id] = value
    topic, because = _topic(words, content, hits, answers, said)
    if topic:
        answers["topic"] = Own(topic)
    entries = tuple(content.faq[hit.id] for hit in hits)
    return Heard(answers, because, entries, said.get("asset"))


def _answer(
    question: Question, words: Value, content: Content, said: Mapping[str, str]
) -> Value | None:
    kind = "ticket" if question.id == "ticket" else _BY_KIND.get(question.kind)
    choices = options(question, content.questionnaire, content.topics.values())
    if kind:
        value = said.get(kind)
        if not value or (choices and value not in {option.id for option in choices}):
            return None
        return redact(value, field=question.kind).text
    cues = {option.id: matched(option.words, words) for option in choices}
    longest = {name: max(map(len, found), default=0) for name, found in cues.items()}
    urgent = [name for name in EMERGENCY if longest.get(name)]  # whatever else was said
    best = max(urgent or cues, key=lambda name: longest[name], default=None)
    return Own(best) if best and cues[best] else None


def matched(words: Words, text: str) -> tuple[str, ...]:
    """The cues that stand in a text: English ones as whole words, Chinese ones anywhere."""
    text = text.lower().replace("’", "'")
    english = (
        cue
        for cue in words.en
        if re.search(rf"(?<![a-z0-9]){re.escape(cue.lower())}(?![a-z0-9])", text)
    )
    chinese = (cue for cue in words.zh if cue.lower() in text)
    return tuple(dict.fromkeys((*english, *chinese)))


def _topic(
    words: Value,
    content: Content,
    hits: Iterable[faq.Hit],
    answers: Mapping[str, Value],
    said: Mapping[str, str],
) -> tuple[str | None, tuple[str, ...]]:
    hits = tuple(hits)
    cues = {topic.id: matched(topic.words, words) for topic in content.topics.values()}
    for name, (topic, values) in _CERTAIN.items():
        # Whoever names 2016 asks about the theft from the exchange, not from their own account.
        if answers.get(name) in values and "2016" not in words:
            return topic, cues[topic] or _said(name, answers[name], words, content)
    told = _told(content, answers)
    if (
        hits
        and not told
        and not _a_case(said)
        and _is_general(content.faq[hits[0].id], hits[0], words, cues[GENERAL])
    ):
        return GENERAL, _phrases(hits[0].matched, words)
    scores = {name: float(sum(map(_weight, found))) for name, found in cues.items()}
    for name in told:
        scores[name] += _TOLD
    for hit in hits:
        name = content.faq[hit.id].topic
        scores[name] = scores.get(name, 0.0) + 6 * hit.score
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is None or not scores[best]:
        return None, ()
    because = (_phrases(hit.matched, words) for hit in hits if content.faq[hit.id].topic == best)
    return best, cues.get(best) or next(because, ())


def _phrases(pieces: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The pieces as they stand together in the text, the longest few: single characters say little
    to a reader."""
    pattern = "|".join(re.escape(piece) for piece in sorted(pieces, key=len, reverse=True))
    runs = (run.group() for run in re.finditer(f"(?:{pattern})+", text, re.IGNORECASE))
    told = dict.fromkeys(run for run in runs if len(run) > 1)
    return tuple(sorted(told, key=len, reverse=True)[:3])


def _is_general(entry: Entry, hit: faq.Hit, words: str, cues: Collection[str]) -> bool:
    """Whether the words ask how things are: a general entry fits, and they are a question or name
    what such questions are about (fees, hours)."""
    return entry.general and hit.score >= _ENOUGH and bool(cues or _ASKING.search(words))


def _told(content: Content, answers: Mapping[str, Value]) -> tuple[str, ...]:
    """The topics of which the words already say what is wrong, not only how something is done."""
    return tuple(
        topic
        for question in content.questionnaire.questions
        if question.id in answers and answers[question.id] != "how"
        for topic in question.when.get("topic", ())
        if len(question.when) == 1 and len(question.when["topic"]) == 1
        if topic in content.topics and topic != GENERAL and question.options
    )


def _said(name: str, value: Value, words: Value, content: Content) -> tuple[str, ...]:
    """The words that answered a question with one of its options."""
    return next(
        matched(option.words, words)
        for question in content.questionnaire.questions
        if question.id == name
        for option in question.options
        if option.id == value
    )


def _a_case(said: Mapping[str, str]) -> bool:
    """Whether the words speak of something that happened, not of how things are in general."""
    return any(kind in said for kind in ("time", "amount", "txid", "address", "ticket"))


def _weight(cue: str) -> int:
    return 2 * len(cue) if is_chinese(cue) else len(cue)
