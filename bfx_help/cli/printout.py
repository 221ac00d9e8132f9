"""The checklist as one page of HTML to print on A4: the emergency card, where support is, boxes to
tick, and nothing that would have to be fetched. Black on white; in two languages, each line below
its twin."""

from collections.abc import Iterable, Sequence
from html import escape

from bfx_help.cli.checklist import PARTS, Desks, Says, facts_of, named, notes, title, told
from bfx_help.cli.desk import Desk
from bfx_help.cli.verdict import card_items
from bfx_help.model import Channel, Checklist, Existence, Item
from bfx_help.plain import plain

_PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 14mm 16mm; }}
body {{ max-width: 178mm; margin: 0 auto; font: 10.5pt/1.4 sans-serif; color: #000;
  background: #fff; overflow-wrap: anywhere; }}
h1 {{ font-size: 15pt; margin: 0 0 2mm; border-bottom: 1.5pt solid #000; }}
h2 {{ font-size: 11.5pt; margin: 3.5mm 0 1mm; }}
h1, h2 {{ line-height: 1.25; break-after: avoid; }}
section {{ margin-bottom: 5mm; }}
ul {{ list-style: none; margin: 0; padding: 0; }}
li {{ break-inside: avoid; margin: 1.2mm 0; }}
ul li {{ padding-left: 7mm; position: relative; }}
ul li > b {{ position: absolute; left: 0; top: .15em; width: 3.4mm; height: 3.4mm;
  border: 1pt solid #000; font: bold 3.4mm/3.4mm sans-serif; text-align: center; }}
ul.never li > b {{ border: 0; }}
ul.places li {{ padding: 0; }}
ul.places .line {{ display: inline; margin-left: 1.5mm; }}
.whole {{ break-inside: avoid; }}
small {{ display: block; font-size: 9pt; }}
.line {{ display: block; }}
p {{ margin: 2mm 0; }}
.card {{ border: 2.5pt solid #000; padding: 3mm 5mm; break-inside: avoid; }}
.card ol {{ margin: 0; padding-left: 6mm; }}
.basis {{ font-size: 8.5pt; }}
@media screen {{ body {{ padding: 8mm; }} }}
</style>
</head>
<body>
{body}
</body>
</html>"""


def page(desks: Desks, lists: Sequence[Checklist]) -> str:
    """The whole page for these checklists, in the languages of the desks."""
    checklists = desks[0].content.checklists
    parts = [f'<p class="basis">{_said(desks, named("printout-about"))}</p>']
    parts += [
        _card(desks, card_items(desks[0], None)),
        _addresses(desks),
        _never(desks, checklists.never),
    ]
    parts += [_list(desks, one) for one in lists]
    parts += [f'<p class="basis">{_said(desks, lambda desk: desk.basis(facts_of(lists)))}</p>']
    name = " / ".join(title(lists[-1])(desk) for desk in desks)
    return _PAGE.format(tag=desks[0].tag, title=escape(plain(name)), body="\n".join(parts))


def _said(desks: Desks, says: Says) -> str:
    """The same words in each language, a line for each."""
    return "".join(
        f'<span lang="{desk.tag}" class="line">{escape(plain(says(desk)))}</span>' for desk in desks
    )


def _item(desks: Desks, item: Item, mark: str = "") -> str:
    small = "".join(f"<small>{_said(desks, note)}</small>" for note in notes(item))
    return f"<li>{mark}{_said(desks, told(item.says))}{small}</li>"


def _items(desks: Desks, items: Iterable[Item], mark: str) -> str:
    return "\n".join(_item(desks, item, mark) for item in items)


def _list(desks: Desks, one: Checklist) -> str:
    above = f"<h1>{_said(desks, title(one))}</h1>\n"  # a page must not end with it
    parts = []
    for key in PARTS:
        heading = f"<h2>{_said(desks, named(f'checklist-{key}'))}</h2>"
        listed = f"<ul>\n{_items(desks, getattr(one, key), '<b></b>')}\n</ul>"
        parts.append(f'<div class="whole">\n{above}{heading}\n{listed}\n</div>')
        above = ""
    return "\n".join(["<section>", *parts, "</section>"])


def _addresses(desks: Desks) -> str:
    """Where support is written to: addresses that are on no other paper when they are needed."""
    places: dict[str, list[Channel]] = {}
    for one in desks[0].content.channels.values():
        if one.address and one.existence is Existence.EXISTS and not (one.public or one.own):
            places.setdefault(one.address, []).append(one)
    if not places:
        return ""
    rows = "\n".join(
        f"<li><strong>{escape(plain(address))}</strong> {_said(desks, _names(there))}</li>"
        for address, there in places.items()
    )
    facts = tuple(fact for there in places.values() for one in there for fact in one.facts)
    basis = _said(desks, lambda desk: desk.basis(facts))
    heading = _said(desks, named("printout-addresses"))
    return (
        f'<section>\n<h1>{heading}</h1>\n<ul class="places">\n{rows}\n</ul>\n'
        f'<p class="basis">{basis}</p>\n</section>'
    )


def _names(channels: Sequence[Channel]) -> Says:
    return lambda desk: desk.listed(desk(one.name) for one in channels)


def _never(desks: Desks, items: Sequence[Item]) -> str:
    heading = _said(desks, named("checklist-never"))
    marked = _items(desks, items, "<b>×</b>")
    listed = f'<ul class="never">\n{marked}\n</ul>'
    return f'<section class="whole">\n<h1>{heading}</h1>\n{listed}\n</section>'


def _card(desks: Desks, items: Sequence[Item]) -> str:
    def word(key: str) -> str:
        return _said(desks, named(key))

    def basis(desk: Desk) -> str:
        return desk.basis(tuple(fact for item in items for fact in item.facts))

    return (
        f'<section class="card">\n<h1>{word("printout-card")}</h1>\n'
        f"<ol>\n{_items(desks, items, '')}\n</ol>\n<p>{word('printout-sos')}</p>\n"
        f'<p><strong>{word("card-nobody")}</strong></p>\n<p class="basis">{_said(desks, basis)}</p>'
        "\n</section>"
    )
