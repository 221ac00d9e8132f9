"""The cost of one FAQ query against the number of entries, as ratios: run it by hand."""

import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from itertools import accumulate, islice

from bfx_help import search
from bfx_help.model import Entry, Text, Words

SIZES = 80, 800, 8_000
QUERIES = 60
ROUNDS = 9
SYLLABLES = (
    "ba",
    "de",
    "fi",
    "go",
    "ka",
    "lu",
    "me",
    "ni",
    "po",
    "chan",
    "dor",
    "gel",
    "stra",
    "tion",
)
CHARACTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))
COMMON = list(accumulate(1 / rank for rank in range(1, 2_001)))  # as words of a language are


def document(entry: Entry) -> search.Document:
    return search.Document(entry.id, entry.topic, sum(entry.phrasings, ()), tuple(entry.question))


def vocabulary(chance: random.Random) -> list[str]:
    """Two thousand invented words, the first far commoner than the last."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(2_000)]


def questions(chance: random.Random) -> Iterator[Text]:
    """Invented questions in Latin letters and in Chinese characters, without end."""
    words = vocabulary(chance)
    while True:
        english = chance.choices(words, cum_weights=COMMON, k=8)
        chinese = chance.choices(CHARACTERS, cum_weights=COMMON, k=10)
        yield Text(" ".join(english), "".join(chinese))


def entries(chance: random.Random, size: int) -> Iterator[Entry]:
    """Invented entries, each with three further phrasings a language."""
    asked = questions(chance)
    for number, question in enumerate(islice(asked, size)):
        more = list(islice(asked, 3))
        phrasings = Words(tuple(text.en for text in more), tuple(text.zh for text in more))
        yield Entry(f"entry-{number}", question, phrasings, question, topic=f"topic-{number % 9}")


def slip(chance: random.Random, text: str) -> str:
    """The text with two neighbours swapped."""
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def prepared(size: int) -> tuple[sqlite3.Connection, list[str]]:
    """A stored index of this size, and queries that are slips of its questions."""
    chance = random.Random(size)
    found = list(entries(chance, size))
    connection = sqlite3.connect(":memory:")
    search.store(search.build(map(document, found)), connection)
    asked = [text for entry in chance.sample(found, QUERIES // 2) for text in entry.question]
    return connection, [slip(chance, text) for text in asked]


def cost(connection: sqlite3.Connection, queries: list[str]) -> float:
    """The processor time of these queries, the index opened anew for each."""
    start = time.process_time()
    for query in queries:
        search.search(search.Index(connection), query)
    return time.process_time() - start


def main() -> None:
    """Prints the ratios; the sizes take turns, so that a busy machine disturbs all alike."""
    indexes = [prepared(size) for size in SIZES]
    rounds = [[cost(*index) for index in indexes] for _ in range(ROUNDS)]
    costs = [min(one) for one in zip(*rounds, strict=True)]
    for size, seconds in zip(SIZES, costs, strict=True):
        sys.stdout.write(
            f"{size:6} entries, {size / SIZES[0]:5.0f} times as many:"
            f" a query costs {seconds / costs[0]:5.2f} times as much\n"
        )


if __name__ == "__main__":
    main()
