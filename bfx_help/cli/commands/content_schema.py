"""`content schema`: the JSON Schema of each kind of file in `data/`, for editors."""

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import Page, as_json
from bfx_help.content.json_schema import schemas


@as_command
def command(context: Context) -> Page:
    """Print the JSON Schema of each kind of file."""
    return as_json({"kinds": schemas()})
