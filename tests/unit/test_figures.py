"""Figures and addresses are found as a reader finds them, and alike in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bfx_help.content.figures import figures, mentions
from tests.tables import each

# Each: English, Chinese, what both state.
SAME = [
    ("Up to 12 hours.", "最长12小时。", {"12 hour"}),
    ("2 to 3 working days", "2 至 3 个工作日", {"2 workday", "3 workday"}),
    ("2-3 business days", "2–3个工作日", {"2 workday", "3 workday"}),
    ("a five-day hold", "冻结五天", {"5 day"}),
    ("twelve hours, thirty days", "十二小时，三十天", {"12 hour", "30 day"}),
    ("12, 18 or 24 words", "12、18 或 24 个单词", {"12 word", "18 word", "24 word"}),
    ("0.1 percent", "0.1％", {"0.1 percent"}),
    ("10,000 USD", "1 万美元", {"10000 USD"}),
    ("$10,000", "10,000 美元 (USD)", {"10000 USD"}),
    ("minimum: 25 EUR", "最低：25 欧元", {"25 EUR"}),
    ("1.5 million JPY", "150 万日元", {"1500000 JPY"}),
    ("10x leverage", "10 倍杠杆", {"10 x"}),
    ("20 requests a minute", "每分钟 20 次请求", {"20 request"}),
    ("250 USDT", "250 个 USDT", {"250 USDT"}),
    ("after 6 confirmations", "6 次确认后", {"6 confirmation"}),
    ("at most 300 characters", "最多 300 个字符", {"300 character"}),
    ("open 24/7", "7×24 小时开放", {"24/7"}),
    ("18 years or older", "年满 18 岁", {"18 year"}),
    ("up to 10,000, 0.1% above", "10,000 以内，超过收 0.1%", {"0.1 percent"}),
    ("read on 22 November 2026 at 16:05 UTC", "2026 年 11 月 22 日 16:05 (UTC) 读到", set()),
    ("From 2022 to 2023 USD was offered", "2022 至 2023 年支持 USD", set()),
    ("two-step verification (2FA), error 10114", "两步验证 (2FA)，错误 10114", set()),
    ("one day; a day or two; the third day", "一天；一两天；第三天", set()),
    ("a couple of hours", "两三个小时", set()),
    ("$wd-amount on ${wd-network}", "$wd-amount，${wd-network}", set()),
]


@each(("english", "chinese", "stated"), SAME)
def test_both_languages_state_the_same_figures(
    english: str, chinese: str, stated: set[str]
) -> None:
    assert figures(english) == figures(chinese) == stated


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("see https://www.acorn.com/help/, or acorn.com.", {"acorn.com/help", "acorn.com"}),
        ("写信到desk@acorn.com。打开help.acorn.com（帮助）", {"desk@acorn.com", "help.acorn.com"}),
        ("@Acorn on t.me/acorn and r/acorn", {"@acorn", "t.me/acorn", "r/acorn"}),
        ("hxxps://acorn[.]com, Node.js, request.txt, e.g. 1.5", set()),
        ("l***@e***.com", set()),
    ],
)
def test_links_addresses_and_handles_are_found(text: str, named: set[str]) -> None:
    assert mentions(text) == named


@given(st.integers(2, 10**6), st.sampled_from(["hours", "USD", "percent", "个工作日", "倍"]))
def test_thousands_may_be_set_apart(number: int, unit: str) -> None:
    assert figures(f"({number:,} {unit})") == figures(f"({number} {unit})") != frozenset()


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(" " in one or one == "24/7" for one in figures(text))
    assert all(one == one.lower() for one in mentions(text))
