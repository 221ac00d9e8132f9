"""The `verify` and `redact` commands."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bfx_help.cli.context import Context
from bfx_help.cli.output import Paragraph, as_json_line, heading, keeping, show, write
from bfx_help.cli.reading import read_text
from bfx_help.model import Text, Tone, Verdict
from bfx_help.plain import defang, plain

if TYPE_CHECKING:
    from bfx_help.redact import Redaction
    from bfx_help.verify import Judgement

_CODES = {"imitation": 3, "unknown": 4, "official": 0}

_TONES = {"imitation": Tone.WARNING, "official": Tone.GOOD}

_HAN = re.compile("[㐀-鿿]+")

_SHOWN = 300
"""Characters of a contact that are shown."""


def verify(context: Context, contacts: tuple[str, ...], as_data: bool) -> int:
    """Judge contacts and messages, `-` for one from standard input; the exit code is that of the
    worst, 4 where there is nothing to judge."""
    found = tuple(_judged(context, contacts))
    codes = {3 if one.demands else _CODES[one.whole.verdict] for one in found}
    worst = next((code for code in (3, 4, 0) if code in codes), 4)
    with keeping(worst):
        for one in found:
            show(context, _judgement_line(context, one) if as_data else _judgement(context, one))
    return worst


def _judged(context: Context, contacts: tuple[str, ...]) -> Iterator["Judgement"]:
    from bfx_help import verify as verifying  # `redact` has no use for it

    held = context.content
    official = tuple(held.official.values())
    for contact in contacts:
        text = read_text(context, None, verifying.LONGEST) if contact == "-" else contact
        yield verifying.judgement(text, official, held.company, held.demands)


def _judgement_line(context: Context, one: "Judgement") -> str:
    contacts = [_verdict_data(context, contact) for contact in one.contacts]
    kinds = [str(demand.kind) for demand in one.demands]
    return as_json_line(
        {**_verdict_data(context, one.whole), "demands": kinds, "contacts": contacts}
    )


def _verdict_data(context: Context, one: Verdict) -> dict[str, Any]:
    reasons, typed = _reasons(context, one), _harmless(one.input)
    return {"input": typed, "verdict": one.verdict, "of": one.of, "reasons": reasons}


def _judgement(context: Context, one: "Judgement") -> Iterator[Paragraph]:
    """The verdict on the message, where it is more than its contacts, above those on them."""
    yield from _demands(context, one)
    if one.demands and not one.contacts:
        return
    verdicts = {contact.verdict for contact in one.shown}
    if {"official", "imitation"} <= verdicts:
        yield Paragraph(context.word("verify-mixed"), tone=Tone.WARNING)
    elif one.beside or {"official", "unknown"} <= verdicts:
        yield Paragraph(context.word("verify-message-unknown"), tone=Tone.WARNING)
    if one.beside:
        yield from (Paragraph(f"  - {reason}", "    ") for reason in _reasons(context, one.whole))
    for contact in one.shown:
        yield from _verdict(context, contact)


def _demands(context: Context, one: "Judgement") -> Iterator[Paragraph]:
    """What the message demands, and what to do."""
    for demand in one.demands:
        what = context.word(f"demand-{demand.kind}")
        yield Paragraph(context.word("verify-demand", what=what), "    ", Tone.WARNING)
    if one.demands:
        yield Paragraph(f"  - {context.word('verify-demand-met')}", "    ")


def _reasons(context: Context, one: Verdict) -> list[str]:
    """The reasons; they may repeat what was typed, which stays as it was."""
    typed = {run for run in _HAN.findall(one.input) if any(run in it.zh for it in one.reasons)}
    if not typed:
        return [context(context.made(reason)) for reason in one.reasons]
    apart = re.compile(f"({'|'.join(map(re.escape, sorted(typed, key=len, reverse=True)))})")
    said = [apart.split(context(reason)) for reason in one.reasons]
    return [
        "".join(
            part if part in typed else context(context.made(Text(part, part))) for part in parts
        )
        for parts in said
    ]


def _harmless(contact: str) -> str:
    """The contact without a secret that is part of it, such as a password or token in a link."""
    from bfx_help.redact import LIMIT, redact  # not needed where a message has no contact

    contact = contact[:LIMIT]
    return redact(contact, kept=redact(contact).ask).text  # numbers of accounts look like codes


def _verdict(context: Context, one: Verdict) -> Iterator[Paragraph]:
    from bfx_help.verify.reasons import NO_CONTACT

    contact = plain(_harmless(one.input), "")
    short = contact if len(contact) <= _SHOWN else f"{contact[:_SHOWN]}…"
    shown = short if one.verdict == "official" else defang(short)
    if shown.strip():
        yield heading(shown, "    ")
    if one.reasons == (NO_CONTACT,):
        yield Paragraph(f"  {context.word('verify-nothing')}", "    ")
        return
    said = context.word(f"verify-{one.verdict}", of=plain(one.of or "", ""))
    listed = next((it for it in context.content.official.values() if it.contact == one.of), None)
    if one.verdict == "official" and listed:
        said += context(Text(" ", "")) + context.basis(listed.facts)
    yield Paragraph(f"  {said}", "    ", _TONES.get(one.verdict, Tone.PLAIN))
    yield from (Paragraph(f"  - {reason}", "    ") for reason in _reasons(context, one))


def redact(context: Context, file: Path | None, as_data: bool) -> int:
    """Print a text with its secrets taken out; what was hidden is told on standard error."""
    from bfx_help.redact import LIMIT
    from bfx_help.redact import redact as redacting

    found = redacting(read_text(context, file, LIMIT))
    if as_data:
        write(_redacted_data(found))
        return 0
    sys.stdout.write(plain(found.text))
    sys.stdout.flush()
    if found.found:
        told = "\n".join([*_hidden(context, found), context.word("hidden-run-sos")])
        print(told, file=sys.stderr)  # noqa: T201 - the text alone goes to standard output
    return 0


def _hidden(context: Context, found: "Redaction") -> Iterator[str]:
    """What was hidden: its kind and length, never more."""
    passages = Counter((one.kind, one.end - one.start) for one in found.found)
    for (kind, length), count in passages.items():
        name = context.word(f"hidden-{kind}")
        if count == 1:
            yield context.word("hidden", kind=name, length=length)
        else:
            yield context.word("hidden-times", kind=name, length=length, count=count)


def _redacted_data(found: "Redaction") -> str:
    passages: list[dict[str, Any]] = [
        {"kind": one.kind, "start": one.start, "end": one.end, "reason": one.reason}
        for one in found.found
    ]
    return as_json_line({"text": found.text, "found": passages, "ask": list(found.asked)})
