"""`channels`: every way to reach support, and those that do not exist."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from bfx_help.cli import completion
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.output import GAP, Page, Paragraph, as_json, data_of, heading, quiet
from bfx_help.model import Channel, Existence, Tone
from bfx_help.plain import width


@as_command
def command(
    context: Context,
    channel: Annotated[
        str | None, typer.Argument(metavar="[ID]", autocompletion=completion.channels)
    ] = None,
    json: Json = False,
) -> Page:
    """Show all channels in short, or one in full. Raises `UsageProblem` if it is unknown."""
    there = {name: found for name, found in context.content.channels.items() if not found.own}
    channel = context.known_id(channel, there, "no-channel")
    chosen = [there[channel]] if channel else list(there.values())
    if json:
        return as_json({"channels": [_channel_data(context, found) for found in chosen]})
    return _channel(context, chosen[0]) if channel else _overview(context, chosen)


def _overview(context: Context, chosen: Sequence[Channel]) -> Iterator[Paragraph]:
    """A table of what exists, with addresses; what does not exist is named in one line."""
    there = [channel for channel in chosen if channel.existence is Existence.EXISTS]
    broad = max(width(context(channel.name)) for channel in there)
    yield heading(context.word("channels-exists"))
    for channel in there:
        if not channel.public:
            yield _row(context, channel, broad)
            yield Paragraph(f"    {context(channel.purpose)}", "    ")
    yield from (GAP, heading(context.word("channels-public")))
    yield from (_row(context, channel, broad) for channel in there if channel.public)
    yield GAP
    for existence in (Existence.UNCONFIRMED, Existence.NONE):
        names = [context(channel.name) for channel in chosen if channel.existence is existence]
        if names:
            text = context.word(f"channels-{existence}", names=context.listed(names))
            tone = Tone.WARNING if existence is Existence.NONE else Tone.PLAIN
            yield Paragraph(text, "    ", tone)
    yield quiet(context.word("channels-one"))


def _row(context: Context, channel: Channel, broad: int) -> Paragraph:
    name = context(channel.name)
    gap = " " * (broad - width(name))
    where = channel.address or context(channel.reach[min(1, len(channel.reach) - 1)])
    return Paragraph(f"  {name}{gap}  {where}", " " * (broad + 4), Tone.STRONG)


def _channel(context: Context, channel: Channel) -> Iterator[Paragraph]:
    yield heading(
        context.word(
            "noted", name=context(channel.name), note=context.word(f"existence-{channel.existence}")
        )
    )
    parts = [(key, getattr(channel, key)) for key in ("purpose", "login", "speed", "hours")]
    there = channel.existence is not Existence.NONE
    for key, text in parts if there else parts[:1]:
        yield Paragraph(context.word(f"channel-{key}", text=context(text)), "  ")
    if channel.reach:
        yield Paragraph(context.word("channel-reach" if there else "channel-instead"))
        steps = enumerate(channel.reach, 1)
        yield from (Paragraph(f" {number}. {context(step)}", "    ") for number, step in steps)
    if there:
        yield Paragraph(context.word("channel-public" if channel.public else "channel-private"))
    yield Paragraph(context.word("channel-never", text=context(channel.never)), "  ", Tone.WARNING)
    if channel.note:
        yield Paragraph(context(channel.note))
    yield quiet(context.basis(channel.facts))


def _channel_data(context: Context, channel: Channel) -> dict[str, Any]:
    content, keys = context.content, [key for key in channel._fields if key != "own"]
    return {
        **data_of(channel, context.languages, *keys),
        "basis": content.basis(channel.facts),
        "sources": [source.at or source.name.en for source in content.sources_of(channel.facts)],
    }
