"""Reads what a message demands of its reader, by the words of the content.

A demand is asking and what is asked for, in one sentence, where neither a negation stands before
it nor a warning, a report or a question of the reader's own around it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from bfx_help.model import Demand, DemandRule, DemandWords
from bfx_help.verify.extract import LONGEST

_HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile(r"(?m)^\s*>.*$")
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:\.(?=\S)[^.!?。！？\n]*)*[.!?。！？]*")
_CLAUSE = re.compile(r"[,;:，；：、—–()（）]|\s-\s|\b(?:but|then|so that|and then)\b|但|然后")
_WORDS_BETWEEN = r"(?:[^\w\n]+[\w'-]+){0,5}?[^\w\n]+"
_SIGNS_BETWEEN = r"[^。！？\n]{0,12}?"
_PLACEHOLDERS = {
    "{host}": r"(?:https?://\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?![\w@]))",
    "{mail}": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "{phone}": r"(?:\+?\d[\d ()-]{6,17}\d)",
}
_FIGURE = r"\d[\d,.]*\s?(?:k|万)?"
_FRAME = 160  # signs before and after the asking in which a warning counts
_BESIDE = 4  # sentences around one in which what belongs to a demand may stand
_WORDS_AWAY, _SIGNS_AWAY = 8, 6
"""So far what is asked for may stand from the asking: in words, or in signs a sign of asking."""
_STOPS = re.compile(r"[,，;；:：]")
_NONE = re.compile(r"[;:]|\b(?:no|not|never|none|nothing)\b")


class Frames(NamedTuple):
    """What turns asking into something else."""

    negation: re.Pattern[str]
    carry: re.Pattern[str]
    around: tuple[re.Pattern[str], ...]
    excepted: tuple[re.Pattern[str], ...]
    no_negation: re.Pattern[str]
    leading: re.Pattern[str]


class Rule(NamedTuple):
    """A rule with its phrases as patterns; a list that is empty fits nowhere."""

    rule: DemandRule
    asks: re.Pattern[str]
    objects: re.Pattern[str]
    after: re.Pattern[str]
    alone: re.Pattern[str]
    needs: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    unless: re.Pattern[str]


def demands(text: str, words: DemandWords) -> tuple[Demand, ...]:
    """What the message demands of its reader, each kind once, with the sentence that does."""
    message = _plainly(text[:LONGEST])
    frames, rules = _compiled(words.demands, tuple(words.frames.items()))
    found: dict[str, Demand] = {}
    sentences = _SENTENCE.findall(message)
    for at, sentence in enumerate(sentences):
        near = "\n".join(sentences[max(0, at - _BESIDE) : at + _BESIDE + 1])
        for rule in rules:
            if rule.rule.kind in found or (rule.beside and not rule.beside.search(near)):
                continue
            if _demanded(sentence, rule, frames):
                found[rule.rule.kind] = Demand(rule.rule.kind, sentence.strip())
    return tuple(found.values())


def _plainly(text: str) -> str:
    """The message in one form of letters: lower case, simplified, without what it quotes."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
    text = "".join(c for c in text if c in "\n\t " or unicodedata.category(c)[0] != "C")
    if _HAN.search(text):
        from bfx_help.search.chinese import simplify  # its tables are read for Chinese alone

        text = simplify(text)
    text = re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)
    text = _QUOTED.sub("\n", text)
    # A line that is broken in the midst of a sentence goes on.
    return re.sub(r"(?<=[^\n]{50})(?<=[a-z,])\n(?=[a-z])", " ", text)


def _framed(sentence: str, at: int, frames: Frames) -> bool:
    """Whether a warning, a report or a question of the reader's own stands around the place."""
    near = slice(max(0, at - _FRAME), at + _FRAME)
    return any(
        frame.search(_blanked(sentence, excepted)[near])
        for frame, excepted in zip(frames.around, frames.excepted, strict=True)
    )


def _blanked(sentence: str, excepted: re.Pattern[str]) -> str:
    return excepted.sub(lambda found: " " * len(found[0]), sentence)


def _demanded(sentence: str, rule: Rule, frames: Frames) -> bool:
    if rule.unless.search(sentence) or (rule.needs and not rule.needs.search(sentence)):
        return False
    return any(
        not (_negated(sentence, at, frames) or _framed(sentence, at, frames))
        for at in _places(sentence, rule, frames)
    )


def _places(sentence: str, rule: Rule, frames: Frames) -> Iterator[int]:
    """Where a sentence asks by the words of the rule."""
    yield from (found.start() for found in rule.alone.finditer(sentence))
    objects = list(rule.objects.finditer(sentence))
    for thing in objects:
        for ask in rule.asks.finditer(sentence):
            if _governs(sentence, ask, thing) and _asking(sentence, ask, frames):
                yield ask.start()
        for late in rule.after.finditer(sentence, thing.end()):
            if len(sentence[thing.end() : late.start()].split()) <= _WORDS_AWAY // 2:
                yield thing.start()


