"""Single texts put together: a paragraph, a cut, a piece in mid-sentence."""

import re
from collections.abc import Callable, Sequence

from bfx_help.model import Language, Text
from bfx_help.name_lists import words_of
from bfx_help.search.terms import FUNCTION_WORDS

WANT_LENGTH = 140
"""Characters of a want in the opener of a chat."""

TELLING = 20
"""Characters from which on the first part of a long answer can stand for it in a subject."""

LONG_CHAIN = 130
"""Characters of a line from which on the parts of a chain stand on lines of their own."""

LONG_ID = 40
SUBJECT_PART = 72
"""Characters of one answer in a subject; a longer one does not stand in it."""

CUT = "…"

_TRANSFER = re.compile(r", (?![^()]*\))| (?=to \w{20})|[;；，]\s*")
"""What stands between the parts of a transfer that was typed in a row."""

_SMALL = FUNCTION_WORDS | words_of("account", "files") | {"whether"}
"""Words that begin no name."""

_ENDS = (".", "!", "?", ":", "…", "。", "！", "？", "：")


def paragraph(lines: Sequence[Text]) -> tuple[Text, ...]:
    if not lines:
        return ()

    def run(language: Language, parts: list[str]) -> str:
        stop, space = ("。", "") if language.is_chinese else (".", " ")
        return space.join(_ended(part, stop) for part in parts)

    return (Text.made(lines, run),)


def after_quotes(line: str) -> str:
    """A line in which what was typed behind a quote begins with a capital."""
    typed = re.compile(r"(?:(?<=[.!?…][\"”] )|(?<=[\"”]\. ))[a-z]+(?![A-Za-z0-9@./:_-])")
    return typed.sub(lambda word: capital(word[0]), line)


def _ended(line: str, stop: str) -> str:
    """A sentence with its end, which a quoted answer may lack."""
    if re.search(r"[㐀-鿿]$", line):
        return f"{line}。"
    bare = line.rstrip('"”»」)）')
    return line if bare.endswith(_ENDS) else f"{line}{stop}"


def unchained(line: Text) -> tuple[Text, ...]:
    """A labelled line; each part of a long chain that was typed on a line of its own, while what
    was typed on a few short lines stands in a row."""
    if len(line.en) < LONG_CHAIN:
        return (line.map(lambda said: said.replace("\n", "; ")),)
    return _split(line, _chained)


def _chained(line: str) -> list[str]:
    """The parts of a chain, each behind the label, if there is one; the whole where a bracket or a
    quote would break."""
    found = re.match(r"[^:：]{2,60}(?:: |：)", line)
    label = found[0] if found else ""
    parts = _parts(line[len(label) :])
    if len(parts) > 1:
        return [f"{label}{part}" for part in parts]
    return [line.replace("\n", "; ")]


def _parts(line: str) -> list[str]:
    """What stands between semicolons and on lines; the whole where a bracket would break."""
    parts = [part for part in re.split(r"; |[；;](?=\S)|\n", line) if part.strip()]
    broken = any(part.count("(") != part.count(")") or part.count('"') % 2 for part in parts)
    return [line] if broken else parts


def items(answer: Text) -> tuple[Text, ...]:
    """The items of an answer that stands alone in a line, each with a capital: its lines, and of a
    long one of a single line what stands between semicolons. The whole where the languages differ
    in number."""
    chain = len(answer.en) >= LONG_CHAIN and "\n" not in answer.en
    apart = _parts if chain else str.splitlines
    return _split(answer, lambda said: [capital(part) for part in apart(said)])


def typed_items(line: Text) -> tuple[Text, ...]:
    """The items of a list that was typed on one line: between semicolons, or between commas where
    they are three at least; the whole of another line."""
    parts = _parts(line.en)
    if len(parts) == 1 and not re.search(r"\d:\d\d|\w{20}", line.en):
        commas = re.split(r", (?![^()]*\))|[，、](?![^（）]*）)", line.en)
        parts = commas if len(commas) > 2 else parts
    listed = line.en == line.zh and len(parts) > 1
    return _typed(parts) if listed else (line,)


def transfer_parts(line: Text) -> tuple[Text, ...]:
    """What was typed of one transfer in a row, a line each: time, amount, addresses and id."""
    long = len(line.en) >= LONG_CHAIN and re.search(r"\w{20}", line.en)
    return _typed(_TRANSFER.split(line.en)) if long and line.en == line.zh else (line,)


