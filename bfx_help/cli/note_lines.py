"""Changes single lines of a note that was typed before: an account has many, and one is wrong."""

import re

_NUMBERED = re.compile(r"\s*(\d{1,2})\s*[:：](?!\d\d\b)\s*(.*)")  # and no hour such as 10:40


def in_numbers(note: str) -> list[str]:
    """The lines of a note, each behind its number, without the dashes that end a heading."""
    lines = note.splitlines()
    room = len(str(len(lines)))
    return [
        f"  {number:>{room}}  {line}" for number, line in enumerate(lines, 1) if line.strip("-–— ")
    ]


def changed(note: str, typed: str) -> str:
    """The note with what was typed: `3: new words` changes its third line, `3: -` takes it out, and
    a line without the number of one comes behind them all."""
    lines: list[str | None] = [*note.splitlines()]
    held = len(lines)
    for line in filter(str.strip, typed.splitlines()):
        numbered = _NUMBERED.fullmatch(line)
        if numbered and 1 <= int(numbered[1]) <= held:
            words = numbered[2].strip()
            lines[int(numbered[1]) - 1] = words if words.strip("-–—") else None
        else:
            lines.append(line.strip())
    return "\n".join(line for line in lines if line is not None)
