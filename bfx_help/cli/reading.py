"""Reads a text from a file or from standard input: bounded, and only what is text."""

import codecs
import sys
from pathlib import Path
from typing import TextIO

from bfx_help.cli.desk import Desk
from bfx_help.files import read_some
from bfx_help.model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT = "\t\n\f\r\x1b"
_SHARE = 10  # one character in so many may be none of a text


class NoText(Problem):
    """The file holds no text, cannot be read, or is too large."""


def read_text(desk: Desk, path: Path | str | None, limit: int) -> str:
    """The text of a file, of standard input for `-` or `None`. Raises `NoText` where there are more
    than `limit` characters, or what is there is no text.

    Line ends stay as they are. A few bytes that are no UTF-8 become signs for them.
    """
    piped = path is None or str(path) == "-"
    try:
        most = 4 * limit + 4  # bytes of so many characters
        data = _standard(sys.stdin, most) if piped else read_some(Path(str(path)), most)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NoText(desk.word("cannot-read", path=path, reason=reason)) from None
    text = data if isinstance(data, str) else _decoded(data)
    if len(text) > limit:
        raise NoText(desk.word("too-large", number=limit))
    if _binary(text):
        raise NoText(desk.word("no-text"))
    return text


def _standard(stdin: TextIO, most: int) -> bytes | str:
    """Standard input as bytes, where it has them: only so its line ends stay."""
    buffer = getattr(stdin, "buffer", None)
    if buffer is None or stdin.isatty():
        return stdin.read(most)
    data: bytes = buffer.read(most)
    if stdin.encoding.lower().replace("-", "") not in ("utf8", "ascii") and not _marked(data):
        return data.decode(stdin.encoding, "replace")
    return data


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _decoded(data: bytes) -> str:
    """UTF-8, or what the first bytes say that it is: Windows writes UTF-16."""
    return data.decode(_marked(data) or "utf-8", "replace")


def _binary(text: str) -> bool:
    odd = sum(text.count(one) for one in map(chr, range(32)) if one not in _TEXT)
    return (odd + text.count("\ufffd")) * _SHARE > len(text)
