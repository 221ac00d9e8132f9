"""Words that carry structure rather than a matter."""

from typing import NamedTuple


class Concept(NamedTuple):
    """Expressions of one language that mean the same here; a star in one stands for a few words."""

    id: str
    words: tuple[str, ...]
