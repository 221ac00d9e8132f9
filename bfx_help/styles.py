"""The one table of styles: they can be read on a light and on a dark background.

Some tones look the same on purpose: what differs is what they mean, and the words say that.
"""

from bfx_help.model import Tone

STYLES = {
    Tone.PLAIN: "",
    Tone.HEADING: "bold",
    Tone.WARNING: "bold red",
    Tone.GOOD: "bold",
    Tone.QUIET: "dim",
    Tone.STRONG: "bold",
    Tone.ALERT: "bold red",
    Tone.POINTED: "bold magenta",
}
"""Attributes and colours of each tone, in the words of rich."""

_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_CODES = {"bold": 1, "dim": 2} | {colour: 30 + at for at, colour in enumerate(_COLOURS)}
"""The codes of a terminal, by these words: a standard, and no choice of ours."""


def prompt_style(style: str) -> str:
    """A style in the words of prompt_toolkit."""
    return " ".join(f"ansi{word}" if word in _COLOURS else word for word in style.split())


def styled(line: str, tone: Tone, coloured: bool) -> str:
    """A line with the codes of its tone, for a terminal that nothing else writes to."""
    words = [word for word in STYLES[tone].split() if coloured or word not in _COLOURS]
    codes = ";".join(str(_CODES[word]) for word in words)
    return f"\x1b[{codes}m{line}\x1b[0m" if codes and line else line
