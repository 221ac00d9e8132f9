"""A long account, taken out of a letter to go along as a text file."""

from collections.abc import Mapping

from bfx_help.model import Text
from bfx_help.request.halves import BELOW
from bfx_help.request.letter import Letter
from bfx_help.request.sections import Section

LONG_ACCOUNT = 150
"""Words, or Chinese characters, from which on an account is offered as a file."""


def account_of(letter: Letter, frame: Mapping[str, Text]) -> str:
    """What stands in a letter as the account of what happened, also what is left for its Chinese
    half; empty where there is none."""
    accounts = (section for section in letter.sections if section.title == frame["events"])
    lines = (line for section in accounts for line in section.lines)
    return "\n".join(line.zh if BELOW in line.en else line.en for line in lines)


def is_long(account: str) -> bool:
    """Whether an account is better attached than read in the letter."""
    chinese = sum("一" <= sign <= "鿿" for sign in account)
    return len(account.split()) + chinese > LONG_ACCOUNT


def without_account(letter: Letter, frame: Mapping[str, Text]) -> Letter:
    """The letter with a word about the attached file in place of the account."""
    apart = Section(None, (frame["account-attached"],))
    sections = (
        apart if section.title == frame["events"] else section for section in letter.sections
    )
    return letter._replace(sections=tuple(sections))
