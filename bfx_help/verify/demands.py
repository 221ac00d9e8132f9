"""Reads what a message demands of its reader, by the words of the content.

A demand is asking and what is asked for, in one sentence, where neither a negation stands before
it nor a warning, a report or a question of the reader's own around it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from bfx_help.model import Demand, DemandRule, DemandWords

_HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile(r"(?m)^[ \t]*>.*$")
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
_READ = 20_000  # signs of a message that are read: no fraud is longer
_LONGEST = 600  # signs of a sentence; a longer one is read in pieces
_MOST = 20  # places of a list in a sentence
_FRAME = 160  # signs before and after the asking in which a warning counts
_BESIDE = 4  # sentences around one in which what belongs to a demand may stand
_WORDS_AWAY, _SIGNS_AWAY = 12, 8
"""So far what is asked for may stand from the asking: in words, or in signs a sign of asking."""
_STOPS = re.compile(r"[,，;；:：]")
_NONE = re.compile(r";|\b(?:no|not|never|none|nothing)\b")


class Phrases(NamedTuple):
    """Phrases that are looked for, each with a part that must stand in a text before its pattern is
    worth trying. With `done`, a Chinese phrase that tells what was done already is passed over."""

    phrases: tuple[tuple[str, str], ...]
    done: bool = False

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of every phrase."""
        for part, phrase in self.phrases:
            if part in text:
                yield from _pattern(phrase, self.done).finditer(text)

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands in the text."""
        return any(True for _ in self.found(text))

    def blanked(self, text: str) -> str:
        """The text with blanks in the place of the phrases."""
        for match in list(self.found(text)):
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
        return text


class Frames(NamedTuple):
    """What turns asking into something else."""

    negation: Phrases
    carry: Phrases
    around: tuple[Phrases, ...]
    excepted: tuple[Phrases, ...]
    no_negation: Phrases
    leading: frozenset[str]


class Rule(NamedTuple):
    """A rule with its phrases."""

    rule: DemandRule
    asks: Phrases
    objects: Phrases
    after: Phrases
    alone: Phrases
    needs: Phrases
    beside: Phrases
    unless: Phrases


def demands(text: str, words: DemandWords) -> tuple[Demand, ...]:
    """What the message demands of its reader, each kind once, with the sentence that does."""
    message = _plainly(text[:_READ])
    frames, rules = _compiled(words.demands, tuple(words.frames.items()))
    found: dict[str, Demand] = {}
    sentences = [
        whole[start : start + _LONGEST]
        for whole in _SENTENCE.findall(message)
        for start in range(0, len(whole), _LONGEST)
    ]
    for at, sentence in enumerate(sentences):
        near = "\n".join(sentences[max(0, at - _BESIDE) : at + _BESIDE + 1])
        for rule in rules:
            if rule.rule.kind in found or not _demanded(sentence, rule, frames):
                continue
            if not rule.beside.phrases or rule.beside.within(near):
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
        frame.within(excepted.blanked(sentence)[near])
        for frame, excepted in zip(frames.around, frames.excepted, strict=True)
    )


def _demanded(sentence: str, rule: Rule, frames: Frames) -> bool:
    if rule.unless.within(sentence) or (rule.needs.phrases and not rule.needs.within(sentence)):
        return False
    return any(
        not (_negated(sentence, at, frames) or _framed(sentence, at, frames))
        for at in dict.fromkeys(_places(sentence, rule, frames))
    )


def _places(sentence: str, rule: Rule, frames: Frames) -> Iterator[int]:
    """Where a sentence asks by the words of the rule."""
    yield from (found.start() for found in rule.alone.found(sentence))
    objects = list(islice(rule.objects.found(sentence), _MOST))
    asks = list(islice(rule.asks.found(sentence), _MOST)) if objects else []
    late_ones = list(islice(rule.after.found(sentence), _MOST)) if objects else []
    for thing in objects:
        for ask in asks:
            if (rule.rule.loose or _governs(sentence, ask, thing)) and _asking(
                sentence, ask, frames
            ):
                yield ask.start()
        for late in late_ones:
            between = sentence[thing.end() : late.start()]
            if thing.end() <= late.start() and len(between.split()) <= _WORDS_AWAY // 3:
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
    return not last or last[0] in frames.leading


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
    return any(not found.start() for found in frames.carry.found(clause))


@cache
def _compiled(
    rules: tuple[DemandRule, ...], frames: tuple[tuple[str, str], ...]
) -> tuple[Frames, tuple[Rule, ...]]:
    lists = {name: _phrases(words) for name, words in frames}
    around = ("warning", "reported", "own")
    none = Phrases(())
    found = Frames(
        lists.get("negation", none),
        lists.get("carry", none),
        tuple(lists.get(name, none) for name in around),
        tuple(lists.get(f"no-{name}", none) for name in around),
        lists.get("no-negation", none),
        frozenset(phrase for _, phrase in lists.get("leading", none).phrases),
    )
    return found, tuple(map(_rule, rules))


def _rule(rule: DemandRule) -> Rule:
    return Rule(
        rule,
        _phrases(rule.asks, done=True),
        *map(_phrases, (rule.objects, rule.after, rule.alone)),
        *map(_phrases, (rule.needs, rule.beside, rule.unless)),
    )


def _phrases(words: str, done: bool = False) -> Phrases:
    """The phrases of a list, the longest first."""
    wanted = {phrase.strip().lower() for phrase in words.split(",") if phrase.strip()}
    ordered = sorted(wanted, key=lambda phrase: (-len(phrase), phrase))
    return Phrases(tuple((_literal(phrase), phrase) for phrase in ordered), done)


def _literal(phrase: str) -> str:
    """The longest part of a phrase that stands in a text as it is."""
    return max(re.split(r"\{\w+\}|#|\*|\.\.|\s+", phrase), key=len)


@lru_cache(maxsize=8192)
def _pattern(phrase: str, done: bool) -> re.Pattern[str]:
    """What finds a phrase."""
    past = "(?!前|时|过(?![来去])|了)" if done and _HAN.search(phrase) else ""
    return re.compile(_phrase(phrase) + past)


def _phrase(phrase: str) -> str:
    wide = bool(_HAN.search(phrase))
    parts = [_part(part.strip()) for part in phrase.split("..")]
    body = (_SIGNS_BETWEEN if wide else _WORDS_BETWEEN).join(parts)
    starts, ends = phrase[0].isascii() and phrase[0].isalnum(), phrase[-1].isalnum()
    begin = r"(?<![a-z0-9])" if starts or phrase[0] == "#" else ""
    end = r"(?![a-z0-9]|\.[a-z])" if ends and phrase[-1].isascii() else ""
    return begin + body + end


def _part(part: str) -> str:
    pieces = re.split(r"(\{\w+\}|\s*#\s*|\*|\s+)", part)
    return "".join(map(_piece, pieces))


def _piece(piece: str) -> str:
    if piece in _PLACEHOLDERS:
        return _PLACEHOLDERS[piece]
    if piece.isspace():
        return r"\s+"
    if piece.strip() == "#":
        return r"\s*" + _FIGURE + r"\s*"
    return "[a-z]*" if piece == "*" else re.escape(piece)
