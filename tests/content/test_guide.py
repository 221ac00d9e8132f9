"""The claims of the guide that the program starts from: each is met, and a reader sees it."""

import re

import pytest

from bfx_help.model import Claim
from tests.compiled import shipped
from tests.running import run

CLAIMS = shipped().claims


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_claim_is_shown_with_what_became_of_it_and_where_it_is_met(language: str) -> None:
    said = run("content", "guide", "--lang", language).stdout
    shown = re.split(r"(?m)^(?=[sq][\d.]+-)", said)[1:]
    assert [one.split()[0] for one in shown] == list(CLAIMS)
    assert len(CLAIMS) == 21
    elsewhere = re.compile(r"\b(?:faq:(?!contact-guide)|channel:|route:|checklist:)")
    assert [one for one in shown if not elsewhere.search(one)] == []


def test_each_claim_is_named_in_the_answer_about_the_guide() -> None:
    entry = shipped().faq["contact-guide"]
    for language in range(2):
        steps = " ".join([*step][language] for step in entry.steps).replace("(", " ")
        numbers = set(re.findall(r"\b(?:\d\.\d|Q\d)\b", steps))
        assert numbers == {claim.partition("-")[0].lstrip("s").upper() for claim in CLAIMS}


def test_the_figures_of_the_answer_about_the_guide_are_those_of_its_facts() -> None:
    desk = shipped()
    verdicts = [fact.verdict for fact in desk.facts.values() if fact.claim]
    found = [
        verdicts.count(verdict)
        for verdict in (Claim.CONFIRMED, Claim.CONTRADICTED, Claim.UNCONFIRMED)
    ]
    assert found == [4, 4, 13]
    for text in desk.faq["contact-guide"].answer:
        assert re.findall(r"\d+", text) == ["21", *map(str, found)]
