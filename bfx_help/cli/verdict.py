"""Says what the answers lead to: the channel and why, what not to do, and what happens next."""

from collections.abc import Iterator
from typing import NamedTuple

from bfx_help.cli.desk import Desk
from bfx_help.model import Channel, Entry, Recommendation, Shown, Text, Tone, fill
from bfx_help.terminal import Terminal


class EntryLine(NamedTuple):
    """A line of a FAQ entry; `step` is whether it is a numbered step, whose later lines stand below
    its text."""

    text: str
    step: bool = False


def show_card(desk: Desk, terminal: Terminal) -> None:
    """The emergency card: what to do this minute."""
    terminal.say(desk.word("card"), Tone.HEADING)
    for number, item in enumerate(desk.content.checklists.card, 1):
        terminal.say(f"{number}  {desk(item.says)}", indent="   ")
    facts = tuple(fact for item in desk.content.checklists.card for fact in item.facts)
    terminal.say(desk.basis(facts), Tone.QUIET)
    terminal.say(desk.word("card-nobody"), Tone.WARNING)


def show(desk: Desk, terminal: Terminal, found: Recommendation, tell: Shown) -> None:
    """The verdict: where to go and why, where else, what not to do, and what comes next."""
    first, *rest = verdict_lines(desk, found, tell)
    terminal.say(first, Tone.HEADING)
    for line in rest[: len(found.findings)]:
        terminal.say(line)
    if found.findings:
        facts = (fact for finding in found.findings for fact in finding.facts)
        terminal.say(desk.basis(tuple(facts)), Tone.QUIET)
    for line in rest[len(found.findings) :]:
        terminal.say(line)
    terminal.say(desk.basis(found.route.facts), Tone.QUIET)


def verdict_lines(desk: Desk, found: Recommendation, tell: Shown) -> list[str]:
    """The verdict line by line."""
    route, channels = found.route, desk.content.channels
    parts = (
        ("because", filled(desk, route.because, tell)),
        ("fallback", desk(channels[route.fallback].name)),
        ("avoid", filled(desk, route.avoid, tell)),
        ("next", filled(desk, route.next, tell)),
    )
    return [
        desk.word("verdict", channel=desk(channels[route.channel].name)),
        *(filled(desk, finding.says, tell) for finding in found.findings),
        *(desk.word(key, text=text) for key, text in parts),
    ]


def filled(desk: Desk, says: Text, tell: Shown) -> str:
    """A text of a route with its placeholders; one that is not known is told as such."""
    unknown = desk.content.requests.frame["unknown"]
    text = fill(says, lambda name: tell(name) or unknown)
    return desk(text) if text else ""


def show_entry(desk: Desk, terminal: Terminal, entry: Entry) -> None:
    """A FAQ entry, whole."""
    terminal.say(desk(entry.question), Tone.HEADING)
    for line in entry_lines(desk, entry):
        terminal.say(line.text, indent="    " if line.step else "")
    if entry.facts:
        terminal.say(desk.basis(entry.facts), Tone.QUIET)


def entry_lines(desk: Desk, entry: Entry) -> Iterator[EntryLine]:
    """The answer, its steps, and what to do when they do not help."""
    yield EntryLine(desk(entry.answer))
    for number, step in enumerate(entry.steps, 1):
        yield EntryLine(f"{number:>2}. {desk(step)}", step=True)
    for text in (entry.if_not, entry.note):
        if text:
            yield EntryLine(desk(text))
    if entry.channel:
        name = desk(desk.content.channels[entry.channel].name)
        yield EntryLine(desk.word("entry-channel", channel=name))
    yield from map(EntryLine, entry.links)


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


def show_action(desk: Desk, terminal: Terminal, action: Action) -> None:
    """What to open, what to paste, what not to do."""
    terminal.say(desk.word("action"), Tone.HEADING)
    for step in action.steps(desk):
        terminal.say(f"- {step}", indent="  ")
    terminal.say(action.never(desk), Tone.WARNING)


def show_last(desk: Desk, terminal: Terminal, action: Action, sent: str | None) -> None:
    """The last lines, where something was asked below the action: the action once more in short,
    or what comes next where the text was `sent`."""
    terminal.say(sent or action.last(desk), Tone.HEADING)
    terminal.say(action.never(desk), Tone.WARNING)
