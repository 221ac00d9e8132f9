"""The invented desk of the unit tests: read once, never compiled."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bfx_help import content
from bfx_help.cli.context import Context
from bfx_help.cli.settings import Settings
from bfx_help.content import Content
from bfx_help.interview.step import State, step
from bfx_help.model import Answers, Language, Own

NOW = datetime(2026, 11, 22, 10, 10, tzinfo=UTC)

DESK = Path(__file__).parents[1] / "desk"


@cache
def desk_content() -> Content:
    """The content of the invented desk."""
    return content.load(DESK)


def settings() -> Settings:
    """The settings of the invented desk, in English."""
    return Settings(
        language=Language.EN,
        usual=Language.EN,
        chosen=True,
        plain=True,
        colour=None,
        data=DESK,
        home=Path("home"),
        clock=lambda: NOW,
        term="dumb",
        editor="",
    )


def desk() -> Context:
    """The invented desk in English."""
    return Context(settings(), desk_content())


def answers(**values: str) -> Answers:
    """Answers by question; `_` stands for a hyphen."""
    return {name.replace("_", "-"): Own(value) for name, value in values.items()}


def state(**values: str) -> State:
    """What follows from these answers."""
    return step(desk_content(), answers(**values), NOW)
