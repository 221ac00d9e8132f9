"""What the first words say: the content and the index brought to `understand`."""

from functools import cache

from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Context
from bfx_help.cli.conversation import Understand
from bfx_help.interview.meaning import Understood
from bfx_help.model import DemandKind


def heard_from(context: Context) -> Understand:
    """Understands texts with the content and the index of a context."""
    from bfx_help.interview.indexes import parts_of, situations_index
    from bfx_help.interview.pasted_message import led
    from bfx_help.interview.understand import understand

    content, now = context.content, context.now
    parts, index = parts_of(content), situations_index(content)

    @cache
    def heard(text: str) -> Understood:
        found = demanded(context, text)
        understood = led(understand(text, parts, index, now), found, content.situations)
        return understood._replace(demands=() if understood.emergency else found)

    return heard


def hear(asker: Asker) -> Understand:
    """Understands the first words for the wizard; the index is opened when it is first needed."""
    opened = cache(lambda: heard_from(asker.context))
    return lambda text: opened()(text)


def demanded(context: Context, text: str) -> tuple[DemandKind, ...]:
    """What a pasted message demands; nothing, where the writer tells an own story."""
    from bfx_help.interview.pasted_message import is_own_story
    from bfx_help.verify import demands  # loaded when there are words to read

    return () if is_own_story(text) else demands(text, context.content.demands)
