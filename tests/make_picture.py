"""Makes the picture of the README from a real run: `python -m tests.make_picture`."""

from html import escape

from tests import ROOT
from tests.running import run

PICTURE = ROOT / "data" / "manual" / "verdict.svg"
WORDS = "withdrawal of 1500 USDT on TRON, Processing for 26 hours, first time I write"
ARGUMENTS = ("ask", "--no-input", "--answer", "contacted=no", "--answer", "wd-submitted=26h", WORDS)
_SHOWN = 14
_ACROSS, _DOWN = 8.4, 19


def picture() -> str:
    """The verdict of a withdrawal that takes too long, as SVG."""
    screen = run(*ARGUMENTS).screen
    verdict = screen.partition("\n\n")[0] if not screen.startswith("\n") else screen[1:]
    lines = verdict.partition("Warning: ")[0].rstrip().split("\n")[:_SHOWN]
    rows = [f'$ bfx-help ask "{WORDS[:56]}..."', "", *lines]
    wide, high = 84 * _ACROSS, (len(rows) + 2) * _DOWN
    text = "\n".join(_row(place, row) for place, row in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" '
        f'width="{wide:.0f}" role="img" aria-label="A verdict of bfx-help">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#1b1f24"/>\n'
        '<g font-family="monospace" font-size="14" fill="#d7dde3" xml:space="preserve">\n'
        f"{text}\n</g>\n</svg>\n"
    )


def _row(place: int, row: str) -> str:
    style = (
        ' fill="#8b949e"'
        if not place or row.startswith(("From ", "Seen "))
        else ' font-weight="bold"'
        if place == 2
        else ""
    )
    label, text = _labelled(row)
    colour = ' fill="#ff7b72"' if label == "Careful" else ""
    head = f'<tspan font-weight="bold"{colour}>{escape(label)}</tspan>' if label else ""
    x, y = f"{_ACROSS * 2:.0f}", f"{(place + 1.7) * _DOWN:.0f}"
    return f'<text x="{x}" y="{y}"{style}>{head}{escape(text)}</text>'


def _labelled(row: str) -> tuple[str, str]:
    """The label that a line begins with, and the rest of it."""
    label = row.split(" ")[0]
    if label in ("Why", "Careful", "Then", "Otherwise"):
        return label, row[len(label) :]
    return "", row


if __name__ == "__main__":
    import os

    os.environ.update(COLUMNS="80", LANG="en_US.UTF-8", LC_ALL="en_US.UTF-8", TERM="dumb")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")
