"""The letter: each statement only with its answers, nothing lost, nothing private in public."""

from itertools import combinations

import pytest

from bfx_help.cli.result import letter_of
from bfx_help.interview.step import recommend
from bfx_help.model import Language, Text, TextKind
from bfx_help.request.companions import CHAT_LIMIT
from bfx_help.request.formats import as_email, as_markdown, as_text, chosen_text
from bfx_help.request.formatter import AnswerFormatter
from bfx_help.request.letter import Letter
from bfx_help.request.phrases import items, listed
from tests.unit.desk import NOW, desk, desk_content, state

FULL = {
    "what_happened": "my payout is late",
    "matter": "payout",
    "case_of": "payout.late",
    "since": "2026-11-02T08:05Z",
    "page_shows": "nothing",
    "payout_number": "PX-77",
    "amount": "5 BTC",
    "written": "no",
    "requests": "say-why\nown:Call me, please",
    "account": "On Monday I asked.\nOn Tuesday nothing came.",
    "needed_by": "2 Dec 15:00 UTC, rent",
    "who": "Ann Example",
    "mail": "ann@example.com",
    "files": "screenshot",
}


def letter(**values: str) -> Letter:
    """The letter for these answers."""
    found = state(**values)
    written = letter_of(desk(), found, recommend(desk_content(), found))
    assert written is not None
    return written


def text(**values: str) -> str:
    return as_text(letter(**values), [Language.EN])


def test_each_part_of_a_long_chain_stands_on_a_line_of_its_own() -> None:
    chain = "27 Nov 11:40 the same text came again; 27 Nov 11:50 a smaller one went through at once"
    long = f"{chain}; moving it to the other wallet was refused as well"
    assert f"The page shows: {chain}" not in text(**FULL | {"page_shows": long})
    assert "The page shows: moving it to the other wallet" in text(**FULL | {"page_shows": long})
    clocks = f"log-in at 02:31 CET from another machine; {long}"
    assert "The page shows: log-in at 01:31 UTC (02:31 CET) from another machine\n" in text(
        **FULL | {"page_shows": clocks}
    )
    broken = f"(a; {long})"
    assert "The page shows: moving it" not in text(**FULL | {"page_shows": broken})


def test_an_hour_beside_an_amount_gets_its_utc_time() -> None:
    written = text(**FULL | {"amount": "5 BTC on 25 Nov 14:20 CET"})
    assert "Amount: 5 BTC on 25 Nov 13:20 UTC (14:20 CET)" in written


def test_an_hour_beside_the_options_gets_its_utc_time() -> None:
    shown = text(**FULL | {"page_shows": "empty since 09:30 CET"})
    assert "The page shows: empty since 08:30 UTC (09:30 CET)" in shown


def test_the_items_of_an_answer_each_have_a_line() -> None:
    answer = Text("no sale took place: I sold it; the mail says so", "没有卖；邮件说")
    assert [line.zh for line in items(answer)] == ["没有卖；邮件说"]  # it is a sentence
    listed = Text("first a\nTX9: b", "甲\n乙")
    assert [line.en for line in items(listed)] == ["First a", "TX9: b"]
    assert [line.zh for line in items(listed)] == ["甲", "乙"]
    long = "; ".join(f"the {at} mail of that week came without any reason" for at in "abc")
    assert len(items(Text(long, long))) == 3
    assert len(items(Text(f"{long}\nlast", f"{long}\nlast"))) == 2
    broken = f"{long} (it says no; I say yes)"
    assert len(items(Text(broken, broken))) == 1


def test_a_typed_item_is_small_in_mid_sentence_unless_it_is_a_name() -> None:
    typed = [Text(said, said) for said in ("Whether it went.", "MT103 of the bank", "The mail")]
    assert listed(typed).en == "whether it went; MT103 of the bank; the mail"


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("The mail, My receipt, CSV of the row", "the mail; my receipt; CSV of the row"),
        ("the row, with its id", "the row, with its id"),
    ],
)
def test_files_that_were_typed_stand_each_for_itself(typed: str, reads: str) -> None:
    assert f"Attached: {reads}." in text(**FULL | {"files": typed})


