"""Kinds of first words that were once misread, each in many wordings: `kinds.tsv`."""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.content.paths import understood


class Said(NamedTuple):
    kind: str
    half: str
    right: tuple[str, ...]
    never: tuple[str, ...]
    text: str


def said() -> list[Said]:
    lines = (Path(__file__).parent / "kinds.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if not line.startswith("#"))
    return [
        Said(kind, half, tuple(right.split("|")), tuple(filter(None, never.split("|"))), text)
        for kind, half, right, never, text in fields
    ]


def among(situation: str, names: tuple[str, ...]) -> bool:
    return any(
        situation == name or (name.endswith(".*") and situation.startswith(name[:-1]))
        for name in names
    )


def is_right(one: Said) -> bool:
    """Whether the right situation is sure or offered, and none that must not be comes first."""
    found = understood(one.text)
    if one.right == ("nothing",):
        return found.situation is None and found.elsewhere is None
    named = found.situation or ("elsewhere" if found.elsewhere else None)
    names = (named, *found.likely) if named else found.likely
    return any(among(name, one.right) for name in names[:3]) and not among(names[0], one.never)


KINDS = sorted({one.kind for one in said()})


def test_each_kind_has_twenty_wordings_in_two_halves() -> None:
    count: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in said():
        count[one.kind, one.half] += 1

    assert set(count.values()) == {10}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_understood_in_most_wordings(kind: str) -> None:
    rows = [one for one in said() if one.kind == kind]
    wrong = [one.text for one in rows if not is_right(one)]

    assert len(wrong) <= 0.2 * len(rows), wrong


def test_what_must_not_be_is_never_sure() -> None:
    wrong = [
        one.text
        for one in said()
        for found in [understood(one.text)]
        if found.situation and among(found.situation, one.never)
    ]

    assert not wrong
