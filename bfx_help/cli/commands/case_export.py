"""`case export`: one zip that somebody who knows nothing of the matter can follow."""

from collections.abc import Iterator, Sequence
from html import escape
from operator import itemgetter
from pathlib import Path

from bfx_help import cases
from bfx_help.cases import Act, Enclosed, Event, Exhibit, ExhibitFault, Flaw, Log, Sent
from bfx_help.cli.case_log import CaseDetails, details, warn, with_log
from bfx_help.cli.case_words import channel_name, event_line, topic_name, utc
from bfx_help.cli.context import Context
from bfx_help.cli.options import Number, Output, RequestLanguage, as_command
from bfx_help.cli.output import tell
from bfx_help.cli.result import languages_for
from bfx_help.model import Language, Problem
from bfx_help.plain import plain

_STYLE = """
body { font: 11pt/1.5 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #888; padding: .3em .5em;
text-align: left; vertical-align: top } td:first-child { white-space: nowrap }
pre { white-space: pre-wrap; border: 1px solid #ccc; padding: .7em }
@page { size: A4; margin: 18mm } tr, pre { break-inside: avoid }
"""


@as_command
def command(
    context: Context,
    number: Number,
    output: Output = None,
    request_lang: RequestLanguage = None,
) -> int:
    """Write the zip; 3 where an exhibit is missing or was changed, which the index then says."""

    def work(log: Log) -> tuple[CaseDetails, list[ExhibitFault]]:
        return details(log, number), list(cases.faults(log, context.settings.home, number))

    found, faults = with_log(context, work)
    target = output or Path(f"case-{number}-{context.now:%Y%m%d}.zip")
    files = _files(context, found, faults, languages_for(context, request_lang))
    try:
        cases.write_zip(target, f"case-{number}", files, context.now)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(context.word("export-failed", path=target, reason=reason)) from None
    for fault in faults:
        name = plain(fault.exhibit.name, "")
        warn(
            context,
            context.word(f"check-{fault.kind}", number=number, id=fault.exhibit.id, name=name),
        )
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
        yield Enclosed(f"index.{language}.md", page.index().encode())
        yield Enclosed(f"timeline.{language}.md", page.markdown().encode())
        yield Enclosed(f"timeline.{language}.html", page.html().encode())
    for place, sent in enumerate(_sent(found), 1):
        for language in languages:
            name = f"texts/{place:02}-{sent.at[:10]}-{sent.kind}.{language}.txt"
            yield Enclosed(name, f"{plain(sent.text.text.in_(language))}\n".encode())
    for place, event in enumerate(_received(found), 1):
        text = f"{utc(context, event.at)}\n{event_line(context.speaking(Language.EN), event)}\n"
        name = f"replies/{place:02}-{event.at[:10]}-{event.act}.txt"
        yield Enclosed(name, plain(text).encode())
    for exhibit in found.exhibits:
        if bad.get(exhibit.label) is not Flaw.MISSING:
            path = cases.copy_of(context.settings.home, found.case.number, exhibit)
            yield Enclosed(_inside(exhibit), path)


def _inside(exhibit: Exhibit) -> str:
    return f"exhibits/{exhibit.id}-{exhibit.name}"


def _sent(found: CaseDetails) -> list[Sent]:
    return [text for text in found.texts if text.was_sent]


def _received(found: CaseDetails) -> list[Event]:
    return [event for event in found.events if event.act in (Act.REPLY, Act.CALL, Act.NOTE)]


