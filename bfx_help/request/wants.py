"""What a letter asks for."""

from collections.abc import Iterable, Sequence
from functools import reduce

from bfx_help.model import Shown, Text, fill
from bfx_help.request.account import sentence
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
    are offered. Own words stand with the offered want that speaks of the same."""
    answer = material.known.values.get(material.roles.wants, "")
    chosen = choices(answer, material.first_wants)
    lines = material.letters.wants
    names = [
        name
        for name in chosen
        if name.startswith(OWN_WANT) or (name in lines and not _is_ruled_out(material, name))
    ]
    asked = [
        sentence(name.removeprefix(OWN_WANT), material.now)
        if name.startswith(OWN_WANT)
        else _filled(lines[name].line, material.shown)
        for name in names or material.first_wants
        if name != leave_out
    ]
    return _joined([want for want in asked if want])


def spoken_against(material: Material) -> tuple[str, ...]:
    """The wants that were chosen one by one, and against which later answers speak."""
    answer = material.known.values.get(material.roles.wants, "")
    lines = material.letters.wants
    against = (
        lines[name].line
        for name in answer.split("\n")
        if name in lines and _is_ruled_out(material, name)
    )
    return tuple(want.en for line in against if (want := _filled(line, material.shown)))


def _is_ruled_out(material: Material, want: str) -> bool:
    return material.known.holds(material.letters.wants[want].when) is False


def _joined(asked: Sequence[Text]) -> tuple[Text, ...]:
    """The wants; own words that speak of the same as an offered one stand behind it, at the place
    of the first of the two."""
    offered = [want for want in asked if want.en != want.zh]
    together: dict[Text, list[Text]] = {}
    for want in asked:
        place = None if want in offered else nearest(want.en, [line.en for line in offered])
        same = want if place is None else offered[place]
        together.setdefault(same, []).append(want)
    return tuple(
        reduce(lambda said, own: said.join(own, " "), (own for own in wants if own != same), same)
        for same, wants in together.items()
    )


def _filled(line: Text, shown: Shown) -> Text | None:
    """A want without the optional parts in which a long answer would stand."""

    def briefly(name: str) -> Text | None:
        value = shown(name)
        return None if value and len(value.en) > LONGEST else value

    return fill(line, briefly) or fill(line, shown)
