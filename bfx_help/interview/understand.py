"""What the first words say: the situation, if it is sure, those that are likely, and the facts."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bfx_help.interview.clauses import Clause, clauses_of, says_nothing
from bfx_help.interview.direction import way_of
from bfx_help.interview.meaning import Particulars, Understood
from bfx_help.interview.particulars import age_of, particulars
from bfx_help.interview.signs import Signs, signs_of
from bfx_help.interview.standings import (
    KNOWN,
    Parts,
    Standing,
    is_one_word,
    is_sure,
    length_of,
    standings,
)
from bfx_help.model import UNCLEAR
from bfx_help.search import Index

OFFERED = 3
NOTHING = 0.25  # below this likeness a short text means no situation
NEARLY_NOTHING = 0.08  # and a longer one
SAID = 2  # words below which nothing is said that could be for others to answer
ELSEWHERE = 0.04  # how much nearer than any situation a matter of others is
HERE = 0.2  # and where the exchange is named
CLOSE = 0.05  # how much nearer another situation may be where an emergency is hinted at
BESIDE = 0.06  # how much less near one may be by what the writer says alone
AHEAD = 0.08  # how much nearer an emergency is than all that is none, where nothing hints at it
HINTS = ("takes", "foreign", "moves", "installed")
DEEDS = ("gave", "gave-it", "logged-there", "drained")
UNSURE = ("maybe", "general", "formerly", "others", "nothing-given")
ALIKE = 0.2  # how near it must come at least
SHORT = 4  # words, or Chinese characters by two, below which little is said


def understand(text: str, parts: Parts, index: Index, now: datetime) -> Understood:
    """What a text says, whatever was typed."""
    clauses = clauses_of(parts.lexicon, text)
    facts = particulars(text, clauses, now)
    whole = of_clauses(clauses, facts, parts, index)
    later = second(clauses)
    if not later:
        return whole
    halves = clauses[:later], clauses[later:]
    sure: dict[int, Understood] = {}
    for half in sorted((0, 1), key=lambda half: length_of(halves[half])):
        sure[half] = of_part(halves[half], facts, parts, index, now)
        if sure[half].situation is None:  # the longer half need not be read
            return whole
    return of_two(whole, sure[0], sure[1], parts)


def facts_in(text: str, parts: Parts, now: datetime) -> Mapping[str, str]:
    """The facts of a text by their names, without what it means as a whole."""
    return Understood(facts=particulars(text, clauses_of(parts.lexicon, text), now)).said


def of_part(
    clauses: Sequence[Clause], facts: Particulars, parts: Parts, index: Index, now: datetime
) -> Understood:
    """What a part of a text says, with the facts of all of it and the age of its own event."""
    hours, since = age_of(clauses, now)
    return of_clauses(clauses, facts._replace(hours=hours, since=since), parts, index)


def of_clauses(
    clauses: Sequence[Clause], facts: Particulars, parts: Parts, index: Index
) -> Understood:
    """What these clauses say, beside the facts of the whole text."""
    held = signs_of(parts.signs, clauses, facts, way_of(clauses))
    compared = standings(clauses, index, held)
    found = compared.each
    result = judged(clauses, facts, found, held, parts)
    if result.situation and not stands(result.situation, clauses, index, held):
        result = result._replace(situation=None, sure=False, likely=offered(found, parts))
    if held.emergency and not result.sure:
        result = alarmed(result, found, held)
    hinted = None if result.elsewhere else by_likeness(clauses, found, held, parts, result.sure)
    if hinted and not stands(hinted, clauses, index, held):
        hinted = None
    graver = {name.partition(".")[0] for name in parts.emergencies}
    certain = result.situation is not None and result.topic not in graver
    return result._replace(
        emergency=not certain and (held.emergency or hinted is not None),
        because=compared.words(subject(result)),
    )


def subject(understood: Understood) -> str | None:
    """What a text is taken for first: a situation, or a matter of others."""
    likely = (name for name in understood.likely if not name.endswith(UNCLEAR))
    return understood.elsewhere or understood.situation or next(likely, None)


def second(clauses: Sequence[Clause]) -> int | None:
    """Where a second problem begins, in the words that say so: "also", "by the way"."""
    places = (at for at, clause in enumerate(clauses) if at and clause.has("besides"))
    return next(places, None)


def of_two(whole: Understood, first: Understood, later: Understood, parts: Parts) -> Understood:
    """Two problems that both halves are sure of: the graver, and the other after it."""
    if first.topic == later.topic:
        return whole
    later_is_graver = later.emergency or (
        later.situation in parts.emergencies and first.situation not in parts.emergencies
    )
    graver, other = (later, first) if later_is_graver and not first.emergency else (first, later)
    alarm = whole.emergency or graver.emergency or other.emergency
    return graver._replace(emergency=alarm, also=other.situation)


def stands(situation: str, clauses: Sequence[Clause], index: Index, held: Signs) -> bool:
    """Whether a situation comes first also without what is supposed, reported or disclaimed."""
    firm = [clause for clause in clauses if clause.firm]
    if len(firm) == len(clauses) or held.settles(situation):
        return True
    found = standings(firm, index, held).each if firm else []
    least = NEARLY_NOTHING if length_of(firm) > SHORT else NOTHING
    here = [standing for standing in found if standing.id == situation and standing.near >= least]
    return bool(here) and here[0].score >= found[0].score - BESIDE


def judged(
    clauses: Sequence[Clause],
    facts: Particulars,
    found: Sequence[Standing],
    held: Signs,
    parts: Parts,
) -> Understood:
    """What is made of the standings: sure, likely, or nothing."""
    least = NEARLY_NOTHING if length_of(clauses) > SHORT else NOTHING
    vague = all(map(says_nothing, clauses)) and not any(like.nearest >= KNOWN for like in found)
    nothing = Understood(facts=facts)
    if vague or not found or max(standing.near for standing in found) < least:
        return nothing
    own = [standing for standing in found if standing.topic]
    others = [standing for standing in found if not standing.topic]
    ahead = HERE if any(clause.has("bitfinex") for clause in clauses) else ELSEWHERE
    if others and (not own or others[0].score > own[0].score + ahead):
        if length_of(clauses) < SAID:
            return nothing
        likely = tuple(standing.id for standing in own[:OFFERED])
        return nothing._replace(sure=others[0].foreign, likely=likely, elsewhere=others[0].id)
    best = own[0]
    if is_sure(clauses, facts, found, held, parts):
        return nothing._replace(topic=best.topic, situation=best.id, sure=True)
    return nothing._replace(topic=best.topic, likely=offered(own, parts))


def offered(found: Sequence[Standing], parts: Parts) -> tuple[str, ...]:
    """The situations to offer, best first; before them the topic's own question, if it is due."""
    own = [standing for standing in found if standing.topic]
    first = own[0].topic if own else None
    ask = (f"{first}{UNCLEAR}",) if first in parts.asked_first else ()
    return (*ask, *(standing.id for standing in own))[:OFFERED]


