"""Finds documents by how people ask for them, in all their languages: FAQ entries, situations."""

from bfx_help.search.index import BuiltIndex, Document, build
from bfx_help.search.likeness import Compared, compare
from bfx_help.search.rank import Hit, Ranking, search
from bfx_help.search.sqlite_index import Index, in_memory, store
