"""Says what a line of an account tells: a check, who the customer is, or nothing of use."""

import re

from bfx_help.content import Content
from bfx_help.interview.lexicon import lexicon, tags_of
from bfx_help.interview.offers import OFFERING, offered_secrets
from bfx_help.name_lists import pattern_of
from bfx_help.request.account import KindOf, LineKind
from bfx_help.search.terms import normalise

FEELING_WORDS = 14
"""Words, or Chinese characters, that a line has at most which says nothing but a feeling."""

_WITHOUT_CONCEPT = (LineKind.REQUEST, LineKind.SECRET, LineKind.EMPTY, LineKind.OTHER)
"""The kinds of lines that are known without a concept of their own."""

LINE_CONCEPTS = {f"own-{kind}": kind for kind in LineKind if kind not in _WITHOUT_CONCEPT}
"""The kinds of lines by their concepts, which understanding the first words has no use for."""


def kinds_by(content: Content) -> KindOf:
    """The kind of a line, by the first expression in it that says one. What names a figure is no
    mere feeling."""
    expressions = lexicon(concept for concept in content.concepts if concept.id in LINE_CONCEPTS)
    offers = lexicon(concept for concept in content.concepts if concept.id in OFFERING)

    def kind_of(line: str) -> LineKind:
        if offered_secrets(offers, line):
            return LineKind.SECRET
        if re.match(pattern_of("account", "request"), line, re.IGNORECASE):
            return LineKind.REQUEST
        tags = tags_of(expressions, normalise(line))
        kinds = [LINE_CONCEPTS[tag.concept] for tag in tags]
        if re.search(pattern_of("account", "other party"), line, re.IGNORECASE):
            kinds = [kind for kind in kinds if kind is not LineKind.CONTACT]
        elif re.search(pattern_of("account", "ticket"), line, re.IGNORECASE):
            return LineKind.CONTACT
        if re.match(pattern_of("account", "somebody else"), line, re.IGNORECASE):
            kinds = [kind for kind in kinds if kind is not LineKind.HOLDER]
        useful = (kind for kind in kinds if kind is not LineKind.FEELING)
        if kind := next(useful, None):
            return kind
        words = len(re.findall(r"[A-Za-z'’]+|[㐀-鿿]", line))
        feeling = bool(kinds) and words <= FEELING_WORDS and not re.search(r"\d", line)
        return LineKind.FEELING if feeling else LineKind.OTHER

    return kind_of
