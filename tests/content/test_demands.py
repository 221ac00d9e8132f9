"""What a message demands of its reader: frauds are caught, warnings and notices are not."""

import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from bfx_help import content
from bfx_help.model import DemandExamples, DemandKind, DemandRule, Entry, Language
from bfx_help.verify import demands, suspected
from tests import TESTS
from tests.compiled import shipped
from tests.running import run
from tests.tables import each

WORDS = shipped().demands
ROWS = [
    line.split(" | ", 1)
    for line in (Path(__file__).parent / "demands.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MESSAGES = [
    (set(head.split()[1].split(",")) - {"-"}, text.replace("\\n", "\n")) for head, text in ROWS
]
FRAUDS = [(kinds, text) for kinds, text in MESSAGES if kinds]
HARMLESS = [text for kinds, text in MESSAGES if not kinds]


@cache
def kinds_of(text: str) -> frozenset[str]:
    return frozenset(suspected(text, WORDS))


def test_nearly_all_frauds_that_stand_among_no_examples_are_caught() -> None:
    missed = [text for _, text in FRAUDS if not kinds_of(text)]
    assert len(missed) <= 0.07 * len(FRAUDS), missed


def test_nearly_all_their_kinds_are_named() -> None:
    named = sum(len(kinds & kinds_of(text)) for kinds, text in FRAUDS)
    assert named >= 0.85 * sum(len(kinds) for kinds, _ in FRAUDS)


def test_warnings_notices_and_questions_demand_nothing() -> None:
    assert [text for text in HARMLESS if kinds_of(text)] == []


@pytest.mark.parametrize("examples", WORDS.examples, ids=lambda examples: examples.id)
def test_examples_are_read_as_what_they_are(examples: DemandExamples) -> None:
    some = examples.messages[::5]
    wrong = [text for text in some if bool(kinds_of(text)) is not bool(examples.kind)]
    assert len(wrong) <= 1 + 0.02 * len(some), wrong


@pytest.mark.parametrize("kind", DemandKind)
def test_a_demand_that_no_rule_reads_is_found_by_examples(kind: DemandKind) -> None:
    others = tuple(rule for rule in WORDS.demands if rule.kind is not kind)
    alone = WORDS._replace(demands=others)
    of_kind = [text for kinds, text in FRAUDS if kinds == {kind}]
    found = [suspected(text, alone) for text in of_kind]
    assert any(kind in kinds for kinds in found)


def test_a_rule_finds_nothing_in_what_is_much_like_harmless_messages() -> None:
    mail = "Please confirm your withdrawal by clicking the link in the mail that you asked for."
    text = f"{mail} It is valid for 15 minutes."
    ruled = {*demands(text, WORDS._replace(examples=()))}
    assert ruled == {DemandKind.SECRET}
    assert demands(text, WORDS) == ()
    assert kinds_of(text) == set()


def test_a_host_that_only_ends_like_an_own_one_is_a_stranger() -> None:
    assert kinds_of("Log in at www.bitfinex.com to keep your account.") == set()
    assert kinds_of("Log in at evilbitfinex.com to keep your account.") == {DemandKind.SECRET}


@each("entry", shipped().faq.values())
def test_no_answer_of_the_faq_demands_anything(entry: Entry) -> None:
    parts = [entry.question, entry.answer, *entry.steps, entry.if_not, entry.note]
    for language in (Language.EN, Language.ZH):
        text = "\n".join(part.in_(language) for part in parts if part)
        assert kinds_of(text) == set(), language


@each("rule", WORDS.demands)
def test_a_rule_names_lists_that_exist(rule: DemandRule) -> None:
    lists = {*WORDS.verbs, *WORDS.wordings}
    assert {
        name for names in (*rule.has, *rule.near, *rule.unless) for name in names.split("|")
    } <= lists


def test_a_rule_that_names_no_list_is_told_by_its_line(tmp_path: Path) -> None:
    desk = shutil.copytree(TESTS / "desk", tmp_path / "desk")
    rule = "demands:\n  - {id: lent, kind: secret, has: [lend, words], near: [words]}\n"
    (desk / "language").mkdir(exist_ok=True)
    (desk / "language" / "demands.yaml").write_text(
        f"verbs:\n  lend: lend/lent\nwordings:\n  thing: book\nframes:\n  carry: and\n{rule}",
        encoding="utf-8",
    )
    (problem,) = content.problems(desk)
    assert str(problem).endswith("demands.yaml:8: no list is called words")


def test_every_kind_is_among_the_frauds() -> None:
    assert set(DemandKind) == {kind for kinds, _ in FRAUDS for kind in kinds}


@pytest.mark.parametrize(
    ("language", "told"), [("en", "No support does. Do not answer."), ("zh", "不要回复")]
)
def test_the_demand_stands_above_the_contacts_with_what_to_do(language: str, told: str) -> None:
    sos = {"en": "bfx-help sos", "zh": "bfx-help --lang zh sos"}[language]
    message = "Write to support@bitfinex.com and send your recovery phrase."
    for contacts, typed in ([message], []), (["-"], [message]):
        found = run("verify", *contacts, "--lang", language, typed=typed)
        screen = " ".join(found.screen.split())
        assert found.code == 3
        assert screen.index(told) < screen.index(sos) < screen.index("support@bitfinex")


def test_data_name_the_kinds() -> None:
    for message, kinds in ("Send me the code you received.", ["secret"]), ("Hello.", []):
        found = run("verify", "-", "--json", typed=[message])
        data = json.loads(found.stdout)
        assert data["demands"] == kinds
        assert found.code == (3 if kinds else 4)
        assert data["verdict"] == "unknown"
