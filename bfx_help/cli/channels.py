"""The `channels` command: every way to reach support, and those that do not exist."""

from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help.cli.desk import Desk
from bfx_help.cli.output import GAP, Paragraph, as_json, heading, quiet, show, write
from bfx_help.model import Channel, Existence, Text, Tone
from bfx_help.plain import width


def show_channels(desk: Desk, channel: str | None, as_data: bool) -> int:
    """Show all channels in short, or one of them whole. Raises `Usage` for an unknown one."""
    there = {name: one for name, one in desk.content.channels.items() if not one.own}
    channel = desk.id_of(channel, there) if channel else None
    if channel is not None and channel not in there:
        raise desk.unknown(channel, there, "no-channel")
    chosen = [there[channel]] if channel else list(there.values())
    if as_data:
        write(as_json({"channels": [_channel_data(desk, one) for one in chosen]}))
    else:
        show(desk, _channel(desk, chosen[0]) if channel else _overview(desk, chosen))
    return 0


def _overview(desk: Desk, chosen: Sequence[Channel]) -> Iterator[Paragraph]:
    """A table of what exists, with addresses; what is public has none of its own use, and what does
    not exist is named in one line."""
    there = [channel for channel in chosen if channel.existence is Existence.EXISTS]
    broad = max(width(desk(channel.name)) for channel in there)
    yield heading(desk.word("channels-exists"))
    for channel in there:
        if not channel.public:
            yield _row(desk, channel, broad)
            yield Paragraph(f"    {desk(channel.purpose)}", "    ")
    yield from (GAP, heading(desk.word("channels-public")))
    yield from (_row(desk, channel, broad) for channel in there if channel.public)
    yield GAP
    for existence in (Existence.UNCONFIRMED, Existence.NONE):
        names = [desk(channel.name) for channel in chosen if channel.existence is existence]
        if names:
            text = desk.word(f"channels-{existence}", names=desk.listed(names))
            tone = Tone.WARNING if existence is Existence.NONE else Tone.PLAIN
            yield Paragraph(text, "    ", tone)
    yield quiet(desk.word("channels-one"))


def _row(desk: Desk, channel: Channel, broad: int) -> Paragraph:
    name = desk(channel.name)
    gap = " " * (broad - width(name))
    where = channel.address or desk(channel.reach[min(1, len(channel.reach) - 1)])
    return Paragraph(f"  {name}{gap}  {where}", " " * (broad + 4), Tone.STRONG)


def _channel(desk: Desk, one: Channel) -> Iterator[Paragraph]:
    yield heading(desk.beside(desk(one.name), desk.word(f"existence-{one.existence}")))
    parts = [
        ("purpose", one.purpose),
        ("login", one.login),
        ("speed", one.speed),
        ("hours", one.hours),
    ]
    for key, text in parts:
        yield Paragraph(desk.word(f"channel-{key}", text=desk(text)), "  ")
    if one.reach:
        yield Paragraph(desk.word("channel-reach"))
        steps = enumerate(one.reach, 1)
        yield from (Paragraph(f" {number}. {desk(step)}", "    ") for number, step in steps)
    yield Paragraph(desk.word("channel-public" if one.public else "channel-private"))
    yield Paragraph(desk.word("channel-never", text=desk(one.never)), "  ", Tone.WARNING)
    if one.note:
        yield Paragraph(desk(one.note))
    yield quiet(desk.basis(one.facts))


def _channel_data(desk: Desk, one: Channel) -> dict[str, Any]:
    data = {
        key: value._asdict() if isinstance(value, Text) else value
        for key, value in one._asdict().items()
        if key != "own"
    }
    data["reach"] = [step._asdict() for step in one.reach]
    data["basis"] = desk.content.basis(one.facts)
    data["sources"] = [source.at or source.name.en for source in desk.content.sources_of(one.facts)]
    return {key.replace("_", "-"): value for key, value in data.items()}
