"""The wizard line by line: its keys at every prompt, what it hides, and how it ends."""

import json
import re
import subprocess
import sys
from datetime import datetime, timedelta
from itertools import count

import pytest
from bfx_help.cli.session import Session

from bfx_help.cli import verdict
from bfx_help.cli.desk import Desk
from bfx_help.cli.start import open_desk, search_index
from bfx_help.model import Text
from tests.conftest import NOW
from tests.running import Run, run

SECRET = "Hunter2xyz9"
CARD = "STOP. Do these now"
SENT = "Have you sent it?"
NEVER = "Warning: Never send there:"

WITHDRAWAL = (
    "--answer",
    "words=my withdrawal is stuck",
    "--answer",
    "topic=withdrawal",
    "--answer",
    "wd-status=processing",
    "--answer",
    "wd-submitted=26h",
    "--answer",
    "contacted=no",
)
"""What leads to a ticket, or to the chat, as the last answer decides."""

FILLED = (
    "--answer",
    "wd-amount=1500 USDT",
    "--answer",
    "wd-network=tron",
    "--answer",
    "wd-id=12345678",
    "--answer",
    "user-name=blank",
    "--answer",
    "email=blank",
)
TICKET = (*WITHDRAWAL, "--answer", "impact=question", *FILLED)
TO_THE_TEXT = ("0", "1", "0")
"""None of the answers offered, write it, the review is right."""


def sos(*typed: str) -> Run:
    return run("sos", "--no-save", typed=typed)


# -- the keys ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "typed"),
    [
        (WITHDRAWAL, ("1", "0", "1", "1500", "!")),  # at the doubt which coin
        (TICKET, ("0", "1", "3", "!")),  # at the change of an answer
        (TICKET, (*TO_THE_TEXT, "!")),  # at the other texts
        (TICKET, (*TO_THE_TEXT, "0", "!")),  # at the question whether it was sent
        (TICKET, (*TO_THE_TEXT, "0", "1", "!")),  # at the number of the ticket
    ],
)
def test_the_exclamation_mark_leads_to_the_card(
    given: tuple[str, ...], typed: tuple[str, ...]
) -> None:
    screen, _, code = run("ask", *given, typed=typed)
    assert screen.count(CARD) == 1
    assert "Can you log in right now?" in screen.split(CARD)[1]
    assert "Logged as case" not in screen
    assert code == 2


def test_the_card_is_shown_again_to_who_asks_for_it() -> None:
    screen = sos("1", "!").screen
    assert screen.count(CARD) == 2


def test_back_from_a_doubt_leads_to_the_question() -> None:
    screen = run("ask", *WITHDRAWAL, typed=("1", "0", "1", "1500", "<", "1500 USDT")).screen
    assert screen.count("Which coin and how much?") == 2
    assert screen.rindex("Which coin and how much?") < screen.index("Which network did you choose?")


def test_back_from_the_finished_text_leads_to_the_review() -> None:
    typed = (*TO_THE_TEXT, "<", "0", "0", "0")
    screen, _, code = run("ask", "--no-save", *TICKET, typed=typed)
    assert screen.count("Your answers. Choose one to change it.") == 2
    assert code == 0


def test_back_from_the_ticket_number_leads_to_the_question_before() -> None:
    screen, _, code = run("ask", *TICKET, typed=(*TO_THE_TEXT, "0", "1", "<", "0"))
    assert screen.count(SENT) == 2
    assert code == 0
    assert json.loads(run("case", "list", "--json").stdout)["count"] == 0


def test_back_from_the_details_asks_the_last_question_of_the_alert_again() -> None:
    typed = ("1", "1", "none", "1 BTC", "0", "1", "<", "2 BTC", "0", "2")
    screen, stdout, code = sos(*typed)
    assert screen.count("What is already gone or changed") == 2
    assert stdout.count("Gone or changed: 1 BTC") == stdout.count("Gone or changed: 2 BTC") == 1
    assert code == 0


