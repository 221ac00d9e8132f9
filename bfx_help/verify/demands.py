"""Reads what a message demands of its reader, by the words of the content.

A demand is a word that asks and what it asks for, close together. Where no rule finds one, the
message is compared with examples.
"""

import re

from bfx_help.model import DemandKind, DemandRule, DemandWords
from bfx_help.verify.examples import likeliest, likeness
from bfx_help.verify.message_sentences import MessageSentence, sentences_of
from bfx_help.verify.wordings import HAN, Spot, VerbForm, plainly

_BACKWARDS = re.compile(
    r"\s*(?:(?:it|them|this|these|those|both|that|here|over|to|back|$)(?![\w'])"
    r"|(?:[\w']+\s+){1,3}(?:there|into it|to it|with them|with it)(?![\w']))"
)
_STOPS = re.compile(r"[,，;；:：。]")
_LATIN = re.compile(r"[a-z]+")
_PRONOUNS = re.compile(
    r"\s*(?:it|them|this|these|those|both)(?![\w'])(?!\s+(?:the|a|an|your?|what|how)\b)"
)
_READ = 20_000  # signs of a message that are read: no fraud is longer
_LIKE, _MUCH_LIKE, _UNLIKE = 1.3, 2.1, -1.2
"""From here on a message is like the examples of demands, and like the harmless ones: with a fifth
of the examples left out, three in a hundred of these are taken for demands, and one of those for
harmless."""
_PRONOUN = 2  # sentences before one that a pronoun may stand for
_BESIDE = 3  # sentences around one in which what belongs to a demand may stand
_AFTER, _BEFORE, _SIGNS = 18, 8, 24
"""So far what is asked for may stand from the asking: words behind it, words before it, and Chinese
signs on either side."""


def demands(text: str, words: DemandWords) -> tuple[DemandKind, ...]:
    """What the message demands of its reader by the rules, each kind once; nothing, where it is
    much more like the harmless examples."""
    found = _by_rules(sentences_of(text[:_READ], words), words)
    return () if found and _is_harmless(text, words) else found


def suspected(text: str, words: DemandWords) -> tuple[DemandKind, ...]:
    """The same, with the examples as a second witness for what no rule reads."""
    sentences = sentences_of(text[:_READ], words)
    found = _by_rules(sentences, words)
    if found:
        return () if _is_harmless(text, words) else found
    return _by_examples(sentences, words)


def _is_harmless(text: str, words: DemandWords) -> bool:
    return bool(words.examples) and likeness(plainly(text[:_READ]), words.examples) < _UNLIKE


def _by_rules(sentences: list[MessageSentence], words: DemandWords) -> tuple[DemandKind, ...]:
    found: list[DemandKind] = []
    for rule in words.demands:
        if rule.kind in found or not (sentences and sentences[0].may_hold(rule.has[0])):
            continue
        if any(_demanded(sentences, at, rule) for at in range(len(sentences))):
            found.append(rule.kind)
    return tuple(found)


def _by_examples(sentences: list[MessageSentence], words: DemandWords) -> tuple[DemandKind, ...]:
    """What those sentences demand that neither warn nor report nor ask."""
    free = [sentence for sentence in sentences if sentence.free]
    text = "\n".join(sentence.text for sentence in free)
    asking = {names for rule in words.demands for names in rule.has[0].split("|")}
    asks = any(sentence.asks(names) for sentence in free for names in asking)
    needed = _LIKE if asks else _MUCH_LIKE
    if not words.examples or likeness(text, words.examples) < needed:
        return ()
    kind = likeliest(text, words.examples)
    unless = {names for part in words.examples if part.kind is kind for names in part.unless}
    return () if any(sentence.has(names) for sentence in sentences for names in unless) else (kind,)


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
    """Whether one of the words belongs to the asking; a pronoun may stand for a sentence before."""
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
