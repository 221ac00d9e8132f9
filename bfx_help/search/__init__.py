"""Ranks FAQ entries for a query, in both languages."""

from bfx_help.search.index import BuiltIndex, Index, build
from bfx_help.search.rank import Hit, answered_elsewhere, nearest_topics, search
from bfx_help.search.stored import StoredIndex, store

__all__ = [
    "BuiltIndex",
    "Hit",
    "Index",
    "StoredIndex",
    "answered_elsewhere",
    "build",
    "nearest_topics",
    "search",
    "store",
]
