"""Single texts put together: a paragraph, a cut, a piece in mid-sentence."""

import re
from collections.abc import Sequence

from bfx_help.model import Text

WANT_LENGTH = 140
"""Characters of a want in the opener of a chat (DESIGN 5)."""

LONG_ID = 50
SUBJECT_PART = 80
"""Characters of one answer in a subject."""

_ENDS = (".", "!", "?", ":", "…", "。", "！", "？", "：")


def paragraph(lines: Sequence[Text]) -> tuple[Text, ...]:
    if not lines:
        return ()
    return (
        Text(
            " ".join(_ended(line.en, ".") for line in lines),
            "".join(_ended(line.zh, "。") for line in lines),
        ),
    )


def _ended(line: str, stop: str) -> str:
    """A sentence with its end, which a quoted answer may lack."""
    bare = line.rstrip('"”»」)）')
    return line if bare.endswith(_ENDS) else f"{line}{stop}"


def cut(text: str) -> str:
    """A want as it fits into the opener of a chat; the letter holds it whole."""
    return text if len(text) <= WANT_LENGTH else f"{text[: WANT_LENGTH - 1].rstrip()}…"


def under_please(want: Text) -> Text:
    """A want in a list that is headed "Please:" already."""
    bare = want.en.removeprefix("Please ")
    return Text(bare[:1].upper() + bare[1:], want.zh) if bare != want.en else want


def brief(text: str) -> str:
    line = re.sub(r"(?<= UTC) \(.*?\)", "", text.strip().partition("\n")[0].rstrip())
    if len(line) > LONG_ID and " " not in line:
        return f"{line[:10]}…{line[-6:]}"  # the whole of it stands in the letter
    return line if len(line) <= SUBJECT_PART else f"{line[: SUBJECT_PART - 1]}…"


def lowered(text: str) -> str:
    """A text in mid-sentence: a capital goes, unless it begins an abbreviation or a name."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def within(lines: Sequence[Text], limit: int) -> tuple[Text, ...]:
    """The lines without the last ones where they would not fit into so many characters."""
    taken: list[Text] = []
    for line in lines:
        longer = [*taken, line]
        if sum(len(part.en) + 1 for part in longer) - 1 > limit:
            break
        if sum(len(part.zh) for part in longer) > limit:
            break
        taken = longer
    return tuple(taken)
