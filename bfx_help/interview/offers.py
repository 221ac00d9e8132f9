"""Sees in an account that its writer offers a secret: "I can give you my password"."""

from bfx_help.interview.clauses import clauses_of
from bfx_help.interview.lexicon import Lexicon

SECRETS = ("phrase", "secret")
"""The concepts of what is for nobody."""

OFFERING = ("offers", *SECRETS)
"""The concepts that an offer of a secret is made of."""


def offered_secrets(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """The lines of a text that offer a secret."""
    return tuple(line.strip() for line in text.splitlines() if _offers(lexicon, line))


def _offers(lexicon: Lexicon, line: str) -> bool:
    clauses = clauses_of(lexicon, line)
    return any(clause.has(OFFERING[0]) and clause.has(*SECRETS) for clause in clauses)