def alarmed(result: Understood, found: Sequence[Standing], held: Signs) -> Understood:
    """What is offered in an emergency: first the situation that its signs speak for."""
    speaking = [standing for standing in found if standing.topic and held.alarms(standing.id)]
    if not speaking:
        return result
    first = speaking[0]
    rest = (name for name in result.likely if name != first.id)
    return result._replace(topic=first.topic, elsewhere=None, likely=(first.id, *rest)[:OFFERED])


def by_likeness(
    clauses: Sequence[Clause], found: Sequence[Standing], held: Signs, parts: Parts, sure: bool
) -> str | None:
    """The emergency that is told in other words than the signs know: it comes nearer than all that
    is none, or nearly so, and something in the text hints at it."""
    own = [standing for standing in found if standing.topic]
    best = next((each for each in own if each.id in parts.emergencies and not each.barred), None)
    others = max((each.score for each in own if each.id not in parts.emergencies), default=0.0)
    if best is None or held.calm or best.score < others - CLOSE or is_one_word(clauses):
        return None
    firm = [clause for clause in clauses if not clause.doubtful]
    if best.score >= others + AHEAD and best.near >= ALIKE and not best.unlike:
        if any(clause.has(*UNSURE) or "gave" in clause.denied for clause in clauses):
            return None
        done = any(clause.has(*HINTS, *DEEDS) and not clause.has("asks") for clause in firm)
        asks = any(clause.has("asks") for clause in clauses)
        return best.id if sure or done or not asks else None
    hinted = any(clause.has(*HINTS) for clause in firm)
    hinted = hinted and not any(clause.has("explains") for clause in clauses)
    return best.id if hinted and best in own[:OFFERED] else None
