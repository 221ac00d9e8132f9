"""The checklist as one page of HTML to print on A4: the emergency card, where support is, boxes to
tick, and nothing that would have to be fetched. Black on white; in two languages, each line below
its twin."""

from collections.abc import Iterable, Sequence
from html import escape

from bfx_help.cli.checklist_parts import (
    PARTS,
    Contexts,
    Says,
    as_said,
    facts_of,
    named,
    note,
    title,
)
from bfx_help.cli.context import Context
from bfx_help.cli.verdict import card_items
from bfx_help.model import Checklist, Existence, Item, Known, Status
from bfx_help.plain import plain

_PAGE = """<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 9mm 12mm; }}
body {{ max-width: 186mm; margin: 0 auto; font: 9pt/1.3 sans-serif; color: #000;
  background: #fff; overflow-wrap: anywhere; }}
h1 {{ font-size: 11.5pt; margin: 0 0 1mm; border-bottom: 1pt solid #000; }}
h2 {{ font-size: 9.5pt; margin: 2mm 0 .5mm; }}
h1, h2 {{ line-height: 1.2; break-after: avoid; }}
section {{ margin-bottom: 2.5mm; }}
.columns {{ columns: 2; column-gap: 8mm; }}
ul {{ list-style: none; margin: 0; padding: 0; }}
li {{ break-inside: avoid; margin: .6mm 0; }}
ul li {{ padding-left: 5mm; position: relative; }}
ul li > b {{ position: absolute; left: 0; top: .15em; width: 2.6mm; height: 2.6mm;
  border: .8pt solid #000; font: bold 2.8mm/2.6mm sans-serif; text-align: center; }}
ul.blanks li {{ display: flex; padding: 0; margin: 2.5mm 0; }}
ul.blanks i {{ flex: 1; border-bottom: .6pt solid #000; margin-left: 2mm; }}
ul.never li > b {{ border: 0; }}
ul.places li {{ padding: 0; }}
ul.places .line {{ display: inline; margin-left: 1.5mm; }}
.whole {{ break-inside: avoid; }}
small {{ display: block; font-size: 8pt; }}
.line {{ display: block; }}
p {{ margin: 1mm 0; }}
.card {{ border: 2pt solid #000; padding: 1.5mm 3mm; break-inside: avoid; }}
.card ol {{ margin: 0; padding-left: 6mm; }}
.basis {{ font-size: 7.5pt; }}
@media screen {{ body {{ padding: 8mm; }} }}
</style>
</head>
<body>
{body}
</body>
</html>"""


def page(contexts: Contexts, checklist: Checklist) -> str:
    """The whole page for a checklist, in the languages of the contexts."""
    checklists = contexts[0].content.checklists
    parts = [f'<p class="basis">{_said(contexts, named("printout-about"))}</p>']
    parts += [_card(contexts, _first_steps(contexts[0])), _addresses(contexts), _blanks(contexts)]
    parts += [_list(contexts, checklist), _never(contexts, checklists.never)]
    if any(context.basis(facts_of(checklist)) for context in contexts):
        basis = _said(contexts, lambda context: context.basis(facts_of(checklist)))
        parts.append(f'<p class="basis">{basis}</p>')
    name = " / ".join(title(checklist)(context) for context in contexts)
    return _PAGE.format(tag=contexts[0].language, title=escape(plain(name)), body="\n".join(parts))


def _first_steps(context: Context) -> tuple[Item, ...]:
    """What to do in an emergency of which nothing else is known."""
    roles = context.content.roles
    situation = {roles.questions.situation: roles.emergency.situation}
    return card_items(context, Known(situation, frozenset()))


def _said(contexts: Contexts, says: Says) -> str:
    """The same words in each language, a line for each."""
    return "".join(
        f'<span lang="{context.language}" class="line">{escape(plain(says(context)))}</span>'
        for context in contexts
    )


