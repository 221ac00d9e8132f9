"""`verify`: whether links, addresses, accounts or whole messages are official."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.output import Paragraph, as_json_line, heading, keeping, show
from bfx_help.cli.read_text import read_text
from bfx_help.cli.without_secrets import without_secrets
from bfx_help.model import Reason, Tone, Verdict
from bfx_help.plain import defang, plain
from bfx_help.verify import LONGEST_MESSAGE, Judgement, judgement
from bfx_help.verify.reasons import NO_CONTACT

_CODES = {"imitation": 3, "unknown": 4, "official": 0}

_TONES = {"imitation": Tone.WARNING, "official": Tone.GOOD}

_SHOWN = 300  # characters of a contact that are shown


@as_command
def command(
    context: Context,
    contact: Annotated[list[str], typer.Argument(metavar="CONTACT...")],
    json: Json = False,
) -> int:
    """Judge contacts and messages, `-` for one from standard input; the exit code is that of the
    worst, 4 where there is nothing to judge."""
    texts = (read_text(context, None, LONGEST_MESSAGE) if it == "-" else it for it in contact)
    found = tuple(judgement(text, context.content) for text in texts)
    codes = {3 if judged.demands else _CODES[judged.whole.verdict] for judged in found}
    worst = next((code for code in (3, 4, 0) if code in codes), 4)
    with keeping(worst):
        for judged in found:
            line = _judgement_line if json else _judgement
            show(context, line(context, judged))
    return worst


def _judgement_line(context: Context, judgement: Judgement) -> str:
    contacts = [_verdict_data(context, contact) for contact in judgement.contacts]
    kinds = [str(demand) for demand in judgement.demands]
    return as_json_line(
        {**_verdict_data(context, judgement.whole), "demands": kinds, "contacts": contacts}
    )


def _verdict_data(context: Context, verdict: Verdict) -> dict[str, Any]:
    reasons, typed = _reasons(context, verdict), without_secrets(verdict.input)
    return {"input": typed, "verdict": verdict.verdict, "of": verdict.of, "reasons": reasons}


def _judgement(context: Context, judgement: Judgement) -> Iterator[Paragraph]:
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


def _demands(context: Context, judgement: Judgement) -> Iterator[Paragraph]:
    """What the message demands, and what to do."""
    if judgement.demands:
        *lines, met = context.demanded(judgement.demands)
        yield from (Paragraph(line, "    ", Tone.WARNING) for line in lines)
        yield Paragraph(f"  - {met}", "    ")


def _reasons(context: Context, verdict: Verdict) -> list[str]:
    """The reasons; what they repeat of what was typed stays as it was."""
    return [
        context.word(reason.word, **dict(reason.values))
        if isinstance(reason, Reason)
        else context(reason)
        for reason in verdict.reasons
    ]


def _verdict(context: Context, verdict: Verdict) -> Iterator[Paragraph]:
    contact = plain(without_secrets(verdict.input), "")
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
        said = context.row("sentences", (said, context.basis(listed.facts)))
    yield Paragraph(f"  {said}", "    ", _TONES.get(verdict.verdict, Tone.PLAIN))
    yield from (Paragraph(f"  - {reason}", "    ") for reason in _reasons(context, verdict))