def test_a_whole_letter() -> None:
    assert text(**FULL).splitlines() == [
        "Subject: Payout PX-77 is late: 20 days (by 2 Dec 15:00 UTC)",
        "",
        "Hello Acorn desk,",
        "",
        "I asked for payout PX-77 at 2 Nov 2026 08:05 UTC. The page shows nothing.",
        "",
        "Details:",
        "Mail: ann@example.com",
        "Amount: 5 BTC",
        "",
        "What happened:",
        "- 16 Nov: I asked.",
        "- 17 Nov: nothing came.",
        "",
        "Please:",
        "1. Tell me why.",
        "2. Call me, please.",
        "",
        "Needed by: 2 Dec 15:00 UTC, rent.",
        "",
        "Attached: a screenshot.",
        "",
        "Thank you,",
        "Ann Example",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("since", "2 Nov 2026"),
        ("payout_number", "PX-77"),
        ("amount", "5 BTC"),
        ("page_shows", "The page shows nothing"),
        ("account", "17 Nov: nothing came"),
        ("needed_by", "rent"),
        ("who", "Ann Example"),
        ("mail", "ann@example.com"),
        ("files", "screenshot"),
    ],
)
def test_without_its_answer_a_statement_goes(name: str, value: str) -> None:
    assert value in text(**FULL)
    rest = {key: answer for key, answer in FULL.items() if key != name}
    assert value not in text(**rest)


def test_every_set_of_answers_gives_a_letter_without_a_gap_in_its_sentences() -> None:
    optional = [name for name in FULL if name not in ("matter", "case_of")]
    for left_out in combinations(optional, 3):
        written = text(**{key: value for key, value in FULL.items() if key not in left_out})
        assert "$" not in written
        assert "None" not in written


def test_what_is_not_known_is_said_and_never_stated() -> None:
    written = text(**FULL | {"since": "unknown", "page_shows": "unknown"})
    assert "Asked for at: not known\nThe page shows: not known" in written
    assert "2 Nov 2026" not in written


def test_words_that_are_no_option_stand_as_they_were_typed() -> None:
    assert "The page shows: a red cross" in text(**FULL | {"page_shows": "a red cross"})


def test_without_an_account_the_first_words_stand_in_its_place() -> None:
    rest = {key: value for key, value in FULL.items() if key != "account"}
    words = "my payout PX-77 is late. The cashier locked the window early"
    assert "What happened:\nThe cashier locked the window early." in text(
        **rest | {"what_happened": words}
    )


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        ("own:Call me today\nsay-why", ["Call me today.", "Tell me why."]),
        ("say-why\nown:Call me today", ["Tell me why.", "Call me today."]),
        ("own:Call me today", ["Call me today."]),
    ],
)
def test_own_requests_stand_where_they_were_typed(chosen: str, asked: list[str]) -> None:
    wants = next(part for part in letter(**FULL | {"requests": chosen}).sections if part.numbered)
    assert [line.en for line in wants.lines] == asked


def test_the_first_want_is_taken_where_none_was_chosen() -> None:
    rest = {key: value for key, value in FULL.items() if key != "requests"}
    assert "1. Pay it out." in text(**rest)


def test_missing_names_what_the_desk_would_ask_most_important_first() -> None:
    rest = {key: value for key, value in FULL.items() if key not in ("page_shows", "amount")}
    assert letter(**rest).missing == ("page-shows", "amount")
    assert letter(**FULL).missing == ()


def test_the_public_text_holds_nothing_private() -> None:
    public = chosen_text(letter(**FULL), TextKind.PUBLIC, [Language.EN])
    assert public == "Are payouts slow?"


def test_the_chat_opener_has_the_ids_the_want_and_room() -> None:
    chat = chosen_text(letter(**FULL), TextKind.CHAT, [Language.EN])
    assert chat.startswith(
        "Hello, it is about this: Payout PX-77 is late: 20 days (by 2 Dec 15:00 UTC)."
    )
    assert chat.endswith("Please tell me why.")
    assert len(chat) <= CHAT_LIMIT


def test_a_chat_says_nothing_twice() -> None:
    own = FULL | {"headline": "Payout PX-77 of 2 Nov 2026 08:05 UTC late, 5 USD in dispute"}
    chat = chosen_text(letter(**own), TextKind.CHAT, [Language.EN])
    assert chat.startswith(
        "Hello, it is about this: Payout PX-77 of 2 Nov 2026 08:05 UTC late, 5 USD in dispute."
    )
    assert "I asked for payout" not in chat


def test_a_chat_begins_with_the_first_sentence_where_it_tells_as_much_as_the_subject() -> None:
    own = FULL | {"headline": "PX-77 (code of 2FA): please pay"}
    chat = chosen_text(letter(**own), TextKind.CHAT, [Language.EN])
    assert chat.startswith("Hello, I asked for payout PX-77 at 2 Nov 2026 08:05 UTC. Needed by: ")


