"""The account for a letter: the own words, without what the letter says elsewhere."""

from collections.abc import Iterable
from itertools import chain

from bfx_help.answers.spans import moment
from bfx_help.model import Place, Text, TextKind
from bfx_help.request.account import Account, Dated, arranged, is_typed_heading
from bfx_help.request.repeats import new_pieces, without_repeats
from bfx_help.request.statements import Material, Statements


def own_account(
    material: Material, said: Statements, elsewhere: Iterable[Text], contact: tuple[Text, ...]
) -> Account:
    """The account beside what stands `elsewhere`; `contact` is what the letter itself says of the
    contact with support. Of the first words only what is new stands; in a complaint, whose matter
    is another one, nothing."""
    events, now = said.lines(Place.EVENTS), material.now
    stated = list(chain.from_iterable((*elsewhere, *events)))
    story = said.account(material.roles.story)
    whole = next((at for at, line in enumerate(story) if is_typed_heading(line, now)), len(story))
    typed = [*without_repeats(story[:whole], stated), *story[whole:]]  # what is headed stays whole
    complaint = material.route.text is TextKind.COMPLAINT
    words = () if complaint else said.account(material.roles.words)
    first = new_pieces(words, [*stated, *typed], whole=not typed)
    account = arranged(
        events, (*first.new, *typed), now, material.kind_of, _last_contact(material, contact)
    )
    return account._replace(left_out=(*first.left_out, *account.left_out))


def _last_contact(material: Material, lines: tuple[Text, ...]) -> Dated | None:
    """What the letter says of the contact, at the time of the last message."""
    now = material.now
    if not lines:
        return None
    names = (material.roles.contacted_at, material.roles.answered_at)
    typed = (material.known.values.get(name, "") for name in names)
    found = [at.at for value in typed if (at := moment(value, now.tzinfo))]
    return Dated(found[0] if found else now, [*lines])
