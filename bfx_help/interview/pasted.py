"""Leads a message that was pasted to the situation that what it demands belongs to."""

from collections.abc import Iterable, Mapping

from bfx_help.interview.understand import OFFERED, STATE, Understood
from bfx_help.model import Demand, Situation

NEAR = 2  # situations that come first by the words: one of them that fits is sure


def led(
    understood: Understood, demanded: Iterable[Demand], situations: Mapping[str, Situation]
) -> Understood:
    """What the words say, with the situations first that messages with such demands belong to; an
    emergency, and what is sure of the same topic, stands."""
    fitting = [
        situation.id
        for demand in demanded
        for situation in situations.values()
        if demand.kind in situation.demands
    ]
    if not fitting or understood.emergency:
        return understood
    topic = situations[fitting[0]].topic
    if understood.sure and understood.topic == topic:
        return understood
    known = understood._replace(topic=topic, elsewhere=None)
    near = [name for name in understood.likely if not name.endswith(STATE)]
    if fitting[0] in near[:NEAR]:
        return known._replace(situation=fitting[0], sure=True, likely=())
    likely = tuple(dict.fromkeys((*fitting, *near)))[:OFFERED]
    return known._replace(situation=None, sure=False, likely=likely)
