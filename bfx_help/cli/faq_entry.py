"""One answer of the FAQ as a page: its steps, what it rests on, and its sources."""

from collections.abc import Iterator

from bfx_help.cli.context import Context
from bfx_help.cli.output import GAP, Paragraph, quiet
from bfx_help.model import Entry, Kind, Source, Tone


def entry_page(context: Context, entry: Entry, sources: bool = False) -> Iterator[Paragraph]:
    """The answer with its steps, and in one line what it rests on."""
    yield Paragraph(context(entry.question), tone=Tone.HEADING)
    yield from (GAP, Paragraph(context(entry.answer)), GAP)
    for number, step in enumerate(entry.steps, 1):
        yield Paragraph(
            context(step), mark=f"{number:>2}." if len(entry.steps) > 9 else f"{number}."
        )
    if entry.steps:
        yield GAP
    yield from map(Paragraph, after_steps(context, entry))
    if basis := context.basis(entry.rests_on):
        yield quiet(basis)
    if sources and entry.facts:
        yield from (GAP, *source_lines(context, entry))


def after_steps(context: Context, entry: Entry) -> Iterator[str]:
    """What to do when the steps do not help, where to write, and the links."""
    for text in (entry.if_not, entry.note):
        if text:
            yield context(text)
    if entry.channel:
        name = context(context.content.channels[entry.channel].name)
        yield context.word("entry-channel", channel=name)
    yield from entry.links


def source_lines(context: Context, entry: Entry) -> Iterator[Paragraph]:
    """Where each fact of an answer was read."""
    yield Paragraph(context.word("faq-sources"), tone=Tone.HEADING)
    for source in context.content.sources_of(entry.facts):
        text = f"{context(source.name)}{_place(context, source)}"
        yield Paragraph(text, tone=Tone.QUIET, mark="-")


def _place(context: Context, source: Source) -> str:
    """Where and from when a source is; our own word has neither."""
    if source.kind is Kind.OWN:
        return ""
    where = f" {_readable(source.at)}" if source.at else ""
    return context.word("noted", name=where, note=source.dated or context.word("source-undated"))


def _readable(address: str) -> str:
    """An address with its letters in place of the codes for them."""
    from urllib.parse import unquote

    readable = unquote(address)
    return readable if readable.isprintable() and " " not in readable else address
