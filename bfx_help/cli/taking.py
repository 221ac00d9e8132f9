"""Takes what somebody says, typed or given with an option: what it means, without its secrets and
with imitations made harmless."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.answers.chains import fits
from bfx_help.answers.hearing import hear
from bfx_help.answers.reading import Reading, read
from bfx_help.answers.spans import moment, stamp
from bfx_help.cli.desk import Desk
from bfx_help.model import NONE, Asks, Question, Redacted
from bfx_help.plain import defang, plain
from bfx_help.redact import Found, Redaction, redact

_NOTHING = ("none", "no", "nothing", "0", "无", "没有", "没", "無", "沒有")


class Around(NamedTuple):
    """What earlier answers say about this one: the coin of an amount, the network of an address."""

    asset: str | None = None
    network: str | None = None

    def read(self, question: Question, text: str, now: datetime) -> Reading | None:
        """What the text means, with the doubt that it does not fit the network."""
        reading = read(question.kind, text, now)
        if reading is None:
            return None
        if reading.doubt == "doubt-amount-asset" and self.asset:
            return Reading(f"{reading.value} {self.asset}")
        if reading.doubt is None and fits(reading.value, self.network or "") is False:
            return reading._replace(doubt="doubt-other-network")
        return reading


ALONE = Around()
"""Nothing is known from earlier answers."""


class Taken(NamedTuple):
    """A text as it may be kept, and the warnings for whoever wrote it."""

    text: Redacted
    warnings: tuple[str, ...]


def meant(desk: Desk, question: Question, text: str, around: Around = ALONE) -> Reading | None:
    """What an answer to a question means; its secrets are still in it."""
    if question.ids and text.strip(" .。").lower() in _NOTHING:
        return Reading(NONE)
    reading = around.read(question, text, desk.now)
    if reading and question.ids:
        return reading._replace(value=_dated(desk, reading.value))
    return reading


def _dated(desk: Desk, text: str) -> str:
    """A text that says "10 minutes ago" with the time it means, which is true tomorrow too."""
    said = hear(text, desk.now).get("time")
    when = moment(said, desk.zone) if said else None
    if when is None or when.value[:10] in text:
        return text
    utc, _, _ = stamp(when, desk.zone).en.partition(" (")
    return f"{text} ({utc})"


def field_of(question: Question) -> str:
    """What the answer holds, as `redact` wants to know it."""
    return Asks.ID if question.ids else question.kind


def taken(desk: Desk, text: str, field: str | None = None, kept: Sequence[str] = ()) -> Taken:
    """The text as it may be kept; `kept` is what the user said is no secret."""
    found = redact(text, field, kept)
    harmless: str = found.text
    warnings = []
    for contact, of in _imitations(desk, text, found.text, lambda one: redact(one, field, kept)):
        if contact in harmless:
            shown = defang(plain(contact, ""))
            warnings.append(desk.word("contact-imitation", contact=shown, of=of))
            harmless = harmless.replace(contact, defang(contact))
    warnings += _hidden(desk, found.found)
    return Taken(redact(harmless, field, kept).text, tuple(warnings))


def _imitations(
    desk: Desk, typed: str, shown: str, redacted: Callable[[str], Redaction]
) -> Iterator[tuple[str, str]]:
    """The contacts that imitate official ones, as they stand in the text that may be shown, and
    which ones. A placeholder breaks a link in two, so the text is judged as it was typed, and what
    is left of a link once more."""
    from bfx_help import verify  # ten milliseconds that the first prompt need not wait for

    official = tuple(desk.content.official.values())
    for one in verify.judge(typed, official):
        if one.verdict == "imitation":
            yield redacted(one.input).text, one.of or ""
    for one in verify.judge(shown, official):
        if one.verdict == "imitation":
            yield one.input, one.of or ""


def _hidden(desk: Desk, found: Sequence[Found]) -> list[str]:
    """What was hidden, and what to do where it was given away."""
    told = []
    for one in found:
        kind, length = desk.word(f"hidden-{one.kind}"), one.end - one.start
        told.append(desk.word("hidden", kind=kind, length=length))
    return [*told, desk.word("hidden-sent")] if told else []
