"""What the first words say: the content and the index brought to `understand`."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Context
from bfx_help.cli.conversation import Heard, Understand
from bfx_help.model import Demand

if TYPE_CHECKING:  # the first question need not wait for it
    from bfx_help.interview.understand import Understood


def heard_from(context: Context) -> "Callable[[str], Understood]":
    """Understands texts with the content and the index of a context."""
    from bfx_help.interview.indexes import parts_of, situations_index
    from bfx_help.interview.pasted_message import led
    from bfx_help.interview.understand import understand

    content, now = context.content, context.now
    parts, index = parts_of(content), situations_index(content)

    @cache
    def heard(text: str) -> "Understood":
        understood = understand(text, parts, index, now)
        return led(understood, demanded(context, text), content.situations)

    return heard


def hear(asker: Asker) -> Understand:
    """Understands the first words for the wizard; the index is opened when it is first needed."""
    found: list[Callable[[str], Understood]] = []

    def understood(text: str) -> Heard:
        if not found:
            found.append(heard_from(asker.context))
        result = found[0](text)
        return Heard(
            result.situation if result.sure else None,
            result.likely,
            result.emergency,
            result.elsewhere,
            facts_of(result),
            result.also,
            () if result.emergency else demanded(asker.context, text),
        )

    return understood


def demanded(context: Context, text: str) -> tuple[Demand, ...]:
    """What a pasted message demands; nothing, where the writer tells an own story."""
    from bfx_help.interview.pasted_message import is_own_story
    from bfx_help.verify import demands  # loaded when there are words to read

    return () if is_own_story(text) else demands(text, context.content.demands)


def facts_of(understood: "Understood") -> Mapping[str, str]:
    """The facts by their names in the content, without those that were not said."""
    return {
        name.replace("_", "-"): str(value)
        for name, value in understood.facts._asdict().items()
        if value is not None
    }


def understood_json(understood: "Understood") -> Mapping[str, Any]:
    """What was understood, for programs."""
    from bfx_help.interview.understand import as_json

    return as_json(understood)
