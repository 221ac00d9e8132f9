"""Shows the page of details, and takes a block of lines for it."""

from collections.abc import Sequence

from bfx_help.cli.asker import Asker
from bfx_help.cli.details import Page
from bfx_help.cli.details_reading import Filled, fill_page, with_name
from bfx_help.interview.proposals import Facts
from bfx_help.model import Asks, Own
from bfx_help.terminal import Prompt

_SHORT_LIST = 40  # characters of options that still fit behind a label


def ask_details(asker: Asker, page: Page, facts: Facts, counter: str) -> Filled:
    """Show the page, and take a block of lines for it. Raises `Pressed` and `EndOfInput`."""
    context = asker.context
    title = "details-title-beside" if page.beside else "details-title"
    lines = [context.word(title), *_lines(asker, page)]
    if page.beside:
        lines.append(context.word("details-beside"))
    several = any(field.kind is Asks.NOTE for field in page.fields)
    lines.append(context.word("details-how-lines" if several else "details-how"))
    if context.language.is_chinese:
        lines.append(context.word("details-english"))
    prompt = Prompt("\n".join(lines), counter=counter, default="", block=True)
    typed = asker.choose(prompt, "details-why", Asks.ID)
    text = asker.take(
        "\n".join(with_name(asker, page, line) for line in typed.split("\n")), Asks.ID
    )
    proposed = {name: Own(value) for name, value in page.proposed.items()}
    return fill_page(asker, page, text, facts, proposed)


def _lines(asker: Asker, page: Page) -> list[str]:
    context, room = asker.context, len(str(len(page.fields)))
    lines = []
    for number, field in enumerate(page.fields, 1):
        label = context(field.in_brief)
        value = page.proposed.get(field.id)
        options = [context(option.request or option.name) for option in page.options[field.id]]
        listed = " / ".join(options)
        if value:
            label = context.word("review-line", label=label, value=page.shown[field.id])
        elif options and field.kind is Asks.SEVERAL:
            label += _in_a_row(options)
        elif field.kind is Asks.NOTE:
            label += f" {context.word('details-lines')}"
        elif field.kind is Asks.NETWORK:
            pass  # its name is typed; all networks would fill the screen
        elif options and len(listed) <= _SHORT_LIST:
            label += f" ({listed})"
        elif options:
            label += _in_a_row(options)
        lines.append(f"  {number:>{room}}  {label}")
    return lines


def _in_a_row(options: Sequence[str]) -> str:
    """Options with their letters, in a row: below each other they would fill the screen."""
    return "".join(f"  {chr(97 + at)}) {name}" for at, name in enumerate(options))