def test_a_long_want_is_cut_in_the_chat_where_a_part_of_it_ends() -> None:
    long = "own:Send me the log of that day: every order, every transfer, and " + "what " * 30
    chat = chosen_text(letter(**FULL | {"requests": long}), TextKind.CHAT, [Language.EN])
    assert chat.endswith("Send me the log of that day: every order, every transfer…")


def test_a_long_want_keeps_the_chat_opener_in_its_bounds() -> None:
    chat = chosen_text(
        letter(**FULL | {"requests": "own:" + "please " * 100}), TextKind.CHAT, [Language.EN]
    )
    assert len(chat) <= CHAT_LIMIT


def test_a_follow_up_names_the_ticket_in_its_subject() -> None:
    written = letter(**FULL | {"written": "silent", "number_of_ticket": "4711"})
    assert written.subject.en.startswith("Ticket 4711: Payout")
    dated = letter(**FULL | {"written": "silent", "number_of_ticket": "1321830, Tuesday 24 Nov"})
    assert dated.subject.en.startswith("Ticket 1321830: Payout")
    assert chosen_text(dated, TextKind.CHAT, [Language.EN]).count("1321830") == 1
    assert "\n\nNobody has answered.\n" in as_text(written, [Language.EN])


def test_a_bare_number_in_the_field_of_an_amount_stays_as_it_is() -> None:
    assert "Amount: 23240518\n" in text(**FULL | {"amount": "23240518"})
    assert "Amount: 40,000 USD\n" in text(**FULL | {"amount": "40000 USD"})


def test_what_is_said_of_the_deadline_below_a_heading_stands_with_it() -> None:
    account = "16 Nov: I asked\n17 Nov: nothing came\nMy deadline:\nThe rent is 900 USD"
    lines = text(**FULL | {"account": account}).splitlines()
    assert "Needed by: 2 Dec 15:00 UTC, rent. The rent is 900 USD." in lines
    assert "My deadline:" not in lines
    assert "My deadline:" in text(**FULL | {"account": account, "needed_by": "none"})


@pytest.mark.parametrize("deadline", ["rent, 2 Dec 15:00 UTC", "none", "unknown"])
def test_a_deadline_that_does_not_begin_with_its_day_stands_in_no_subject(deadline: str) -> None:
    assert letter(**FULL | {"needed_by": deadline}).subject.en == "Payout PX-77 is late: 20 days"


@pytest.mark.parametrize(
    "deadline",
    ["2 Dec, rent", "Wednesday 2 Dec 2026, rent", "2 Dec", "rent by Wed 2 Dec; flat 9 Dec"],
)
def test_the_day_of_a_deadline_stands_in_the_subject(deadline: str) -> None:
    subject = letter(**FULL | {"needed_by": deadline}).subject.en
    assert subject == "Payout PX-77 is late: 20 days (by 2 Dec)"


def test_a_subject_with_a_condition_stands_only_where_it_holds() -> None:
    assert (
        letter(**FULL | {"page_shows": "gone"}).subject.en
        == "Payout PX-77 is gone from the page (by 2 Dec 15:00 UTC)"
    )
    assert letter(**FULL | {"page_shows": "unknown"}).subject.en.startswith("Payout PX-77 is late")


def test_an_own_first_paragraph_takes_the_place_of_ours_and_loses_no_answer() -> None:
    lines = text(**FULL | {"beginning": "payout PX-77 has not come, why?"}).splitlines()
    assert lines[4] == "Payout PX-77 has not come, why?"
    assert "Asked for at: 2 Nov 2026 08:05 UTC" in lines
    assert "The page shows: Nothing" in lines
    assert text(**FULL | {"beginning": "payout PX-77 has not come"}).count("PX-77") == 2


def test_an_own_subject_heads_the_letter() -> None:
    own = FULL | {"headline": "5 USD of PX-77 missing"}
    assert text(**own).splitlines()[0] == "Subject: 5 USD of PX-77 missing"
    again = letter(**own | {"written": "silent", "number_of_ticket": "47110"})
    assert again.subject.en == "Ticket 47110: 5 USD of PX-77 missing"


def test_both_languages_have_the_same_lines() -> None:
    written = letter(**FULL)
    english, chinese = (
        as_text(written, [language]).splitlines() for language in (Language.EN, Language.ZH)
    )
    assert len(english) == len(chinese)


