"""What a letter asks for."""

from collections.abc import Iterable

from bfx_help.model import Shown, Text, fill
from bfx_help.request.phrases import as_sentence
from bfx_help.request.repeats import nearest
from bfx_help.request.statements import Material

OWN_WANT = "own:"
"""What a want in the customer's own words begins with."""

LONGEST = 80
"""Characters of an answer in an optional part of a want."""

USUAL = "usual"
"""Stands for the first wants of the situation that fit all answers in the end."""


def choices(chosen: str, usual: Iterable[str]) -> list[str]:
    """The wants that an answer names, a line each, with the `usual` ones in place of their word."""
    lines = chosen.split("\n")
    return [name for line in lines for name in (usual if line == USUAL else (line,))]


def asked_for(material: Material, leave_out: str | None = None) -> tuple[Text, ...]:
    """What was chosen, in that order, but for what the answers speak against; else the first that
    are offered. Own words stand behind the offered want that speaks of the same."""
    answer = material.known.values.get(material.roles.wants, "")
    chosen = choices(answer, material.first_wants)
    own = [name.removeprefix(OWN_WANT) for name in chosen if name.startswith(OWN_WANT)]
    lines, known = material.letters.wants, material.known
    names = [
        name for name in chosen if name in lines and known.holds(lines[name].when) is not False
    ]
    wanted = names or ([] if own else material.first_wants)
    filled = (_filled(lines[name].line, material.shown) for name in wanted if name != leave_out)
    found = [line for line in filled if line]
    for want in map(as_sentence, own):
        place = nearest(want, [line.en for line in found])
        if place is None:
            found.append(Text(want, want))
        else:
            found[place] = found[place].join(Text(want, want), " ")
    return tuple(found)


def _filled(line: Text, shown: Shown) -> Text | None:
    """A want without the optional parts in which a long answer would stand."""

    def briefly(name: str) -> Text | None:
        value = shown(name)
        return None if value and len(value.en) > LONGEST else value

    return fill(line, briefly) or fill(line, shown)
