"""The pages of the log: the list of cases, and one case whole."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from bfx_help import cases
from bfx_help.cases import Act, Case, CaseFilter, Event, Exhibit, Log, Rating, Sent
from bfx_help.cli.cases.shared import (
    case_data,
    channel_name,
    command_for,
    due_line,
    topic_name,
    warn_of_clock,
    when,
    with_log,
)
from bfx_help.cli.context import Context
from bfx_help.cli.output import GAP, Paragraph, as_json, heading, quiet, show, write
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.model import Tone
from bfx_help.plain import header

SHOWN = 20
"""Cases of a list that are shown; the rest is counted."""

LAST = "bfx-help ask --last"
"""What shows the last letter again."""

_UNDER = " " * 6
"""Below the number of a case."""


def wanted(
    context: Context, topic: str | None, channel: str | None, *, closed: bool, overdue: bool
) -> CaseFilter:
    """Which cases to list. Raises `UsageProblem` for an unknown topic or channel."""
    topic = context.id_of(topic, context.content.topics) if topic else None
    channel = context.id_of(channel, context.content.channels) if channel else None
    if topic is not None and topic not in context.content.topics:
        raise context.unknown(topic, context.content.topics, "no-topic")
    if channel is not None and channel not in context.content.channels:
        raise context.unknown(channel, context.content.channels, "no-channel")
    return CaseFilter(topic, channel, closed, overdue)


def show_list(context: Context, wanted: CaseFilter, everything: bool, as_data: bool) -> int:
    """Show the most pressing cases, overdue ones marked."""

    def work(log: Log) -> None:
        count = log.count(wanted)
        cases = log.cases(wanted, None if everything else SHOWN)
        if as_data:
            rows = [case_data(context, case) for case in cases]
            write(as_json({"count": count, "cases": rows, "unsent": _unsent_data(context)}))
            return
        above = _unsent(context) if wanted == CaseFilter() else ()
        paragraphs = (paragraph for case in cases for paragraph in _row(context, case))
        show(context, chain(above, paragraphs, _below(context, wanted, count, everything)))
        warn_of_clock(context, log)

    with_log(context, work)
    return 0


def unsent_letters(context: Context) -> tuple[Draft, ...]:
    """The finished letters that nobody has sent yet, the latest first."""
    return tuple(draft for _, draft in drafts.all_unsent(context.settings.home / "drafts"))


def subject_of(draft: Draft) -> str:
    """The first line of a letter."""
    return header(draft.text.lstrip().partition("\n")[0], 70)


def _unsent(context: Context) -> Iterator[Paragraph]:
    for place, draft in enumerate(unsent_letters(context)):
        subject = context.word("case-unsent", subject=subject_of(draft))
        yield Paragraph(f"   -  {subject}", _UNDER, Tone.STRONG)
        channel, saved = channel_name(context, draft.channel), when(context, draft.saved)
        yield Paragraph(
            f"{_UNDER}{context.word('case-unsent-saved', time=saved, channel=channel)}", _UNDER
        )
        if not place:
            yield Paragraph(f"{_UNDER}{context.word('case-command', command=LAST)}", _UNDER)


def _unsent_data(context: Context) -> list[dict[str, Any]]:
    return [
        {"subject": subject_of(draft), "saved": draft.saved, "channel": draft.channel}
        for draft in unsent_letters(context)
    ]


def _row(context: Context, case: Case) -> Iterator[Paragraph]:
    about = " · ".join(
        part
        for part in (
            topic_name(context, case.topic),
            channel_name(context, case.channel),
            context.word("case-ticket", ticket=case.ticket) if case.ticket else "",
        )
        if part
    )
    late = not case.closed and cases.is_overdue(case.due, context.now)
    tone = Tone.WARNING if late else Tone.HEADING
    yield Paragraph(f"{case.number:>4}  {due_line(context, case)}", _UNDER, tone)
    for line in (one_line(context(case.about.text)), one_line(about)):
        if line:
            yield Paragraph(f"{_UNDER}{line}", _UNDER)
    if late and (command := command_for(case)):
        yield Paragraph(f"{_UNDER}{context.word('case-command', command=command)}", _UNDER)


def one_line(text: str) -> str:
    """The text without the line breaks that were typed: with them it could draw entries of its
    own."""
    return re.sub(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*", " ", text)


def _below(
    context: Context, wanted: CaseFilter, count: int, everything: bool
) -> Iterator[Paragraph]:
    if not count:
        yield Paragraph(context.word("case-list-none"))
    elif count > SHOWN and not everything:
        yield Paragraph(context.word("case-list-more", number=count - SHOWN))
    if count and not wanted.closed:
        yield quiet(context.word("case-own-dates"))
    for path in cases.damaged(context.settings.home):
        yield Paragraph(context.word("log-aside", path=path))


class Whole(NamedTuple):
    """A case with all that belongs to it."""

    case: Case
    events: tuple[Event, ...]
    texts: tuple[Sent, ...]
    exhibits: tuple[Exhibit, ...]
    rating: Rating | None
    answers: dict[str, str]


def whole(log: Log, number: int) -> Whole:
    """Read everything that belongs to a case."""
    return Whole(
        log.case(number),
        log.events(number),
        log.texts(number),
        log.exhibits(number),
        log.rating(number),
        dict(log.answers(number)),
    )


def show_case(context: Context, number: int, as_data: bool) -> int:
    """Show one case whole."""
    found = with_log(context, lambda log: whole(log, number))
    if as_data:
        write(as_json(whole_data(context, found)))
    else:
        show(context, _page(context, found))
    return 0


def whole_data(context: Context, found: Whole) -> dict[str, Any]:
    """A case with all that belongs to it, for scripts."""
    return {
        **case_data(context, found.case),
        "answers": found.answers,
        "events": [
            {
                "at": event.at,
                "noted": event.noted,
                "act": event.act.value,
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


def exhibit_data(exhibit: Exhibit) -> dict[str, Any]:
    """An exhibit for scripts."""
    return {
        "id": exhibit.id,
        "name": exhibit.name,
        "size": exhibit.size,
        "sha256": exhibit.digest,
        "added": exhibit.added,
        "shows": exhibit.shows,
        "dated": exhibit.dated or None,
        "item": exhibit.item or None,
    }


def _page(context: Context, found: Whole) -> Iterator[Paragraph]:
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
    yield from _texts(context, found.texts)


def _texts(context: Context, texts: tuple[Sent, ...]) -> Iterator[Paragraph]:
    """The texts as they were sent, so that they can be copied: in English too, which is what
    support got unless another language was asked for."""
    from bfx_help.cli.result import languages_for  # the list need not pay for it

    for text in texts:
        if not text.was_sent:
            continue
        kind = context.word(f"text-{text.kind}")
        yield from (GAP, heading(context.word("case-text", kind=kind, time=when(context, text.at))))
        sent = [text.text.text.in_(language) for language in languages_for(None, context.language)]
        yield Paragraph("\n\n".join(dict.fromkeys(sent)), verbatim=True)


def event_line(context: Context, event: Event) -> str:
    """What happened, in words."""
    key = f"said-{event.said}" if event.said else f"act-{event.act}"
    words = channel_name(context, event.words) if event.act is Act.SENT else event.words
    return (
        context.word("case-event", what=context.word(key), words=words)
        if words
        else context.word(key)
    )


def exhibit_line(context: Context, exhibit: Exhibit) -> str:
    """An exhibit in one line."""
    shows = exhibit.shows or context.word("exhibit-shows-nothing")
    return context.word("exhibit-line", id=exhibit.id, shows=shows, name=exhibit.name)


def rating_line(context: Context, rating: Rating) -> str:
    """A rating in one line."""
    solved = context.word(f"solved-{rating.solved}")
    line = context.word("rating-line", solved=solved, effect=rating.effect, manner=rating.manner)
    return f"{line} {rating.words}".strip()
