"""The `case stats` command: how support did, by channel, in figures and as a bar chart."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bfx_help import caselog
from bfx_help.caselog import FEW, Figures
from bfx_help.cli.cases.shared import channel_name, with_log
from bfx_help.cli.desk import Desk
from bfx_help.cli.pages import as_json, columns, wrapped, write
from bfx_help.plain import plain, width

_BROAD = 30
"""Cells of the longest bar."""


def stats(desk: Desk, as_data: bool) -> int:
    """First reply and total time as medians, rounds, solved share and ratings."""
    found = with_log(desk, lambda log: caselog.figures(log, desk.zone))
    if as_data:
        write(as_json({"all": _data(found[""]), "channels": _by_channel(found)}))
        return 0
    if not found[""].cases:
        write(desk.word("stats-none"))
        return 0
    write("\n".join(_page(desk, found)).rstrip())
    bars = _bars(desk, found)
    if bars:
        write(f"\n{desk.word('stats-chart')}")
        _draw(desk, bars)
    if found[""].cases < FEW:
        write(wrapped(["", desk.word("stats-few", number=found[""].cases)]))
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
    for name, one in found.items():
        title = channel_name(desk, name) if name else desk.word("stats-all")
        yield wrapped([desk.word("stats-title", name=title, number=one.cases)])
        yield from (wrapped([f"  {line}"], "    ") for line in _lines(desk, one))
        yield ""


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


class _Bar(NamedTuple):
    name: str
    share: float  # of the longest bar
    hours: str


def _bars(desk: Desk, found: Mapping[str, Figures]) -> list[_Bar]:
    """The time to the first reply by channel."""
    known = {name: one.first_reply for name, one in found.items() if name}
    hours = {name: value for name, value in known.items() if value is not None}
    longest = max((*hours.values(), 0.01))
    return [
        _Bar(
            plain(channel_name(desk, name), ""),
            value / longest,
            _hours(desk, value),
        )
        for name, value in hours.items()
    ]


def _draw(desk: Desk, bars: list[_Bar]) -> None:
    """The bars, with rich on a terminal, in plain characters elsewhere."""
    room = max((width(bar.name) for bar in bars), default=0)
    names = [f"  {bar.name}{' ' * (room - width(bar.name))}  " for bar in bars]
    beside = room + max((width(bar.hours) for bar in bars), default=0) + 6
    broad = max(min(_BROAD, columns() - beside), 1)
    cells = [max(round(bar.share * broad), 1) for bar in bars]
    if not sys.stdout.isatty() or desk.settings.plain:
        for name, bar, long in zip(names, bars, cells, strict=True):
            write(f"{name}{'#' * long} {bar.hours}")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(no_color=not desk.settings.colour, highlight=False)
    for name, bar, long in zip(names, bars, cells, strict=True):
        console.print(Text.assemble(name, ("█" * long, "cyan"), f" {bar.hours}"))
