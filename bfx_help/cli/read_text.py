"""Reads a text from a file or from standard input: bounded, and only what is text."""

import codecs
import sys
from pathlib import Path
from typing import TextIO

from bfx_help.cli.context import Context
from bfx_help.files import read_some, reason_of
from bfx_help.model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT = "\t\n\f\r\x1b"
_SHARE = 10  # one character in so many may be none of a text
_FEW = 64  # so many may be anyway: a short text that hides some is still judged


class NoText(Problem):
    """The file holds no text, cannot be read, or is too large."""


def read_text(context: Context, path: Path | str | None, limit: int) -> str:
    """The text of a file, of standard input for `-` or `None`, with its line ends, and with signs
    for a few bytes that are no text. Raises `NoText` if it has more than `limit` characters, or is
    none."""
    piped = path is None or str(path) == "-"
    try:
        most = 4 * limit + 4  # bytes of so many characters
        text = _standard(sys.stdin, most) if piped else _file(Path(str(path)), most)
    except OSError as error:
        raise NoText(context.word("cannot-read", path=path, reason=reason_of(error))) from None
    if len(text) > limit:
        raise NoText(context.word("too-large", number=limit))
    if _binary(text):
        raise NoText(context.word("no-text"))
    return text


def _standard(stdin: TextIO, most: int) -> str:
    """Standard input from its bytes, where it has them: only so its line ends stay."""
    buffer = getattr(stdin, "buffer", None)
    if buffer is None or stdin.isatty():
        return stdin.read(most)
    return _decoded(buffer.read(most), stdin.encoding)


def _file(path: Path, most: int) -> str:
    import locale

    return _decoded(read_some(path, most), locale.getencoding())


def _decoded(data: bytes, local: str) -> str:
    """What the first bytes say that it is, since Windows writes UTF-16; else UTF-8, or the encoding
    of older files here where that fits better."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    return min((data.decode(encoding, "replace") for encoding in ("utf-8", local)), key=_broken)


def _broken(text: str) -> int:
    return text.count("\ufffd")


def _binary(text: str) -> bool:
    if "\0\0" in text:  # as in pictures and archives, and in no text
        return True
    odd = sum(text.count(character) for character in map(chr, range(32)) if character not in _TEXT)
    odd += _broken(text)
    return odd > _FEW and odd * _SHARE > len(text)
