"""A page as HTML that can be printed: headings, items, tables, texts to copy."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from bfx_help.cli.output import Paragraph
from bfx_help.model import Language, Tone
from bfx_help.plain import plain

_STYLE = """
body { font: 11pt/1.5 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #888; padding: .3em .5em;
text-align: left; vertical-align: top } td:first-child { white-space: nowrap }
pre { white-space: pre-wrap; border: 1px solid #ccc; padding: .7em }
@page { size: A4; margin: 18mm } tr, pre { break-inside: avoid }
"""


def as_html(page: Iterable[Paragraph], language: Language) -> str:
    """The page, with its first paragraph as its title."""
    title, *rest = page
    name = _shown(title.text)
    parts = [f"<h1>{name}</h1>"]
    for kind, group in groupby(rest, _kind):
        paragraphs = list(group)
        parts.append(_table(paragraphs) if kind == "table" else _block(kind, paragraphs))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{name}</title><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _kind(paragraph: Paragraph) -> str:
    if paragraph.cells:
        return "table"
    if paragraph.mark:
        return "li"
    if paragraph.verbatim:
        return "pre"
    return "h2" if paragraph.tone is Tone.HEADING else "p"


def _block(kind: str, paragraphs: list[Paragraph]) -> str:
    items = "".join(f"<{kind}>{_shown(item.text)}</{kind}>" for item in paragraphs if item.text)
    return f"<ul>{items}</ul>" if kind == "li" else items


def _table(rows: list[Paragraph]) -> str:
    head, *body = (row.cells for row in rows)
    first = "".join(f"<th>{_shown(cell)}</th>" for cell in head)
    more = "".join(
        f"<tr>{''.join(f'<td>{_shown(cell)}</td>' for cell in row)}</tr>" for row in body
    )
    return f"<table><tr>{first}</tr>{more}</table>"


def _shown(text: str) -> str:
    return escape(plain(text))
