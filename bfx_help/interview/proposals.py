"""From the facts that were understood to the answers they propose: shown, never taken unseen."""

from collections.abc import Mapping
from datetime import datetime

from bfx_help.content import Content
from bfx_help.interview.step import State, options_of
from bfx_help.model import UNKNOWN, Asks, FactKind, Question
from bfx_help.request.dated_lines import day_of

Facts = Mapping[str, str]
"""What was understood, by the name of the fact (`FactKind`)."""

QUOTED = (FactKind.ERROR, FactKind.QUOTE)
"""Words of a page or of support."""

_INSTEAD = {FactKind.WHEN_SENT: FactKind.SINCE}
"""What is proposed for a fact that no text gives by itself: what did not come yet was sent then."""


def proposals(content: Content, facts: Facts, state: State) -> dict[str, str]:
    """What the facts propose for the questions that apply now and have no answer."""
    found: dict[str, str] = {}
    quoted = set(state.values.values())  # words in quotes are the page's or support's, not both
    for question in content.questionnaire.questions:
        if question.from_ is None or question.id in state.values:
            continue
        holds = state.known.holds(question.when)
        if not (question in state.fields if holds is None else holds):
            continue
        value = _proposed(content, question, facts, state)
        if value and not (question.from_ in QUOTED and value in quoted):
            found[question.id] = value
            quoted |= {value} if question.from_ in QUOTED else set()
    return found


def _proposed(content: Content, question: Question, facts: Facts, state: State) -> str | None:
    if question.from_ is None:
        return None
    if question.from_ in (FactKind.AMOUNT, FactKind.ASSET) and question.kind is Asks.AMOUNT:
        return None if _may_be_fee(facts, state) else _amount(facts)
    value = facts.get(question.from_) or facts.get(_INSTEAD.get(question.from_, ""))
    if not value:
        return None
    options = {option.id for option in options_of(content, question, state.values)}
    listed = question.kind in (Asks.CHOICE, Asks.SEVERAL, Asks.NETWORK)
    listed |= question.from_ is FactKind.POSITION  # that there is one is all that was understood
    return value if not listed or value in options else None


def _may_be_fee(facts: Facts, state: State) -> bool:
    """Whether the only sum that was named may be the fee that is disputed, and none of a coin."""
    about_fee = bool(state.fields) and state.fields[0].from_ is FactKind.FEE
    return about_fee and not (facts.get(FactKind.FEE) and facts.get(FactKind.AMOUNT))


def _amount(facts: Facts) -> str | None:
    """The amount with its coin, if both were said."""
    amount, asset = facts.get(FactKind.AMOUNT), facts.get(FactKind.ASSET)
    return f"{amount} {asset}" if amount and asset else amount


def with_hours(days: Mapping[str, str], account: str, now: datetime) -> dict[str, str]:
    """The moments of answers that name only a day, where the lines of an account that begin with
    that day name one hour."""
    spoken = (day_of(line, now) for line in account.splitlines())
    moments = {found.at for found in spoken if found and found.at.exact}
    hours = {
        name: [at.value for at in moments if at.at.date().isoformat() == day]
        for name, day in days.items()
    }
    return {name: found[0] for name, found in hours.items() if len(found) == 1}


def half_amounts(state: State, facts: Facts) -> dict[str, str]:
    """For the amount in question that was left open or is not known, at least the coin that was
    named; a fee or what came back may be in another one."""
    asset = facts.get(FactKind.ASSET)
    if not asset or _may_be_fee(facts, state):
        return {}
    return {
        field.id: asset
        for field in state.fields
        if field.kind is Asks.AMOUNT
        and field.from_ in (FactKind.AMOUNT, FactKind.ASSET)
        and state.values.get(field.id, UNKNOWN) == UNKNOWN
    }
