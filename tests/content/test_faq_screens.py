"""Each answer fits on a screen of 80 x 24, with the prompt below it."""

import pytest

from bfx_help import content
from tests.running import run

LINES = 22


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_answer_fits_on_a_screen(language: str) -> None:
    pages = {
        name: run("faq", "show", name, "--lang", language).stdout.rstrip("\n").split("\n")
        for name in content.shipped().faq
    }
    assert {name: len(page) for name, page in pages.items() if len(page) > LINES} == {}
