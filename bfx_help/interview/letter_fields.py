"""Which fields of a letter stand above its account, which tells the others in own words."""

from collections.abc import Callable, Iterator
from functools import cache

from bfx_help.content import Content
from bfx_help.interview.step import State
from bfx_help.model import (
    REPLIES,
    Asks,
    Language,
    Place,
    Question,
    Situation,
    answers_of,
    placeholders,
    reached,
)

TELLING = 3
"""Lines from which on an account tells what happened, and needs no fields for it."""

_EXACT = (Asks.ID, Asks.TXID, Asks.ADDRESS, Asks.EMAIL, Asks.LINK, Asks.AMOUNT, Asks.NETWORK)
"""The kinds of answers that have to be right to the sign, and have a place of their own."""


def beside_account(content: Content, state: State, language: Language) -> tuple[Question, ...]:
    """The fields that an account tells as well: the subject, the first paragraph, the details and
    the requests are not made of them, and they are no ids, addresses or sums. For who reads Chinese
    those with options stay fields, since options have their English."""
    roles = content.roles.questions
    support = (roles.contacted_at, roles.answered_at, roles.support_said, roles.support_wrong)
    answers = state.route is not None and state.route.text in REPLIES
    above = content.once(_above_accounts)(state.situation.id) if state.situation else frozenset()
    stay = {roles.deadline, roles.name, *above, *(support if answers else ())}
    return tuple(
        field
        for field in state.fields
        if field.id not in stay
        and field.kind not in _EXACT
        and not (language.is_chinese and field.options)
        and state.known.holds(field.when)
    )


def left_to_account(content: Content, state: State, language: Language) -> tuple[Question, ...]:
    """The fields that an account tells as well, where there is one that tells what happened."""
    story = state.values.get(content.roles.questions.story, "")
    tells = len(story.splitlines()) >= TELLING and not state.emergency
    return beside_account(content, state, language) if tells else ()


def _above_accounts(content: Content) -> Callable[[str], frozenset[str]]:
    """What a letter is made of but its account, by the id of its situation."""
    return cache(lambda name: frozenset(_made_of(content, content.situations[name])))


def _made_of(content: Content, situation: Situation) -> set[str]:
    looked_at = content.questionnaire.looked_at

    def names() -> Iterator[str]:
        yield from situation.keys
        for headline in situation.subject:
            yield from (*placeholders(headline.line.en), *headline.when)
        for statement in content.letters.about(situation.id).lines:
            if statement.place is Place.OPENING:
                yield from (*placeholders(statement.line.en), *statement.says, *statement.when)
            elif statement.place is Place.DETAILS:
                yield from placeholders(statement.line.en)
        for want in map(content.letters.wants.__getitem__, situation.wants):
            yield from (*placeholders(want.line.en), *want.when)

    parts = (part for name in names() for part in answers_of(name))
    return reached(parts, lambda name: looked_at.get(name, ()))