def test_back_takes_the_counter_along() -> None:
    typed = ("withdrawal of USDT", "<", "2", "1", "<", "<")
    counters = re.findall(r"(?m)^\[(\d+)/", run("ask", typed=typed).screen)
    assert counters == ["1", "2", "2", "3", "4", "3", "2"]


def test_back_takes_the_prompts_of_a_doubt_along() -> None:
    typed = ("1", "0", "1", "1500", "1", "<")
    shown = run("ask", *WITHDRAWAL, typed=typed).screen
    counters = [int(one) for one in re.findall(r"(?m)^\[(\d+)/", shown)]
    assert counters[-1] == counters[-3]


def test_keys_work_where_a_case_is_deleted() -> None:
    given = {"about": "x", "topic": "deposit", "channel": "ticket", "ticket": "1", "when": "3h"}
    options = [part for name, one in given.items() for part in (f"--{name}", one)]
    assert run("case", "add", *options, "--want", "y").code == 0
    assert run("case", "purge", "1", typed=["<"]).code == 1
    assert CARD in run("case", "purge", "1", typed=["!"]).screen
    assert json.loads(run("case", "list", "--json").stdout)["count"] == 1


# -- what is hidden ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        f"https://bitfinex-login.com/reset?password={SECRET}",
        f"https://lin:{SECRET}@bitfinex-login.com/",
        f"https://bitfinex-login.com/?token={SECRET}a1b2c3",
    ],
)
@pytest.mark.parametrize("given", [False, True])
def test_a_secret_in_an_imitation_is_nowhere(link: str, given: bool) -> None:
    words = f"I opened {link} and lost my withdrawal"
    options = ("--answer", f"words={words}") if given else ()
    screen = run("ask", "--no-save", *options, typed=() if given else [words]).screen
    screen = " ".join(screen.split())
    assert SECRET not in screen
    assert "IMITATION of bitfinex.com: hxxps" in screen
    assert "bitfinex-login[.]com" in screen
    assert "Hidden: " in screen


def test_what_is_given_is_taken_as_what_is_typed() -> None:
    words = f"withdrawal stuck, https://bitfinex-login.com told me, password {SECRET}"
    options = ("--answer", "impact=question", "--text", "ticket", "--no-input")
    screen, stdout, code = run("ask", *WITHDRAWAL[2:], *options, words)
    assert code == 0
    assert "hxxps://bitfinex-login[.]com" in stdout
    assert SECRET not in screen
    assert "Hidden: password" in screen


def test_a_number_that_is_asked_for_is_no_code() -> None:
    given = ("em-login=able", "em-mailbox=secured", "em-open=482930", "em-left=none")
    options = [part for one in given for part in ("--answer", one)]
    assert "482930" in run("sos", "--no-input", *options).stdout


# -- how it ends -------------------------------------------------------------------------------


def test_a_resumed_emergency_begins_with_the_card() -> None:
    run("sos", typed=["1"])
    screen = run("ask", "--resume").screen
    assert screen.index(CARD) < screen.index("Are you still the only one")


def test_a_resumed_conversation_says_the_verdict_again() -> None:
    run("ask", *WITHDRAWAL, "--answer", "impact=question", typed=["0", "1"])
    screen = run("ask", "--resume").screen
    assert "What to do: Ticket" in screen
    assert "These answers may already help." not in screen


def test_the_action_stands_above_the_question_and_again_at_the_end() -> None:
    screen = run("ask", *TICKET, typed=(*TO_THE_TEXT, "0", "0")).screen
    assert screen.index("\nNow\n- Type https://support") < screen.index(SENT)
    last = screen.split(SENT)[1]
    assert "Still to do: Type https://support.bitfinex.com into the address bar." in last
    assert last.index("Still to do") < last.index(NEVER)


def test_what_was_sent_ends_with_what_comes_next() -> None:
    last = run("ask", *TICKET, typed=(*TO_THE_TEXT, "0", "1", "7654321")).screen.split(SENT)[1]
    assert "Still to do" not in last
    assert last.index("Logged as case 1.") < last.index("Next: ") < last.index(NEVER)


