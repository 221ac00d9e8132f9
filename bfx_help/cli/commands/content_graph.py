"""`content graph`: the questionnaire and the routes as a Mermaid flowchart."""

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import write
from bfx_help.content.graph import graph


@as_command
def command(context: Context) -> int:
    """Draw the questionnaire and the routes."""
    write(graph(context.content, context.language))
    return 0
