"""The FAQ on the command line: a list to choose from, one answer, its sources, and data."""

import json

import pytest

from tests.compiled import shipped
from tests.running import run
from tests.screen import CTRL_C, DOWN, started

WORDS = "withdrawal fees"


def test_what_is_sure_is_a_hit_and_what_is_only_near_is_near() -> None:
    sure = json.loads(run("faq", "search", "--json", WORDS).stdout)
    assert sure["schema"] == 2
    assert (sure["hits"][0]["id"], sure["near"]) == ("withdraw-fees", [])
    _screen, stdout, code = run("faq", "search", "--json", "weather in tokyo")
    near = json.loads(stdout)
    assert code == 3
    assert (near["hits"], len(near["near"])) == ([], 3)
    assert all(set(hit) == {"id", "question", "score"} for hit in near["near"])


def test_an_answer_comes_without_its_sources_unless_they_are_wanted() -> None:
    short = run("faq", "show", "withdraw-fees").stdout
    long = run("faq", "show", "withdraw-fees", "--sources").stdout
    assert long.startswith(short)
    assert "Sources" not in short
    sources = shipped().sources_of(shipped().faq["withdraw-fees"].facts)
    lines = long[len(short) :].splitlines()
    assert sum(line.startswith("- ") for line in lines) == len(sources)
    assert "%" not in "".join(line for line in lines if "https://" in line)


def test_the_markdown_of_an_answer_has_its_channel_and_its_links() -> None:
    entry = shipped().faq["withdraw-fees"]
    page = run("faq", "show", entry.id, "--format", "markdown").stdout
    assert page.startswith(f"# {entry.question.en}\n\n")
    for number, step in enumerate(entry.steps, 1):
        assert f"\n{number}. {step.en}\n" in page
    assert entry.channel
    assert shipped().channels[entry.channel].name.en in page
    assert all(f"\n{link}\n" in page for link in entry.links)


@pytest.mark.parametrize(("name", "first"), [("withdraw-fee", "withdraw-fees"), ("nosuch", "")])
def test_an_id_that_is_not_there_leads_to_three_that_are(name: str, first: str) -> None:
    screen, _, code = run("faq", "show", name)
    named = screen.rpartition("Try ")[2].strip().split(", ")
    assert code == 2
    assert len(named) == 3
    assert set(named) <= set(shipped().faq)
    assert named[0].startswith(first)


@pytest.mark.slow
def test_hits_are_a_list_to_choose_from() -> None:
    screen = started("faq", "search", WORDS, LANG="en_US.UTF-8")
    screen.wait("0  Leave")
    screen.type(DOWN + "\r")
    screen.wait("Back to the answers")
    screen.type("s")
    assert screen.wait("Sources\n").count("\n- ") > 0
    screen.type("b")
    screen.wait("answers to")
    screen.type("two factor lost phone\r")
    screen.wait('"two factor lost phone"')
    screen.type("\x1b")
    assert screen.leave() == 0


@pytest.mark.slow
def test_leaving_a_search_that_found_something_is_no_failure() -> None:
    for key in (CTRL_C, "\x1b", "0\r"):
        screen = started("faq", "search", WORDS, LANG="en_US.UTF-8")
        screen.wait("0  Leave")
        screen.type(key)
        assert screen.leave() == 0


@pytest.mark.slow
@pytest.mark.parametrize("command", [("faq", "search", WORDS), ()])
def test_the_exclamation_mark_leads_from_a_list_to_the_card(command: tuple[str, ...]) -> None:
    screen = started(*command, LANG="en_US.UTF-8")
    screen.wait("0  Leave")
    screen.type("!")
    screen.wait("STOP. Do these now")
    screen.wait("Can you log in right now?")  # before it is there, Ctrl-C would be lost
    screen.type(CTRL_C)
    screen.leave()
