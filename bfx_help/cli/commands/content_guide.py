"""`content guide`: the claims of the guide, what became of them, and where each is met."""

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import Page
from bfx_help.content.guide import claims


@as_command
def command(context: Context) -> Page:
    """List every claim of the guide with its verdict and the places where it is met."""
    says = {fact.claim: context(fact.says) for fact in context.content.facts.values() if fact.claim}
    return "\n".join(
        f"{claim}  {context.word(f'claim-{verdict}')}\n  {says[claim]}\n  {', '.join(places)}"
        for claim, verdict, places in claims(context.content)
    )
