"""`case list`: the most pressing cases, and the letters that nobody has sent yet."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Any

import typer

from bfx_help import cases
from bfx_help.cases import Case, CaseFilter, Log
from bfx_help.cli import case_words
from bfx_help.cli.case_log import warn_of_clock, with_log
from bfx_help.cli.context import Context
from bfx_help.cli.options import ChannelId, Json, Topic, as_command
from bfx_help.cli.output import Paragraph, as_json, quiet, show_page, write
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.model import Tone
from bfx_help.plain import header

SHOWN = 20  # cases of a list that are shown; the rest is counted
LAST = "bfx-help ask --last"  # what shows the last letter again
_UNDER = " " * 6  # below the number of a case


@as_command
def command(
    context: Context,
    topic: Topic = None,
    channel: ChannelId = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    closed: Annotated[bool, typer.Option("--closed")] = False,
    everything: Annotated[bool, typer.Option("--all")] = False,
    json: Json = False,
) -> int:
    """Show the most pressing cases, overdue ones marked. Raises `UsageProblem` for an unknown topic
    or channel."""
    topic = context.known_id(topic, context.content.topics)
    channel = context.known_id(channel, context.content.channels, "no-channel")
    wanted = CaseFilter(topic, channel, closed, overdue)

    def work(log: Log) -> None:
        count = log.count(wanted)
        cases = log.cases(wanted, None if everything else SHOWN)
        if json:
            rows = [case_words.case_data(context, case) for case in cases]
            write(as_json({"count": count, "cases": rows, "unsent": _unsent_data(context)}))
            return
        above = _unsent(context) if wanted == CaseFilter() else ()
        paragraphs = (paragraph for case in cases for paragraph in _row(context, case))
        show_page(context, chain(above, paragraphs, _below(context, wanted, count, everything)))
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
        channel, saved = (
            case_words.channel_name(context, draft.channel),
            case_words.when(context, draft.saved),
        )
        yield Paragraph(
            f"{_UNDER}{context.word('case-unsent-saved', time=saved, channel=channel)}", _UNDER
        )
        if not place:
            yield Paragraph(f"{_UNDER}{context.word('case-command', command=LAST)}", _UNDER)


def _unsent_data(context: Context) -> list[dict[str, Any]]:
    letters = unsent_letters(context)
    return [{"subject": subject_of(it), "saved": it.saved, "channel": it.channel} for it in letters]


def _row(context: Context, case: Case) -> Iterator[Paragraph]:
    about = " · ".join(
        part
        for part in (
            case_words.topic_name(context, case.topic),
            case_words.channel_name(context, case.channel),
            context.word("case-ticket", ticket=case.ticket) if case.ticket else "",
        )
        if part
    )
    late = not case.closed and cases.is_overdue(case.due, context.now)
    tone = Tone.WARNING if late else Tone.HEADING
    yield Paragraph(f"{case.number:>4}  {case_words.due_line(context, case)}", _UNDER, tone)
    for line in (case_words.one_line(context(case.about.text)), case_words.one_line(about)):
        if line:
            yield Paragraph(f"{_UNDER}{line}", _UNDER)
    if late and (command := case_words.command_for(case)):
        yield Paragraph(f"{_UNDER}{context.word('case-command', command=command)}", _UNDER)


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