class CasePages:
    """The pages of one language. `bad` are the labels of exhibits that are not as they were."""

    def __init__(self, context: Context, found: CaseDetails, bad: dict[int, Flaw]) -> None:
        self._context = context
        self._found = found
        self._bad = bad

    def _title(self) -> str:
        about = self._context(self._found.case.about.text)
        return plain(self._context.word("export-title", about=about), "")

    def _facts(self) -> list[str]:
        context, case = self._context, self._found.case
        ticket = case.ticket or context.word("export-no-ticket")
        lines = [
            context.word("case-ticket", ticket=ticket),
            context.word("case-topic", topic=topic_name(context, case.topic)),
            context.word("case-channel", channel=channel_name(context, case.channel)),
            context.word("export-made", time=utc(context, context.now.isoformat())),
            context.word("export-utc"),
        ]
        return [plain(line, "") for line in lines]

    def _rows(self) -> list[tuple[str, str]]:
        """What happened, and when each exhibit was taken, in UTC and in the order of time."""
        context, zone = self._context, self._context.zone
        rows = [
            (cases.event_order(event, zone), event.at, event_line(context, event))
            for event in self._found.events
        ]
        rows += [
            (
                cases.time_order(exhibit.dated, exhibit.added, zone, early=True),
                exhibit.dated,
                self._exhibit(exhibit),
            )
            for exhibit in self._found.exhibits
            if exhibit.dated
        ]
        rows.sort(key=itemgetter(0))
        return [(utc(context, at), plain(line, "")) for _, at, line in rows]

    def _exhibit(self, exhibit: Exhibit) -> str:
        shows = exhibit.shows or self._context.word("exhibit-shows-nothing")
        return plain(f"{exhibit.id} {shows}", "")

    def _exhibit_rows(self) -> list[tuple[str, ...]]:
        context = self._context
        return [
            (
                self._exhibit(exhibit),
                utc(context, exhibit.dated) if exhibit.dated else "",
                context.word(f"export-{self._bad[exhibit.label]}")
                if exhibit.label in self._bad
                else _inside(exhibit),
                f"{exhibit.size}",
                exhibit.digest,
            )
            for exhibit in self._found.exhibits
        ]

    def index(self) -> str:
        """What lies in the zip, and how to check it."""
        context = self._context
        lines = [f"# {_literal(self._title())}", ""]
        lines += [f"- {_literal(line)}" for line in self._facts()]
        lines += ["", f"## {context.word('case-exhibits')}", ""]
        head = context.word("export-columns").split("|")
        lines += [_row(head), _row(["---"] * len(head))]
        lines += [_row([_literal(cell) for cell in row]) for row in self._exhibit_rows()]
        lines += ["", context.word("export-sums"), ""]
        return "\n".join(lines)

    def markdown(self) -> str:
        """The timeline as Markdown."""
        head = self._context.word("export-timeline-columns").split("|")
        lines = [f"# {_literal(self._title())}", ""]
        lines += [f"- {_literal(line)}" for line in self._facts()]
        lines += ["", _row(head), _row(["---"] * len(head))]
        lines += [_row([_literal(cell) for cell in row]) for row in self._rows()]
        return "\n".join([*lines, ""])

    def html(self) -> str:
        """The timeline with the texts and the exhibits, to be printed."""
        context = self._context
        facts = "".join(f"<li>{escape(line)}</li>" for line in self._facts())
        texts = "".join(
            f"<h3>{escape(utc(context, sent.at))} {escape(context.word(f'text-{sent.kind}'))}</h3>"
            f"<pre>{escape(plain(context(sent.text.text)))}</pre>"
            for sent in _sent(self._found)
        )
        head = context.word("export-timeline-columns").split("|")
        return (
            f'<!doctype html><html lang="{context.language}"><head><meta charset="utf-8">'
            f"<title>{escape(self._title())}</title><style>{_STYLE}</style></head><body>"
            f"<h1>{escape(self._title())}</h1><ul>{facts}</ul>"
            f"{_table(head, self._rows())}<h2>{escape(context.word('case-exhibits'))}</h2>"
            f"{_table(context.word('export-columns').split('|'), self._exhibit_rows())}"
            f"<h2>{escape(context.word('export-texts'))}</h2>{texts}</body></html>\n"
        )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    first = "".join(f"<th>{escape(cell.strip())}</th>" for cell in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><tr>{first}</tr>{body}</table>"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


def _literal(text: str) -> str:
    """Text that Markdown shows as it stands, in one line."""
    marked = "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in text)
    return " ".join(marked.split())
