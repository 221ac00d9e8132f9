"""Each answer fits on a screen of 80 x 24 with the prompt below it, and is built alike."""

import re

import pytest

from bfx_help.cli.context import Context
from bfx_help.cli.faq_entry import entry_page
from bfx_help.cli.output import as_lines
from bfx_help.model import Basis, Entry, Language, Takes, Text
from tests import ROOT
from tests.compiled import shipped
from tests.running import run
from tests.unit.desk import settings

COLUMNS, LINES = 80, 22
STEPS = 6
LONGEST = 800
"""No file of a topic is longer, so that one is read as a whole."""

_END = {"en": re.compile(r"[.?!](?=\s+[A-Z])"), "zh": re.compile(r"[。？！](?=.)")}
"""Where one sentence ends and another begins."""


def texts(entry: Entry) -> tuple[Text, ...]:
    """What the page of an answer says."""
    more = (text for text in (entry.if_not, entry.note) if text)
    return (entry.answer, *entry.steps, *more)


def lines(entry: Entry, language: Language) -> list[str]:
    """What `faq show` writes of an answer, which would open the content for each anew."""
    context = Context(settings(), shipped()).speaking(language)
    page = (as_lines(paragraph, COLUMNS) for paragraph in entry_page(context, entry))
    return [line for paragraph in page for line in paragraph]


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
def test_each_answer_fits_on_a_screen(language: Language) -> None:
    pages = {entry.id: lines(entry, language) for entry in shipped().faq.values()}
    assert {name: len(page) for name, page in pages.items() if len(page) > LINES} == {}
    longest = max(pages, key=lambda name: len(pages[name]))
    shown = run("faq", "show", longest, "--lang", language).stdout
    assert shown == "".join(f"{line}\n" for line in pages[longest])


def test_each_answer_has_few_steps_and_says_what_if_not_and_where_then() -> None:
    entries = shipped().faq.values()
    assert [entry.id for entry in entries if not 1 <= len(entry.steps) <= STEPS] == []
    assert [entry.id for entry in entries if not entry.if_not] == []
    channels = shipped().channels
    here = {name for name, way in channels.items() if way.own and way.takes is Takes.NOTHING}
    assert [entry.id for entry in entries if entry.channel in {None, *here}] == []


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
def test_an_answer_begins_with_one_sentence_or_two_short_ones(language: Language) -> None:
    said = {entry.id: entry.answer.in_(language) for entry in shipped().faq.values()}
    ends = {name: len(_END[language].findall(text)) for name, text in said.items()}
    assert {name for name, number in ends.items() if number > 1} == set()


def test_an_answer_names_no_other_one_but_by_its_command() -> None:
    entries = shipped().faq
    ids = sorted(entries, key=len, reverse=True)
    bare = re.compile(rf"(?<![\w./-])(?<!faq show )({'|'.join(ids)})(?![\w/-])")
    found = [
        (entry.id, found[0])
        for entry in entries.values()
        for text in texts(entry)
        for said in text
        if (found := bare.findall(said))
    ]
    assert found == []


def test_each_answer_says_what_it_rests_on() -> None:
    desk = shipped()
    basis = {entry.id: desk.basis(entry.rests_on) for entry in desk.faq.values()}
    assert None not in basis.values()
    assert basis["contact-no-reply"] is basis["complaint-file"] is Basis.NOT_PUBLISHED
    assert basis["login-vpn"] is basis["contact-send-english"] is Basis.NOT_PUBLISHED
    assert basis["account-deceased"] is Basis.GENERAL_PRACTICE
    assert basis["usdt-networks"] is basis["wire-openpayd"] is Basis.UNDATED_COPY


def test_no_file_of_a_topic_is_longer_than_one_reads() -> None:
    data = ROOT / "data"
    files = [*data.glob("topics/*/*.yaml"), *data.glob("interface/*.yaml")]
    files += [*data.glob("facts/*.yaml"), *data.glob("*.yaml")]
    lines = {file.name: len(file.read_text("utf-8").splitlines()) for file in files}
    assert files
    assert {name: number for name, number in lines.items() if number > LONGEST} == {}
