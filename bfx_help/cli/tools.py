"""The `verify` and `redact` commands."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bfx_help.cli.context import Context
from bfx_help.cli.output import Paragraph, as_json_line, heading, keeping, show, write
from bfx_help.cli.read_text import read_text
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
    codes = {3 if judgement.demands else _CODES[judgement.whole.verdict] for judgement in found}
    worst = next((code for code in (3, 4, 0) if code in codes), 4)
    with keeping(worst):
        for judgement in found:
            show(
                context,
                _judgement_line(context, judgement) if as_data else _judgement(context, judgement),
            )
    return worst


def _judged(context: Context, contacts: tuple[str, ...]) -> Iterator["Judgement"]:
    from bfx_help import verify as verifying  # `redact` has no use for it

    held = context.content
    official = tuple(held.official.values())
    for contact in contacts:
        text = read_text(context, None, verifying.LONGEST) if contact == "-" else contact
        yield verifying.judgement(text, official, held.company, held.demands)


def _judgement_line(context: Context, judgement: "Judgement") -> str:
    contacts = [_verdict_data(context, contact) for contact in judgement.contacts]
    kinds = [str(demand.kind) for demand in judgement.demands]
    return as_json_line(
        {**_verdict_data(context, judgement.whole), "demands": kinds, "contacts": contacts}
    )


def _verdict_data(context: Context, verdict: Verdict) -> dict[str, Any]:
    reasons, typed = _reasons(context, verdict), _harmless(verdict.input)
    return {"input": typed, "verdict": verdict.verdict, "of": verdict.of, "reasons": reasons}


def _judgement(context: Context, judgement: "Judgement") -> Iterator[Paragraph]:
    """The verdict on the message, where it is more than its contacts, above those on them."""
    yield from _demands(context, judgement)
    if judgement.demands and not judgement.contacts:
        return
    verdicts = {contact.verdict for contact in judgement.shown}
    if {"official", "imitation"} <= verdicts:
        yield Paragraph(context.word("verify-mixed"), tone=Tone.WARNING)
    elif judgement.beside or {"official", "unknown"} <= verdicts:
        yield Paragraph(context.word("verify-message-unknown"), tone=Tone.WARNING)
    if judgement.beside:
        yield from (
            Paragraph(f"  - {reason}", "    ") for reason in _reasons(context, judgement.whole)
        )
    for contact in judgement.shown:
        yield from _verdict(context, contact)


def _demands(context: Context, judgement: "Judgement") -> Iterator[Paragraph]:
    """What the message demands, and what to do."""
    for demand in judgement.demands:
        what = context.word(f"demand-{demand.kind}")
        yield Paragraph(context.word("verify-demand", what=what), "    ", Tone.WARNING)
    if judgement.demands:
        yield Paragraph(f"  - {context.word('verify-demand-met')}", "    ")


def _reasons(context: Context, verdict: Verdict) -> list[str]:
    """The reasons; they may repeat what was typed, which stays as it was."""
    typed = {
        run for run in _HAN.findall(verdict.input) if any(run in it.zh for it in verdict.reasons)
    }
    if not typed:
        return [context(context.made(reason)) for reason in verdict.reasons]
    apart = re.compile(f"({'|'.join(map(re.escape, sorted(typed, key=len, reverse=True)))})")
    said = [apart.split(context(reason)) for reason in verdict.reasons]
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
    return redact(contact, shown=redact(contact).ask).text  # numbers of accounts look like codes


def _verdict(context: Context, verdict: Verdict) -> Iterator[Paragraph]:
    from bfx_help.verify.reasons import NO_CONTACT

    contact = plain(_harmless(verdict.input), "")
    short = contact if len(contact) <= _SHOWN else f"{contact[:_SHOWN]}…"
    shown = short if verdict.verdict == "official" else defang(short)
    if shown.strip():
        yield heading(shown, "    ")
    if verdict.reasons == (NO_CONTACT,):
        yield Paragraph(f"  {context.word('verify-nothing')}", "    ")
        return
    said = context.word(f"verify-{verdict.verdict}", of=plain(verdict.of or "", ""))
    listed = next(
        (it for it in context.content.official.values() if it.contact == verdict.of), None
    )
    if verdict.verdict == "official" and listed:
        said += context(Text(" ", "")) + context.basis(listed.facts)
    yield Paragraph(f"  {said}", "    ", _TONES.get(verdict.verdict, Tone.PLAIN))
    yield from (Paragraph(f"  - {reason}", "    ") for reason in _reasons(context, verdict))


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
        warning = "\n".join([*_hidden(context, found), context.word("hidden-run-sos")])
        print(warning, file=sys.stderr)  # noqa: T201 - the text alone goes to standard output
    return 0


def _hidden(context: Context, found: "Redaction") -> Iterator[str]:
    """What was hidden: its kind and length, never more."""
    passages = Counter((secret.kind, secret.end - secret.start) for secret in found.found)
    for (kind, length), count in passages.items():
        name = context.word(f"hidden-{kind}")
        if count == 1:
            yield context.word("hidden", kind=name, length=length)
        else:
            yield context.word("hidden-times", kind=name, length=length, count=count)


def _redacted_data(found: "Redaction") -> str:
    passages: list[dict[str, Any]] = [
        {"kind": secret.kind, "start": secret.start, "end": secret.end, "reason": secret.reason}
        for secret in found.found
    ]
    return as_json_line({"text": found.text, "found": passages, "ask": list(found.asked)})
