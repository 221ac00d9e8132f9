"""Typed lines as a letter has them: sentences, and events with their time in UTC first."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from bfx_help.answers.hours import with_times
from bfx_help.answers.named_moments import Spoken, leading_words
from bfx_help.answers.numbers import simple
from bfx_help.answers.spans import FRACTION, Precision, written
from bfx_help.model import Language, Text, holds_chinese
from bfx_help.name_lists import pattern_of
from bfx_help.request.phrases import as_sentence, with_stop

LONG_AGO = 300
"""Days back from which on a date needs its year."""

_pattern = partial(pattern_of, "account")

_LONG_PERIOD = re.compile(r"(?:[A-Za-z]{2} )?([A-Za-z]{3,9},? 20\d\d)\b|(20\d\d)(?: ?年)?[:：,，]")
"""A month with its year, or a year, which may begin a line: its place in the order is known."""

_PARTED = re.compile(r"\s*[:：,，;.]?\s+|\s*[:：，,]\s*|(?=[㐀-鿿])")
"""What stands between a time and what happened then."""

_CLOCK_BEHIND = re.compile(r"^\s*(?:UTC\b)?\s*\([^()]*\d:\d\d[^()]*\)")
"""The time in another zone behind one that begins a line."""

_HASH = re.compile(r"\b(?:tx(?: ?(?:id|hash))?|hash)\b:?\s+(?=\w{16})", re.IGNORECASE)
"""What stands before a transaction ID."""

_GOES_ON = rf"(?!(?:{_pattern('no event')})(?:\b|(?=\d)))"
"""Behind a time without a colon: what follows is no going on, as in "26 Nov to 28 Nov"."""

_MINUTE = re.compile(r"\d{1,2} [A-Z][a-z]{2}(?: \d{4})? \d{1,2}:\d{2} UTC[^:]*(?:\([^()]*\))?: ")
"""The time with which an event begins, to the minute."""


def joined_by_minute(lines: Iterable[Text]) -> list[Text]:
    """The lines; what begins at the same minute as the line before it goes on there."""
    joined: list[Text] = []
    for line in lines:
        if joined and (same := _same_time(joined[-1], line)):
            joined[-1] = same
        else:
            joined.append(line)
    return joined


def _same_time(first: Text, second: Text) -> Text | None:
    """Two events of one minute on one line."""
    time = _MINUTE.match(first.en)
    if time is None or not second.en.startswith(time[0]):
        return None

    def both(language: Language, parts: list[str]) -> str:
        comma = "；" if language.is_chinese else "; "
        return f"{parts[0].rstrip('.。')}{comma}{behind_time(parts[1])}"

    return Text.made((first, second), both)


def behind_time(event: str) -> str:
    """What an event tells, without its time."""
    return re.split("：|: ", event, maxsplit=1)[-1]


def in_one(lines: Iterable[Text]) -> list[Text]:
    """The sentences of one event on one line; what ends without a stop, as an id does, stays on a
    line of its own."""
    joined: list[Text] = []
    for line in lines:
        if joined and re.search(r"[.!?。！？][\"”」)）]?$", joined[-1].en):
            joined[-1] = joined[-1].join(line, "" if joined[-1].en.endswith("。") else " ")
        else:
            joined.append(line)
    return joined


def sentence(line: str, now: datetime) -> Text:
    """A typed line as a sentence, with the UTC time behind its hours."""
    said = as_sentence(with_times(line, now))
    return without_known(Text(said, said), now)


def day_of(line: str, now: datetime) -> Spoken | None:
    """The time with which a line begins; an hour without its day is none, and so is a day that is
    still to come, which without its year reads as one of last year."""
    found = leading_words(line, now) or _month_first(line, now)
    if found is None and (period := _LONG_PERIOD.match(line)):
        first = leading_words(f"1 {period[1] or f'January {period[2]}'}", now)
        return first and first._replace(end=0)  # it is no moment, so it stays as it was typed
    said = simple(line[: found.end]) if found else ""
    if found is None or not re.search(_pattern("day"), said):
        return None
    old = (now - found.at.at).days > LONG_AGO and not re.search(r"\d{4}", said)
    return None if old else found


def without_relative(line: str) -> str:
    """A line without the word with which it begins where the date of it stands behind: "Today (28
    Nov 2026), 16:40"."""
    return re.sub(r"^[A-Za-z]+(?: [a-z]+)? \((\d{1,2} [A-Z][a-z]{2} \d{4})\)", r"\1", line)


def _month_first(line: str, now: datetime) -> Spoken | None:
    """The time with which a line in Chinese begins: 11-03 14:20 is in November."""
    day = re.match(r"(\d{1,2})[-/](\d{1,2})(?![-/\d])", line)
    if day is None or not holds_chinese(line):
        return None
    said = f"{day[1]}月{day[2]}日"
    found = leading_words(f"{said}{line[day.end() :]}", now)
    return found and found._replace(end=found.end - len(said) + day.end())


def as_item(line: Text, now: datetime) -> Text:
    """A line of a list, whose time, if a typed one begins with it, is written as letters write
    times, and the word for a transaction ID, too."""
    spoken = day_of(line.en, now) if line.en == line.zh else None
    if spoken is None or spoken.at.precision is not Precision.MINUTE:
        return line
    time = line.en[: spoken.end].rstrip(" (（")
    rest = _HASH.sub("TxID ", _CLOCK_BEHIND.sub("", line.en[len(time) :]))
    return written(spoken.at, now.tzinfo).map(lambda at: f"{at}{rest}")


def as_event(line: str, spoken: Spoken, now: datetime) -> Text:
    """A line with its time first, as the letter writes times; as it was typed where that would say
    more or less than the line does."""
    fraction = FRACTION.search(line[: spoken.end + 7])  # six digits at most behind their point
    rest = line[max(spoken.end, fraction.end() if fraction else 0) :]
    bracket = line[len(line[: spoken.end].rstrip(" (（")) :]
    if ended := re.match(_pattern("behind a time"), bracket):
        rest = bracket[ended.end() :]
    parted = _PARTED.match(rest) if spoken.end else None
    happened = rest[parted.end() :] if parted else ""
    time = simple(line[: spoken.end])
    digit = r"|\d" if ":" in time else ""  # "26 Nov 2 of 3 came" names no hour
    stop = parted and re.search("[:：,，]" if spoken.at.exact else "[:：]", parted[0])
    goes_on = "" if stop else _GOES_ON
    if re.search(_pattern("vague"), time) or not re.match(
        rf"{goes_on}[^\W\d_]|[\"“「'’(]{digit}", happened
    ):
        return sentence(line, now)
    said = with_stop(with_times(happened.strip(), now))
    at = without_known(written(spoken.at, now.tzinfo), now)
    if fraction:
        at = at.map(lambda moment: re.sub(r"\d:\d\d:\d\d", rf"\g<0>{fraction[1]}", moment))
    about = bool(re.search(_pattern("about"), time))

    def event(tag: Language, moment: list[str]) -> str:
        roughly, colon = ("约 ", "：") if tag.is_chinese else ("About ", ": ")
        return f"{roughly if about else ''}{moment[0]}{colon}{said}"

    return Text.made((at,), event)


def without_known(event: Text, now: datetime) -> Text:
    """A line that begins with a time, without the year of today."""
    return event.map(
        lambda said: re.sub(rf"^(\d{{1,2}} [A-Z][a-z]{{2}}) {now.year}\b", r"\1", said)
    )
