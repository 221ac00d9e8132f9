"""`case show`: one case with all that belongs to it."""

from collections.abc import Iterable, Iterator
from typing import Any

from bfx_help import cases
from bfx_help.cases import Sent
from bfx_help.cli.case_log import CaseDetails, details, with_log
from bfx_help.cli.case_words import (
    case_data,
    channel_name,
    command_for,
    due_line,
    event_line,
    exhibit_data,
    exhibit_line,
    one_line,
    rating_line,
    topic_name,
    when,
)
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, Number, as_command
from bfx_help.cli.output import GAP, Page, Paragraph, as_json, heading
from bfx_help.cli.result import languages_for
from bfx_help.model import Tone


@as_command
def command(context: Context, number: Number, json: Json = False) -> Page:
    """Show one case in full."""
    found = with_log(context, lambda log: details(log, number))
    return as_json(_data(context, found)) if json else _page(context, found)


def _data(context: Context, found: CaseDetails) -> dict[str, Any]:
    """A case with all that belongs to it, for scripts."""
    return {
        **case_data(context, found.case),
        "answers": found.answers,
        "events": [
            {
                "at": event.at,
                "noted": event.noted,
                "act": event.kind.value,
                "said": event.said.value if event.said else None,
                "words": event.words,
            }
            for event in found.events
        ],
        "texts": [
            {"at": text.at, "kind": text.kind, "text": text.text._asdict()} for text in found.texts
        ],
        "exhibits": [exhibit_data(exhibit) for exhibit in found.exhibits],
        "rating": found.rating._asdict() if found.rating else None,
    }


def _page(context: Context, found: CaseDetails) -> Iterator[Paragraph]:
    case = found.case
    yield heading(
        context.word("case-title", number=case.number, about=one_line(context(case.about.text)))
    )
    yield Paragraph(context.word("case-topic", topic=topic_name(context, case.topic)))
    yield Paragraph(context.word("case-channel", channel=channel_name(context, case.channel)))
    if case.ticket:
        yield Paragraph(context.word("case-ticket", ticket=case.ticket))
    late = not case.closed and cases.is_overdue(case.due, context.now)
    yield Paragraph(due_line(context, case), tone=Tone.WARNING if late else Tone.STRONG)
    if command := command_for(case):
        yield Paragraph(context.word("case-command", command=command))
    yield from (GAP, heading(context.word("case-happened")))
    for event in found.events:
        yield Paragraph(
            one_line(f"- {when(context, event.at)}  {event_line(context, event)}"), "    "
        )
    if found.exhibits:
        yield from (GAP, heading(context.word("case-exhibits")))
        for exhibit in found.exhibits:
            yield Paragraph(one_line(f"- {exhibit_line(context, exhibit)}"), "    ")
    if found.rating:
        yield from (GAP, Paragraph(one_line(rating_line(context, found.rating))))
    yield from _texts(context, found.sent)


def _texts(context: Context, texts: Iterable[Sent]) -> Iterator[Paragraph]:
    """The texts as they were sent, so that they can be copied: in English too, which is what
    support got unless another language was asked for."""
    for text in texts:
        kind = context.word(f"text-{text.kind}")
        yield from (GAP, heading(context.word("case-text", kind=kind, time=when(context, text.at))))
        sent = [text.text.text.in_(language) for language in languages_for(context, None)]
        yield Paragraph("\n\n".join(dict.fromkeys(sent)), verbatim=True)
