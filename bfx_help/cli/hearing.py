"""Understands the first words: which topic they mean, and what they already answer."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from bfx_help import faq, inputs
from bfx_help.content import Content
from bfx_help.interview import options
from bfx_help.model import Asks, Entry, Own, Question, Value, Words
from bfx_help.redact import redact

EMERGENCY = ("losing", "gave")
"""The answers to `sec-kind` that open the emergency lane."""

_ENOUGH = 0.45  # a hit below this does not settle that a general question was asked
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
    best = max(cues, key=lambda name: max(map(len, cues[name]), default=0), default=None)
    return Own(best) if best and cues[best] else None


def matched(words: Words, text: str) -> tuple[str, ...]:
    """The cues that stand in a text: English ones as whole words, Chinese ones anywhere."""
    text = text.lower().replace("’", "'")
    english = (
        cue for cue in words.en if re.search(rf"(?<!\w){re.escape(cue.lower())}(?!\w)", text)
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
    if answers.get("sec-kind") in EMERGENCY and "2016" not in words:
        return "security", cues["security"] or tuple(words.split()[:6])
    if hits and content.faq[hits[0].id].general and hits[0].score >= _ENOUGH and not _a_case(said):
        return "contact", hits[0].matched
    scores = {name: float(sum(map(_weight, found))) for name, found in cues.items()}
    for hit in hits:
        name = content.faq[hit.id].topic
        scores[name] = scores.get(name, 0.0) + 6 * hit.score
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is None or not scores[best]:
        return None, ()
    return best, cues.get(best) or next(
        hit.matched for hit in hits if content.faq[hit.id].topic == best
    )


def _a_case(said: Mapping[str, str]) -> bool:
    """Whether the words speak of something that happened, not of how things are in general."""
    return any(kind in said for kind in ("time", "amount", "txid", "address", "ticket"))


def _weight(cue: str) -> int:
    return 2 * len(cue) if is_chinese(cue) else len(cue)
