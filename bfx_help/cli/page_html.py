"""A page as black and white HTML to print, from which nothing has to be fetched."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from bfx_help.cli.output import Paragraph
from bfx_help.model import Language, Tone
from bfx_help.plain import plain

BOX, CROSS, BLANK = "- [ ]", "x", "_"
"""The marks of items to tick, of what is not to be done, and of lines to write on."""

_SIGNS = {BOX: "<b></b>", CROSS: "<b>×</b>", "-": ""}


def as_html(page: Iterable[Paragraph], languages: Sequence[Language], title: str = "") -> str:
    """The page. The lines of a paragraph take turns in the languages; what is more is a note."""
    paragraphs = [paragraph for paragraph in page if paragraph.text or paragraph.cells]
    name = escape(plain(title or paragraphs[0].text))
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    blocks = (_block(kind, [*group], languages) for kind, group in groupby(paragraphs, _kind))
    body = f"<section>{''.join(blocks)}</section>".replace("<section></section>", "")
    return (
        f'<!doctype html>\n<html lang="{languages[0]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>\n{style}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def _kind(paragraph: Paragraph) -> str:
    if paragraph.cells:
        return "table"
    if paragraph.mark:
        return "ol" if paragraph.mark[0].isdigit() else "ul"
    if paragraph.verbatim:
        return "pre"
    return "h2" if paragraph.tone in (Tone.HEADING, Tone.WARNING) else "p"


def _block(kind: str, paragraphs: list[Paragraph], languages: Sequence[Language]) -> str:
    if kind == "table":
        return _table(paragraphs)
    if kind in ("ol", "ul"):
        items = "\n".join(f"<li>{_item(item, languages)}</li>" for item in paragraphs)
        return f"<{kind}>\n{items}\n</{kind}>\n"
    if kind == "h2":
        heads = (_lines(item.text, languages) for item in paragraphs)
        return "".join(f"</section>\n<section><h2>{head}</h2>\n" for head in heads)
    if kind == "pre":
        return "".join(f"<pre>{_shown(item.text)}</pre>\n" for item in paragraphs)
    return "".join(f'<p class="{p.tone}">{_lines(p.text, languages)}</p>\n' for p in paragraphs)


def _item(item: Paragraph, languages: Sequence[Language]) -> str:
    text = _lines(item.text, languages)
    if item.mark == BLANK:
        return f"{text}<i></i>"
    sign = "" if item.mark[0].isdigit() else f"<strong>{_shown(item.mark)}</strong> "
    return f"{_SIGNS.get(item.mark, sign)}{text}"


def _lines(text: str, languages: Sequence[Language]) -> str:
    several = len(languages)
    return "".join(
        f'<{tag} lang="{languages[at % several]}">{escape(line)}</{tag}>'
        for at, line in enumerate(plain(text).split("\n"))
        for tag in ("span" if at < several else "small",)
    )


def _table(rows: list[Paragraph]) -> str:
    head, *body = (row.cells for row in rows)
    first = "".join(f"<th>{_shown(cell)}</th>" for cell in head)
    more = "".join(
        f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>" for row in body
    )
    return f"<table><tr>{first}</tr>{more}</table>\n"


def _shown(text: str) -> str:
    return escape(plain(text))
