"""What people say leads to the situation it means, and not to one it does not."""

import pytest

from bfx_help.interview.indexes import parts_of, situations_index
from bfx_help.interview.standings import Parts
from bfx_help.interview.understand import Understood, understand
from bfx_help.search import Index, Recent
from tests.content.paths import NOW, shipped

FEWEST = 15
FEWEST_OTHER = 5


@pytest.fixture(scope="module")
def understanding() -> tuple[Parts, Index]:
    return parts_of(shipped(), NOW), Recent(situations_index(shipped()))


def said(text: str, understanding: tuple[Parts, Index]) -> Understood:
    parts, index = understanding
    return understand(text, parts, index, NOW)


SAID = sorted(name for name in shipped().situations if not name.endswith(".other"))


@pytest.mark.parametrize("name", SAID)
def test_a_situation_has_enough_phrasings_that_differ(name: str) -> None:
    item = shipped().situations[name]
    for language in ("en", "zh"):
        phrasings = getattr(item.phrasings, language)
        assert len(phrasings) >= FEWEST, language
        assert len({text.casefold() for text in phrasings}) == len(phrasings), language
        assert len(getattr(item.not_phrasings, language)) >= FEWEST_OTHER, language


def test_no_phrasing_stands_in_two_situations() -> None:
    seen: dict[str, str] = {}
    for name in SAID:
        for text in sum(shipped().situations[name].phrasings, ()):
            key = text.casefold()
            assert seen.setdefault(key, name) == name, text


@pytest.mark.parametrize("name", SAID)
def test_each_phrasing_finds_its_situation_or_has_it_offered(
    name: str, understanding: tuple[Parts, Index]
) -> None:
    for text in sum(shipped().situations[name].phrasings, ()):
        found = said(text, understanding)
        if found.sure:
            assert found.situation == name, text
        else:
            assert name in found.likely or f"{found.topic}.unclear" in found.likely, text


@pytest.mark.parametrize("name", SAID)
def test_what_is_another_matter_is_never_sure_of_this_one(
    name: str, understanding: tuple[Parts, Index]
) -> None:
    for text in sum(shipped().situations[name].not_phrasings, ()):
        found = said(text, understanding)
        assert not (found.sure and found.situation == name), text


@pytest.mark.parametrize(
    "text",
    [
        "what does slippage mean",
        "how does auto-renew work",
        "what is liquidation",
        "what are staking rewards",
        "how many orders can be open at once",
        "how are funding rates determined",
        "what happens if a margin call comes",
        "滑点是什么意思",
        "自动续借是什么",
        "什么叫追加保证金",
        "利息怎么计算",
        "什么是闪电网络",
        "限速一般是多少",
    ],
)
def test_what_something_is_is_not_taken_for_an_event(
    text: str, understanding: tuple[Parts, Index]
) -> None:
    found = said(text, understanding)
    assert found.situation is None or found.topic == shipped().roles.general_topic
