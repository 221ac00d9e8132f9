"""`case export`: one zip that somebody who knows nothing of the matter can follow."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from bfx_help import cases
from bfx_help.cases import Enclosed, EventKind, Exhibit, ExhibitFault, Flaw
from bfx_help.cli.case_log import CaseDetails, details, warn, with_log
from bfx_help.cli.case_words import channel_name, event_line, fault_line, one_line, topic_name, utc
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, Output, RequestLanguage, as_command
from bfx_help.cli.output import Paragraph, as_markdown, heading, tell
from bfx_help.cli.page_html import as_html
from bfx_help.cli.result import languages_for
from bfx_help.files import reason_of
from bfx_help.model import Language, Problem
from bfx_help.plain import plain


@as_command
def command(
    context: Context, number: Number, output: Output = None, request_lang: RequestLanguage = None
) -> int:
    """Write the zip; 3 where an exhibit is missing or was changed, which the index then says."""
    home = context.settings.home
    found, faults = with_log(
        context, lambda log: (details(log, number), [*cases.faults(log, home, number)])
    )
    target = output or Path(f"case-{number}-{context.now:%Y%m%d}.zip")
    files = _files(context, found, faults, languages_for(context, request_lang))
    try:
        cases.write_zip(target, f"case-{number}", files, context.now)
    except OSError as error:
        raise Problem(context.word("export-failed", path=target, reason=reason_of(error))) from None
    for fault in faults:
        warn(context, fault_line(context, fault))
    tell(context, context.word("exported", path=target))
    return 3 if faults else 0


def _files(
    context: Context,
    found: CaseDetails,
    faults: Sequence[ExhibitFault],
    languages: Sequence[Language],
) -> Iterator[Enclosed]:
    """Everything that goes into the zip."""
    bad = {fault.exhibit.label: fault.kind for fault in faults}
    for language in languages:
        page = CasePages(context.speaking(language), found, bad)
        index, timeline = as_markdown(page.index()), as_markdown(page.timeline())
        yield Enclosed(f"index.{language}.md", f"{index}\n".encode())
        yield Enclosed(f"timeline.{language}.md", f"{timeline}\n".encode())
        yield Enclosed(f"timeline.{language}.html", as_html(page.whole(), [language]).encode())
    for place, sent in enumerate(found.sent, 1):
        for language in languages:
            name = f"texts/{place:02}-{sent.at[:10]}-{sent.kind}.{language}.txt"
            yield Enclosed(name, f"{plain(sent.text.text.in_(language))}\n".encode())
    received = (EventKind.REPLY, EventKind.CALL, EventKind.NOTE)
    for place, event in enumerate((it for it in found.events if it.kind in received), 1):
        text = f"{utc(context, event.at)}\n{event_line(context.speaking(Language.EN), event)}\n"
        name = f"replies/{place:02}-{event.at[:10]}-{event.kind}.txt"
        yield Enclosed(name, plain(text).encode())
    for exhibit in found.exhibits:
        if bad.get(exhibit.label) is not Flaw.MISSING:
            path = cases.copy_of(context.settings.home, found.case.number, exhibit)
            yield Enclosed(f"exhibits/{exhibit.file}", path)


class CasePages:
    """The pages of one language. `bad` are the labels of exhibits that are not as they were."""

    def __init__(self, context: Context, found: CaseDetails, bad: dict[int, Flaw]) -> None:
        self._context = context
        self._found = found
        self._bad = bad

    def _heading(self) -> Iterator[Paragraph]:
        context, case = self._context, self._found.case
        yield heading(context.word("export-title", about=one_line(context(case.about.text))))
        ticket = case.ticket or context.word("export-no-ticket")
        for line in (
            context.word("case-ticket", ticket=ticket),
            context.word("case-topic", topic=topic_name(context, case.topic)),
            context.word("case-channel", channel=channel_name(context, case.channel)),
            context.word("export-made", time=utc(context, context.now.isoformat())),
            context.word("export-utc"),
        ):
            yield Paragraph(one_line(line), mark="-")

    def _rows(self) -> list[tuple[str, str]]:
        """What happened, and when each exhibit was taken, in UTC and in the order of time."""
        context, zone = self._context, self._context.zone
        rows = [
            (cases.event_order(event, zone), event.at, event_line(context, event))
            for event in self._found.events
        ]
        for exhibit in self._found.exhibits:
            if at := exhibit.dated:
                order = cases.time_order(at, exhibit.added, zone, early=True)
                rows.append((order, at, self._exhibit(exhibit)))
        return [(utc(context, at), line) for _, at, line in sorted(rows, key=itemgetter(0))]

    def _exhibit(self, exhibit: Exhibit) -> str:
        shows = exhibit.shows or self._context.word("exhibit-shows-nothing")
        return f"{exhibit.id} {shows}"

    def _exhibit_rows(self) -> list[tuple[str, ...]]:
        context, rows = self._context, list[tuple[str, ...]]()
        bad = {label: context.word(f"export-{flaw}") for label, flaw in self._bad.items()}
        for exhibit in self._found.exhibits:
            dated = utc(context, exhibit.dated) if exhibit.dated else ""
            place = bad.get(exhibit.label, f"exhibits/{exhibit.file}")
            rows.append((self._exhibit(exhibit), dated, place, str(exhibit.size), exhibit.digest))
        return rows

    def _table(self, columns: str, rows: Iterable[tuple[str, ...]]) -> Iterator[Paragraph]:
        head = [cell.strip() for cell in self._context.word(columns).split("|")]
        for cells in (tuple(head), *rows):
            yield Paragraph("", cells=tuple(one_line(cell) for cell in cells))

    def index(self) -> Iterator[Paragraph]:
        """What lies in the zip, and how to check it."""
        yield from self._heading()
        yield heading(self._context.word("case-exhibits"))
        yield from self._table("export-columns", self._exhibit_rows())
        yield Paragraph(self._context.word("export-sums"))

    def timeline(self) -> Iterator[Paragraph]:
        """What happened when."""
        yield from self._heading()
        yield from self._table("export-timeline-columns", self._rows())

    def whole(self) -> Iterator[Paragraph]:
        """The timeline with the exhibits and the texts, to be printed."""
        context = self._context
        yield from self.timeline()
        yield heading(context.word("case-exhibits"))
        yield from self._table("export-columns", self._exhibit_rows())
        yield heading(context.word("export-texts"))
        for sent in self._found.sent:
            yield heading(f"{utc(context, sent.at)} {context.word(f'text-{sent.kind}')}")
            yield Paragraph(context(sent.text.text), verbatim=True)
