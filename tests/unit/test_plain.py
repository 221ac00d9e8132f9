"""What `plain` and its companions promise about any text at all."""

import json
import re
import unicodedata
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bfx_help.plain import defang, file_name, header, plain, plain_json, width, wrap
from tests.hostile import ANY, ATTACKS, RAW
from tests.tables import each

SENTENCE = st.text(st.sampled_from("ab1.-/ 请中文（）。，：「」《》！？；e\u0301" + " " * 5))


@pytest.mark.parametrize("text", ATTACKS)
def test_plain_disarms_what_is_known_to_harm(text: str) -> None:
    for shown in (plain(text), header(text), file_name(text), plain_json(json.dumps(text))):
        assert not RAW.search(shown)
    assert plain(plain(text)) == plain(text)


@given(ANY)
@example("a\u200d\u202eé")
def test_plain_leaves_nothing_that_acts_or_hides(text: str) -> None:
    shown = plain(text)
    assert not RAW.search(shown)
    assert {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
    assert plain(shown) == shown
    shown.encode()


@given(
    st.text(
        st.characters(
            categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u115f\u1160\u3164\uffa0"
        )
    )
)
def test_plain_keeps_ordinary_text_of_any_script(text: str) -> None:
    assert plain(text) == text


@each(
    ("text", "shown"),
    [
        ("\x1b]0;pwned\x07", r"\x1b]0;pwned\x07"),
        ("good\rEVIL", r"good\rEVIL"),
        ("one\r\ntwo", "one\ntwo"),
        ("\u202emoc.live", r"\u202emoc.live"),
        ("a\U000e0041", r"a\U000e0041"),
        ("bitfinex\u200d.com", r"bitfinex\u200d.com"),
        ("❤\ufe0f\u200d🔥 1\ufe0f\u20e3", "❤\ufe0f\u200d🔥 1\ufe0f\u20e3"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("C:\\dir\\ [red]x[/red]", "C:\\dir\\ [red]x[/red]"),
    ],
)
def test_plain_escapes_visibly(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_plain_escapes_newlines_where_they_are_not_kept() -> None:
    assert plain("a\r\nb\tc", keep="") == r"a\nb\tc"


@given(ANY)
def test_plain_json_means_the_same(text: str) -> None:
    shown = plain_json(json.dumps({"input": text}, ensure_ascii=False))
    assert not RAW.search(shown)
    assert json.loads(shown) == {"input": text}


@given(ANY)
@example("x\r\nBcc: evil@example.org")
def test_a_header_is_one_harmless_line(text: str) -> None:
    line = header(text)
    assert len(line) <= 200
    assert line.splitlines() in ([], [line])
    EmailMessage()["Subject"] = line


@given(ANY)
@example("a" * 300 + ".png")
@example("中" * 200 + ".jpeg")
def test_a_file_name_stays_in_its_folder(text: str) -> None:
    name = file_name(text)
    assert name
    assert len(name.encode()) <= 255
    assert name[0] not in " .-~"
    assert not re.search(r'[/\\<>:"|?*]', name)
    assert not RAW.search(name)
    assert file_name(name) == name


@each(
    ("text", "name"),
    [
        ("../../.ssh/id_rsa", "id_rsa"),
        ("C:\\Windows\\x.dll", "x.dll"),
        ("-rf", "rf"),
        ("con.txt", "_con.txt"),
        ("..", "file"),
        ("name\nnewline.png", "name_newline.png"),
        ("截图 1.png", "截图 1.png"),
        ("a" * 300 + ".png", "a" * 251 + ".png"),
    ],
)
def test_file_names(text: str, name: str) -> None:
    assert file_name(text) == name


def test_defang_breaks_links_and_leaves_amounts() -> None:
    text = "See https://evil.example.org/a.html, send 0.5 BTC. Mail x@evil.example"
    assert defang(text) == (
        "See hxxps://evil[.]example[.]org/a[.]html, send 0.5 BTC. Mail x@evil[.]example"
    )


@given(SENTENCE)
def test_defang_twice_changes_nothing(text: str) -> None:
    assert defang(defang(text)) == defang(text)


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("提现", 4), ("e\u0301" * 5, 5), ("，a。", 5), ("vs\ufe0f", 2)]
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(SENTENCE, st.integers(4, 40), st.booleans())
def test_wrap_loses_nothing_and_keeps_to_the_width(text: str, cells: int, cut: bool) -> None:
    lines = wrap(text, cells, cut=cut)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    if cut:
        assert all(width(line) <= cells for line in lines)
    for line in lines:  # a longer one is a single piece
        assert width(line) <= cells or wrap(line, cells) == (line,)


@given(SENTENCE, st.integers(4, 40))
def test_wrap_obeys_the_rules_of_chinese(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert not any(re.match("[，。；：！？）」》]", line) for line in lines[1:])
    assert not any(re.search("[（「《]$", line) for line in lines[:-1])


def test_wrap_mixes_scripts_and_leaves_links_whole() -> None:
    text = "请打开 https://support.bitfinex.com/hc（帮助中心），提交工单。「处理中」（Processing）是状态。"
    assert wrap(text, 24, indent="  ") == (
        "请打开",
        "  https://support.bitfinex.com/hc",
        "  （帮助中心），提交工",
        "  单。「处理中」",
        "  （Processing）是状态。",
    )
