"""`case stats`: how support did, by channel, in figures and as a bar chart."""

from collections.abc import Iterator, Mapping
from typing import Any

from bfx_help import cases
from bfx_help.cases import FEW, ChannelStats
from bfx_help.cli import output
from bfx_help.cli.case_log import with_log
from bfx_help.cli.case_words import channel_name
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.plain import plain, width

_BROAD = 30  # cells of the longest bar


@as_command
def command(context: Context, json: Json = False) -> output.Page:
    """First reply and total time as medians, rounds, solved share and ratings."""
    found = with_log(context, lambda log: cases.channel_stats(log, context.zone))
    if json:
        channels = {name: _data(stats) for name, stats in found.items() if name}
        return output.as_json({"all": _data(found[""]), "channels": channels})
    if not found[""].cases:
        return [output.Paragraph(context.word("stats-none"))]
    page = [*_page(context, found)]
    if bars := [*_bars(context, found)]:
        page += [output.heading(context.word("stats-chart")), *bars, output.GAP]
    if found[""].cases < FEW:
        page += [output.Paragraph(context.word("stats-few", number=found[""].cases)), output.GAP]
    return page[:-1]


def _data(stats: ChannelStats) -> dict[str, Any]:
    return {
        name.replace("_", "-"): round(value, 2) if isinstance(value, float) else value
        for name, value in stats._asdict().items()
    }


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


def _bars(context: Context, found: Mapping[str, ChannelStats]) -> Iterator[output.Paragraph]:
    """The time to the first reply by channel, a bar a line."""
    hours = {
        plain(channel_name(context, name), ""): stats.first_reply
        for name, stats in found.items()
        if name and stats.first_reply is not None
    }
    longest = max((*hours.values(), 0.01))
    said = {name: _hours(context, value) for name, value in hours.items()}
    room = max(map(width, said), default=0)
    beside = room + max(map(width, said.values()), default=0) + 6
    broad = max(min(_BROAD, output.columns() - beside), 1)
    mark = "█" if output.is_styled(context) else "#"
    for name, value in hours.items():
        head = f"  {name}{' ' * (room - width(name))}"
        bar = mark * max(round(value / longest * broad), 1)
        yield output.Paragraph(f"{head}  {bar} {said[name]}")
