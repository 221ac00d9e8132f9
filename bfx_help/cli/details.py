"""The page of details: which fields are asked at once, and what is proposed for them."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bfx_help.cli.context import Context
from bfx_help.cli.result import formatter
from bfx_help.content import Content
from bfx_help.interview.letter_fields import beside_account
from bfx_help.interview.step import State, options_of, step
from bfx_help.model import Asks, Option, Own, Question

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
URGENT = 6
"""Fields that are asked for in an emergency, beside who writes."""


class Page(NamedTuple):
    """The fields of a page with what is proposed for them, and how that reads. Those that have an
    answer already, and those `beside` the account, stand on no line of their own, but can be
    named."""

    fields: tuple[Question, ...]
    options: Mapping[str, tuple[Option, ...]]
    proposed: Mapping[str, str]
    shown: Mapping[str, str]
    answered: tuple[Question, ...] = ()
    beside: tuple[Question, ...] = ()


def page_of(context: Context, state: State, proposed: Mapping[str, str]) -> Page:
    """The fields of the letter that still have no answer, as if what is proposed were confirmed;
    what an account will tell only beside them."""
    content = context.content
    roles = content.roles.questions
    answers = {**state.values, **{name: Own(value) for name, value in proposed.items()}}
    supposed = step(content, {name: Own(value) for name, value in answers.items()}, context.now)
    attachments = content.questionnaire.by_id.get(roles.attachments)
    more = [attachments] if attachments and state.situation and state.situation.attach else []
    fields = (*(_urgent(content, supposed) if state.emergency else supposed.fields), *more)
    vague = days_of(fields, state.values)
    proposed = {**({} if state.emergency else vague), **proposed}
    answered = tuple(
        field for field in fields if field.id in state.values and field.id not in proposed
    )
    contact = (roles.ticket, roles.contacted_at, roles.answered_at, roles.support_said)
    unasked = {*contact, roles.support_wrong} - {*proposed}
    fields = tuple(
        field
        for field in fields
        if field not in answered
        and not (field.id in unasked and supposed.known.holds(field.when) is None)
    )
    account = () if state.emergency else beside_account(content, supposed, context.language)
    beside = tuple(field for field in fields if field in account and field.id not in proposed)
    every = (*fields, *answered)
    fields = tuple(field for field in fields if field not in beside)
    options = {field.id: options_of(content, field, state.values) for field in every}
    reads = formatter(context, supposed)
    proposed = {name: value for name, value in proposed.items() if name in options}
    texts = {name: reads(name) for name in proposed}
    shown = {name: context(text) if text else proposed[name] for name, text in texts.items()}
    understood = shown.keys() - (state.values.keys() - vague.keys())  # the others were typed here
    shown |= {name: f"{shown[name]} {context.word('details-understood')}" for name in understood}
    return Page(fields, options, proposed, shown, answered, beside)


def days_of(fields: Iterable[Question], values: Mapping[str, str]) -> dict[str, str]:
    """The times of which only the day is known, so that the hour can still be filled in."""
    times = (field.id for field in fields if field.kind is Asks.TIME)
    return {name: values[name] for name in times if _DAY.fullmatch(values.get(name, ""))}


def _urgent(content: Content, state: State) -> tuple[Question, ...]:
    """In an emergency only what support needs this minute; the rest can follow in the ticket."""
    roles = content.roles.questions
    facts = state.situation.deciding_facts if state.situation else ()
    first = [name for name in facts if name not in state.values][:URGENT]
    return tuple(field for field in state.fields if field.id in (*first, roles.name, roles.email))