def _item(contexts: Contexts, item: Item, mark: str = "") -> str:
    below = note(item)
    small = f"<small>{_said(contexts, below)}</small>" if below else ""
    return f"<li>{mark}{_said(contexts, as_said(item.says))}{small}</li>"


def _items(contexts: Contexts, items: Iterable[Item], mark: str) -> str:
    return "\n".join(_item(contexts, item, mark) for item in items)


def _list(contexts: Contexts, checklist: Checklist) -> str:
    above = f"<h1>{_said(contexts, title(checklist))}</h1>\n"  # a page must not end with it
    parts = []
    for key in PARTS:
        if not getattr(checklist, key):
            continue
        heading = f"<h2>{_said(contexts, named(f'checklist-{key}'))}</h2>"
        listed = f"<ul>\n{_items(contexts, getattr(checklist, key), '<b></b>')}\n</ul>"
        parts.append(f'<div class="whole">\n{heading}\n{listed}\n</div>')
    return "\n".join(["<section>", f'{above}<div class="columns">', *parts, "</div>", "</section>"])


def _addresses(contexts: Contexts) -> str:
    """Where support is written to: addresses that are on no other paper when they are needed."""
    places: dict[str, list[Says]] = {
        address: [named("printout-exchange")] for address in _sites(contexts[0])
    }
    for channel in contexts[0].content.channels.values():
        if (
            channel.address
            and channel.existence is Existence.EXISTS
            and not (channel.public or channel.own)
        ):
            places.setdefault(channel.address, []).append(as_said(channel.name))
    if not places:
        return ""
    rows = "\n".join(
        f"<li><strong>{escape(plain(address))}</strong> {_said(contexts, _names(there))}</li>"
        for address, there in places.items()
    )
    heading = _said(contexts, named("printout-addresses"))
    return f'<section>\n<h1>{heading}</h1>\n<ul class="places columns">\n{rows}\n</ul>\n</section>'


def _names(names: Sequence[Says]) -> Says:
    return lambda context: context.listed(name(context) for name in names)


def _sites(context: Context) -> list[str]:
    """The address of the exchange itself: the main site of the domain that names its owner."""
    official = [
        item for item in context.content.official.values() if item.status is Status.OFFICIAL
    ]
    owners = {f"www.{item.contact}" for item in official if item.names}
    return [f"https://{item.contact}" for item in official if item.contact in owners]


def _blanks(contexts: Contexts) -> str:
    """Lines to write on: by what support finds an account and a request."""
    roles, questions = contexts[0].content.roles.questions, contexts[0].content.questionnaire.by_id
    names = [name for name in (roles.name, roles.email, roles.ticket) if name in questions]
    rows = "".join(
        f"<li>{_said(contexts, as_said(questions[name].label))}<i></i></li>\n" for name in names
    )
    heading = _said(contexts, named("printout-lines"))
    return (
        f'<section class="whole">\n<h1>{heading}</h1>\n<ul class="blanks">\n{rows}</ul>\n</section>'
    )


def _never(contexts: Contexts, items: Sequence[Item]) -> str:
    heading = _said(contexts, named("checklist-never"))
    marked = _items(contexts, items, "<b>×</b>")
    listed = f'<ul class="never columns">\n{marked}\n</ul>'
    return f'<section class="whole">\n<h1>{heading}</h1>\n{listed}\n</section>'


def _card(contexts: Contexts, items: Sequence[Item]) -> str:
    def word(key: str) -> str:
        return _said(contexts, named(key))

    def basis(context: Context) -> str:
        return context.basis(tuple(fact for item in items for fact in item.facts))

    return (
        f'<section class="card">\n<h1>{word("printout-card")}</h1>\n'
        f"<ol>\n{_items(contexts, items, '')}\n</ol>\n<p>{word('printout-sos')}</p>\n"
        f"<p><strong>{word('card-nobody')}</strong></p>\n"
        f'<p class="basis">{_said(contexts, basis)}</p>\n</section>'
    )
