"""Opens the desk for a command: settings, then the content they lead to."""

from datetime import datetime
from pathlib import Path

from bfx_help import content
from bfx_help.cli.desk import Desk
from bfx_help.cli.settings import read_settings


def open_desk(
    now: datetime | None = None,
    *,
    lang: str | None = None,
    data: Path | None = None,
    plain: bool = False,
) -> Desk:
    """The desk for one command. Raises `Usage` or `ContentError`."""
    settings = read_settings(lang=lang, data=data, plain=plain, now=now)
    if settings.data is None:
        return Desk(settings, content.shipped())
    return Desk(settings, content.load(settings.data, settings.home / "cache"))
