"""`faq search`: a page or data; at a terminal, a list to choose from."""

import sys
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from bfx_help.cli import output
from bfx_help.cli.context import Context
from bfx_help.cli.options import Json, as_command
from bfx_help.cli.without_secrets import without_secrets
from bfx_help.model import Basis
from bfx_help.search import Hit, Index, Ranking, search
from bfx_help.search.faq_index import answers_index

LONGEST_QUESTION = 2000  # characters of a query that are looked at
SHOWN = 5  # answers that are shown


@as_command
def command(
    context: Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS")],
    json: Json = False,
) -> int:
    """Find entries; `-` reads one query a line. Exit code 3 where nothing is good enough."""
    index, query = answers_index(context.content), " ".join(words)
    if query == "-":
        for line in sys.stdin:
            _show_line(context, index, line.rstrip("\r\n"), json)
        return 0
    ranking = found(index, query)
    code = 0 if ranking.hits else 3
    with output.keeping(code):
        if json:
            output.write(_line(context, query, ranking))
        elif ranking.hits and output.is_attended():
            from bfx_help.cli.faq_browse import browse

            browse(context, index, query)
        elif ranking.hits:
            output.show(context, _listing(context, ranking.hits))
        else:
            output.show(context, nothing_found(context, ranking))
    return code


def found(index: Index, words: str) -> Ranking:
    """The answers to these words, best first."""
    return search(index, words[:LONGEST_QUESTION], SHOWN)


def _show_line(context: Context, index: Index, query: str, as_data: bool) -> None:
    ranking = found(index, query)
    if as_data:
        output.write(_line(context, query, ranking))
    else:
        listed = _listing(context, ranking.hits)
        output.show(context, [output.Paragraph(f"> {_typed(query)}"), *listed, output.GAP])


def _line(context: Context, query: str, ranking: Ranking) -> str:
    """What is shown as an answer; where nothing is sure enough, what is only near."""
    hits, near = (_hits_data(context, part) for part in (ranking.hits, ranking.near))
    return output.as_json_line({"query": _typed(query), "hits": hits, "near": near})


def _typed(query: str) -> str:
    """What is looked at of a query, without its secrets."""
    return without_secrets(query[:LONGEST_QUESTION])


def _hits_data(context: Context, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    faq = context.content.faq
    return [
        {"id": hit.id, "question": context(faq[hit.id].question), "score": hit.score}
        for hit in hits
    ]


def _listing(context: Context, hits: Sequence[Hit]) -> Iterator[output.Paragraph]:
    for number, hit in enumerate(hits, 1):
        entry = context.content.faq[hit.id]
        yield output.heading(f"{number}  {context(entry.question)}  [{entry.id}]", "   ")
        if context(entry.answer):
            yield output.Paragraph(f"   {context(entry.answer)}", "   ")
        basis = context.content.basis(entry.rests_on)
        if basis and basis is not Basis.OWN_PAGES:
            yield output.quiet(f"   {context.word(f'basis-{basis}')}", "   ")


def nothing_found(context: Context, ranking: Ranking) -> Iterator[output.Paragraph]:
    """What is said where no answer is good enough."""
    matter = context.content.elsewhere.get(ranking.elsewhere or "")
    if matter:
        yield output.Paragraph(context(matter.says))
        yield output.Paragraph(context.word("faq-elsewhere"))
        return
    yield output.Paragraph(context.word("faq-nothing"))
    if ranking.near:
        yield output.Paragraph(context.word("faq-near"))
    for hit in ranking.near:
        yield output.Paragraph(
            f"  {context(context.content.faq[hit.id].question)}  [{hit.id}]", "    "
        )
    yield output.Paragraph(context.word("faq-ask"))
