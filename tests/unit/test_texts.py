"""Texts with placeholders: what is not known takes its optional part with it, no more."""

import pytest

from bfx_help.model import Text, fill, parts, required

LINE = Text(
    "My [[$pair ]]order[[ $id]] is refused: $error.", "我的[[ $pair ]]订单[[ $id]]被拒：$error。"
)


def filled(line: Text, **known: str) -> tuple[str, str] | None:
    found = fill(line, lambda name: Text(known[name], known[name]) if name in known else None)
    return (found.en, found.zh) if found else None


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ({"error": "no", "pair": "BTC/USD", "id": "7"}, "My BTC/USD order 7 is refused: no."),
        ({"error": "no", "id": "7"}, "My order 7 is refused: no."),
        ({"error": "no"}, "My order is refused: no."),
        ({"pair": "BTC/USD"}, None),
    ],
)
def test_an_optional_part_stands_only_with_its_answers(
    known: dict[str, str], wanted: str | None
) -> None:
    found = filled(LINE, **known)
    assert (found and found[0]) == wanted
    assert found is None or "[" not in found[1]


def test_a_sentence_begins_with_a_capital_where_its_first_part_is_left_out() -> None:
    line = Text("[[On $day ]]somebody called.", "[[$day，]]有人来电。")
    assert filled(line) == ("Somebody called.", "有人来电。")
    assert filled(line, day="Monday") == ("On Monday somebody called.", "Monday，有人来电。")


def test_what_is_required_and_what_is_optional() -> None:
    assert required(LINE.en) == ("error",)
    assert parts("a[[ $x by $y]] b[[ $z]]") == ("x+y", "z")
