"""The emergency lane opens where something is taken or was given away, and nowhere else."""

from pathlib import Path

import pytest

from bfx_help.interview.indexes import parts_of, situations_index
from bfx_help.interview.standings import Parts
from bfx_help.interview.understand import understand
from bfx_help.search import Index, Recent
from tests.content.paths import NOW, shipped

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "emergencies.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def understanding() -> tuple[Parts, Index]:
    return parts_of(shipped(), NOW), Recent(situations_index(shipped()))


def seen(text: str, understanding: tuple[Parts, Index]) -> bool:
    return understand(text, *understanding, NOW).emergency


def test_few_emergencies_are_missed(understanding: tuple[Parts, Index]) -> None:
    texts = [text for kind, text in ROWS if kind == "yes"]
    missed = [text for text in texts if not seen(text, understanding)]

    assert len(missed) <= 0.1 * len(texts), missed


@pytest.mark.parametrize("text", [text for kind, text in ROWS if kind == "no"])
def test_what_only_sounds_like_one_raises_no_alarm(
    text: str, understanding: tuple[Parts, Index]
) -> None:
    assert not seen(text, understanding)


@pytest.mark.slow
def test_no_phrasing_of_an_everyday_matter_raises_an_alarm(
    understanding: tuple[Parts, Index],
) -> None:
    parts, _ = understanding
    graver = {name.partition(".")[0] for name in parts.emergencies}
    everyday = [item for item in shipped().situations.values() if item.topic not in graver]
    texts = [text for item in everyday for text in sum(item.phrasings, ())]
    alarms = [text for text in texts if seen(text, understanding)]

    assert len(alarms) <= 0.001 * len(texts), alarms
