"""`ask` and `sos` by facts: where answers lead, what is written and what is not, the keys at every
prompt, what a change drops, and how a conversation ends."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bfx_help.model import Existence
from tests.compiled import shipped
from tests.running import Run, drafts, run

CARD = "STOP. Do these now"
WORDS = "My withdrawal of 1500 USDT on TRON has been Processing for 26 hours"
RIGHT = ""
TO_THE_LIST = (WORDS, RIGHT, "no", "@done", "", "", "", "@done")
"""What is understood is right, first contact, write it, no details, no own account, all right."""

TO_THE_PAGE = TO_THE_LIST[:4]
TO_THE_END = ("", "", "@done", "later")
"""Behind a filled page: no own account, the wants, all right."""


def given(*pairs: str) -> list[str]:
    """Answers as options."""
    return [part for pair in pairs for part in ("--answer", pair)]


def unattended(*arguments: str) -> dict[str, Any]:
    """What is said to programs."""
    found: dict[str, Any] = json.loads(run("ask", "--no-input", "--json", *arguments).stdout)
    return found


# -- where answers lead ------------------------------------------------------------------------

PROCESSING = ("situation=withdrawal.processing", "wd-submitted=26h")

LEADS = [
    ((*PROCESSING, "contacted=no"), "ticket", "ticket", "Processing for", "I confirmed"),
    ((*PROCESSING, "contacted=silent"), "same-ticket-silent", "ticket", "", "$"),
    ((*PROCESSING, "contacted=answered"), "same-ticket-answered", "ticket", "", "$"),
    (
        ("situation=withdrawal.processing", "wd-submitted=2h", "wd-address-right=right"),
        "wait-processing",
        "wait",
        "",
        "longer than",
    ),
    (
        ("situation=withdrawal.wrong-address", "wd-stage=processing"),
        "stop-now",
        "live-chat",
        "cancel",
        "TxID:",
    ),
    (
        ("situation=withdrawal.completed", "wd-explorer=confirmed", "wd-destination-right=right"),
        "receiving-side",
        "other-party",
        "",
        "$",
    ),
    (
        ("situation=withdrawal.wire-returned", "wd-wire-case=not-credited", "contacted=no"),
        "wire-returned",
        "ticket",
        "",
        "$",
    ),
    (
        ("situation=deposit.memo", "dep-memo-slip=missing", "contacted=no"),
        "ticket-with-files",
        "ticket",
        "to my deposit address without",
        "$",
    ),
    (
        ("situation=deposit.missing", "dep-explorer=not-looked"),
        "deposit-look-first",
        "faq",
        "",
        "confirmed",
    ),
    (
        ("situation=account.owner-died", "contacted=no"),
        "heir-ticket",
        "ticket",
        "has died",
        "Account >",
    ),
    (
        ("situation=security.pay-first", "sec-paid=no"),
        "pay-first-nothing",
        "faq",
        "",
        "my deposit",
    ),
    (("situation=security.losing", "em-login=able"), "emergency-chat", "live-chat", "freeze", "$"),
    (
        ("situation=security.phrase-given", "wal-bitfinex=nothing"),
        "own-wallet",
        "faq",
        "wallet",
        "reset",
    ),
    (("situation=api.nonce", "ap-nonce=shared"), "api-nonce", "faq", "", "$"),
    (("situation=general.question",), "general-question", "faq", "", "$"),
]


@pytest.mark.parametrize(("answers", "route", "channel", "holds", "lacks"), LEADS)
def test_answers_lead_to_a_route_and_a_text(
    answers: tuple[str, ...], route: str, channel: str, holds: str, lacks: str
) -> None:
    data = unattended(*given(*answers))
    found = data["recommendation"]
    assert (found["route"], found["channel"]) == (route, channel)
    texts = data["texts"]["texts"] if data["texts"] else {}
    english = "\n".join(text["en"] for text in texts.values())
    assert holds in english
    assert lacks not in english
    assert shipped().channels[found["fallback"]].existence is not Existence.NONE


SAYS = [
    (WORDS, "withdrawal.processing", {"asset": "USDT", "amount": "1500", "network": "tron"}),
    ("提现一直处理中，已经26小时了，1500 USDT", "withdrawal.processing", {"hours": 26}),
    (
        "sent 820 XRP from Binance to Bitfinex and forgot the tag",
        "deposit.memo",
        {"asset": "XRP", "amount": "820"},
    ),
    ("电汇出金5000欧元被银行退回来了", "withdrawal.wire-returned", {"amount": "5000"}),
    ("客服说要先交500USDT保证金才能提现", "security.pay-first", {}),
    ("my father died and had an account here", "account.owner-died", {}),
    ("Subject: Re: ticket\n\n> nonce: small\n\nmy bot stopped", "api.nonce", {}),
]


@pytest.mark.parametrize(("words", "situation", "facts"), SAYS)
def test_words_are_understood_with_their_facts(
    words: str, situation: str, facts: dict[str, object]
) -> None:
    understood = unattended(words)["understood"]
    assert situation in (understood["situation"], *understood["likely"])
    assert facts.items() <= understood["facts"].items()


@pytest.mark.parametrize(
    "words",
    [
        "x" * 10_000,
        "😀😀😀",
        '{"error": "x", "list": [1, 2, {"a": null}]}',
        "Traceback (most recent call last):\n  File 'bot.py', line 3\nKeyError: 'mts'",
        "From: a@example.com\nTo: b@example.com\n\nDear Sir,\n\nhello\n" * 20,
        "it arrived and it did not arrive, I can log in and I cannot log in",
        "\x1b[31mred\x1b[0m\u202e\u200b",
        "?" * 300,
    ],
)
def test_whatever_is_said_gets_one_object_and_a_question(words: str) -> None:
    found = run("ask", "--no-input", "--json", words)
    data = json.loads(found.stdout)
    assert found.code in (0, 2)
    assert data["schema"] == 2
    assert data["missing"] or data["recommendation"]
    screen, stdout, code = run("ask", "--no-save", words)
    assert (stdout, code) == ("", 2)
    assert "These answers are missing" in screen
    assert "\x1b" not in screen


def test_contradictory_statements_decide_nothing() -> None:
    data = unattended("it arrived and it did not arrive, I can log in and I cannot log in")
    assert "login" not in data["answers"]


# -- for programs ------------------------------------------------------------------------------


def test_without_input_what_is_missing_is_named_with_its_values() -> None:
    found = run("ask", "--no-input", "--json", *given("topic=withdrawal"))
    data = json.loads(found.stdout)
    assert found.code == 2
    assert found.screen == found.stdout
    assert "withdrawal.processing" in data["missing"]["situation"]
    assert data["answers"] == {"topic": {"value": "withdrawal", "how": "given"}}
    assert "recommendation" not in data
    assert not drafts()


def test_each_answer_says_how_it_came() -> None:
    data = unattended(WORDS, *given("contacted=no"))
    how = {name: answer["how"] for name, answer in data["answers"].items()}
    assert how["words"] == "typed"
    assert how["situation"] == how["wd-submitted"] == "understood"
    assert how["contacted"] == "given"


def test_each_line_of_standard_input_gives_an_object() -> None:
    lines = [WORDS, "", "提现没到账", "x" * 9000]
    found = run("ask", "-", "--json", typed=lines)
    objects = [json.loads(line) for line in found.stdout.splitlines()]
    assert (len(objects), found.code) == (len(lines), 0)
    assert all(list(item) == ["schema", "understood"] for item in objects)
    assert objects[0]["understood"]["situation"] == "withdrawal.processing"


def test_a_whole_text_comes_from_standard_input() -> None:
    mail = ["Dear support,", "", WORDS, "Regards"]
    found = run("ask", "-", "--no-input", *given("contacted=no"), typed=mail)
    assert found.code == 0
    assert "1500 USDT" in found.stdout


def test_a_result_without_input_is_the_text_alone() -> None:
    screen, stdout, code = run("ask", WORDS, "--no-input", *given("contacted=no"))
    assert code == 0
    assert stdout.startswith("Subject: ")
    assert "\nTicket. Type https://support.bitfinex.com" in screen
    assert "Ticket. Type" not in stdout
    assert not drafts()


def test_an_emergency_asks_without_input_only_what_decides() -> None:
    screen, _, code = run("sos", "--no-input")
    assert code == 2
    assert [line.split(":")[0].strip() for line in screen.splitlines()[1:]] == ["em-login"]


# -- the keys ----------------------------------------------------------------------------------


@pytest.mark.parametrize("before", range(1, len(TO_THE_LIST) + 1))
def test_back_leads_from_every_prompt_to_the_one_before(before: int) -> None:
    typed = TO_THE_LIST[:before]
    there = prompts(*typed)
    assert prompts(*typed, "<") == [*there, there[-2]]


def test_in_an_emergency_back_leads_from_the_requests_to_the_question_before() -> None:
    screen = run("sos", "--no-save", typed=["able", "<"]).screen
    asked = [line for line in screen.splitlines() if line.endswith(("?", "about 4"))]
    assert asked[0].partition("  ")[0] == asked[-1].partition("  ")[0]
    assert len(asked) == 3


def test_back_leads_to_the_page_as_it_was_filled_and_from_there_to_the_verdict() -> None:
    typed = (*TO_THE_PAGE, "Fee: 2 USDT", "a line of my own", "", "<", "<")
    screen = run("ask", "--no-save", typed=typed).screen
    _, first, second, *_ = screen.split("What support looks up first")
    assert "Fee: 2 USDT" not in first.partition("> ")[0]
    assert "Fee: 2 USDT" in second.partition("> ")[0]
    assert "What now?" in second
    kept = [*typed, "@done", "", *TO_THE_END]
    letter = run("ask", "--no-save", typed=kept).stdout
    assert "fee 2 USDT" in letter
    assert "A line of my own." in letter


def test_back_takes_the_counter_along() -> None:
    screen = run("ask", "--no-save", typed=[*TO_THE_LIST[:5], "<"]).screen
    counters = re.findall(r"(?m)  (\d+) of about 9$", screen)
    assert counters[:4] == ["3", "5", "6", "5"]


NOTE = "2"  # the other deposits of this kind


@pytest.mark.parametrize(
    "lines",
    [
        [f"{NOTE}: 12 Nov, 0.2 BTC", f"{NOTE}: 19 Nov, 0.3 BTC"],
        [f"{NOTE}: 12 Nov, 0.2 BTC", "on 19 Nov, 0.3 BTC"],
        [f"{NOTE}: 1. 12 Nov, 0.2 BTC", "2. 19 Nov, 0.3 BTC"],
    ],
)
def test_a_note_takes_several_lines_of_the_page(lines: list[str]) -> None:
    words = "my bitcoin deposit of 0.5 BTC is confirmed on the chain but not credited"
    typed = [words, RIGHT, "confirmed", "no", "@done", *lines, "", *TO_THE_END]
    letter = run("ask", "--no-save", typed=typed).stdout
    assert "1.0 BTC in all" in letter.partition("\n")[0]
    assert "12 Nov, 0.2 BTC" in letter
    assert "19 Nov, 0.3 BTC" in letter


@pytest.mark.parametrize("letters", ["a, b", "ab", "a b", "a,b"])
def test_several_letters_choose_several_options(letters: str) -> None:
    typed = (*TO_THE_PAGE, f"Attachments: {letters}", "", *TO_THE_END)
    letter = " ".join(run("ask", "--no-save", typed=typed).stdout.split())
    attached = letter.partition("Attached: ")[2].lower()
    assert "screenshot of the withdrawal record; the confirmation e-mail" in attached


def test_a_letter_with_words_behind_it_is_its_option_and_the_words() -> None:
    files = "Attachments: my own file, b with its headers"
    typed = (*TO_THE_PAGE, files, "", *TO_THE_END)
    letter = " ".join(run("ask", "--no-save", typed=typed).stdout.split())
    attached = letter.partition("Attached: ")[2].lower()
    assert "my own file; the confirmation e-mail of the withdrawal; with its headers" in attached


@cache
def left_at(*typed: str) -> Run:
    """What came of a conversation that ends when these lines were typed."""
    return run("ask", "--no-save", typed=typed)


def prompts(*typed: str) -> list[str]:
    """The prompts up to the one that waits when these lines were typed, a line for each."""
    screen = left_at(*typed).screen
    asked = {
        "What happened?": "words",
        "I understood this.": "understood",
        "Have you written": "contacted",
        "What now?": "verdict",
        "Now tell support what the letter does not say yet": "story",
        "What support looks up first": "details",
        "What do you want support to do?": "wants",
        "Your answers.": "review",
        "What do you want to do with it?": "list",
    }
    lines = [re.sub(r"^\[\d+/\d+\] ", "", line) for line in screen.splitlines()]
    found = [name for line in lines for start, name in asked.items() if line.startswith(start)]
    return found[: len(typed) + 1]


@pytest.mark.parametrize("before", range(len(TO_THE_LIST) + 1))
def test_the_exclamation_mark_opens_the_card_at_every_prompt(before: int) -> None:
    screen, _, code = run("ask", "--no-save", typed=[*TO_THE_LIST[:before], "!"])
    after = screen.split(CARD)
    assert len(after) == 2
    assert "Can you log in right now?" in after[1]
    assert code == 2


@pytest.mark.parametrize("key", ["！", "sos", "紧急"])
def test_the_card_has_other_names(key: str) -> None:
    assert CARD in run("ask", "--no-save", typed=[key]).screen


@pytest.mark.parametrize("before", range(len(TO_THE_LIST) + 1))
def test_the_question_mark_explains_and_asks_again(before: int) -> None:
    typed = TO_THE_LIST[:before]
    screen, _, code = run("ask", "--no-save", typed=[*typed, "?"])
    without = left_at(*typed)
    assert len(screen) > len(without.screen)
    assert code == without.code


def test_what_is_no_option_is_asked_again() -> None:
    screen = run("ask", "--no-save", WORDS, typed=[RIGHT, "99", "nonsense"]).screen
    assert screen.count("That is not one of the options.") == 2


# -- changes -----------------------------------------------------------------------------------


def test_a_changed_answer_drops_what_no_longer_applies_and_names_it() -> None:
    typed = [*TO_THE_LIST[:-1], "situation", "withdrawal.wire-late"]
    screen = run("ask", "--no-save", typed=typed).screen
    changed = screen.split("> withdrawal.wire-late")[1]
    assert "No longer asked, so dropped: Network" in changed
    assert "Network" not in changed.split("Your answers.")[1]


def test_what_was_asked_for_is_asked_again_where_the_situation_is_another_one() -> None:
    typed = [*TO_THE_LIST[:-1], "situation", "withdrawal.wire-late", "@done"]
    changed = run("ask", "--no-save", typed=typed).screen.split("> withdrawal.wire-late")[1]
    assert "What do you want support to do?" in changed
    assert "What support will look for." in changed


def test_a_doubted_understanding_is_changed_line_by_line() -> None:
    typed = [WORDS, "wd-amount", "1600 USDT", RIGHT, "no", "@done", "", "", "", "@done", "later"]
    stdout = run("ask", "--no-save", typed=typed).stdout
    assert "1600 USDT" in stdout.partition("What happened")[0]
    assert "1500 USDT" not in stdout.partition("What happened")[0]


def test_a_situation_that_is_wrong_is_not_taken() -> None:
    screen = run("ask", "--no-save", typed=[WORDS, "situation"]).screen
    assert screen.rstrip().splitlines()[-3:]
    assert "  situation: " in screen or "  topic: " in screen


def test_the_review_begins_with_how_the_letter_begins_and_takes_an_own_beginning() -> None:
    first = "Withdrawal of 1500 USDT stuck, and I need it to pay my rent"
    same = run("ask", "--no-save", typed=[*TO_THE_LIST[:-1], "own-opening", "", "@done", "later"])
    assert "My withdrawal of 1500 USDT has been Processing" in same.stdout
    typed = [*TO_THE_LIST[:-1], "own-opening", first, "own-subject", "Rent", "@done", "later"]
    shown = run("ask", "--no-save", typed=typed)
    assert "First paragraph: My withdrawal of 1500 USDT has been Processing" in shown.screen
    assert f"Subject: Rent\n\nHello Bitfinex Support,\n\n{first}.\n" in shown.stdout
    assert "My withdrawal of 1500 USDT has been Processing" not in shown.stdout


SLIP = given("situation=withdrawal.wrong-address", "wd-stage=processing")


def test_what_another_line_of_the_page_leaves_no_place_for_goes_into_the_account() -> None:
    right = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
    page = [f"It should have gone to: {right}", "My mistake: wrong memo/tag", ""]
    typed = ["", "", *page, "", "@done", "later"]
    screen = run("ask", "--no-save", "my withdrawal went wrong", *SLIP, typed=typed).screen
    assert f"My own account: It should have gone to: {right}" in " ".join(screen.split())


def test_the_page_asks_for_no_answer_of_support_where_nobody_said_that_they_wrote() -> None:
    screen = run("ask", "--no-save", "my withdrawal went wrong", *SLIP, typed=["", "", ""]).screen
    page = screen.partition("What support will look for")[2]
    assert "Withdrawal ID" in page
    assert "Why not settled" not in page


def test_another_text_names_the_place_where_it_goes() -> None:
    screen = run("ask", "--no-save", typed=[*TO_THE_LIST, "chat", "later"]).screen
    ticket, chat = screen.split("What do you want to do with it?")[1:]
    assert "Still to do: Type https://support.bitfinex.com" in ticket
    assert "Still to do: Open the official app and log in." in chat


def test_the_review_shows_an_answer_that_there_is_none() -> None:
    to_the_page = TO_THE_LIST[: TO_THE_LIST.index("no") + 2]
    typed = [*to_the_page, "", "Withdrawal ID: none", "", "", "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    assert found.code == 0
    assert "Withdrawal ID: none" in found.screen.partition("Your answers.")[2]


def test_an_offered_request_is_said_in_own_words() -> None:
    to_the_wants = TO_THE_LIST[: TO_THE_LIST.index("no") + 2]
    typed = [*to_the_wants, "", "", "2", "1: Send my rent money now", "", "@done", "later"]
    asked = run("ask", "--no-save", typed=typed).stdout.partition("Please:")[2].splitlines()
    assert asked[1].startswith("1. Tell me why it is still Processing")
    assert asked[2:4] == ["2. Send my rent money now.", ""]


def test_own_words_take_the_place_of_a_request_that_was_chosen() -> None:
    to_the_wants = TO_THE_LIST[: TO_THE_LIST.index("no") + 2]
    typed = [*to_the_wants, "", "", "1 2", "1: Send my rent money now", "", "@done", "later"]
    asked = run("ask", "--no-save", typed=typed).stdout.partition("Please:")[2].splitlines()
    assert asked[1] == "1. Send my rent money now."
    assert asked[2].startswith("2. Tell me why it is still Processing")


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        (
            ["1: Send my rent money now"],
            ["1. Send my rent money now.", "2. Tell me why it is still"],
        ),
        (["Call me", "Write to me"], ["1. Call me.", "2. Write to me.", ""]),
        (["Call me", "2"], ["1. Call me.", "2. Tell me why it is still", ""]),
    ],
)
def test_own_words_alone_change_a_request_or_are_the_list(
    typed: list[str], reads: list[str]
) -> None:
    to_the_wants = TO_THE_LIST[: TO_THE_LIST.index("no") + 2]
    told = [*to_the_wants, "", "", *typed, "", "@done", "later"]
    asked = run("ask", "--no-save", typed=told).stdout.partition("Please:")[2].splitlines()
    for line, begins in zip(asked[1:], reads, strict=False):
        assert line.startswith(begins)
        assert line or not begins


def test_a_remark_beside_the_e_mail_address_goes_into_the_account() -> None:
    page = "Account e-mail: ann@example.com (username ann7)"
    found = run("ask", "--no-save", typed=[*TO_THE_PAGE, page, "", *TO_THE_END])
    assert "Account e-mail: ann@example.com\n" in found.stdout
    assert "sername ann7" in found.stdout
    assert "does not look like an e-mail" not in found.screen


def test_papers_among_the_attachments_are_warned_of() -> None:
    warned = run("ask", "--no-save", typed=[*TO_THE_PAGE, "Attachments: a, my passport", ""])
    assert "attach none" in " ".join(warned.screen.split())
    other = run("ask", "--no-save", typed=[*TO_THE_PAGE, "Attachments: a, my payslip", ""])
    assert "attach none" not in " ".join(other.screen.split())


def test_back_takes_the_last_line_of_a_block_back() -> None:
    to_the_wants = TO_THE_LIST[: TO_THE_LIST.index("no") + 2]
    typed = [*to_the_wants, "20 Nov: I sent it.", "A slip", "<", "", "", "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    assert "Taken back: A slip" in found.screen
    assert "A slip" not in found.stdout
    assert "I sent it" in found.stdout


def test_requests_that_were_chosen_are_kept_by_enter_alone() -> None:
    to_the_wants = TO_THE_LIST[: TO_THE_LIST.index("no") + 2]
    typed = [*to_the_wants, "", "", "2", "Call me today", "", "<", "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    assert 'Enter alone keeps what you chose: 2 "Call me today".' in found.screen
    asked = found.stdout.partition("Please:")[2].splitlines()
    assert asked[2:4] == ["2. Call me today.", ""]


@pytest.mark.parametrize("line", ["Attachments: my own photo", "1: my own photo", "my own photo"])
def test_attachments_in_own_words_are_changed_alone(line: str) -> None:
    to_the_review = (*TO_THE_PAGE, "Attachments: my own file", "", "", "")
    typed = [*to_the_review, "attachments", line, "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    assert "Attached: my own photo." in found.stdout
    assert found.screen.count("Withdrawal ID\n") == 1  # the page is not asked again


def test_the_review_shows_what_the_account_asks_for_among_the_requests() -> None:
    account = "Please answer in this ticket only"
    typed = [*TO_THE_PAGE, "", account, "", "", "@done", "later"]
    review = " ".join(run("ask", "--no-save", typed=typed).screen.split())
    assert "4. Answer in this ticket only" in review.partition("What I ask for:")[2]


def test_a_part_of_a_second_in_a_field_is_kept() -> None:
    call = "Time of a failing call: 21 Nov 14:02:09.902 UTC (by the clock of B)"
    words = "my API key gives nonce: small errors"
    typed = [words, RIGHT, "shared", "no", "@done", "", call, "", "", "@done", "later"]
    letter = run("ask", "--no-save", typed=typed).stdout
    assert "21 Nov 14:02:09.902 UTC (by the clock of B)" in letter


# -- ends --------------------------------------------------------------------------------------


@pytest.mark.parametrize("answered", range(1, len(TO_THE_LIST)))
def test_the_end_of_input_keeps_what_was_said(answered: int) -> None:
    typed = TO_THE_LIST[:answered]
    found = run("ask", typed=typed)
    (draft,) = drafts()
    assert "1500 USDT" in draft.read_text("utf-8")
    # Where every prompt left has a default, nothing is missing at the end of a pipe.
    assert found.code == (2 if answered < 3 else 0)


def test_words_of_the_command_are_kept_before_anything_is_asked() -> None:
    assert run("ask", "my wire has not come and I have no idea why").code == 2
    (draft,) = drafts()
    assert "no idea why" in draft.read_text("utf-8")


def test_chinese_words_are_kept_before_chinese_is_offered() -> None:
    screen = run("ask", typed=["提现一直处理中，已经26小时了"]).screen
    assert "要用中文继续吗" in screen
    (draft,) = drafts()
    assert "提现一直处理中" in draft.read_text("utf-8")


def test_nothing_is_kept_without_saving() -> None:
    run("ask", "--no-save", typed=TO_THE_LIST)
    assert not Path("home/drafts").exists()
    assert not Path("home/cases.sqlite").exists()


def test_a_text_that_was_not_sent_is_shown_again() -> None:
    assert run("ask", "--last").code == 3
    text = run("ask", typed=[*TO_THE_LIST, "later"]).stdout
    last = run("ask", "--last", typed=["later"])
    assert (last.stdout, last.code) == (text, 0)


def test_the_text_that_is_shown_is_the_one_that_is_saved() -> None:
    run("ask", typed=[*TO_THE_LIST, "later"])
    shown = run("ask", "--last", typed=["chat", "save", "shown.txt", "later"])
    saved = Path("shown.txt").read_text("utf-8")
    assert saved.startswith("Hello")
    assert saved.strip() in shown.screen
    assert run("ask", "--last", typed=["chat", "letter", "save", "again.txt", "later"]).code == 0
    assert Path("again.txt").read_text("utf-8").startswith("Subject: ")


def test_from_the_last_text_the_way_back_leads_to_the_answers() -> None:
    run("ask", typed=[*TO_THE_LIST, "later"])
    back = run("ask", "--last", typed=["<", "", "later"])
    assert back.code == 0
    assert "Your answers." in back.screen


def test_what_was_sent_is_logged_and_its_draft_is_gone() -> None:
    found = run("ask", typed=[*TO_THE_LIST, "sent", "7654321"])
    assert "Logged as case 1." in found.screen
    assert "Next: " in found.screen
    assert not drafts()
    case = json.loads(run("case", "show", "1", "--json").stdout)
    assert "7654321" in json.dumps(case)
    assert run("ask", "--last").code == 3


def test_an_answer_of_the_faq_that_helps_ends_without_a_letter() -> None:
    found = run("ask", WORDS, *given("contacted=no"), typed=[RIGHT, "withdraw-pending", "1"])
    assert (found.stdout, found.code) == ("", 0)
    assert not drafts()


def test_beside_an_account_only_figures_of_the_first_words_stand_and_the_rest_is_named() -> None:
    words = f"{WORDS}, and my tax adviser waits for it, file 20418-7"
    typed = [words, RIGHT, "no", "@done", "", "the page shows a red bar", "", "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    assert words not in found.stdout
    assert found.stdout.index("File 20418-7") < found.stdout.index("The page shows a red")
    assert "adviser" not in found.stdout
    named = found.screen.split("Left out of the text")[1]
    assert "and my tax adviser waits for it" in named


def test_a_question_in_the_first_words_is_asked_for_by_enter_alone() -> None:
    asked = "Is somebody checking my documents and shall I send a payslip?"
    to_the_account = (f"{WORDS}. {asked}", RIGHT, "no", "@done")
    account = "I changed nothing."
    to_the_requests = (*to_the_account, account, "", "")
    taken = run("ask", "--no-save", typed=[*to_the_requests, "", "@done", "later"])
    assert f". {asked}\n" in taken.stdout
    left = run("ask", "--no-save", typed=[*to_the_requests, "1", "", "@done", "later"])
    assert asked not in left.stdout


def test_a_number_or_an_address_of_the_account_fills_no_field() -> None:
    account = ["The withdrawal ID of the last one was 12340001.", "It was 20 USDT.", ""]
    screen = run("ask", "--no-save", typed=[WORDS, RIGHT, "no", "@done", *account]).screen
    assert "(from your words)" not in screen.partition("What support will look for")[2]


@pytest.mark.parametrize(("hours", "proposed"), [(["09:10"], 1), (["09:10", "09:40"], 0)])
def test_the_one_hour_of_a_day_in_the_account_is_shown(hours: list[str], proposed: int) -> None:
    words = "my withdrawal of 1500 USDT on TRON has been Processing since 20 Nov"
    account = [f"20 Nov {hour}: I sent it." for hour in hours]
    typed = [words, RIGHT, "no", "@done", "", *account, "", "", ""]
    screen = run("ask", "--no-save", typed=typed).screen
    review = " ".join(screen.partition("Choose one to change it")[2].split())
    assert review.count("20 Nov 2026 01:10 UTC (09:10 local, UTC+8) (from your words)") == proposed


def test_what_the_letter_was_said_to_say_stands_in_it_whatever_the_account_tells() -> None:
    details = ("Security changes: none", "Status page: Operational, no word of it", "")
    account = ("Status page: operational, no word of it, and no security changes.", "")
    typed = [*TO_THE_PAGE, *details, *account, "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    shown = found.screen.partition("It says already:")[2].partition("Four to seven")[0]
    for line in filter(None, map(str.strip, shown.splitlines())):
        assert line in found.screen.partition("What do you want to do with it?")[2], line


def test_what_the_account_speaks_of_is_not_said_to_be_missing() -> None:
    typed = [WORDS, RIGHT, "no", "@done", "", "", "", "@done", "later"]
    assert "Confirmed by e-mail" in gaps(run("ask", "--no-save", typed=typed).screen)
    typed[4:5] = ["I clicked the link in the confirmation e-mail at once.", ""]
    assert "Confirmed by e-mail" not in gaps(run("ask", "--no-save", typed=typed).screen)


def test_the_page_asks_for_the_facts_and_the_account_for_what_is_not_in_the_letter_yet() -> None:
    page = ("Withdrawal ID: 12345678", "Fee: 2 USDT", "")
    account = ("I clicked the link in the mail.", "Status page: operational.", "Nothing since.", "")
    typed = [*TO_THE_PAGE, *page, *account, "", "", "later"]
    found = run("ask", "--no-save", typed=typed)
    numbered, story = found.screen.split("It says already:")
    assert "Withdrawal ID" in numbered
    assert "Status page" not in numbered.partition("What support looks up first")[2]
    above = " ".join(story.partition("Four to seven")[0].split())
    assert "Withdrawal: 12345678, 1500 USDT over TRON, fee 2 USDT" in above
    assert "Support will look for: Status page" in story
    assert "Status page: operational." in found.stdout
    assert "Status page" not in gaps(found.screen)


def test_the_review_says_that_a_letter_is_long() -> None:
    account = [f"20 Nov 10:{minute}: {'one more word ' * 8}here" for minute in range(10, 20)]
    typed = [WORDS, RIGHT, "no", "@done", *account, "", "", ""]
    assert "A short one is read to its end" in run("ask", "--no-save", typed=typed).screen
    typed[4:14] = account[:2]
    assert "A short one is read to its end" not in run("ask", "--no-save", typed=typed).screen


def test_one_line_of_the_account_is_changed_in_the_review() -> None:
    account = ("20 Nov: I sent it.", "21 Nov: I asked in the shop.", "Nothing since.", "")
    change = ("My own account", "2: 21 Nov: I asked in the chat.", "", "@done", "later")
    typed = [WORDS, RIGHT, "no", "@done", *account, "", "", *change]
    found = run("ask", "--no-save", typed=typed)
    assert "  2  21 Nov: I asked in the shop." in found.screen
    assert "- 21 Nov: I asked in the chat." in found.stdout
    assert "20 Nov: I sent it." in found.stdout
    assert "in the shop" not in found.stdout


@pytest.mark.parametrize("command", ["ask", "sos"])
def test_an_answer_is_changed_under_the_finished_text(command: str) -> None:
    to_the_list = TO_THE_LIST if command == "ask" else ("able", "", "", "")
    typed = [*to_the_list, "change", "Name", "Ada Example", "@done", "later"]
    found = run(command, "--no-save", typed=typed)
    between = found.screen.split("What do you want to do with it?")[1]
    assert "Name: Ada Example" in between.partition("Your answers.")[2]


def gaps(screen: str) -> str:
    """What support is said to ask for."""
    return " ".join(
        screen.partition("unless your own account says it:")[2].split("\n\n")[0].split()
    )


def test_a_chat_that_the_account_tells_of_is_told_once() -> None:
    account = ("20 Nov: I asked in the live chat, the robot closed it without a ticket.", "")
    typed = [WORDS, RIGHT, "chat", "@done", *account, "", "", "@done", "later"]
    assert "left no ticket" not in run("ask", "--no-save", typed=typed).stdout


def test_what_the_account_says_fills_an_open_field_and_is_shown() -> None:
    account = "I need it by 2 Dec 15:00 for the rent"
    typed = [*TO_THE_PAGE, "", account, "", "", "@done", "later"]
    found = run("ask", "--no-save", typed=typed)
    review = " ".join(found.screen.partition("Choose one to change it")[2].split())
    assert "for the rent (from your words)" in review
    assert found.stdout.count("for the rent") == 1


def test_a_secret_that_an_account_offers_is_warned_of() -> None:
    offer = "I can give you the 2FA key that I have on paper"
    account = [offer, "I never told my password.", ""]
    typed = [WORDS, RIGHT, "no", "@done", *account, "", "", "@done", "later"]
    screen = " ".join(run("ask", "--no-save", typed=typed).screen.split())
    assert f"send it to nobody, support included: {offer}." in screen
    assert "support included: I never told" not in screen


def test_a_long_account_can_go_along_as_a_file(tmp_path: Path) -> None:
    account = [
        f"On 20 Nov at 10:{minute} I looked again and saw the same." for minute in range(10, 30)
    ]
    file = tmp_path / "mine.txt"
    typed = [WORDS, RIGHT, "no", "@done", *account, "", "", "", "@done"]
    short = run("ask", "--no-save", typed=[*typed, "account", str(file), "later"])
    assert "I looked again" not in short.stdout
    assert "What happened, line by line, is in the attached text file." in short.stdout
    assert file.read_text("utf-8").count("I looked again") == len(account)
    file.write_text("mine", "utf-8")
    other = (str(file), "no", str(tmp_path / "other.txt"))
    run("ask", "--no-save", typed=[*typed, "account", *other, "later"])
    assert file.read_text("utf-8") == "mine"
    assert (tmp_path / "other.txt").is_file()
    whole = run("ask", "--no-save", typed=[*typed, "account", str(tmp_path), "later"])
    assert whole.stdout.count("I looked again") == len(account)


def test_first_words_that_the_letter_says_already_do_not_stand_again() -> None:
    stdout = run("ask", "--no-save", typed=[*TO_THE_LIST, "later"]).stdout
    assert WORDS not in stdout


def test_an_id_is_not_doubted_for_its_network() -> None:
    typed = [WORDS, RIGHT, "no", "@done", "", "Withdrawal ID: 12345678", "Name: Lin", ""]
    screen = run("ask", "--no-save", typed=typed).screen
    assert "does not look like the chosen network" not in " ".join(screen.split())


def test_a_report_for_the_police_goes_to_the_police() -> None:
    typed = ["nothing", "", "later"]
    words = "I typed the recovery phrase of my own wallet into a fake page"
    screen, stdout, code = run("ask", "--no-save", words, typed=typed)
    assert code == 0
    assert stdout.startswith("Report: ")
    assert "support.bitfinex.com" not in screen.split("\nNow\n")[1]
    assert "Ticket or e-mail" in screen  # which the verdict says is there


# -- another language --------------------------------------------------------------------------


def test_chinese_is_offered_to_who_types_it_and_english_can_stay() -> None:
    typed = ["提现一直处理中，已经26小时了", "zh"]
    assert "我的理解如下" in run("ask", "--no-save", typed=typed).screen
    assert "I understood this." in run("ask", "--no-save", typed=[typed[0], "en"]).screen


def test_a_chosen_language_is_not_asked_about() -> None:
    screen = run("ask", "--no-save", "--lang", "en", typed=["提现一直处理中，已经26小时了"]).screen
    assert "要用中文继续吗" not in screen


def test_a_letter_for_a_chinese_reader_has_both_languages() -> None:
    found = run("ask", "--lang", "zh", "--no-input", WORDS, *given("contacted=no"))
    assert found.stdout.index("Subject:") < found.stdout.index("标题：")
    alone = run(
        "ask",
        "--lang",
        "zh",
        "--request-lang",
        "en",
        "--no-input",
        WORDS,
        "--answer",
        "contacted=no",
    )
    assert "标题：" not in alone.stdout


# -- secrets -----------------------------------------------------------------------------------

SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.mark.parametrize("typed", [[], ["@done", "", f"Name: my seed is {SEED}", ""]])
def test_a_secret_is_nowhere(typed: list[str]) -> None:
    words = f"{WORDS}. My seed is {SEED}" if not typed else WORDS
    found = run("ask", words, typed=[RIGHT, "no", *typed])
    kept = b"".join(path.read_bytes() for path in Path("home/drafts").rglob("*"))
    assert "Hidden: seed phrase" in found.screen
    assert "sausage" not in found.screen
    assert b"sausage" not in kept


@pytest.mark.parametrize("option", ["--answer", "--answers"])
def test_a_secret_that_was_given_is_nowhere(option: str) -> None:
    Path("given.json").write_text(json.dumps({"words": f"my seed is {SEED}"}), encoding="utf-8")
    value = f"words=my seed is {SEED}" if option == "--answer" else "given.json"
    assert "sausage" not in run("ask", option, value, "--no-input", "--json").screen
    assert "sausage" not in run("ask", option, value, typed=["1"]).screen
    assert not any("sausage" in path.read_text("utf-8") for path in drafts())


def test_what_is_typed_in_chinese_gets_its_english_in_an_emergency_too() -> None:
    words = "有人进了我的账户，转走了0.5 BTC，不是我操作的"
    account = ["2026-11-21 10:00 收到改密码的邮件", "手续费：", "5块", ""]
    english = ["1. A mail about a changed password", "2. The fee:", "3. 5 USD", ""]
    typed = [words, "3", *account, "1: a", "3: 0.5 BTC", "", "", *english, "later"]
    screen = run("ask", "--no-save", "--lang", "zh", typed=typed).screen
    assert "2. 手续费：\n3. 5块。\n" in screen
    letter = run("ask", "--no-save", "--lang", "zh", "--text", "ticket", typed=typed).stdout
    half = letter.partition("\n标题")[0]
    assert "The fee:\n5 USD" in half
    assert "手续费" not in half


def test_who_was_tricked_is_not_said_to_be_robbed() -> None:
    words = "I was hacked, help, 380 USDT is gone"
    typed = [words, "1", "1: d", "", "", "", "", "later"]
    screen = run("ask", "--no-save", "--text", "ticket", typed=typed).screen
    assert "Given away" in screen.rpartition("What support will look for.")[2]
    assert "Somebody else is in my account" not in screen.partition("Subject:")[2]


@pytest.mark.parametrize(
    "words",
    [
        "my wire was sent back by my bank, 46.80 EUR short",
        "the wire came back to bitfinex with 46.80 EUR less",
        "电汇的提现被银行退回来了，少了46.80欧元",
    ],
)
def test_what_is_missing_is_not_taken_for_what_was_sent(words: str) -> None:
    data = unattended(words, *given("situation=withdrawal.wire-returned"))
    assert "46.80" not in data["answers"].get("wd-bank-amount", {}).get("value", "")


def test_the_only_sum_in_words_about_a_fee_is_not_taken_for_what_was_withdrawn() -> None:
    words = "they charged 184 EUR twice for one withdrawal"
    data = unattended(words, *given("situation=withdrawal.fee"))
    assert "wd-amount" not in data["answers"]
    fee = unattended("184 EUR fee for 20000 EUR by wire", *given("situation=withdrawal.fee"))
    assert fee["answers"]["wd-amount"]["value"] == "20000 EUR"
