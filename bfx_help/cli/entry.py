"""Takes in what somebody types: its secrets come out once, here, before it is kept or shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bfx_help.answers.amounts import is_bare
from bfx_help.answers.chains import fits
from bfx_help.answers.read_answer import Reading, read
from bfx_help.cli.context import Context
from bfx_help.model import NONE, Asks, Option, Question, Redacted
from bfx_help.name_lists import list_of
from bfx_help.plain import defang, plain
from bfx_help.redact import Redaction, redact

LONGEST_ANSWER = 5000  # characters of one answer; what is longer is cut, and the user is informed

CHOSEN = (Asks.CHOICE, Asks.SEVERAL, Asks.NETWORK)
"""How questions are answered that have a list of options."""

_NOTHING = frozenset(list_of("answers", "nothing").splitlines())


class Surroundings(NamedTuple):
    """What earlier answers say about this one: the coin of an amount, the network of an address."""

    asset: str | None = None
    network: str | None = None


NOWHERE = Surroundings()  # where no earlier answer says anything


class Intake:
    """Redacts each text once: what the screen keeps of an answer is what is kept of it."""

    def __init__(self) -> None:
        self.field: str | None = None
        self._last: tuple[str, str | None, Redaction] | None = None

    def redact(self, text: str, field: str | None = None) -> Redaction:
        """The text without its secrets; the same text twice in a row is redacted once."""
        text = text[:LONGEST_ANSWER]
        if self._last is None or self._last[:2] != (text, field):
            self._last = (text, field, redact(text, field))
        return self._last[2]

    def echo(self, text: str) -> str:
        """What of an answer may stay on the screen."""
        return self.redact(text, self.field).text


class Clean(NamedTuple):
    """A text as it may be kept, and the warnings for whoever wrote it."""

    text: Redacted
    warnings: tuple[str, ...] = ()


def field_of(question: Question) -> str:
    """What the answer holds, as `redact` wants to know it."""
    return Asks.ID if question.ids else question.kind


def clean(context: Context, typed: str, redaction: Redaction) -> Clean:
    """The redacted text with imitations of official contacts made harmless."""
    text, warnings = redaction.text, list[str]()
    for contact, of in _imitations(context, typed, redaction.text):
        if contact in text:
            shown = defang(plain(contact, ""))
            warnings.append(context.word("contact-imitation", contact=shown, of=of))
            text = Redacted(text.replace(contact, defang(contact)))
    return Clean(text, (*warnings, *hidden(context, redaction)))


def hidden(context: Context, redaction: Redaction) -> tuple[str, ...]:
    """What was hidden, and what to do where it was given away."""
    kinds = [(f"hidden-{item.kind}", item.end - item.start) for item in redaction.found]
    lines = [context.word("hidden", kind=context.word(key), length=size) for key, size in kinds]
    return (*lines, context.word("hidden-sent")) if lines else ()


def _imitations(context: Context, typed: str, redacted: str) -> Sequence[tuple[str, str]]:
    """The contacts that imitate official ones, and which ones. A placeholder breaks a link in two,
    so the text is judged as it was typed, and what is left of it once more."""
    from bfx_help import verify  # ten milliseconds that the first prompt need not wait for

    texts = dict.fromkeys((typed[:LONGEST_ANSWER], redacted))
    return [
        (item.input, item.of or "")
        for text in texts
        for item in verify.judge(text, context.content)
        if item.verdict == "imitation"
    ]


def understand_answer(
    question: Question, text: str, options: Sequence[Option], now: datetime, near: Surroundings
) -> Reading | None:
    """What an answer means, typed in words; None where it says nothing of the kind."""
    text = text.strip()
    if not question.options and not options and text.strip(" .。").lower() in _NOTHING:
        return Reading(NONE)
    if question.kind in CHOSEN:
        value = option_named(text, options)
        return Reading(value or text) if value or question.other else None
    reading = read(question.kind, text, now)
    if reading is None:
        return None
    if reading.doubt == "doubt-amount-asset" and near.asset and not is_bare(reading.value):
        return Reading(f"{reading.value} {near.asset}")
    if reading.doubt is None and fits(reading.value, near.network or "") is False:
        return reading._replace(doubt="doubt-other-network")
    return reading


def option_named(text: str, options: Sequence[Option]) -> str | None:
    """The option that a text names: by its id, its name in any language, or how that begins."""
    wanted = text.strip(" .。").casefold()
    if not wanted:
        return None
    names = [(option.id, (option.id, *option.name, *(option.request or ()))) for option in options]
    folded = [(id_, [name.casefold() for name in several]) for id_, several in names]
    exact = [id_ for id_, several in folded if wanted in several]
    begin = [id_ for id_, several in folded if any(name.startswith(wanted) for name in several)]
    inside = [id_ for id_, several in folded if any(wanted in name for name in several)]
    if exact:
        return exact[0]
    return next((found[0] for found in (begin, inside) if len(found) == 1), None)
