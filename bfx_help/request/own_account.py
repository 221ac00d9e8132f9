"""The account for a letter: the own words, without what the letter says elsewhere."""

from collections.abc import Iterable
from itertools import chain

from bfx_help.model import Place, Text, TextKind
from bfx_help.request.account import Account, arranged, is_typed_heading
from bfx_help.request.dated_lines import day_of
from bfx_help.request.repeats import new_pieces, without_repeats
from bfx_help.request.statements import Material, Statements


def own_account(material: Material, said: Statements, elsewhere: Iterable[Text]) -> Account:
    """The account beside what stands `elsewhere`. Of the first words only what is new stands; in a
    complaint, whose matter is another one, nothing."""
    events, now = said.lines(Place.EVENTS), material.now
    stated = list(chain.from_iterable((*elsewhere, *events)))
    story = said.account(material.roles.story)
    whole = next((at for at, line in enumerate(story) if is_typed_heading(line, now)), len(story))
    undated = [line for line in story[:whole] if not day_of(line, now)]
    repeats = {*undated} - {*without_repeats(undated, stated)}
    typed = [line for line in story if line not in repeats]
    complaint = material.route.text is TextKind.COMPLAINT
    words = () if complaint else said.account(material.roles.words)
    first = new_pieces(words, [*stated, *typed], whole=not typed)
    account = arranged(events, (*first.new, *typed), now, material.kind_of)
    return account._replace(left_out=(*first.left_out, *account.left_out))