def _typed(parts: Sequence[str]) -> tuple[Text, ...]:
    """Parts of what was typed, each with a capital."""
    return tuple(Text(part, part) for part in map(capital, parts))


def _split(whole: Text, apart: Callable[[str], list[str]]) -> tuple[Text, ...]:
    """The parts of a text; the whole where the languages differ in number."""
    parts = {tag: apart(said) for tag, said in whole.all.items()}
    if len(counts := {len(said) for said in parts.values()}) != 1:
        return (whole,)
    each = ({tag: said[at] for tag, said in parts.items()} for at in range(counts.pop()))
    return tuple(Text(said["en"], said["zh"], said) for said in each)


def capital(line: str) -> str:
    """A line that was typed, with a capital unless it begins with an id."""
    line = line.strip()
    small = re.match(r"[a-z]+(?![A-Za-z0-9@./:_-])", line)
    return line[0].upper() + line[1:] if small else line


def as_sentence(line: str) -> str:
    """A line that was typed, with a capital and a full stop."""
    return with_stop(capital(line))


def with_stop(line: str) -> str:
    """A line with its full stop; no sign is put behind an id or a link, where it could be taken for
    a part of it."""
    if re.search(r"(?:^|[\s(])(?:[A-Za-z'’]+|[\d,]{1,8})\)?$", line):
        return f"{line}."
    return f"{line}。" if re.search(r"[㐀-鿿]）?$", line) else line


def cut(text: str) -> str:
    """A want as it fits into the opener of a chat, cut where a part of it ends; the letter holds it
    whole."""
    if len(text) <= WANT_LENGTH:
        return text
    room = text[: WANT_LENGTH - 1]
    ends = [end.start() for end in re.finditer(r"[,;:.] |[，；：。]", room)]
    return f"{room[: ends[-1] if ends and ends[-1] >= TELLING else None].rstrip()}…"


def under_please(want: Text) -> Text:
    """A want in a list that is headed "Please:" already."""
    bare = want.en.removeprefix("Please ").replace(", please ", ", ").replace("; please ", "; ")
    return want.also("en", bare[:1].upper() + bare[1:]) if bare != want.en else want


def polite(want: Text) -> Text:
    """A want that stands alone, as a sentence: with the "please" that a list has above it."""
    if "please" in want.en.lower() or want.en == want.zh:
        return want
    return want.also("en", f"Please {lowered(want.en)}")


def brief(text: str) -> str:
    line = re.sub(r"(?<= UTC) \([^)]*\)", "", text.strip().partition("\n")[0].rstrip())
    if len(line) > LONG_ID and " " not in line:
        return f"{line[:10]}…{line[-6:]}"  # the whole of it stands in the letter
    if len(line) > SUBJECT_PART and len(first := re.split(r"[,;] |[，；。]", line)[0]) >= TELLING:
        line = first  # the rest of it, too
    return line if len(line) <= SUBJECT_PART else f"{line[: SUBJECT_PART - 1]}{CUT}"


def numbers_in(value: str) -> str:
    """The long numbers in what was typed as an id."""
    return ", ".join(re.findall(r"\d{5,}", value))


def lowered(text: str) -> str:
    """A text in mid-sentence: a capital goes, unless it begins an abbreviation or a name, or is the
    writer."""
    if text.startswith("I "):
        return text
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def listed(parts: Sequence[Text]) -> Text:
    """Several texts in mid-sentence, without their full stops; what was typed keeps its capital but
    at a word like "the" or "whether"."""
    typed = [part.en == part.zh for part in parts]

    def run(language: Language, said: list[str]) -> str:
        if language.is_chinese:
            return "；".join(part.rstrip("。") for part in said)
        pairs = zip(said, typed, strict=True)
        return "; ".join(
            lowered(part.rstrip("."))
            if not own or part.split(" ", 1)[0].lower() in _SMALL
            else part.rstrip(".")
            for part, own in pairs
        )

    return Text.made(parts, run)


def lengths(lines: Sequence[Text]) -> tuple[int, ...]:
    """The length of the lines as one paragraph, in each language."""
    run = Text.made(lines, lambda tag, said: ("" if tag.is_chinese else " ").join(said))
    return tuple(map(len, run))


def within(lines: Sequence[Text], limit: int) -> tuple[Text, ...]:
    """The lines without the last ones where they would not fit into so many characters."""
    taken: list[Text] = []
    for line in lines:
        longer = [*taken, line]
        if any(length > limit for length in lengths(longer)):
            break
        taken = longer
    return tuple(taken)
