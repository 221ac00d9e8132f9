"""`content schema`: the JSON Schema of each kind of file in `data/`, for editors."""

from bfx_help.cli.context import Context
from bfx_help.cli.options import as_command
from bfx_help.cli.output import as_json, write
from bfx_help.content.json_schema import schemas


@as_command
def command(context: Context) -> int:
    """Print the JSON Schema of each kind of file."""
    write(as_json({"kinds": schemas()}))
    return 0
