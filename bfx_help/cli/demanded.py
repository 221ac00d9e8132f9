"""What a message demands, and what to do."""

from collections.abc import Iterator, Sequence

from bfx_help.cli.context import Context
from bfx_help.model import Demand


def demand_lines(context: Context, demands: Sequence[Demand]) -> Iterator[str]:
    """A line for each kind of demand, and the last one for whoever has met it already."""
    for demand in demands:
        yield context.word("verify-demand", what=context.word(f"demand-{demand.kind}"))
    if demands:
        yield context.word("verify-demand-met")
