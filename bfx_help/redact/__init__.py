"""Finds secrets in text and takes them out: the only maker of `Redacted`.

`secret_kinds` are the kinds with their names; each other module finds some of them, and `words/`
holds the lists that they read: a secret with a format of its own is a row of `secret_formats.tsv`.

Rules look at a normalised view of the text and name passages; a placeholder with the kind and the
length replaces each of them in the original.
What is a secret by its own format is always hidden. Where the words near a value decide, they
decide; where they do not, the value is hidden and *asked*, and the user can undo that. A
placeholder changes what is beside what, so the rules look at the result again until they find
nothing more, `_ROUNDS` times at most.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from bfx_help.model import Problem, Redacted
from bfx_help.redact.bank_accounts import bank_accounts
from bfx_help.redact.digits import cards, codes
from bfx_help.redact.gift_codes import gift_codes
from bfx_help.redact.identities import identities
from bfx_help.redact.normalise import OPAQUE, view
from bfx_help.redact.passwords import passwords
from bfx_help.redact.proximity import keywords_in
from bfx_help.redact.random_tokens import tokens
from bfx_help.redact.recovery_codes import recovery_codes
from bfx_help.redact.secret_formats import known_formats
from bfx_help.redact.secret_kinds import PLACEHOLDER, HiddenPassage, SecretKind, Span
from bfx_help.redact.security_answers import security_answers
from bfx_help.redact.seeds import phrases
from bfx_help.redact.seeds_chinese import chinese_phrases

LIMIT = 120_000  # the longest text that is looked at: many times the longest mail
_ROUNDS = 5  # keeps the cost of any text linear; ordinary texts are done after the second

_BROKEN = re.compile("[\ud800-\udfff]")
"""Halves of characters and bytes that are no text: neither a file nor a database takes them."""


class TooLong(Problem):
    """The text is longer than `LIMIT`: nothing of it was looked at or may be passed on."""


class Redaction:
    """A text without its secrets, and what was hidden: `asked` are the places in `found` that only
    the user can decide; `ask` are those passages, to be passed back as `shown`, never stored. Not a
    tuple, so that nobody takes its parts by position."""

    __slots__ = ("ask", "asked", "found", "text")

    def __init__(self, original: str, found: Iterable[HiddenPassage]) -> None:
        self.found = tuple(found)
        self.text = _without(original, self.found)
        self.asked = tuple(place for place, passage in enumerate(self.found) if passage.ask)
        hidden = (self.found[place] for place in self.asked)
        self.ask = tuple(original[passage.start : passage.end] for passage in hidden)


def redact(text: str, field: str | None = None, shown: Sequence[str] = ()) -> Redaction:
    """Take the secrets out of what somebody typed, pasted or read from a file. In a txid `field`
    (as in `model.Asks`) a bare 64-digit hex number is a transaction, in an id field six digits are
    an id. `shown` are passages that the user was asked about and wants to stay."""
    if len(text) > LIMIT:
        raise TooLong(f"The text has {len(text):,} characters; at most {LIMIT:,} are looked at.")
    text = _BROKEN.sub("\ufffd", text)
    found: list[HiddenPassage] = []
    for _ in range(_ROUNDS):
        more = _findings(text, found, field, frozenset(shown))
        if not more:
            break
        found = sorted([*found, *more], key=lambda passage: passage.start)
    return Redaction(text, found)


def _without(text: str, found: Iterable[HiddenPassage]) -> Redacted:
    parts, place = [], 0
    for passage in found:
        parts += [text[place : passage.start], passage.placeholder]
        place = passage.end
    return Redacted("".join([*parts, text[place:]]))


def _findings(
    text: str, found: list[HiddenPassage], field: str | None, shown: frozenset[str]
) -> list[HiddenPassage]:
    """What the rules find once what was found is taken out; the places are the original's."""
    seen = view(_without(text, found))
    back = _to_original(found)
    more = []
    for span in _without_overlap(_spans(seen.text, field), seen.text):
        start, end = map(back, seen.original(span.start, span.end))
        if not (span.ask and text[start:end] in shown):
            more.append(_found(text, span, start, end))
    return more


def _to_original(found: list[HiddenPassage]) -> Callable[[int], int]:
    """From a place in the text without what was found to the place in the original."""
    ends, shifts, shift = [], [0], 0
    for passage in found:
        shift += passage.end - passage.start - len(passage.placeholder)
        ends.append(passage.end - shift)
        shifts.append(shift)
    return lambda place: place + shifts[bisect_right(ends, place)]


def _spans(text: str, field: str | None) -> Iterator[Span]:
    keywords = keywords_in(text)
    yield from known_formats(text)
    yield from phrases(text, keywords)
    yield from chinese_phrases(text, keywords)
    yield from cards(text, keywords)
    yield from identities(text, keywords)
    yield from bank_accounts(text)
    yield from tokens(text, keywords, field)
    yield from recovery_codes(text, keywords)
    yield from gift_codes(text, keywords)
    yield from passwords(text, keywords)
    yield from security_answers(text)
    yield from codes(text, keywords, field)


def _without_overlap(spans: Iterable[Span], text: str) -> list[Span]:
    """Passages that do not overlap: the sure before the unsure, the longer before the shorter."""
    chosen: list[Span] = []
    taken = bytearray(len(text))
    for span in sorted(spans, key=lambda span: (span.ask, span.start - span.end)):
        if OPAQUE in text[span.start : span.end] or 1 in taken[span.start : span.end]:
            continue
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
        chosen.append(span)
    return sorted(chosen)


def _found(text: str, span: Span, start: int, end: int) -> HiddenPassage:
    value = text[start:end]
    words = len(re.findall(r"[^\W\d_]+", value)) if span.kind is SecretKind.SEED else 0
    if span.kind is SecretKind.SEED and words < 3:  # Chinese characters written together
        words = len(re.findall(r"\w", value))
    return HiddenPassage(span.kind, start, end, span.reason, words or end - start, span.ask)
