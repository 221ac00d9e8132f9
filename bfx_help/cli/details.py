"""The page of details: many fields at once, each on a line of its own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bfx_help.answers.read_answer import time_first
from bfx_help.answers.spans import FRACTION
from bfx_help.cli.asker import Asker
from bfx_help.cli.context import Context
from bfx_help.cli.entry import Surroundings, understand_answer
from bfx_help.cli.option_letters import behind_letters, by_their_names, lettered
from bfx_help.cli.result import formatter
from bfx_help.content import Content
from bfx_help.interview.letter_fields import left_to_account
from bfx_help.interview.proposals import Facts
from bfx_help.interview.step import State, options_of, step
from bfx_help.model import (
    UNKNOWN,
    Asks,
    Option,
    Own,
    Question,
    Redacted,
    Tone,
    Value,
)
from bfx_help.name_lists import pattern_of
from bfx_help.terminal import Prompt

_NUMBERED = re.compile(r"\s*(\d{1,2})\s*[:：=.)、）]\s*(.+)")
_ITEM = re.compile(r"\s*(\d{1,2})[.)] ?(?=\D)")
_BETWEEN = {Asks.TEXT: " ", Asks.NOTE: "\n", Asks.SEVERAL: ", "}
"""What stands between the lines of an answer, by its kind; others take one line."""

_EMPTY = re.compile(r"\s*\d{1,2}\s*[:：=.)、）]?\s*")
_SPACED = re.compile(r"\s*(\d{1,2})\s+([a-z](?:[\s,，、]+[a-z])*)\s*")
_LABELLED = re.compile(r"\s*([^:：=]{2,40})[:：=]\s*(.+)")
_WITH_REMARK = re.compile(r"(\S+@[\w.-]+\w)([\s,;(（].*\w.*)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
URGENT = 6
"""Fields that are asked for in an emergency, beside who writes."""

_LOOKED_UP = (Asks.ID, Asks.TXID, Asks.ADDRESS)

SEPARATOR = " · "
"""What stands between the names of fields, which may hold commas."""

_SHORT_LIST = 40  # characters of options that still fit behind a label


class Page(NamedTuple):
    """The fields of a page with what is proposed for them, and how that reads. Those that have an
    answer already, and those `beside` the account, stand on no line of their own, but can be
    named."""

    fields: tuple[Question, ...]
    options: Mapping[str, tuple[Option, ...]]
    proposed: Mapping[str, str]
    shown: Mapping[str, str]
    answered: tuple[Question, ...] = ()
    beside: tuple[Question, ...] = ()


class Filled(NamedTuple):
    """What was typed into a page: values by question, and the lines that belong to no field."""

    answers: Mapping[str, Value]
    rest: tuple[str, ...]


def page_of(context: Context, state: State, proposed: Mapping[str, str]) -> Page:
    """The fields of the letter that still have no answer, as if what is proposed were confirmed;
    what an account tells as well only beside them."""
    content = context.content
    roles = content.roles.questions
    answers = {**state.values, **{name: Own(value) for name, value in proposed.items()}}
    supposed = step(content, {name: Own(value) for name, value in answers.items()}, context.now)
    attachments = content.questionnaire.by_id.get(roles.attachments)
    more = [attachments] if attachments and state.situation and state.situation.attach else []
    fields = (*(_urgent(content, supposed) if state.emergency else supposed.fields), *more)
    vague = days_of(fields, state.values)
    proposed = {**({} if state.emergency else vague), **proposed}
    answered = tuple(
        field for field in fields if field.id in state.values and field.id not in proposed
    )
    contact = (roles.ticket, roles.contacted_at, roles.answered_at, roles.support_said)
    unasked = {*contact, roles.support_wrong} - {*proposed}
    fields = tuple(
        field
        for field in fields
        if field not in answered
        and not (field.id in unasked and supposed.known.holds(field.when) is None)
    )
    elsewhere = left_to_account(content, supposed, chinese=context.language.is_chinese)
    beside = tuple(field for field in fields if field in elsewhere and field.id not in proposed)
    every = (*fields, *answered)
    fields = tuple(field for field in fields if field not in beside)
    options = {field.id: options_of(content, field, state.values) for field in every}
    reads = formatter(context, supposed)
    proposed = {name: value for name, value in proposed.items() if name in options}
    texts = {name: reads(name) for name in proposed}
    shown = {name: context(text) if text else proposed[name] for name, text in texts.items()}
    return Page(fields, options, proposed, shown, answered, beside)


def days_of(fields: Iterable[Question], values: Mapping[str, str]) -> dict[str, str]:
    """The times of which only the day is known, so that the hour can still be filled in."""
    times = (field.id for field in fields if field.kind is Asks.TIME)
    return {name: values[name] for name in times if _DAY.fullmatch(values.get(name, ""))}


def _urgent(content: Content, state: State) -> tuple[Question, ...]:
    """In an emergency only what support needs this minute; the rest can follow in the ticket."""
    roles = content.roles.questions
    facts = state.situation.deciding_facts if state.situation else ()
    first = [name for name in facts if name not in state.values][:URGENT]
    return tuple(field for field in state.fields if field.id in (*first, roles.name, roles.email))


def ask_details(asker: Asker, page: Page, facts: Facts, counter: str) -> Filled:
    """Show the page, and take a block of lines for it. Raises `Pressed` and `EndOfInput`."""
    context = asker.context
    title = "details-title-beside" if page.beside else "details-title"
    lines = [context.word(title), *_lines(asker, page)]
    if page.beside:
        names = [context(field.short or field.label) for field in page.beside]
        row = SEPARATOR.join(names)
        lines.append(context.word("details-beside", names=row, first=names[0]))
    lines.append(context.word("details-how"))
    if context.language.is_chinese:
        lines.append(context.word("details-english"))
    prompt = Prompt("\n".join(lines), counter=counter, default="", block=True)
    typed = asker.choose(prompt, "details-why", Asks.ID)
    text = asker.take("\n".join(_named(asker, page, line) for line in typed.split("\n")), Asks.ID)
    proposed = {name: Own(value) for name, value in page.proposed.items()}
    return fill_page(asker, page, text, facts, proposed)


def _lines(asker: Asker, page: Page) -> list[str]:
    context, room = asker.context, len(str(len(page.fields)))
    lines = []
    for number, field in enumerate(page.fields, 1):
        label = context(field.short or field.label)
        value = page.proposed.get(field.id)
        options = [context(option.request or option.name) for option in page.options[field.id]]
        listed = " / ".join(options)
        if value:
            said = f"{page.shown[field.id]} {context.word('details-understood')}"
            label = context.word("review-line", label=label, value=said)
        elif options and field.kind is Asks.SEVERAL:
            label += _in_a_row(options)
        elif field.kind is Asks.NOTE:
            label += f" {context.word('details-lines')}"
        elif field.kind is Asks.NETWORK:
            pass  # its name is typed; all networks would fill the screen
        elif options and len(listed) <= _SHORT_LIST:
            label += f" ({listed})"
        elif options:
            label += _in_a_row(options)
        lines.append(f"  {number:>{room}}  {label}")
    return lines


def _in_a_row(options: Sequence[str]) -> str:
    """Options with their letters, in a row: below each other they would fill the screen."""
    return "".join(f"  {chr(97 + at)}) {name}" for at, name in enumerate(options))


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
            label = asker.context(field.short or field.label).removesuffix(" on")
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


def _named(asker: Asker, page: Page, line: str) -> str:
    """A line with the name of its field instead of the number, where that says that the value is
    (or begins with) a number by which support looks things up, and no code of another line."""
    numbered = _NUMBERED.fullmatch(line)
    if not numbered or not 1 <= int(numbered[1]) <= len(page.fields):
        return line
    field = page.fields[int(numbered[1]) - 1]
    label = asker.context(field.short or field.label)
    named = f"{label}: {numbered[2].strip()}"
    has_number = field.kind in _LOOKED_UP or (field.ids and numbered[2][:1].isdigit())
    return named if has_number and _LABELLED.fullmatch(named) else line


def _addressed(asker: Asker, page: Page, line: str) -> tuple[Question | None, str]:
    """The field that a line is for, by its number or its name, and the value."""
    numbered = _NUMBERED.fullmatch(line)
    if numbered and 1 <= int(numbered[1]) <= len(page.fields):
        return page.fields[int(numbered[1]) - 1], numbered[2].strip()
    spaced = _SPACED.fullmatch(line)
    if spaced and 1 <= int(spaced[1]) <= len(page.fields):
        field = page.fields[int(spaced[1]) - 1]
        if lettered(field, spaced[2], page.options[field.id]):
            return field, spaced[2]
    for field in (*page.fields, *page.beside, *page.answered):
        shown = asker.context(field.short or field.label)
        for name in {*field.label, *(field.short or ()), shown}:
            labelled = re.fullmatch(rf"\s*{re.escape(name)}\s*[:：=]\s*(.+)", line, re.IGNORECASE)
            if labelled:
                return field, labelled[1].strip()
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
        label = asker.context(field.short or field.label)
        says = asker.context.word(
            "review-line", label=label, value=asker.context.word(reading.doubt)
        )
        asker.terminal.say(says, Tone.WARNING)
    return Redacted(reading.value)