def test_without_a_question_below_it_the_action_stands_once() -> None:
    screen = run("ask", "--no-save", *TICKET, typed=(*TO_THE_TEXT, "0")).screen
    assert screen.count(NEVER) == 1
    assert "Still to do" not in screen


def test_a_follow_up_is_no_new_request() -> None:
    answers = {
        "contacted": "silent",
        "ticket": "7654321",
        "contacted-at": "2026-11-18",
        "whats-new": "nothing",
    }
    options = [part for one in answers.items() for part in ("--answer", "=".join(one))]
    screen, stdout, code = run("ask", "--no-input", *TICKET, *options, "--text", "follow-up")
    assert (code, "7654321" in stdout) == (0, True)
    assert "Paste the text as a reply in your existing ticket" in screen
    assert "Choose the link to submit a request" not in screen


def test_a_first_request_is_no_follow_up() -> None:
    screen, stdout, code = run("ask", "--no-input", *TICKET, "--text", "follow-up")
    assert (stdout, code) == ("", 1)
    assert "These answers give no such text: Follow-up" in screen


@pytest.mark.parametrize(("text", "asked"), [("ticket", True), ("public", False)])
def test_who_asked_for_the_text_of_the_channel_is_asked_whether_it_was_sent(
    text: str, asked: bool
) -> None:
    screen = run("ask", *TICKET, "--text", text, typed=TO_THE_TEXT).screen
    assert (SENT in screen) == asked


@pytest.mark.parametrize(
    ("given", "action"),
    [
        ("topic=withdrawal wd-status=notice wd-notice=maintenance", "Choose the link to submit"),
        ("topic=trading tr-problem=how", "Choose the link to submit"),
        ("topic=contact gq-about=fees", "twitter.com/bitfinex"),
    ],
)
def test_no_text_goes_where_none_is_taken(given: str, action: str) -> None:
    options = [part for one in given.split() for part in ("--answer", one)]
    screen = run("ask", "--no-input", "stuck", *options, "--text", "all").screen
    assert action in screen.split("\nNow\n")[1]


def test_an_answer_of_the_faq_is_told_once_where_both_streams_are_one() -> None:
    command = [sys.executable, "-m", "bfx_help", "ask", *TICKET]
    done = subprocess.run(
        command, input=b"1\n1\n", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )
    assert done.stdout.count(b"If that does not help:") == 1
    apart = subprocess.run(command, input=b"1\n1\n", capture_output=True, check=True)
    assert apart.stdout.count(b"If that does not help:") == 1


def test_an_answer_that_begins_with_a_number_is_no_step() -> None:
    desk = open_desk(NOW)
    entry = next(one for one in desk.content.faq.values() if one.steps)
    answer = Text("24 hours is the rule.", "24 小时是规定。")
    lines = tuple(verdict.entry_lines(desk, entry._replace(answer=answer)))
    assert [one.step for one in lines[:2]] == [False, True]
    assert sum(one.step for one in lines) == len(entry.steps)


def test_a_mistyped_choice_gets_the_nearest_one() -> None:
    screen = run("ask", "--no-input", "--answer", "topic=withdrawl").screen
    assert screen.endswith("Did you mean withdrawal?\n")
    assert "withdrawl" not in screen  # what was typed may be anything
    sent = ("--about", "Wire", "--topic", "deposit", "--when", "3h")
    assert "Did you mean ticket?" in run("case", "add", *sent, "--channel", "tikcet").screen


def test_each_save_tells_its_own_time() -> None:
    times = (NOW + timedelta(minutes=number) for number in count())
    desk = open_desk(NOW)
    running = Desk(desk.settings._replace(clock=times.__next__), desk.content)
    session = Session(running, search_index(running))
    saved = [datetime.fromisoformat(session.draft(0).saved) for _ in range(2)]
    assert saved[0] < saved[1]
