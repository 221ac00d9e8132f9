"""The emergency lane opens where something is taken or was given away, and nowhere else."""

from pathlib import Path

from tests.content.paths import understood
from tests.tables import each

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "emergencies.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def test_few_emergencies_are_missed() -> None:
    texts = [text for kind, text in ROWS if kind == "yes"]
    missed = [text for text in texts if not understood(text).emergency]

    assert len(missed) <= 0.1 * len(texts), missed


@each("text", [text for kind, text in ROWS if kind == "no"])
def test_what_only_sounds_like_one_raises_no_alarm(text: str) -> None:
    assert not understood(text).emergency
