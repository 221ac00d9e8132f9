"""What is wrong with a content folder is told by file and line."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bfx_help import content
from bfx_help.model import Confidence, Language, Text
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
    assert entry.steps == (Text("Write to desk@acorn.com.", "写信到 desk@acorn.com。"),)
    unknown = {question.id: question.unknown for question in read.questionnaire.questions}
    assert unknown["since"]
    assert not unknown["topic"]
    assert read.requests.frame["greeting"].zh == "您好"
    assert read.confidence(["payout-takes", "desk-slow"]) is Confidence.LOW
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
    ("shared/topics.yaml", "id: other", "id: Other_one", "id: Other_one", "not kebab-case"),
    ("shared/routes.yaml", "    zh: 等待回复。\n", "", "next:\n    en: Wait", "missing key zh"),
    ("shared/routes.yaml", "    zh: 等待回复。", "    zh:", "zh:\n", "nothing stands here"),
    ("channels.yaml", "existence: exists", "existence: maybe", "maybe", "not one of: exists"),
    ("topics/payout/faq.yaml", "general: yes", "general: true", "general: true", "write yes or no"),
    ("shared/opening.yaml", "sensitivity: 1", "sensitivity: x", "sensitivity: x", "whole number"),
    (
        "topics/payout/faq.yaml",
        "facts: [desk-address]",
        "facts: desk",
        "facts: desk",
        "a list is wanted",
    ),
    ("interface/desk.yaml", "Hello, $name", "[a, b]", "[a, b]", "one text is wanted"),
    ("interface/desk.yaml", "Hello", "Hello \u202e", "Hello", "cannot be shown"),
    ("shared/opening.yaml", "  - id: nothing", "  - id: error", "- id: error", "repeated id"),
    # references
    ("facts/payout.yaml", "[forum]", "[forums]", "[forums]", "no source forums"),
    ("channels.yaml", "facts: [desk", "facts: [desks", "desks-address", "no fact desks-address"),
    ("topics/payout/faq.yaml", "channel: email", "channel: fax", "channel: fax", "no channel fax"),
    ("topics/payout/faq.yaml", "[payout-how]", "[payout]", "[payout]", "no FAQ entry payout"),
    ("shared/topics.yaml", "[payout-late]", "[payout]", "[payout]", "no FAQ entry payout"),
    (
        "shared/letter.yaml",
        "[screenshot]",
        "[picture]",
        "[picture]",
        "no file of a checklist picture",
    ),
    ("shared/letter.yaml", "[topic, since", "[topic, when", "[topic, when", "no question when"),
    ("shared/routes.yaml", "since: since", "since: when", "since: when", "no question when"),
    (
        "shared/routes.yaml",
        "until: payout",
        "until: payouts",
        "until: payouts",
        "no fact payouts-takes",
    ),
    ("shared/checklist.yaml", "[payout-takes]", "[none]", "[none]", "no fact none"),
    ("shared/routes.yaml", "early: [yes]", "earlier: [yes]", "earlier", "no question earlier"),
    (
        "shared/routes.yaml",
        "early: [yes]",
        "early: [maybe]",
        "early: [maybe]",
        "early is never maybe",
    ),
    ("shared/letter.yaml", "[payout]", "[payouts]", "[payouts]", "topic is never payouts"),
    ("shared/opening.yaml", "of: since", "of: topic", "of: topic", "asks for no time"),
    ("shared/opening.yaml", "  limit: payout-takes\n", "", "- id: age", "missing key limit"),
    # placeholders
    (
        "interface/desk.yaml",
        "Hello, $name",
        "Hello, $nam",
        "checklist-title:",
        "differ in placeholders: nam, n",
    ),
    ("shared/routes.yaml", "$until", "${til}", "${til}", "nothing provides $til"),
    # paths
    ("shared/opening.yaml", "topic: [payout]", "seen: [error]", "seen: [error]", "only later"),
    ("shared/opening.yaml", "age: [under]", "early: [yes]", "- id: early", "depends on itself"),
    (
        "shared/opening.yaml",
        "age: [over]",
        "early: [yes]\n    age: [over]",
        "when:\n    e",
        "no path",
    ),
    (
        "shared/routes.yaml",
        "early: [yes]",
        "early: [yes]\n    age: [over]",
        "when:\n    early",
        "no path",
    ),
    (
        "shared/routes.yaml",
        "- id: write\n",
        "- id: write\n  when: {age: [over]}\n",
        "{age",
        "the last has no condition",
    ),
    (
        "shared/routes.yaml",
        "- id: write\n",
        "- id: write\n  when: {age: [over]}\n",
        "{age",
        "no condition",
    ),
    (
        "shared/routes.yaml",
        "  when:\n    early: [yes]\n",
        "",
        "- id: write",
        "wait is always taken before",
    ),
    # what it rests on
    ("channels.yaml", "[desk-address, desk-slow]", "[]", "facts: []", "rests on no fact"),
    (
        "shared/checklist.yaml",
        "facts: [payout-takes]",
        "facts: []",
        "facts: []",
        "rests on no fact",
    ),
    (
        "topics/payout/faq.yaml",
        "\n  facts: [desk-address]",
        "",
        "- id: payout-how",
        "rests on no fact",
    ),
    (
        "facts/payout.yaml",
        "[help-pages]",
        "[forum]",
        "confidence: high\n  figures",
        "needs an official",
    ),
    (
        "facts/payout.yaml",
        "  read: '2026-02-03'\n",
        "",
        "confidence: high",
        "needs an official source",
    ),
    ("facts/payout.yaml", "[forum]", "[]", "sources: []", "has no source"),
    ("facts/payout.yaml", "- id: desk-slow", "- id: new", "- id: new", "no text cites this fact"),
    ("facts/payout.yaml", "- id: forum", "- id: board", "- id: board", "no fact cites this source"),
    (
        "shared/routes.yaml",
        "[desk-address, desk-slow]",
        "[desk-slow]",
        "[desk-slow]\nfindings",
        "low confidence",
    ),
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
    ("shared/opening.yaml", "2 to 3", "2 to 4", "2 to 4", "no cited fact holds 4 workday"),
    # what the program needs
    ("shared/topics.yaml", "- id: contact", "- id: general", "- id: payout", "missing id contact"),
    ("channels.yaml", "- id: email", "- id: mail", "- id: mail", "missing id email"),
    ("shared/checklist.yaml", "- id: general", "- id: all", "lists:", "missing id general"),
    ("shared/opening.yaml", "- id: words", "- id: story", "questions:", "missing id words"),
    ("shared/opening.yaml", "- id: danger", "- id: risk", "derived:", "missing id danger"),
    ("shared/opening.yaml", "kind: text", "kind: link", "kind: link", "words must be of kind text"),
    ("shared/opening.yaml", "kind: time", "kind: network", "- id: since", "nothing to choose from"),
    ("shared/opening.yaml", "[losing]", "[asking]", "- id: danger", "danger is never yes then"),
    ("shared/routes.yaml", "  emergency: yes\n", "", "routes:", "no route with emergency: yes"),
    ("shared/letter.yaml", "closing:", "closings:", "closings:", "no text of this name"),
    ("shared/letter.yaml", "closing:", "closings:", "frame:", "missing key closing"),
    ("shared/letter.yaml", "my message.", "$seen.", "follow-up-mail:", "nothing provides $seen"),
    ("interface/desk.yaml", "-title", "-titel", "-titel", "no text of this name"),
    ("interface/desk.yaml", "$name", "$nothing", "-title:", "nothing provides $nothing"),
    (
        "facts/payout.yaml",
        "[3 working days]",
        "[2 workday]",
        "[2 w",
        "age counts with the first figure",
    ),
    (
        "facts/payout.yaml",
        "  figures: [3 working days]\n",
        "",
        "- id: payout",
        "wait counts with the first",
    ),
    ("channels.yaml", "address: desk@acorn.com", "address: desk", "address: desk", "mail address"),
    ("channels.yaml", "existence: exists", "existence: none", "existence: none", "write exists"),
    ("channels.yaml", "  address", "  public: yes\n  address", "public: yes", "is not public"),
    (
        "channels.yaml",
        "\n  - en: Write to desk@acorn.com\n    zh: 写信到 desk@acorn.com",
        " []",
        "reach: []",
        "no way there is told",
    ),
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
    assert str(refused.value) == "\n".join(content.problems(folder))


def test_problems_come_in_the_chosen_language(change: Change) -> None:
    folder = change("channels.yaml", "facts: [", "facts: [none, ")
    told = content.problems(folder, language=Language.ZH)
    assert told == (f"{folder}/channels.yaml:24: 没有这个事实：none",)


def test_a_future_date_is_a_problem_only_where_today_is_given(change: Change) -> None:
    folder = change("facts/payout.yaml", "2026-02-03", "2026-03-02")
    assert content.problems(folder, TODAY) == (
        f"{folder}/facts.yaml:9: 2026-03-02 lies in the future",
    )
    assert content.problems(folder) == ()


def test_every_claim_of_the_guide_must_be_met(change: Change) -> None:
    claim = "  claim: s1.1-site\n  verdict: confirmed\n"
    folder = change("facts/payout.yaml", "  figures", claim + "  figures")
    told = content.problems(folder)
    assert len(told) == 20
    assert all("is nowhere met" in one for one in told)
    folder = change("facts/payout.yaml", "s1.1-site", "s9-none")
    assert any("the guide makes no such claim" in one for one in content.problems(folder))


def test_a_question_that_nothing_asks_for_is_told(change: Change) -> None:
    change("shared/letter.yaml", ", seen]", "]")
    folder = change("shared/routes.yaml", "seen: [error, nothing]", "age: [over]")
    assert content.problems(folder) == (
        f"{folder}/shared/opening.yaml:53: nothing asks for this answer",
    )


def test_what_an_attachment_or_a_second_text_needs_is_told(change: Change) -> None:
    change("shared/opening.yaml", "- id: attachments", "- id: pictures")
    change("shared/letter.yaml", ", attachments,", ", pictures,")
    folder = change("shared/letter.yaml", "  attach:", "  then: any\n  attach:")
    assert content.problems(folder)[1:] == (
        f"{folder}/shared/letter.yaml:14: this needs a channel ticket",
        f"{folder}/shared/letter.yaml:15: this needs a question attachments",
    )


def test_without_routes_every_path_ends_in_nothing(desk: Path) -> None:
    (desk / "shared/routes.yaml").write_text("routes: []\nfindings: []\n", "utf-8")
    assert f"{desk}/routes.yaml:1: every path ends here in nothing" in content.problems(desk)
