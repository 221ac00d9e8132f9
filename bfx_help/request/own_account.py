"""The account for a letter: the own words, and of the first ones what is new."""

from collections.abc import Iterable
from itertools import chain

from bfx_help.model import Place, Text, TextKind
from bfx_help.request.account import Account, arranged
from bfx_help.request.repeats import new_pieces
from bfx_help.request.statements import Material, Statements


def own_account(material: Material, said: Statements, elsewhere: Iterable[Text]) -> Account:
    """The account beside what stands `elsewhere`: what was typed, and of the first words what is
    new; in a complaint, whose matter is another one, nothing of them."""
    events = said.lines(Place.EVENTS)
    stated = list(chain.from_iterable((*elsewhere, *events)))
    story = said.account(material.roles.story)
    complaint = material.route.text is TextKind.COMPLAINT
    words = () if complaint else said.account(material.roles.words)
    first = new_pieces(words, [*stated, *story], whole=not story)
    account = arranged(events, (*first.new, *story), material.now, material.kind_of)
    return account._replace(left_out=(*first.left_out, *account.left_out))
