"""Reads a content folder into `Content`, or says everything that is wrong with it."""

from bfx_help.content.faults import ContentError, Fault
from bfx_help.content.folder import bundled
from bfx_help.content.library import Content
from bfx_help.content.loading import load, problems, shipped

__all__ = ["Content", "ContentError", "Fault", "bundled", "load", "problems", "shipped"]
