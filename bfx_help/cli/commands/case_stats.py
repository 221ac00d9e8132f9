"""`case stats`: how support did, by channel, in figures and as a bar chart."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bfx_help import cases
from bfx_help.cases import FEW, ChannelStats
from bfx_help.cli import output
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_words import channel_name
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.plain import plain, width

_BROAD = 30
"""Cells of the longest bar."""


@as_command
def command(context: Context, json: Json = False) -> int:
    """First reply and total time as medians, rounds, solved share and ratings."""
    found = with_log(context, lambda log: cases.channel_stats(log, context.zone))
    if json:
        output.write(output.as_json({"all": _data(found[""]), "channels": _by_channel(found)}))
        return 0
    if not found[""].cases:
        output.tell(context, context.word("stats-none"))
        return 0
    page = [*_page(context, found)]
    bars = _bars(context, found)
    if bars:
        page += [output.heading(context.word("stats-chart")), *_drawn(context, bars), output.GAP]
    if found[""].cases < FEW:
        page += [output.Paragraph(context.word("stats-few", number=found[""].cases)), output.GAP]
    output.show_page(context, page[:-1])
    return 0


def _by_channel(found: Mapping[str, ChannelStats]) -> dict[str, Any]:
    return {name: _data(stats) for name, stats in found.items() if name}


def _data(stats: ChannelStats) -> dict[str, Any]:
    rounded = {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in stats._asdict().items()
    }
    return {name.replace("_", "-"): value for name, value in rounded.items()}


def _page(context: Context, found: Mapping[str, ChannelStats]) -> Iterator[output.Paragraph]:
    for name, stats in found.items():
        title = channel_name(context, name) if name else context.word("stats-all")
        yield output.heading(context.word("stats-title", name=title, number=stats.cases))
        yield from (output.Paragraph(f"  {line}", "    ") for line in _lines(context, stats))
        yield output.GAP


def _lines(context: Context, stats: ChannelStats) -> Iterator[str]:
    for key, value in (("first", stats.first_reply), ("total", stats.total)):
        if value is not None:
            yield context.word(f"stats-{key}", time=_hours(context, value))
    yield context.word("stats-rounds", number=f"{stats.rounds:g}")
    if stats.rated and stats.solved is not None:
        share = f"{stats.solved:.0%}"
        yield context.word("stats-solved", share=share, number=stats.rated)
        grades = {"effect": f"{stats.effect:.1f}", "manner": f"{stats.manner:.1f}"}
        yield context.word("stats-grades", **grades)


def _hours(context: Context, hours: float) -> str:
    if hours >= 48:
        return context.word("stats-days", number=f"{hours / 24:.1f}")
    return context.word("stats-hours", number=f"{hours:.1f}")


class _Bar(NamedTuple):
    name: str
    share: float  # of the longest bar
    hours: str


def _bars(context: Context, found: Mapping[str, ChannelStats]) -> list[_Bar]:
    """The time to the first reply by channel."""
    known = {name: stats.first_reply for name, stats in found.items() if name}
    hours = {name: value for name, value in known.items() if value is not None}
    longest = max((*hours.values(), 0.01))
    return [
        _Bar(
            plain(channel_name(context, name), ""),
            value / longest,
            _hours(context, value),
        )
        for name, value in hours.items()
    ]


def _drawn(context: Context, bars: list[_Bar]) -> Iterator[output.Paragraph]:
    """The bars, one a line."""
    room = max((width(bar.name) for bar in bars), default=0)
    beside = room + max((width(bar.hours) for bar in bars), default=0) + 6
    broad = max(min(_BROAD, output.columns() - beside), 1)
    mark = "█" if output.is_styled(context) else "#"
    for bar in bars:
        name = f"  {bar.name}{' ' * (room - width(bar.name))}"
        yield output.Paragraph(f"{name}  {mark * max(round(bar.share * broad), 1)} {bar.hours}")
