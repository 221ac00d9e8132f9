"""The cost of `redact` for texts of one repeated fragment, as ratios: run it by hand.

Twice the text should cost twice the time: four times as much names a rule that looks at everything
again for everything it finds. The fragments are every kind of label, bare and with each opening of
a value, and the beginnings of every structure that a rule looks for.
"""

import sys
import time
from collections.abc import Iterator

from bfx_help.redact import LIMIT, redact
from bfx_help.redact.keywords import keyword_table

SIZES = 4_000, 8_000
SHOWN = 15
OPENINGS = ("", ": ", " 123456 ", ": hunter2x ", ' "a')
STRUCTURES = (
    *("a-", "a ", "1 ", "1. ", "4242 ", "123-456 ", "123-45-6789 ", "0xab ", "ab\n", "abcd2 "),
    *("a@b.c:", "://a:", "http://a ", "?key=", "-----BEGIN PRIVATE KEY-----", "eyJaaaaaaaaa-"),
    *("sk-a", "cookie: ", "otpauth://", "[1,", '"mac":"', "AAAA ", "passport A1-", "login a,"),
    *("abandon ", "abandon", 'step code "a', "\u4f10 ", "\u4f10\u65f1", "\ufdfa", "\uff71"),
    *("[hidden: PIN, 4 characters]", "1" * 17, "a\u0301", "4242\n", "1-2-", "123456 and "),
    *("/login/", "password is a ", "password for a ", "u: a p: ", "login a ", "PIN 110001, "),
    *("Ab1#", "Ab12#cd ", "i put ", "secret question ", "maiden name is a ", "still have pk "),
    *("passwords Ab12cd, ", "passport no. A12345678 ", "code 4H8T2W ", "&a=", "AaBb", "TXIDab"),
)


def fragments() -> Iterator[str]:
    """The first label of each kind with the openings of a value, then the structures."""
    for _, _, listed in keyword_table("keywords"):
        yield from (listed.split(",")[0].strip(" *\n") + opening for opening in OPENINGS)
    for _, _, listed in keyword_table("keywords_unspaced"):
        yield from (listed.split()[0] + opening for opening in OPENINGS)
    yield from STRUCTURES


def cost(fragment: str, size: int) -> float:
    """The processor time for a text of this many characters."""
    text = (fragment * (size // len(fragment) + 1))[:size]
    start = time.process_time()
    redact(text)
    return time.process_time() - start


def main() -> None:
    """Prints the most expensive fragments, and what they would cost in the longest text."""
    redact("seed abandon abandon abandon abandon 4242 \u52a9\u8bb0\u8bcd")  # reads the lists
    short, long = SIZES
    costs = [(cost(one, short), cost(one, long), one) for one in fragments()]
    for one, two, fragment in sorted(costs, reverse=True, key=lambda row: row[1])[:SHOWN]:
        longest = two * LIMIT / long
        sys.stdout.write(
            f"{fragment!a:40} twice the text costs {two / one:4.1f} times as much;"
            f" {LIMIT:,} characters about {longest:4.1f} s\n"
        )


if __name__ == "__main__":
    main()
