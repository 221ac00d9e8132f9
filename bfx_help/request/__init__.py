"""Fills the texts for a recommendation, and gives them the form of a ticket, a mail or a page."""

from bfx_help.request.forms import as_email, as_json, as_markdown, as_text, chosen_text, literal
from bfx_help.request.shown import Teller
from bfx_help.request.write import (
    Material,
    Request,
    Section,
    fields_of,
    template_for,
    write,
)

__all__ = [
    "Material",
    "Request",
    "Section",
    "Teller",
    "as_email",
    "as_json",
    "as_markdown",
    "as_text",
    "chosen_text",
    "fields_of",
    "literal",
    "template_for",
    "write",
]
