"""Completes ids for the shell: of topics, FAQ entries and channels."""

from collections.abc import Callable, Iterable

import typer

from bfx_help.content import Content
from bfx_help.model import Problem


def topics(ctx: typer.Context, incomplete: str) -> list[str]:
    """The topics that begin so."""
    return _found(ctx, incomplete, lambda content: content.topics)


def checklists(ctx: typer.Context, incomplete: str) -> list[str]:
    """The checklists that begin so."""
    return _found(ctx, incomplete, lambda content: [one.id for one in content.checklists.lists])


def entries(ctx: typer.Context, incomplete: str) -> list[str]:
    """The FAQ entries that begin so."""
    return _found(ctx, incomplete, lambda content: content.faq)


def channels(ctx: typer.Context, incomplete: str) -> list[str]:
    """The channels that begin so."""
    return _found(ctx, incomplete, lambda content: content.channels)


def _found(
    ctx: typer.Context, incomplete: str, ids: Callable[[Content], Iterable[str]]
) -> list[str]:
    from bfx_help.cli.start import open_desk

    try:
        desk = open_desk(ctx.find_root().obj, data=ctx.params.get("data"))
    except (Problem, OSError):
        return []  # who presses Tab wants no message into the line
    return [one for one in ids(desk.content) if one.startswith(incomplete)]