def _governs(sentence: str, ask: re.Match[str], thing: re.Match[str]) -> bool:
    """Whether what is asked for belongs to the asking: it stands behind it, in Chinese on either
    side within the clause, and the nearer the shorter the word is."""
    before = ask.end() <= thing.start()
    if _HAN.search(ask[0]):
        between = (
            sentence[ask.end() : thing.start()] if before else sentence[thing.end() : ask.start()]
        )
        apart = before or thing.end() <= ask.start()
        return (
            apart
            and not _STOPS.search(between)
            and len(_HAN.findall(between)) <= _SIGNS_AWAY * len(ask[0])
        )
    between = sentence[ask.end() : thing.start()]
    return before and len(between.split()) <= _WORDS_AWAY and not _NONE.search(between)


def _asking(sentence: str, ask: re.Match[str], frames: Frames) -> bool:
    """Whether a word asks: a Latin one alone could be a noun, or tell what was, unless it begins a
    clause or stands behind a word that leads to asking."""
    if " " in ask[0] or not ask[0].isascii():
        return True
    before = sentence[: ask.start()].rstrip("\"'*•0123456789)( \t-")
    last = re.search(r"[\w']+$", before)
    return not last or bool(frames.leading.fullmatch(last[0]))


def _negated(sentence: str, at: int, frames: Frames) -> bool:
    """Whether a negation stands before the place, in its clause or in one that this carries on."""
    start = 0
    for mark in _CLAUSE.finditer(sentence, 0, at):
        if not frames.carry.match(sentence, mark.end()) and mark[0] != "、":
            start = mark.end()
    clause = _blanked(sentence, frames.no_negation)[start : at + 1]
    return bool(frames.negation.search(clause))


@cache
def _compiled(
    rules: tuple[DemandRule, ...], frames: tuple[tuple[str, str], ...]
) -> tuple[Frames, tuple[Rule, ...]]:
    lists = dict(frames)
    found = Frames(
        _pattern(lists.get("negation", "")),
        re.compile(r"\s*" + _pattern(lists.get("carry", "")).pattern),
        tuple(_pattern(lists.get(name, "")) for name in ("warning", "reported", "own")),
        tuple(_pattern(lists.get(f"no-{name}", "")) for name in ("warning", "reported", "own")),
        _pattern(lists.get("no-negation", "")),
        _pattern(lists.get("leading", "")),
    )
    return found, tuple(map(_rule, rules))


def _rule(rule: DemandRule) -> Rule:
    return Rule(
        rule,
        asks=_pattern(rule.asks, done=True),
        objects=_pattern(rule.objects),
        after=_pattern(rule.after),
        alone=_pattern(rule.alone),
        needs=_pattern(rule.needs) if rule.needs else None,
        beside=_pattern(rule.beside) if rule.beside else None,
        unless=_pattern(rule.unless),
    )


def _pattern(phrases: str, done: bool = False) -> re.Pattern[str]:
    """What finds any of the phrases; without any, what finds nothing. With `done`, a Chinese one
    that tells what was done already is passed over."""
    wanted = [phrase.strip().lower() for phrase in phrases.split(",") if phrase.strip()]
    if not wanted:
        return re.compile(r"(?!)")
    wanted.sort(key=len, reverse=True)
    return re.compile(
        "(?:" + "|".join(map(_phrase, wanted)) + ")" + ("(?!过(?![来去])|了)" if done else "")
    )


def _phrase(phrase: str) -> str:
    wide = bool(_HAN.search(phrase))
    parts = [_part(part.strip()) for part in phrase.split("..")]
    body = (_SIGNS_BETWEEN if wide else _WORDS_BETWEEN).join(parts)
    starts, ends = phrase[0].isascii() and phrase[0].isalnum(), phrase[-1].isalnum()
    begin = r"(?<![a-z0-9])" if starts or phrase[0] == "#" else ""
    end = r"(?![a-z0-9]|\.[a-z])" if ends and phrase[-1].isascii() else ""
    return begin + body + end


def _part(part: str) -> str:
    pieces: Iterable[str] = re.split(r"(\{\w+\}|#\s*|\*|\s+)", part)
    return "".join(map(_piece, pieces))


def _piece(piece: str) -> str:
    if piece in _PLACEHOLDERS:
        return _PLACEHOLDERS[piece]
    if piece.isspace():
        return r"\s+"
    if piece[:1] == "#":
        return _FIGURE + r"\s*"
    return "[a-z]*" if piece == "*" else re.escape(piece)
