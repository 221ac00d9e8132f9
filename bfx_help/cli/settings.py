"""Reads options, environment and system into `Settings`: the only place that does."""

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bfx_help.cli.desk import Settings, Usage
from bfx_help.model import Language


def read_settings(
    *,
    lang: str | None = None,
    data: Path | None = None,
    plain: bool = False,
    now: datetime | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings for one run: options first, then the environment, then the system's own."""
    language, chosen = _language(lang, environment)
    folder = data or _path(environment.get("BFX_HELP_DATA"))
    wanted = any(environment.get(name) for name in ("BFX_HELP_PLAIN", "ACCESSIBLE"))
    return Settings(
        language=language,
        chosen=chosen,
        plain=plain or wanted,
        colour=not environment.get("NO_COLOR"),
        data=folder,
        home=_path(environment.get("BFX_HELP_HOME")) or _default_home(),
        now=now or _now(environment),
    )


def _path(text: str | None) -> Path | None:
    return Path(text).expanduser() if text else None


def _default_home() -> Path:
    import typer

    return Path(typer.get_app_dir("bfx-help"))


def _now(environment: Mapping[str, str]) -> datetime:
    fixed = environment.get("BFX_HELP_NOW")
    if not fixed:
        return datetime.now().astimezone()
    try:
        return datetime.fromisoformat(fixed)
    except ValueError:
        raise Usage("BFX_HELP_NOW must be an ISO time such as 2026-11-22T10:10+00:00") from None


def _language(lang: str | None, environment: Mapping[str, str]) -> tuple[Language, bool]:
    """The language, and whether somebody asked for it by name."""
    for wish in (lang, environment.get("BFX_HELP_LANG")):
        if wish:
            return _named(wish), True
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _of_locale(environment[name]), False
    return _of_locale(_system_locale()), False


def _named(wish: str) -> Language:
    name = wish.lower().replace("_", "-")
    if name == "en" or name.startswith("en-"):
        return Language.EN
    if name == "zh" or name.startswith("zh-"):
        return Language.ZH
    raise Usage(f"--lang is en or zh, not {wish[:20]!r}")


def _of_locale(name: str) -> Language:
    return Language.ZH if name.lower().startswith(("zh", "chinese")) else Language.EN


def _system_locale() -> str:
    """The system's own setting where the environment says nothing (Windows, macOS)."""
    if sys.platform == "win32":
        import ctypes
        import locale

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")
    if sys.platform == "darwin":
        return _macos_locale()
    return ""


def _macos_locale() -> str:
    import plistlib

    preferences = Path("~/Library/Preferences/.GlobalPreferences.plist").expanduser()
    try:
        return str(plistlib.loads(preferences.read_bytes()).get("AppleLocale", ""))
    except (OSError, ValueError):
        return ""