def test_markdown_escapes_what_was_typed() -> None:
    written = letter(**FULL | {"who": "<script>*Ann*"})
    assert r"\<script\>\*Ann\*" in as_markdown(written, [Language.EN])


def test_a_mail_draft_has_one_line_of_subject() -> None:
    written = letter(**FULL | {"payout_number": "PX\r\nBcc: x@example.com"})
    head = as_email(written, [Language.EN], "desk@acorn.com").split(b"\r\n\r\n")[0]
    assert b"\nBcc:" not in head


@pytest.mark.parametrize(
    ("whole", "part", "reads"),
    [
        ("59,975.00 USD", "59,610.00 USD", "365.00 USD"),
        ("42,000 USDt", "12,000 USDT", "30,000 USDt"),
        ("5 BTC", "5 BTC", None),
        ("5 BTC", "1 ETH", None),
        ("5 BTC and 1 BTC", "1 BTC", None),
        ("5 BTC", "unknown", None),
        ("24,310.55", "310.55", "24,000.00"),
    ],
)
def test_a_difference_is_worked_out_of_two_amounts_of_one_asset(
    whole: str, part: str, reads: str | None
) -> None:
    values = {"sent": whole, "credited": part}
    found = AnswerFormatter({}, {}, {}, values, NOW).format("sent-minus-credited")
    assert (found.en if found else None) == reads


@pytest.mark.parametrize(
    ("others", "reads"),
    [
        ("12 Nov 05:12, 0.0214 BTC, tx 1be8; 19 Nov 05:09, 0.0198 BTC", "0.06180000 BTC"),
        ("0.0214 BTC\n0.0198 BTC", "0.06180000 BTC"),
        ("0.0214 BTC of 0.03 BTC", None),
        ("1 ETH", None),
        ("two more", None),
        ("unknown", None),
    ],
)
def test_a_sum_is_worked_out_where_each_item_names_one_amount(
    others: str, reads: str | None
) -> None:
    values = {"first": "0.02060000 BTC", "others": others}
    found = AnswerFormatter({}, {}, {}, values, NOW).format("first-plus-others")
    assert (found.en if found else None) == reads


def test_an_account_that_begins_with_a_heading_keeps_its_order() -> None:
    account = "First try:\n2 Nov: I asked.\n-\n5 Nov: I asked again.\n6 Nov: nothing."
    written = text(**FULL | {"account": account})
    assert written.index("First try:") < written.index("What happened:")
    behind = text(**FULL | {"account": account.replace("First", "1 Nov: begun.\nFirst")})
    assert behind.index("What happened:") < behind.index("First try:")


def test_a_detail_stays_whatever_the_account_tells() -> None:
    account = "17 Nov: the page shows an empty list, and the page is slow."
    written = text(**FULL | {"account": account, "page_shows": "an empty list"})
    assert "The page shows: an empty list" in written


def test_a_deadline_stands_below_the_requests_or_in_the_account() -> None:
    lines = text(**FULL).splitlines()
    assert lines.index("Needed by: 2 Dec 15:00 UTC, rent.") > lines.index("Please:")
    account = "17 Nov: nothing came\nI need it for the rent by 2 Dec 15:00 UTC"
    lines = text(**FULL | {"account": account}).splitlines()
    told = lines.index("I need it for the rent by 2 Dec 15:00 UTC.")
    assert told > lines.index("Please:")
    dated = account.replace("I need", "18 Nov: I need")
    assert "- 18 Nov: I need it" in text(**FULL | {"account": dated})
    assert "Needed by:" not in text(**FULL | {"account": dated})


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("not enough balance", "The page shows: not enough balance\n"),
        ("not paid, they ask 2 BTC", "\nNot paid, they ask 2 BTC.\n"),
    ],
)
def test_an_answer_that_something_was_not_done_needs_no_label(typed: str, reads: str) -> None:
    assert reads in text(**FULL | {"page_shows": typed})


def test_the_dashes_of_a_typed_list_do_not_stand_twice() -> None:
    account = "17 Nov: nothing came\nWhat I checked:\n- the page\n• the mails\n-"
    written = text(**FULL | {"account": account})
    assert "\n- The page.\n- The mails." in written


def test_the_heading_of_what_was_checked_is_english_in_the_english_half() -> None:
    written = letter(**FULL | {"account": "2 Nov: I asked.\n我查过的：\nthe page"})
    assert "\nWhat I checked:\nThe page." in as_text(written, [Language.EN])
    assert "\n我查过的：\n" in as_text(written, [Language.ZH])
