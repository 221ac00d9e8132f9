"""Shows what the answers lead to: the channel and why, what not to do, and what happens next."""

from typing import NamedTuple

from bfx_help.cli.desk import Desk
from bfx_help.cli.faq import after_steps
from bfx_help.model import (
    Channel,
    Entry,
    Item,
    Known,
    Recommendation,
    Shown,
    Takes,
    Text,
    Tone,
    fill,
)
from bfx_help.terminal import Terminal


def card_items(desk: Desk, known: Known | None) -> tuple[Item, ...]:
    """What to do this minute, by what is known; without that, in the emergency that `!` opens."""
    roles = desk.content.roles
    unsaid = Known({roles.questions.situation: roles.emergency.situation}, frozenset())
    card = desk.content.checklists.card
    return tuple(item for item in card if (known or unsaid).holds(item.when))


def show_card(desk: Desk, terminal: Terminal, known: Known | None = None) -> None:
    """The emergency card."""
    items = card_items(desk, known)
    terminal.say(desk.word("card"), Tone.WARNING)
    for number, item in enumerate(items, 1):
        terminal.say(f"{number}  {desk(item.says)}", Tone.STRONG, indent="   ")
    terminal.say(desk.word("card-nobody"), Tone.WARNING)


def show(desk: Desk, terminal: Terminal, found: Recommendation, shown: Shown) -> None:
    """The verdict: where to go first, then why, what not to do, what comes next, and what it all
    rests on in one line."""
    first, *rest = verdict_lines(desk, found, shown)
    terminal.say(first, Tone.HEADING)
    for line in rest:
        terminal.say(line)
    facts = (*found.route.rests_on, *(fact for item in found.findings for fact in item.rests_on))
    if basis := desk.basis(facts):
        terminal.say(basis, Tone.QUIET)


def verdict_lines(desk: Desk, found: Recommendation, shown: Shown) -> list[str]:
    """The verdict line by line."""
    route, channels = found.route, desk.content.channels
    parts = (
        ("because", filled(desk, route.because, shown)),
        *(("finding", filled(desk, finding.says, shown)) for finding in found.findings),
        ("avoid", filled(desk, route.avoid, shown)),
        ("next", filled(desk, route.next, shown)),
        ("fallback", desk(channels[route.fallback].name)),
    )
    channel = channels[route.channel]
    name = desk(channel.name)
    first = desk.word("verdict-reach", channel=name, step=desk(channel.reach[0]))
    return [
        first if channel.takes is not Takes.NOTHING else desk.word("verdict", channel=name),
        *(desk.word(key, text=text) for key, text in parts),
    ]


def filled(desk: Desk, says: Text, shown: Shown) -> str:
    """A text of a route with its placeholders; one that is not known is said to be so."""
    unknown = desk.text("unknown-value")
    text = fill(says, lambda name: shown(name) or unknown)
    return desk(text) if text else ""


def show_entry(desk: Desk, terminal: Terminal, entry: Entry) -> None:
    """A FAQ entry, whole."""
    terminal.say(desk(entry.question), Tone.HEADING)
    terminal.say(desk(entry.answer))
    for number, step in enumerate(entry.steps, 1):
        terminal.say(f"{number:>2}. {desk(step)}", indent="    ")
    for text in after_steps(desk, entry):
        terminal.say(text)
    if basis := desk.basis(entry.rests_on):
        terminal.say(basis, Tone.QUIET)


class Action(NamedTuple):
    """What is to be done with a text: where it goes, and whether as a reply in the ticket that
    there is already."""

    channel: Channel
    reply: bool = False

    def steps(self, desk: Desk) -> list[str]:
        """What to open, and what to paste."""
        steps = [desk(step) for step in self.channel.reach]
        return [steps[0], desk.word("action-reply")] if self.reply else steps

    def last(self, desk: Desk) -> str:
        """The same in one line."""
        if self.reply:
            return desk.word("action-last-reply")
        return desk.word("action-last", step=desk(self.channel.reach[0]))

    def never(self, desk: Desk) -> str:
        """What not to do."""
        return desk.word("action-never", text=desk(self.channel.never))
