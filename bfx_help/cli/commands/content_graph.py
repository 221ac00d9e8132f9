"""`content graph`: the questionnaire and the routes as a Mermaid flowchart."""

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import Page
from bfx_help.content.graph import graph


@as_command
def command(context: Context) -> Page:
    """Draw the questionnaire and the routes."""
    return graph(context.content, context.language)
