r"""Makes foreign text safe to show: control, bidi and broken characters become visible escapes.

An escape (`\x1b`, `\u202e`) is for reading, not an encoding: a backslash that was in the text stays
as it is, so that `C:\dir` reads well and `plain(plain(x)) == plain(x)`. Text written from right to
left, combining marks and emoji stay.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Never shown raw, apart from what the caller keeps: C0, DEL, C1; whatever turns the direction of
# writing; what takes no room and so hides between letters (soft hyphen, zero width space, Hangul
# fillers, tags ...); separators of lines; surrogates; code points that are no characters.
_NEVER = (
    "\x00-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u3164\uffa0"
    "\ufeff\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
)
_JOINER = "\u200c\u200d"
_VARIATION = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Those of them that count as printable: a text without them that is printable holds none at all.
_PRINTABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0") | {
    chr(code)
    for first, last in ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    for code in range(first, last + 1)
}
_FAMILIAR = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}

# Patterns are compiled when first used: together they take longer than most commands.
_RESERVED = r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)"
_DOTTED = r"[^\s.]+(?:\.[^\s.]+)+"
_DECIMAL = r"\W*\d+\.\d+\W*"

# Simple line breaking of Chinese: no line begins with the one or ends with the other.
_CLOSING = "，。；：！？）」》、』】〉〕］｝”’…％"
_OPENING = "（「《『【〈〔［｛“‘"
_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0001faff\U00020000-\U0003fffd"
)
_MARKS = "\u0300-\u036f\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
# What is not torn: a word (an id or a link is one) or a wide character, with the brackets before
# it and the punctuation after it. The apostrophe of "don’t" is part of its word. The pattern reads
# kinds of characters, a letter each, as `_Kinds` gives them: one with the characters themselves
# takes eight milliseconds to compile.
_PIECE = r" +|(?:o *)*(?:(?:[^ owtcq]|(?<=a)q(?=a))+|[wt](?:[mjt]|(?<=j)w)*|)(?: *[cq])*"


class _Kinds(dict[int, str]):
    """The kind of every character, by its code: a blank, an `o`pening bracket, `c`losing
    punctuation, the apostrophe `q`, a `w`ide character, a `m`ark on the one before, the `j`oiner,
    a `t`one of skin, which is both wide and a mark, an ASCII letter `a`, or any other."""

    def __missing__(self, code: int) -> str:
        self[code] = kind = _kind(chr(code))
        return kind


def _kind(character: str) -> str:
    for kind, those in (("c", _CLOSING), ("o", _OPENING)):
        if character in those:
            return "q" if character == "’" else kind
    wide, mark = _within(character, _WIDE), _within(character, _MARKS)
    if wide:
        return "t" if mark else "w"
    if mark:
        return "j" if character == "\u200d" else "m"
    if character == " ":
        return " "
    return "a" if character.isascii() and character.isalpha() else "x"


def _within(character: str, ranges: str) -> bool:
    return any(first <= character <= last for first, last in _ranges(ranges))


@cache
def _ranges(text: str) -> tuple[tuple[str, str], ...]:
    """Ranges of characters that are written as in a pattern."""
    return tuple((part[0], part[-1]) for part in re.findall(r"(?s).-.|.", text))


_KINDS = _Kinds()


def plain(text: str, keep: str = "\n\t") -> str:
    """The text with everything that could act on a terminal, or hide, as a visible escape.

    Of the control characters only those in `keep` stay. `\\r\\n` becomes `\\n`. Applying it to its
    own result changes nothing.
    """
    text = text.replace("\r\n", "\n")
    if _is_plain(text, keep):
        return text
    return _unsafe().sub(
        lambda found: found[0] if found[0] in keep or _belongs(found) else _escape(found[0]), text
    )


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(f"[{_NEVER}{_JOINER}{_VARIATION}]")


def _is_plain(text: str, keep: str) -> bool:
    """Whether a text surely holds nothing unsafe, which is found out without the pattern."""
    for character in keep:
        text = text.replace(character, "")
    return text.isprintable() and (text.isascii() or _PRINTABLE.isdisjoint(text))


def _belongs(found: re.Match[str]) -> bool:
    """Whether a joiner or variation selector stands where it has work to do: in Persian, in Indic
    scripts and in emoji, between or after characters of other scripts. Beside ASCII it only hides
    something; the keycap emoji is the exception. The neighbours that decide are never escaped
    themselves, so the decision stays the same when it is made again."""
    if found[0] < "\u200c":
        return False
    text, at = found.string, found.start()
    before, last, after = text[at - 2 : at - 1], text[at - 1 : at], text[at + 1 : at + 2]
    if "\ufe00" <= found[0] <= "\ufe0f" or found[0] >= "\U000e0100":
        return _visible(last) or (last in "0123456789#*" and bool(last) and after == "\u20e3")
    selected = "\ufe00" <= last <= "\ufe0f" and _visible(before)
    return found[0] in _JOINER and (_visible(last) or selected) and _visible(after)


def _visible(character: str) -> bool:
    return character > "\x7f" and not _unsafe().match(character)


@cache
def _escape(character: str) -> str:
    code = ord(character)
    shape = r"\x{:02x}" if code < 0x100 else r"\u{:04x}" if code < 0x10000 else r"\U{:08x}"
    return _FAMILIAR.get(character) or shape.format(code)


def plain_json(text: str) -> str:
    """A JSON text in which the same characters stand as JSON's own escapes: it means what it meant,
    and does nothing to the terminal that shows it. Blanks between values stay."""
    import json  # two milliseconds that most commands need not pay

    return _unsafe().sub(
        lambda found: found[0] if found[0] in "\n\t" else json.dumps(found[0])[1:-1], text
    )


def header(text: str, limit: int = 200) -> str:
    """The text as the value of a mail header: one line, harmless, at most `limit` characters."""
    line = plain(" ".join(text.split()), keep="")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def file_name(text: str) -> str:
    """A name for a file, made from foreign text: only the last part of a path, never empty, hidden,
    an option, reserved on Windows, or longer than 255 bytes; the ending stays where it can."""
    base = re.split(r"[/\\]", text)[-1]
    base = (
        re.sub(
            r'[<>:"|?*\\]',
            "_",
            _unsafe().sub(lambda found: found[0] if _belongs(found) else "_", base),
        )
        .lstrip(" .-~")
        .rstrip(" .")
    )
    if re.match(_RESERVED, base):
        base = "_" + base
    stem, dot, ending = base.rpartition(".")
    if not stem or len(dot + ending) > 20:
        stem, dot, ending = base, "", ""
    room = 255 - len((dot + ending).encode())
    stem = stem.encode()[:room].decode(errors="ignore")
    return (stem + dot + ending).rstrip(" .") or "file"


def defang(text: str) -> str:
    """Links and hosts in the text written so that nothing makes them clickable: hxxps, [.]."""
    text = re.sub(r"(?i)\bhttp(?=s?:)", "hxxp", text)
    return re.sub(
        _DOTTED,
        lambda found: (
            found[0] if re.fullmatch(_DECIMAL, found[0]) else re.sub(r"(?<!\[)\.", "[.]", found[0])
        ),
        text,
    )


def width(text: str) -> int:
    """How many cells of a terminal the text takes: a wide character two, a combining mark none."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(character: str) -> int:
    if (
        unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}
        or "\u1160" <= character <= "\u11ff"
    ):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrap(text: str, cells: int, *, indent: str = "", cut: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `cells` cells; the second and later lines of each line begin
    with `indent`. A word, id or link that is longer stays whole, so that it can be copied, or is
    cut with `cut`. Only spaces where lines break are lost."""
    return tuple(
        wrapped
        for line in text.expandtabs(4).split("\n")
        for wrapped in _wrap_line(line, cells, indent, cut)
    )


def _wrap_line(text: str, cells: int, indent: str, cut: bool) -> Iterator[str]:
    if width(text) <= cells and not text[-1:].isspace():
        yield text
        return
    line, gap, started = "", "", False
    for part in _parts(text, cells - width(indent), cut):
        if part.isspace():
            gap += part
        elif width(line) + width(gap) + width(part) <= cells:
            line, gap = line + gap + part, ""
        else:
            if started:
                yield line
            line, gap = (indent if started else "") + part, ""
        started = started or bool(line)
    yield line


def _parts(text: str, cells: int, cut: bool) -> Iterator[str]:
    """Words, wide characters and the gaps between them; cut to `cells` where that is wished."""
    for found in re.finditer(_PIECE, text.translate(_KINDS)):
        piece = text[found.start() : found.end()]
        if not cut or piece.isspace() or width(piece) <= cells:
            if piece:
                yield piece
            continue
        part = ""
        for character in piece:
            if part and width(part) + _cells(character) > cells:
                yield part
                part = ""
            part += character
        yield part
