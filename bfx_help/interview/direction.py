"""The direction of a transfer: to the exchange, which is a deposit, or from it."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from bfx_help.interview.clauses import Clause
from bfx_help.interview.lexicon import Tag
from bfx_help.name_lists import table_of

NEAR = 30  # characters between a preposition and the place it belongs to
BESIDE = 3  # characters between a place and the withdrawal that is its own
SHOWN = 20  # and where the place shows it
_HAN = r"[\u3400-\u9fff]"


class Way(StrEnum):
    """Where something went, as seen from the exchange."""

    IN = "in"
    OUT = "out"


def way_of(clauses: Iterable[Clause]) -> Way | None:
    """Where it went by all clauses; `None` where they do not say, or contradict each other."""
    ways = {way for clause in clauses for way in ways_in(clause)}
    return ways.pop() if len(ways) == 1 else None


def ways_in(clause: Clause) -> Iterator[Way]:
    """The directions that a clause names."""
    places = [tag for tag in clause.tags if tag.concept in ("bitfinex", "place")]
    said = [tag.concept for tag in clause.tags if tag.concept in ("inward", "outward")]
    yield from (Way.IN if concept == "inward" else Way.OUT for concept in said)
    if any(owns(clause, place, tag) for place in places for tag in clause.tags):
        yield Way.IN
    for tag in clause.tags:
        if tag.concept not in ("from", "to"):
            continue
        place = next((other for other in places if tag.end <= other.start <= tag.end + NEAR), None)
        if place and not between(clause, tag, place) and not is_read(clause, tag, place):
            here, source = place.concept == "bitfinex", tag.concept == "from"
            yield Way.OUT if here == source else Way.IN


def is_read(clause: Clause, tag: Tag, place: Tag) -> bool:
    """Whether it is something read or heard from the exchange: "the number from your page"."""
    if tag.concept != "from" or place.concept != "bitfinex":
        return False
    near = place.end + BESIDE
    return any(
        part.concept == "publishes" and place.start <= part.start <= near for part in clause.tags
    )


def owns(clause: Clause, place: Tag, tag: Tag) -> bool:
    """Whether it is a withdrawal of another place: "Binance withdrawal", "Binance shows the
    withdrawal". One of a bank is a withdrawal to it."""
    bank = any(mark.concept == "bank" and mark.start == place.start for mark in clause.tags)
    if bank or place.concept != "place" or tag.concept != "withdraws":
        return False
    shows = any(
        mark.concept == "shows" and place.end <= mark.start and mark.end <= tag.start
        for mark in clause.tags
    )
    return 0 <= tag.start - place.end <= (SHOWN if shows else BESIDE)


def between(clause: Clause, tag: Tag, place: Tag) -> bool:
    """Whether another preposition stands between one and the place."""
    return any(
        mark.concept in ("from", "to") and tag.end <= mark.start and mark.end <= place.start
        for mark in clause.tags
    )


def rewritten(clause: Clause, way: Way | None) -> str:
    """The marked text of a clause with the word for the transfer that its direction makes it: what
    one withdraws elsewhere to send it here is a deposit."""
    text, wrong = clause.marked, "withdraws" if way is Way.IN else "deposits"
    if way is None or not clause.has(wrong):
        return text
    right = table_of("messages", "transfers")[way].split()
    for tag in sorted(clause.tags, reverse=True):
        if tag.concept == wrong:
            word = clause.text[tag.start - clause.start : tag.end - clause.start]
            chinese = re.search(_HAN, word) is not None
            text = text.replace(word, right[chinese])
    return text
