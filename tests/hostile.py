"""Text that is meant to do harm, and the characters that must never be shown raw."""

import re

from hypothesis import strategies as st

RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)

# Plain text() seldom draws what matters here, so it is mixed with what does.
NASTY = (
    "\x00\x07\x1b\r\n\t\x7f\x85\x9b\u200b\u200d\ufe0f\u202e\u2066\u2028\ufeff\ud83d\ufffe\U000e0041"
)
COMMON = " ab1./\\<>[](),中文（）。，：「」❤🔥e\u0301\u3000’"
CHARACTER = st.characters(categories=None) | st.sampled_from(NASTY + COMMON)
ANY = st.text(CHARACTER)

ATTACKS = (
    "\x1b[2J\x1b[1;1Hwithdrawal \x1b]52;c;Y3VybA==\x07 \x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x07",
    "\x9d52;c;aGk=\x9c withdrawal\x9b2J \x1bP+q544e\x1b\\ \x1b[6n\x1b[5i\x05",
    "good\rEVIL\x08\x08 withdrawal \u202emoc.xenifftib\u2066 bitfinex\u200b.com",
    "[/nope] [red]x[/red] [link=https://evil.example]bitfinex[/link] :bomb: \\[",
    "withdrawal\r\nBcc: evil@example.org\r\n\r\n<script>x</script> ![](https://evil.example)",
    "withdrawal \ud83d half \udcff \ufffe \U000e0041 \x00 $name ${HOME} %s {0} `id` $(id)",
    "e" + "\u0301" * 500 + " withdrawal " + "\u200d" * 500,
)
"""Escape sequences, 8-bit controls, turned directions, markup, headers, halves of characters."""
