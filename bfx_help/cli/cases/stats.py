"""The `case stats` command: how support did, by channel, in figures and as a bar chart."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from bfx_help import caselog
from bfx_help.caselog import FEW, Figures
from bfx_help.cli.cases.shared import channel_name, with_log
from bfx_help.cli.desk import Desk
from bfx_help.cli.pages import as_json, wrapped, write
from bfx_help.plain import plain, width

_BROAD = 30
"""Cells of the longest bar."""


def stats(desk: Desk, as_data: bool) -> int:
    """First reply and total time as medians, rounds, solved share and ratings."""
    found = with_log(desk, lambda log: caselog.figures(log, desk.zone))
    if as_data:
        write(as_json({"all": _data(found[""]), "channels": _by_channel(found)}))
        return 0
    write("\n".join(_page(desk, found)))
    return 0


def _by_channel(found: Mapping[str, Figures]) -> dict[str, Any]:
    return {name: _data(one) for name, one in found.items() if name}


def _data(one: Figures) -> dict[str, Any]:
    rounded = {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in one._asdict().items()
    }
    return {name.replace("_", "-"): value for name, value in rounded.items()}


def _page(desk: Desk, found: Mapping[str, Figures]) -> Iterator[str]:
    every = found[""]
    if not every.cases:
        yield desk.word("stats-none")
        return
    for name, one in found.items():
        title = channel_name(desk, name) if name else desk.word("stats-all")
        yield wrapped([desk.word("stats-title", name=title, number=one.cases)])
        yield from (wrapped([f"  {line}"], "    ") for line in _lines(desk, one))
        yield ""
    yield from _chart(desk, found)
    if every.cases < FEW:
        yield wrapped([desk.word("stats-few", number=every.cases)])


def _lines(desk: Desk, one: Figures) -> Iterator[str]:
    for key, value in (("first", one.first_reply), ("total", one.total)):
        if value is not None:
            yield desk.word(f"stats-{key}", time=_hours(desk, value))
    yield desk.word("stats-rounds", number=f"{one.rounds:g}")
    if one.rated and one.solved is not None:
        share = f"{one.solved:.0%}"
        yield desk.word("stats-solved", share=share, number=one.rated)
        grades = {"effect": f"{one.effect:.1f}", "manner": f"{one.manner:.1f}"}
        yield desk.word("stats-grades", **grades)


def _hours(desk: Desk, hours: float) -> str:
    if hours >= 48:
        return desk.word("stats-days", number=f"{hours / 24:.1f}")
    return desk.word("stats-hours", number=f"{hours:.1f}")


def _chart(desk: Desk, found: Mapping[str, Figures]) -> Iterator[str]:
    """A bar for each channel: with rich on a terminal, in plain characters elsewhere."""
    bars = {
        plain(channel_name(desk, name), ""): one.first_reply
        for name, one in found.items()
        if name and one.first_reply is not None
    }
    if not bars:
        return
    yield desk.word("stats-chart")
    longest = max(*bars.values(), 0.01)
    room = max(map(width, bars))
    for name, hours in bars.items():
        bar = max(round(hours / longest * _BROAD), 1)
        yield f"  {name}{' ' * (room - width(name))}  {_bar(desk, bar)} {_hours(desk, hours)}"
    yield ""


def _bar(desk: Desk, length: int) -> str:
    """A bar: coloured where standard output is a terminal; its length says the same."""
    if not sys.stdout.isatty() or desk.settings.plain:
        return "#" * length
    from rich.console import Console
    from rich.text import Text

    console = Console(no_color=not desk.settings.colour, highlight=False)
    with console.capture() as captured:
        console.print(Text("█" * length, style="cyan"), end="", soft_wrap=True)
    return captured.get()
