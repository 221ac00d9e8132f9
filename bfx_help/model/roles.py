"""The one place where the program meets names of the content."""

from typing import NamedTuple

from bfx_help.model.texts import When


class QuestionRoles(NamedTuple):
    """Which question holds what."""

    words: str  # the first words
    topic: str
    situation: str
    login: str
    contacted: str
    ticket: str
    contacted_at: str
    answered_at: str
    support_said: str
    support_wrong: str
    deadline: str
    own_subject: str  # the subject that the customer writes
    own_opening: str  # the first paragraph that the customer writes
    wants: str
    story: str  # the account in one's own words
    in_english: str  # what was typed in Chinese, with its English
    attachments: str
    name: str
    email: str


class ChannelRoles(NamedTuple):
    """Which channel serves what."""

    default: str
    mail: str


class EmergencyRoles(NamedTuple):
    """How an emergency is known, and what `sos` answers."""

    when: When
    situation: str


class Roles(NamedTuple):
    """What the program needs of a content, by name."""

    questions: QuestionRoles
    channels: ChannelRoles
    emergency: EmergencyRoles
    general_topic: str
    general_checklist: str
    own_account: str  # the state of a topic for what fits none of its situations
    review_want: str | None = None  # asks for a review of an answer
    asked_first: tuple[str, ...] = ()  # topics whose own question goes before likely situations
