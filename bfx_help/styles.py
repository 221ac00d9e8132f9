"""The one table of styles: they can be read on a light and on a dark background."""

from bfx_help.model import Tone

STYLES = {
    Tone.PLAIN: "",
    Tone.HEADING: "bold",
    Tone.WARNING: "bold red",
    Tone.GOOD: "bold",
    Tone.QUIET: "dim",
    Tone.STRONG: "bold",
    Tone.ALERT: "bold red",
}
"""Attributes and colours of each tone, in the words of rich."""

POINTED = "bold magenta"
"""The option at the pointer."""

_CODES = {"bold": "1", "dim": "2", "red": "31", "magenta": "35"}
_COLOURS = ("red", "magenta")


def prompt_style(style: str) -> str:
    """A style in the words of prompt_toolkit."""
    return " ".join(f"ansi{word}" if word in _COLOURS else word for word in style.split())


def styled(line: str, tone: Tone, colour: bool) -> str:
    """A line with the codes of its tone, for a terminal that nothing else writes to."""
    words = [word for word in STYLES[tone].split() if colour or word not in _COLOURS]
    codes = ";".join(_CODES[word] for word in words)
    return f"\x1b[{codes}m{line}\x1b[0m" if codes and line else line
