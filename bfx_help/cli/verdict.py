"""Says what the answers lead to: the channel and why, what not to do, and what happens next."""

from bfx_help.cli.desk import Desk
from bfx_help.model import Entry, Recommendation, Shown, Text, Tone, fill
from bfx_help.terminal import Terminal


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
        terminal.say(line, indent="    " if is_step(line) else "")
    if entry.facts:
        terminal.say(desk.basis(entry.facts), Tone.QUIET)


def is_step(line: str) -> bool:
    """Whether a line of an entry is a numbered step, whose later lines stand below its text."""
    return line[:3].strip(" .").isdigit()


def entry_lines(desk: Desk, entry: Entry) -> list[str]:
    """The answer, its steps, and what to do when they do not help."""
    lines = [desk(entry.answer)]
    lines += [f"{number:>2}. {desk(step)}" for number, step in enumerate(entry.steps, 1)]
    lines += [desk(text) for text in (entry.if_not, entry.note) if text]
    if entry.channel:
        name = desk(desk.content.channels[entry.channel].name)
        lines.append(desk.word("entry-channel", channel=name))
    return lines + list(entry.links)


def show_action(desk: Desk, terminal: Terminal, name: str, reply: bool = False) -> None:
    """The last lines on the screen: what to open, what to paste, what not to do. `reply` is whether
    the text belongs into a ticket that there is already."""
    channel = desk.content.channels[name]
    terminal.say(desk.word("action"), Tone.HEADING)
    if reply:
        terminal.say(f"- {desk.word('action-reply')}", indent="  ")
    for step in channel.reach:
        terminal.say(f"- {desk(step)}", indent="  ")
    terminal.say(desk.word("action-never", text=desk(channel.never)), Tone.WARNING)
