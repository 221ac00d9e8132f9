"""Leads a message that was pasted to the situation that what it demands belongs to."""

import re
from collections.abc import Iterable, Mapping

from bfx_help.interview.meaning import Understood
from bfx_help.interview.understand import OFFERED
from bfx_help.model import UNCLEAR, DemandKind, Situation
from bfx_help.name_lists import pattern_of

_WRITER, _READER = (pattern_of("messages", section) for section in ("writer", "reader"))

NEAR = 2  # situations that come first by the words: one of them that fits is sure


def is_own_story(text: str) -> bool:
    """Whether a text speaks of its writer more than to a reader: no message that was received."""
    said, heard = (len(re.findall(words, text, re.I)) for words in (_WRITER, _READER))
    return said > 1 + heard


def led(
    understood: Understood, demanded: Iterable[DemandKind], situations: Mapping[str, Situation]
) -> Understood:
    """What the words say, with the situations first that messages with such demands belong to; an
    emergency, and what is sure of the same topic, stands."""
    fitting = [
        situation.id
        for demand in demanded
        for situation in situations.values()
        if demand in situation.demands
    ]
    if not fitting or understood.emergency:
        return understood
    topic = situations[fitting[0]].topic
    if understood.sure and understood.topic == topic:
        return understood
    known = understood._replace(topic=topic, elsewhere=None)
    near = [name for name in understood.likely if not name.endswith(UNCLEAR)]
    if fitting[0] in near[:NEAR]:
        return known._replace(situation=fitting[0], sure=True, likely=())
    likely = tuple(dict.fromkeys((*fitting, *near)))[:OFFERED]
    return known._replace(situation=None, sure=False, likely=likely)
