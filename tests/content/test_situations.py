"""What people say leads to the situation it means, and not to one it does not."""

import pytest

from bfx_help.interview.indexes import parts_of
from tests.compiled import shipped
from tests.content.paths import understood
from tests.tables import each

FEWEST = 15
FEWEST_OTHER = 5


SAID = sorted(name for name in shipped().situations if not name.endswith(".other"))


@each("name", SAID)
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


@pytest.mark.slow
def test_each_phrasing_finds_its_situation_or_has_it_offered_and_few_raise_a_false_alarm() -> None:
    """One walk for both: each of eight thousand phrasings is understood once."""
    graver = {name.partition(".")[0] for name in parts_of(shipped()).emergencies}
    lost, alarms, everyday = [], [], 0
    for name in SAID:
        for text in sum(shipped().situations[name].phrasings, ()):
            found = understood(text)
            names = (found.situation,) if found.sure else (*found.likely, None)
            if name not in names and (found.sure or f"{found.topic}.unclear" not in names):
                lost.append((name, text, names))
            if shipped().situations[name].topic not in graver:
                everyday += 1
                alarms += [text] if found.emergency else []

    assert not lost
    assert len(alarms) <= 0.001 * everyday, alarms


@pytest.mark.parametrize("name", SAID)
def test_what_is_another_matter_is_never_sure_of_this_one(name: str) -> None:
    for text in sum(shipped().situations[name].not_phrasings, ()):
        found = understood(text)
        assert not (found.sure and found.situation == name), text


@each(
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
def test_what_something_is_is_not_taken_for_an_event(text: str) -> None:
    found = understood(text)
    assert found.situation is None or found.topic == shipped().roles.general_topic
