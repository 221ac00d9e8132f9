"""Compiles the content when a wheel is built, so that the first start need not."""

import gc
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled content into the wheel; an editable install compiles it by itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the copy and name its files for the wheel. Raises `ContentError`."""
        if version == "editable":
            return
        gc.disable()  # a fifth of the time would go into looking for garbage
        sys.path.insert(0, self.root)
        from bfx_help.content.compiled import INDEXES, RECORDS, portable_key
        from bfx_help.content.folder import bundled, look
        from bfx_help.content.open_folder import load, write, write_index
        from bfx_help.interview import indexes

        folder = Path(tempfile.mkdtemp())
        content, key = load(bundled()), portable_key(look(bundled()))
        if not write(content, folder, key) or not all(
            write_index(content, folder, key, name, indexes.add) for name in INDEXES
        ):
            raise OSError(f"the content cannot be compiled into {folder}")
        for name in (RECORDS, *INDEXES):
            build_data["force_include"][str(folder / name)] = f"bfx_help/compiled/{name}"
