"""Reads what was typed into the page of details: every line ends in a field, or beside them."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bfx_help.answers.read_answer import time_first
from bfx_help.answers.spans import FRACTION
from bfx_help.cli.asker import Asker
from bfx_help.cli.details import Page
from bfx_help.cli.entry import Surroundings, understand_answer
from bfx_help.cli.option_letters import behind_letters, by_their_names, lettered
from bfx_help.interview.proposals import Facts
from bfx_help.model import UNKNOWN, Asks, Option, Own, Question, Redacted, Tone, Value
from bfx_help.name_lists import pattern_of

_NUMBERED = re.compile(r"\s*(\d{1,2})\s*[:：=.)、）]\s*(.+)")
_ITEM = re.compile(r"\s*(\d{1,2})[.)] ?(?=\D)")
_BETWEEN = {Asks.TEXT: " ", Asks.NOTE: "\n", Asks.SEVERAL: ", "}
"""What stands between the lines of an answer, by its kind; others take one line."""

_EMPTY = re.compile(r"\s*\d{1,2}\s*[:：=.)、）]?\s*")
_SPACED = re.compile(r"\s*(\d{1,2})\s+([a-z](?:[\s,，、]+[a-z])*)\s*")
_LABELLED = re.compile(r"\s*([^:：=]{2,40})[:：=]\s*(.+)")
_WITH_REMARK = re.compile(r"(\S+@[\w.-]+\w)([\s,;(（].*\w.*)")
_LOOKED_UP = (Asks.ID, Asks.TXID, Asks.ADDRESS)


class Filled(NamedTuple):
    """What was typed into a page: values by question, and the lines that belong to no field."""

    answers: Mapping[str, Value]
    rest: tuple[str, ...]


def fill_page(
    asker: Asker, page: Page, text: Redacted, facts: Facts, proposed: Mapping[str, Value]
) -> Filled:
    """What the lines of a block say for each field; every line ends somewhere."""
    answers, rest = dict(proposed), list[str]()
    named = set[str]()
    last: Question | None = None
    for line in text.splitlines():
        field, value = _addressed(asker, page, line)
        if last and (between := _continues(last, line, field, answers[last.id])):
            answers[last.id] = Redacted(f"{answers[last.id]}{between}{line.strip()}")
            continue
        if field is None:
            rest += [] if _EMPTY.fullmatch(line) else [line.strip()]
            continue
        if field.kind is Asks.EMAIL and (address := _WITH_REMARK.fullmatch(value)):
            value = address[1]
            rest.append(address[2].strip(" ,;()（）"))
        network = answers.get(field.network, facts.get("network")) if field.network else None
        near = Surroundings(facts.get("asset"), network)
        read = _read(asker, page, field, value, near)
        joint = _BETWEEN.get(field.kind, "") if field.id in named else ""
        said = f"{answers[field.id]}{joint}{read}" if joint else read
        answers[field.id] = _once(said) if joint and field.kind is Asks.SEVERAL else Redacted(said)
        named.add(field.id)
        at = time_first(value, asker.context.now) if field.kind is Asks.TIME else None
        if at and answers[field.id] == value and not FRACTION.search(value):  # it says more
            answers[field.id] = Redacted(at.at.value)
            label = asker.context(field.in_brief).removesuffix(" on")
            time = value[: at.end].rstrip(" (（")
            more = value[len(time) :].strip(" ,，.;；:：")
            rest.append(f"{time}: {label}: {more}")
        last = field
    attached = answers.get(asker.context.content.roles.questions.attachments, "")
    if re.search(pattern_of("account", "identity papers"), attached, re.IGNORECASE):
        asker.say("papers-there", Tone.WARNING)
    return Filled(answers, tuple(rest))


def _named_with(asker: Asker, part: str, options: Sequence[Option]) -> str:
    """A part of a list; an option by its letter with a remark in brackets gets its name."""
    found = re.fullmatch(r"([a-z])\)? *([(（].+)", part)
    at = ord(found[1]) - 97 if found else len(options)
    if found is None or at >= len(options):
        return part
    return f"{asker.context(options[at].request or options[at].name)} {found[2]}"


def _once(parts: str) -> Value:
    """A list without what was chosen twice."""
    return Redacted(", ".join(dict.fromkeys(part.strip() for part in re.split(r",(?!\d)", parts))))


def _continues(last: Question, line: str, field: Question | None, value: Value) -> str:
    """What stands before a line that goes on with the text of the last field, empty where it does
    not: an indented line, and below a list each that names no field, or is its next item."""
    listed = last.kind is Asks.NOTE
    item = listed and _is_next_item(value, line)
    goes_on = field is None and line.strip() and (listed or line[:1] in (" ", "\t"))
    return _BETWEEN.get(last.kind, "") if item or goes_on else ""


def _is_next_item(value: Value, line: str) -> bool:
    """Whether a line has the number behind that with which the last line of a note begins."""
    numbers = [_ITEM.match(text) for text in (value.rpartition("\n")[2], line)]
    before, now = (int(number[1]) if number else 0 for number in numbers)
    return bool(before) and now == before + 1


def with_name(asker: Asker, page: Page, line: str) -> str:
    """A line with the name of its field instead of the number, where that says that the value is
    (or begins with) a number by which support looks things up, and no code of another line."""
    numbered = _NUMBERED.fullmatch(line)
    if not numbered or not 1 <= int(numbered[1]) <= len(page.fields):
        return line
    field = page.fields[int(numbered[1]) - 1]
    label = asker.context(field.in_brief)
    named = f"{label}: {numbered[2].strip()}"
    has_number = field.kind in _LOOKED_UP or (field.ids and numbered[2][:1].isdigit())
    return named if has_number and _LABELLED.fullmatch(named) else line


def _addressed(asker: Asker, page: Page, line: str) -> tuple[Question | None, str]:
    """The field that a line is for, by its number or its name, or the only one; and the value."""
    numbered = _NUMBERED.fullmatch(line)
    if numbered and 1 <= int(numbered[1]) <= len(page.fields):
        return page.fields[int(numbered[1]) - 1], numbered[2].strip()
    spaced = _SPACED.fullmatch(line)
    if spaced and 1 <= int(spaced[1]) <= len(page.fields):
        field = page.fields[int(spaced[1]) - 1]
        if lettered(field, spaced[2], page.options[field.id]):
            return field, spaced[2]
    for field in (*page.fields, *page.beside, *page.answered):
        shown = asker.context(field.in_brief)
        for name in {*field.label, *(field.short or ()), shown}:
            labelled = re.fullmatch(rf"\s*{re.escape(name)}\s*[:：=]\s*(.+)", line, re.IGNORECASE)
            if labelled:
                return field, labelled[1].strip()
    if len(page.fields) == 1 and line.strip() and not _EMPTY.fullmatch(line):
        return page.fields[0], line.strip()
    return None, line


def _read(asker: Asker, page: Page, field: Question, text: str, near: Surroundings) -> Value:
    """A value as it is kept: understood if it can be, else as it was typed."""
    options = page.options[field.id]
    if field.kind is Asks.TIME and FRACTION.search(text):
        return Redacted(text)  # a moment would lose it
    if letters := lettered(field, text, options):
        return Own(letters)
    if chosen := behind_letters(text, options, joined=False) or by_their_names(text, options):
        return Own(",".join(option.id for option in chosen))  # more than one, whatever it takes
    if field.kind is Asks.SEVERAL and field.other:
        apart = re.sub(
            r"^((?:[a-z]\)?\s+)+)(?=[^\s(（]\S)|(?<=[,，;；]) *[b-z]\)? +(?=[^\s(（]\S)",
            lambda two: f"{two[0]}, ",
            text,
        )
        parts = (part.strip() for part in re.split(r",(?!\d)|[，、;；]", apart))
        read = (lettered(field, part, options) or part for part in parts if part)
        return Redacted(", ".join(_named_with(asker, part, options) for part in read))
    reading = understand_answer(field, text, options, asker.context.now, near)
    if reading is None or not reading.value:
        return Redacted(text)
    if reading.value == UNKNOWN:
        return UNKNOWN
    if reading.doubt and reading.doubt != "doubt-amount-asset":
        label = asker.context(field.in_brief)
        says = asker.context.word(
            "review-line", label=label, value=asker.context.word(reading.doubt)
        )
        asker.terminal.say(says, Tone.WARNING)
    return Redacted(reading.value)
