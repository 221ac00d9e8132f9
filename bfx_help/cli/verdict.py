"""Shows what the answers lead to: the channel and why, what not to do, and what happens next."""

from typing import NamedTuple

from bfx_help.cli.checklist_page import card_items
from bfx_help.cli.context import Context
from bfx_help.cli.faq_entry import after_steps
from bfx_help.interview import routing
from bfx_help.model import Channel, Entry, Known, Recommendation, Shown, Takes, Text, Tone, fill
from bfx_help.plain import width
from bfx_help.terminal import Terminal


def show_card(context: Context, terminal: Terminal, known: Known | None = None) -> None:
    """The emergency card."""
    items = card_items(context, known)
    terminal.say("")
    terminal.say(context.word("card"), Tone.WARNING)
    for number, item in enumerate(items, 1):
        terminal.say(f"{number}  {context(item.says)}", Tone.STRONG, indent="   ")
    terminal.say(context.word("card-nobody"), Tone.WARNING)


def show(context: Context, terminal: Terminal, found: Recommendation, shown: Shown) -> None:
    """The verdict: where to go, why, what not to do, what comes next, and what it rests on."""
    terminal.say(_first_line(context, found), Tone.HEADING)
    parts = _parts(context, found, shown)
    room = max(width(label) for label, _ in parts)
    careful = context.word("avoid")
    for label, text in parts:
        tone = Tone.ALERT if label == careful else Tone.STRONG
        terminal.say_labelled(label, text, room, tone)
    facts = (*found.route.rests_on, *(fact for item in found.findings for fact in item.rests_on))
    if basis := context.basis(facts):
        terminal.say(basis, Tone.QUIET)


def verdict_lines(context: Context, found: Recommendation, shown: Shown) -> list[str]:
    """The verdict line by line."""
    lines = (
        context.word("review-line", label=label, value=text) if label else text
        for label, text in _parts(context, found, shown)
    )
    return [_first_line(context, found), *lines]


def _first_line(context: Context, found: Recommendation) -> str:
    channel = context.content.channels[found.route.channel]
    name = context(channel.name)
    if channel.takes is Takes.NOTHING:
        return context.word("verdict", channel=name)
    return context.word("verdict-reach", channel=name, step=context(channel.reach[0]))


def _parts(context: Context, found: Recommendation, shown: Shown) -> list[tuple[str, str]]:
    """What the verdict says below its first line, each text with its label."""
    route, word = found.route, context.word
    return [
        (word("because"), filled(context, route.because, shown)),
        *(("", filled(context, finding.says, shown)) for finding in found.findings),
        (word("avoid"), filled(context, route.avoid, shown)),
        (word("next"), filled(context, route.next, shown)),
        (word("fallback"), context(context.content.channels[route.fallback].name)),
    ]


def filled(context: Context, says: Text, shown: Shown) -> str:
    """A text of a route with its placeholders; one that is not known is said to be so."""
    unknown = context.text("unknown-value")
    text = fill(says, lambda name: shown(name) or unknown)
    return context(text) if text else ""


def show_entry(context: Context, terminal: Terminal, entry: Entry) -> None:
    """A FAQ entry, whole."""
    terminal.say(context(entry.question), Tone.HEADING)
    terminal.say(context(entry.answer))
    for number, step in enumerate(entry.steps, 1):
        terminal.say(f"{number:>2}. {context(step)}", indent="    ")
    for text in after_steps(context, entry):
        terminal.say(text)
    if basis := context.basis(entry.rests_on):
        terminal.say(basis, Tone.QUIET)


def show_why(context: Context, terminal: Terminal, known: Known) -> None:
    """Every rule that was tried, with its outcome."""
    terminal.say(context.word("rules-tried"), Tone.HEADING)
    for route, fits in routing.tried(context.content.routes, known):
        when = "; ".join(f"{key}: {' | '.join(values)}" for key, values in route.when.items())
        mark = context.word("rule-yes" if fits else "rule-no")
        terminal.say(f"{mark} {route.id}{f' ({when})' if when else ''}", indent="    ")


class Action(NamedTuple):
    """Where a text goes, and whether as a reply in the ticket that there is already."""

    channel: Channel
    reply: bool = False

    def steps(self, context: Context) -> list[str]:
        """What to open, and what to paste."""
        steps = [context(step) for step in self.channel.reach]
        return [steps[0], context.word("action-reply")] if self.reply else steps

    def last(self, context: Context) -> str:
        """The same in one line."""
        if self.reply:
            return context.word("action-last-reply")
        return context.word("action-last", step=context(self.channel.reach[0]))

    def never(self, context: Context) -> str:
        """What not to do."""
        return context.word("action-never", text=context(self.channel.never))
