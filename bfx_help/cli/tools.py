"""The `verify` and `redact` commands."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bfx_help.cli.desk import Desk
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


def verify(desk: Desk, contacts: tuple[str, ...], as_data: bool) -> int:
    """Judge contacts and messages, `-` for one from standard input; the exit code is that of the
    worst, 4 where there is nothing to judge."""
    found = tuple(_judged(desk, contacts))
    codes = {3 if one.demands else _CODES[one.whole.verdict] for one in found}
    worst = next((code for code in (3, 4, 0) if code in codes), 4)
    with keeping(worst):
        for one in found:
            show(desk, _judgement_line(desk, one) if as_data else _judgement(desk, one))
    return worst


def _judged(desk: Desk, contacts: tuple[str, ...]) -> Iterator["Judgement"]:
    from bfx_help import verify as verifying  # `redact` has no use for it

    held = desk.content
    official = tuple(held.official.values())
    for contact in contacts:
        text = read_text(desk, None, verifying.LONGEST) if contact == "-" else contact
        yield verifying.judgement(text, official, held.company, held.demands)


def _judgement_line(desk: Desk, one: "Judgement") -> str:
    contacts = [_verdict_data(desk, contact) for contact in one.contacts]
    kinds = [str(demand.kind) for demand in one.demands]
    return as_json_line({**_verdict_data(desk, one.whole), "demands": kinds, "contacts": contacts})


def _verdict_data(desk: Desk, one: Verdict) -> dict[str, Any]:
    reasons, typed = _reasons(desk, one), _harmless(one.input)
    return {"input": typed, "verdict": one.verdict, "of": one.of, "reasons": reasons}


def _judgement(desk: Desk, one: "Judgement") -> Iterator[Paragraph]:
    """The verdict on the message, where it is more than its contacts, above those on them."""
    yield from _demands(desk, one)
    if one.demands and not one.contacts:
        return
    verdicts = {contact.verdict for contact in one.shown}
    if {"official", "imitation"} <= verdicts:
        yield Paragraph(desk.word("verify-mixed"), tone=Tone.WARNING)
    elif one.beside or {"official", "unknown"} <= verdicts:
        yield Paragraph(desk.word("verify-message-unknown"), tone=Tone.WARNING)
    if one.beside:
        yield from (Paragraph(f"  - {reason}", "    ") for reason in _reasons(desk, one.whole))
    for contact in one.shown:
        yield from _verdict(desk, contact)


def _demands(desk: Desk, one: "Judgement") -> Iterator[Paragraph]:
    """What the message demands, and what to do."""
    for demand in one.demands:
        what = desk.word(f"demand-{demand.kind}")
        yield Paragraph(desk.word("verify-demand", what=what), "    ", Tone.WARNING)
    if one.demands:
        yield Paragraph(f"  - {desk.word('verify-demand-met')}", "    ")


def _reasons(desk: Desk, one: Verdict) -> list[str]:
    """The reasons; they may repeat what was typed, which stays as it was."""
    typed = {run for run in _HAN.findall(one.input) if any(run in it.zh for it in one.reasons)}
    if not typed:
        return [desk(desk.made(reason)) for reason in one.reasons]
    apart = re.compile(f"({'|'.join(map(re.escape, sorted(typed, key=len, reverse=True)))})")
    said = [apart.split(desk(reason)) for reason in one.reasons]
    return [
        "".join(part if part in typed else desk(desk.made(Text(part, part))) for part in parts)
        for parts in said
    ]


def _harmless(contact: str) -> str:
    """The contact without a secret that is part of it, such as a password or token in a link."""
    from bfx_help.redact import LIMIT, redact  # not needed where a message has no contact

    contact = contact[:LIMIT]
    return redact(contact, kept=redact(contact).ask).text  # numbers of accounts look like codes


def _verdict(desk: Desk, one: Verdict) -> Iterator[Paragraph]:
    from bfx_help.verify.reasons import NO_CONTACT

    contact = plain(_harmless(one.input), "")
    short = contact if len(contact) <= _SHOWN else f"{contact[:_SHOWN]}…"
    shown = short if one.verdict == "official" else defang(short)
    if shown.strip():
        yield heading(shown, "    ")
    if one.reasons == (NO_CONTACT,):
        yield Paragraph(f"  {desk.word('verify-nothing')}", "    ")
        return
    said = desk.word(f"verify-{one.verdict}", of=plain(one.of or "", ""))
    listed = next((it for it in desk.content.official.values() if it.contact == one.of), None)
    if one.verdict == "official" and listed:
        said += desk(Text(" ", "")) + desk.basis(listed.facts)
    yield Paragraph(f"  {said}", "    ", _TONES.get(one.verdict, Tone.PLAIN))
    yield from (Paragraph(f"  - {reason}", "    ") for reason in _reasons(desk, one))


def redact(desk: Desk, file: Path | None, as_data: bool) -> int:
    """Print a text with its secrets taken out; what was hidden is told on standard error."""
    from bfx_help.redact import LIMIT
    from bfx_help.redact import redact as redacting

    found = redacting(read_text(desk, file, LIMIT))
    if as_data:
        write(_redacted_data(found))
        return 0
    sys.stdout.write(plain(found.text))
    sys.stdout.flush()
    if found.found:
        told = "\n".join([*_hidden(desk, found), desk.word("hidden-run-sos")])
        print(told, file=sys.stderr)  # noqa: T201 - the text alone goes to standard output
    return 0


def _hidden(desk: Desk, found: "Redaction") -> Iterator[str]:
    """What was hidden: its kind and length, never more."""
    passages = Counter((one.kind, one.end - one.start) for one in found.found)
    for (kind, length), count in passages.items():
        name = desk.word(f"hidden-{kind}")
        if count == 1:
            yield desk.word("hidden", kind=name, length=length)
        else:
            yield desk.word("hidden-times", kind=name, length=length, count=count)


def _redacted_data(found: "Redaction") -> str:
    passages: list[dict[str, Any]] = [
        {"kind": one.kind, "start": one.start, "end": one.end, "reason": one.reason}
        for one in found.found
    ]
    return as_json_line({"text": found.text, "found": passages, "ask": list(found.asked)})
