"""Reads options, environment and system into `Settings`: the only place that does."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bfx_help.model import Language, UsageProblem

_OFF = ("", "0", "false", "no", "off")  # values of a variable that mean no

_TRADITIONAL = ("hant", "tw", "hk", "mo", "traditional", "taiwan", "macau", "macao")
"""What in the name of a locale says that its Chinese is written in traditional characters."""


class Settings(NamedTuple):
    """What options, environment and system decide, read once."""

    language: Language
    usual: Language  # that of a call without the option
    chosen: bool  # whether somebody chose the language
    plain: bool
    colour: bool | None  # whether there are to be styles; None where nobody said
    data: Path | None
    home: Path
    clock: Callable[[], datetime]
    term: str  # what kind of terminal it is
    editor: str  # the command that starts the user's editor; empty where there is none
    cache: Path = Path("cache")  # where the compiled content lies
    homes: tuple[Path, ...] = ()  # every folder that may hold drafts and cases, older ones too

    @property
    def now(self) -> datetime:
        """The time, in the user's zone; a conversation may last for hours."""
        return self.clock()


def read_settings(
    *,
    lang: str | None = None,
    data: Path | None = None,
    plain: bool = False,
    now: datetime | None = None,
) -> Settings:
    """The settings for one run: options, then the environment, then the system's own; with `now`
    time stands still. Raises `UsageProblem` for a language, a time or a folder that is none."""
    environment = os.environ
    usual, asked_for = _language(environment.get("BFX_HELP_LANG"), environment)
    language, chosen = _language(lang, environment) if lang else (usual, asked_for)
    home, cache, homes = _places(environment)
    return Settings(
        language=language,
        usual=usual,
        chosen=chosen,
        plain=plain or _plain(environment),
        colour=_colour(environment),
        data=data or _folder(environment, "BFX_HELP_DATA"),
        home=home,
        cache=cache,
        homes=homes,
        clock=_clock(now, environment),
        term=environment.get("TERM", ""),
        editor=environment.get("VISUAL") or environment.get("EDITOR") or "",
    )


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    """The folder that a variable names, if any."""
    text = environment.get(name)
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError:  # there is no such user, or nobody's home is known
        raise UsageProblem(f"{name}: there is no folder {text!r}") from None


def _places(environment: Mapping[str, str]) -> tuple[Path, Path, tuple[Path, ...]]:
    """Where drafts and cases lie, where the compiled content, and every folder that may hold one of
    them: the platform's folders; all in one where BFX_HELP_HOME names it. The folder of version
    0.1.0 is used as it is, as long as it holds something and the new one is not there."""
    if wish := _folder(environment, "BFX_HELP_HOME"):
        return wish, wish / "cache", (wish,)
    home, cache, old = _of_platform(environment)
    chosen = old if not home.exists() and _holds_something(old) else home
    return chosen, cache, tuple(dict.fromkeys((home, old)))


def _of_platform(environment: Mapping[str, str]) -> tuple[Path, Path, Path]:
    """The folder for data, the one for what can be made anew, and the one of version 0.1.0."""
    import typer

    old = Path(typer.get_app_dir("bfx-help"))
    if str(old).startswith("~"):
        raise UsageProblem("Your home folder is not known. Set BFX_HELP_HOME to a folder of yours")
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return old, (Path(local) / "bfx-help" if local else old) / "Cache", old
    if sys.platform == "darwin":
        return old, Path.home() / "Library" / "Caches" / "bfx-help", old
    data = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    cache = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return data / "bfx-help", cache / "bfx-help", old


def _holds_something(old: Path) -> bool:
    """Whether drafts or cases of version 0.1.0 lie there."""
    try:
        return any(old.glob("cases*")) or any((old / "drafts").glob("*.json"))
    except OSError:
        return False


def _plain(environment: Mapping[str, str]) -> bool:
    wishes = map(environment.get, ("BFX_HELP_PLAIN", "ACCESSIBLE"))
    return environment.get("TERM") == "dumb" or any(map(_is_on, wishes))


def _colour(environment: Mapping[str, str]) -> bool | None:
    """As no-color.org and force-color.org have it; NO_COLOR wins."""
    if environment.get("NO_COLOR"):
        return False
    return True if _is_on(environment.get("FORCE_COLOR")) else None


def _is_on(value: str | None) -> bool:
    return (value or "").strip().lower() not in _OFF


def _clock(now: datetime | None, environment: Mapping[str, str]) -> Callable[[], datetime]:
    """The time of the system, or the one at which time is to stand still."""
    fixed = environment.get("BFX_HELP_NOW")
    if not now and not fixed:
        return lambda: datetime.now().astimezone()
    try:
        time = now or datetime.fromisoformat(fixed or "")
        time = time if time.tzinfo else time.astimezone()
    except (ValueError, OverflowError):
        raise UsageProblem(
            "BFX_HELP_NOW must be an ISO time such as 2026-11-22T10:10+00:00"
        ) from None
    return lambda: time


def _language(wish: str | None, environment: Mapping[str, str]) -> tuple[Language, bool]:
    """The language, and whether somebody asked for it by name."""
    if wish:
        name = wish.lower().replace("_", "-")
        if name == "en" or name.startswith("en-"):
            return Language.EN, True
        if name == "zh" or name.startswith("zh-"):
            return _chinese(name), True
        return Language(wish), True  # the content knows whether there is such a one
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = (next(filter(None, names), None) or _system_locale()).lower()
    return (_chinese(name) if name.startswith(("zh", "chinese")) else Language.EN), False


def _chinese(name: str) -> Language:
    """The Chinese of a locale. Traditional are `zh-Hant`, `zh_TW.UTF-8`, `zh-HK`, or as Windows
    calls it, `Chinese (Traditional)_Taiwan.950`. `zh-Hans-HK` is not."""
    parts = set(re.split(r"[^a-z]+", name.lower()))
    traditional = "hans" not in parts and not parts.isdisjoint(_TRADITIONAL)
    return Language("zh-Hant") if traditional else Language.ZH


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

    preferences = Path("~/Library/Preferences/.GlobalPreferences.plist")
    try:
        data = preferences.expanduser().read_bytes()
        return str(plistlib.loads(data).get("AppleLocale", ""))
    except (OSError, ValueError, RuntimeError):  # RuntimeError: no home is known
        return ""
