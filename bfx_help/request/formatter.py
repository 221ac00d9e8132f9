"""How answers read: choices by their names, times in UTC and local, and what follows from them."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from bfx_help.answers.amounts import Amount, amounts_in, is_bare, read_amounts
from bfx_help.answers.hours import with_times, with_utc
from bfx_help.answers.limits import read_limit
from bfx_help.answers.named_moments import coming
from bfx_help.answers.spans import Moment, Precision, moment, roughly, written
from bfx_help.model import (
    AGE,
    BLANK,
    MINUS,
    NONE,
    OR,
    PLUS,
    UNKNOWN,
    Asks,
    Fact,
    FactKind,
    Option,
    Question,
    Route,
    Text,
    answers_of,
    holds_chinese,
    joined,
)
from bfx_help.name_lists import pattern_of, table_of
from bfx_help.plain import defang

_VERBATIM = (FactKind.ERROR, FactKind.QUOTE)
"""What others wrote stands as they wrote it."""


_OWN_WORDS = (Asks.TEXT, Asks.NOTE, Asks.TIME, Asks.CHOICE, Asks.SEVERAL, Asks.AMOUNT)
"""What may be answered in own words, which can name hours."""

_LISTED = re.compile(r"\n|[;；]")
"""What stands between the items of a list that was typed."""

_ZONE = re.compile(
    rf"^(?:{pattern_of('account', 'behind a time')}|\s*\(?(?:UTC|[A-Z]{{1,4}}T)\b\)?)"
)
"""The zone behind a time, which the moment says."""


def _in_latin(value: str) -> str:
    """A value in Chinese that names a platform alone, with the name that support knows."""
    if not holds_chinese(value):
        return value
    named = value
    for name, chinese in table_of("platforms", "chinese names").items():
        for word in chinese.split():
            named = named.replace(word, name)
    same = re.sub(r"\b(\w[\w.]*)[\s,，/(（]+\1\b[)）]?", r"\1", named)
    return value if holds_chinese(same) else same


def _grouped(digits: re.Match[str]) -> str:
    return f"{int(digits[0]):,}"


def _difference(whole: str, part: str) -> Text | None:
    """What one amount has more than another of the same asset."""
    found = [amounts_in(value) or read_amounts(value) or () for value in (whole, part)]
    if [len(amounts) for amounts in found] != [1, 1]:
        return None
    (more,), (less,) = found
    rest = Decimal(more.number) - Decimal(less.number)
    return _as_typed(rest, more.asset, whole) if more.asset == less.asset and rest > 0 else None


def _sum(first: str, others: str) -> Text | None:
    """What an amount and those on the lines of a list are together; None unless each line names
    one amount of the same asset."""
    found = [amounts_in(line) for line in (first, *_LISTED.split(others)) if line.strip()]
    if len(found) < 2 or any(len(amounts) != 1 for amounts in found):
        return None
    if len({amount.asset for (amount,) in found}) > 1:
        return None
    total = sum((Decimal(amount.number) for (amount,) in found), Decimal())
    return _as_typed(total, found[0][0].asset, first)


def _as_typed(number: Decimal, asset: str, typed: str) -> Text:
    """An amount, its asset spelled as it was typed, such as USDt."""
    spelled = re.search(re.escape(asset), typed, re.IGNORECASE)
    shown = Amount(str(number), spelled[0] if spelled else asset).shown
    return Text(shown, shown)


class AnswerFormatter(NamedTuple):
    """Says how each answer reads in a text, given all of them and the time.

    `options` holds what can be chosen, by question.
    """

    questions: Mapping[str, Question]
    options: Mapping[str, Sequence[Option]]
    facts: Mapping[str, Fact]
    values: Mapping[str, str]
    now: datetime
    route: Route | None = None

    def format(self, name: str) -> Text | None:
        """The words for a question's answer, for `<time question>-age`, for the difference of two
        amounts `<question>-minus-<question>`, for their sum `<question>-plus-<question>`, for
        the first that is known `<question>-or-<question>`, for `now`, `until`, `by` or `then-by`.

        None where the answer is missing, left blank or "I don't know".
        """
        if name == "now":
            return written(Moment(self.now), self.now.tzinfo)
        if name in ("until", "by", "then-by"):
            return self._deadline(name)
        if name.endswith(AGE):
            since = moment(self.values.get(name.removesuffix(AGE), ""), self.now.tzinfo)
            return roughly(since, self.now) if since else None
        if OR in name:
            return next(filter(None, map(self.format, answers_of(name))), None)
        if MINUS in name:
            return _difference(*(self.values.get(answer, "") for answer in answers_of(name)))
        if PLUS in name:
            return _sum(*(self.values.get(answer, "") for answer in answers_of(name)))
        value = self.values.get(name, UNKNOWN)
        if value in (UNKNOWN, BLANK, "") or name not in self.questions:
            return None
        if value == NONE and all(option.id != NONE for option in self.options.get(name, ())):
            return None
        return self._answer(self.questions[name], value)

    def _answer(self, question: Question, value: str) -> Text:
        if question.kind is Asks.TIME:
            at = moment(value, self.now.tzinfo)
            if at:
                return written(at, self.now.tzinfo)
        if question.from_ is FactKind.DEADLINE and (spoken := coming(value, self.now)):
            exact = written(spoken.at, self.now.tzinfo)
            before = value[: spoken.start]
            time = re.sub(r"\s*[(（][^)）]*$", "", value[: spoken.end])  # without an open bracket
            behind = with_utc(_ZONE.sub("", value[len(time) :]), self.now)
            return exact.map(lambda said: f"{before}{said}{behind}")
        if question.kind is Asks.LINK:
            return Text(defang(value), defang(value))
        value = value.strip()
        if question.kind in _OWN_WORDS and question.from_ not in _VERBATIM:
            value = with_times(value, self.now)
        if question.kind is Asks.AMOUNT and not is_bare(value):
            value = re.sub(r"(?<![\w.,])\d{5,}(?![\w,])", _grouped, value, count=1)
        names = {
            option.id: option.request or option.name for option in self.options.get(question.id, ())
        }
        typed = Text(_in_latin(value), value)
        parts = [part.strip() for part in re.split(r",(?!\d)", value)] if names else [value]
        if not any(part in names for part in parts):
            return typed
        chosen = [names.get(part, Text(part, part)) for part in parts]
        return joined(chosen, Text(", ", "、"))

    def _deadline(self, name: str) -> Text | None:
        """The time until which to wait, by when the next step is due, or the step after that."""
        route = self.route
        if route is None:
            return None
        since = moment(self.values.get(route.since or "", ""), self.now.tzinfo)
        waited = since.at if since else None
        if name == "until":
            return self._after(waited, (route.until,))
        if name == "by":
            return self._after(self.now, (route.answer_by,))
        if route.until:
            return self._after(waited, (route.until, route.then_by))
        return self._after(self.now, (route.answer_by, route.then_by))

    def _after(self, start: datetime | None, intervals: Sequence[str | None]) -> Text | None:
        precision = Precision.DAY
        for fact in intervals:
            if start is None or fact is None:
                return None
            limit = read_limit(self.facts[fact].figures[0])
            start = limit.after(start)
            precision = limit.precision
        return written(Moment(start, precision), self.now.tzinfo) if start else None
