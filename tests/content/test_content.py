"""What is wrong with a content folder is told by file and line."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bfx_help import content
from bfx_help.model import Basis
from tests import TESTS

DESK = TESTS / "desk"
"""The desk of an invented exchange: small, and nothing is wrong with it."""

TODAY = date(2026, 3, 1)

Change = Callable[[str, str, str], Path]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return shutil.copytree(DESK, tmp_path / "desk")


@pytest.fixture
def change(desk: Path) -> Change:
    """Replaces a piece of a file of the desk."""

    def replace(file: str, old: str, new: str) -> Path:
        text = (desk / file).read_text("utf-8")
        assert text.count(old) >= 1
        (desk / file).write_text(text.replace(old, new, 1), "utf-8")
        return desk

    return replace


def test_a_folder_without_faults_loads() -> None:
    assert content.problems(DESK, TODAY) == ()
    read = content.load(DESK)
    entry = read.faq["payout-late"]
    assert entry.topic == "payout"
    assert entry.phrasings.en == ("where is my money", "no", "12:30")
    steps = [step.as_dict() for step in entry.steps]
    assert steps == [{"en": "Write to desk@acorn.com.", "zh": "写信到 desk@acorn.com。"}]
    unknown = {question.id: question.unknown for question in read.questionnaire.questions}
    assert unknown["since"]
    assert not unknown["matter"]
    assert read.letters.frame["greeting"].zh == "Acorn 客服，您好："


def test_a_statement_is_as_sure_and_as_old_as_the_weakest_it_rests_on() -> None:
    read = content.load(DESK)
    assert read.basis(["payout-takes", "desk-slow"]) is Basis.SEEN_BY_OTHERS
    assert [source.id for source in read.sources_of(["desk-slow", "desk-address"])] == [
        "forum",
        "help-pages",
    ]
    assert read.oldest_read(["desk-slow", "payout-takes"]) == "2026-02-01"


# Each: file, what is replaced by what, the line it must be found at (its text), the message.
REFUSED = [
    # how a record is written
    ("channels.yaml", "  login:", "  logon:", "logon:", "unknown key logon"),
    ("channels.yaml", "  login:", "  logon:", "- id: email", "missing key login"),
    ("topics/payout/faq.yaml", "  general: yes", "  id: two", "id: two", "repeated key id"),
    (
        "topics/payout/faq.yaml",
        "id: payout-how",
        "id: payout-late",
        "id: payout-late",
        "repeated id",
    ),
    ("shared/topics.yaml", "id: help", "id: Help_one", "id: Help_one", "not kebab-case"),
    ("official.yaml", "    zh: 客服\n", "", "purpose:", "missing key zh"),
    ("shared/routes.yaml", "    zh: 等待回复。", "    zh:", "zh:\n", "nothing stands here"),
    ("channels.yaml", "existence: exists", "existence: maybe", "maybe", "not one of: exists"),
    ("topics/payout/faq.yaml", "general: yes", "general: true", "general: true", "write yes or no"),
    ("shared/opening.yaml", "sensitivity: 0", "sensitivity: x", "sensitivity: x", "whole number"),
    (
        "topics/payout/faq.yaml",
        "rests-on: [desk-address]",
        "rests-on: desk",
        "rests-on: desk",
        "a list is wanted",
    ),
    ("interface/desk.yaml", "Hello, $name", "[a, b]", "[a, b]", "one text is wanted"),
    ("interface/desk.yaml", "Hello", "Hello \u202e", "Hello", "cannot be shown"),
    ("shared/closing.yaml", "  - id: unable", "  - id: able", "- id: able", "repeated id"),
    # references
    ("facts/payout.yaml", "[forum]", "[forums]", "[forums]", "no source forums"),
    ("channels.yaml", "facts: [desk", "facts: [desks", "desks-address", "no fact desks-address"),
    ("topics/payout/faq.yaml", "channel: email", "channel: fax", "channel: fax", "no channel fax"),
    ("topics/payout/faq.yaml", "[payout-how]", "[payout]", "[payout]", "no FAQ entry payout"),
    ("shared/checklist.yaml", "[payout-takes]", "[none]", "[none]", "no fact none"),
    ("shared/routes.yaml", "written: [", "wrote: [", "wrote", "no question wrote"),
    (
        "shared/routes.yaml",
        "[silent, answered]",
        "[silents]",
        "[silents]",
        "written is never silents",
    ),
    ("roles.yaml", "words: what-happened", "words: happened", "happened", "no question happened"),
    (
        "escalation.yaml",
        "situation: payout.late",
        "situation: payout.soon",
        "payout.soon",
        "no situation payout.soon",
    ),
    # placeholders
    (
        "interface/desk.yaml",
        "Hello, $name",
        "Hello, $nam",
        "checklist-title:",
        "differ in placeholders: nam, n",
    ),
    # paths
    (
        "shared/routes.yaml",
        "- id: write\n",
        "- id: write\n  when:\n    written: [no]\n",
        "when:\n    written: [no]",
        "no condition",
    ),
    (
        "shared/routes.yaml",
        "  when:\n    written: [silent, answered]\n",
        "",
        "- id: write",
        "always taken before",
    ),
    # what it rests on
    ("channels.yaml", "[desk-address, desk-slow]", "[]", "facts: []", "rests on no fact"),
    (
        "shared/checklist.yaml",
        "    rests-on: [payout-takes]\n",
        "",
        "- id: time",
        "rests on no fact",
    ),
    (
        "topics/payout/faq.yaml",
        "\n  rests-on: [desk-address]",
        "",
        "- id: payout-how",
        "rests on no fact",
    ),
    ("facts/payout.yaml", "[help-pages]", "[forum]", "basis: own-pages\n  figures", "official"),
    (
        "facts/payout.yaml",
        "basis: seen-by-others",
        "basis: undated-copy",
        "basis: undated-copy\n- id: desk-advice",
        "undated-copy needs a source of this kind: copy, guide, official",
    ),
    (
        "facts/payout.yaml",
        "  at: https://forum.example\n",
        "",
        "- id: forum",
        "this source needs an address",
    ),
    # what is ours is never shown as the words of the exchange
    (
        "topics/payout/faq.yaml",
        "rests-on: [payout-takes, desk-address]",
        "rests-on: [desk-advice, desk-address]",
        "rests-on: [desk-advice, desk-address]",
        "name official facts under also",
    ),
    (
        "topics/payout/routes.yaml",
        "rests-on: [payout-takes]",
        "rests-on: [desk-advice, payout-takes]",
        "rests-on: [desk-advice, payout-takes]",
        "name official facts under also",
    ),
    # what costs money when it is wrong
    (
        "facts/payout.yaml",
        "  figures: [3 working days]",
        "  figures: [3 working days]\n  money: yes",
        "basis: own-pages\n  figures",
        "two official sources, or the basis undated-copy",
    ),
    (
        "facts/payout.yaml",
        "A payout takes 2 to 3 working days.\n    zh: 出款需要 2 至 3 个工作日",
        "A payout costs 3 percent and 2 to 3 working days.\n    zh: 出款收 3%，要 2 至 3 个工作日",
        "basis: own-pages\n  figures",
        "two official sources, or the basis undated-copy",
    ),
    (
        "topics/payout/faq.yaml",
        "  rests-on: [desk-address]\n",
        "  rests-on: [desk-address]\n  also: [payout-costs]\n",
        "rests-on: [desk-address]",
        "name payout-costs under rests-on",
    ),
    ("facts/payout.yaml", "[forum]", "[]", "sources: []", "has no source"),
    ("facts/payout.yaml", "- id: desk-slow", "- id: new", "- id: new", "no text cites this fact"),
    ("facts/payout.yaml", "- id: forum", "- id: board", "- id: board", "no fact cites this source"),
    (
        "facts/payout.yaml",
        "read: '2026-02-01'",
        "read: '2026-13-01'",
        "2026-13",
        "write the day as",
    ),
    # figures, links, addresses
    (
        "topics/payout/faq.yaml",
        "By mail.",
        "By mail in 9 days.",
        "answer:\n    en: By mail",
        "differ in figures: 9 day",
    ),
    (
        "topics/payout/faq.yaml",
        "By mail.",
        "By mail in 9 days.",
        "in 9 days",
        "no cited fact holds 9 day",
    ),
    (
        "topics/payout/faq.yaml",
        "用邮件",
        "用邮件 @acorn",
        "answer:\n    en: By mail",
        "differ in links, addresses or handles",
    ),
    (
        "topics/payout/faq.yaml",
        "By mail.",
        "See acorn.com/x",
        "acorn.com/x",
        "fact holds acorn.com/x",
    ),
    ("topics/payout/faq.yaml", "By mail.", "a@acorn.com", "a@acorn.com", "fact holds a@acorn.com"),
    (
        "topics/payout/faq.yaml",
        "com/payouts]",
        "com/pay]",
        "com/pay]",
        "fact holds help.acorn.com/pay",
    ),
    (
        "official.yaml",
        "contact: desk",
        "contact: deck",
        "contact: deck",
        "fact holds deck@acorn.com",
    ),
    ("interface/desk.yaml", "Hello", "Hello @acorn", "Hello @acorn", "no cited fact holds @acorn"),
    ("shared/checklist.yaml", "A screenshot", "2 MB", "2 MB", "no cited fact holds 2 MB"),
    # what the program needs
    ("roles.yaml", "  mail: email", "  mail: post", "post", "no channel post"),
    ("roles.yaml", "general-checklist: all", "general-checklist: most", "most", "most"),
    ("roles.yaml", "general-topic: help", "general-topic: other", "general-topic: other", "other"),
    (
        "roles.yaml",
        "situation: security.losing",
        "situation: security.found",
        "security.found",
        "no situation",
    ),
    (
        "shared/letter.yaml",
        "  closing:",
        "  closings:",
        "closings:\n    en",
        "no text of this name",
    ),
    ("interface/desk.yaml", "-title", "-titel", "-titel", "no text of this name"),
    ("interface/desk.yaml", "$name", "$nothing", "-title:", "nothing"),
    ("facts/payout.yaml", "  figures: [3 working days]\n", "", "- id: payout-takes", "figure"),
    ("channels.yaml", "address: desk@acorn.com", "address: desk", "address: desk", "mail address"),
    ("channels.yaml", "existence: exists", "existence: none", "existence: none", "exists"),
    ("official.yaml", "platform: email", "platform: emial", "emial", "is not one of: domain"),
    ("official.yaml", "platform: email", "platform: domain", "contact: desk", "the bare domain"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "says"), REFUSED)
def test_what_is_wrong_is_told_with_its_line(
    change: Change, file: str, old: str, new: str, at: str, says: str
) -> None:
    folder = change(file, old, new)
    told = content.problems(folder, TODAY)
    text = (folder / file).read_text("utf-8")
    line = text[: text.rindex(at)].count("\n") + 1
    assert [one for one in told if one.startswith(f"{folder / file}:{line}: ") and says in one], (
        told
    )
    with pytest.raises(content.ContentError) as refused:
        content.load(folder)
    assert str(refused.value) == "\n".join(told)


def test_a_future_date_is_a_problem_only_where_today_is_given(change: Change) -> None:
    folder = change("facts/payout.yaml", "2026-02-03", "2026-03-02")
    assert content.problems(folder, TODAY) == (
        f"{folder}/facts/payout.yaml:9: 2026-03-02 lies in the future",
    )
    assert content.problems(folder) == ()


def test_no_route_leads_to_a_channel_that_does_not_exist(change: Change) -> None:
    folder = change("channels.yaml", "existence: exists", "existence: none")
    found = [line for line in content.problems(folder, TODAY) if "nobody may be sent" in line]
    assert [line.split("desk/")[1].partition(": ")[0] for line in found] == [
        f"{file}:{line}"
        for file, lines in (
            ("shared/emergency.yaml", (5, 6)),
            ("shared/routes.yaml", (5, 6, 19, 20)),
            ("topics/payout/routes.yaml", (5, 6)),
        )
        for line in lines
    ]
